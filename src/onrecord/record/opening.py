"""Opening a record: only a database that is ours, of a version we know, is ever touched."""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from sqlalchemy import Engine, select

from onrecord.errors import RecordError
from onrecord.record import schema
from onrecord.record.database import WAIT_MS, connect, failures_named, reading, writing
from onrecord.record.migrations import APPLICATION_ID, STEPS, migrate
from onrecord.record.record import Record

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


def open_record(path: str | Path, *, create: bool = False, readonly: bool = False, wait_ms: int = WAIT_MS) -> Record:
    """Open the record in this file. create: make it if it is not there. readonly: never write (the web app).

    wait_ms: how long a write waits for another writer. Raises RecordError, with the file untouched, for a missing
    file, a folder, a file that is no database, a database of another program or of a newer version, and one that is
    locked, damaged or may not be written.
    """
    name, path = str(path), Path(path)
    if "://" in name:
        raise RecordError(name, "a record is a file for now; database servers are not supported yet", "give a path")
    fresh = _is_fresh(name, path, create=create and not readonly)
    if fresh:
        _create(name, path)
    else:
        _check_header(name, path)
    engine = connect(path, readonly=readonly, wait_ms=wait_ms)
    try:
        _bring_up_to_date(engine, name, readonly=readonly)
    except BaseException:
        engine.dispose()
        raise
    return Record(engine, name=name, path=path, readonly=readonly)


def _is_fresh(name: str, path: Path, *, create: bool) -> bool:
    """Whether there is nothing here yet and it may be made. Raises RecordError where nothing can be opened or made."""
    try:
        if path.is_dir():
            raise RecordError(name, "this is a folder", "name a file in it, for example news.db")
        if path.exists() and not path.is_file():
            raise RecordError(name, "this is no plain file", "name a file, for example news.db")
        if path.exists() and path.stat().st_size:
            return False
        if not path.parent.is_dir():
            raise RecordError(name, f"there is no folder {path.parent}", "make it first, or name another place")
        if not create:
            reason = "the file is empty" if path.exists() else "there is no such file"
            raise RecordError(name, reason, "`onrecord add` makes a record; or check the name")
    except OSError as failure:
        raise RecordError(name, failure.strerror or str(failure), "check the name and the permissions") from failure
    return True


def _create(name: str, path: Path) -> None:
    """Make an empty record in one transaction. A file that was not there before is taken away again on failure."""
    existed = path.exists()
    try:
        path.touch()
        engine = connect(path, readonly=False)
        try:
            with writing(engine, name) as connection:
                migrate(connection)
            with failures_named(name), engine.connect() as connection:
                driver = connection.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                driver.execute("PRAGMA journal_mode = WAL")
        finally:
            engine.dispose()
    except OSError as failure:
        raise RecordError(name, failure.strerror or str(failure), "check the permissions of the folder") from failure
    except RecordError:
        if not existed:
            path.unlink(missing_ok=True)
        raise


def _check_header(name: str, path: Path) -> None:
    """Refuse what is not ours from the file's first bytes, before SQLite has opened (and could have changed) it."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as failure:
        raise RecordError(name, failure.strerror or str(failure), "check the permissions") from failure
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise RecordError(name, "this is no database", "name a file that onrecord made, or a new one")
    version, application = struct.unpack(">I", header[60:64])[0], struct.unpack(">I", header[68:72])[0]
    if application != APPLICATION_ID:
        raise RecordError(name, "this is the database of another program", "name a file that onrecord made")
    if version > len(STEPS):
        raise _newer(name)


def _bring_up_to_date(engine: Engine, name: str, *, readonly: bool) -> None:
    """Apply the migrations that are missing. Raises RecordError on ones that this onrecord does not know."""
    with reading(engine, name) as connection:
        applied = tuple(connection.scalars(select(schema.migrations.c.name).order_by(schema.migrations.c.number)))
    known = tuple(step.__name__ for step in STEPS)
    if applied == known:
        return
    if applied != known[: len(applied)]:
        raise _newer(name)
    if readonly:
        raise RecordError(name, "it was made by an older onrecord", "add to it once with this one, which updates it")
    with writing(engine, name) as connection:
        migrate(connection)


def _newer(name: str) -> RecordError:
    return RecordError(name, "it was made by a newer onrecord", "update onrecord, or name another file")
