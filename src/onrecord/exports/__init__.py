"""The record as files: each export streams to a text file object and takes the same filters as a search.

The file must be opened with newline="" and UTF-8 (`statements_csv` writes its own line ends).
"""

from __future__ import annotations

from typing import TextIO

from onrecord.record import Query, Record


def readings_jsonl(record: Record, out: TextIO, query: Query | None = None) -> int:
    """One reading a line (the JSON of `read`), for every article with a statement under the query; newest first.

    Without a query: every article on record. `limit` and `offset` do not count. Returns how many lines were written.
    """
    raise NotImplementedError


def statements_jsonl(record: Record, out: TextIO, query: Query | None = None) -> int:
    """One statement a line (`to_plain` of a StatementHit), in the query's order. Returns how many."""
    raise NotImplementedError


def statements_csv(record: Record, out: TextIO, query: Query | None = None) -> int:
    """Statements as CSV with a header, in the query's order; no cell can become a spreadsheet formula. Returns rows."""
    raise NotImplementedError
