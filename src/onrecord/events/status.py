"""The status of an event as one mention tells it: the encoder's judgement, held against the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from onrecord.model.events import STATUSES, TaggedEvent
from onrecord.records import Time

PAST: Final = frozenset({"occurred", "ongoing"})
AHEAD: Final = ("confirmed", "likely", "tentative", "possible", "unlikely")
BEHIND: Final = 0.3  # what is left of the probability that an event is ahead whose days are over
CALLED_OFF: Final = frozenset({"cancelled", "ruled_out"})


def status_chances(event: TaggedEvent, time: Time | None, day: date | None) -> tuple[float, ...]:
    """The model's probabilities of every status, in the order of `STATUSES`, held against the days of the time.

    What has happened cannot lie wholly ahead of publication. What is ahead hardly lies wholly behind it: a plan may be
    told long after ("was to open in March").
    """
    chances = dict(zip(STATUSES, event.status, strict=True))
    interval = time.interval if time else None
    if interval and day:
        if interval.earliest and interval.earliest > day:
            chances["occurred"] = chances["ongoing"] = 0.0
        elif interval.latest and interval.latest < day:
            for status in AHEAD:
                chances[status] *= BEHIND
    return tuple(chances.values())


def likeliest(chances: Sequence[float]) -> str:
    """The status with the highest number."""
    return STATUSES[max(range(len(STATUSES)), key=chances.__getitem__)]
