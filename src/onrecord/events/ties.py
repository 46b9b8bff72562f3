"""Which of the times around an event is its own: the encoder's pointing weighed with where the time stands.

A logistic regression over the times of the event's sentence and of those beside it in the window;
`python -m training.events` fits it on annotated articles that the encoder was not trained on.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.events.weighing import probability
from onrecord.model.events import TaggedEvent
from onrecord.records import Span, Time

FEATURES: Final = (
    "bias",
    "pointed at",
    "another sentence",
    "distance",
    "behind the event",
    "other events between",
    "marks between",
    "side agrees",
    "nearest to the event",
    "event nearest to it",
    "only time",
    "length or set",
    "reference",
    "nothing between",
    "opens the sentence",
    "of a noun",
    "no preposition",
    "before or from",
    "for",
    "other events nearer to it",
    "surest pointing",
    "pointed at elsewhere",
    "event sure",
)
WEIGHTS: Final = (
    1.44, 0.35, -0.35, -0.70, 0.34, 0.24, -0.27, 1.05, 1.11, -0.23, 0.12, -0.87, -0.99, -0.82, 1.31, -0.29, -0.23,
    0.24, -0.02, -0.68, 0.07, 0.13, -0.37,
)  # fmt: skip
TIED: Final = 0.5  # a time is an event's own from this probability on
_LEAST: Final = 0.002
_OPENING: Final = 4  # characters at a sentence's start
_FRAME: Final = 12  # characters before a time in which its preposition stands
_PREPOSITION: Final = re.compile(
    r"\b(in|on|by|since|until|from|before|after|for|of|at|over|during|within)\s+(?:(?:the|a|this)\s+)?$", re.IGNORECASE
)
# The words right before a time belong to it where it is pointed at ("before the end of the year", "as soon as Friday").
_LEADING: Final = re.compile(r"(?:[^\W\d_]+[^\S\n]+){1,3}$")
_LEAD: Final = 30  # characters that they take at most
_OF_A_NOUN: Final = re.compile(r"['’]s\b| (?!(?:and|or|that|to|but|when|as|with|the|an?|in|on|at|by|for)\b)[a-z]")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an event stands.

    ahead: how likely it is told as ahead of publication. starts, ends: of the words that are surely events, in text
    order, its own among them or not.
    """

    text: str
    sentence: Span
    ahead: float
    starts: Sequence[int]
    ends: Sequence[int]
    day: date | None


def choose_time(
    event: TaggedEvent, times: Sequence[Time], setting: Setting, weights: Sequence[float] = WEIGHTS
) -> tuple[Time | None, float]:
    """The time that is most likely the event's own, and how likely; None where none is likely enough."""
    best, most = None, TIED
    for time, features in tie_candidates(event, times, setting):
        share = probability(weights, features)
        if share >= most:
            best, most = time, share
    return best, most if best else 0.0


def tie_candidates(event: TaggedEvent, times: Sequence[Time], setting: Setting) -> list[tuple[Time, tuple[float, ...]]]:
    """The times that may be an event's own, those of its sentence and those it points at, with their features."""
    here = [time for time in times if setting.sentence.contains(time.span)]
    found = []
    for time in times:
        share = sum([chance for place, chance in event.when if _points(event, place, time, setting.text)])
        within = setting.sentence.contains(time.span)
        if within or share > 0.0:
            found.append((time, _features(event, time, share, within, here, setting)))
    return found


def _points(event: TaggedEvent, place: Span, time: Time, text: str) -> bool:
    """Whether a place that an event points at is its time, or a word right before it that is not the event's own."""
    if place.overlaps(time.span):
        return True
    first = max(0, time.span.start - _LEAD)
    if not first < place.end <= time.span.start:
        return False
    lead = _LEADING.search(text, first, time.span.start)
    if lead is None or place.end <= lead.start():
        return False
    return not Span(lead.start(), time.span.end).contains(event.word)


def _features(
    event: TaggedEvent, time: Time, share: float, within: bool, here: Sequence[Time], setting: Setting
) -> tuple[float, ...]:
    word, span = event.word, time.span
    between = setting.text[min(word.end, span.end) : max(word.start, span.start)]
    gap = _gap(word, span)
    nearer = _nearer(span, gap, setting)
    held = min(max(share, _LEAST), 1 - _LEAST)
    pointed = math.log(held / (1 - held))
    frame = _PREPOSITION.search(setting.text, max(0, span.start - _FRAME), span.start)
    preposition = frame.group(1).lower() if frame else ""
    return (
        1.0,
        pointed,
        float(not within),
        math.log1p(len(between.split())),
        float(span.start > word.start),
        math.log1p(_crossed(word, span, setting)),
        math.log1p(sum(between.count(mark) for mark in ',;:()—–"“”')),
        _agreement(time, setting),
        float(within and gap == min(_gap(word, other.span) for other in here)),
        float(not nearer),
        float(within and len(here) == 1),
        float(time.type in ("DURATION", "SET")),
        float(time.value.endswith("_REF")),
        float(not between.strip()),
        float(within and span.start - setting.sentence.start < _OPENING),
        float(_OF_A_NOUN.match(setting.text, span.end) is not None),
        float(not preposition),
        float(preposition in ("before", "from")),
        float(preposition == "for"),
        math.log1p(nearer * within),
        max((chance for _, chance in event.when), default=0.0),
        pointed * (not within),
        event.score,
    )


def _agreement(time: Time, setting: Setting) -> float:
    """How far the side of publication on which the time lies agrees with the event's: -0.5 to 0.5."""
    days, day = time.interval, setting.day
    if days is None or day is None:
        return 0.0
    if days.latest and days.latest < day:
        return 0.5 - setting.ahead
    if days.earliest and days.earliest > day:
        return setting.ahead - 0.5
    return 0.0


def _crossed(word: Span, span: Span, setting: Setting) -> int:
    """How many events stand between an event and a time."""
    low, high = min(word.end, span.end), max(word.start, span.start)
    return max(0, bisect_right(setting.ends, high) - bisect_left(setting.starts, low))


def _nearer(span: Span, gap: int, setting: Setting) -> int:
    """How many events stand nearer to a time than so many characters."""
    return max(0, bisect_left(setting.starts, span.end + gap) - bisect_right(setting.ends, span.start - gap))


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
