"""Periods told from the day of publication or from another time of the text."""

from __future__ import annotations

from datetime import date

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.dates import month, month_year
from onrecord.times.frames import (
    Frame,
    Meaning,
    Words,
    count_of,
    dated,
    full_year,
    narrowed,
    on_day,
    one_day,
    pick,
    positioned,
    step_of,
    unit_of,
    with_part,
    year_number,
)
from onrecord.times.periods import DAY, nearest_weekday, reach, shift_day, value_at
from onrecord.times.quarters import a_year_before, compared_year
from onrecord.times.working_years import this_fiscal_year

_WITHIN = frozenset(("over", "in", "within", "for", "during"))
_HALF_YEAR = 6
_JUST_OVER = 3
_REPORTED = frozenset(
    """profit profits net income earnings results sales revenue revenues loss losses pretax operating output figures
    exports imports orders""".split()
)
_WORKING = frozenset(("academic", "school", "fiscal", "financial"))


def unit(words: Words, frame: Frame) -> Meaning | None:
    """This week, last month, early next year, later this year, the end of the month."""
    letter = unit_of(words)
    if letter is None or frame.day is None:
        return None
    if list(words) == ["last", "year"] and (quarter := compared_year(words, frame)):
        return quarter
    step = step_of(words)
    if letter == "WE" and "this" in words and _weekend_is_over(frame, frame.day):
        step = -1  # "this weekend" in a tale of the past, told before the next has begun
    day = shift_day(frame.day, letter, step)
    if day is None:
        return None
    meaning = dated(value_at(day, letter))
    if not _WORKING.isdisjoint(words):
        return this_fiscal_year(words, frame)
    if meaning.interval and step == 0 and "earlier" in words:
        end = min(frame.day, meaning.interval.latest or frame.day)
        return meaning._replace(interval=Interval(meaning.interval.earliest, end))
    if meaning.interval and step == 0 and "later" in words:
        start = max(frame.day, meaning.interval.earliest or frame.day)
        return meaning._replace(interval=Interval(start, meaning.interval.latest))
    return positioned(words, meaning)


def _weekend_is_over(frame: Frame, day: date) -> bool:
    return day.isoweekday() < 5 and (frame.tense == "past" or (day.isoweekday() < 4 and frame.tense is None))


def rolling_unit(words: Words, frame: Frame) -> Meaning | None:
    """The past year, the last week: back from publication."""
    letter = unit_of(words)
    if letter is None or frame.day is None:
        return None
    if letter == "C":
        return unit(words, frame)
    if letter in ("D", "TH"):
        return Meaning("DURATION", "P1D" if letter == "D" else "PT1H", Interval(frame.day - DAY, frame.day))
    start = shift_day(frame.day, letter, -1)
    if start is None:
        return None
    day = frame.day if letter == "W" else start
    return Meaning("DATE", value_at(day, letter), Interval(start, frame.day))


def anchored_unit(words: Words, frame: Frame) -> Meaning | None:
    """That week, the same day, the following year, the next morning, the day before: from the last date told."""
    base = frame.anchor_day
    if base is None:
        return None
    if any(word in v.PARTS_OF_DAY for word in words) and unit_of(words) is None:
        base = frame.last_day or frame.day or base
        day = base + (step_of(words)) * DAY
        return with_part(words, Meaning("DATE", day.isoformat(), Interval(day, day)))
    letter = unit_of(words)
    if letter is None:
        return None
    if "next" in words and frame.previous in _WITHIN and frame.day and frame.tense != "past":
        ahead = shift_day(frame.day, letter, 1)
        return dated(value_at(ahead, letter))._replace(interval=Interval(frame.day, ahead)) if ahead else None
    if letter == "D":
        base = frame.last_day or frame.day or base
        if words[-1] in ("before", "after") and frame.last_day is None and frame.following.isalpha():
            return Meaning("DATE", "XXXX-XX-XX")  # "the day after the raid", of which nothing was told
        if words[-1] in ("before", "after") and frame.beside and one_day(frame.beside):
            return frame.beside._replace(type="DATE", value=base.isoformat())  # "on Friday, the day before the vote"
    step = {"before": -1, "preceding": -1, "after": 1}.get(words[-1], step_of(words))
    if "preceding" in words:
        step = -1
    if "year" in words and letter != "Y":  # "the same month last year"
        base = shift_day(base, "Y", -1) or base
        step = 0
    day_then = shift_day(base, letter, step)
    return positioned(words, dated(value_at(day_then, letter))) if day_then else None


