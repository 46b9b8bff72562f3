"""The pages' CSV twins: text in pieces, so that a long answer is sent while it is made."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from onrecord.record import (
    MAX_LIMIT,
    ArticleRow,
    Counts,
    Query,
    Record,
    Refusal,
    SpeakerRow,
    StatementHit,
)
from onrecord.records import Interval

FORMULA = ("=", "+", "-", "@", "\t", "\r")
ROWS_IN_A_PIECE = 200

STATEMENT_COLUMNS = (
    "id speaker_id speaker speaker_type role cue source kind act content said_earliest said_latest venue confidence "
    "status day article_id version title publisher published url"
).split()


def safe(value: Any) -> str:
    """A cell as text that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    words = str(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def rows(header: Sequence[str], cells: Iterable[Sequence[Any]]) -> Iterator[str]:
    """CSV (RFC 4180) in pieces, beginning with the header."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for number, row in enumerate(cells, start=1):
        writer.writerow([safe(cell) for cell in row])
        if number % ROWS_IN_A_PIECE == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def every(record: Record, query: Query) -> Iterator[StatementHit]:
    """All statements under a query, fetched a page at a time."""
    offset: int | None = 0
    while offset is not None:
        page = record.search(replace(query, limit=MAX_LIMIT, offset=offset), facets=False)
        yield from page.items
        offset = page.next_offset


def statements(hits: Iterable[StatementHit]) -> Iterator[str]:
    """Statements, one a row."""
    return rows(STATEMENT_COLUMNS, map(_statement, hits))


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
    return rows(
        header,
        (
            (
                a.article.id,
                a.article.title,
                a.article.publisher,
                _iso(a.article.published),
                a.article.url,
                a.article.language,
                a.statements,
                a.versions,
            )
            for a in found
        ),
    )


def refusals(found: Iterable[Refusal]) -> Iterator[str]:
    """Refused inputs, one a row."""
    return rows("origin kind reason hint at".split(), ((r.origin, r.kind, r.reason, r.hint, _iso(r.at)) for r in found))


def counts(found: Counts) -> Iterator[str]:
    """What the record holds, one number a row."""
    return rows(("what", "how_many"), ((f.name, getattr(found, f.name)) for f in fields(found)))


def _statement(hit: StatementHit) -> Sequence[Any]:
    speaker, article = hit.speaker, hit.article
    said = hit.said or Interval(None, None)
    return (
        hit.id,
        speaker.id if speaker else None,
        speaker.name if speaker else None,
        speaker.type if speaker else None,
        speaker.role if speaker else None,
        hit.cue,
        hit.source,
        hit.kind,
        hit.act,
        " … ".join(hit.content),
        said.earliest,
        said.latest,
        hit.venue,
        round(hit.confidence, 4),
        hit.status,
        hit.day,
        article.id,
        hit.version,
        article.title,
        article.publisher,
        _iso(article.published),
        article.url,
    )


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment is not None else None
