"""Invented articles and statements with true offsets, for tests of what comes after reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.records import (
    Act,
    Article,
    Interval,
    ModelCard,
    Reading,
    Span,
    Speaker,
    SpeakerType,
    Statement,
    StatementKind,
    digest,
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
        from dataclasses import replace

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
