"""Where words leave the program: standard output, standard error, exit codes.

On a terminal, views are coloured and wrapped; into a pipe or file goes the same text, one line a thing, with no colour
and no wrapping. Pages are written by strangers, so control characters never reach the terminal.
"""

from __future__ import annotations

import errno
import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from rich.console import Console

INTERNAL = 1
PARTLY_REFUSED = 7
INTERRUPTED = 130
BROKEN_PIPE = 141
"""As a shell reports a program that SIGPIPE ended."""

DEBUG = "ONRECORD_DEBUG"
"""Set in the environment, this lets errors through with their stack trace."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a view: runs of (words, style), and how far it is set in. Styles are Rich's; "" is plain."""

    parts: tuple[tuple[str, str], ...] = ()
    indent: int = 0

    @property
    def plain(self) -> str:
        """The line without styles, safe to show."""
        words = "".join(printable(words) for words, _ in self.parts)
        return " " * self.indent + words if words else ""


def printable(words: str) -> str:
    """The words on one line, without characters that steer a terminal or reorder text (C0, C1, bidi controls)."""
    flat = " ".join(words.split()) if any(c in words for c in "\n\r\t\v\f\x85\u2028\u2029") else words
    return "".join("\ufffd" if _steers(character) else character for character in flat)


def _steers(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cs") or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


def print_lines(lines: Iterable[Line]) -> None:
    """A view on standard output: coloured and wrapped on a terminal, one line each elsewhere."""
    if not sys.stdout.isatty():
        for line in lines:
            sys.stdout.write(line.plain + "\n")
        return
    from rich.console import Console  # here, as a pipe needs none of it

    draw_lines(Console(highlight=False), lines)


def draw_lines(console: Console, lines: Iterable[Line]) -> None:
    """A view on a console of Rich's, as on a terminal."""
    from rich.padding import Padding
    from rich.text import Text

    for line in lines:
        text = Text.assemble(*((printable(words), style) for words, style in line.parts))
        console.print(Padding(text, (0, 0, 0, line.indent), expand=False) if line.indent else text)


def print_text(text: str) -> None:
    """One line of data (JSON) on standard output."""
    sys.stdout.write(text + "\n")


def complain(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"onrecord: {printable(message)}\n")


def tell(message: str) -> None:
    """A remark for people on standard error, so that what is piped stays data."""
    sys.stderr.write(printable(message) + "\n")


def use_utf8() -> None:
    """Write UTF-8 and "\\n" whatever the locale; lone surrogates, which no encoding has, as an escape JSON can read."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever ends a command badly becomes one line on standard error and a documented exit code."""
    if sys.stdout is None:  # the caller closed it
        sys.stdout = io.StringIO()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
        sys.stdout.flush()
    except OnrecordError as error:
        _reraise_for_debugging()
        complain(str(error))
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        complain("stopped")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _forget_stdout()
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        _reraise_for_debugging()
        if error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG):
            _forget_stdout()
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        raise typer.Exit(INTERNAL) from None
    except Exception as error:
        if type(error).__module__.startswith(("typer", "click")):  # Exit and usage errors: the framework's own way
            raise
        _reraise_for_debugging()
        complain(
            f"internal error: {type(error).__name__}: {error} "
            f"(a fault in onrecord: please report it; {DEBUG}=1 shows where)"
        )
        raise typer.Exit(INTERNAL) from None


def _reraise_for_debugging() -> None:
    if os.environ.get(DEBUG):
        raise  # noqa: PLE0704 called from inside an except block


def _forget_stdout() -> None:
    """Let the interpreter flush into nowhere at exit, instead of complaining about a reader that has gone."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
