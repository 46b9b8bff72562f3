"""Connections, transactions, and the database's failures in plain words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError

WAIT_MS = 5000
"""How long a second writer waits for the first."""

_FAILURES = {
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "free some space and run it again; what was on record before is as it was",
    ),
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "wait until that one is done and run it again"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "wait until that one is done and run it again"),
    sqlite3.SQLITE_READONLY: ("it may only be read", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "go back to a copy, or save what is left with `sqlite3 .recover`"),
    sqlite3.SQLITE_NOTADB: ("this is no record", "name a file that onrecord made"),
    sqlite3.SQLITE_IOERR: ("the disk failed", "check the disk; what was on record before is as it was"),
}

_MISTAKES = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError, sqlite3.InterfaceError)


def connect(path: Path, *, readonly: bool, wait_ms: int = WAIT_MS) -> Engine:
    """An engine for this file. Nothing is opened yet."""
    engine = create_engine(f"sqlite+pysqlite:///{_uri(path, readonly=readonly)}", pool_size=8, max_overflow=32)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        for pragma in (f"busy_timeout = {wait_ms}", "foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA cache_size = -16000")  # KiB for each connection
        connection.execute(f"PRAGMA query_only = {int(readonly)}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("onrecord_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _uri(path: Path, *, readonly: bool) -> str:
    """As a SQLite URI. A file in a folder that may not be written, with no writer's log beside it, cannot change."""
    mode = "rw"
    if readonly and not _writable(path):
        mode = "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"
    return f"{path.resolve().as_uri()}?mode={mode}&uri=true"


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


@contextmanager
def reading(engine: Engine, name: str) -> Iterator[Connection]:
    """A connection that sees one state of the record throughout."""
    with failures_named(name), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, name: str) -> Iterator[Connection]:
    """A transaction that is wholly done or not at all. Waits for another writer, but not for long."""
    with (
        failures_named(name),
        engine.connect().execution_options(onrecord_write=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def failures_named(name: str) -> Iterator[None]:
    """Turn the database's failures into a RecordError about this file. Mistakes of ours stay what they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as failure:
        original = failure.orig if isinstance(failure, DBAPIError) else failure
        if isinstance(original, _MISTAKES):
            raise
        raise record_error(name, original) from failure


def record_error(name: str, failure: BaseException | None) -> RecordError:
    """What a failure of the database means to the user."""
    code = getattr(failure, "sqlite_errorcode", -1)
    reason, hint = _FAILURES.get(code & 0xFF, (f"the database failed: {failure}", None))
    return RecordError(name, reason, hint)
