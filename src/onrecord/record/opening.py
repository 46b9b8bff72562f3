"""Opening a record: only a database that is ours, of a version we know, is ever touched."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.record import Record


def open_record(path: str | Path, *, create: bool = False, readonly: bool = False) -> Record:
    """Open the record in this file. create: make it if it is not there. readonly: never write (the web app).

    Raises RecordError, with the file untouched, for a missing file, a folder, a file that is no database, a database
    of another program or of a newer version, and one that is locked, damaged or may not be written.
    """
    raise NotImplementedError
