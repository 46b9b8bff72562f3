"""Calendar arithmetic: TIMEX3 values to days and back. Weeks run Monday to Sunday and are numbered as in ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.records import Interval

DAY = timedelta(days=1)
_FOUR_MONTHS, _SEVEN_MONTHS, _WELL_PAST, _MOST_OF_YEAR, _ELEVEN_MONTHS = 120, 215, 228, 285, 335
# How far "in the coming days" and its like reach, as so many of a unit.
_VAGUE_REACH = {
    "D": ("D", 7),
    "W": ("M", 1),
    "M": ("M", 6),
    "Q": ("M", 9),
    "TH": ("D", 1),
    "TM": ("D", 0),
    "TS": ("D", 0),
}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$"), lambda y, m, d: _days(date(y, m, d), date(y, m, d))),
    (re.compile(r"(\d{4})-(\d\d)$"), lambda y, m: _days(date(y, m, 1), month_end(y, m))),
    (re.compile(r"(\d{4})-W(\d\d)$"), lambda y, w: _week(y, w, 1)),
    (re.compile(r"(\d{4})-W(\d\d)-WE$"), lambda y, w: _week(y, w, 6)),
    (re.compile(r"(\d{4})-Q([1-4])$"), lambda y, q: _days(date(y, 3 * q - 2, 1), month_end(y, 3 * q))),
    (re.compile(r"(\d{4})-H([12])$"), lambda y, h: _days(date(y, 6 * h - 5, 1), month_end(y, 6 * h))),
    (re.compile(r"(\d{4})$"), lambda y: _days(date(y, 1, 1), date(y, 12, 31))),
    (re.compile(r"(\d{3})$"), lambda d: _days(date(max(10 * d, 1), 1, 1), date(10 * d + 9, 12, 31))),
    (re.compile(r"(\d\d)$"), lambda c: _days(date(max(100 * c, 1), 1, 1), date(100 * c + 99, 12, 31))),
)
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")


def _days(first: date, last: date) -> Interval:
    return Interval(first, last)


def _week(year: int, week: int, weekday: int) -> Interval:
    return Interval(date.fromisocalendar(year, week, weekday), date.fromisocalendar(year, week, 7))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def period_of(value: str) -> Interval | None:
    """The days of a TIMEX3 value that names a period of the calendar; None for any other value.

    A winter is told by the year of its December.
    """
    try:
        if season := _SEASON.match(value):
            year, month = int(season[1]), SEASON_MONTHS[season[2]]
            return Interval(date(year, month, 1), month_end(*shift_month(year, month, 2)))
        for shape, days in _SHAPES:
            if match := shape.match(value):
                return days(*map(int, match.groups()))
    except (ValueError, OverflowError):
        return None
    return None


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month so many months on."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def shift_day(day: date, unit: str, count: int) -> date | None:
    """The day so many units on; days that a shorter month lacks fall on its last. None outside the calendar."""
    try:
        if unit in ("D", "W", "WE", "2W"):
            return day + count * {"D": 1, "W": 7, "WE": 7, "2W": 14}[unit] * DAY
        months = count * {"M": 1, "Q": 3, "H": 6, "S": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}[unit]
        year, month = shift_month(day.year, day.month, months)
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (KeyError, ValueError, OverflowError):
        return None


def reach(base: date, letter: str, count: float | None, sign: int) -> Interval | None:
    """The days from a day so many units back (sign -1) or ahead (sign 1)."""
    if count is None and letter not in _VAGUE_REACH:
        return Interval(base, None) if sign > 0 else Interval(None, base)
    unit, steps = (letter, int(count + 0.5)) if count is not None else _VAGUE_REACH[letter]
    if unit.startswith("T"):
        hours = steps / {"TH": 24, "TM": 1440, "TS": 86400}[unit]
        unit, steps = "D", int(hours + 0.999)
    end = shift_day(base, unit, sign * steps)
    if end is None:
        return None
    return Interval(base, end) if sign > 0 else Interval(end, base)


def value_at(day: date, unit: str) -> str:
    """The TIMEX3 value of the calendar period of one unit that holds a day."""
    year, week, _ = day.isocalendar()
    values = {
        "W": f"{year}-W{week:02d}",
        "2W": f"{year}-W{week:02d}",
        "WE": f"{year}-W{week:02d}-WE",
        "M": f"{day.year}-{day.month:02d}",
        "Q": f"{day.year}-Q{(day.month + 2) // 3}",
        "H": f"{day.year}-H{(day.month + 5) // 6}",
        "S": season_at(day),
        "Y": f"{day.year:04d}",
        "E": f"{day.year // 10}",
        "C": f"{day.year // 100}",
        "L": f"{day.year // 1000}",
    }
    return values.get(unit, day.isoformat())


def season_at(day: date) -> str:
    """The season of the northern half that holds a day; January and February belong to the winter before."""
    year, month = shift_month(day.year, day.month, -2)
    return f"{year}-{('SP', 'SU', 'FA', 'WI')[(month - 1) // 3]}"


def nearest_weekday(day: date, weekday: int, *, tense: str | None) -> date:
    """The nearest such weekday on or after a day (tense "future"), else on or before it. Monday is 1."""
    if tense == "future":
        return day + (weekday - day.isoweekday()) % 7 * DAY
    return day - (day.isoweekday() - weekday) % 7 * DAY


def nearest_year(month: int, day: int | None, published: date, *, tense: str | None, known: bool = False) -> int:
    """The year of a month or a day of it that was told without one.

    Past: this year's where it has begun, else the last such, unless that is seven months back and the next is nearer
    (papers tell the year of a day so far off). Future: the next, unless it is most of a year off and the last such just
    over. No tense told: the last, unless the next is less than half as far. known: told as known to all ("the Oct. 7
    attacks"), of the past until it is nearly due again.
    """
    begins = {year: date(year, month, min(day or 1, monthrange(year, month)[1])) for year in _around(published)}
    ends = {year: first if day else month_end(year, month) for year, first in begins.items()}
    last = max(year for year, first in begins.items() if first <= published)
    coming = min(year for year, end in ends.items() if end >= published)
    since, until = (published - ends[last]).days, (begins[coming] - published).days
    if tense == "past":
        far = _ELEVEN_MONTHS if known else _SEVEN_MONTHS if day else _WELL_PAST
        return coming if last < published.year and since > far and until < since else last
    if tense == "future":
        return last if until > _MOST_OF_YEAR and since < _FOUR_MONTHS else coming
    return coming if until < since / 2 and not (known and since < _ELEVEN_MONTHS) else last


def _around(published: date) -> range:
    return range(published.year - 1, published.year + 2)


def cut(interval: Interval | None, published: date | None, tense: str | None) -> Interval | None:
    """A period that runs past publication, cut at that day: for past acts what lies before, for plans what is left."""
    if interval is None or published is None or tense not in ("past", "future"):
        return interval
    first, last = interval.earliest, interval.latest
    if (first is not None and first > published) or (last is not None and last < published):
        return interval
    return Interval(first, published) if tense == "past" else Interval(published, last)
