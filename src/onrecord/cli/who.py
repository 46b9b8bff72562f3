"""`onrecord who`: a speaker and what they said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import output, view
from onrecord.cli.options import DEFAULT_RECORD, Format, RecordPath

if TYPE_CHECKING:
    from onrecord.record import Record, SpeakerRow, SpeakerView

OTHERS = 50
"""So many speakers of a name are listed to choose from."""


def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A name or a part of it, or a speaker's id.")],
    limit: Annotated[int, typer.Option("--limit", "-n", help="At most so many statements.")] = 20,
    offset: Annotated[int, typer.Option(help="Leave out the first so many.")] = 0,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="For people, as one JSON object, or one statement a line.")
    ] = Format.TEXT,
    record: RecordPath = Path(DEFAULT_RECORD),
) -> None:
    """Show who somebody is on record and what they said, newest first.

    Where several speakers have the name, they are listed with their ids: give an id to choose.

    \b
    Examples:
      onrecord who Denise Aldcroft
      onrecord who Threlfall -n 3
      onrecord who Sinclair --format json
    """
    from onrecord.record import open_record

    with open_record(record, readonly=True) as opened:
        found, others = _find(opened, " ".join(name), limit, offset)
    if format is Format.TEXT:
        _show(found, others)
    else:
        _show_plain(found, others, format)


def _find(record: Record, name: str, limit: int, offset: int) -> tuple[SpeakerView | None, tuple[SpeakerRow, ...]]:
    """The one speaker meant, or None; and the others of the name."""
    if by_id := record.speaker(name, limit=limit, offset=offset):
        return by_id, ()
    rows = record.speakers(name, limit=OTHERS).items
    exact = [row for row in rows if row.exact]
    meant = exact if exact else rows
    if len(meant) != 1:
        return None, rows
    return record.speaker(meant[0].id, limit=limit, offset=offset), tuple(row for row in rows if row is not meant[0])


def _show(found: SpeakerView | None, others: tuple[SpeakerRow, ...]) -> None:
    if found:
        output.print_lines(view.speaker_lines(found))
        if others:
            output.tell(f"also of this name: {', '.join(row.name for row in others)}")
    elif others:
        output.tell(f"{len(others)} speakers of this name; give an id to choose:")
        output.print_lines(view.row_lines(others))
    else:
        output.tell("nobody of this name on record")


def _show_plain(found: SpeakerView | None, others: tuple[SpeakerRow, ...], format: Format) -> None:
    from onrecord.record import to_plain

    output.use_utf8()
    if format is Format.JSON:
        answer = {"found": to_plain(found), "others": to_plain(others)}
        output.print_text(json.dumps(answer, ensure_ascii=False))
    elif found:
        for hit in found.statements.items:
            output.print_text(json.dumps(to_plain(hit), ensure_ascii=False))
    else:
        output.tell(f"{len(others)} speakers of this name" if others else "nobody of this name on record")
