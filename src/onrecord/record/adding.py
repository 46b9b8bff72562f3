"""Putting a reading on the record: all of it or nothing, and nothing where it is there already."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.plain import Plain, moment_to_plain, reading_to_plain
from onrecord.record import schema
from onrecord.record.packing import json_bytes
from onrecord.record.statements import take_as_earlier, take_as_newest
from onrecord.record.views import Outcome
from onrecord.records import ID_LENGTH, Article, EventStatus, EventType, Reading, parse_moment


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reading on its way in. digest: identity of the whole reading, words, findings and model."""

    reading: Reading
    plain: Plain
    digest: str
    origin: str
    fingerprint: str | None


def incoming(reading: Reading, *, origin: str, fingerprint: str | None) -> Incoming:
    """Get a reading ready.

    Raises ValueError on a statement whose speaker is not among the reading's, and on an event without a mention or of a
    type or status that there is not.
    """
    speakers = set(reading.speakers)
    for statement in reading.statements:
        if statement.speaker is not None and statement.speaker not in speakers:
            raise ValueError(f"statement {statement.id}: its speaker {statement.speaker.name!r} is not in the reading")
    for event in reading.events:
        if not event.mentions:
            raise ValueError(f"event {event.id}: no words tell it")
        EventType(event.type), EventStatus(event.status)
    plain = reading_to_plain(reading)
    return Incoming(reading, plain, hashlib.sha256(json_bytes(plain)).hexdigest()[:ID_LENGTH], origin, fingerprint)


def is_known(connection: Connection, new: Incoming) -> bool:
    """Whether adding this would change nothing at all."""
    article = _article_row(connection, new.reading.article.id)
    version = _version_row(connection, article.key, new.reading.article.version) if article else None
    if article is None or version is None or _is_new_reading(article, version, new):
        return False
    refused = connection.scalar(select(schema.refusals.c.key).where(schema.refusals.c.origin == new.origin))
    return refused is None and not _input_changes(connection, new, version.key)


def add_reading(connection: Connection, new: Incoming) -> Outcome:
    """Put it on the record, inside a writing transaction; an earlier refusal of its origin is forgotten."""
    article = _article_row(connection, new.reading.article.id)
    version = _version_row(connection, article.key, new.reading.article.version) if article else None
    if article is None:
        outcome, version_key = Outcome.ADDED, _add_article(connection, new)
    elif version is None:
        outcome, version_key = Outcome.UPDATED, _add_version(connection, article, new)
    elif _is_new_reading(article, version, new):
        outcome, version_key = Outcome.UPDATED, _read_again(connection, article, version, new)
    else:
        outcome, version_key = Outcome.UNCHANGED, version.key
    if _input_changes(connection, new, version_key):
        _note_input(connection, new, version_key)
    connection.execute(delete(schema.refusals).where(schema.refusals.c.origin == new.origin))
    return outcome


# Articles and versions


def _article_row(connection: Connection, id: str) -> Any | None:
    return connection.execute(select(schema.articles).where(schema.articles.c.id == id)).one_or_none()


def _version_row(connection: Connection, article_key: int, version: str) -> Any | None:
    table = schema.versions.c
    columns = (table.key, table.origin, table.reading_digest, table.model_name, table.model_version)
    wanted = (table.article_key == article_key) & (table.version == version)
    return connection.execute(select(*columns).where(wanted)).one_or_none()


def _is_new_reading(article: Any, version: Any, new: Incoming) -> bool:
    """Whether words that are on record were read anew: by another model, or otherwise from the same input.

    Two inputs with the same words (a page and its text) may differ in furniture; the first one stays, or each run over
    both would turn the record back and forth. A version that is not the newest stays as it was read.
    """
    if version.key != article.version_key or version.reading_digest == new.digest:
        return False
    model = new.reading.model
    return bool(
        (version.model_name, version.model_version) != (model.name, model.version) or version.origin == new.origin
    )


def _add_article(connection: Connection, new: Incoming) -> int:
    row = {"id": new.reading.article.id, "statements": 0}
    article_key = _insert(connection, schema.articles.insert(), row)
    version_key = _insert_version(connection, article_key, 1, new)
    take_as_newest(connection, article_key, version_key, new.reading, new.plain)
    return version_key


def _add_version(connection: Connection, article: Any, new: Incoming) -> int:
    table = schema.versions.c
    rows = connection.execute(
        select(table.key, table.number, table.published, table.modified).where(table.article_key == article.key)
    ).all()
    version_key = _insert_version(connection, article.key, max(row.number for row in rows) + 1, new)
    newest = next(row for row in rows if row.key == article.version_key)
    if _is_earlier(new.reading.article, newest):
        take_as_earlier(connection, article, version_key, new.reading, new.plain)
    else:
        take_as_newest(connection, article.key, version_key, new.reading, new.plain)
    return version_key


def _read_again(connection: Connection, article: Any, version: Any, new: Incoming) -> int:
    row = _version_columns(new)
    connection.execute(update(schema.versions).where(schema.versions.c.key == version.key), row)
    take_as_newest(connection, article.key, version.key, new.reading, new.plain)
    return int(version.key)


def _is_earlier(article: Article, newest: Any) -> bool:
    """Whether this is an older state of the page than the one shown, as far as the two tell. In doubt it is newer."""
    told, words = article.modified or article.published, newest.modified or newest.published
    if told is None or words is None:
        return False
    shown = parse_moment(words)
    if isinstance(told, datetime) and isinstance(shown, datetime):
        return told < shown
    return _day(told) < _day(shown)


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _insert_version(connection: Connection, article_key: int, number: int, new: Incoming) -> int:
    article = new.reading.article
    row = {
        "article_key": article_key,
        "number": number,
        "version": article.version,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": moment_to_plain(article.published),
        "published_precision": article.published_precision,
        "modified": moment_to_plain(article.modified),
        "language": article.language,
        "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
        **_version_columns(new),
    }
    return _insert(connection, schema.versions.insert(), row)


def _version_columns(new: Incoming) -> Plain:
    """The columns that another reading of the same words changes."""
    return {
        "origin": new.origin,
        "model_name": new.reading.model.name,
        "model_version": new.reading.model.version,
        "reading_digest": new.digest,
        "statements": len(new.reading.statements),
        "reading": b"",  # written by `statements`, once the permalinks are known
    }


def _insert(connection: Connection, insert: Any, row: Plain) -> int:
    key = connection.execute(insert, row).inserted_primary_key
    assert key is not None
    return int(key[0])


# Inputs


def _input_changes(connection: Connection, new: Incoming, version_key: int) -> bool:
    """Whether what is noted about this input differs. No fingerprint told: the one on record for it still holds."""
    noted = connection.execute(select(schema.inputs).where(schema.inputs.c.origin == new.origin)).one_or_none()
    if noted is None:
        return True
    model = new.reading.model
    fingerprint = new.fingerprint or noted.fingerprint
    return tuple(noted) != (new.origin, fingerprint, version_key, model.name, model.version)


def _note_input(connection: Connection, new: Incoming, version_key: int) -> None:
    model = new.reading.model
    row = {
        "origin": new.origin,
        "fingerprint": new.fingerprint,
        "version_key": version_key,
        "model_name": model.name,
        "model_version": model.version,
    }
    connection.execute(upsert(schema.inputs).on_conflict_do_update(index_elements=["origin"], set_=row), row)
