"""What can be asked of the record: one frozen set of filters that the shells and the exports share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.errors import InputError
from onrecord.records import Act, SpeakerType, StatementKind

MAX_LIMIT = 1000
"""No page of results is longer than this; exports stream past it."""


class Order(StrEnum):
    """How results are ordered. Relevance without words to search for is newest."""

    NEWEST = "newest"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class Query:
    """Filters on statements; all given must hold.

    words: searched in the content, the speaker's name and the article's title. "a phrase", OR, -without, prefix*;
    anything else is plain words, and nothing is ever a syntax error. Case and accents do not count.
    speaker: a name or a part of it, case and accents aside, other names included. speaker_id: exactly this speaker.
    publisher: its whole name, case and accents aside. article_id: statements of one article.
    since, until: days, both within, held against when it was said where the article tells, else against the day of
    publication; a statement said "this week" is found by every day of that week.
    min_confidence: statements at least this sure, 0 to 1.
    limit is at least 1 and at most MAX_LIMIT, offset at least 0. Raises InputError where a value makes no sense.
    """

    words: str = ""
    speaker: str | None = None
    speaker_id: str | None = None
    publisher: str | None = None
    kind: StatementKind | None = None
    act: Act | None = None
    type: SpeakerType | None = None
    since: date | None = None
    until: date | None = None
    article_id: str | None = None
    min_confidence: float | None = None
    order: Order = Order.NEWEST
    limit: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        check_page(self.limit, self.offset, self.min_confidence)
        if self.since and self.until and self.since > self.until:
            raise InputError(f"from {self.since} to {self.until}", "ends before it begins", "swap the two days")


def check_page(limit: int, offset: int, min_confidence: float | None) -> None:
    """Raise InputError on a slice, or a least confidence, that makes no sense."""
    if not 1 <= limit <= MAX_LIMIT:
        raise InputError(f"limit {limit}", "out of range", f"give a number from 1 to {MAX_LIMIT}")
    if offset < 0:
        raise InputError(f"offset {offset}", "out of range", "give 0 or more")
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise InputError(f"confidence {min_confidence}", "out of range", "give a number from 0 to 1")
