"""Invented readings in any number, the same in every run: for measuring the record without reading any page.

Words, speakers and publishers are as unevenly spread as in news: a few are everywhere, most are rare.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from onrecord.records import (
    Act,
    Article,
    Event,
    EventStatus,
    EventType,
    Interval,
    ModelCard,
    Paragraph,
    ParagraphKind,
    Precision,
    Reading,
    Span,
    Speaker,
    SpeakerType,
    Statement,
    StatementKind,
    digest,
    event_id,
)

STATEMENTS_PER_ARTICLE = 15
EVENTS_PER_ARTICLE = 15
PUBLISHERS = 60
DAYS = 5 * 365
_SYLLABLES = "ba ke lo mi nu ra se to vi za dor fen gar hil jun kor lan mar nel pos rin sal tor ven wes".split()
_CUES = ("said", "told reporters", "announced", "warned", "believes", "wrote")
_PLACES = tuple(
    f"{first}{second}" for first in ("North ", "Port ", "") for second in ("Balo", "Dormin", "Venra", "Kelo")
)
_VENUES = (None, None, None, "Channel 4", "a news conference", "parliament", "the evening show")


def invented_readings(articles: int, *, seed: int = 7, events: int = 0) -> Iterator[Reading]:
    """That many articles of some 15 statements and 600 words each, and so many events."""
    chance = random.Random(seed)
    words = [_name(chance, 1 + index % 3).lower() for index in range(8_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    speakers = [f"{_name(chance, 2)} {_name(chance, 3)}" for _ in range(6_000)]
    spread = [1 / (rank + 20) for rank in range(len(speakers))]
    for number in range(articles):
        vocabulary = chance.choices(words, weights, k=700)
        reading = _article(chance, number, vocabulary, chance.choices(speakers, spread, k=6))
        yield replace(reading, events=_events(random.Random(number), reading, events))


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=syllables)).capitalize()


def _article(chance: random.Random, number: int, vocabulary: list[str], names: list[str]) -> Reading:
    published = datetime(2020, 1, 1, 6, tzinfo=UTC) + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
    title = " ".join(vocabulary[:8]).capitalize()
    url = f"https://paper{number % PUBLISHERS}.example/{number}"
    found, paragraphs, text = [], [Paragraph(Span(0, len(title)), ParagraphKind.HEADLINE)], title
    people = {name: _speaker(chance, name) for name in names}
    rest = vocabulary[8:]
    for _ in range(STATEMENTS_PER_ARTICLE):
        name, length = chance.choice(names), chance.randint(6, 40)
        content, rest = " ".join(rest[:length]), rest[length:] or vocabulary
        start = len(text) + 2
        cue = chance.choice(_CUES)
        words = f"{name} {cue} {content}."
        source = Span(start, start + len(name))
        cue_span = Span(source.end + 1, source.end + 1 + len(cue))
        piece = Span(cue_span.end + 1, cue_span.end + 1 + len(content))
        text += f"\n\n{words}"
        paragraphs.append(Paragraph(Span(start, len(text)), ParagraphKind.TEXT))
        found.append(_statement(chance, url, piece, cue_span, source, people[name], published))
    article = Article(
        text=text,
        paragraphs=tuple(paragraphs),
        title=title,
        url=url,
        publisher=f"Paper {number % PUBLISHERS}",
        published=published,
        published_precision=Precision.MINUTE,
        language="en",
    )
    return Reading(article, tuple(found), tuple(people.values()), model=ModelCard("invented", "1"))


def _speaker(chance: random.Random, name: str) -> Speaker:
    type = (SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT)[hash_of(name) % 3]
    role = chance.choice((None, "mayor", "spokesman", "minister", "director"))
    return Speaker(digest("speaker", type.value, name), name, type, role, (name.rsplit(" ", maxsplit=1)[-1],))


def hash_of(name: str) -> int:
    """A number of a name, the same in every run."""
    return int(digest(name), 16)


def _statement(
    chance: random.Random, url: str, piece: Span, cue: Span, source: Span, speaker: Speaker, published: datetime
) -> Statement:
    said = None
    if chance.random() < 0.3:
        day = published.date() - timedelta(days=chance.randrange(7))
        said = Interval(day - timedelta(days=chance.randrange(3)), day)
    return Statement(
        id=digest(url, "statement", str(piece.start), str(cue.start)),
        content=(piece,),
        cue=cue,
        source=source,
        kind=chance.choice(tuple(StatementKind)),
        act=Act.SPEECH if chance.random() < 0.9 else Act.MIND,
        speaker=speaker,
        said=said,
        venue=chance.choice(_VENUES),
        confidence=round(chance.uniform(0.4, 1), 4),
    )


def _events(chance: random.Random, reading: Reading, number: int) -> tuple[Event, ...]:
    """Events anywhere in the article's words: most have days within the year that follows, a third have none."""
    words = [Span(*found.span()) for found in re.finditer(r"[a-z]{4,}", reading.article.text)]
    published = reading.article.published_day
    assert published is not None
    found = []
    for head in sorted(chance.sample(words, number)):
        first = published + timedelta(days=chance.randrange(-30, 365))
        last = first + timedelta(days=chance.choice((0, 0, 0, 6, 30, 200)))
        window = Interval(first, last if chance.random() < 0.9 else None) if chance.random() < 0.67 else None
        type = chance.choice(tuple(EventType))
        found.append(
            Event(
                id=event_id(reading.article, head, type),
                label=head.of(reading.article.text),
                type=type,
                mentions=(head,),
                participants=tuple(chance.sample(reading.speakers, min(2, len(reading.speakers)))),
                place=chance.choice(_PLACES),
                window=window,
                status=chance.choice(tuple(EventStatus)),
                according_to=chance.choice((None, *reading.speakers)),
                confidence=round(chance.uniform(0.4, 1), 4),
            )
        )
    return tuple(found)
