"""Events as lists and their own pages show them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from onrecord.plain import Plain
from onrecord.record import schema
from onrecord.record.hits import article_columns, article_ref
from onrecord.record.looking import version_columns, version_ref
from onrecord.record.marking import marked
from onrecord.record.packing import unpack_reading
from onrecord.record.views import EventHit, EventView, MentionView, Segment, SpeakerRef, Status
from onrecord.records import Article, Event, EventStatus, EventType, Interval, Span, Speaker, SpeakerType
from onrecord.speakers.outline import sentences_around

_JOINED = schema.events.join(schema.versions, schema.events.c.version_key == schema.versions.c.key).join(
    schema.articles, schema.events.c.article_key == schema.articles.c.key
)


def load_event_hits(connection: Connection, keys: Sequence[int]) -> tuple[EventHit, ...]:
    """The events with these keys, in this order."""
    if not keys:
        return ()
    speakers = schema.speakers.c
    joined = _JOINED.outerjoin(schema.speakers, schema.events.c.teller_key == speakers.key)
    columns = (
        *schema.events.c,
        *article_columns(),
        schema.versions.c.number,
        schema.versions.c.added_at,
        speakers.id.label("teller_id"),
        speakers.type.label("teller_type"),
    )
    rows = connection.execute(select(*columns).select_from(joined).where(schema.events.c.key.in_(keys)))
    taking_part = _participants(connection, keys)
    hits = {row.key: _hit(row, taking_part[row.key]) for row in rows}
    return tuple(hits[key] for key in keys if key in hits)


def find_event(connection: Connection, id: str) -> EventView | None:
    """An event in the newest version in which it stands."""
    columns = (schema.events.c.key.label("event_key"), schema.events.c.spans, schema.versions.c.reading)
    chosen = select(*columns, *version_columns()).select_from(_JOINED).where(schema.events.c.id == id)
    row = connection.execute(chosen).one_or_none()
    if row is None:
        return None
    reading = unpack_reading(row.reading)
    (hit,) = load_event_hits(connection, [row.event_key])
    event = next((one for one in reading.events if one.id == id), None)
    if event is None:  # withdrawn: the version was read again, and this was not found any more
        event = _event(hit, json.loads(row.spans))
    return EventView(hit, event, _mentions(reading.article, event), reading.article, version_ref(row))


def find_events_of(connection: Connection, article_id: str, standing: Status) -> tuple[EventHit, ...]:
    """The events of an article with this standing, in the order they are told."""
    events, articles = schema.events.c, schema.articles.c
    joined = schema.events.join(schema.articles, events.article_key == articles.key)
    wanted = (articles.id == article_id) & (events.standing == standing)
    chosen = select(events.key).select_from(joined).where(wanted).order_by(events.version_key, events.position)
    return load_event_hits(connection, connection.scalars(chosen).all())


def _participants(connection: Connection, keys: Sequence[int]) -> defaultdict[int, list[SpeakerRef]]:
    table, speakers = schema.participants, schema.speakers.c
    columns = (table.c.event_key, speakers.id, table.c.name, speakers.type, table.c.role)
    joined = table.join(schema.speakers, table.c.speaker_key == speakers.key)
    chosen = select(*columns).select_from(joined).where(table.c.event_key.in_(keys))
    found: defaultdict[int, list[SpeakerRef]] = defaultdict(list)
    for row in connection.execute(chosen.order_by(table.c.event_key, table.c.position)):
        found[row.event_key].append(SpeakerRef(row.id, row.name, SpeakerType(row.type), row.role))
    return found


def _hit(row: Any, participants: Sequence[SpeakerRef]) -> EventHit:
    window = teller = None
    if row.earliest or row.latest:
        window = Interval(*(date.fromisoformat(day) if day else None for day in (row.earliest, row.latest)))
    if row.teller_id is not None:
        teller = SpeakerRef(row.teller_id, row.teller_name, SpeakerType(row.teller_type), row.teller_role)
    spans = json.loads(row.spans)
    return EventHit(
        id=row.id,
        label=row.label,
        type=EventType(row.type),
        status=EventStatus(row.status),
        status_words=row.status_words,
        window=window,
        place=row.place,
        participants=tuple(participants),
        according_to=teller,
        confidence=row.confidence,
        words=row.words,
        sentence=_sentence(row.sentence, spans),
        mentions=len(spans["mentions"]),
        standing=Status(row.standing),
        version=row.number,
        added=datetime.fromisoformat(row.added_at),
        article=article_ref(row),
    )


def _sentence(words: str, spans: Plain) -> tuple[Segment, ...]:
    """The head mention's sentence with every mention in it marked."""
    begin = spans["sentence"][0]
    places = [Span(start - begin, end - begin) for start, end in spans["mentions"] if start >= begin]
    return marked(words, Span(0, len(words)), places)


def _mentions(article: Article, event: Event) -> tuple[MentionView, ...]:
    sentences = sentences_around(article, event.mentions)
    return tuple(
        MentionView(span, sentence, marked(article.text, sentence, [span]))
        for span, sentence in zip(event.mentions, sentences, strict=True)
    )


def _event(hit: EventHit, spans: Plain) -> Event:
    """An event from what is on record of it by itself."""
    return Event(
        id=hit.id,
        label=hit.label,
        type=hit.type,
        mentions=tuple(Span(*span) for span in spans["mentions"]),
        participants=tuple(Speaker(one.id, one.name, one.type, one.role) for one in hit.participants),
        place=hit.place,
        window=hit.window,
        status=hit.status,
        status_words=Span(*spans["status"]) if spans["status"] else None,
        according_to=Speaker(who.id, who.name, who.type, who.role) if (who := hit.according_to) else None,
        confidence=hit.confidence,
    )
