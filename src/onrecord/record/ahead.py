"""What is to come: the diary's events under filters, those with a day and, in a lane of their own, those without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from onrecord.errors import InputError
from onrecord.record import schema
from onrecord.record.codes import EVENT_STATUSES, EVENT_TYPES, OPEN_END, fold
from onrecord.record.event_hits import load_event_hits
from onrecord.record.filters import key_of, speakers_named
from onrecord.record.query import check_page
from onrecord.record.views import EventHit, Page
from onrecord.records import EventStatus, EventType

_AT_ONCE = 500

AHEAD = (
    EventStatus.CONFIRMED,
    EventStatus.LIKELY,
    EventStatus.TENTATIVE,
    EventStatus.POSSIBLE,
    EventStatus.UNLIKELY,
    EventStatus.POSTPONED,
)
"""Statuses of what may still come. What was called off or ruled out, goes on or has happened is told when asked for."""


@dataclass(frozen=True, slots=True)
class AheadQuery:
    """Filters on events; all given must hold.

    since: the day it is asked for, today if None; what is over by then is left out. until: only what can fall on or
    before this day. statuses, types: any of these; no types are all. person: takes part; a name or a part of it, case
    and accents aside. person_id: exactly this speaker. place: its name or the beginnings of words of it. article_id:
    events of one article. min_confidence: events at least this sure, 0 to 1.
    undated: the lane of those that have no day yet, or one that may be any day from one that has gone by. Under
    `until` an event without any window is in neither lane.
    limit and offset as in Query. Raises InputError where a value makes no sense.
    """

    since: date | None = None
    until: date | None = None
    statuses: tuple[EventStatus, ...] = AHEAD
    types: tuple[EventType, ...] = ()
    person: str | None = None
    person_id: str | None = None
    place: str | None = None
    article_id: str | None = None
    min_confidence: float | None = None
    undated: bool = False
    limit: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        check_page(self.limit, self.offset, self.min_confidence)
        if not self.statuses:
            raise InputError("status", "none is asked for", "name one, or leave the filter out")
        if self.since and self.until and self.since > self.until:
            raise InputError(f"from {self.since} to {self.until}", "ends before it begins", "swap the two days")


def list_ahead(connection: Connection, query: AheadQuery) -> Page[EventHit]:
    """A page of one lane: with a day, soonest first; without, last told first."""
    wanted = _conditions(connection, query)
    keys = connection.scalars(_in_order(query, wanted).limit(query.limit).offset(query.offset)).all()
    total = connection.scalar(select(func.count()).select_from(schema.diary).where(*wanted)) or 0
    return Page(load_event_hits(connection, keys), total, query.limit, query.offset)


def each_ahead(connection: Connection, query: AheadQuery) -> Iterator[EventHit]:
    """Every event under the query, those with a day first; `undated`, `limit` and `offset` do not count."""
    for undated in (False, True):
        lane = replace(query, undated=undated)
        keys = connection.scalars(_in_order(lane, _conditions(connection, lane)))
        for some in keys.partitions(_AT_ONCE):
            yield from load_event_hits(connection, some)


def _in_order(query: AheadQuery, wanted: list[ColumnElement[bool]]) -> Select[Any]:
    diary = schema.diary.c
    order = [diary.told.desc().nulls_last(), diary.article_key.desc(), diary.position]
    if not query.undated:
        # By the last day it may be: what is certain of next week stands before what may be any day this year.
        order = [diary.day, diary.first_day.desc(), *order]
    return select(diary.event_key).where(*wanted).order_by(*order)


def _conditions(connection: Connection, query: AheadQuery) -> list[ColumnElement[bool]]:
    diary = schema.diary.c
    found = [_lane(query), diary.status.in_([EVENT_STATUSES.index(status) for status in query.statuses])]
    if query.until is not None:
        found.append(diary.first_day <= query.until.toordinal())
    if query.types:
        found.append(diary.type.in_([EVENT_TYPES.index(type) for type in query.types]))
    if query.min_confidence is not None:
        found.append(diary.confidence >= query.min_confidence)
    if query.article_id is not None:
        found.append(diary.article_key == key_of(connection, schema.articles, "id", query.article_id))
    if query.place is not None and query.place.strip():
        found.append(diary.place_key.in_(_places_named(query.place)))
    taking_part = schema.participants.c
    if query.person_id is not None:
        speaker = key_of(connection, schema.speakers, "id", query.person_id)
        found.append(diary.event_key.in_(select(taking_part.event_key).where(taking_part.speaker_key == speaker)))
    if query.person is not None and query.person.strip():
        named = taking_part.speaker_key.in_(speakers_named(query.person))
        found.append(diary.event_key.in_(select(taking_part.event_key).where(named)))
    return found


def _lane(query: AheadQuery) -> ColumnElement[bool]:
    """A window is listed by its last day; one without an end by its first, until that has gone by."""
    diary, since = schema.diary.c, (query.since or date.today()).toordinal()
    if not query.undated:
        return diary.day >= since
    day = diary.day + 0  # keeps SQLite from merging two searches by day, which takes twice as long as one walk through
    return or_(day.is_(None), and_(day < since, diary.last_day == OPEN_END))


def _places_named(name: str) -> Select[Any]:
    """Keys of the places with these words, or the beginnings of them, in their name."""
    places = schema.places.c
    words = [(" " + places.folded).contains(f" {word}", autoescape=True) for word in fold(name).split()]
    return select(places.key).where(*words)
