"""Calendar dates: days, months, years, decades and centuries by name or number."""

from __future__ import annotations

from datetime import date

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.frames import (
    Frame,
    Meaning,
    Words,
    dated,
    day_number,
    direction_of,
    full_year,
    on_day,
    pick,
    positioned,
    with_part,
    year_number,
)
from onrecord.times.periods import nearest_year, period_of, shift_month, value_at

_RANGE_WORDS = frozenset(("to", "and", "or", "until", "through", "-", "–", ","))
# A bare number of four figures is a year without further ado in these bounds ...
_LIKELY_YEARS = range(1900, 2050)
# ... and elsewhere after one of these.
_YEAR_PREPOSITIONS = v.word_set("in since by until till from during before after between circa year")
# "Last January", told in February or March, is that of the year before.
_JUST_OVER = 2
# "Credit through January", told so many months before, is of the January to come.
_SOON = 3
# "The 9/11 attacks", "the Sept. 11 attacks".
_NINE_ELEVEN, _ATTACKS = date(2001, 9, 11), frozenset(("attack", "attacks", "terror", "terrorist", "terrorists"))
# Told beside a month, these make it the coming one unless a verb of the past stands with it.
_AWAITED = v.word_set("election elections runoff ballot ballots vote midterm midterms referendum nominee primary")
# What is named by its month or day and stands in writing, or was said, has been: "a June agreement", "her May remarks".
_ON_FILE = v.word_set(
    """agreement pact deal accord ruling decision order verdict affidavit filing letter memo email report study survey
    poll article interview statement comment comments remark remarks speech announcement testimony indictment raid
    attack attacks bombing shooting killing murder coup earthquake crash massacre invasion"""
)
_OWNERS = v.word_set("a an its his her their")
_NEGATIONS = frozenset(("not", "t", "never"))
# A number of four figures after one of these is an amount.
_AMOUNT_WORDS = v.word_set(
    """$ £ € ¥ windows boeing airbus route highway flight than nearly almost some over least most about approximately
    roughly no no. #"""
)


def iso(words: Words, frame: Frame) -> Meaning | None:
    """2021-11-21 and 2021-11-21T15:25."""
    value = words[0].upper().replace(" ", "T")
    days = period_of(value)
    return Meaning("TIME" if "T" in value else "DATE", value, days) if days else None


def slashed(words: Words, frame: Frame) -> Meaning | None:
    """21/11/2021 with the day first, unless that day does not exist or only the other reading is near publication."""
    first, second, year = (int(part) for part in words[0].replace(".", "/").split("/"))
    year = year if year > 99 else full_year(year)
    values = (f"{year:04d}-{month:02d}-{day:02d}" for day, month in ((first, second), (second, first)))
    readings = [days.earliest for value in values if (days := period_of(value)) and days.earliest]
    if not readings:
        return None
    published = frame.day or readings[0]
    return on_day(
        min(readings, key=lambda day: (frame.tense == "past" and day > published, abs((day - published).days) > 45)),
    )


def nine_eleven(words: Words, frame: Frame) -> Meaning | None:
    """9/11: the attacks of 2001. Other fractions are no dates."""
    after = frame.day is None or frame.day > _NINE_ELEVEN
    return on_day(_NINE_ELEVEN) if words[0] == "9/11" and after else None


def month_day(words: Words, frame: Frame) -> Meaning | None:
    """21 November 2021, Nov. 21, Thursday, November 21st."""
    month, day = pick(words, v.MONTHS, v.MONTH_SHORT), day_number(words)
    if month is None or day is None:
        return None
    year = year_number(words) or _year_further_on(frame)
    attacks = (month, day) == (9, 11) and not _ATTACKS.isdisjoint(frame.after[:2])
    if attacks and year is None and frame.day and frame.day > _NINE_ELEVEN:
        return on_day(_NINE_ELEVEN)
    if "year" in words and frame.day:
        year = frame.day.year + ("next" in words or "coming" in words) - ("last" in words or "past" in words)
    if year is None and frame.day is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}")
    if year is None and frame.day is not None:
        weekday = pick(words, v.WEEKDAYS, v.WEEKDAY_SHORT)
        near = [_named(frame.day.year + step, month, day) for step in (0, -1, 1)]
        agreeing = [found for found in near if found and found.isoweekday() == weekday]
        year = agreeing[0].year if agreeing else _year_without(month, day, words, frame, frame.day)
    meaning = dated(f"{year:04d}-{month:02d}-{day:02d}")
    return with_part(words, meaning) if meaning.interval else None


