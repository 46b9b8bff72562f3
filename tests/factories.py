"""Invented articles and statements with true offsets, for tests of what comes after reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from onrecord.records import (
    Act,
    Article,
    Event,
    Interval,
    ModelCard,
    Reading,
    Span,
    Speaker,
    SpeakerType,
    Statement,
    StatementKind,
    digest,
    event_id,
)

MODEL = ModelCard("invented", "1")


@dataclass(frozen=True)
class Said:
    """One invented statement: `SOURCE CUE CONTENT` or `"CONTENT," CUE SOURCE` as a paragraph of the article."""

    content: str
    source: str = "Ada Marlow"
    cue: str = "said"
    speaker: str | None = None
    type: SpeakerType = SpeakerType.PERSON
    role: str | None = None
    kind: StatementKind = StatementKind.INDIRECT
    act: Act = Act.SPEECH
    said: Interval | None = None
    venue: str | None = None
    other_names: tuple[str, ...] = ()


def speaker_of(one: Said, article_id: str) -> Speaker:
    """As the speakers stage makes ids: named ones the same in all articles, the others only within theirs."""
    name = one.speaker or one.source
    named = one.type in (SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT)
    parts = ("speaker", one.type.value, name.casefold(), *(() if named else (article_id,)))
    return Speaker(digest(*parts), name, one.type, one.role, one.other_names)


def make_reading(
    *statements: Said,
    title: str = "Harbour bridge to close",
    url: str | None = "https://gazette.example/bridge",
    publisher: str | None = "Fenwick Gazette",
    published: datetime | date | str | None = "2021-11-21T15:25:00+00:00",
    modified: datetime | None = None,
    model: ModelCard = MODEL,
    narration: Sequence[str] = (),
) -> Reading:
    """An article of a headline, narration, and one paragraph for each statement, with the statements read from it."""
    paragraphs, places = [title, *narration], []
    position = len("\n\n".join(paragraphs)) + 2
    for one in statements:
        words = f"{one.source} {one.cue} {one.content}."
        source = Span(position, position + len(one.source))
        cue = Span(source.end + 1, source.end + 1 + len(one.cue))
        places.append((one, source, cue, Span(cue.end + 1, cue.end + 1 + len(one.content))))
        paragraphs.append(words)
        position += len(words) + 2
    article = Article.from_text("\n\n".join(paragraphs), published=published, title=title, url=url, publisher=publisher)
    if modified:
        article = replace(article, modified=modified)
    found = tuple(
        Statement(
            id=digest(article.id, "statement", f"{content.start}-{content.end}", f"{cue.start}-{cue.end}"),
            content=(content,),
            cue=cue,
            source=source,
            kind=one.kind,
            act=one.act,
            speaker=speaker_of(one, article.id),
            said=one.said,
            venue=one.venue,
            confidence=0.9,
        )
        for one, source, cue, content in places
    )
    speakers = tuple(dict.fromkeys(speaker_of(one, article.id) for one in statements))
    return Reading(article, found, speakers, model=model)


@dataclass(frozen=True)
class Told:
    """One invented event: a paragraph of narration and the words in it that tell the event and its status."""

    paragraph: str
    words: str
    status_words: str | None = None
    label: str | None = None
    type: str = "other"
    status: str = "possible"
    window: Interval | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    according_to: str | None = None
    confidence: float = 0.8


def day(words: str) -> Interval:
    """The window of one day."""
    return Interval(date.fromisoformat(words), date.fromisoformat(words))


def tell_events(*events: Told, statements: Sequence[Said] = (), **article: object) -> Reading:
    """A reading whose narration tells these events; people in them are persons, added to those who speak."""
    paragraphs = tuple(dict.fromkeys(one.paragraph for one in events))
    reading = make_reading(*statements, narration=paragraphs, **article)  # type: ignore[arg-type]
    by_name = {one.name: one for one in reading.speakers}
    for one in events:
        for name in (*one.participants, *((one.according_to,) if one.according_to else ())):
            by_name.setdefault(name, speaker_of(Said("", source=name), reading.article.id))
    found = tuple(_event(one, reading.article, by_name) for one in events)
    return replace(reading, speakers=tuple(by_name.values()), events=found)


def _event(one: Told, article: Article, people: dict[str, Speaker]) -> Event:
    begin = article.text.index(one.paragraph)
    start = article.text.index(one.words, begin)
    words = Span(start, start + len(one.words))
    status = article.text.index(one.status_words, begin) if one.status_words else 0
    return Event(
        id=event_id(article, words, one.type),
        label=one.label or one.words,
        type=one.type,
        mentions=(words,),
        participants=tuple(people[name] for name in one.participants),
        place=one.place,
        window=one.window,
        status=one.status,
        status_words=Span(status, status + len(one.status_words)) if one.status_words else None,
        according_to=people[one.according_to] if one.according_to else None,
        confidence=one.confidence,
    )
