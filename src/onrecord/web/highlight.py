"""Statements and events marked where they stand: cut on the server, where offsets count code points as stored.

Statements nest ("she said the ministry had denied it") and may overlap, and events are told inside of them, so a
paragraph is cut flat at every boundary, and each run of characters carries all the marks that lie on it, the outermost
statement first. Nothing is inserted and nothing lost: the runs' texts joined are the paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from onrecord.records import Event, Paragraph, ParagraphKind, Span, Statement


class Role(StrEnum):
    """What words do in a statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement's hold on a run of characters. number: the statement's place in the article, from 1."""

    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of an event. number: the event's place in the article, from 1; turn: the mention's, 1 the head."""

    number: int
    turn: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters with the same marks all along.

    begins: numbers of the statements whose anchor is here. events: numbers of the events that it tells. tells:
    mentions of events that begin here. status: whether it carries the status of one of the events.
    """

    span: Span
    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    tells: tuple[Telling, ...] = ()
    status: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """Every role that the run plays, in whichever statement."""
        return frozenset(mark.role for mark in self.marks)

    @property
    def depth(self) -> int:
        """How many contents lie on each other here."""
        return sum(mark.role is Role.CONTENT for mark in self.marks)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The statements that the run belongs to, outermost first, each once."""
        return tuple(dict.fromkeys(mark.number for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Frame:
    """Runs of characters, side by side, that tell the same events, or none."""

    events: tuple[int, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph ready to show. begins, tells: numbers of what is anchored in it, in text order.

    A statement is anchored where its content begins, an event at its head mention.
    """

    span: Span
    kind: ParagraphKind
    segments: tuple[Segment, ...]
    begins: tuple[int, ...]
    tells: tuple[int, ...] = ()

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The segments, those of one event's mention together, however many statements cut through it."""
        runs = groupby(self.segments, key=lambda segment: segment.events)
        return tuple(Frame(events, tuple(run)) for events, run in runs)


def anchor(statement: Statement) -> int | None:
    """Where a statement is pointed at: its first content character, or its cue's or source's if it has no content."""
    spans = statement.content or tuple(span for span in (statement.cue, statement.source) if span)
    return min((span.start for span in spans if span.start < span.end), default=None)


def segments(
    text: str, statements: Sequence[Statement], paragraph: Span, events: Sequence[Event] = ()
) -> tuple[Segment, ...]:
    """Cut a paragraph of `text` at every boundary of these entries' spans; joined, the texts are the paragraph.

    Statements are numbered from 1 in the order given, and so are events. Spans that leave the paragraph are cut at its
    ends; empty ones and those that lie outside are left aside.
    """
    return _cut(text, list(enumerate(statements, start=1)), list(enumerate(events, start=1)), paragraph)


def blocks(
    text: str, statements: Sequence[Statement], paragraphs: Sequence[Paragraph], events: Sequence[Event] = ()
) -> tuple[Block, ...]:
    """Every paragraph ready to show, with all statements, and all events, numbered over the whole article."""
    numbered = [(number, statement, _extent(statement)) for number, statement in enumerate(statements, start=1)]
    told = list(enumerate(events, start=1))
    shown = []
    for paragraph in paragraphs:
        here = [(number, statement) for number, statement, extent in numbered if extent.overlaps(paragraph.span)]
        runs = _cut(text, here, told, paragraph.span)
        begins = tuple(number for run in runs for number in run.begins)
        tells = tuple(one.number for run in runs for one in run.tells if one.turn == 1)
        shown.append(Block(paragraph.span, paragraph.kind, runs, begins, tells))
    return tuple(shown)


def around(paragraphs: Sequence[Paragraph], statement: Statement, *, more: int = 1) -> tuple[Paragraph, ...]:
    """The paragraphs that a statement stands in, with `more` before and after them."""
    spans = [span for span, _ in _spans(statement)]
    touched = [i for i, p in enumerate(paragraphs) if any(p.span.overlaps(span) for span in spans)]
    if not touched:
        return ()
    return tuple(paragraphs[max(0, touched[0] - more) : touched[-1] + 1 + more])


def _cut(
    text: str, statements: Sequence[tuple[int, Statement]], events: Sequence[tuple[int, Event]], paragraph: Span
) -> tuple[Segment, ...]:
    pieces = [
        (inside, Mark(number, role), _weight(statement))
        for number, statement in statements
        for span, role in _spans(statement)
        if (inside := _within(span, paragraph)) is not None
    ]
    anchors: dict[int, list[int]] = {}
    for number, statement in statements:
        position = anchor(statement)
        if position is not None and paragraph.start <= position < paragraph.end:
            anchors.setdefault(position, []).append(number)
    tellings = [
        (inside, Telling(number, turn))
        for number, event in events
        for turn, span in enumerate(event.mentions, start=1)
        if (inside := _within(span, paragraph)) is not None
    ]
    carried = [inside for _, event in events if (inside := _within(event.status_words, paragraph)) is not None]
    spans = [*(span for span, _, _ in pieces), *(span for span, _ in tellings), *carried]
    cuts = sorted(
        {paragraph.start, paragraph.end, *anchors, *(end for span in spans for end in (span.start, span.end))}
    )
    found = []
    for start, end in pairwise(cuts):
        lying = sorted(
            ((weight, mark) for span, mark, weight in pieces if span.start <= start and end <= span.end),
            key=lambda pair: (-pair[0], pair[1].number, pair[1].role),
        )
        marks = tuple(dict.fromkeys(mark for _, mark in lying))
        here = Span(start, end)
        found.append(
            Segment(
                here,
                text[start:end],
                marks,
                begins=tuple(anchors.get(start, ())),
                events=tuple(dict.fromkeys(one.number for span, one in tellings if span.contains(here))),
                tells=tuple(one for span, one in tellings if span.start == start),
                status=any(span.contains(here) for span in carried),
            )
        )
    return tuple(found)


def _extent(statement: Statement) -> Span:
    spans = [span for span, _ in _spans(statement) if span.start < span.end]
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))


def _spans(statement: Statement) -> list[tuple[Span, Role]]:
    marked = [(span, Role.CONTENT) for span in statement.content]
    if statement.cue:
        marked.append((statement.cue, Role.CUE))
    if statement.source:
        marked.append((statement.source, Role.SOURCE))
    return marked


def _weight(statement: Statement) -> int:
    """Characters of content: of two statements on the same words the longer is the outer one."""
    return sum(span.end - span.start for span in statement.content)


def _within(span: Span | None, paragraph: Span) -> Span | None:
    if span is None:
        return None
    start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
    return Span(start, end) if start < end else None
