"""Sources to speakers, on short articles of our own writing."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.records import Article, Attribution, Interval, Span, SpeakerType, Statement
from onrecord.speakers import resolve_speakers

PUBLISHED = date(2024, 5, 16)  # a Thursday


def attribution(text: str, content: str, cue: str | None, source: str | None) -> Attribution:
    """An attribution of the first such content, with the cue and source that stand nearest to it."""
    at = text.index(content)
    span = Span(at, at + len(content))

    def nearest(words: str | None) -> Span | None:
        if words is None:
            return None
        places = [i for i in range(len(text)) if text.startswith(words, i) and not span.start <= i < span.end]
        start = min(places, key=lambda i: min(abs(i - span.end), abs(i + len(words) - span.start)))
        return Span(start, start + len(words))

    return Attribution((span,), nearest(cue), nearest(source))


def read(text: str, *parts: tuple[str, str | None, str | None]) -> tuple[Statement, ...]:
    article = Article.from_text(text, published=PUBLISHED, title=text.split("\n", 1)[0])
    attributions = [attribution(text, *part) for part in parts]
    statements, speakers = resolve_speakers(article, attributions)
    assert len(statements) == len(parts)
    for speaker in speakers:
        for mention in speaker.mentions:
            assert text[mention.start : mention.end]
    return statements


def name(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None


def test_a_surname_means_the_full_name_and_keeps_the_office() -> None:
    first, second = read(
        "Ferry plan\n\nHarbour spokesman Ivo Marlin said the ferry was late. “It will sail,” Marlin added.",
        ("the ferry was late", "said", "Harbour spokesman Ivo Marlin"),
        ("“It will sail,”", "added", "Marlin"),
    )
    assert name(first) == name(second) == "Ivo Marlin"
    assert first.speaker is not None
    assert first.speaker == second.speaker
    assert first.speaker.role == "Harbour spokesman"
    assert first.speaker.type is SpeakerType.PERSON
    assert first.speaker.other_names == ("Marlin",)


def test_a_pronoun_goes_by_gender() -> None:
    (statement,) = read(
        "Bridge\n\nMayor Anna Tolland met Peter Crane on the bridge. She said it was safe.",
        ("it was safe", "said", "She"),
    )
    assert name(statement) == "Anna Tolland"


def test_a_pronoun_that_means_nobody_leaves_no_speaker() -> None:
    (statement,) = read("Rain\n\nIt rained all day. He said it would stop.", ("it would stop", "said", "He"))
    assert statement.speaker is None


def test_a_description_is_no_person() -> None:
    (statement,) = read(
        "Strike\n\nA union official said talks had failed.", ("talks had failed", "said", "A union official")
    )
    assert statement.speaker is not None
    assert statement.speaker.type is SpeakerType.UNNAMED


def test_a_capital_that_acts_is_its_government() -> None:
    (statement,) = read("Talks\n\nOslo said it would send ships.", ("it would send ships", "said", "Oslo"))
    assert statement.speaker is not None
    assert statement.speaker.name == "Norway (government)"
    assert statement.speaker.type is SpeakerType.GOVERNMENT


@pytest.mark.parametrize("words", ["on Tuesday", "Tuesday"])
def test_the_day_beside_the_cue_dates_the_statement(words: str) -> None:
    (statement,) = read(
        f"Quay\n\nPeter Crane told Radio Lowick {words} that the quay would open.",
        ("the quay would open", "told", "Peter Crane"),
    )
    assert statement.said == Interval(date(2024, 5, 14), date(2024, 5, 14))
    assert statement.venue == "Radio Lowick"


def test_no_attributions_give_nothing() -> None:
    assert resolve_speakers(Article.from_text("Quiet\n\nNothing was said."), []) == ((), ())
