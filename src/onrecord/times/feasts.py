"""Holidays with a date: fixed days, nth weekdays and days counted from Easter. Feasts of other calendars as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.records import Interval
from onrecord.times.frames import Frame, Meaning, Words, dated, direction_of, on_day, positioned
from onrecord.times.movable import movable_day
from onrecord.times.periods import DAY, month_end, nearest_weekday, value_at

_MOST_OF_A_YEAR, _SPRING = 285, 3
# Since then most parties of the United States vote on the first Tuesday in March; before, the day moved.
_SUPER = 2012


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian rule)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last. Monday is 1."""
    if nth < 0:
        return nearest_weekday(month_end(year, month), weekday, tense="past")
    return nearest_weekday(date(year, month, 1), weekday, tense="future") + 7 * (nth - 1) * DAY


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + days * DAY


def _table(name: str) -> Callable[[int], date | None]:
    return lambda year: movable_day(name, year)


# By the words that tell them, without "the", "day" and marks; a longer name stands before a shorter one.
FEASTS: tuple[tuple[tuple[str, ...], Callable[[int], date | None]], ...] = (
    (("christmas", "eve"), _fixed(12, 24)),
    (("christmas",), _fixed(12, 25)),
    (("boxing",), _fixed(12, 26)),
    (("eve", "new"), _fixed(12, 31)),
    (("new", "lunar"), _table("lunar new year")),
    (("new", "chinese"), _table("lunar new year")),
    (("new",), _fixed(1, 1)),
    (("thanksgiving",), _nth(11, 4, 4)),
    (("super", "tuesday"), lambda year: nth_weekday(year, 3, 2, 1) if year % 4 == 0 and year >= _SUPER else None),
    (("black", "friday"), lambda year: nth_weekday(year, 11, 4, 4) + DAY),
    (("easter", "monday"), _from_easter(1)),
    (("easter",), _from_easter(0)),
    (("good", "friday"), _from_easter(-2)),
    (("ash",), _from_easter(-46)),
    (("palm",), _from_easter(-7)),
    (("halloween",), _fixed(10, 31)),
    (("memorial",), _nth(5, 1, -1)),
    (("labor",), _nth(9, 1, 1)),
    (("labour",), _nth(9, 1, 1)),
    (("independence",), _fixed(7, 4)),
    (("fourth", "july"), _fixed(7, 4)),
    (("veterans",), _fixed(11, 11)),
    (("armistice",), _fixed(11, 11)),
    (("remembrance", "sunday"), _nth(11, 7, 2)),
    (("remembrance",), _fixed(11, 11)),
    (("martin", "luther"), _nth(1, 1, 3)),
    (("presidents",), _nth(2, 1, 3)),
    (("columbus",), _nth(10, 1, 2)),
    (("juneteenth",), _fixed(6, 19)),
    (("valentine",), _fixed(2, 14)),
    (("patrick",), _fixed(3, 17)),
    (("bastille",), _fixed(7, 14)),
    (("anzac",), _fixed(4, 25)),
    (("australia",), _fixed(1, 26)),
    (("canada",), _fixed(7, 1)),
    (("may",), _fixed(5, 1)),
    (("april",), _fixed(4, 1)),
    (("mother",), _nth(5, 7, 2)),
    (("fitr",), _table("fitr")),
    (("adha",), _table("adha")),
    (("ramadan",), _table("ramadan")),
    (("diwali",), _table("diwali")),
    (("rosh", "hashanah"), _table("rosh hashanah")),
    (("yom", "kippur"), _table("yom kippur")),
    (("passover",), _table("passover")),
    (("hanukkah",), _table("hanukkah")),
)


def feast_day(words: Words, year: int) -> date | None:
    """The day of the holiday that the words name in a year; None for one without a date in the table."""
    told = frozenset(words)
    return next((day(year) for names, day in FEASTS if told.issuperset(names)), None)


def holiday(words: Words, frame: Frame) -> Meaning | None:
    """Thanksgiving Day, last Christmas, Easter 2021, the New Year: the year by the tense."""
    year = next((int(word) for word in words if word.isdecimal() and len(word) == 4), None)
    if year is not None:
        day = feast_day(words, year)
        return _whole(words, day) if day else None
    if frame.day is None:
        return None
    if frame.previous == "in" and list(words)[:3] == ["the", "new", "year"]:
        year = frame.day.year + (frame.day.month > _SPRING)
        return positioned(("early",), dated(f"{year}"))
    days = [day for step in (-1, 0, 1) if (day := feast_day(words, frame.day.year + step))]
    if not days:
        return None
    direction = direction_of(words, frame)
    if "new" in words and "eve" not in words and frame.previous in ("before", "by", "until", "in", "after"):
        direction = direction or "future"
        if frame.previous != "after" and "the" in words:
            direction = "future"
    published = frame.day
    since = max((day for day in days if day <= published), default=days[0])
    coming = min((day for day in days if day >= published), default=days[-1])
    near = coming if (coming - published) < (published - since) else since
    told = {"past": since, "future": coming}.get(direction or "", near)
    marked = not {"last", "next"}.isdisjoint(words)
    return _whole(words, told if marked or abs((told - published).days) < _MOST_OF_A_YEAR else near)


def _whole(words: Words, day: date) -> Meaning:
    if "ramadan" in words:
        return Meaning("DATE", day.isoformat(), Interval(day, day + 29 * DAY))
    if "week" in words:
        return dated(value_at(day, "W"))
    if "weekend" in words:
        return Meaning("DATE", value_at(day, "WE"), Interval(day - 2 * DAY, day + DAY))
    return on_day(day)
