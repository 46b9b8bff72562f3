"""Quotations that go on: behind the cue, over a paragraph's end, or bare in a paragraph of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.quotation import Quotation
from onrecord.records import Act, Attribution, Span, StatementKind
from onrecord.statements.contents import kind_of, word_count

# A bare quotation that goes on must have this many words: shorter ones are titles, nicknames and scare quotes.
LEAST_WORDS = 4
# A quoted paragraph is bare when no more than this many characters stand outside its quotation.
OUTSIDE = 3
# How many characters may follow a quotation's end in its paragraph (she told reporters in Oslo on Friday).
TAIL = 160
# How sure a continuation is, as a share of what it continues.
CERTAINTY = 0.95


def run_on(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Add what a quotation goes on with: further pieces of an attribution, or attributions that continue one."""
    grown = list(found)
    last: int | None = None  # index of the attribution whose quotation may go on
    for paragraph in paragraphs:
        outer = [q for q in quotations if q.depth == 0 and paragraph.contains(q.span)]
        here = sorted(
            (i for i, a in enumerate(grown) if paragraph.contains(a.content[-1])), key=lambda i: grown[i].content[-1]
        )
        _grow_in_paragraph(text, outer, here, grown)
        free = [q for q in outer if not _claimed(q.span, grown)]
        if last is not None and outer and outer[0] in free and outer[0].span.start - paragraph.start <= 1:
            last = _continue(text, paragraph, outer[0], last, grown)
            continue
        last = _leads_on(text, paragraph, quotations, here, grown)
    return sorted_with_links(grown)


def _claimed(span: Span, found: Sequence[Attribution]) -> bool:
    return any(piece.overlaps(span) for a in found for piece in a.content)


def _grow_in_paragraph(text: str, outer: Sequence[Quotation], here: Sequence[int], grown: list[Attribution]) -> None:
    """`"A," she said. "B."`: B, which opens a sentence and has no cue, is a further piece of A's statement."""
    for quotation in outer:
        span = quotation.span
        if _claimed(span, grown) or word_count(text, span) < LEAST_WORDS or not _opens_sentence(text, span.start):
            continue
        before = [
            i for i in here if grown[i].content[-1].end <= span.start and grown[i].content[-1].of(text)[-1:] in "\"”’'»"
        ]
        if not before:
            continue
        index = max(before, key=lambda i: grown[i].content[-1].end)
        cue = grown[index].cue
        between_start = max(grown[index].content[-1].end, cue.end if cue else 0)
        if between_start <= span.start and _only_rest_of_sentence(text, between_start, span.start):
            grown[index] = replace(grown[index], content=(*grown[index].content, span))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip()
    return not before or before[-1] in ".!?:”\"’'»"


def _only_rest_of_sentence(text: str, start: int, end: int) -> bool:
    """Whether no more than the end of the cue's own sentence stands between: one full stop, at its end."""
    between = text[start:end].strip()
    return between.rstrip(".:!?").count(". ") == 0 and "\n" not in between


def _leads_on(
    text: str, paragraph: Span, quotations: Sequence[Quotation], here: Sequence[int], grown: Sequence[Attribution]
) -> int | None:
    """The attribution that a bare quotation in the next paragraph would go on with, if there is one.

    That is the paragraph's last quoted one, or one told in other words that ends the paragraph, the outer one of nested
    ones; no further quotation may stand behind it.
    """
    found: list[int] = []
    for index in here:
        attribution = grown[index]
        end = attribution.content[-1].end
        left_open = any(not q.closed and q.span.overlaps(attribution.content[-1]) for q in quotations)
        ends_paragraph = paragraph.end - end <= OUTSIDE and attribution.act is Act.SPEECH
        followed = any(paragraph.contains(q.span) and q.depth == 0 and q.span.start > end for q in quotations)
        near = not followed and paragraph.end - end <= TAIL
        if left_open or ends_paragraph or (near and _is_quoted(text, attribution, quotations)):
            found.append(index)
    return max(found, key=lambda i: (grown[i].content[-1].end, -grown[i].content[0].start), default=None)


def _is_quoted(text: str, attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    return kind_of(text, attribution.content, quotations, cue=attribution.cue) != StatementKind.INDIRECT


def _continue(text: str, paragraph: Span, first: Quotation, last: int, grown: list[Attribution]) -> int | None:
    """The paragraph opens with a free quotation. Returns the index of the attribution that may go on further."""
    speaker = grown[last]
    open_before = speaker.content[-1]
    left_open = _is_left_open(text, open_before)
    bare = paragraph.end - first.span.end <= OUTSIDE
    if not bare or word_count(text, first.span) < LEAST_WORDS:
        return None
    if left_open:
        grown[last] = replace(speaker, content=(*speaker.content, first.span))
        return last
    root = last if speaker.continues is None else speaker.continues
    grown.append(
        Attribution(
            content=(first.span,),
            act=speaker.act,
            confidence=round(speaker.confidence * CERTAINTY, 4),
            continues=root,
        )
    )
    return len(grown) - 1


def _is_left_open(text: str, piece: Span) -> bool:
    words = piece.of(text)
    return words[:1] in "\"“„«'‘" and words[-1:] not in "\"”»'’"


def sorted_with_links(found: Sequence[Attribution]) -> list[Attribution]:
    """In text order of the contents, with `continues` counting in the new order."""
    order = sorted(range(len(found)), key=lambda i: (found[i].content[0].start, found[i].cue or found[i].content[0]))
    place = {old: new for new, old in enumerate(order)}
    return [
        found[i] if found[i].continues is None else replace(found[i], continues=place[found[i].continues or 0])
        for i in order
    ]
