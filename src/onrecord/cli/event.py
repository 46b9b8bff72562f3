"""`onrecord event`: one event on record, in its article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import event_view, output
from onrecord.cli.options import DEFAULT_RECORD, Format, RecordPath
from onrecord.errors import InputError


def event(
    id: Annotated[str, typer.Argument(metavar="ID", help="The event's id, as `ahead` shows it.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="For people, or as one JSON object.")] = Format.TEXT,
    record: RecordPath = Path(DEFAULT_RECORD),
) -> None:
    """Show an event: what, when, who, where, how sure, and each sentence that tells it.

    \b
    Examples:
      onrecord ahead --format jsonl --from 2024 | head -n 1 | jq -r .id
      onrecord event 0f3a5c7e9b1d2f46
    """
    from onrecord.record import open_record, to_plain

    with open_record(record, readonly=True) as opened:
        found = opened.event(id)
    if found is None:
        raise InputError(id, "no event on record has this id", "`onrecord ahead` shows the ids")
    if format is Format.TEXT:
        output.print_lines(event_view.event_lines(found))
    else:
        output.use_utf8()
        output.print_text(json.dumps(to_plain(found), ensure_ascii=False))
