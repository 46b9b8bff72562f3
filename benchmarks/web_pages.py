"""How long the server takes over each page: `python -m benchmarks.web_pages RECORD`, one that `record_pages` built.

Prints the median of several turns of each address, by the clock and in processor time, in milliseconds: everything
between the request and the last byte, the network apart.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from onrecord.record import AheadQuery, EventHit, Facet, Query, Record, StatementHit
from onrecord.web import create_app

TURNS = 7
MIDDLE = date(2023, 5, 1)
"""A day in the middle of what `record_pages` builds, from which to look ahead."""


def main(path: Path) -> None:
    """Ask for every kind of page, and print how long each took."""
    app = create_app(path)
    with TestClient(app) as client:
        record = app.state.record
        found = record.latest(limit=1)
        print(f"{found.total} statements, {TURNS} turns\n{'median':>8} {'busy':>8}  ms")
        every = addresses(found.items[0], {facet.name: facet for facet in _facets(record)})
        coming = record.ahead(AheadQuery(since=MIDDLE, limit=1)).items
        for address in (*every, *(event_addresses(coming[0]) if coming else ())):
            spent, busy = measure(client, address)
            print(f"{spent:8.1f} {busy:8.1f}  {address}")


def addresses(hit: StatementHit, facets: dict[str, Facet]) -> list[str]:
    """Every kind of page, asked as people ask."""
    words = sorted({word for word in " ".join(hit.content).split() if word.isalpha()}, key=len)[-2:]
    publisher = quote(facets["publisher"].values[0].value)
    speaker, month = facets["speaker"].values[0], facets["month"].values[0].value
    return [
        "/",
        "/?page=40",
        "/search",
        "/search?page=1000",
        f"/search?q={quote(words[0])}",
        f"/search?q={quote(' '.join(words))}",
        f"/search?q={quote(words[0])}&order=relevance",
        f"/search?publisher={publisher}",
        f"/search?speaker={quote(speaker.label.split()[-1])}",
        f"/search?speaker_id={speaker.value}",
        "/search?kind=direct",
        "/search?kind=indirect&act=speech&min=0.9",
        f"/search?from={month}-01&to={month}-28",
        f"/articles/{hit.article.id}",
        f"/statements/{hit.id}",
        f"/speakers/{speaker.value}",
        "/speakers",
        f"/speakers?name={quote(speaker.label.split()[0])}",
        "/articles",
        f"/articles?publisher={publisher}",
        "/refused",
        "/about",
    ]


def event_addresses(hit: EventHit) -> list[str]:
    """The pages of what is ahead, and of one event."""
    ahead = f"/ahead?from={MIDDLE}"
    who = hit.participants[0] if hit.participants else None
    return [
        ahead,
        f"{ahead}&page=100",
        f"{ahead}&status=likely&type={hit.type}&min=0.9",
        f"{ahead}&place={quote(hit.place or '')}",
        *((f"{ahead}&person={quote(who.name.split()[0])}", f"{ahead}&person_id={who.id}") if who else ()),
        f"{ahead}&view=undated",
        f"/ahead?view=month&month={MIDDLE:%Y-%m}",
        f"/ahead?view=month&month={MIDDLE:%Y-%m}&min=0.9",
        f"/ahead.ics?from={MIDDLE}",
        f"/events/{hit.id}",
    ]


def measure(client: TestClient, address: str) -> tuple[float, float]:
    """Median milliseconds by the clock and of processor time."""
    spent, busy = [], []
    for _ in range(TURNS):
        begun, begun_busy = time.perf_counter(), time.process_time()
        answer = client.get(address)
        spent.append((time.perf_counter() - begun) * 1000)
        busy.append((time.process_time() - begun_busy) * 1000)
        answer.raise_for_status()
    return statistics.median(spent), statistics.median(busy)


def _facets(record: Record) -> tuple[Facet, ...]:
    return record.search(Query(limit=1)).facets


if __name__ == "__main__":
    main(Path(sys.argv[1]))
