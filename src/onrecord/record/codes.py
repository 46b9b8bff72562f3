"""How enums, days and names are written in the record's tables. The lists only ever grow at their end."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from onrecord.records import Act, EventStatus, EventType, Interval, SpeakerType, StatementKind

KINDS = (StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.MIXED)
ACTS = (Act.SPEECH, Act.MIND)
TYPES = (
    SpeakerType.PERSON,
    SpeakerType.ORGANIZATION,
    SpeakerType.GOVERNMENT,
    SpeakerType.GROUP,
    SpeakerType.DOCUMENT,
    SpeakerType.UNNAMED,
)

EVENT_STATUSES = (
    EventStatus.OCCURRED,
    EventStatus.ONGOING,
    EventStatus.CONFIRMED,
    EventStatus.LIKELY,
    EventStatus.TENTATIVE,
    EventStatus.POSSIBLE,
    EventStatus.UNLIKELY,
    EventStatus.POSTPONED,
    EventStatus.CANCELLED,
    EventStatus.RULED_OUT,
)
EVENT_TYPES = (
    EventType.MEETING,
    EventType.CALL,
    EventType.VISIT,
    EventType.TALKS,
    EventType.SUMMIT,
    EventType.SPEECH,
    EventType.BRIEFING,
    EventType.HEARING,
    EventType.RULING,
    EventType.VOTE,
    EventType.AGREEMENT,
    EventType.LAW,
    EventType.APPOINTMENT,
    EventType.REPORT,
    EventType.LAUNCH,
    EventType.PROTEST,
    EventType.ATTACK,
    EventType.DEPLOYMENT,
    EventType.ARREST,
    EventType.DISASTER,
    EventType.CONTEST,
    EventType.CEREMONY,
    EventType.DEADLINE,
    EventType.ECONOMY,
    EventType.OTHER,
)

OPEN_START, OPEN_END = 0, date.max.toordinal()
"""The first and last day of a window that is open on that side."""

# Letters that people leave the stroke or ligature off, and that Unicode does not take apart.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'", "‘": "'"}
)


def searchable(words: str) -> str:
    """Words as the database takes them: without NUL, and with "?" for halves of characters."""
    return words.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def fold(name: str) -> str:
    """A name without case, accents and surplus white space, for comparing."""
    letters = unicodedata.normalize("NFKD", searchable(name).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"\s+", " ", bare.translate(_PLAIN_LETTERS)).split())


def days_of(said: Interval | None, published: date | None) -> tuple[int | None, int | None]:
    """First and last day of a statement as ordinals: when it was said where told, else the day of publication."""
    first = last = published
    if said is not None and (said.earliest or said.latest):
        first, last = said.earliest or said.latest, said.latest or said.earliest
    return (first.toordinal() if first else None, last.toordinal() if last else None)


def month_of(ordinal: int | None) -> int | None:
    """The month of a day: year * 12 + month - 1."""
    if ordinal is None:
        return None
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month - 1


def month_words(month: int) -> str:
    """A month as people write it in ISO 8601: "2021-11"."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def day_of(ordinal: int | None) -> date | None:
    """The day with this ordinal."""
    return None if ordinal is None else date.fromordinal(ordinal)


def pack_facets(*, kind: int, act: int, type: int | None, month: int | None, publisher_key: int | None) -> int:
    """What a statement counts for, but for its speaker, as one number: counting through many is several times faster.

    From the lowest bit: type + 1 in 3, act in 1, kind in 2, month in 18, the publisher's key in the rest; 0 is none.
    """
    return (publisher_key or 0) << 24 | (month or 0) << 6 | kind << 4 | act << 3 | (0 if type is None else type + 1)
