"""The edges of a content: where its first and last words are, and how much of it stands inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.quotation import Quotation
from onrecord.records import Span, StatementKind

_OPENERS = re.compile(r"[\s,;:.!?…–—-]*(?:that(?=[\s,]))?[\s,;:.…–—-]*", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# A content that covers this share of a quotation, or more, is taken to mean all of it.
COVERS = 0.5


def trim(text: str, span: Span) -> Span | None:
    """Leave off an introducing "that", white space, edge commas and a closing full stop outside a quotation."""
    start, end = span.start, span.end
    match = _OPENERS.match(text, start, end)
    start = match.end() if match else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-…"):
        end -= 1
    return Span(start, end) if end > start else None


def snap(text: str, span: Span, quotations: Sequence[Quotation], *, avoid: Sequence[Span]) -> Span:
    """Widen a content to the marks of the quotations it means, and cut it off those it only brushes.

    avoid: spans that a content never grows over (its own cue and source).
    """
    start, end = span.start, span.end
    for quotation in quotations:
        mark = quotation.span
        if not mark.overlaps(Span(start, end)) or any(other.overlaps(mark) for other in avoid):
            continue
        shared = min(end, mark.end) - max(start, mark.start)
        if shared >= COVERS * (mark.end - mark.start):
            start, end = min(start, mark.start), max(end, mark.end)
        elif start <= mark.start and end < mark.end and shared <= 2:
            end = mark.start
        elif end >= mark.end and start > mark.start and shared <= 2:
            start = mark.end
    return Span(start, max(start, end))


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
        for at in range(span.start, span.end):
            if text[at].isalnum():
                whole += 1
                quoted += any(q.start <= at < q.end for q in inside)
    if quoted == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if quoted == whole else StatementKind.MIXED


def word_count(text: str, span: Span) -> int:
    """How many white-space separated words the span has."""
    words = span.of(text).strip()
    return len(_SPACE.split(words)) if words else 0
