"""Clock times and parts of the day."""

from __future__ import annotations

from datetime import date

from onrecord.records import Interval
from onrecord.times import vocabulary as v
from onrecord.times.dates import month_day
from onrecord.times.frames import Frame, Meaning, Words, on_day, one_day, pick, with_part
from onrecord.times.weekdays import named_day, weekday

_DASHES = frozenset(("-", "–", "—", ":"))
_BRACKETS = 6  # words within which a bracket closes
_LATE = frozenset(("afternoon", "evening", "night", "tonight"))


def clock(words: Words, frame: Frame) -> Meaning | None:
    """10:35 a.m., 5 p.m. EST, noon, 1500 GMT: on the day told beside it, else on the last day told."""
    hours = _hours(words)
    if hours is None:
        return None
    day = _day_beside(frame)
    zone = next((v.ZONES[word] for word in words if word in v.ZONES), "")
    if day is None:
        return Meaning("TIME", f"XXXX-XX-XXT{hours}{zone}")
    return Meaning("TIME", f"{day}T{hours}{zone}", Interval(day, day))


def _day_beside(frame: Frame) -> date | None:
    if frame.previous.isspace() and frame.following not in _DASHES:
        return frame.day  # a line of its own in a report of the day; with a dash it may tell of another
    for word in frame.after[:6]:
        if word in (".", ";"):
            break
        if word in v.WEEKDAYS and (found := weekday([word], frame)) and found.interval:
            return found.interval.earliest
    return _date_behind(frame) or frame.last_day or frame.day


def _date_behind(frame: Frame) -> date | None:
    """The date behind what stands in brackets: 3 May in "at 04:12 (02:12 GMT) on 3 May", of both clock times."""
    closing = frame.after.index(")") if ")" in frame.after[:_BRACKETS] else None
    if closing is None or (closing and frame.following != "("):
        return None
    rest = frame.after[closing + 1 :]
    behind = rest[1:] if rest and rest[0] in ("on", ",") else rest
    if not {*v.MONTHS, *v.MONTH_SHORT}.isdisjoint(behind[:2]):
        return one_day(month_day(behind[:4] if "," in behind[2:3] else behind[:3], frame))
    return None


def _hours(words: Words) -> str | None:
    if name := next((v.NAMED_CLOCK[word] for word in words if word in v.NAMED_CLOCK), None):
        return name
    told = next((word for word in words if word[0].isdecimal()), None)
    spelled = pick(words, v.CARDINALS)
    if told is None and not (spelled and spelled <= 12):
        return None
    told = told or f"{spelled}"
    parts = told.replace(".", ":").split(":")
    if len(parts) == 1 and len(told) >= 3:
        parts = [told[:-2], told[-2:]]
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    half = next((word[0] for word in map(_bare, words) if word in ("am", "pm")), "")
    if not half and not _LATE.isdisjoint(words):  # "nine o'clock tonight", "three in the afternoon"
        half = "p"
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def clock_and_day(words: Words, frame: Frame) -> Meaning | None:
    """10 p.m. Wednesday, 5 p.m. EST, Nov. 6, noon today."""
    day = named_day(words, frame) if not {"yesterday", "today", "tomorrow", "tonight"}.isdisjoint(words) else None
    if day is None and pick(words, v.MONTHS, v.MONTH_SHORT):
        day = month_day(_after_clock(words), frame)
    day = day or weekday(words, frame)
    hours = _hours(words)
    if day is None or hours is None:
        return None
    zone = next((v.ZONES[word] for word in words if word in v.ZONES), "")
    return Meaning("TIME", f"{day.value[:10]}T{hours}{zone}", day.interval)


def _bare(word: str) -> str:
    return word.replace(".", "").replace(" ", "")


def _after_clock(words: Words) -> Words:
    """The words behind the clock time: from the first weekday, month or day that follows am, pm, noon or a zone."""
    for place, word in enumerate(words):
        if _bare(word) in ("am", "pm", "noon", "midnight", "midday", "clock"):
            return words[place + 1 :]
    return words[1:]


def part_and_day(words: Words, frame: Frame) -> Meaning | None:
    """The morning of Aug. 7, the night of 3 May 2021, dawn on Tuesday."""
    named = pick(words, v.MONTHS, v.MONTH_SHORT)
    return month_day(words, frame) if named else weekday(words, frame)


def part_of_day(words: Words, frame: Frame) -> Meaning | None:
    """In the morning, by mid afternoon: of the last day told."""
    day = frame.last_day or frame.day
    return with_part(words, on_day(day)) if day else None
