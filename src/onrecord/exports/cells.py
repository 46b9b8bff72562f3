"""Statements as rows of a table, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from onrecord.record import StatementHit
from onrecord.records import Interval

JOINT = " … "
"""Between the pieces of a content in its one cell."""

STATEMENT_COLUMNS = (
    "id speaker_id speaker speaker_type role cue source kind act content said_earliest said_latest venue confidence "
    "status day article_id version title publisher published url"
).split()
"""The columns of `statement_row`; docs/record.md tells what each holds."""

# What makes Excel, LibreOffice and Google Sheets take a cell for a formula, also behind white space (OWASP, "CSV
# Injection"), with the full-width forms that East Asian versions read alike.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")


def statement_row(hit: StatementHit) -> tuple[str, ...]:
    """A statement's cells, in the order of STATEMENT_COLUMNS."""
    speaker, article, said = hit.speaker, hit.article, hit.said or Interval(None, None)
    cells: Sequence[Any] = (
        hit.id,
        *((speaker.id, speaker.name, speaker.type, speaker.role) if speaker else (None,) * 4),
        hit.cue,
        hit.source,
        hit.kind,
        hit.act,
        JOINT.join(hit.content),
        said.earliest,
        said.latest,
        hit.venue,
        hit.confidence,
        hit.status,
        hit.day,
        article.id,
        hit.version,
        article.title,
        article.publisher,
        article.published,
        article.url,
    )
    return tuple(safe_cell(cell) for cell in cells)


def safe_cell(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula: words that would be one get an apostrophe in front.

    None is an empty cell; numbers stay numbers; days and times are ISO 8601.
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    words = str(value)
    if isinstance(value, (int, float)):
        return words
    return f"'{words}" if words.lstrip().startswith(_FORMULA) or words[:1] in ("\t", "\r", "\n") else words
