"""Speakers: who has this name, and what one of them said, when, where, and under what role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from onrecord.record import schema
from onrecord.record.codes import day_of, fold, month_words
from onrecord.record.filters import speakers_named
from onrecord.record.query import Query
from onrecord.record.searching import search_statements
from onrecord.record.views import Count, Page, RoleView, SpeakerRow, SpeakerView
from onrecord.records import SpeakerType

_LISTED = 50
"""Venues, roles and publishers shown of a speaker."""


def list_speakers(connection: Connection, name: str, *, limit: int, offset: int) -> Page[SpeakerRow]:
    """Speakers with this name or a part of it: whole names first, then those most quoted."""
    speakers, names = schema.speakers.c, schema.names.c
    wanted = [speakers.statements > 0]
    order: list[ColumnElement[Any]] = [speakers.statements.desc(), speakers.key.desc()]
    whole = select(names.speaker_key).where(names.folded == fold(name))
    if name.strip():
        wanted.append(speakers.key.in_(speakers_named(name)))
        order.insert(0, speakers.key.not_in(whole))
    keys = connection.scalars(select(speakers.key).where(*wanted).order_by(*order).limit(limit).offset(offset)).all()
    exact = set(connection.scalars(whole.where(names.speaker_key.in_(keys)))) if name.strip() else set()
    total = connection.scalar(select(func.count()).select_from(schema.speakers).where(*wanted)) or 0
    return Page(_rows(connection, keys, exact), total, limit, offset)


def find_speaker(connection: Connection, id: str, *, limit: int, offset: int) -> SpeakerView | None:
    """A speaker's page."""
    key = connection.scalar(select(schema.speakers.c.key).where(schema.speakers.c.id == id))
    if key is None:
        return None
    (row,) = _rows(connection, [key])
    return SpeakerView(
        speaker=row,
        statements=search_statements(connection, Query(speaker_id=id, limit=limit, offset=offset), facets=False),
        months=_months(connection, key),
        venues=_venues(connection, key),
        publishers=_publishers(connection, key),
        roles=_roles(connection, key),
    )


def _rows(connection: Connection, keys: Sequence[int], exact: Collection[int] = ()) -> tuple[SpeakerRow, ...]:
    """The speakers with these keys, in this order."""
    speakers, entries = schema.speakers.c, schema.entries.c
    his = entries.speaker_key == speakers.key
    columns = (
        select(func.min(entries.day)).where(his, entries.day.is_not(None)).scalar_subquery().label("first"),
        select(func.max(entries.day)).where(his).scalar_subquery().label("last"),
        select(func.count(entries.article_key.distinct())).where(his).scalar_subquery().label("articles"),
    )
    rows = {row.key: row for row in connection.execute(select(schema.speakers, *columns).where(speakers.key.in_(keys)))}
    others, roles = _other_names(connection, rows), _first_roles(connection, keys)
    return tuple(_speaker_row(rows[key], roles.get(key), others[key], exact=key in exact) for key in keys)


def _speaker_row(row: Any, role: str | None, others: Sequence[str], *, exact: bool) -> SpeakerRow:
    return SpeakerRow(
        id=row.id,
        name=row.name,
        type=SpeakerType(row.type),
        role=role,
        other_names=tuple(others),
        statements=row.statements,
        articles=row.articles,
        first=day_of(row.first),
        last=day_of(row.last),
        exact=exact,
    )


def _other_names(connection: Connection, rows: Mapping[int, Any]) -> defaultdict[int, list[str]]:
    """The names of each speaker beside the one it is listed by, in the order they were met."""
    names = schema.names.c
    found: defaultdict[int, list[str]] = defaultdict(list)
    chosen = select(names.speaker_key, names.name, names.folded).where(names.speaker_key.in_(rows))
    for key, name, folded in connection.execute(chosen.order_by(names.key)):
        if folded != fold(rows[key].name):
            found[key].append(name)
    return found


def _first_roles(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    """The role that most articles give each speaker."""
    appearances = schema.appearances.c
    number = func.count().label("number")
    counted = (
        select(appearances.speaker_key, appearances.role)
        .where(appearances.speaker_key.in_(keys), appearances.role.is_not(None))
        .group_by(appearances.speaker_key, appearances.role)
        .order_by(number, func.max(appearances.article_key))
    )
    return {key: role for key, role in connection.execute(counted) if role is not None}


def _months(connection: Connection, key: int) -> tuple[Count, ...]:
    entries = schema.entries.c
    counted = select(entries.month, func.count()).where(entries.speaker_key == key, entries.month.is_not(None))
    rows = connection.execute(counted.group_by(entries.month).order_by(entries.month.desc()))
    return tuple(Count(month_words(month), count) for month, count in rows)


def _venues(connection: Connection, key: int) -> tuple[Count, ...]:
    entries, statements = schema.entries.c, schema.statements.c
    joined = schema.entries.join(schema.statements, entries.statement_key == statements.key)
    counted = select(statements.venue, func.count().label("number")).select_from(joined)
    counted = counted.where(entries.speaker_key == key, statements.venue.is_not(None)).group_by(statements.venue)
    return _counts(connection, counted, statements.venue)


def _publishers(connection: Connection, key: int) -> tuple[Count, ...]:
    entries, publishers = schema.entries.c, schema.publishers.c
    joined = schema.entries.join(schema.publishers, entries.publisher_key == publishers.key)
    counted = select(publishers.name, func.count().label("number")).select_from(joined)
    return _counts(connection, counted.where(entries.speaker_key == key).group_by(publishers.name), publishers.name)


def _counts(connection: Connection, counted: Any, value: Any) -> tuple[Count, ...]:
    """Most frequent first."""
    rows = connection.execute(counted.order_by(func.count().desc(), value).limit(_LISTED))
    return tuple(Count(value, count) for value, count in rows)


def _roles(connection: Connection, key: int) -> tuple[RoleView, ...]:
    appearances, articles = schema.appearances.c, schema.articles.c
    joined = schema.appearances.join(schema.articles, appearances.article_key == articles.key)
    number = func.count().label("number")
    counted = (
        select(appearances.role, number, func.min(articles.day), func.max(articles.day))
        .select_from(joined)
        .where(appearances.speaker_key == key, appearances.role.is_not(None))
        .group_by(appearances.role)
        .order_by(number.desc(), func.max(articles.day).desc())
        .limit(_LISTED)
    )
    return tuple(
        RoleView(role, count, day_of(first), day_of(last))
        for role, count, first, last in connection.execute(counted)
        if role is not None
    )
