"""Lengths of time (DURATION), how often (SET), and words that only point (PAST_REF and its like)."""

from __future__ import annotations

from datetime import date

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.frames import (
    Frame,
    Meaning,
    Words,
    count_of,
    dated,
    pick,
    unit_of,
)
from onrecord.times.periods import period_of, reach, shift_day, value_at

_YEARS = {"E": 10, "C": 100, "L": 1000}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}
# "24 hours a day, seven days a week" means always.
_ROUND_THE_CLOCK = frozenset(("24", "seven", "7"))
_NUMBERS = v.CARDINALS.keys() | {"dozens", "hundreds", "thousands", "several"}
_HAVE = frozenset(("has", "have", "ve"))
_TAKES = frozenset(("take", "last"))
_MONEY_WORDS = v.word_set("dollars cents percent million billion trillion euros pounds yen % times miles people share")


def length(count: float | None, letter: str) -> str:
    """The TIMEX3 value of so many units: P3D, PT5H30M, P2Y6M, PXM where the count is vague."""
    if count is None:
        return f"PTX{letter[1:]}" if letter.startswith("T") else f"PX{letter[-1:] if letter != 'WE' else letter}"
    if letter in _YEARS:
        count, letter = count * _YEARS[letter], "Y"
    elif letter == "2W":
        count, letter = count * 2, "W"
    whole, rest = int(count), count % 1
    head = "PT" if letter.startswith("T") else "P"
    name = letter.removeprefix("T")
    if rest == 0.5 and letter in _HALVES:
        return f"{head}{whole}{name}{_HALVES[letter]}" if whole else f"{head}{_HALVES[letter].removeprefix('T')}"
    return f"{head}{count:g}{name}" if rest else f"{head}{whole}{name}"


def duration(words: Words, frame: Frame) -> Meaning | None:
    """Two weeks, nearly forty years, 16-hour, two to three weeks; its days only where it hangs on another time."""
    if "-" in words and words[0] in ("the", "year") and ("earlier" in words or "ago" in words):
        words = words[words.index("earlier" if "earlier" in words else "ago") + 1 :]
    letter = unit_of(words)
    if letter is None or (letter == "Q" and frame.following == "of"):  # "three-quarters of its food"
        return None
    count = count_of(words)
    if words[0] == "many" and frame.previous in ("as", "how"):  # "his third trip in as many months"
        return None
    if frame.previous in ("year", "years", "month", "months") and frame.following in ("old", "-"):
        return None
    if "old" in frame.after[:2] and frame.following in ("-", "old"):
        return None
    if list(frame.after[:2]) in (["a", "day"], ["a", "week"]) and not _ROUND_THE_CLOCK.isdisjoint(words):
        return None
    return Meaning("DURATION", length(count, letter), _hung(count, letter, frame))


def _hung(count: float | None, letter: str, frame: Frame) -> Interval | None:
    """The days of "two days later", "three weeks earlier", "within a week", "in two years"."""
    if frame.following in ("later", "afterwards") and count and frame.anchor_day:
        return _at(frame.anchor_day, letter, int(count))
    if (
        frame.following in ("earlier", "before", "previously")
        and count
        and frame.anchor_day
        and frame.after[1:2] in ([], [","], ["."])
    ):
        return _at(frame.anchor_day, letter, -int(count))
    if frame.following == "from" and frame.after[1:2] == ["now"] and frame.day and count:
        return _at(frame.day, letter, int(count))
    if frame.day and frame.previous == "for" and count and not _HAVE.isdisjoint(frame.before[-6:]):
        return _since(frame.day, letter, int(count))
    if frame.day is None or frame.tense == "past":
        return None
    if frame.previous in ("within", "under"):
        return reach(frame.day, letter, count, 1)
    if not _TAKES.isdisjoint(frame.before[-3:]) and frame.tense == "future" and count:
        return reach(frame.day, letter, count, 1)
    if frame.previous == "in" and frame.tense == "future":
        return _at(frame.day, letter, int(count)) if count else reach(frame.day, letter, count, 1)
    return None


