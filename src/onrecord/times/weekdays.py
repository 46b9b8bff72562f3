"""Days told by name: Thursday, last Friday, yesterday, tonight."""

from __future__ import annotations

from onrecord.times import vocabulary as v
from onrecord.times.frames import Frame, Meaning, Words, direction_of, on_day, pick, with_part
from onrecord.times.periods import DAY, nearest_weekday

# Verbs that look ahead, but not six days; words that make sure that they do.
_UNSURE = v.word_set("could would should might may can must")
_SURELY_AHEAD = v.word_set("will ll shall scheduled slated due set until by till from starting beginning to")
# What is known of days before.
_SCHEDULED = v.word_set(
    """primary primaries caucus caucuses election elections runoff vote votes voting referendum contest contests debate
    debates game match race final semifinal summit hearing inauguration"""
)
_DONE = v.word_set("held won lost after")
# "Today's youth" is no day, nor are "the people of tomorrow".
_TIMELESS = v.word_set("""world youth young children kids teenagers students society generation families economy
standards prices technology computers computer personal standard environment climate women men""")


def weekday(words: Words, frame: Frame) -> Meaning | None:
    """Thursday, last Thursday, next Thursday morning, late Thursday, the previous Friday."""
    number = pick(words, v.WEEKDAYS, v.WEEKDAY_SHORT)
    if number is None:
        return None
    if frame.day is None:
        return with_part(words, Meaning("DATE", f"XXXX-WXX-{number}"))
    marked = not {"last", "past", "previous", "next", "coming", "following"}.isdisjoint(words)
    hangs_on_text = not {"previous", "following"}.isdisjoint(words)
    base = (frame.anchor_day if hangs_on_text else None) or frame.day
    begun = frame.linked.interval.earliest if frame.linked and frame.linked.interval else None
    if begun and not marked and abs((begun - frame.day).days) <= 7:
        return with_part(words, on_day(nearest_weekday(begun + DAY, number, tense="future")))
    direction = direction_of(words, frame)
    if frame.following in ("'", "’") and not marked:  # "Friday's ruling": of the past, unless it is awaited
        direction = _of_the_event(words, frame, direction)
    elif direction == "past" and not marked and _is_at_hand(words, frame):
        direction = "future"
    if direction is None and ("this" in words or frame.previous in ("by", "until", "till")):
        direction = "future"
    elif direction == "present":  # "the debate is on Tuesday", "is coming off a debate Thursday": the nearer
        direction = "future" if (number - base.isoweekday()) % 7 < 4 else "past"
    elif direction == "future" and not marked and _was_yesterday(number, frame):
        direction = "past"
    step = DAY if direction == "future" else -DAY
    return with_part(words, on_day(nearest_weekday(base + step if marked else base, number, tense=direction)))


def _was_yesterday(number: int, frame: Frame) -> bool:
    """Whether "could be reached Wednesday" is told on a Thursday: such a verb does not look ahead six days."""
    if frame.day is None or (frame.day - DAY).isoweekday() != number or frame.following in ("'", "’"):
        return False
    return not _UNSURE.isdisjoint(frame.before) and _SURELY_AHEAD.isdisjoint(frame.before)


def _of_the_event(words: Words, frame: Frame, direction: str | None) -> str:
    """Where "Friday's ruling" lies: in the past, unless it is awaited ("ahead of Friday's vote")."""
    if "this" in words or list(frame.before[-2:]) == ["ahead", "of"] or _is_at_hand(words, frame):
        return "future"
    awaited = frame.previous in ("of", "for", "before", "win", "during") or frame.before[-2:-1] in (["will"], ["to"])
    return "future" if awaited and direction == "future" else "past"


def _is_at_hand(words: Words, frame: Frame) -> bool:
    """Whether "Tuesday's primary" is told two days before, "a primary on Tuesday" the day before.

    Few name that of the week before so, unless they tell how it went.
    """
    number = pick(words, v.WEEKDAYS)
    if number is None or frame.day is None:
        return False
    ahead = (number - frame.day.isoweekday()) % 7
    if frame.following in ("'", "’"):
        return ahead in (1, 2) and not _SCHEDULED.isdisjoint(frame.after[2:])
    noun = frame.before[-2:-1] if frame.previous == "on" else frame.before[-1:]
    return ahead == 1 and not _SCHEDULED.isdisjoint(noun) and _DONE.isdisjoint(frame.before)


def day_about_day(words: Words, frame: Frame) -> Meaning | None:
    """The day before yesterday, the day after tomorrow, the day before last Tuesday."""
    at = next(place for place, word in enumerate(words) if word in ("before", "after"))
    rest = words[at + 1 :]
    meaning = weekday(rest, frame) or named_day(rest, frame)
    if meaning is None or meaning.interval is None or meaning.interval.earliest is None:
        return None
    return on_day(meaning.interval.earliest + (DAY if words[at] == "after" else -DAY))


def named_day(words: Words, frame: Frame) -> Meaning | None:
    """Today, yesterday morning, tomorrow, tonight, this morning, last night."""
    if frame.day is None:
        return None if "today" not in words else Meaning("DATE", "PRESENT_REF")
    day = frame.day
    if list(words) == ["today"] and frame.following in ("'", "’") and not _TIMELESS.isdisjoint(frame.after[2:4]):
        return None
    if list(words) == ["tomorrow"] and frame.previous == "of" and frame.following not in ("'", "’"):
        return None
    if "yesterday" in words or "last" in words:
        day -= DAY
    elif "tomorrow" in words:
        day += DAY
    return with_part(words, on_day(day))


def overnight(words: Words, frame: Frame) -> Meaning | None:
    """Overnight: the night before publication, after a future verb the night to come."""
    if frame.day is None:
        return None
    return with_part(words, on_day(frame.day if frame.tense == "future" else frame.day - DAY))
