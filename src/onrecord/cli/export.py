"""`onrecord export`: the record as a file for other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, TextIO

import typer

from onrecord.cli import output, view
from onrecord.cli.options import (
    DEFAULT_RECORD,
    Acts,
    Kind,
    MinConfidence,
    Publisher,
    RecordPath,
    Since,
    Speaker,
    Type,
    Until,
    parse_day,
)
from onrecord.errors import InputError


class Form(StrEnum):
    """What an export is."""

    JSONL = "jsonl"
    CSV = "csv"
    READINGS = "readings"


def export(
    format: Annotated[
        Form,
        typer.Option("--format", "-f", help="Statements as JSON lines or CSV, or whole readings as JSON lines."),
    ] = Form.JSONL,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; standard output if none.")
    ] = None,
    words: Annotated[str, typer.Option(help="Only statements with these words, as in search.")] = "",
    speaker: Speaker = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    act: Acts = None,
    type: Type = None,
    min_confidence: MinConfidence = None,
    record: RecordPath = Path(DEFAULT_RECORD),
) -> None:
    """Write the record's statements (or whole readings) as JSON lines or CSV, newest first.

    \b
    Examples:
      onrecord export --format csv -o statements.csv
      onrecord export --speaker Hellevang --from 2024 | jq .content
      onrecord export --format readings > everything.jsonl
    """
    from onrecord import exports
    from onrecord.record import Query, open_record

    query = Query(
        words=words,
        speaker=speaker,
        publisher=publisher,
        kind=kind,
        act=act,
        type=type,
        since=parse_day(since),
        until=parse_day(until, last=True),
        min_confidence=min_confidence,
    )
    write = {
        Form.JSONL: exports.statements_jsonl,
        Form.CSV: exports.statements_csv,
        # Without filters an export of readings is of all articles, also those in which nobody speaks.
        Form.READINGS: exports.readings_jsonl,
    }[format]
    everything = format is Form.READINGS and query == Query()
    with open_record(record, readonly=True) as opened, _writing(out) as file:
        number = write(opened, file, None if everything else query)
    if out:
        output.tell(f"{out}: {view.count(number, 'article' if format is Form.READINGS else 'statement')}")


@contextmanager
def _writing(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is there whole or not at all."""
    if out is None:
        output.use_utf8()
        yield sys.stdout
        return
    try:
        if out.exists() and not out.is_file():
            # A pipe or a device: there is nothing to replace, and replacing it would take it away.
            with out.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
                yield stream
            return
        with NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", newline="", dir=out.parent, delete=False
        ) as file:
            unfinished = Path(file.name)
            try:
                yield file  # type: ignore[misc]  # a TextIO in all but name
            except BaseException:
                unfinished.unlink()
                raise
        unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(out)
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {error.strerror or error}", "give another --output") from error


def _umask() -> int:
    """The mode bits that new files go without; temporary files are made private."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
