"""What the record answers with. Frozen, and the same for the command line, the web pages, the API and the exports.

`to_plain` turns any of them into the dictionary that becomes JSON, field for field.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any, Generic, TypeVar

from onrecord.plain import article_to_plain, event_to_plain, reading_to_plain, statement_to_plain
from onrecord.records import (
    Act,
    Article,
    Event,
    EventStatus,
    EventType,
    Interval,
    Precision,
    Reading,
    Span,
    SpeakerType,
    Statement,
    StatementKind,
)

T = TypeVar("T")


class Status(StrEnum):
    """Whether a statement or an event still stands (what is said here of statements holds for both).

    CURRENT: in the newest version of its article. GONE: its words are no longer in the newest version; it is kept with
    the version that had it. WITHDRAWN: the words are still there, but the newest reading does not take them for a
    statement any more; kept for its permalink, left out of searches and counts.
    """

    CURRENT = "current"
    GONE = "gone"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What adding a reading did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of plain text (never markup: escape it), `marked` where it matches the words searched for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerRef:
    """A speaker as one article has it: `name` and `role` in that article's words, `id` the same in all articles."""

    id: str
    name: str
    type: SpeakerType
    role: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The head of an article, as its newest version has it (in a `StatementHit`: as the version with the words had)."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: datetime | date | None
    published_precision: Precision | None
    language: str | None


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement in a list.

    id: its permalink, which it keeps for as long as its words stand in the article. content: the words of its pieces
    in text order. cue, source: their words. day: the day it is ordered and filtered by (last day of `said`, else the
    day of publication). snippet: the content as segments, shortened around the match. version: number of the article's
    version in which it stands.
    """

    id: str
    content: tuple[str, ...]
    cue: str | None
    source: str | None
    kind: StatementKind
    act: Act
    speaker: SpeakerRef | None
    said: Interval | None
    venue: str | None
    confidence: float
    status: Status
    day: date | None
    version: int
    article: ArticleRef
    snippet: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet. value: what a Query takes; label: what people read; count: under the current filters."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field under the current filters, most frequent first (months: newest first).

    name: "speaker" (value is a speaker id: `Query.speaker_id`), "publisher", "kind", "act", "type" (of the speaker),
    "month" (value "2021-11": `Query.since` and `until`). more: values left out of `values`.
    """

    name: str
    values: tuple[FacetValue, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A page of results. total: of all pages. facets: for searches, else empty."""

    items: tuple[T, ...]
    total: int
    limit: int
    offset: int
    facets: tuple[Facet, ...] = ()

    @property
    def next_offset(self) -> int | None:
        """Where the next page begins, None on the last."""
        after = self.offset + len(self.items)
        return after if self.items and after < self.total else None

    @property
    def previous_offset(self) -> int | None:
        """Where the page before begins, None on the first."""
        return max(0, self.offset - self.limit) if self.offset else None


@dataclass(frozen=True, slots=True)
class VersionRef:
    """One version of an article. number: 1 is the first on record; current: shown when no number is asked for."""

    number: int
    version: str
    title: str | None
    published: datetime | date | None
    modified: datetime | date | None
    added: datetime
    origin: str
    statements: int
    current: bool


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement in its source: `statement` with its spans in `article.text`, the article in `version`."""

    hit: StatementHit
    statement: Statement
    article: Article
    version: VersionRef


@dataclass(frozen=True, slots=True)
class EventHit:
    """An event in a list.

    id: its permalink, which it keeps for as long as its head mention stands in the same sentence. window: the days
    within which it falls, None where no date is told. status_words: those that carry the status. according_to: on
    whose word it rests, None for the narrator's. words: of the head mention; sentence: around it, as segments, the
    mention marked; mentions: how many places tell the event. standing: whether the newest version of its article
    still tells it; version: number of the version in which it stands, added: when that was put on record.
    """

    id: str
    label: str
    type: EventType
    status: EventStatus
    status_words: str | None
    window: Interval | None
    place: str | None
    participants: tuple[SpeakerRef, ...]
    according_to: SpeakerRef | None
    confidence: float
    words: str
    sentence: tuple[Segment, ...]
    mentions: int
    standing: Status
    version: int
    added: datetime
    article: ArticleRef


@dataclass(frozen=True, slots=True)
class MentionView:
    """One place that tells an event. span, sentence: in the article's text; segments: the sentence, it marked."""

    span: Span
    sentence: Span
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event in its source: `event` with its spans in `article.text`, the article in `version`."""

    hit: EventHit
    event: Event
    mentions: tuple[MentionView, ...]
    article: Article
    version: VersionRef


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list. statements: current ones; versions: how many are on record."""

    article: ArticleRef
    statements: int
    versions: int


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker in a list. role: the one most articles give; first, last: days of statements on record."""

    id: str
    name: str
    type: SpeakerType
    role: str | None
    other_names: tuple[str, ...]
    statements: int
    articles: int
    first: date | None
    last: date | None
    exact: bool = False
    """Whether the name asked for is one of this speaker's whole names."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements have a value (a month "2021-11", a venue, a publisher)."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role that articles gave a speaker, in their words, and between which days."""

    role: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker's page. statements: newest first. months: newest first, months without statements left out.
    venues (to whom or where), publishers, roles: most frequent first.
    """

    speaker: SpeakerRow
    statements: Page[StatementHit]
    months: tuple[Count, ...]
    venues: tuple[Count, ...]
    publishers: tuple[Count, ...]
    roles: tuple[RoleView, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be read. kind: a stable word ("source", "index-page", "internal" ...). at: last try."""

    origin: str
    kind: str
    reason: str
    hint: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """The size of the record. statements: current and gone; gone: those of them whose words are gone."""

    articles: int
    versions: int
    statements: int
    gone: int
    speakers: int
    publishers: int
    refusals: int
    first: date | None
    last: date | None


def to_plain(view: Any) -> Any:
    """A view as dictionaries, lists, strings and numbers, keys named as its fields; readings as `read` prints them."""
    if isinstance(view, Reading):
        return reading_to_plain(view)
    if isinstance(view, Article):
        return article_to_plain(view)
    if isinstance(view, StatementView):
        return {
            **{name: to_plain(getattr(view, name)) for name in ("hit", "article", "version")},
            "statement": statement_to_plain(view.statement, view.article.text),
        }
    if isinstance(view, EventView):
        return {
            **{name: to_plain(getattr(view, name)) for name in ("hit", "mentions", "article", "version")},
            "event": event_to_plain(view.event, view.article.text),
        }
    if is_dataclass(view):
        return {field.name: to_plain(getattr(view, field.name)) for field in fields(view)}
    if isinstance(view, (tuple, list)):
        return [to_plain(item) for item in view]
    if isinstance(view, Enum):
        return view.value
    if isinstance(view, date):
        return view.isoformat()
    return view
