"""Which of the times around an event is its own: the encoder's pointing weighed with where the time stands.

A logistic regression over the times of the event's sentence and of those beside it in the window;
`python -m training.events` fits it on annotated articles that the encoder was not trained on.
"""

from __future__ import annotations

import math
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
)
WEIGHTS: Final = (-0.79, 0.49, -0.21, -0.24, 0.47, 0.04, 0.47, 1.66, 1.74, -0.17, 0.90, -0.42, -1.14)
TIED: Final = 0.4  # a time is an event's own from this probability on
_LEAST: Final = 0.002


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an event stands. ahead: how likely it is told as ahead of publication. others: other events' words."""

    text: str
    sentence: Span
    ahead: float
    others: Sequence[Span]
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
        share = sum(chance for place, chance in event.when if place.overlaps(time.span))
        within = setting.sentence.contains(time.span)
        if within or share > 0.0:
            found.append((time, _features(event, time, share, within, here, setting)))
    return found


def _features(
    event: TaggedEvent, time: Time, share: float, within: bool, here: Sequence[Time], setting: Setting
) -> tuple[float, ...]:
    word, span = event.word, time.span
    between = setting.text[min(word.end, span.end) : max(word.start, span.start)]
    crossed = sum(1 for other in setting.others if _lies_between(other, word, span))
    held = min(max(share, _LEAST), 1 - _LEAST)
    return (
        1.0,
        math.log(held / (1 - held)),
        float(not within),
        math.log1p(len(between.split())),
        float(span.start > word.start),
        math.log1p(crossed),
        math.log1p(sum(between.count(mark) for mark in ',;:()—–"“”')),
        _agreement(time, setting),
        float(within and _gap(word, span) == min(_gap(word, other.span) for other in here)),
        float(all(_gap(word, span) <= _gap(other, span) for other in setting.others)),
        float(within and len(here) == 1),
        float(time.type in ("DURATION", "SET")),
        float(time.value.endswith("_REF")),
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


def _lies_between(other: Span, word: Span, span: Span) -> bool:
    low, high = min(word.end, span.end), max(word.start, span.start)
    return low <= other.start and other.end <= high


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
