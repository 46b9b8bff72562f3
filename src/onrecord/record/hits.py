"""Statements as lists show them, from their keys."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from onrecord.record import schema
from onrecord.record.codes import day_of, days_of
from onrecord.record.fulltext import Match, Term
from onrecord.record.marking import snippet
from onrecord.record.views import ArticleRef, SpeakerRef, StatementHit, Status
from onrecord.records import Act, Interval, Precision, SpeakerType, StatementKind, parse_moment


def load_hits(connection: Connection, keys: Sequence[int], match: Match | None = None) -> tuple[StatementHit, ...]:
    """The statements with these keys, in this order, with what was searched for marked in their snippets."""
    if not keys:
        return ()
    statements, versions, articles, speakers = (
        schema.statements.c,
        schema.versions.c,
        schema.articles.c,
        schema.speakers.c,
    )
    joined = (
        schema.statements.join(schema.versions, statements.version_key == versions.key)
        .join(schema.articles, statements.article_key == articles.key)
        .outerjoin(schema.speakers, statements.speaker_key == speakers.key)
    )
    columns = (
        *schema.statements.c,
        *article_columns(),
        versions.number,
        speakers.id.label("speaker_id"),
        speakers.type.label("speaker_type"),
    )
    rows = connection.execute(select(*columns).select_from(joined).where(statements.key.in_(keys)))
    terms = match.terms if match else ()
    hits = {row.key: _hit(row, terms) for row in rows}
    return tuple(hits[key] for key in keys if key in hits)


def article_columns() -> tuple[Any, ...]:
    """Columns of versions and articles that `article_ref` reads."""
    versions = schema.versions.c
    return (
        schema.articles.c.id.label("article_id"),
        versions.title,
        versions.url,
        versions.publisher,
        versions.published,
        versions.published_precision,
        versions.language,
    )


def article_ref(row: Any) -> ArticleRef:
    """An article's head from a row with `article_columns`."""
    return ArticleRef(
        id=row.article_id,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=moment(row.published),
        published_precision=Precision(row.published_precision) if row.published_precision else None,
        language=row.language,
    )


def moment(words: str | None) -> datetime | date | None:
    """A stored time."""
    return parse_moment(words) if words else None


def pieces_of(content: str, spans: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """The words of each piece, from the content as it is stored and the pieces' spans."""
    pieces, position = [], 0
    for start, end in spans:
        pieces.append(content[position : position + end - start])
        position += end - start + len(schema.JOINT)
    return tuple(pieces)


def _hit(row: Any, terms: Sequence[Term]) -> StatementHit:
    said = None
    if row.said_earliest or row.said_latest:
        said = Interval(*(date.fromisoformat(day) if day else None for day in (row.said_earliest, row.said_latest)))
    article = article_ref(row)
    published = article.published.date() if isinstance(article.published, datetime) else article.published
    speaker = None
    if row.speaker_id is not None:
        speaker = SpeakerRef(row.speaker_id, row.speaker_name, SpeakerType(row.speaker_type), row.role)
    return StatementHit(
        id=row.id,
        content=pieces_of(row.content, json.loads(row.spans)["content"]),
        cue=row.cue,
        source=row.source,
        kind=StatementKind(row.kind),
        act=Act(row.act),
        speaker=speaker,
        said=said,
        venue=row.venue,
        confidence=row.confidence,
        status=Status(row.status),
        day=day_of(days_of(said, published)[1]),
        version=row.number,
        article=article,
        snippet=snippet(row.content, terms),
    )
