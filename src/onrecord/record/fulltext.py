"""What people type into a search box, as SQLite's full-text language. Never a syntax error.

`"a phrase"`, `either OR other`, `-without`, `prefix*`; all else is plain words, all of which must be there. The marks
are read as people type them: curly quotation marks are quotation marks, an open one runs to the end.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.record.views import Segment

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Marks around a match while it travels: characters that Unicode keeps out of texts."""

SNIPPET_LENGTH = 320
"""Characters shown of a content in a list; chosen so that nine in ten contents are shown whole."""

_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True, slots=True)
class Match:
    """A search: what must be found (None: anything) and what must not (None: nothing), in FTS5's language."""

    wanted: str | None
    unwanted: str | None
    impossible: bool = False
    """There was something to search for, but nothing that the index holds (only signs): nothing is found."""


def parse_words(words: str) -> Match | None:
    """What to match for these words, or None if they are blank."""
    typed = words.replace("\0", " ").translate(_QUOTES).strip()
    if not typed:
        return None
    groups: list[list[str]] = []
    unwanted: list[str] = []
    either = False
    for term in _TERM.finditer(typed):
        word = term["word"]
        if word == "OR":
            either = bool(groups)
            continue
        expression = _expression(term["phrase"] if word is None else word, prefix=word is not None)
        if expression is None:
            continue
        if term["minus"]:
            unwanted.append(expression)
        elif either:
            groups[-1].append(expression)
        else:
            groups.append([expression])
        either = False
    wanted = " AND ".join(f"({' OR '.join(group)})" for group in groups) or None
    return Match(wanted, " OR ".join(unwanted) or None, impossible=wanted is None and not unwanted)


def parse_name(name: str) -> str | None:
    """A match for a folded name or a part of it: all its words, each whole or the beginning of one."""
    terms = [_expression(word + "*", prefix=True) for word in name.split()]
    return " AND ".join(term for term in terms if term) or None


def _expression(words: str, *, prefix: bool) -> str | None:
    """A quoted FTS5 string: inside one, nothing has a meaning. None if the index holds nothing of it."""
    if not any(unicodedata.category(letter)[0] in "LN" for letter in words):
        return None
    begins = prefix and words.endswith("*")
    return f'"{words.rstrip("*")}"' + ("*" if begins else "")


def segments(marked: str, length: int = SNIPPET_LENGTH) -> tuple[Segment, ...]:
    """A text with OPEN and CLOSE around its matches as segments, cut to about `length` around the first match."""
    pieces = _cut_at_marks(marked)
    if sum(len(piece.text) for piece in pieces) <= length:
        return pieces
    before = len(pieces[0].text) if len(pieces) > 1 and not pieces[0].marked else 0
    return _window(pieces, start=max(0, before - length // 3), length=length)


def _cut_at_marks(marked: str) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for index, part in enumerate(re.split(f"[{OPEN}{CLOSE}]", marked)):
        if part:
            found.append(Segment(part, marked=index % 2 == 1))
    return tuple(found)


def _window(pieces: tuple[Segment, ...], *, start: int, length: int) -> tuple[Segment, ...]:
    """The pieces from `start` on for `length` characters, at word ends, with an ellipsis where some are left out."""
    text = "".join(piece.text for piece in pieces)
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", start + length // 2, end), start + length // 2)
    shown: list[Segment] = [Segment("… ")] if start else []
    position = 0
    for piece in pieces:
        cut = piece.text[max(0, start - position) : max(0, end - position)]
        position += len(piece.text)
        if cut:
            shown.append(Segment(cut, piece.marked))
    return (*shown, Segment(" …")) if end < len(text) else tuple(shown)
