"""`onrecord export`: the record as a file for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import output, style
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
from onrecord.cli.targets import writing


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
    with open_record(record, readonly=True) as opened, writing(out) as file:
        number = write(opened, file, None if everything else query)
    if out:
        output.tell(f"{out}: {style.count(number, 'article' if format is Form.READINGS else 'statement')}")
