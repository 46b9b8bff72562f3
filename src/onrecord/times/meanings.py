"""What the words of a time expression mean: one small function for each kind of expression that `rules.py` names.

Each is given the expression's words in lower case and the frame it is told in, and answers a TIMEX3 type, a value and
the days it means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.periods import (
    DAY,
    nearest_weekday,
    nearest_year,
    period_of,
    shift_day,
    value_at,
)

Words = Sequence[str]


class Meaning(NamedTuple):
    """A TIMEX3 type and value with the days meant; `interval` None where no day follows."""

    type: str
    value: str
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against.

    day: publication day. tense: of the near verb. anchor: value and days of the last date before it in the text.
    """

    day: date | None
    tense: str | None = None
    anchor: Meaning | None = None


def dated(value: str, kind: str = "DATE") -> Meaning:
    """A meaning whose days are those of its value."""
    return Meaning(kind, value, period_of(value))


def pick(words: Words, *tables: Mapping[str, int]) -> int | None:
    """What the first of the words that stands in one of the tables means there."""
    for word in words:
        for table in tables:
            if word in table:
                return table[word]
    return None


def day_of(words: Words) -> int | None:
    """The day of a month among the words: 21, 21st, twenty-first."""
    tens = 0
    for word in words:
        digits = word.rstrip("stndrh")
        if digits.isdecimal() and len(digits) <= 2:
            return int(digits)
        if word in v.ORDINALS:
            return tens + v.ORDINALS[word]
        tens = v.CARDINALS.get(word, 0)
    return None


def year_of(words: Words) -> int | None:
    """A year among the words: 1998, '98, nineteen ninety-eight, two thousand."""
    for word in words:
        if word.isdecimal() and len(word) == 4:
            return int(word)
        if word[0] in "'’" and word[1:].isdecimal():
            return full_year(int(word[1:]))
    numbers = [v.CARDINALS[word] for word in words if word in v.CARDINALS]
    if numbers[:2] == [2, 1000]:
        return 2000 + sum(numbers[2:])
    if len(numbers) >= 2 and 13 <= numbers[0] <= 20:
        return numbers[0] * 100 + sum(numbers[1:])
    return None


def full_year(short: int) -> int:
    """A year of two digits: up to 49 in this century."""
    return short + (2000 if short < 50 else 1900)


def position_of(words: Words) -> str | None:
    """Which part of a period is meant: "early", "mid", "late", "end", "beginning", "rest"."""
    names = {
        "early": "early",
        "beginning": "early",
        "start": "early",
        "opening": "early",
        "mid": "mid",
        "middle": "mid",
        "late": "late",
        "end": "end",
        "close": "end",
        "turn": "early",
    }
    return next((names[word] for word in words if word in names), None)


def narrowed(interval: Interval | None, position: str | None) -> Interval | None:
    """The early, middle or late part of a period of days.

    A month: 1 to 10, 11 to 20, 21 to its end (late: from the 20th). A longer period: its thirds. A week: Monday and
    Tuesday, Wednesday, Thursday and Friday (end: to Sunday).
    """
    if interval is None or position is None or interval.earliest is None or interval.latest is None:
        return interval
    first, last = interval.earliest, interval.latest
    days = (last - first).days + 1
    if days <= 3:
        return interval
    if days <= 7:
        parts = {"early": (0, 1), "mid": (2, 2), "late": (3, 4), "end": (4, 6)}
    elif days <= 31:
        parts = {"early": (0, 9), "mid": (10, 19), "late": (19, days - 1), "end": (20, days - 1)}
    else:
        third = days // 3
        parts = {
            "early": (0, third - 1),
            "mid": (third, days - third - 1),
            "late": (days - third, days - 1),
            "end": (days - third, days - 1),
        }
    low, high = parts[position]
    return Interval(first + low * DAY, first + high * DAY)


