"""The events of an article across its versions: current, gone or withdrawn, each with the id it first got.

The diary, which lists what is to come, has the current ones only: what the newest version no longer tells is not ahead.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from onrecord.plain import Plain, moment_to_plain
from onrecord.record import schema
from onrecord.record.codes import EVENT_STATUSES, EVENT_TYPES, OPEN_END, OPEN_START, fold
from onrecord.record.matching import Head, KnownEvent, match_events, permalinks
from onrecord.record.views import Status
from onrecord.records import Event, EventStatus, EventType, Interval, Reading, Span
from onrecord.speakers.outline import sentences_around


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What will become of a reading's events on the record.

    sentences: of their head mentions. heads: those as words. known: events of this article on record; matched: which
    of the reading's these are, by position. ids: that the reading's events have on the record.
    """

    sentences: tuple[Span, ...]
    heads: tuple[Head, ...]
    known: tuple[KnownEvent, ...]
    matched: dict[int, KnownEvent]
    ids: tuple[str, ...]


def plan_events(connection: Connection, article_key: int, reading: Reading) -> EventPlan:
    """Find out which of a reading's events are on record for its article. Writes nothing."""
    text, table = reading.article.text, schema.events.c
    columns = (table.key, table.id, table.words, table.sentence, table.type, table.position, table.standing)
    rows = connection.execute(select(*columns).where(table.article_key == article_key))
    known = tuple(
        KnownEvent(
            row.key, row.id, Head(row.words, row.sentence, row.type), row.position, row.standing == Status.CURRENT
        )
        for row in rows
    )
    mentions = [event.mentions[0] for event in reading.events]
    sentences = tuple(sentences_around(reading.article, mentions))
    heads = tuple(
        Head(mention.of(text), sentence.of(text), event.type)
        for event, mention, sentence in zip(reading.events, mentions, sentences, strict=True)
    )
    matched = match_events(known, heads)

    def taken(ids: set[str]) -> set[str]:
        return set(connection.scalars(select(table.id).where(table.id.in_(ids))))

    ids = permalinks([event.id for event in reading.events], reading.article.version, matched, taken)
    return EventPlan(sentences, heads, known, matched, tuple(ids))


def take_newest_events(
    connection: Connection,
    article_key: int,
    version_key: int,
    reading: Reading,
    plan: EventPlan,
    speaker_keys: dict[str, int],
) -> None:
    """Make these the events that are shown; those on record that are not among them are marked."""
    connection.execute(delete(schema.diary).where(schema.diary.c.article_key == article_key))
    place = {"article_key": article_key, "version_key": version_key, "standing": Status.CURRENT}
    rows = [row | place for row in _rows(reading, plan, speaker_keys)]
    for position, known in plan.matched.items():
        connection.execute(update(schema.events).where(schema.events.c.key == known.key), rows[position])
    fresh = [row for position, row in enumerate(rows) if position not in plan.matched]
    if fresh:
        connection.execute(schema.events.insert(), fresh)
    found = {known.key for known in plan.matched.values()}
    for known in plan.known:
        if known.key not in found:
            standing = _standing_of_missing(known.head, reading.article.text)
            connection.execute(update(schema.events).where(schema.events.c.key == known.key), {"standing": standing})
    keys = _keys(connection, plan.ids)
    _note_participants(connection, reading, plan, keys, speaker_keys, range(len(reading.events)))
    _write_diary(connection, article_key, reading, [keys[id] for id in plan.ids])


def take_earlier_events(
    connection: Connection,
    article_key: int,
    version_key: int,
    reading: Reading,
    plan: EventPlan,
    speaker_keys: dict[str, int],
    newest_text: str,
) -> None:
    """Keep the events that only an older version has, which came in late."""
    late = [position for position in range(len(reading.events)) if position not in plan.matched]
    if not late:
        return
    rows = _rows(reading, plan, speaker_keys)
    place = {"article_key": article_key, "version_key": version_key}
    fresh = [rows[p] | place | {"standing": _standing_of_missing(plan.heads[p], newest_text)} for p in late]
    connection.execute(schema.events.insert(), fresh)
    _note_participants(connection, reading, plan, _keys(connection, plan.ids), speaker_keys, late)


def _standing_of_missing(head: Head, newest_text: str) -> Status:
    """Whether the words are gone, or are there and not taken for an event any more."""
    return Status.WITHDRAWN if head.sentence in newest_text else Status.GONE


