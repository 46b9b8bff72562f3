"""`onrecord ahead`: what is to come, by the articles on record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import event_view, output
from onrecord.cli.options import DEFAULT_RECORD, RecordPath, parse_day
from onrecord.cli.style import count
from onrecord.cli.targets import writing
from onrecord.errors import InputError
from onrecord.records import EventStatus, EventType

if TYPE_CHECKING:
    from onrecord.record import AheadQuery, EventHit, Record

SHOWN = 20
"""Events shown of each lane where no limit is given."""


class Form(StrEnum):
    """How the events are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"


WhichStatus = StrEnum("WhichStatus", {**{status.name: status.value for status in EventStatus}, "ALL": "all"})  # type: ignore[misc]
"""The statuses, and all of them."""


def ahead(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The record to ask; the one of --record if none.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", help="As of this day (2024-02-21; 2024-02 and 2024 mean the first); today if not told."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", help="Only what can fall on or before this day (2024-02-21, 2024-02, 2024).")
    ] = None,
    status: Annotated[
        list[WhichStatus] | None,
        typer.Option("--status", help="Only of this status; again for more. All but the called off if none."),
    ] = None,
    type: Annotated[list[EventType] | None, typer.Option("--type", help="Only of this type; again for more.")] = None,
    person: Annotated[
        str | None, typer.Option(help="Only with somebody of this name, or a part of it, taking part.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Only at places with these words in their name.")] = None,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Only events at least this sure.")] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", help="At most so many with a date, and so many without.")
    ] = None,
    offset: Annotated[int, typer.Option(help="Leave out the first so many of each.")] = 0,
    format: Annotated[
        Form,
        typer.Option("--format", "-f", help="For people, as JSON, one event a line, as a table, or for a calendar."),
    ] = Form.TEXT,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; standard output if none.")
    ] = None,
    record: RecordPath = Path(DEFAULT_RECORD),
) -> None:
    """List what is to come: planned, expected, possible or put off, soonest first; what has no date stands apart.

    What was called off, ruled out, is under way or has happened is listed when its --status is asked for.

    \b
    Examples:
      onrecord ahead
      onrecord ahead news.db --from 2024-02 --to 2024-03 --type vote --type hearing
      onrecord ahead --status cancelled --status ruled_out --from 2024
      onrecord ahead --format ics --output ahead.ics
    """
    from onrecord.record import AHEAD, AheadQuery, open_record

    if out and format is Form.TEXT:
        raise InputError(str(out), "the view for people goes to the terminal", "add --format json, jsonl, csv or ics")
    query = AheadQuery(
        since=parse_day(since) or date.today(),
        until=parse_day(until, last=True),
        statuses=_statuses(status) or AHEAD,
        types=tuple(type or ()),
        person=person,
        place=place,
        min_confidence=min_confidence,
        limit=SHOWN if limit is None else limit,
        offset=offset,
    )
    with open_record(file or record, readonly=True) as opened:
        if format in (Form.TEXT, Form.JSON):
            _show(opened, query, format, out)
        else:
            _write(opened, query, format, out, everything=limit is None)


def _statuses(asked: list[WhichStatus] | None) -> tuple[EventStatus, ...]:
    values = [one.value for one in asked or ()]
    return tuple(EventStatus) if "all" in values else tuple(EventStatus(value) for value in dict.fromkeys(values))


def _show(record: Record, query: AheadQuery, format: Form, out: Path | None) -> None:
    """A page of each lane."""
    from dataclasses import replace

    from onrecord.record import to_plain

    dated, undated = (record.ahead(replace(query, undated=lane)) for lane in (False, True))
    if format is Form.JSON:
        answer = {"since": query.since, "dated": dated, "undated": undated}
        with writing(out) as file:
            file.write(json.dumps({name: to_plain(value) for name, value in answer.items()}, ensure_ascii=False) + "\n")
        return
    if not dated.total and not undated.total:
        output.tell("nothing ahead" + (f" of {query.since}" if query.since else "") + " on record under these filters")
        return
    assert query.since is not None
    output.print_lines(event_view.ahead_lines(query.since, dated, undated))


def _write(record: Record, query: AheadQuery, format: Form, out: Path | None, *, everything: bool) -> None:
    """All that is ahead, or the first so many of each lane, as data."""
    from onrecord import exports
    from onrecord.exports.calendar import events_ics

    hits = record.each_ahead(query) if everything else _first(record, query)
    undated = 0
    with writing(out) as file:
        if format is Form.ICS:
            entered = events_ics(hits, file)
            number, undated = entered.written, entered.undated
        else:
            number = {Form.CSV: exports.events_csv, Form.JSONL: exports.events_jsonl}[format](hits, file)
    if undated:
        output.tell(f"{count(undated, 'event')} without a date left out: a calendar has no place for them")
    if out:
        output.tell(f"{out}: {count(number, 'event')}")
    elif not number:
        output.tell("nothing ahead on record under these filters")


def _first(record: Record, query: AheadQuery) -> Iterable[EventHit]:
    from dataclasses import replace

    for lane in (False, True):
        yield from record.ahead(replace(query, undated=lane)).items