def positioned(words: Words, meaning: Meaning) -> Meaning:
    """The meaning with its days narrowed by "early", "late" and the like among the words."""
    return meaning._replace(interval=narrowed(meaning.interval, position_of(words)))


def iso(words: Words, frame: Frame) -> Meaning | None:
    """2021-11-21 and 2021-11-21T15:25."""
    value = words[0].upper().replace(" ", "T")
    days = period_of(value)
    return Meaning("TIME" if "T" in value else "DATE", value[:16], days) if days else None


def slashed(words: Words, frame: Frame) -> Meaning | None:
    """21/11/2021 with the day first, unless only the month can be first or publication speaks for it."""
    first, second, year = (int(part) for part in words[0].replace(".", "/").split("/"))
    year = year if year > 99 else full_year(year)
    orders = [(second, first), (first, second)]
    readings = [date(year, month, day) for month, day in orders if month <= 12 and _exists(year, month, day)]
    if not readings:
        return None
    published = frame.day or readings[0]
    nearest = min(readings, key=lambda day: abs((day - published).days) > 45)
    return dated(nearest.isoformat())


def _exists(year: int, month: int, day: int) -> bool:
    days = period_of(f"{year:04d}-{month:02d}-{day:02d}")
    return days is not None


def month_day(words: Words, frame: Frame) -> Meaning | None:
    """21 November 2021, Nov. 21, Thursday, November 21st."""
    month, day, year = pick(words, v.MONTHS, v.MONTH_SHORT), day_of(words), year_of(words)
    if month is None or day is None:
        return None
    if year is None and frame.day is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", None)
    if year is None and frame.day is not None:
        years = [frame.day.year - 1, frame.day.year - 2, frame.day.year + 1, frame.day.year]
        if "last" in words:
            year = nearest_year(month, day, frame.day, tense="past")
        elif not any(_exists(y, month, day) for y in years):
            return None
        else:
            year = nearest_year(month, min(day, 28), frame.day, tense=frame.tense)
    meaning = dated(f"{year:04d}-{month:02d}-{day:02d}")
    return meaning if meaning.interval else None


def month_year(words: Words, frame: Frame) -> Meaning | None:
    """November 2021, early November 2021."""
    month, year = pick(words, v.MONTHS, v.MONTH_SHORT), year_of(words)
    return positioned(words, dated(f"{year:04d}-{month:02d}")) if month and year else None


def month(words: Words, frame: Frame) -> Meaning | None:
    """November, last November, late next May: the year by the tense."""
    number = pick(words, v.MONTHS, v.MONTH_SHORT)
    if number is None:
        return None
    if frame.day is None:
        return Meaning("DATE", f"XXXX-{number:02d}", None)
    direction = direction_of(words, frame)
    if "this" in words:
        year = frame.day.year
    elif direction and (frame.day.month == number) and ({"last", "past", "next", "coming"} & set(words)):
        year = frame.day.year + (1 if direction == "future" else -1)
    else:
        year = nearest_year(number, None, frame.day, tense=direction)
    return positioned(words, dated(f"{year:04d}-{number:02d}"))


def direction_of(words: Words, frame: Frame) -> str | None:
    """Where the words themselves point ("last", "next"), else where the verb does."""
    for word in words:
        if word in ("last", "past", "previous"):
            return "past"
        if word in ("next", "coming", "upcoming", "following"):
            return "future"
    return frame.tense


def weekday(words: Words, frame: Frame) -> Meaning | None:
    """Thursday, last Thursday, next Thursday morning, late Thursday."""
    number = pick(words, v.WEEKDAYS, v.WEEKDAY_SHORT)
    if number is None:
        return None
    if frame.day is None:
        return with_part(words, Meaning("DATE", f"XXXX-WXX-{number}", None))
    marked = {"last", "past", "previous", "next", "coming", "following"} & set(words)
    base = frame.day
    if marked & {"previous", "following"} and frame.anchor and frame.anchor.interval and frame.anchor.interval.earliest:
        base = frame.anchor.interval.earliest
    direction = direction_of(words, frame)
    if direction == "present" and not marked:
        direction = "future"
    if "this" in words and direction is None:
        direction = "future"
    step = DAY if direction == "future" else -DAY
    day = nearest_weekday(base + step if marked else base, number, tense=direction)
    return with_part(words, dated(day.isoformat()))


