"""What a time expression is read against, and the small readings that all kinds of expression share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.periods import DAY, period_of, shift_day

Words = Sequence[str]
_POSITIONS = {
    "early": "early",
    "beginning": "start",
    "start": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
}
# First and last part of the whole, counted from 0; None is the last of it. Weeks and months in days, years in months,
# decades and centuries in years.
_WEEK_PARTS = {"early": (0, 1), "start": (0, 1), "mid": (2, 2), "late": (3, 4), "end": (4, None)}
_MONTH_PARTS = {"early": (0, 9), "start": (0, 9), "mid": (10, 19), "late": (19, None), "end": (19, None)}
_YEAR_PARTS = {"early": (0, 2), "start": (0, 0), "mid": (4, 7), "late": (9, None), "end": (11, None)}
_DECADE_PARTS = {"early": (0, 3), "start": (0, 0), "mid": (4, 6), "late": (7, None), "end": (9, None)}
_CENTURY_PARTS = {"early": (0, 29), "start": (0, 9), "mid": (40, 59), "late": (70, None), "end": (90, None)}
_LONGEST_NUMBER = 12
_STEPS = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}


class Meaning(NamedTuple):
    """A TIMEX3 type and value with the days meant; `interval` None where no day follows."""

    type: str
    value: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against.

    day: publication day. tense: of the near verb. anchor: the last date before it in the text, last_day: the last that
    is one day. quarter: the first
    quarter told in the text ("1989-Q3"). before, after: the nearest words on either side, in lower case, in text order.
    linked: the time before it where this one ends a range ("from Monday to Friday"). beside: the time just before it,
    with a comma between. told_year: the last year told
    before it in the paragraph. southern: whether the article is told from the southern
    half of the earth, where summer is December to February.
    """

    day: date | None
    tense: str | None = None
    anchor: Meaning | None = None
    last_day: date | None = None
    quarter: str | None = None
    before: Words = ()
    after: Words = ()
    southern: bool = False
    linked: Meaning | None = None
    told_year: int | None = None
    beside: Meaning | None = None

    @property
    def previous(self) -> str:
        """The word before the expression, or an empty one."""
        return self.before[-1] if self.before else ""

    @property
    def following(self) -> str:
        """The word after the expression, or an empty one."""
        return self.after[0] if self.after else ""

    @property
    def anchor_day(self) -> date | None:
        """The day that "that day" and "two days later" hang on: the last date told, else publication."""
        return (self.anchor.interval.earliest if self.anchor and self.anchor.interval else None) or self.day


def dated(value: str, kind: str = "DATE") -> Meaning:
    """A meaning whose days are those of its value."""
    return Meaning(kind, value, period_of(value))


def on_day(day: date) -> Meaning:
    """One day."""
    return Meaning("DATE", day.isoformat(), Interval(day, day))


def one_day(meaning: Meaning | None) -> date | None:
    """The day that a meaning is; None where it is more than one or none."""
    interval = meaning.interval if meaning else None
    return interval.earliest if interval and interval.earliest == interval.latest else None


def pick(words: Words, *tables: Mapping[str, int]) -> int | None:
    """What the first of the words that stands in one of the tables means there."""
    return next((table[word] for word in words for table in tables if word in table), None)


def day_number(words: Words) -> int | None:
    """The day of a month among the words: 21, 21st, twenty-first."""
    tens = 0
    for word in words:
        digits = word.rstrip("stndrh")
        if digits.isdecimal() and len(digits) <= 2:
            return int(digits)
        if word in v.ORDINALS:
            return tens + v.ORDINALS[word]
        tens = v.CARDINALS.get(word, tens if word == "-" else 0)
    return None


def year_number(words: Words) -> int | None:
    """A year among the words: 1998, '98, nineteen ninety-eight, two thousand."""
    for word in words:
        if word.isdecimal() and len(word) == 4:
            return int(word)
        if word[0] in "'’" and word[1:].isdecimal():
            return full_year(int(word[1:]))
    numbers = [v.CARDINALS[word] for word in words if word in v.CARDINALS]
    if numbers[:2] == [2, 1000]:
        return 2000 + sum(numbers[2:])
    if len(numbers) >= 2 and 18 <= numbers[0] <= 20:
        return numbers[0] * 100 + sum(numbers[1:])
    return None


