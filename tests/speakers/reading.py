"""Short articles of our own writing read for their speakers, with attributions given by their words."""

from __future__ import annotations

from datetime import date

from onrecord.records import Act, Article, Attribution, Interval, Span, Statement, StatementKind
from onrecord.speakers import resolve_speakers

PUBLISHED = date(2024, 5, 16)  # a Thursday

Part = tuple[str, str | None, str | None]
"""Content, cue and source, in the words of the text."""


def day(number: int, month: int = 5, year: int = 2024) -> Interval:
    """One day as an interval."""
    return Interval(date(year, month, number), date(year, month, number))


def nearest(text: str, words: str | None, span: Span) -> Span | None:
    """The place of the words that lies nearest to a span, outside of it."""
    if words is None:
        return None
    places = [i for i in range(len(text)) if text.startswith(words, i) and not span.start <= i < span.end]
    start = min(places, key=lambda i: min(abs(i - span.end), abs(i + len(words) - span.start)))
    return Span(start, start + len(words))


def attribution(text: str, part: Part, *, act: Act = Act.SPEECH) -> Attribution:
    """An attribution of the first such content, with the cue and source that stand nearest to it."""
    content, cue, source = part
    at = text.index(content)
    span = Span(at, at + len(content))
    quoted = sum(mark in content for mark in "“”") == 2
    found = Attribution(
        (span,),
        nearest(text, cue, span),
        nearest(text, source, span),
        StatementKind.DIRECT if quoted else StatementKind.INDIRECT,
        act,
    )
    for place, words in ((found.content[0], content), (found.cue, cue), (found.source, source)):
        assert place is None or place.of(text) == words
    return found


def read(text: str, *parts: Part, act: Act = Act.SPEECH) -> tuple[Statement, ...]:
    """The statements of an article whose first line is its headline."""
    article = Article.from_text(text, published=PUBLISHED, title=text.split("\n", 1)[0])
    statements, speakers = resolve_speakers(article, [attribution(text, part, act=act) for part in parts])
    assert len(statements) == len(parts)
    assert len({statement.id for statement in statements}) == len(parts)
    for speaker in speakers:
        for mention in speaker.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.of(text).strip() == mention.of(text)
    return statements


def who(statement: Statement) -> str | None:
    """The name of the speaker."""
    return statement.speaker.name if statement.speaker else None
