"""The record as files: each export streams to a text file object and takes the same filters as a search.

The file should be UTF-8 and opened with newline="": CSV writes its own line ends. `limit` and `offset` of a query do
not count here: everything that meets its filters is written, as of one moment.

Events are written from what `Record.each_ahead` or a page gives, as CSV and JSON lines; as iCalendar by
`onrecord.exports.calendar`, which is imported where it is used: its library takes a tenth of a second to load.
"""

from __future__ import annotations

import csv
import json
from typing import TextIO

from onrecord.exports.cells import STATEMENT_COLUMNS, safe_cell, statement_row
from onrecord.exports.events import EVENT_COLUMNS, event_row, events_csv, events_jsonl
from onrecord.plain import reading_to_plain
from onrecord.record import Query, Record, to_plain

__all__ = [
    "EVENT_COLUMNS",
    "STATEMENT_COLUMNS",
    "event_row",
    "events_csv",
    "events_jsonl",
    "readings_jsonl",
    "safe_cell",
    "statement_row",
    "statements_csv",
    "statements_jsonl",
]


def readings_jsonl(record: Record, out: TextIO, query: Query | None = None) -> int:
    """One reading a line (the JSON of `read`), for every article with a statement under the query; newest first.

    Without a query: every article on record. Returns how many lines were written.
    """
    number = 0
    for reading in record.each_article(query):
        out.write(json.dumps(reading_to_plain(reading), ensure_ascii=False) + "\n")
        number += 1
    return number


def statements_jsonl(record: Record, out: TextIO, query: Query | None = None) -> int:
    """One statement a line (`to_plain` of a StatementHit), in the query's order. Returns how many."""
    number = 0
    for hit in record.each(query or Query()):
        out.write(json.dumps(to_plain(hit), ensure_ascii=False) + "\n")
        number += 1
    return number


def statements_csv(record: Record, out: TextIO, query: Query | None = None) -> int:
    """Statements as CSV with a header, in the query's order; no cell can become a spreadsheet formula. Returns rows."""
    writer = csv.writer(out)
    writer.writerow(STATEMENT_COLUMNS)
    number = 0
    for hit in record.each(query or Query()):
        writer.writerow(statement_row(hit))
        number += 1
    return number
