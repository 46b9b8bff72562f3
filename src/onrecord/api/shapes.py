"""The forms of the API's answers, for its OpenAPI description. Tests hold every answer against them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from onrecord.record import Status
from onrecord.records import Act, EventStatus, EventType, ParagraphKind, Precision, SpeakerType, StatementKind

T = TypeVar("T")


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WordsShape(_Shape):
    """Words and where they stand: `article.text[start:end]`, counted in Unicode code points."""

    start: int
    end: int
    text: str


class PlaceShape(_Shape):
    """Where words stand in `article.text`."""

    start: int
    end: int


class DaysShape(_Shape):
    """Days from earliest to latest, both within; null is an open end."""

    earliest: date | None
    latest: date | None


class SpeakerRefShape(_Shape):
    """Who speaks, as this article has it."""

    id: str
    name: str
    type: SpeakerType
    role: str | None


class StatementShape(_Shape):
    """A statement with its places in the article's text."""

    id: str
    content: list[WordsShape]
    cue: WordsShape | None
    source: WordsShape | None
    kind: StatementKind
    act: Act
    speaker: SpeakerRefShape | None
    said: DaysShape | None
    venue: str | None
    confidence: float


class SpeakerShape(SpeakerRefShape):
    """A speaker with every name and mention in one article."""

    other_names: list[str]
    mentions: list[PlaceShape]


class ParagraphShape(PlaceShape):
    """A paragraph and what it is on the page."""

    kind: ParagraphKind


class EvidenceShape(_Shape):
    """One place that told a publication time; the one believed has `rejected` null and comes first."""

    source: str
    words: str
    value: datetime | date | None
    rejected: str | None


class ArticleShape(_Shape):
    """An article's clean text and what is known of it."""

    id: str
    url: str | None
    publisher: str | None
    title: str | None
    lead: str | None
    authors: list[str]
    published: datetime | date | None
    published_precision: Precision | None
    published_evidence: list[EvidenceShape]
    modified: datetime | date | None
    language: str | None
    text: str
    paragraphs: list[ParagraphShape]
    dropped: list[str]
    notes: list[str]


class TimeShape(WordsShape):
    """A time expression (TIMEX3) and the days it means."""

    type: str
    value: str
    earliest: date | None
    latest: date | None


class NameShape(_Shape):
    """Somebody by id and name."""

    id: str
    name: str


class EventShape(_Shape):
    """An occurrence as the article tells it."""

    id: str
    label: str
    type: EventType
    mentions: list[WordsShape]
    participants: list[NameShape]
    place: str | None
    window: DaysShape | None = Field(description="The days within which it falls; null where no date is told")
    status: EventStatus
    status_words: WordsShape | None
    according_to: NameShape | None
    confidence: float


class ModelShape(_Shape):
    """What made the records."""

    name: str
    version: str


class ReadingShape(_Shape):
    """An article with everything found in it: the same as `onrecord read --format json` prints."""

    article: ArticleShape
    statements: list[StatementShape]
    speakers: list[SpeakerShape]
    times: list[TimeShape]
    events: list[EventShape]
    model: ModelShape
    notes: list[str]