def with_part(words: Words, meaning: Meaning) -> Meaning:
    """A day with "morning", "night" and the like among the words becomes a TIME."""
    for word in words:
        singular = word.removesuffix("s")
        if singular in v.PARTS_OF_DAY:
            return Meaning("TIME", f"{meaning.value}T{v.PARTS_OF_DAY[singular]}", meaning.interval)
        if word in v.NAMED_CLOCK:
            return Meaning("TIME", f"{meaning.value}T{v.NAMED_CLOCK[word]}", meaning.interval)
    return meaning


def named_day(words: Words, frame: Frame) -> Meaning | None:
    """Today, yesterday, tomorrow, with a part of the day; tonight, this morning, last night, overnight."""
    if frame.day is None:
        return (
            Meaning("DATE", "PRESENT_REF", None)
            if "today" in words
            else with_part(words, Meaning("DATE", "XXXX-XX-XX", None))
        )
    day = frame.day
    if "yesterday" in words or "last" in words or ("overnight" in words and frame.tense != "future"):
        day -= DAY
    elif "tomorrow" in words:
        day += DAY
    if "before" in words:
        day -= DAY
    elif "after" in words:
        day += DAY
    if "tonight" in words:
        return Meaning("TIME", f"{day}TNI", Interval(day, day))
    return with_part(words, dated(day.isoformat()))


def unit_of(words: Words) -> str | None:
    """The TIMEX3 letter of the first unit among the words."""
    for word in words:
        if word in v.UNITS:
            return v.UNITS[word]
        if word in v.UNIT_PLURALS:
            return v.UNIT_PLURALS[word]
    return None


def this_unit(words: Words, frame: Frame) -> Meaning | None:
    """This week, last month, early next year, later this year, the end of the month."""
    unit = unit_of(words)
    if unit is None or frame.day is None:
        return None
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    count = next((steps[word] for word in words if word in steps), 0)
    day = shift_day(frame.day, unit, count)
    if day is None:
        return None
    meaning = dated(value_at(day, unit))
    if meaning.interval and "earlier" in words:
        return meaning._replace(
            interval=Interval(meaning.interval.earliest, min(frame.day, meaning.interval.latest or frame.day))
        )
    if meaning.interval and "later" in words:
        return meaning._replace(
            interval=Interval(max(frame.day, meaning.interval.earliest or frame.day), meaning.interval.latest)
        )
    return positioned(words, meaning)


def ago(words: Words, frame: Frame) -> Meaning | None:
    """Two days ago, a week ago, 50 years ago."""
    unit, count = unit_of(words), count_of(words)
    if unit is None or frame.day is None or unit.startswith("T"):
        return None
    if count is None:
        return Meaning("DATE", "PAST_REF", Interval(None, frame.day))
    day = shift_day(frame.day, unit, -int(count))
    return dated(day.isoformat() if unit == "D" else value_at(day, unit)) if day else None


def count_of(words: Words) -> float | None:
    """The number among the words, None where it is vague ("a few", "several") or none is there."""
    total = None
    for word in words:
        if word in ("a", "an") and total is None:
            total = 1.0
        elif word in v.FUZZY:
            return 2.0 if word == "couple" else None
        elif word in v.CARDINALS:
            number = v.CARDINALS[word]
            if number in (100, 1000) or word == "dozen":
                total = (total or 1.0) * number
            elif word == "one" or total == 1.0:
                total = number
            else:
                total = (total or 0.0) + number
        elif word.replace(",", "").replace(".", "", 1).isdecimal():
            total = float(word.replace(",", ""))
    return total
