"""Quotation marks read from the characters themselves: which open, which close, which are apostrophes.

Newspapers write “curly”, "straight", 'single' and «guillemets», sometimes several in one article, and pages lose or add
a mark now and then. The state starts afresh with every paragraph, so that one odd mark costs one paragraph at most; a
quotation that is still open at its paragraph's end runs to that end and is marked as unclosed, which by newspaper
custom means that the next paragraph's quotation goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Span

# A mark is one of these; doubled backticks and apostrophes (old wire style) count as one double mark.
MARK = re.compile(r"``|''|[\"“”„‟‘’‚‛'«»‹›＂]")
DOUBLE = frozenset(["``", "''", '"', "“", "”", "„", "‟", "«", "»", "＂"])
OPENS_ONLY = frozenset(["``", "„", "‚", "‛", "‟"])
GUILLEMETS = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
# Words that begin with an apostrophe without any quotation.
ELIDED = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|cos|ere|neath|s|ve|re|ll|d|t|m|\d\ds?)\b", re.IGNORECASE)
# An opening mark stands after white space, an opening bracket, a dash, another mark, or at the paragraph's start.
BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{-–—/:\u200b\ufeff…")
# A closing single mark without punctuation before it must be followed by one of these.
AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u2009\u202f.,;:!?)]}-–—/…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks; `span` includes the marks.

    closed: False where the paragraph ended before a closing mark. depth: 0 for the outermost.
    """

    span: Span
    closed: bool
    depth: int

    def inner(self, text: str) -> Span:
        """The quoted words without their marks."""
        start = self.span.start + (2 if text.startswith(("``", "''"), self.span.start) else 1)
        if not self.closed:
            return Span(start, self.span.end)
        end = self.span.end - (2 if text.endswith("''", start, self.span.end) else 1)
        return Span(start, max(start, end))


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """All quotations of the paragraphs, outer before inner, in text order. Depth 0 is the outermost."""
    return tuple(quotation for span in paragraphs for quotation in _paragraph_quotations(text, span))


def _paragraph_quotations(text: str, span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    open_marks: list[tuple[int, str]] = []
    words = span.of(text)
    for match in MARK.finditer(words):
        mark, at, end = match.group(), match.start(), match.end()
        family = _family(mark)
        depth = next((i for i in range(len(open_marks) - 1, -1, -1) if open_marks[i][1] == family), None)
        role = _role(words, mark, at, end, is_open=depth is not None, inside=bool(open_marks))
        if role == "close" and depth is not None:
            # Inner quotations left open by an odd mark end where the outer one closes.
            for inner, (start, _) in enumerate(open_marks[depth + 1 :], depth + 1):
                found.append(Quotation(Span(span.start + start, span.start + at), False, inner))
            found.append(Quotation(Span(span.start + open_marks[depth][0], span.start + end), True, depth))
            del open_marks[depth:]
        elif role == "open" and depth is None:
            open_marks.append((at, family))
        elif role == "open" and depth is not None and depth == len(open_marks) - 1:
            # The same mark opens again without a close between: the first one lost its end. It is kept as unclosed
            # only if this is how a further paragraph of a running quotation would look, else the new one wins.
            open_marks[depth] = (at, family)
    for depth, (start, family) in enumerate(open_marks):
        if family == "double" or (family == "single" and start == 0):
            found.append(Quotation(Span(span.start + start, span.end), False, depth))
    return sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))


def _family(mark: str) -> str:
    if mark in "«»":
        return "guillemet"
    if mark in "‹›":
        return "single guillemet"
    return "double" if mark in DOUBLE else "single"


def _role(words: str, mark: str, at: int, end: int, *, is_open: bool, inside: bool) -> str | None:
    before = words[at - 1] if at else " "
    after = words[end] if end < len(words) else " "
    if mark in DOUBLE or mark in GUILLEMETS:
        return _double_role(mark, before, after, is_open=is_open)
    return _single_role(words, mark, at, before, after, is_open=is_open)


def _double_role(mark: str, before: str, after: str, *, is_open: bool) -> str | None:
    if mark in OPENS_ONLY:
        return "open"
    if mark in "«‹":
        return "close" if is_open and not after.isalnum() and before not in BEFORE_OPENING else "open"
    if mark in "»›":
        return "close"
    if before.isdigit() and not is_open and not after.isalnum():
        return None  # inches: 6'2"
    starts = before in BEFORE_OPENING or MARK.match(before) is not None
    ends = not (after.isalnum() or after in "$£€#@(")
    if mark == "“":
        return "close" if is_open and ends and not starts else "open"
    if mark == "”" and not (starts and not ends and not is_open):
        return "close"
    if starts and not ends:
        # After a dash without a space both readings are possible: the state decides.
        return "close" if is_open and before in "-–—/…" and not after.isalnum() else "open"
    if ends and not starts:
        return "close" if is_open else None
    return "close" if is_open else "open"


def _single_role(words: str, mark: str, at: int, before: str, after: str, *, is_open: bool) -> str | None:
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Hara
    starts = before in BEFORE_OPENING or (MARK.match(before) is not None and before not in "'’‘")
    if starts and (after.isalnum() or MARK.match(after)) and mark != "’":
        if ELIDED.match(words, at + 1):
            return None
        return "open" if mark in "‘‚‛" or _closes_later(words, at + 1) else None
    if mark == "‘":
        return None
    if is_open and (after in AFTER_CLOSING or MARK.match(after) is not None):
        if before in ".,!?…;" or not before.isalnum():
            return "close"
        # "the ministers' plan" inside a single quotation: a plural's apostrophe if a better end comes later.
        return None if before == "s" and after == " " and _better_end(words, at + 1) else "close"
    return None


def _closes_later(words: str, start: int) -> bool:
    return any(
        words[i - 1] not in BEFORE_OPENING
        and (i + 1 == len(words) or words[i + 1] in AFTER_CLOSING or words[i + 1] in '"”')
        for i in (match.start() for match in MARK.finditer(words, start))
        if words[i] in "'’"
    )


def _better_end(words: str, start: int) -> bool:
    for match in MARK.finditer(words, start):
        i = match.start()
        if words[i] not in "'’‘":
            continue
        if words[i - 1] in BEFORE_OPENING:
            return False  # the next quotation begins first
        following = words[i + 1] if i + 1 < len(words) else " "
        if following in AFTER_CLOSING or words[i - 1] in ".,!?":
            return True
    return False