def _rows(reading: Reading, plan: EventPlan, speaker_keys: dict[str, int]) -> list[Plain]:
    """The columns of each event but for its article, version and standing."""
    return [
        {
            "id": plan.ids[position],
            "position": position,
            "words": plan.heads[position].words,
            "sentence": plan.heads[position].sentence,
            "spans": _spans(event, plan.sentences[position]),
            **_columns(event, reading.article.text, speaker_keys),
        }
        for position, event in enumerate(reading.events)
    ]


def _spans(event: Event, sentence: Span) -> str:
    words = event.status_words
    spans = {
        "mentions": [(span.start, span.end) for span in event.mentions],
        "sentence": (sentence.start, sentence.end),
        "status": (words.start, words.end) if words else None,
    }
    return json.dumps(spans, separators=(",", ":"))


def _columns(event: Event, text: str, speaker_keys: dict[str, int]) -> Plain:
    window, teller = event.window or Interval(None, None), event.according_to
    return {
        "label": event.label,
        "type": event.type,
        "status": event.status,
        "status_words": event.status_words.of(text) if event.status_words else None,
        "place": event.place,
        "earliest": moment_to_plain(window.earliest),
        "latest": moment_to_plain(window.latest),
        "teller_key": speaker_keys[teller.id] if teller else None,
        "teller_name": teller.name if teller else None,
        "teller_role": teller.role if teller else None,
        "confidence": round(event.confidence, 4),
    }


def _keys(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    table = schema.events.c
    return {row.id: row.key for row in connection.execute(select(table.id, table.key).where(table.id.in_(ids)))}


def _note_participants(
    connection: Connection,
    reading: Reading,
    plan: EventPlan,
    keys: dict[str, int],
    speaker_keys: dict[str, int],
    positions: Sequence[int],
) -> None:
    """Write who takes part in the events at these positions, in place of what was there."""
    table = schema.participants
    event_keys = [keys[plan.ids[position]] for position in positions]
    connection.execute(delete(table).where(table.c.event_key.in_(event_keys)))
    rows = [
        {"event_key": key, "position": turn, "speaker_key": speaker_keys[one.id], "name": one.name, "role": one.role}
        for position, key in zip(positions, event_keys, strict=True)
        for turn, one in enumerate(reading.events[position].participants)
    ]
    if rows:
        connection.execute(table.insert(), rows)


def _write_diary(connection: Connection, article_key: int, reading: Reading, keys: Sequence[int]) -> None:
    """Enter the events in the diary. keys: of their rows, in the reading's order."""
    published = reading.article.published_day
    places = _place_keys(connection, [event.place for event in reading.events if event.place])
    rows = [
        {
            "event_key": key,
            "article_key": article_key,
            "position": position,
            **_days(event.window),
            "told": published.toordinal() if published else None,
            "status": EVENT_STATUSES.index(EventStatus(event.status)),
            "type": EVENT_TYPES.index(EventType(event.type)),
            "place_key": places[fold(event.place)] if event.place else None,
            "confidence": round(event.confidence, 4),
        }
        for position, (key, event) in enumerate(zip(keys, reading.events, strict=True))
    ]
    if rows:
        connection.execute(schema.diary.insert(), rows)


def _days(window: Interval | None) -> Plain:
    """A window as the days it is listed and searched by: the end it is open on is as far away as can be."""
    if window is None or not (window.earliest or window.latest):
        return {"day": None, "first_day": None, "last_day": None}
    first = window.earliest.toordinal() if window.earliest else OPEN_START
    last = window.latest.toordinal() if window.latest else OPEN_END
    return {"day": first if last == OPEN_END else last, "first_day": first, "last_day": last}


def _place_keys(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """The key of each place by its folded name; new ones are put on record."""
    table = schema.places
    folded = {fold(name): name for name in reversed(names)}

    def known() -> dict[str, int]:
        rows = connection.execute(select(table.c.folded, table.c.key).where(table.c.folded.in_(folded)))
        return {row.folded: row.key for row in rows}

    keys = known() if folded else {}
    fresh = [{"name": folded[one], "folded": one} for one in dict.fromkeys(map(fold, names)) if one not in keys]
    if fresh:
        connection.execute(table.insert(), fresh)
        keys = known()
    return keys
