"""Fiscal and school years, and runs of years: "fiscal 2022", "the school year", "the 2020-21 season", "2019-2021"."""

from __future__ import annotations

from datetime import date

from onrecord.records import Interval
from onrecord.times.frames import (
    Frame,
    Meaning,
    Words,
    full_year,
    narrowed,
    position_of,
    step_of,
    year_number,
)
from onrecord.times.periods import month_end

_ACADEMIC = frozenset(("academic", "school"))
# First months of a fiscal year (named by its end, as in the United States) and of a school year (named by its start).
FISCAL_START, ACADEMIC_START = 10, 9


def fiscal_year(words: Words, frame: Frame) -> Meaning | None:
    """Fiscal 1989, fiscal year 2022, the 2022 academic year."""
    year = year_number(words) or next((full_year(int(w)) for w in words if w.isdecimal() and len(w) == 2), None)
    return _working_year(words, year) if year else None


def _working_year(words: Words, year: int) -> Meaning:
    if not _ACADEMIC.isdisjoint(words):
        days = Interval(date(year, ACADEMIC_START, 1), date(year + 1, 6, 30))
    else:
        days = Interval(date(year - 1, FISCAL_START, 1), month_end(year, FISCAL_START - 1))
    return Meaning("DATE", f"{year}", narrowed(days, position_of(words)))


def this_fiscal_year(words: Words, frame: Frame) -> Meaning | None:
    """The current fiscal year, next school year: the one that holds the day of publication, or its neighbour."""
    if frame.day is None:
        return None
    academic = not _ACADEMIC.isdisjoint(words)
    start = ACADEMIC_START if academic else FISCAL_START
    begun = frame.day.month >= start
    year = frame.day.year + (begun - academic)
    if not academic and "latest" in words:  # the last one reported
        return _working_year(words, year - 1)._replace(value=f"{frame.day.year - 1}")
    if not academic and "fiscal" in words and {"current", "this"}.isdisjoint(words) and step_of(words) == 0:
        return Meaning("DURATION", "P1Y", _working_year(words, year).interval)
    meaning = _working_year(words, year + step_of(words))
    return meaning if academic else meaning._replace(value=f"{frame.day.year + step_of(words)}")


def season_years(words: Words, frame: Frame) -> Meaning | None:
    """2021-22, 2021/22 season, 2019-2021: a season or working year, or a run of years."""
    numbers = [word for word in words if word.isdecimal()]
    if len(numbers) != 2:
        return None
    first = int(numbers[0])
    last = int(numbers[1]) if len(numbers[1]) == 4 else first // 100 * 100 + int(numbers[1])
    if not 1900 <= first <= 2100 or not first < last <= first + 100:
        return None
    days = Interval(date(first, 1, 1), date(last, 12, 31))
    named = not {"season", "year", "fiscal"}.isdisjoint(words)
    if last == first + 1 and named:
        starts, ends = (ACADEMIC_START, 6) if not _ACADEMIC.isdisjoint(words) else (4, 3)
        if "season" in words:
            starts, ends = 8, 5
        days = Interval(date(first, starts, 1), month_end(last, ends))
    return Meaning("DATE", f"{first}/{last}", days)
