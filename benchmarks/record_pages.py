"""How fast a record takes articles in, and answers: `python -m benchmarks.record_pages [STATEMENTS [FILE]]`.

Prints the time to add an article, the size of the file, and for each kind of page the median and the slowest of
several turns, each with other words or names, in milliseconds; the last column is the median of processor time, which
tells more where the machine has other work.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path

from benchmarks.invented import EVENTS_PER_ARTICLE, STATEMENTS_PER_ARTICLE, invented_readings
from onrecord.exports import statements_csv
from onrecord.record import AheadQuery, Order, Query, Record, open_record
from onrecord.records import Act, EventStatus, EventType, SpeakerType, StatementKind

TURNS = 9


def main(statements: int = 100_000, kept: str | None = None) -> None:
    """Build a record of invented readings, or take one kept from an earlier turn, and time its pages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(kept) if kept else Path(folder) / "invented.db"
        if not path.exists():
            build(path, statements)
        with open_record(path, readonly=True) as record:
            print(f"{'page, in milliseconds':44} {'median':>8} {'slowest':>8} {'processor':>9}")
            for name, turns in pages(record).items():
                print(f"{name:44} {' '.join(f'{value:8.1f}' for value in measure(turns))}")


def build(path: Path, statements: int) -> None:
    """Fill a record, and tell how long it took."""
    articles = statements // STATEMENTS_PER_ARTICLE
    spent = busy = 0.0
    with open_record(path, create=True) as record:
        for reading in invented_readings(articles, events=EVENTS_PER_ARTICLE):
            begun, begun_busy = time.perf_counter(), time.process_time()
            record.add(reading, origin=reading.article.url or "")
            spent, busy = spent + time.perf_counter() - begun, busy + time.process_time() - begun_busy
    size = path.stat().st_size
    events = articles * EVENTS_PER_ARTICLE
    size_of_it = f"{articles} articles, {statements} statements, {events} events"
    print(f"{size_of_it}: {spent / articles * 1000:.1f} ms to add an article", end=" ")
    print(f"({busy / articles * 1000:.1f} of the processor), {size / 2**20:.0f} MiB")


def pages(record: Record) -> dict[str, Sequence[Callable[[], object]]]:
    """What people open, each with several examples."""
    common, rare = _words(record)
    newest = record.latest(limit=TURNS).items
    speakers = [row.id for row in record.speakers(limit=TURNS).items]
    words = Query(words=common[0])
    day = date(2022, 5, 1)
    queries = {
        "search, no filters": [Query(offset=20 * turn) for turn in range(TURNS)],
        "search, one common word": [Query(words=word) for word in common],
        "search, one common word, by relevance": [Query(words=word, order=Order.RELEVANCE) for word in common],
        "search, two words": [Query(words=f"{a} {b}") for a, b in zip(common, rare, strict=True)],
        "search, either of two words": [Query(words=f"{a} OR {b}") for a, b in zip(common, rare, strict=True)],
        "search, a rare word": [Query(words=word) for word in rare],
        "search, the beginning of words": [Query(words=word[:2] + "*") for word in common],
        "search, without a word": [Query(words=f"-{word}") for word in common],
        "search, kind": [Query(kind=kind) for kind in StatementKind] * 3,
        "search, act and type": [Query(act=Act.SPEECH, type=kind) for kind in SpeakerType] * 2,
        "search, publisher": [Query(publisher=f"Paper {turn}") for turn in range(TURNS)],
        "search, speaker": [Query(speaker=hit.speaker.name if hit.speaker else "") for hit in newest],
        "search, part of a name": [Query(speaker=begin) for begin in ("ba", "dor", "mar", "k", "s", "ven", "lan")],
        "search, a year": [Query(since=day, until=day.replace(year=2023))] * TURNS,
        "search, word in a month": [replace(words, since=day, until=date(2022, 5, 31))] * TURNS,
        "search, far down the list": [Query(offset=statement * 10_000) for statement in range(TURNS)],
    }
    found: dict[str, Sequence[Callable[[], object]]] = {
        name: [partial(record.search, query) for query in some] for name, some in queries.items()
    }
    found |= {name: [partial(record.ahead, query) for query in some] for name, some in _diary(record).items()}
    coming = record.ahead(AheadQuery(since=day, limit=TURNS)).items
    found["event in its source"] = [partial(record.event, hit.id) for hit in coming]
    return found | {
        "latest": [record.latest] * TURNS,
        "statement in its source": [partial(record.statement, hit.id) for hit in newest],
        "article": [partial(record.article, hit.article.id) for hit in newest],
        "articles": [partial(record.articles, offset=turn * 20) for turn in range(TURNS)],
        "speaker, the most quoted": [partial(record.speaker, id) for id in speakers],
        "speakers": [record.speakers] * TURNS,
        "who": [partial(record.speakers, name) for name in ("ba", "dor", "mar", "venzator")],
        "counts": [record.counts] * TURNS,
        "export of all statements as CSV": [partial(statements_csv, record, StringIO())],
    }


def _diary(record: Record) -> dict[str, Sequence[AheadQuery]]:
    """Pages of what is ahead; on the first of the days most of the record is."""
    begin, middle = date(2020, 1, 1), date(2023, 5, 1)
    all_of_it = AheadQuery(since=begin, statuses=tuple(EventStatus))
    return {
        "ahead of a day in the middle": [AheadQuery(since=middle, offset=turn * 20) for turn in range(TURNS)],
        "ahead of the first day": [AheadQuery(since=begin)] * TURNS,
        "the same, whatever its status": [all_of_it] * TURNS,
        "the same, without a day": [replace(all_of_it, undated=True)] * TURNS,
        "the same, far down the list": [replace(all_of_it, offset=5000 * turn) for turn in range(TURNS)],
        "ahead, a month": [AheadQuery(since=middle, until=date(2023, 5, 31), limit=200)] * TURNS,
        "ahead, a type; a status": [
            *(AheadQuery(since=begin, types=(type,)) for type in (EventType.VOTE, EventType.LAW)),
            *(AheadQuery(since=begin, statuses=(status,)) for status in (EventStatus.CONFIRMED, EventStatus.CANCELLED)),
        ],
        "ahead, part of a name": [AheadQuery(since=begin, person=part) for part in ("ba", "dor", "mar", "k", "s")],
        "ahead, a place": [AheadQuery(since=begin, place=place) for place in ("port", "balo", "north ve")],
        "ahead, least confidence": [AheadQuery(since=begin, min_confidence=0.9)] * TURNS,
    }


def measure(turns: Sequence[Callable[[], object]]) -> tuple[float, float, float]:
    """Median and slowest by the clock, and the median of processor time, in milliseconds."""
    spent, busy = [], []
    for turn in turns:
        begun, begun_busy = time.perf_counter(), time.process_time()
        turn()
        spent.append((time.perf_counter() - begun) * 1000)
        busy.append((time.process_time() - begun_busy) * 1000)
    return statistics.median(spent), max(spent), statistics.median(busy)


def _words(record: Record) -> tuple[list[str], list[str]]:
    """The most frequent words of a few thousand statements, and rare ones."""
    counts: dict[str, int] = {}
    for hit in record.search(Query(limit=1000), facets=False).items:
        for word in " ".join(hit.content).split():
            counts[word] = counts.get(word, 0) + 1
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return ordered[:TURNS], ordered[-TURNS:]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, *sys.argv[2:3])