def bare_day(words: Words, frame: Frame) -> Meaning | None:
    """On the 28th: of the month of publication or its neighbour, by the tense."""
    number = day_number(words)
    if number is None or frame.day is None:
        return None
    begun = number <= frame.day.day
    step = -1 if frame.tense == "past" and not begun else 1 if frame.tense == "future" and number < frame.day.day else 0
    year, month = shift_month(frame.day.year, frame.day.month, step)
    meaning = dated(f"{year:04d}-{month:02d}-{number:02d}")
    return meaning if meaning.interval else None


def _named(year: int, month: int, day: int) -> date | None:
    days = period_of(f"{year:04d}-{month:02d}-{day:02d}")
    return days.earliest if days else None


def _year_further_on(frame: Frame) -> int | None:
    """The year at the end of a range: 2020 for March in "between March and June 2020"."""
    if frame.following not in _RANGE_WORDS:
        return None
    rest = [word for word in frame.after[1:5] if word not in (".", ",")]
    if not rest or rest[0] == "." or pick(rest[:2], v.MONTHS, v.MONTH_SHORT) is None:
        return None
    return next((int(word) for word in rest if word.isdecimal() and len(word) == 4), None)


def _year_without(month: int, day: int | None, words: Words, frame: Frame, published: date) -> int:
    """The year of a month or day told without one: by the range it ends, the tense, the year its paragraph tells."""
    direction = direction_of(words, frame)
    awaited = direction in (None, "present") or "for" in frame.before[-2:]
    if awaited and not _AWAITED.isdisjoint((*frame.before[-5:], *frame.after[:4])):
        direction = "future"
    if frame.previous in _OWNERS and not _ON_FILE.isdisjoint(frame.after[:3]):
        return published.year - ((month, day or 1) > (published.month, published.day))
    begun = frame.linked.interval.earliest if frame.linked and frame.linked.interval else None
    if (
        begun
        and "next" not in words
        and frame.linked
        and len(frame.linked.value) == len("2021-11" if day is None else "2021-11-21")
    ):
        return begun.year + ((month, day or 31) < (begun.month, begun.day))
    if "last" in words:
        just_over = day is None and 0 < published.month - month <= _JUST_OVER
        return published.year - (just_over or (month, day or 1) > (published.month, published.day))
    if "next" in words:
        return published.year + ((month, day or 1) <= (published.month, published.day))
    if direction == "past" and frame.previous == "from" and frame.following not in _RANGE_WORDS - {"and", ","}:
        direction = None  # "a levy from January 1" is often to come
    year = nearest_year(month, day, published, tense=direction, known=frame.previous == "the")
    if direction == "past" and _NEGATIONS.isdisjoint(frame.before) and _reaches_ahead(year, month, frame, published):
        return year + 1
    told = frame.told_year
    ahead = (year, month, day or 1) > (published.year, published.month, published.day)
    return told if told and told < year and ahead and direction not in ("future", "present") else year


def _reaches_ahead(year: int, month: int, frame: Frame, published: date) -> bool:
    """Whether "gave them until March", "lent it money through January" mean the month to come, not that of `year`."""
    if frame.previous == "through":
        return (month - published.month) % 12 <= _SOON and (year, month) < (published.year, published.month)
    return frame.previous in ("until", "till", "by") and year < published.year