def full_year(short: int) -> int:
    """A year of two digits: up to 49 in this century."""
    return short + (2000 if short < 50 else 1900)


def unit_of(words: Words) -> str | None:
    """The TIMEX3 letter of the first unit among the words."""
    for word in words:
        if letter := v.UNITS.get(word) or v.UNIT_PLURALS.get(word):
            return letter
    return None


def count_of(words: Words) -> float | None:
    """The number among the words; of a range ("two to three") the first. None where it is vague or none is there."""
    total: float | None = None
    for word in words:
        if word in ("to", "or") and total is not None:
            break
        if word in v.FUZZY:
            return 2.0 if word == "couple" else None
        if word in v.CARDINALS:
            number = v.CARDINALS[word]
            if total is not None and total < 20 and number < 20 and word != "dozen":  # "three-four months"
                break
            bigger = number in (100, 1000) or word == "dozen"
            total = (total or 1.0) * number if bigger else (total or 0.0) + number
        elif word.count("/") == 1:
            above, below = word.split("/")
            total = (total or 0.0) + (int(above) / int(below) if int(below) else 0)
        elif word.replace(",", "").replace(".", "", 1).isdecimal():
            if total is not None or len(word) > _LONGEST_NUMBER:
                break
            total = float(word.replace(",", ""))
    if total is None and any(word in ("a", "an", "another") for word in words):
        total = 1.0
    if total is not None and "half" in words and "and" in words:
        total += 0.5
    return total


def step_of(words: Words) -> int:
    """How many periods on from the present one: "last" -1, "this" 0, "next" 1."""
    return next((_STEPS[word] for word in words if word in _STEPS), 0)


def position_of(words: Words) -> str | None:
    """Which part of a period is meant: "early", "start", "mid", "late" or "end"."""
    return next((_POSITIONS[word] for word in words if word in _POSITIONS), None)


def narrowed(interval: Interval | None, position: str | None) -> Interval | None:
    """The early, middle or late part of a period, by the tables above; quarters and seasons in thirds."""
    if interval is None or position is None or interval.earliest is None or interval.latest is None:
        return interval
    first, last = interval.earliest, interval.latest
    days = (last - first).days + 1
    if days <= 3:
        return interval
    if days <= 31:
        low, high = (_WEEK_PARTS if days <= 7 else _MONTH_PARTS)[position]
        return Interval(first + low * DAY, last if high is None else first + high * DAY)
    if days < 360:
        month = {"early": 0, "start": 0, "mid": 1}.get(position, 2) * (days // 90)
        return Interval(shift_day(first, "M", month), _before(shift_day(first, "M", month + days // 90)))
    parts = _YEAR_PARTS if days <= 366 else _DECADE_PARTS if days < 4000 else _CENTURY_PARTS
    unit = "M" if days <= 366 else "Y"
    low, high = parts[position]
    return Interval(shift_day(first, unit, low), last if high is None else _before(shift_day(first, unit, high + 1)))


def _before(day: date | None) -> date | None:
    return day - DAY if day else None


def positioned(words: Words, meaning: Meaning) -> Meaning:
    """The meaning with its days narrowed by "early", "late" and the like among the words."""
    return meaning._replace(interval=narrowed(meaning.interval, position_of(words)))


def direction_of(words: Words, frame: Frame) -> str | None:
    """Where the words themselves point ("last", "next"), else where the verb does."""
    for word in words:
        if word in ("last", "past", "previous"):
            return "past"
        if word in ("next", "coming", "upcoming", "following"):
            return "future"
    return frame.tense


def with_part(words: Words, meaning: Meaning) -> Meaning:
    """A day with "morning", "night" and the like among the words becomes a TIME."""
    for word in words:
        if part := v.PARTS_OF_DAY.get(word.removesuffix("s")):
            return Meaning("TIME", f"{meaning.value}T{part}", meaning.interval)
        if word in v.NAMED_CLOCK:
            return Meaning("TIME", f"{meaning.value}T{v.NAMED_CLOCK[word]}", meaning.interval)
    return meaning
