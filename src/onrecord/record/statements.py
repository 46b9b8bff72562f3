"""The statements of an article across its versions: current, gone or withdrawn, each with the id it first got.

Its events go the same way, in `events`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from onrecord.plain import Plain, moment_to_plain
from onrecord.record import schema
from onrecord.record.codes import fold
from onrecord.record.events import EventPlan, plan_events, take_earlier_events, take_newest_events
from onrecord.record.hits import pieces_of
from onrecord.record.indexing import index_article, index_statements, unindex_article
from onrecord.record.matching import Known, match_statements, permalinks, words_stand
from onrecord.record.naming import note_appearances, note_speakers, note_speaking
from onrecord.record.packing import pack, unpack
from onrecord.record.views import Status
from onrecord.records import Reading, Span, Statement


def take_as_newest(connection: Connection, article_key: int, version_key: int, reading: Reading, plain: Plain) -> None:
    """Make this version the one that is shown: its statements are current, those not in it are marked."""
    rows = _statement_rows(connection, article_key)
    matched = match_statements([_known(row) for row in rows], reading)
    events = plan_events(connection, article_key, reading)
    ids = _store_reading(connection, version_key, reading, plain, matched, events)
    unindex_article(connection, article_key)
    speaker_keys = note_speakers(connection, reading)
    columns = [
        {**_columns(statement, reading, speaker_keys), "article_key": article_key, "version_key": version_key}
        | {"id": id, "position": position, "status": Status.CURRENT}
        for position, (id, statement) in enumerate(zip(ids, reading.statements, strict=True))
    ]
    for position, known in matched.items():
        wanted = schema.statements.c.key == known.key
        connection.execute(update(schema.statements).where(wanted), columns[position])
    fresh = [row for position, row in enumerate(columns) if position not in matched]
    if fresh:
        connection.execute(schema.statements.insert(), fresh)
    _mark_missing(connection, rows, {one.key for one in matched.values()}, reading.article.text)
    publisher_key = _publisher_key(connection, reading.article.publisher)
    day = reading.article.published_day
    head = {"version_key": version_key, "publisher_key": publisher_key, "statements": len(reading.statements)}
    head["day"] = day.toordinal() if day else None
    connection.execute(update(schema.articles).where(schema.articles.c.key == article_key), head)
    note_appearances(connection, article_key, reading, speaker_keys)
    index_article(connection, article_key)
    take_newest_events(connection, article_key, version_key, reading, events, speaker_keys)


def take_as_earlier(connection: Connection, article: Any, version_key: int, reading: Reading, plain: Plain) -> None:
    """Keep an older version that came in late: what is shown stays, statements that only it has are kept as gone."""
    rows = _statement_rows(connection, article.key)
    matched = match_statements([_known(row) for row in rows], reading)
    events = plan_events(connection, article.key, reading)
    ids = _store_reading(connection, version_key, reading, plain, matched, events)
    speaker_keys = note_speakers(connection, reading)
    shown = _text_of(connection, article.version_key)
    fresh = []
    for position, (id, statement) in enumerate(zip(ids, reading.statements, strict=True)):
        if position not in matched:
            columns = _columns(statement, reading, speaker_keys)
            status = _status_of_missing(_spans_of(json.loads(columns["spans"])), reading.article.text, shown)
            place = {"article_key": article.key, "version_key": version_key, "id": id, "position": position}
            fresh.append({**columns, **place, "status": status})
    if fresh:
        connection.execute(schema.statements.insert(), fresh)
        index_statements(connection, article.key, [row["id"] for row in fresh])
    note_speaking(connection, article.key)
    take_earlier_events(connection, article.key, version_key, reading, events, speaker_keys, shown)


def _statement_rows(connection: Connection, article_key: int) -> Sequence[Any]:
    statements, speakers = schema.statements.c, schema.speakers.c
    columns = (
        statements.key,
        statements.id,
        statements.version_key,
        statements.position,
        statements.status,
        statements.content,
        statements.spans,
        statements.source,
        speakers.id.label("speaker"),
    )
    joined = schema.statements.outerjoin(schema.speakers, statements.speaker_key == speakers.key)
    return connection.execute(select(*columns).select_from(joined).where(statements.article_key == article_key)).all()


def _known(row: Any) -> Known:
    return Known(
        key=row.key,
        id=row.id,
        content=pieces_of(row.content, json.loads(row.spans)["content"]),
        source=row.source,
        speaker=row.speaker,
        position=row.position,
        current=row.status == Status.CURRENT,
    )


def _store_reading(
    connection: Connection,
    version_key: int,
    reading: Reading,
    plain: Plain,
    matched: dict[int, Known],
    events: EventPlan,
) -> list[str]:
    """Write the whole reading to its version, with the ids on the record; give those of its statements."""

    def taken(ids: set[str]) -> set[str]:
        return set(connection.scalars(select(schema.statements.c.id).where(schema.statements.c.id.in_(ids))))

    ids = permalinks([one.id for one in reading.statements], reading.article.version, matched, taken)
    plain = plain | {
        name: [one | {"id": id} for id, one in zip(new_ids, plain[name], strict=True)]
        for name, new_ids in (("statements", ids), ("events", events.ids))
    }
    packed = pack(plain)
    connection.execute(update(schema.versions).where(schema.versions.c.key == version_key), {"reading": packed})
    return ids


def _columns(statement: Statement, reading: Reading, speaker_keys: dict[str, int]) -> Plain:
    text, speaker, said = reading.article.text, statement.speaker, statement.said
    spans = {
        "content": [(span.start, span.end) for span in statement.content],
        "cue": (statement.cue.start, statement.cue.end) if statement.cue else None,
        "source": (statement.source.start, statement.source.end) if statement.source else None,
    }
    return {
        "content": schema.JOINT.join(span.of(text) for span in statement.content),
        "spans": json.dumps(spans, separators=(",", ":")),
        "cue": statement.cue.of(text) if statement.cue else None,
        "source": statement.source.of(text) if statement.source else None,
        "kind": statement.kind,
        "act": statement.act,
        "speaker_key": speaker_keys[speaker.id] if speaker else None,
        "speaker_name": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "said_earliest": moment_to_plain(said.earliest) if said else None,
        "said_latest": moment_to_plain(said.latest) if said else None,
        "venue": statement.venue,
        "confidence": round(statement.confidence, 4),
    }


def _mark_missing(connection: Connection, rows: Sequence[Any], found: set[int], newest_text: str) -> None:
    """Mark statements that are not in the newest version any more; their words say whether they are gone from it."""
    texts: dict[int, str] = {}
    for row in rows:
        if row.key in found:
            continue
        text = texts.get(row.version_key)
        if text is None:
            text = texts[row.version_key] = _text_of(connection, row.version_key)
        status = _status_of_missing(_spans_of(json.loads(row.spans)), text, newest_text)
        if status != row.status:
            wanted = schema.statements.c.key == row.key
            connection.execute(update(schema.statements).where(wanted), {"status": status})


def _status_of_missing(spans: Sequence[Span], text: str, newest_text: str) -> Status:
    return Status.WITHDRAWN if words_stand(spans, text, newest_text) else Status.GONE


def _spans_of(spans: Plain) -> list[Span]:
    single = [spans[name] for name in ("cue", "source") if spans[name]]
    return [Span(start, end) for start, end in [*spans["content"], *single]]


def _text_of(connection: Connection, version_key: int) -> str:
    packed = connection.scalar(select(schema.versions.c.reading).where(schema.versions.c.key == version_key))
    assert packed is not None
    return str(unpack(packed)["article"]["text"])


def _publisher_key(connection: Connection, name: str | None) -> int | None:
    if name is None or not name.strip():
        return None
    wanted = schema.publishers.c.folded == fold(name)
    key = connection.scalar(select(schema.publishers.c.key).where(wanted))
    if key is not None:
        return int(key)
    inserted = connection.execute(schema.publishers.insert(), {"name": name, "folded": fold(name)}).inserted_primary_key
    assert inserted is not None
    return int(inserted[0])
