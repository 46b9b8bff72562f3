"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.records import Act, SpeakerType, StatementKind, parse_moment

DEFAULT_RECORD = "onrecord.db"

RecordPath = Annotated[
    Path,
    typer.Option("--record", "-r", envvar="ONRECORD_RECORD", help="The record: a database file.", metavar="FILE"),
]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Only of speakers with this in their name.")]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Only from this publisher (its whole name).")]
Since = Annotated[
    str | None, typer.Option("--from", help="Only from this day, month or year on (2024-02-21, 2024-02, 2024).")
]
Until = Annotated[str | None, typer.Option("--to", help="Only up to this day, month or year, itself included.")]
Kind = Annotated[
    StatementKind | None, typer.Option("--kind", help="Only statements quoted in full, not at all, or in part.")
]
Acts = Annotated[Act | None, typer.Option("--act", help="Only what was said, or only what was thought.")]
Type = Annotated[SpeakerType | None, typer.Option("--type", help="Only from this kind of speaker.")]
MinConfidence = Annotated[float | None, typer.Option(min=0, max=1, help="Only statements at least this sure.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch URLs on private networks (localhost, 10.x, 192.168.x).")
]


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def parse_day(words: str | None, *, last: bool = False) -> date | None:
    """A day, or the first (last) day of a month or year. Raises InputError."""
    if words is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words, re.ASCII):
            return date.fromisoformat(words)
        if found := re.fullmatch(r"(\d{4})(?:-(\d{2}))?", words, re.ASCII):
            year = int(found[1])
            month = int(found[2]) if found[2] else (12 if last else 1)
            return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    except ValueError:  # calendar.IllegalMonthError is one
        pass
    raise InputError(words, "not a day, month or year", "write 2024-02-21, 2024-02 or 2024")


def parse_published(words: str | None) -> datetime | date | None:
    """An ISO 8601 day or time. Raises InputError."""
    if words is None:
        return None
    try:
        return parse_moment(words)
    except ValueError:
        raise InputError(words, "not a date or time", "write 2024-02-21 or 2024-02-21T18:14:00+00:00") from None
