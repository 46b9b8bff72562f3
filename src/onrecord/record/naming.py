"""Speakers across articles: one row for each speaker id, all its names, and the articles it appears in."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.record import schema
from onrecord.record.codes import fold
from onrecord.records import Reading, Speaker


def note_speakers(connection: Connection, reading: Reading) -> dict[str, int]:
    """Put those who speak or take part in events on the record, with their names, where they are new.

    Gives the key of each id.
    """
    speakers = {speaker.id: speaker for speaker in reading.everybody}
    if not speakers:
        return {}
    keys = _keys_and_names(connection, speakers)
    fresh = [speaker for id, speaker in speakers.items() if id not in keys]
    if fresh:
        rows = [{"id": one.id, "name": one.name, "type": one.type, "statements": 0} for one in fresh]
        connection.execute(schema.speakers.insert(), rows)
        keys |= _keys_and_names(connection, {one.id: one for one in fresh})
    for id, (key, name) in keys.items():
        if name.isupper() and not speakers[id].name.isupper():  # a page that shouts its names came first
            connection.execute(update(schema.speakers).where(schema.speakers.c.key == key), {"name": speakers[id].name})
    found = {id: key for id, (key, _) in keys.items()}
    _note_names(connection, speakers, found)
    return found


def _keys_and_names(connection: Connection, speakers: dict[str, Speaker]) -> dict[str, tuple[int, str]]:
    table = schema.speakers.c
    rows = connection.execute(select(table.id, table.key, table.name).where(table.id.in_(speakers)))
    return {row.id: (row.key, row.name) for row in rows}


def _note_names(connection: Connection, speakers: dict[str, Speaker], keys: dict[str, int]) -> None:
    table = schema.names.c
    known = {
        (row.speaker_key, row.folded)
        for row in connection.execute(
            select(table.speaker_key, table.folded).where(table.speaker_key.in_(keys.values()))
        )
    }
    fresh: dict[tuple[int, str], str] = {}
    for id, speaker in speakers.items():
        for name in (speaker.name, *speaker.other_names):
            place = (keys[id], fold(name))
            if place[1] and place not in known:
                fresh.setdefault(place, name)
    if not fresh:
        return
    last = connection.scalar(select(func.max(table.key))) or 0
    rows = [{"speaker_key": key, "folded": folded, "name": name} for (key, folded), name in fresh.items()]
    connection.execute(schema.names.insert(), rows)
    new_ones = "INSERT INTO name_words (rowid, folded) SELECT key, folded FROM names WHERE key > :last"
    connection.execute(text(new_ones), {"last": last})


def note_appearances(connection: Connection, article_key: int, reading: Reading, speaker_keys: dict[str, int]) -> None:
    """Note who appears in an article and as what, in the newest version's words; forget who does no longer."""
    table, statements = schema.appearances, schema.statements.c
    rows = [
        {"article_key": article_key, "speaker_key": speaker_keys[one.id], "name": one.name, "role": one.role}
        for one in reading.everybody
    ]
    if rows:
        put = upsert(table)
        changed = {"name": put.excluded.name, "role": put.excluded.role}
        connection.execute(put.on_conflict_do_update(index_elements=["article_key", "speaker_key"], set_=changed), rows)
    speaking = select(statements.speaker_key).where(
        statements.article_key == article_key, statements.speaker_key.is_not(None)
    )
    kept = table.c.speaker_key.in_(set(speaker_keys.values())) | table.c.speaker_key.in_(speaking)
    connection.execute(delete(table).where(table.c.article_key == article_key, ~kept))


def note_speaking(connection: Connection, article_key: int) -> None:
    """Note those who speak in an article's statements and are not noted yet (an earlier version came in late)."""
    table, statements = schema.appearances, schema.statements.c
    rows = connection.execute(
        select(statements.article_key, statements.speaker_key, statements.speaker_name.label("name"), statements.role)
        .where(statements.article_key == article_key, statements.speaker_key.is_not(None))
        .distinct()
    ).all()
    if rows:
        put = upsert(table).on_conflict_do_nothing(index_elements=["article_key", "speaker_key"])
        connection.execute(put, [dict(row._mapping) for row in rows])
