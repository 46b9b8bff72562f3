"""Looking things up: an article, its versions, a statement in its source, refusals, the size of the record."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.plain import Plain
from onrecord.record import schema
from onrecord.record.codes import day_of, fold
from onrecord.record.hits import article_columns, article_ref, load_hits, moment
from onrecord.record.packing import unpack_reading
from onrecord.record.views import (
    ArticleRow,
    Counts,
    Page,
    Refusal,
    StatementHit,
    StatementView,
    Status,
    VersionRef,
)
from onrecord.records import Reading, Span, Speaker, Statement


def find_reading(connection: Connection, article_id: str, number: int | None) -> Reading | None:
    """The reading of an article's version."""
    articles, versions = schema.articles.c, schema.versions.c
    wanted = versions.key == articles.version_key if number is None else versions.number == number
    joined = schema.articles.join(schema.versions, versions.article_key == articles.key)
    packed = connection.scalar(select(versions.reading).select_from(joined).where(articles.id == article_id, wanted))
    return unpack_reading(packed) if packed is not None else None


def find_versions(connection: Connection, article_id: str) -> tuple[VersionRef, ...]:
    """The versions of an article, first one first."""
    articles, versions = schema.articles.c, schema.versions.c
    joined = schema.versions.join(schema.articles, versions.article_key == articles.key)
    chosen = select(*version_columns()).select_from(joined).where(articles.id == article_id).order_by(versions.number)
    return tuple(version_ref(row) for row in connection.execute(chosen))


def version_columns() -> tuple[Any, ...]:
    """Columns of versions and articles that `version_ref` reads."""
    versions = schema.versions.c
    return (
        versions.number,
        versions.version,
        versions.title,
        versions.published,
        versions.modified,
        versions.added_at,
        versions.origin,
        versions.statements,
        (versions.key == schema.articles.c.version_key).label("current"),
    )


def version_ref(row: Any) -> VersionRef:
    """A version of an article from a row with `version_columns`."""
    return VersionRef(
        number=row.number,
        version=row.version,
        title=row.title,
        published=moment(row.published),
        modified=moment(row.modified),
        added=datetime.fromisoformat(row.added_at),
        origin=row.origin,
        statements=row.statements,
        current=bool(row.current),
    )


def find_statement(connection: Connection, id: str) -> StatementView | None:
    """A statement in the newest version in which it stands."""
    statements, versions, articles = schema.statements.c, schema.versions.c, schema.articles.c
    joined = schema.statements.join(schema.versions, statements.version_key == versions.key).join(
        schema.articles, statements.article_key == articles.key
    )
    columns = (
        statements.key.label("statement_key"),
        statements.spans,
        versions.reading,
        *version_columns(),
    )
    row = connection.execute(select(*columns).select_from(joined).where(statements.id == id)).one_or_none()
    if row is None:
        return None
    reading = unpack_reading(row.reading)
    (hit,) = load_hits(connection, [row.statement_key])
    statement = next((one for one in reading.statements if one.id == id), None)
    if statement is None:  # withdrawn: the version was read again, and this was not found any more
        statement = _statement(hit, json.loads(row.spans))
    return StatementView(hit, statement, reading.article, version_ref(row))


def _statement(hit: StatementHit, spans: Plain) -> Statement:
    """A statement from what is on record of it by itself."""
    who = hit.speaker
    return Statement(
        id=hit.id,
        content=tuple(Span(*span) for span in spans["content"]),
        cue=Span(*spans["cue"]) if spans["cue"] else None,
        source=Span(*spans["source"]) if spans["source"] else None,
        kind=hit.kind,
        act=hit.act,
        speaker=Speaker(who.id, who.name, who.type, who.role) if who else None,
        said=hit.said,
        venue=hit.venue,
        confidence=hit.confidence,
    )


def find_gone(connection: Connection, article_id: str) -> tuple[StatementHit, ...]:
    """Statements of an article whose words are gone, in the order they had."""
    statements, articles = schema.statements.c, schema.articles.c
    joined = schema.statements.join(schema.articles, statements.article_key == articles.key)
    wanted = (articles.id == article_id) & (statements.status == Status.GONE)
    chosen = (
        select(statements.key).select_from(joined).where(wanted).order_by(statements.version_key, statements.position)
    )
    return load_hits(connection, connection.scalars(chosen).all())


def list_articles(connection: Connection, *, publisher: str | None, limit: int, offset: int) -> Page[ArticleRow]:
    """Articles, newest first."""
    articles, versions, publishers = schema.articles.c, schema.versions.c, schema.publishers.c
    wanted = []
    if publisher is not None and publisher.strip():
        key = connection.scalar(select(publishers.key).where(publishers.folded == fold(publisher)))
        wanted.append(articles.publisher_key == (key or 0))
    newest = (articles.day.desc().nulls_last(), articles.key.desc())
    keys = select(articles.key).where(*wanted).order_by(*newest).limit(limit).offset(offset).subquery()
    others = select(func.count()).where(schema.versions.c.article_key == articles.key)
    number = others.correlate(schema.articles).scalar_subquery()
    joined = schema.articles.join(keys, keys.c.key == articles.key).join(
        schema.versions, versions.key == articles.version_key
    )
    chosen = select(*article_columns(), articles.statements, number.label("versions")).select_from(joined)
    rows = connection.execute(chosen.order_by(*newest)).all()
    total = connection.scalar(select(func.count()).select_from(schema.articles).where(*wanted)) or 0
    items = tuple(ArticleRow(article_ref(row), row.statements, row.versions) for row in rows)
    return Page(items, total, limit, offset)


def list_refusals(connection: Connection, *, limit: int, offset: int) -> Page[Refusal]:
    """Refusals, latest first."""
    refusals = schema.refusals.c
    chosen = select(schema.refusals).order_by(refusals.at.desc(), refusals.key.desc()).limit(limit).offset(offset)
    items = tuple(
        Refusal(row.origin, row.kind, row.reason, row.hint, datetime.fromisoformat(row.at))
        for row in connection.execute(chosen)
    )
    return Page(items, _size(connection, schema.refusals), limit, offset)


def count_all(connection: Connection) -> Counts:
    """How much is on record."""
    entries, tally, speakers = schema.entries.c, schema.tallies.c, schema.speakers.c
    kept = {
        row.field: row.number
        for row in connection.execute(select(tally.field, tally.number).where(tally.field.in_(("all", "gone"))))
    }
    quoted = select(func.count()).select_from(schema.speakers).where(speakers.statements > 0)
    return Counts(
        articles=_size(connection, schema.articles),
        versions=_size(connection, schema.versions),
        statements=kept.get("all", 0),
        gone=kept.get("gone", 0),
        speakers=connection.scalar(quoted) or 0,
        publishers=_size(connection, schema.publishers),
        refusals=_size(connection, schema.refusals),
        first=day_of(connection.scalar(select(func.min(entries.day)))),
        last=day_of(connection.scalar(select(func.max(entries.day)))),
    )


def _size(connection: Connection, table: Any) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
