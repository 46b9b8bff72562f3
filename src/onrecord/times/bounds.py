"""How the preposition before a time bounds its days: "by 2030", "before the New Year", "since March", "from 1 June"."""

from __future__ import annotations

import re

from onrecord.records import Interval
from onrecord.times.frames import Frame, Meaning, Words
from onrecord.times.periods import DAY, cut
from onrecord.times.vocabulary import PREPOSITIONS, word_set

_SKIPPED = frozenset(("on", "in", "about", "around", "at", "late", "early"))
_NEGATIONS = frozenset(("not", "t", "never", "no", "without"))
_UP_TO = frozenset(("by", "until", "till", "through", "into"))


# "moved from Monday to Friday" is no range.
_SHIFTS = word_set("""moved moving move postponed postpone postponing delayed delay shifted rescheduled changed pushed
brought put switched""")
# The United States vote in November; others may have voted already.
_AMERICAN = frozenset(("united", "us", "u", "american"))
_ELECTION_MONTH = 11
_WHOLE_STATE, _ELECTIONS = frozenset(("presidential", "general", "midterm")), frozenset(("election", "elections"))
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_JOINTS = word_set("to until till through into - –")


def days_meant(meaning: Meaning, frame: Frame, words: Words) -> Interval | None:
    """The days of an expression in its place: bounded by its preposition, else cut at publication by the tense."""
    whole = meaning.interval
    if meaning.value.endswith("_REF") or (whole and whole.earliest != whole.latest and _A_DAY.match(meaning.value)):
        return whole  # "from 3 to 5 May" has both its ends
    if frame.day and whole and _is_election_to_come(meaning, frame):
        return Interval(frame.day, whole.latest)
    days = bounded(meaning, frame)
    if days != meaning.interval or meaning.type == "DURATION":
        return days
    known = frame.tense != "past" or (frame.day and meaning.value != f"{frame.day.year}")
    if len(words) == 1 and words[0].isdecimal() and frame.previous not in PREPOSITIONS and known:  # "the 2020 election"
        return days
    if frame.tense == "past" and days and days.earliest == frame.day:
        return days  # "this week" on a Monday is not that day alone
    return cut(days, frame.day, "future" if "later" in words else frame.tense)


def _is_election_to_come(meaning: Meaning, frame: Frame) -> bool:
    """Whether a year is that of a presidential or general election, told before its November."""
    if frame.day is None or meaning.value != f"{frame.day.year}" or frame.day.month >= _ELECTION_MONTH:
        return False
    after = frame.after[:5]
    if frame.tense == "past" and _AMERICAN.isdisjoint(after):
        return False
    return not _WHOLE_STATE.isdisjoint(after) and not _ELECTIONS.isdisjoint(after)


def joins_range(between: Words, before: Words) -> bool:
    """Whether the words between two expressions make them a range; before: the words up to the first one's end."""
    if between == ["and"]:
        return "between" in before[-6:]
    joint = [word for word in between if word not in ("the", "on", "at", "late", "early")]
    joined = joint in (["through", "to"], ["up", "to"]) or (len(joint) == 1 and joint[0] in _JOINTS)
    return joined and _SHIFTS.isdisjoint(before)


def bounded(meaning: Meaning, frame: Frame) -> Interval | None:
    """The days meant once the preposition before the expression is heard.

    by, until, into, before: from publication up to its end (before: up to the day before it begins); in a tale of the
    past with an open start. since: from its start to publication. from: from a day to come on, with an open end
    ("starting" and "as of" mean that day). after: from the day after it on. A clock time bounds nothing within its day;
    "not until" means the time itself.
    """
    days = meaning.interval
    word = _preposition(frame)
    if days is None or word is None or meaning.type in ("DURATION", "SET"):
        return days
    if meaning.type == "TIME" and (word in ("before", "after") or frame.tense == "past"):
        return days  # "shortly before 1 p.m." is still that day
    if frame.following in ("'", "’"):  # "after yesterday's vote"
        return days
    if word == "into" and not (frame.tense == "future" and frame.day and days.latest and days.latest > frame.day):
        return days
    if word in _UP_TO or word == "before":
        return _up_to(days, word, meaning, frame)
    if word == "since":
        return (
            Interval(days.earliest, frame.day) if days.earliest and frame.day and days.earliest <= frame.day else days
        )
    if word == "from":
        ahead = (
            frame.day
            and days.earliest
            and days.earliest > frame.day
            and frame.following not in ("to", "until", "through")
        )
        return Interval(days.earliest, None) if ahead else days
    if word == "after" and days.latest:
        start = days.latest + DAY
        past_end = frame.day if frame.tense == "past" and frame.day and frame.day >= start else None
        return Interval(start, past_end)
    return days


def _preposition(frame: Frame) -> str | None:
    if list(frame.before[-2:]) == ["later", "than"]:
        return "by"
    known = _UP_TO | {"from", "before", "since", "after"}
    for word in reversed(frame.before[-2:]):
        if word in known:
            return word
        if word not in _SKIPPED:
            return None
    return None


def _up_to(days: Interval, word: str, meaning: Meaning, frame: Frame) -> Interval:
    end = days.latest
    if word in ("until", "till", "before") and not _NEGATIONS.isdisjoint(frame.before):  # "not ready until 2024"
        return days
    if word == "before" and days.earliest:
        narrowed_to_end = days.latest and meaning.value.isdecimal() and days.earliest.month > 1
        end = days.latest if narrowed_to_end else days.earliest - DAY
    start = (
        frame.day if frame.day and end and end >= frame.day and (word != "before" or frame.tense != "past") else None
    )
    return Interval(start, end)
