"""Days and times as people read them. Names of days and months are English, whatever the locale."""

from __future__ import annotations

from datetime import date, datetime

from onrecord.records import Interval, Precision

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
