"""What searches and counts see: one narrow entry, its words in the full-text index, and tallies of every entry.

All three change together, here and nowhere else, so that they never disagree. The full-text index must be told the
old words to forget them: an article's entries are taken out before its statements change, and put back after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.plain import Plain
from onrecord.record import schema
from onrecord.record.codes import ACTS, KINDS, TYPES, days_of, month_of, pack_facets
from onrecord.record.views import Status
from onrecord.records import Act, Interval, SpeakerType, StatementKind, parse_moment

_FORGET_WORDS = text(
    "INSERT INTO statement_words (statement_words, rowid, content, speaker, title)"
    " SELECT 'delete', key, content, speaker, title FROM statement_texts"
    " WHERE key IN (SELECT statement_key FROM entries WHERE article_key = :article)"
)
_NOTE_WORDS = text(
    "INSERT INTO statement_words (rowid, content, speaker, title)"
    " SELECT key, content, speaker, title FROM statement_texts WHERE key = :key"
)


def unindex_article(connection: Connection, article_key: int) -> None:
    """Take an article's statements out of searches and counts."""
    entries = schema.entries
    old = [
        dict(row._mapping) for row in connection.execute(select(entries).where(entries.c.article_key == article_key))
    ]
    if old:
        connection.execute(_FORGET_WORDS, {"article": article_key})
        connection.execute(delete(entries).where(entries.c.article_key == article_key))
        _tally(connection, old, sign=-1)


def index_article(connection: Connection, article_key: int) -> None:
    """Put an article's current and gone statements into searches and counts."""
    _index(connection, article_key, None)


def index_statements(connection: Connection, article_key: int, ids: Sequence[str]) -> None:
    """Put some more statements of an article into searches and counts."""
    _index(connection, article_key, ids)


def _index(connection: Connection, article_key: int, ids: Sequence[str] | None) -> None:
    statements, versions, speakers, articles = (
        schema.statements.c,
        schema.versions.c,
        schema.speakers.c,
        schema.articles.c,
    )
    joined = (
        schema.statements.join(schema.versions, statements.version_key == versions.key)
        .join(schema.articles, statements.article_key == articles.key)
        .outerjoin(schema.speakers, statements.speaker_key == speakers.key)
    )
    wanted = (statements.article_key == article_key) & (statements.status != Status.WITHDRAWN)
    if ids is not None:
        wanted &= statements.id.in_(ids)
    columns = (schema.statements, versions.published, speakers.type, articles.publisher_key)
    rows = connection.execute(select(*columns).select_from(joined).where(wanted)).all()
    if rows:
        new = [_entry(row) for row in rows]
        connection.execute(schema.entries.insert(), new)
        connection.execute(_NOTE_WORDS, [{"key": entry["statement_key"]} for entry in new])
        _tally(connection, new, sign=1)


def _entry(row: Any) -> Plain:
    published = parse_moment(row.published[: len("2021-11-21")]) if row.published else None
    said = Interval(*(parse_moment(words) if words else None for words in (row.said_earliest, row.said_latest)))
    first, last = days_of(said, published)
    columns = {
        "statement_key": row.key,
        "article_key": row.article_key,
        "position": row.position,
        "speaker_key": row.speaker_key,
        "publisher_key": row.publisher_key,
        "first_day": first,
        "day": last,
        "month": month_of(last),
        "kind": KINDS.index(StatementKind(row.kind)),
        "act": ACTS.index(Act(row.act)),
        "type": TYPES.index(SpeakerType(row.type)) if row.type else None,
        "gone": int(row.status == Status.GONE),
        "confidence": row.confidence,
    }
    counted = ("kind", "act", "type", "month", "publisher_key")
    return {**columns, "facets": pack_facets(**{name: columns[name] for name in counted})}


def _tally(connection: Connection, entries: Sequence[Plain], *, sign: int) -> None:
    """Count entries in or out."""
    counts: Counter[tuple[str, int]] = Counter()
    speakers: Counter[int] = Counter()
    for entry in entries:
        counts["all", 0] += sign
        counts["gone", 0] += sign * entry["gone"]
        for field in ("publisher_key", "month", "kind", "act", "type"):
            if entry[field] is not None:
                counts[field, entry[field]] += sign
        if entry["speaker_key"] is not None:
            speakers[entry["speaker_key"]] += sign
    put = upsert(schema.tallies)
    put = put.on_conflict_do_update(
        index_elements=["field", "value"], set_={"number": schema.tallies.c.number + put.excluded.number}
    )
    rows = [{"field": field, "value": value, "number": count} for (field, value), count in counts.items()]
    connection.execute(put, rows)
    if speakers:
        table = schema.speakers
        change = update(table).where(table.c.key == bindparam("speaker"))
        change = change.values(statements=table.c.statements + bindparam("change"))
        connection.execute(change, [{"speaker": key, "change": number} for key, number in speakers.items()])
