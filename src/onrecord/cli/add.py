"""`onrecord add`: pages onto the record."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import engine as engines
from onrecord.cli import output, style, view
from onrecord.cli.inputs import inputs
from onrecord.cli.options import DEFAULT_RECORD, AllowPrivate, Format, RecordPath
from onrecord.errors import NotAnArticle, SourceError

if TYPE_CHECKING:  # the database is loaded when the command runs
    from onrecord.record import Report, Step

Progress = Callable[["Step"], None]


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, tables, URLs, or -.")],
    record: RecordPath = Path(DEFAULT_RECORD),
    format: Annotated[
        Format, typer.Option("--format", "-f", help="The report: for people, or as one JSON object.")
    ] = Format.TEXT,
    allow_private: AllowPrivate = False,
) -> None:
    """Read pages and keep them in the record, which is made if it is not there.

    Adding a page twice changes nothing; a page that has changed becomes a new version. A page that cannot be read costs
    that page: it is reported with the reason. A run that was stopped goes on where it was when started again.

    \b
    Examples:
      onrecord add samples
      onrecord add --record news.db archive/ feed.csv https://www.harrowmerecourier.example/news/1
      curl -s https://www.harrowmerecourier.example/news/1 | onrecord add -
    """
    from onrecord.record import ingest, open_record

    total = sum(1 for _ in inputs(sources, allow_private=allow_private))  # a wrong path is told before anything is done
    with open_record(record, create=True) as opened:
        engine = engines.open_engine()
        done = 0

        def count(step: Step) -> None:
            nonlocal done
            done += 1
            advance(step)

        with _progress(total) as advance:
            try:
                found = inputs(sources, allow_private=allow_private)
                report = ingest(opened, found, engine.read, progress=count, model=engine.card)
            except KeyboardInterrupt:
                report = None
    if report is None:
        output.complain(
            f"stopped after {done} of {style.count(total, 'input')}; what was read is kept in {record}. "
            "Run the same command again to go on from there"
        )
        raise typer.Exit(output.INTERRUPTED)
    _show(report, record, format)
    _finish(report)


@contextmanager
def _progress(total: int) -> Iterator[Progress]:
    """A bar on standard error, where that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def advance(step: Step) -> None:
            bar.update(task, advance=1, description=output.printable(step.name)[-60:])

        yield advance


def _show(report: Report, record: Path, format: Format) -> None:
    if format is Format.TEXT:
        output.print_lines(view.report_lines(report, str(record)))
        return
    from onrecord.record import to_plain

    output.use_utf8()
    output.print_text(json.dumps({"record": str(record), **to_plain(report)}, ensure_ascii=False))


def _finish(report: Report) -> None:
    """0 if all went in; 7 if some were refused; if all were, the code that reading them would have given."""
    if not report.refused:
        return
    if report.added or report.unchanged or report.updated:
        raise typer.Exit(output.PARTLY_REFUSED)
    unread = all(refusal.kind == "source" for refusal in report.refused)
    raise typer.Exit(SourceError.exit_code if unread else NotAnArticle.exit_code)
