"""How a database comes to have the tables of `schema`: small named steps, each applied once, in order.

A step that has been released is never edited: a change is a new step at the end. Each is written out in SQL of its
own time, so that it goes on meaning what it meant.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from onrecord.record import schema

APPLICATION_ID = 0x4F4E5243  # "ONRC" in the file's header: this database is ours


def first_tables(connection: Connection) -> None:
    """Articles and their versions, statements, speakers, and the notes of runs."""
    for statement in _FIRST_TABLES.split(";\n"):
        connection.exec_driver_sql(statement)


def full_text(connection: Connection) -> None:
    """The words of statements and of names, for searching; the texts themselves stay in their tables."""
    for statement in _FULL_TEXT.split(";\n"):
        connection.exec_driver_sql(statement)


def events(connection: Connection) -> None:
    """Events with who takes part, and the diary that lists what is to come. No reading before this step had any."""
    for statement in _EVENTS.split(";\n"):
        connection.exec_driver_sql(statement)


STEPS: tuple[Callable[[Connection], None], ...] = (first_tables, full_text, events)


def migrate(connection: Connection) -> None:
    """Bring the database of this transaction up to date."""
    connection.exec_driver_sql(_MIGRATIONS)
    applied = set(connection.scalars(select(schema.migrations.c.name)))
    for number, step in enumerate(STEPS, start=1):
        if step.__name__ not in applied:
            step(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            row = {"number": number, "name": step.__name__, "applied_at": now}
            connection.execute(schema.migrations.insert(), row)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")


_MIGRATIONS = """
CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied_at TEXT NOT NULL
)"""

_FIRST_TABLES = """
CREATE TABLE publishers (key INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE);
CREATE TABLE articles (
    key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, version_key INTEGER,
    publisher_key INTEGER REFERENCES publishers (key), day INTEGER, statements INTEGER NOT NULL
);
CREATE INDEX articles_by_day ON articles (day, key);
CREATE INDEX articles_by_publisher ON articles (publisher_key, day, key);
CREATE TABLE versions (
    key INTEGER NOT NULL PRIMARY KEY, article_key INTEGER NOT NULL REFERENCES articles (key), number INTEGER NOT NULL,
    version TEXT NOT NULL, url TEXT, title TEXT, publisher TEXT, published TEXT, published_precision TEXT,
    modified TEXT, language TEXT, statements INTEGER NOT NULL, origin TEXT NOT NULL, added_at TEXT NOT NULL,
    model_name TEXT NOT NULL, model_version TEXT NOT NULL, reading_digest TEXT NOT NULL, reading BLOB NOT NULL,
    UNIQUE (article_key, number), UNIQUE (article_key, version)
);
CREATE TABLE speakers (
    key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, type TEXT NOT NULL,
    statements INTEGER NOT NULL
);
CREATE INDEX speakers_by_statements ON speakers (statements);
CREATE TABLE names (
    key INTEGER NOT NULL PRIMARY KEY, speaker_key INTEGER NOT NULL REFERENCES speakers (key), name TEXT NOT NULL,
    folded TEXT NOT NULL, UNIQUE (speaker_key, folded)
);
CREATE INDEX names_by_folded ON names (folded);
CREATE TABLE appearances (
    article_key INTEGER NOT NULL REFERENCES articles (key), speaker_key INTEGER NOT NULL REFERENCES speakers (key),
    name TEXT NOT NULL, role TEXT, PRIMARY KEY (article_key, speaker_key)
) WITHOUT ROWID;
CREATE INDEX appearances_by_speaker ON appearances (speaker_key, role);
CREATE TABLE statements (
    key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article_key INTEGER NOT NULL REFERENCES articles (key), version_key INTEGER NOT NULL REFERENCES versions (key),
    position INTEGER NOT NULL, status TEXT NOT NULL, content TEXT NOT NULL, spans TEXT NOT NULL, cue TEXT, source TEXT,
    kind TEXT NOT NULL, act TEXT NOT NULL, speaker_key INTEGER REFERENCES speakers (key), speaker_name TEXT, role TEXT,
    said_earliest TEXT, said_latest TEXT, venue TEXT, confidence FLOAT NOT NULL
);
CREATE INDEX statements_by_article ON statements (article_key, position);
CREATE TABLE entries (
    statement_key INTEGER NOT NULL PRIMARY KEY REFERENCES statements (key),
    article_key INTEGER NOT NULL REFERENCES articles (key), position INTEGER NOT NULL, speaker_key INTEGER,
    publisher_key INTEGER, first_day INTEGER, day INTEGER, month INTEGER, kind INTEGER NOT NULL, act INTEGER NOT NULL,
    type INTEGER, gone INTEGER NOT NULL, facets BIGINT NOT NULL, confidence FLOAT NOT NULL
);
CREATE INDEX entries_by_day ON entries (day DESC, article_key DESC, position);
CREATE INDEX entries_by_speaker ON entries (speaker_key, day DESC, article_key DESC, position);
CREATE INDEX entries_by_publisher ON entries (publisher_key, day DESC, article_key DESC, position);
CREATE INDEX entries_by_article ON entries (article_key, position);
CREATE TABLE tallies (
    field TEXT NOT NULL, value INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (field, value)
) WITHOUT ROWID;
CREATE TABLE inputs (
    origin TEXT NOT NULL PRIMARY KEY, fingerprint TEXT, version_key INTEGER NOT NULL REFERENCES versions (key),
    model_name TEXT NOT NULL, model_version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE refusals (
    key INTEGER NOT NULL PRIMARY KEY, origin TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, reason TEXT NOT NULL, hint TEXT,
    at TEXT NOT NULL
);
CREATE TABLE runs (
    key INTEGER NOT NULL PRIMARY KEY, started_at TEXT NOT NULL, finished_at TEXT, added INTEGER NOT NULL,
    unchanged INTEGER NOT NULL, updated INTEGER NOT NULL, refused INTEGER NOT NULL
)"""

_FULL_TEXT = """
CREATE VIEW statement_texts AS
    SELECT statements.key AS key, statements.content AS content, statements.speaker_name AS speaker,
        versions.title AS title
    FROM statements JOIN versions ON versions.key = statements.version_key
    WHERE statements.status != 'withdrawn';
CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, speaker, title, content = 'statement_texts', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE name_words USING fts5 (
    folded, content = 'names', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
)"""

_EVENTS = """
CREATE TABLE events (
    key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article_key INTEGER NOT NULL REFERENCES articles (key), version_key INTEGER NOT NULL REFERENCES versions (key),
    position INTEGER NOT NULL, standing TEXT NOT NULL, label TEXT NOT NULL, type TEXT NOT NULL, words TEXT NOT NULL,
    sentence TEXT NOT NULL, spans TEXT NOT NULL, status TEXT NOT NULL, status_words TEXT, place TEXT, earliest TEXT,
    latest TEXT, teller_key INTEGER REFERENCES speakers (key), teller_name TEXT, teller_role TEXT,
    confidence FLOAT NOT NULL
);
CREATE INDEX events_by_article ON events (article_key, position);
CREATE TABLE participants (
    event_key INTEGER NOT NULL REFERENCES events (key), position INTEGER NOT NULL,
    speaker_key INTEGER NOT NULL REFERENCES speakers (key), name TEXT NOT NULL, role TEXT,
    PRIMARY KEY (event_key, position)
) WITHOUT ROWID;
CREATE INDEX participants_by_speaker ON participants (speaker_key, event_key);
CREATE TABLE places (key INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE);
CREATE TABLE diary (
    event_key INTEGER NOT NULL PRIMARY KEY REFERENCES events (key),
    article_key INTEGER NOT NULL REFERENCES articles (key), position INTEGER NOT NULL, day INTEGER, first_day INTEGER,
    last_day INTEGER, told INTEGER, status INTEGER NOT NULL, type INTEGER NOT NULL, place_key INTEGER,
    confidence FLOAT NOT NULL
);
CREATE INDEX diary_by_day ON diary (
    day, first_day DESC, told DESC, article_key DESC, position, status, type, last_day, place_key, confidence
);
CREATE INDEX diary_by_article ON diary (article_key, position)"""
