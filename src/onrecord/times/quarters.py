"""Seasons and quarters: "last fall", "the third quarter", "the year-earlier period"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.frames import (
    Frame,
    Meaning,
    Words,
    dated,
    direction_of,
    pick,
    positioned,
    step_of,
    year_number,
)
from onrecord.times.periods import month_end, period_of, shift_day, shift_month, value_at

_BEFORE = frozenset(("previous", "preceding", "prior"))
_COMPARED = frozenset(("compared", "versus", "against"))


def season(words: Words, frame: Frame) -> Meaning | None:
    """Last fall, this summer, the winter of 2020, spring 2021."""
    name = next(v.SEASONS[word] for word in words if word in v.SEASONS)
    number = year_number(words)
    if number is None and frame.day is None:
        return Meaning("DATE", f"XXXX-{name}")
    if number is None and frame.day is not None:
        number = _season_year(name, words, frame, frame.day)
    return positioned(
        words, Meaning("DATE", f"{number}-{name}", season_days(f"{number}-{name}", southern=frame.southern))
    )


def season_days(value: str, *, southern: bool) -> Interval | None:
    """The three months of a season, by the half of the earth; a season over New Year is told by its December."""
    if not southern:
        return period_of(value)
    year, month = int(value[:4]), {"SP": 9, "SU": 12, "FA": 3, "WI": 6}[value[5:]]
    return Interval(date(year, month, 1), month_end(*shift_month(year, month, 2)))


def _season_year(name: str, words: Words, frame: Frame, day: date) -> int:
    years = range(day.year - 2, day.year + 2)
    spans = {year: season_days(f"{year}-{name}", southern=frame.southern) for year in years}
    direction = direction_of(words, frame)
    if "this" in words and "past" not in words:
        return _this_season(name, spans, frame, day)
    if direction == "past":
        inclusive = "last" not in words
        begun = [
            y
            for y, s in spans.items()
            if s and s.earliest and s.latest and ((s.earliest if inclusive else s.latest) <= day)
        ]
        return begun[-1]
    if direction == "future":
        return next(
            y
            for y, s in spans.items()
            if s and s.latest and s.latest >= day and ("next" not in words or (s.earliest and s.earliest > day))
        )
    return min(years, key=lambda y: _distance(spans[y], day))


def _this_season(name: str, spans: Mapping[int, Interval | None], frame: Frame, day: date) -> int:
    """The season that holds the day, else that of its year; after a verb of the past the last winter, not the next."""
    if now := next((year for year, days in spans.items() if _distance(days, day) == 0), None):
        return now
    days = spans[day.year]
    begun = bool(days and days.earliest and days.earliest <= day)
    return day.year + (begun and frame.tense == "future") - (name == "WI" and not begun and frame.tense == "past")


def _distance(interval: Interval | None, day: date) -> int:
    if interval is None or interval.earliest is None or interval.latest is None:
        return 10**6
    return max((interval.earliest - day).days, (day - interval.latest).days, 0)


def quarter(words: Words, frame: Frame) -> Meaning | None:
    """The third quarter, the first quarter of 1990, last year's fourth quarter, Q3 2021."""
    number = pick(words, v.ORDINALS) or next((int(word) for word in words if word.isdecimal() and len(word) == 1), None)
    if number is None or not 1 <= number <= 4:
        return None
    year = year_number(words)
    if year is None and frame.day is None:
        return Meaning("DATE", f"XXXX-Q{number}")
    if year is None and frame.day is not None:
        if "year" in words and not {"last", "next", "this", "previous", "following"}.isdisjoint(words):
            year = frame.day.year + step_of(words)
        else:
            year = _quarter_year(number, frame, frame.day)
    return dated(f"{year}-Q{number}")


def _quarter_year(number: int, frame: Frame, day: date) -> int:
    """The last such quarter begun; after a future verb the next not over, unless it has just ended and is reported."""
    current = (day.month + 2) // 3
    just_ended = number == (current - 2) % 4 + 1
    if frame.tense == "future" and not just_ended:
        return day.year if number >= current else day.year + 1
    if frame.tense is None and number == current % 4 + 1:
        return day.year if number > current else day.year + 1
    return day.year if number <= current else day.year - 1


def month_quarter(words: Words, frame: Frame) -> Meaning | None:
    """The September quarter: the last quarter begun that holds the month."""
    month = pick(words, v.MONTHS)
    if month is None or frame.day is None:
        return None
    number = (month + 2) // 3
    return dated(f"{_quarter_year(number, frame, frame.day)}-Q{number}")


def _quarter_before(value: str) -> Meaning:
    year, number = int(value[:4]), int(value[6:])
    return dated(f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4")


def that_quarter(words: Words, frame: Frame) -> Meaning | None:
    """The quarter, the latest period, the year-earlier quarter: the quarter that the text speaks of."""
    if frame.day is None:
        return None
    told = frame.quarter
    before = not {"ago", "earlier", "last"}.isdisjoint(words) or "year" in words
    if told is None and "quarter" not in words and "latest" not in words:
        year = frame.day.year - 1 if before else year_number(words)
        return dated(f"{year}") if year else None
    if told is None:
        ended = shift_day(frame.day, "Q", -1)
        if "current" in words or (frame.tense == "future" and "latest" not in words):
            ended = frame.day
        told = value_at(ended, "Q") if ended else None
    if told is None:
        return None
    number = pick(words, v.ORDINALS)
    year, name = int(told[:4]), f"Q{number}" if number else told[5:]
    if before:
        year -= 1
    elif frame.quarter and not _BEFORE.isdisjoint(words):
        return _quarter_before(told)
    elif stated := year_number(words):
        year = stated
    if "current" in words and frame.quarter:
        return dated(value_at(frame.day, "Q"))
    return dated(f"{year}-{name}")


def a_year_before(frame: Frame) -> Meaning | None:
    """A year earlier: the same quarter a year before where the text speaks of a quarter, else the year before."""
    if frame.quarter:
        return dated(f"{int(frame.quarter[:4]) - 1}{frame.quarter[4:]}")
    return dated(f"{frame.day.year - 1}") if frame.day else None


def compared_year(words: Words, frame: Frame) -> Meaning | None:
    """Last year, where a quarter is compared with it ("a 3% rise from last year's $2 million"): that quarter."""
    possessive = frame.previous in ("from", "than") and frame.following in ("'", "’")
    if not frame.quarter or "year" in frame.before or not (possessive or not _COMPARED.isdisjoint(frame.before)):
        return None
    return a_year_before(frame)


def year_earlier(words: Words, frame: Frame) -> Meaning | None:
    """A year earlier."""
    return a_year_before(frame)
