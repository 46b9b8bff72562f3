"""Events as rows of a table and as lines of JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from onrecord.exports.cells import safe_cell
from onrecord.record import EventHit, to_plain
from onrecord.records import Interval

BETWEEN_NAMES = "; "
"""Between the participants in their one cell."""

EVENT_COLUMNS = (
    "id label type status status_words earliest latest place participants participant_ids according_to "
    "according_to_id confidence words sentence standing article_id version title publisher published url"
).split()
"""The columns of `event_row`; docs/record.md tells what each holds."""


def event_row(hit: EventHit) -> tuple[str, ...]:
    """An event's cells, in the order of EVENT_COLUMNS."""
    window, teller, article = hit.window or Interval(None, None), hit.according_to, hit.article
    cells: Sequence[Any] = (
        hit.id,
        hit.label,
        hit.type,
        hit.status,
        hit.status_words,
        window.earliest,
        window.latest,
        hit.place,
        BETWEEN_NAMES.join(one.name for one in hit.participants),
        BETWEEN_NAMES.join(one.id for one in hit.participants),
        *((teller.name, teller.id) if teller else (None, None)),
        hit.confidence,
        hit.words,
        "".join(part.text for part in hit.sentence),
        hit.standing,
        article.id,
        hit.version,
        article.title,
        article.publisher,
        article.published,
        article.url,
    )
    return tuple(safe_cell(cell) for cell in cells)


def events_csv(hits: Iterable[EventHit], out: TextIO) -> int:
    """Events as CSV with a header; no cell can become a spreadsheet formula. Returns how many rows."""
    writer = csv.writer(out)
    writer.writerow(EVENT_COLUMNS)
    number = 0
    for hit in hits:
        writer.writerow(event_row(hit))
        number += 1
    return number


def events_jsonl(hits: Iterable[EventHit], out: TextIO) -> int:
    """One event a line (`to_plain` of an EventHit). Returns how many."""
    number = 0
    for hit in hits:
        out.write(json.dumps(to_plain(hit), ensure_ascii=False) + "\n")
        number += 1
    return number
