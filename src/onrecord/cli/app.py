"""The commands, and the one place where errors become a line and an exit code."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli import add, ahead, event, export, output, read, search, serve, who

PARTLY = """Exit codes: 0 done, 1 something else went wrong, 2 wrong usage, 3 an input could not be read,
4 not an article, 5 the record, 6 the model, 7 some inputs were refused, 130 stopped with Ctrl-C.
docs/cli.md tells them in full."""


class Guarded(TyperGroup):
    """Runs a command; whatever ends it badly becomes one line on standard error and a documented exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that the arguments name."""
        with output.guarded():
            return super().invoke(ctx)


app = typer.Typer(
    name="onrecord",
    cls=Guarded,
    help="Read news and keep the record: who said what, when and to whom, each entry tied to the exact words.",
    epilog=PARTLY,
    # Plain help: it pipes well, and loading Rich for it would double the time until the first line.
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options before the command."""


app.command("read", short_help="Show who said what in a page, and what is ahead.")(read.read)
app.command("add", short_help="Put pages on the record.")(add.add)
app.command("search", short_help="Find statements on record.")(search.search)
app.command("who", short_help="Show a speaker and what they said.")(who.who)
app.command("ahead", short_help="List what is to come.")(ahead.ahead)
app.command("event", short_help="Show an event in its article.")(event.event)
app.command("export", short_help="Write statements as JSON lines or CSV.")(export.export)
app.command("serve", short_help="Show the record in a browser.")(serve.serve)


def main() -> None:
    """Run the command line; ends the process with the exit code."""
    app()