def the_weekend(words: Words, frame: Frame) -> Meaning | None:
    """The weekend: the last one begun, after a future verb the next one to end."""
    if frame.day is None:
        return None
    day = frame.day
    awaited = frame.tense in ("future", "present") or list(frame.before[-2:]) == ["ahead", "of"]
    if not awaited and day.isoweekday() < 6:
        day -= 7 * DAY
    return dated(value_at(day, "WE"))


def the_unit(words: Words, frame: Frame) -> Meaning | None:
    """The year, the full year, the week: the one of publication; a week that has just begun is the week before."""
    letter = unit_of(words)
    if letter is None or frame.day is None:
        return None
    early = letter == "W" and frame.day.isoweekday() < 4 and frame.tense != "future"
    return dated(value_at(frame.day - 7 * DAY if early else frame.day, letter))


def year_end(words: Words, frame: Frame) -> Meaning | None:
    """Year-end: the end of the year of publication, "since year-end", "had at year-end" early in a year the last."""
    if frame.day is None:
        return None
    over = frame.previous == "since" or (frame.tense == "past" and frame.day.month <= _JUST_OVER)
    year = year_number(words) or frame.day.year - over
    return dated(f"{year}")._replace(interval=Interval(date(year, 12, 1), date(year, 12, 31)))


def month_of_year(words: Words, frame: Frame) -> Meaning | None:
    """March of last year, October this year."""
    number = pick(words, v.MONTHS, v.MONTH_SHORT)
    base = frame.anchor_day if not {"that", "same", "following", "previous"}.isdisjoint(words) else frame.day
    if number is None or base is None:
        return None
    return positioned(words, dated(f"{base.year + step_of(words)}-{number:02d}"))


def week_of_month(words: Words, frame: Frame) -> Meaning | None:
    """The first week of March, the second half of next month, the last weekend in October."""
    if "month" in words:
        shifted = shift_day(frame.day, "M", step_of(words)) if frame.day else None
        whole = dated(value_at(shifted, "M")) if shifted else None
    else:
        whole = month_year(words, frame) or month(words[words.index("of" if "of" in words else "in") :], frame)
    if whole is None or whole.interval is None or whole.interval.earliest is None or whole.interval.latest is None:
        return whole
    if words[2] in ("days", "weeks") or words[3] in ("days", "weeks"):
        early = words[1] in ("first", "opening", "early")
        return whole._replace(interval=narrowed(whole.interval, "early" if early else "late"))
    nth = v.ORDINALS.get(words[1])
    return Meaning("DATE", whole.value, _nth_part(whole.interval.earliest, whole.interval.latest, nth, words[2]))


def _nth_part(first: date, last: date, nth: int | None, part: str) -> Interval:
    """Days 1 to 7 for the first week and so on (nth None: the last); a weekend is that of its nth Saturday."""
    if part == "half":
        middle = first + 14 * DAY
        return Interval(first, middle) if nth == 1 else Interval(middle + DAY, last)
    if part == "week":
        return (
            Interval(last - 6 * DAY, last)
            if nth is None
            else Interval(first + 7 * (nth - 1) * DAY, first + (7 * nth - 1) * DAY)
        )
    saturday = (
        nearest_weekday(last, 6, tense="past")
        if nth is None
        else nearest_weekday(first, 6, tense="future") + 7 * (nth - 1) * DAY
    )
    return Interval(saturday, saturday + DAY)