def _since(day: date, letter: str, count: int) -> Interval | None:
    """From so many units back to publication, as "has been at war for twenty years" means."""
    start = None if letter.startswith("T") else shift_day(day, letter, -count)
    begun = period_of(value_at(start, letter)) if start and letter in ("M", "Y") else None
    return Interval(begun.earliest if begun else start, day) if start else None


def _at(base: date, letter: str, count: int) -> Interval | None:
    if letter.startswith("T"):
        return Interval(base, base)
    day = shift_day(base, letter, count)
    if day is None:
        return None
    return Interval(day, day) if letter in ("D", "W") else period_of(value_at(day, "Y" if letter in _YEARS else letter))


def reach_back(words: Words, frame: Frame) -> Meaning | None:
    """The past two months, the last three summers: back from publication."""
    letter, count = unit_of(words), count_of(words)
    if letter is None:
        season = next(
            (v.SEASONS[word.removesuffix("s")] for word in words if word.removesuffix("s") in v.SEASONS), None
        )
        return Meaning("SET", f"XXXX-{season}") if season else None
    days = reach(frame.day, letter, count, -1) if frame.day else None
    return Meaning("DURATION", length(count, letter), days)


def reach_ahead(words: Words, frame: Frame) -> Meaning | None:
    """The next two years, the weeks ahead: on from publication."""
    letter, count = unit_of(words), count_of(words)
    if letter is None:
        return None
    days = reach(frame.day, letter, count, 1) if frame.day else None
    return Meaning("DURATION", length(count, letter), days)


def ahead(words: Words, frame: Frame) -> Meaning | None:
    """The coming days, coming months."""
    letter = unit_of(words)
    return Meaning("DATE", "FUTURE_REF", reach(frame.day, letter, None, 1) if frame.day and letter else None)


def back(words: Words, frame: Frame) -> Meaning | None:
    """Recent weeks, recent years."""
    letter = unit_of(words)
    return Meaning("DATE", "PAST_REF", reach(frame.day, letter, None, -1) if frame.day and letter else None)


def a_unit(words: Words, frame: Frame) -> Meaning | None:
    """A year: how often after an amount ("$1 billion a year"), else how long."""
    letter = unit_of(words)
    if letter is None:
        return None
    if words[-1] == "earlier" and frame.anchor_day:
        return Meaning("DURATION", length(1, letter), _at(frame.anchor_day, letter, -1))
    if frame.previous in ("hours", "days") and _ROUND_THE_CLOCK.intersection(frame.before[-2:]):
        return None
    amount = frame.previous[:1].isdecimal() or frame.previous in _MONEY_WORDS or frame.previous in v.UNIT_PLURALS
    near = frame.before[-5:]
    counted = frame.previous.endswith("s") and any(word[:1].isdecimal() or word in _NUMBERS for word in near)
    counted = counted and "." not in near and frame.following not in ("after", "before", "later", "earlier")
    if len(words) == 2 and (amount or counted or frame.previous in ("once", "twice")):
        return Meaning("SET", length(1, letter))
    return duration(words, frame)


def year_long(words: Words, frame: Frame) -> Meaning | None:
    """The year ended Sept. 30: a year long."""
    return Meaning("DURATION", "P1Y")


def half_unit(words: Words, frame: Frame) -> Meaning | None:
    """Half an hour, a half-century, a quarter of a century."""
    letter = next((v.UNITS[word] for word in words if word in v.UNITS and word != "quarter"), None)
    if letter is None:
        return None
    part = 0.5 if "half" in words else 0.75 if "three" in words else 0.25
    finer = {"TH": ("TM", 60), "Y": ("M", 12), "C": ("Y", 100), "E": ("Y", 10), "D": ("TH", 24), "M": ("W", 4)}
    if letter not in finer:
        return None
    unit, times = finer[letter]
    if words[-1] == "ago":
        day = shift_day(frame.day, unit, -int(part * times)) if frame.day and unit in ("M", "Y", "W") else None
        return dated(value_at(day, unit)) if day else None
    return Meaning("DURATION", length(part * times, unit))


