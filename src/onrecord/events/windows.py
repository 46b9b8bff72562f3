"""The days within which an event happened or would happen, from the days of its time and its status."""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord.events.status import PAST
from onrecord.records import Interval, Time

FAR: Final = 4_000_000  # the day number of an open end


def window_of(time: Time | None, status: str, day: date | None) -> Interval | None:
    """What has happened ends with publication, what is ahead begins with it; None where that leaves no day."""
    days = time.interval if time else None
    if days is None or (days.earliest is None and days.latest is None):
        return None
    first, last = days.earliest, days.latest
    if day is None:
        return days
    if status in PAST:
        if first and first > day:
            return None
        if status == "occurred" and (last is None or last > day):
            last = day
        return Interval(first, last)
    if first and first < day and (last is None or last > day):
        first = day
    return Interval(first, last)


def bounds(days: Interval) -> tuple[int, int]:
    """First and last day as numbers; an open end lies far off."""
    return (
        days.earliest.toordinal() if days.earliest else 0,
        days.latest.toordinal() if days.latest else FAR,
    )


def compatible(one: Interval | None, other: Interval | None) -> bool:
    """Whether two windows may be those of one event: they share a day, or one of them is not told."""
    if one is None or other is None:
        return True
    a, b = bounds(one)
    c, d = bounds(other)
    return min(b, d) >= max(a, c)


def holds(one: Interval, other: Interval) -> bool:
    """Whether all days of the other lie within the one."""
    a, b = bounds(one)
    c, d = bounds(other)
    return a <= c and d <= b
