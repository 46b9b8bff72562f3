"""`onrecord read`: who said what in a page, and what is ahead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import engine as engines
from onrecord.cli import output, view
from onrecord.cli.inputs import Told, inputs
from onrecord.cli.options import AllowPrivate, Format, parse_published
from onrecord.errors import InputError, OnrecordError
from onrecord.plain import reading_to_plain
from onrecord.records import Reading

if TYPE_CHECKING:  # the page reader is loaded when the command runs
    from onrecord.sources import Item


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, tables, URLs, or -.")],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="For people, as one JSON object, or as one object a line.")
    ] = Format.TEXT,
    published: Annotated[
        str | None, typer.Option(help="When the page was published (2024-02-21, or a time), if you know better.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the page was.")] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out statements and events less sure than this.")
    ] = 0.0,
    allow_private: AllowPrivate = False,
) -> None:
    """Show who said what in a page, what is ahead and what happened, without keeping it.

    SOURCE is a page (.html), a text or a dump of a page (.txt), each also .gz, a folder of them, a table (.csv, .tsv,
    .jsonl), an http(s) URL, or - for standard input.

    \b
    Examples:
      onrecord read samples/harrowmere-council-budget.html
      onrecord read --format json samples/skerry-ferry-dump.txt
      onrecord read --published 2024-02-22 - < page.html
      onrecord read --format jsonl --min-confidence 0.8 samples > readings.jsonl
    """
    found: Iterable[Item] = inputs(
        sources, told=Told(url, parse_published(published)), allow_private=allow_private, strict=False
    )
    if format is Format.JSON:
        found = _only_one(found)
    if format is not Format.TEXT:
        output.use_utf8()
    _finish(*_read_all(found, format, min_confidence))


def _only_one(found: Iterable[Item]) -> list[Item]:
    first = list(islice(found, 2))
    if len(first) > 1:
        raise InputError("--format json", "is for one article", "use --format jsonl: one object a line")
    return first


def _read_all(found: Iterable[Item], format: Format, min_confidence: float) -> tuple[int, list[OnrecordError]]:
    """Read and print each input; one that cannot be read costs one line. Returns how many were read, and the rest."""
    engine = None
    done, errors = 0, list[OnrecordError]()
    for item in found:
        try:
            article = item.load()
        except OnrecordError as error:
            output.complain(str(error))
            errors.append(error)
            continue
        engine = engine or engines.open_engine()
        _show(_sure(engine.read(article), min_confidence), format, first=done == 0)
        done += 1
    return done, errors


def _sure(reading: Reading, min_confidence: float) -> Reading:
    if not min_confidence:
        return reading
    return replace(
        reading,
        statements=tuple(s for s in reading.statements if s.confidence >= min_confidence),
        events=tuple(e for e in reading.events if e.confidence >= min_confidence),
    )


def _show(reading: Reading, format: Format, *, first: bool) -> None:
    if format is Format.TEXT:
        if not first:
            output.print_lines([output.Line(), output.Line()])
        output.print_lines(view.reading_lines(reading))
    else:
        plain = reading_to_plain(reading)
        output.print_text(json.dumps(plain, ensure_ascii=False, indent=2 if format is Format.JSON else None))


def _finish(done: int, errors: list[OnrecordError]) -> None:
    if errors:
        raise typer.Exit(output.PARTLY_REFUSED if done else errors[0].exit_code)