def half(words: Words, frame: Frame) -> Meaning | None:
    """The first half of 2022, the second half of the year, the last half of the '80s."""
    number = 1 if "first" in words else 2
    if words[1:2] == ["-"] and len(words) == 3:  # "first-half profit", not "a first-half goal"
        if frame.following not in _REPORTED or frame.day is None:
            return None
        return dated(f"{frame.day.year - (number == 2 and frame.day.month <= _HALF_YEAR)}-H{number}")
    month = pick(words, v.MONTHS)
    letter = next((v.UNITS[word] for word in words if word in v.UNITS and word != "second"), None)
    if month or letter in ("W", "M", "E", "C") or any(word.endswith("0s") for word in words):
        return _half_of(words, frame, number)
    year = year_number(words)
    if year is None and frame.day:
        begun = number == 1 or frame.day.month > _HALF_YEAR
        over = "this" not in words and frame.tense == "future" and number == 1 and frame.day.month > _HALF_YEAR
        not_yet = "this" not in words and frame.tense == "past" and not begun
        year = frame.day.year + (step_of(words) or over - not_yet)
    return dated(f"{year}-H{number}") if year else None


def _half_of(words: Words, frame: Frame, number: int) -> Meaning | None:
    from_digits = next((word for word in words if word.strip("'’s").isdecimal() and word.endswith("s")), None)
    month = pick(words, v.MONTHS)
    if from_digits:
        digits = from_digits.strip("'’s")
        whole = dated(f"{(int(digits) if len(digits) == 4 else full_year(int(digits))) // 10}")
    elif month and frame.day:
        year = year_number(words) or frame.day.year
        whole = dated(f"{year}-{month:02d}")
    else:
        found = unit(words, frame)
        if found is None:
            return None
        whole = found
    days = whole.interval
    if days is None or days.earliest is None or days.latest is None:
        return whole
    middle = days.earliest + (days.latest - days.earliest) // 2
    return whole._replace(
        interval=Interval(days.earliest, middle) if number == 1 else Interval(middle + DAY, days.latest)
    )


def ago(words: Words, frame: Frame) -> Meaning | None:
    """Two days ago, a week ago, 50 years ago; vague ones lie somewhere before publication."""
    letter, count = unit_of(words), count_of(words)
    if letter is None or frame.day is None:
        return None
    if letter == "W" and count == 1:
        letter, count = "D", 7.0
    if letter.startswith("T"):
        return Meaning("TIME", "PAST_REF", Interval(frame.day - DAY if (count or 5) > 6 else frame.day, frame.day))
    if count is None:
        return Meaning("DATE", "PAST_REF", reach(frame.day, letter, None, -1))
    if letter == "Y" and count == 1 and frame.quarter:
        return a_year_before(frame)
    day = shift_day(
        frame.day,
        "M" if count % 1 and letter == "Y" else letter,
        -int(count * 12 if count % 1 and letter == "Y" else count),
    )
    if day is None:
        return None
    if letter == "E":
        return dated(f"{day.year}")
    return dated(day.isoformat() if letter == "D" else value_at(day, letter))


def weeks_from(words: Words, frame: Frame) -> Meaning | None:
    """A week on Tuesday, Monday week, two weeks from today, two Fridays ago."""
    if frame.day is None:
        return None
    count = int(count_of(words) or 1)
    number = pick(words, v.WEEKDAYS)
    if words[-1] == "ago" and number:
        return on_day(nearest_weekday(frame.day - DAY, number, tense="past") - 7 * (count - 1) * DAY)
    base = frame.day + DAY if "tomorrow" in words else frame.day
    if number:
        base = nearest_weekday(frame.day, number, tense="future")
    return on_day(base + 7 * count * DAY)
