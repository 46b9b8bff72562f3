"""Where the words searched for stand in a text, and the text shortened around them, as plain segments.

Words are told apart and folded as SQLite's `unicode61` does for the index: runs of letters and digits, without case and
accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from onrecord.record.fulltext import Term
from onrecord.record.views import Segment
from onrecord.records import Span

SNIPPET_LENGTH = 320
"""Characters shown of a content in a list; chosen so that nine in ten contents are shown whole."""

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


def snippet(text: str, terms: Sequence[Term], *, length: int = SNIPPET_LENGTH) -> tuple[Segment, ...]:
    """The text as segments, the terms marked, cut to about `length` characters around the first of them."""
    marks = find_terms(text, terms)
    shown = _window(text, marks[0].start if marks else 0, length)
    before = (Segment("… "),) if shown.start else ()
    after = (Segment(" …"),) if shown.end < len(text) else ()
    return (*before, *marked(text, shown, marks), *after)


def marked(text: str, part: Span, places: Sequence[Span]) -> tuple[Segment, ...]:
    """A part of a text as segments, with these places of the text marked."""
    found: list[Segment] = []
    position = part.start
    for place in sorted(places):
        start, end = max(place.start, position), min(place.end, part.end)
        if start >= end:
            continue
        if start > position:
            found.append(Segment(text[position:start]))
        found.append(Segment(text[start:end], marked=True))
        position = end
    if position < part.end:
        found.append(Segment(text[position : part.end]))
    return tuple(found)


def find_terms(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Where the terms stand, in text order; those that touch are joined."""
    if not terms:
        return ()
    places = [Span(*found.span()) for found in _WORD.finditer(text)]
    words = [_fold(place.of(text)) for place in places]
    found: list[Span] = []
    for term in terms:
        wanted = [_fold(word) for word in _WORD.findall(term.words)]
        for index in range(len(words) - len(wanted) + 1):
            if _stands(words[index : index + len(wanted)], wanted, begins=term.begins):
                found.append(Span(places[index].start, places[index + len(wanted) - 1].end))
    return _joined(sorted(found))


def _stands(words: Sequence[str], wanted: Sequence[str], *, begins: bool) -> bool:
    if not wanted or words[:-1] != wanted[:-1]:
        return False
    return words[-1].startswith(wanted[-1]) if begins else words[-1] == wanted[-1]


def _fold(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _window(text: str, first: int, length: int) -> Span:
    """The part of a text that is shown: all of it, or some characters around the first mark, cut between words."""
    if len(text) <= length:
        return Span(0, len(text))
    start = max(0, min(first - length // 3, len(text) - length))
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", first, end), start + length // 2)
    return Span(start, end)
