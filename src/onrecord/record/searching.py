"""Searches: one page of statements, how many there are in all, and what they divide into."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Text, cast, func, select

from onrecord.record import schema
from onrecord.record.codes import ACTS, KINDS, TYPES, month_words
from onrecord.record.filters import Filters, filters_of, keys_in_order
from onrecord.record.hits import load_hits
from onrecord.record.query import Query
from onrecord.record.views import Facet, FacetValue, Page, StatementHit

FACET_LENGTH = 20
"""Values shown of each facet."""

MONTHS_LENGTH = 36
"""Months shown, newest first."""

FIELDS = ("speaker", "publisher", "kind", "act", "type", "month")

Tally = dict[int, int]


def search_statements(connection: Connection, query: Query, *, facets: bool) -> Page[StatementHit]:
    """A page of the statements that meet a query."""
    filters = filters_of(connection, query)
    keys = connection.scalars(keys_in_order(filters).limit(query.limit).offset(query.offset)).all()
    if facets and not filters.blank:
        total, tallies = _tallies_of(connection, filters)
    else:
        total, tallies = count_statements(connection, filters), {}
        if facets:
            tallies = _tallies_of_all(connection)
    return Page(
        items=load_hits(connection, keys, filters.match),
        total=total,
        limit=query.limit,
        offset=query.offset,
        facets=tuple(_facet(connection, field, tallies[field]) for field in FIELDS) if facets else (),
    )


def count_statements(connection: Connection, filters: Filters) -> int:
    """How many statements meet the filters."""
    if filters.blank:
        tally = schema.tallies.c
        return connection.scalar(select(tally.number).where(tally.field == "all")) or 0
    return connection.scalar(select(func.count()).select_from(filters.source).where(*filters.conditions)) or 0


def _tallies_of_all(connection: Connection) -> dict[str, Tally]:
    """The counts that are kept up as statements come in, so that the whole record is never counted through."""
    tally, speakers = schema.tallies.c, schema.speakers.c
    found: dict[str, Tally] = {field: {} for field in FIELDS}
    for row in connection.execute(select(tally.field, tally.value, tally.number).where(tally.number > 0)):
        found.setdefault("publisher" if row.field == "publisher_key" else row.field, {})[row.value] = row.number
    most = select(speakers.key, speakers.statements).order_by(speakers.statements.desc(), speakers.key.desc())
    found["speaker"] = {row.key: row.statements for row in connection.execute(most.limit(FACET_LENGTH))}
    return found


def _tallies_of(connection: Connection, filters: Filters) -> tuple[int, dict[str, Tally]]:
    """Count through the statements that meet the filters: two numbers for each, in two long texts.

    The texts look odd, but fetching 60,000 rows takes 30 ms, and their numbers in two texts 15 (sqlite3, 2026-11).
    """
    entries = schema.entries.c
    facets = func.aggregate_strings(cast(entries.facets, Text), ",")
    speakers = func.aggregate_strings(cast(func.coalesce(entries.speaker_key, 0), Text), ",")
    counted = select(facets, speakers).select_from(filters.source).where(*filters.conditions)
    first, speaker = map(_numbers, connection.execute(counted).one())
    tallies = {
        "speaker": _tally(speaker),
        "publisher": _tally(first >> 24),
        "kind": _tally((first >> 4) & 3, missing=-1),
        "act": _tally((first >> 3) & 1, missing=-1),
        "type": {value - 1: count for value, count in _tally(first & 7).items()},
        "month": _tally((first >> 6) & 0x3FFFF),
    }
    return len(first), tallies


def _numbers(words: str | None) -> NDArray[np.int64]:
    return np.fromstring(words or "", dtype=np.int64, sep=",")


def _tally(values: NDArray[np.int64], *, missing: int = 0) -> Tally:
    counts = np.bincount(values)
    present = np.flatnonzero(counts)
    return {int(value): int(counts[value]) for value in present if value != missing}


def _facet(connection: Connection, field: str, tally: Tally) -> Facet:
    """The most frequent values with their labels; months newest first."""
    length = MONTHS_LENGTH if field == "month" else FACET_LENGTH
    order: Any = (lambda item: -item[0]) if field == "month" else (lambda item: (-item[1], item[0]))
    shown = sorted(tally.items(), key=order)[:length]
    labels = _labels(connection, field, [value for value, _ in shown])
    values = tuple(FacetValue(*labels[value], count) for value, count in shown if value in labels)
    return Facet(field, values, more=max(0, len(tally) - len(shown)))


def _labels(connection: Connection, field: str, values: list[int]) -> dict[int, tuple[str, str]]:
    """What a Query takes and what people read, for each value."""
    if field == "speaker":
        speakers = schema.speakers.c
        rows = connection.execute(select(speakers.key, speakers.id, speakers.name).where(speakers.key.in_(values)))
        return {row.key: (row.id, row.name) for row in rows}
    if field == "publisher":
        publishers = schema.publishers.c
        rows = connection.execute(select(publishers.key, publishers.name).where(publishers.key.in_(values)))
        return {row.key: (row.name, row.name) for row in rows}
    if field == "month":
        return {value: (month_words(value), month_words(value)) for value in values}
    names = {"kind": KINDS, "act": ACTS, "type": TYPES}[field]
    return {value: (names[value].value, names[value].value) for value in values}
