"""The pages' CSV twins: text in pieces, so that a long answer is sent while it is made."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from onrecord.exports import EVENT_COLUMNS, STATEMENT_COLUMNS, event_row, safe_cell, statement_row
from onrecord.record import ArticleRow, Counts, EventHit, Refusal, SpeakerRow, StatementHit

ROWS_IN_A_PIECE = 200


def rows(header: Sequence[str], cells: Iterable[Sequence[Any]]) -> Iterator[str]:
    """CSV (RFC 4180) in pieces, beginning with the header; no cell can become a spreadsheet formula."""
    return _written(header, ([safe_cell(cell) for cell in row] for row in cells))


def statements(hits: Iterable[StatementHit]) -> Iterator[str]:
    """Statements, one a row, as the exports write them."""
    return _written(STATEMENT_COLUMNS, map(statement_row, hits))


def events(hits: Iterable[EventHit]) -> Iterator[str]:
    """Events, one a row, as the exports write them."""
    return _written(EVENT_COLUMNS, map(event_row, hits))


def speakers(found: Iterable[SpeakerRow]) -> Iterator[str]:
    """Speakers, one a row."""
    header = "id name type role other_names statements articles first last".split()
    return rows(
        header,
        (
            (s.id, s.name, s.type, s.role, "; ".join(s.other_names), s.statements, s.articles, s.first, s.last)
            for s in found
        ),
    )


def articles(found: Iterable[ArticleRow]) -> Iterator[str]:
    """Articles, one a row."""
    header = "id title publisher published url language statements versions".split()
    heads = ((row.article, row) for row in found)
    return rows(
        header,
        (
            (a.id, a.title, a.publisher, a.published, a.url, a.language, row.statements, row.versions)
            for a, row in heads
        ),
    )


def refusals(found: Iterable[Refusal]) -> Iterator[str]:
    """Refused inputs, one a row."""
    return rows("origin kind reason hint at".split(), ((r.origin, r.kind, r.reason, r.hint, r.at) for r in found))


def counts(found: Counts) -> Iterator[str]:
    """What the record holds, one number a row."""
    return rows(("what", "how_many"), ((f.name, getattr(found, f.name)) for f in fields(found)))


def _written(header: Sequence[str], cells: Iterable[Sequence[str]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for number, row in enumerate(cells, start=1):
        writer.writerow(row)
        if number % ROWS_IN_A_PIECE == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()
