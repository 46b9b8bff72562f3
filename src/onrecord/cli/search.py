"""`onrecord search`: statements in the record."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import output, view
from onrecord.cli.options import (
    DEFAULT_RECORD,
    Acts,
    Format,
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

if TYPE_CHECKING:
    from onrecord.record import Page, StatementHit


class Sorted(StrEnum):
    """The values of the record's `Order`, told here so that help needs no database."""

    NEWEST = "newest"
    RELEVANCE = "relevance"


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help='Words, a "phrase", OR, -without, prefix*; none finds all.'),
    ] = None,
    speaker: Speaker = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    act: Acts = None,
    type: Type = None,
    min_confidence: MinConfidence = None,
    order: Annotated[Sorted, typer.Option(help="Newest first, or best match first.")] = Sorted.NEWEST,
    limit: Annotated[int, typer.Option("--limit", "-n", help="At most so many statements.")] = 20,
    offset: Annotated[int, typer.Option(help="Leave out the first so many.")] = 0,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="For people, as one JSON object, or one statement a line.")
    ] = Format.TEXT,
    record: RecordPath = Path(DEFAULT_RECORD),
) -> None:
    """Find statements in the record by their words, speaker, publisher, day and kind.

    \b
    Examples:
      onrecord search libraries
      onrecord search '"judicial review"' --publisher 'The Harrowmere Courier'
      onrecord search --speaker Aldcroft --from 2024-02 --to 2024-03 --kind direct
      onrecord search 'strike -football'
      onrecord search strike --format jsonl -n 1000 > strike.jsonl
    """
    from onrecord.record import Order, Query, open_record

    query = Query(
        words=" ".join(words or ()),
        speaker=speaker,
        publisher=publisher,
        kind=kind,
        act=act,
        type=type,
        since=parse_day(since),
        until=parse_day(until, last=True),
        min_confidence=min_confidence,
        order=Order(order),
        limit=limit,
        offset=offset,
    )
    with open_record(record, readonly=True) as opened:
        show(opened.search(query, facets=format is Format.JSON), format)


def show(page: Page[StatementHit], format: Format) -> None:
    """A page of statements; an empty one is an answer too, told on standard error where people read."""
    if format is Format.TEXT:
        if page.items:
            output.print_lines(view.page_lines(page))
        else:
            output.tell("nothing found")
        return
    from onrecord.record import to_plain

    output.use_utf8()
    for part in [page] if format is Format.JSON else page.items:
        output.print_text(json.dumps(to_plain(part), ensure_ascii=False))
