"""The edges of a content: where its first and last words are, and how much of it stands inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.quotation import Quotation
from onrecord.records import Span, StatementKind

_OPENERS = re.compile(r"[\s,;:.!?…–—-]*(?:that(?=[\s,]))?[\s,;:.…–—-]*", re.IGNORECASE)
_THAT = re.compile(r"\bthat[\s,]+$", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# A content that covers this share of a quotation, or more, is taken to mean all of it.
COVERS = 0.5
# One that reaches no more than so many characters into a quotation has nothing to do with it.
BRUSHES = 2


def trim(text: str, span: Span) -> Span | None:
    """Leave off an introducing "that", white space, edge commas and a closing full stop outside a quotation."""
    start, end = span.start, span.end
    match = _OPENERS.match(text, start, end)
    start = match.end() if match else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-…"):
        end -= 1
    return Span(start, end) if end > start else None


def with_that(text: str, span: Span) -> Span:
    """The span with an introducing "that" right before it, which PolNeAR holds for a part of the content."""
    match = _THAT.search(text, max(0, span.start - 8), span.start)
    return Span(match.start(), span.end) if match else span


def strip(text: str, span: Span, marks: str = "") -> Span:
    """Without white space, and any of the marks, at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end)


def whole_words(text: str, span: Span) -> Span | None:
    """A span that cuts a word takes it whole where it holds half of it, and leaves it off where it holds less.

    A compound with hyphens ("the 23-year-old") is one word.
    """
    start, end = span.start, span.end
    if 0 < start < len(text) and _in_word(text, start - 1) and _in_word(text, start):
        first, last = _word_around(text, start)
        start = first if (last - start) * 2 >= last - first else last
    if start < end < len(text) and _in_word(text, end - 1) and _in_word(text, end):
        first, last = _word_around(text, end)
        end = last if (end - first) * 2 >= last - first else first
    whole = strip(text, Span(start, end)) if start < end else Span(end, end)
    return whole if whole.start < whole.end else None


def _in_word(text: str, at: int) -> bool:
    if text[at].isalnum():
        return True
    joins = text[at] in "-\u2010\u2011" and 0 < at < len(text) - 1
    return joins and text[at - 1].isalnum() and text[at + 1].isalnum()


def _word_around(text: str, at: int) -> tuple[int, int]:
    first = last = at
    while first > 0 and _in_word(text, first - 1):
        first -= 1
    while last < len(text) and _in_word(text, last):
        last += 1
    return first, last


def snap(pieces: Sequence[Span], quotations: Sequence[Quotation], *, avoid: Sequence[Span]) -> list[Span]:
    """Widen a content's pieces to the marks of the quotations it means, and cut them off those it only brushes.

    A quotation that the pieces together cover by half is meant as a whole. avoid: spans that a content never grows over
    (its own cue and source).
    """
    spans = list(pieces)
    for quotation in quotations:
        mark = quotation.span
        if any(other.overlaps(mark) for other in avoid):
            continue
        touching = [span for span in spans if span.overlaps(mark)]
        if not touching:
            continue
        shared = sum(min(span.end, mark.end) - max(span.start, mark.start) for span in touching)
        rest = [span for span in spans if span not in touching]
        if shared >= COVERS * (mark.end - mark.start):
            start, end = min(span.start for span in touching), max(span.end for span in touching)
            spans = [*rest, Span(min(start, mark.start), max(end, mark.end))]
        elif shared <= BRUSHES:
            spans = [*rest, *(cut for span in touching if (cut := _cut_off(span, mark)) is not None)]
    return sorted(spans)


def _cut_off(span: Span, mark: Span) -> Span | None:
    if mark.contains(span):
        return None
    if span.start < mark.start and span.end <= mark.end:
        return Span(span.start, mark.start)
    if span.start >= mark.start and span.end > mark.end:
        return Span(mark.end, span.end)
    return span


def join(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Merge overlapping pieces, and pieces that only white space inside one paragraph parts."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged:
            gap = text[merged[-1].end : span.start]
            if span.start <= merged[-1].end or (gap.strip(" ,.") == "" and "\n" not in gap):
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
                continue
        merged.append(span)
    return tuple(merged)


def kind_of(text: str, content: Sequence[Span], quotations: Sequence[Quotation], *, cue: Span | None) -> StatementKind:
    """Direct, indirect or mixed, by the marks around these words.

    A quotation that holds the cue too is the outer speaker's, so it does not make a nested statement direct.
    """
    quoted = 0
    whole = 0
    own = [q.span for q in quotations if cue is None or not q.span.overlaps(cue)]
    for span in content:
        inside = [q for q in own if q.overlaps(span)]
        whole += sum(map(str.isalnum, span.of(text)))
        if inside:
            letters = (at for at in range(span.start, span.end) if text[at].isalnum())
            quoted += sum(any(q.start <= at < q.end for q in inside) for at in letters)
    if quoted == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if quoted == whole else StatementKind.MIXED


def word_count(text: str, span: Span) -> int:
    """How many white-space separated words the span has."""
    words = span.of(text).strip()
    return len(_SPACE.split(words)) if words else 0
