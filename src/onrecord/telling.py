"""Days, times and what is told of events, as people read them. English, whatever the locale."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from onrecord.records import EventStatus, Interval, Precision

STATUS_MEANS = {
    EventStatus.OCCURRED: "has happened",
    EventStatus.ONGOING: "under way",
    EventStatus.CONFIRMED: "will be, is scheduled or due",
    EventStatus.LIKELY: "expected or likely",
    EventStatus.TENTATIVE: "planned or intended",
    EventStatus.POSSIBLE: "may or could be, is not ruled out, or hangs on an if",
    EventStatus.UNLIKELY: "in serious doubt",
    EventStatus.POSTPONED: "put off, with or without a new date",
    EventStatus.CANCELLED: "called off",
    EventStatus.RULED_OUT: "will not be",
}
"""What each status of an event means, as of publication and in the article's telling."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def tell_day(day: date) -> str:
    """As "Thursday 22 February 2024"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def tell_short(day: date) -> str:
    """As "Thu 22 Feb 2024"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def tell_moment(moment: datetime | date, precision: Precision | None = None) -> str:
    """A day, or a time with its zone: "Thursday 22 February 2024, 18:14 UTC"."""
    if not isinstance(moment, datetime):
        return tell_day(moment)
    if precision is Precision.DAY:
        return tell_day(moment.date())
    offset = moment.isoformat()[-6:]
    zone = "UTC" if not moment.utcoffset() else f"UTC{offset}"
    return f"{tell_day(moment.date())}, {moment:%H:%M} {zone}"


def tell_interval(interval: Interval) -> str:
    """As "on Thu 22 Feb 2024", "from ... to ...", "since ...", "by ..."; empty if both ends are open."""
    first, last = interval.earliest, interval.latest
    if first and last:
        return f"on {tell_short(first)}" if first == last else f"from {tell_short(first)} to {tell_short(last)}"
    if first:
        return f"since {tell_short(first)}"
    return f"by {tell_short(last)}" if last else ""


def tell_window(window: Interval | None) -> str:
    """The days of an event: "on ...", "in June 2024", "between ... and ...", "from ... on", "by ..."."""
    first, last = (window.earliest, window.latest) if window else (None, None)
    if first and last:
        if first.day == 1 and last != date.max and (last + timedelta(days=1)).day == 1:
            if (first.month, last.month) == (1, 12) and first.year == last.year:
                return f"in {first.year}"
            if (first.year, first.month) == (last.year, last.month):
                return f"in {MONTHS[first.month - 1]} {first.year}"
        return f"on {tell_short(first)}" if first == last else f"between {tell_short(first)} and {tell_short(last)}"
    if first:
        return f"from {tell_short(first)} on"
    return f"by {tell_short(last)}" if last else "no date told"


def tell_status(status: str) -> str:
    """As "ruled out"."""
    return status.replace("_", " ")