def vague_duration(words: Words, frame: Frame) -> Meaning | None:
    """A while, a long time."""
    return Meaning("DURATION", "PXX")


def bare_units(words: Words, frame: Frame) -> Meaning | None:
    """For years, within days, weeks ahead."""
    letter = unit_of(words)
    if letter is None:
        return None
    days = None
    if frame.day and frame.tense != "past" and (frame.previous in ("within", "in") or "ahead" in words):
        days = reach(frame.day, letter, None, 1)
    return Meaning("DURATION", length(None, letter), days)


def one_long(words: Words, frame: Frame) -> Meaning | None:
    """Day-long, year-long, weeklong."""
    letter = unit_of([word.removesuffix("long") for word in words])
    return Meaning("DURATION", length(1, letter)) if letter else None


def every(words: Words, frame: Frame) -> Meaning | None:
    """Every day, each Thursday, every other week, every July, every four years."""
    part = next((v.PARTS_OF_DAY[w.removesuffix("s")] for w in words if w.removesuffix("s") in v.PARTS_OF_DAY), None)
    if number := pick(words, v.WEEKDAYS):
        return Meaning("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    if number := pick(words, v.MONTHS, v.MONTH_SHORT):
        return Meaning("SET", f"XXXX-{number:02d}")
    if season := next((v.SEASONS[word] for word in words if word in v.SEASONS), None):
        return Meaning("SET", f"XXXX-{season}")
    if part:
        return Meaning("SET", f"XXXX-XX-XXT{part}")
    letter = unit_of([word for word in words if word != "second"])
    if letter is None:
        return None
    other = 2 if "other" in words or "second" in words else 3 if "third" in words else count_of(words) or 1
    return Meaning("SET", length(other, letter))


def weekly_day(words: Words, frame: Frame) -> Meaning | None:
    """Mondays, Tuesday nights, weekends."""
    if "weekends" in words:
        return Meaning("SET", "XXXX-WXX-WE")
    if "weekdays" in words:
        return Meaning("SET", "XXXX-WXX-WD")
    joined = frame.following == "and" and frame.after[1:2] and frame.after[1] in v.WEEKDAYS
    shared = frame.after[2:3] if joined else ()  # "Monday and Tuesday nights"
    return every([*words, *shared], frame)


def times_a(words: Words, frame: Frame) -> Meaning | None:
    """Twice a week, three times a day, per year."""
    letter = unit_of([word for word in words if word != "second"]) or ("D" if "night" in words else None)
    return Meaning("SET", length(1, letter)) if letter else None


def frequency(words: Words, frame: Frame) -> Meaning | None:
    """Daily, annually; "to rise 8.5% annually" is a rate."""
    if words[0] == "annually" and any(word[:1].isdecimal() for word in frame.before[-4:]):
        return None
    return Meaning("SET", v.FREQUENCIES[words[0]])


def present(words: Words, frame: Frame) -> Meaning | None:
    """Now, currently: the day of publication."""
    return Meaning("DATE", "PRESENT_REF", Interval(frame.day, frame.day) if frame.day else None)


def past(words: Words, frame: Frame) -> Meaning | None:
    """Recently, the past: up to publication."""
    return Meaning("DATE", "PAST_REF", Interval(None, frame.day) if frame.day else None)


def future(words: Words, frame: Frame) -> Meaning | None:
    """The future: from publication on."""
    return Meaning("DATE", "FUTURE_REF", Interval(frame.day, None) if frame.day else None)


def soon(words: Words, frame: Frame) -> Meaning | None:
    """Soon, unless in a tale of the past ("was soon released")."""
    return None if frame.tense == "past" and words[0] != "as" else future(words, frame)


def one_day(words: Words, frame: Frame) -> Meaning | None:
    """One day: some day after a future verb, else a day long."""
    return future(words, frame) if frame.tense == "future" else Meaning("DURATION", "P1D")
