"""Events laid out as a diary: by week, and as the days of a month. Pure: hits and days in, what a page shows out."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from onrecord.record import EventHit
from onrecord.records import Interval
from onrecord.web import words

A_WEEK = timedelta(days=7)
FAR = date.max - A_WEEK
"""No week is reckoned beyond this day."""

IN_A_DAY, IN_A_WEEK, IN_A_MONTH = 4, 6, 12
"""Events in sight in one day of a month, in one week of it, and beside it; the rest is counted and linked."""


@dataclass(frozen=True, slots=True)
class Week:
    """Events of one week of the agenda. days: its Monday to its Sunday; title: "This week" or those days."""

    title: str
    days: Interval
    events: tuple[EventHit, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Events in one place of a month. more: how many of them are not in sight."""

    events: tuple[EventHit, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a month's grid. inside: whether it is of this month, not of the one before or after."""

    day: date
    inside: bool
    today: bool
    some: Some


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week of a month's grid. within: what is told for some day of it, no one knows which."""

    days: tuple[DayCell, ...]
    within: Some


@dataclass(frozen=True, slots=True)
class Month:
    """A month's grid, Monday first. wide: what may fall in it, told no closer than by more than a week."""

    first: date
    rows: tuple[WeekRow, ...]
    wide: Some


def listed_on(hit: EventHit) -> date | None:
    """The day by which the record lists an event: the last one it may fall on; the first, where no last is told."""
    window = hit.window
    return (window.latest or window.earliest) if window else None


def weeks(hits: Iterable[EventHit], today: date) -> tuple[Week, ...]:
    """Runs of events of one week, in the order given. Those without a day are left out."""
    found = []
    dated = [(monday(day), hit) for hit in hits if (day := listed_on(hit)) is not None]
    for first, run in groupby(dated, key=lambda pair: pair[0]):
        days = Interval(first, first + timedelta(days=6))
        found.append(Week(_week_title(days, today), days, tuple(hit for _, hit in run)))
    return tuple(found)


def _week_title(days: Interval, today: date) -> str:
    assert days.earliest
    near = {timedelta(): "This week", A_WEEK: "Next week", -A_WEEK: "Last week"}
    return near.get(days.earliest - monday(today)) or words.interval(days)


def monday(day: date) -> date:
    """The Monday of its week."""
    return min(day, FAR) - timedelta(days=min(day, FAR).weekday())


def lay_out(hits: Sequence[EventHit], first: date, today: date) -> Month:
    """The grid of the month that begins on this day, with the events that may fall in it."""
    last = words.last_of_month(first)
    days: dict[date, list[EventHit]] = {}
    within: dict[date, list[EventHit]] = {}
    wide: list[EventHit] = []
    for hit in hits:
        begin, end = (hit.window.earliest, hit.window.latest) if hit.window else (None, None)
        if begin is None or end is None or end - begin >= A_WEEK:
            wide.append(hit)
        elif begin == end:
            days.setdefault(begin, []).append(hit)
        else:
            within.setdefault(monday(min(end, last)), []).append(hit)
    rows = []
    for week in calendar.Calendar().monthdatescalendar(first.year, first.month):
        cells = tuple(
            DayCell(day, day.month == first.month, day == today, _some(days.get(day, ()), IN_A_DAY)) for day in week
        )
        rows.append(WeekRow(cells, _some(within.get(week[0], ()), IN_A_WEEK)))
    return Month(first, tuple(rows), _some(wide, IN_A_MONTH))


def _some(hits: Sequence[EventHit], in_sight: int) -> Some:
    return Some(tuple(hits[:in_sight]), max(0, len(hits) - in_sight))
