"""Headings that repeat words of the story."""

from __future__ import annotations

from onrecord.records import Article, Attribution, Span, StatementKind
from onrecord.speakers import resolve_speakers
from tests.speakers.reading import PUBLISHED, attribution, day, who


def test_a_heading_that_repeats_later_words_has_their_speaker_and_day() -> None:
    text = (
        "Quay\n\nAnna Tolland left.\n\n‘The quay must go’\n\n"
        "Peter Crane told Radio Lowick on Tuesday: “The quay must go before winter.”"
    )
    at = text.index("‘The quay must go’")
    heading = Attribution((Span(at, at + len("‘The quay must go’")),), kind=StatementKind.DIRECT)
    told = attribution(text, ("“The quay must go before winter.”", "told", "Peter Crane"))
    statements, _ = resolve_speakers(Article.from_text(text, published=PUBLISHED, title="Quay"), [heading, told])
    assert [who(statement) for statement in statements] == ["Peter Crane", "Peter Crane"]
    assert statements[0].said == statements[1].said == day(14)


def test_a_heading_of_its_own_words_takes_nobody_from_below() -> None:
    text = "Quay\n\n‘Nothing is safe’\n\nPeter Crane said: “The quay must go before winter.”"
    at = text.index("‘Nothing is safe’")
    heading = Attribution((Span(at, at + len("‘Nothing is safe’")),), kind=StatementKind.DIRECT)
    told = attribution(text, ("“The quay must go before winter.”", "said", "Peter Crane"))
    statements, _ = resolve_speakers(Article.from_text(text, published=PUBLISHED, title="Quay"), [heading, told])
    assert who(statements[0]) is None
