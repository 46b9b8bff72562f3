"""The days within which an event happened or would happen, from the days of its time and its status."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from onrecord.events.status import PAST
from onrecord.records import Interval, Span, Time
from onrecord.times import resolve_time
from onrecord.times.tense import Tense

SURE: Final = 0.95  # from this probability on the status decides on which side of publication a bare day or month lies
GRANTED: Final = 0.5  # from this probability of lying ahead on an event fills the time that is granted for it
_GRANTING: Final = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|gave|grant(?:s|ed|ing)?|allow(?:s|ed|ing)?|ha(?:s|ve|d))\b[^.;:!?\n]*$"
)
_TO: Final = re.compile(r"\s+(?:in which\s+)?to\s+[a-z]")
_REACH: Final = 90  # characters before a time
_A_DAY: Final = re.compile(r"\d{4}-\d\d(?:-\d\d(?:T.*)?)?")  # or a month
# What has a target ("the 2030 emissions target") is to be reached by then; a deadline itself is on its day.
_OF_A_TARGET: Final = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:targets?|goals?|(?P<deadline>deadlines?))\b")
_A_PERIOD: Final = re.compile(r"\d{4}(?:-(?:\d\d|W\d\d(?:-WE)?|Q\d|H\d|SP|SU|FA|WI))?")
FAR: Final = 4_000_000  # the day number of an open end


def days_on_side(text: str, time: Time, word: Span, ahead: float, day: date | None) -> Interval | None:
    """The days of a time, read anew where its verb misled ("prices go up Sunday"): a day or month lies on the event's
    side.

    A length of time granted for what is ahead ("six months to repay") begins with publication.

    word: the event's. ahead: how likely the event is told as ahead of publication.
    """
    days = _on_side(text, time, ahead, day)
    if ahead >= GRANTED and day and days and days.earliest and days.earliest > day:
        target = _OF_A_TARGET.match(text, time.span.end)
        if target and target.span("deadline") != (word.start, word.end):
            return Interval(day, days.latest)
    return days


def _on_side(text: str, time: Time, ahead: float, day: date | None) -> Interval | None:
    days = time.interval
    if days is None and day is not None and ahead >= GRANTED and _is_granted(text, time):
        found = resolve_time(f"within {time.span.of(text)}", published=day)
        return found[2] if found else None
    if days is None or day is None:
        return days
    if ahead >= GRANTED and days.latest == day and days.earliest != day and _A_PERIOD.fullmatch(time.value):
        return _read_anew(text, time, day, "future") or days
    if not _A_DAY.fullmatch(time.value):
        return days
    behind, before = days.latest is not None and days.latest < day, days.earliest is not None and days.earliest > day
    if not (behind and ahead >= SURE) and not (before and ahead <= 1 - SURE):
        return days
    other = _read_anew(text, time, day, "future" if behind else "past")
    fits = other and other.earliest and (other.earliest >= day if behind else other.earliest <= day)
    return other if fits else days


def _read_anew(text: str, time: Time, day: date, tense: Tense) -> Interval | None:
    """The days of a time beside a verb of another tense, with the word before it ("last", "by")."""
    words = text[: time.span.end][max(0, time.span.start - 8) :].partition(" ")[2] if time.span.start > 8 else ""
    words = words if words.endswith(time.span.of(text)) else time.span.of(text)
    found = resolve_time(words, published=day, tense=tense)
    return found[2] if found else None


def _is_granted(text: str, time: Time) -> bool:
    """Whether a length of time is one that somebody has for doing a thing ("was given six months to repay")."""
    start, end = time.span.start, time.span.end
    granted = _GRANTING.search(text, max(0, start - _REACH), start)
    return time.type == "DURATION" and granted is not None and _TO.match(text, end) is not None


def window_of(days: Interval | None, status: str, day: date | None) -> Interval | None:
    """What has happened ends with publication, what goes on reaches it, what is ahead begins with it.

    None where that leaves no day.
    """
    if days is None or (days.earliest is None and days.latest is None):
        return None
    first, last = days.earliest, days.latest
    if day is None:
        return days
    if status in PAST:
        if first and first > day:
            return None
        if last is None or last > day or status == "ongoing":
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