class ArticleRefShape(_Shape):
    """The head of an article."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: datetime | date | None
    published_precision: Precision | None
    language: str | None


class SegmentShape(_Shape):
    """Plain text, marked where it is what is shown: words searched for, or those that tell an event."""

    text: str
    marked: bool


class HitShape(_Shape):
    """A statement in a list."""

    id: str
    content: list[str]
    cue: str | None
    source: str | None
    kind: StatementKind
    act: Act
    speaker: SpeakerRefShape | None
    said: DaysShape | None
    venue: str | None
    confidence: float
    status: Status
    day: date | None = Field(description="The day it is ordered and filtered by")
    version: int
    article: ArticleRefShape
    snippet: list[SegmentShape]


class EventHitShape(_Shape):
    """An event in a list."""

    id: str
    label: str
    type: EventType
    status: EventStatus
    status_words: str | None = Field(description="The words that carry the status")
    window: DaysShape | None = Field(description="The days within which it falls; null where no date is told")
    place: str | None
    participants: list[SpeakerRefShape]
    according_to: SpeakerRefShape | None = Field(description="On whose word it rests; null where the article tells it")
    confidence: float
    words: str = Field(description="The words that tell it")
    sentence: list[SegmentShape] = Field(description="The sentence around them, they marked")
    mentions: int = Field(description="How many places of the article tell it")
    standing: Status
    version: int
    added: datetime
    article: ArticleRefShape


class FacetValueShape(_Shape):
    """One value of a facet and its count under the current filters."""

    value: str
    label: str
    count: int


class FacetShape(_Shape):
    """The values of one field; `more` were left out."""

    name: str
    values: list[FacetValueShape]
    more: int


class PageLinksShape(_Shape):
    """Addresses of this slice and its neighbours."""

    self: str
    previous: str | None
    next: str | None


class PageShape(_Shape, Generic[T]):
    """A slice of results. total: of all of them."""

    items: list[T]
    total: int
    limit: int
    offset: int
    facets: list[FacetShape]
    links: PageLinksShape


class VersionShape(_Shape):
    """One version of an article."""

    number: int
    version: str
    title: str | None
    published: datetime | date | None
    modified: datetime | date | None
    added: datetime
    origin: str
    statements: int
    current: bool


class LinksShape(_Shape):
    """Addresses of this answer and of its page for people."""

    self: str
    page: str
    article: str | None = None


class ArticleAnswerShape(ReadingShape):
    """A reading as it is on record, with the article's versions, and statements and events whose words are gone."""

    version: int
    versions: list[VersionShape]
    gone: list[HitShape]
    gone_events: list[EventHitShape]
    links: LinksShape


class StatementAnswerShape(_Shape):
    """A statement in its source."""

    hit: HitShape
    statement: StatementShape
    article: ArticleShape
    version: VersionShape
    links: LinksShape


class MentionShape(_Shape):
    """One place that tells an event, in its sentence."""

    span: PlaceShape
    sentence: PlaceShape
    segments: list[SegmentShape]


class EventAnswerShape(_Shape):
    """An event in its source."""

    hit: EventHitShape
    event: EventShape
    mentions: list[MentionShape]
    article: ArticleShape
    version: VersionShape
    links: LinksShape


class ArticleRowShape(_Shape):
    """An article in a list."""

    article: ArticleRefShape
    statements: int
    versions: int


class SpeakerRowShape(_Shape):
    """A speaker in a list."""

    id: str
    name: str
    type: SpeakerType
    role: str | None
    other_names: list[str]
    statements: int
    articles: int
    first: date | None
    last: date | None
    exact: bool


class CountShape(_Shape):
    """A value and how many statements have it."""

    value: str
    count: int


class RoleShape(_Shape):
    """A role in articles' words."""

    role: str
    articles: int
    first: date | None
    last: date | None


class SpeakerAnswerShape(_Shape):
    """A speaker: what they said, by month, to whom, in which roles."""

    speaker: SpeakerRowShape
    statements: PageShape[HitShape]
    months: list[CountShape]
    venues: list[CountShape]
    publishers: list[CountShape]
    roles: list[RoleShape]
    links: LinksShape


class RefusalShape(_Shape):
    """An input that could not be read."""

    origin: str
    kind: str
    reason: str
    hint: str | None
    at: datetime


class CountsShape(_Shape):
    """How much is on record."""

    articles: int
    versions: int
    statements: int
    gone: int
    speakers: int
    publishers: int
    refusals: int
    first: date | None
    last: date | None


class FaultShape(_Shape):
    """What went wrong, with what, and what to try."""

    status: int
    kind: str
    input: str
    reason: str
    hint: str | None


class ErrorShape(_Shape):
    """Every error has this form."""

    error: FaultShape


class ReadBody(_Shape):
    """A page to read: its HTML or its text, exactly one of them."""

    html: str | None = None
    text: str | None = None
    url: str | None = Field(None, description="Where it came from; it is not fetched")
    published: str | None = Field(None, description="ISO 8601 day or time, where the page does not tell")