def day_range(words: Words, frame: Frame) -> Meaning | None:
    """3 to 5 May, May 3-5, 2021: the value of its first day, the days of all of it."""
    days = [number for word in words if (number := day_number([word])) is not None]
    rest = [word for word in words if day_number([word]) is None]
    if len(days) < 2:
        return None
    first, last = (month_day([*rest, str(day)], frame) for day in days[:2])
    if first is None or last is None or first.interval is None or last.interval is None:
        return first
    return first._replace(interval=Interval(first.interval.earliest, last.interval.latest))


def week_of(words: Words, frame: Frame) -> Meaning | None:
    """The week of March 6, the weekend of 20 November."""
    day = month_day(words, frame)
    if day is None or day.interval is None or day.interval.earliest is None:
        return day
    return dated(value_at(day.interval.earliest, "WE" if "weekend" in words else "W"))


def month_year(words: Words, frame: Frame) -> Meaning | None:
    """November 2021, early November 2021."""
    month, year = pick(words, v.MONTHS, v.MONTH_SHORT), year_number(words)
    return positioned(words, dated(f"{year:04d}-{month:02d}")) if month and year else None


def month(words: Words, frame: Frame) -> Meaning | None:
    """November, last November, late next May: the year by the tense."""
    number = pick(words, v.MONTHS, v.MONTH_SHORT)
    if number is None:
        return None
    year = _year_further_on(frame)
    if year is None and frame.day is None:
        return Meaning("DATE", f"XXXX-{number:02d}")
    if year is None and frame.day is not None:
        direction = direction_of(words, frame)
        marked = not {"last", "next", "past", "previous", "coming"}.isdisjoint(words)
        if "this" in words and not marked:
            year = frame.day.year
        elif marked and number == frame.day.month:
            year = frame.day.year + (1 if direction == "future" else -1)
        else:
            year = _year_without(number, None, words, frame, frame.day)
    return positioned(words, dated(f"{year:04d}-{number:02d}"))


def year(words: Words, frame: Frame) -> Meaning | None:
    """1998, early 1998, the end of 2030; a number that counts something is none."""
    number = year_number(words)
    if number is None and words[-1].isdecimal():
        number = int(words[-1])
    if number is None:
        return None
    if len(words) == 1 and not _is_year(number, frame):
        return None
    if list(words) == ["two", "thousand"] and frame.previous not in ("in", "since", "by", "until"):
        return None
    return positioned(words, dated(f"{number:04d}"))


def _is_year(number: int, frame: Frame) -> bool:
    if frame.following in v.COUNTED or frame.following == "%" or frame.previous in _AMOUNT_WORDS:
        return False
    if frame.following == "-" and len(frame.after) > 1 and frame.after[1] in v.COUNTED | v.UNITS.keys():
        return False
    return number in _LIKELY_YEARS or (number < 2200 and frame.previous in _YEAR_PREPOSITIONS)


def decade(words: Words, frame: Frame) -> Meaning | None:
    """The 1990s, the early '80s, the mid-nineties."""
    number = None
    for word in words:
        digits = word.strip("'’s")
        if digits.isdecimal():
            number = int(digits) if len(digits) == 4 else full_year(int(digits))
            break
        if word in v.DECADE_WORDS:
            number = 1900 + 10 * v.DECADE_WORDS[word]
    if number is None or number % 10:
        return None
    return positioned(words, dated(f"{number // 10}"))


def century(words: Words, frame: Frame) -> Meaning | None:
    """The 19th century, the early twentieth century, the turn of the century."""
    if "turn" in words:
        first = date(1895 if "last" in words or (frame.day and frame.day.year < 1990) else 1995, 1, 1)
        return Meaning("DATE", f"{first.year // 100 + 1}", Interval(first, first.replace(year=first.year + 10)))
    number = day_number(words)
    return positioned(words, dated(f"{number - 1:02d}")) if number else None


def era(words: Words, frame: Frame) -> Meaning | None:
    """44 BC, AD 79: a value without days."""
    number = next(int(word) for word in words if word.isdecimal())
    return Meaning("DATE", f"BC{number:04d}" if words[-1].startswith("b") else f"{number:04d}")
