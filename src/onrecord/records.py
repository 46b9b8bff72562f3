"""The records that travel through onrecord. Frozen, slotted, and importing nothing of ours.

Offsets are half-open, in code points of `article.text` (Python string indices), and `text[start:end]` always equals
the words that a record shows. `None` means looked for and not there. Ids are worked out from content, so that a second
run writes the same rows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

ID_LENGTH = 16


def digest(*parts: str) -> str:
    """A short id of the parts given, the same on every machine and in every run."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`article.text[start:end]`: half-open, in Python string indices (code points, not bytes or model pieces)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


class ParagraphKind(StrEnum):
    """What a paragraph is on the page."""

    HEADLINE = "headline"
    LEAD = "lead"
    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"
    LIST = "list"
    QUOTE = "quote"


class Precision(StrEnum):
    """How finely a publication time was told."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class StatementKind(StrEnum):
    """How much of a content stands inside quotation marks: all, none, or a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """Whether something was said (written, announced, asked ...) or thought (wanted, feared, believed ...)."""

    SPEECH = "speech"
    MIND = "mind"


class SpeakerType(StrEnum):
    """What kind of body speaks. `UNNAMED` is an individual or a few who are not named, never counted as a person."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class EventStatus(StrEnum):
    """Whether an event will happen, or has, as of publication and in the article's telling."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    CONFIRMED = "confirmed"
    LIKELY = "likely"
    TENTATIVE = "tentative"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    RULED_OUT = "ruled_out"


class EventType(StrEnum):
    """What kind of occurrence an event is on a newsroom's diary."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    TALKS = "talks"
    SUMMIT = "summit"
    SPEECH = "speech"
    BRIEFING = "briefing"
    HEARING = "hearing"
    RULING = "ruling"
    VOTE = "vote"
    AGREEMENT = "agreement"
    LAW = "law"
    APPOINTMENT = "appointment"
    REPORT = "report"
    LAUNCH = "launch"
    PROTEST = "protest"
    ATTACK = "attack"
    DEPLOYMENT = "deployment"
    ARREST = "arrest"
    DISASTER = "disaster"
    CONTEST = "contest"
    CEREMONY = "ceremony"
    DEADLINE = "deadline"
    ECONOMY = "economy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article's text and what it is on the page."""

    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One place that told a publication time, kept so that anyone can see why a date was believed.

    source: where it stood ("json-ld", "meta article:published_time", "time element", "dateline", "url", "crawl" ...).
    words: as it stood there. rejected: why it was not believed, or None.
    """

    source: str
    words: str
    value: datetime | date | None
    rejected: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its clean text and what is known of it.

    `text` begins with the headline, then the lead, then the story.

    Paragraphs are parted by one empty line. `published` is an aware time, or a bare date where no more was told.
    `dropped` holds the site furniture that was taken out; `notes` tells readers what is off about the page
    ("paywall: only the first paragraphs are on the page").
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    lead: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    published_precision: Precision | None = None
    published_evidence: tuple[DateEvidence, ...] = ()
    modified: datetime | date | None = None
    language: str | None = None
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Identity across versions: of the URL where there is one, else of the text."""
        return digest("url", self.url) if self.url else digest("text", self.text)

    @property
    def version(self) -> str:
        """Identity of these very words and facts: changes when the page was updated."""
        facts = (self.title, self.lead, self.publisher, self.published, self.modified, self.language)
        return digest(self.text, *(str(fact) for fact in facts), *self.authors)

    @property
    def published_day(self) -> date | None:
        """The day of publication, as the page's own clock told it."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: datetime | date | str | None = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        language: str | None = "en",
    ) -> Article:
        """An article that keeps `text` exactly as given, so that offsets into somebody else's corpus hold.

        Paragraphs are the runs between line breaks. Raises ValueError if `published` is no ISO 8601 date or time.
        """
        moment = parse_moment(published) if isinstance(published, str) else published
        return cls(
            text=text,
            paragraphs=paragraphs_of(text, title=title),
            title=title,
            url=url,
            publisher=publisher,
            published=moment,
            published_precision=None
            if moment is None
            else (Precision.MINUTE if isinstance(moment, datetime) else Precision.DAY),
            language=language,
        )


def parse_moment(words: str) -> datetime | date:
    """An ISO 8601 date as a date, an ISO 8601 time as an aware time (UTC where no zone is told). Raises ValueError."""
    if len(words) == len("2021-11-21"):
        return date.fromisoformat(words)
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def paragraphs_of(text: str, *, title: str | None = None) -> tuple[Paragraph, ...]:
    """Cut text at line breaks into paragraphs without surrounding white space; the title's own is the headline."""
    found: list[Paragraph] = []
    position = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = position + line.index(words)
            first = not found and title is not None and words.rstrip(".") == title.strip().rstrip(".")
            kind = ParagraphKind.HEADLINE if first else ParagraphKind.TEXT
            found.append(Paragraph(Span(start, start + len(words)), kind))
        position += len(line)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `earliest` to `latest`, both within; None is an open end."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the model and the quotation rules saw: linked words, before anyone asks who the speaker is.

    content: pieces in text order, with their quotation marks. continues: index of the attribution (in the article's
    list) whose source also speaks here, for quotations that run on with no cue of their own.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    kind: StatementKind = StatementKind.INDIRECT
    act: Act = Act.SPEECH
    confidence: float = 1.0
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person, organization, government, group, document or unnamed source, resolved over the article.

    name: the fullest name in the article, or for an unnamed source a short description in its words; never a pronoun.
    role: office or role in the article's words. mentions: where the article names this speaker.
    """

    id: str
    name: str
    type: SpeakerType
    role: str | None = None
    other_names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something attributed: who said or thought what, with the words it rests on.

    said: when it was said, only where the article tells. venue: whom or what it was said to, or where.
    confidence: the share of statements shown with this value that are right, as measured on dev articles.
    """

    id: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    kind: StatementKind
    act: Act
    speaker: Speaker | None
    said: Interval | None = None
    venue: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 type and value, and the days it means against the publication date."""

    span: Span
    type: str
    value: str
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Event:
    """An occurrence on a newsroom's diary, as one article tells it.

    type, status: a value of EventType, of EventStatus. mentions: the words that tell it, its head mention first.
    according_to: on whose word it rests, None for the narrator's. window: the days within which it
    happened or would happen. status_words: those that carry the status.
    """

    id: str
    label: str
    type: str
    mentions: tuple[Span, ...]
    participants: tuple[Speaker, ...] = ()
    place: str | None = None
    window: Interval | None = None
    status: str = "possible"
    status_words: Span | None = None
    according_to: Speaker | None = None
    confidence: float = 1.0


def event_id(article: Article, head: Span, type: str) -> str:
    """The id of an event: of its article, its type, and the words of its head mention, counted where they recur.

    It holds for as long as the same words come to the same turn, wherever an edit elsewhere has moved them.
    """
    words = head.of(article.text)
    return digest(article.id, "event", type, words, str(article.text.count(words, 0, head.start)))


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What made the records of a reading."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything that was found in it. `notes`: what a reader must know ("not annotated: Russian")."""

    article: Article
    statements: tuple[Statement, ...]
    speakers: tuple[Speaker, ...]
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    model: ModelCard = field(default_factory=lambda: ModelCard("none", "0"))
    notes: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[Speaker, ...]:
        """The speakers, then those who only take part in an event, or on whose word one rests; each id once."""
        found = {one.id: one for one in self.speakers}
        for event in self.events:
            for one in (*event.participants, *((event.according_to,) if event.according_to else ())):
                found.setdefault(one.id, one)
        return tuple(found.values())
