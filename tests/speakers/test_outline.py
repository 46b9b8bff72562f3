"""Sentences by exact rules, and those in which given words stand."""

from onrecord.records import Article, Span
from onrecord.speakers.outline import outline, sentences_around

TEXT = "Ferry vote\n\nMr. Flett will vote on 3 May. “Late,” said Ms. Leask. She left.\n\nThe end"


def around(*words: str) -> list[str]:
    article = Article.from_text(TEXT, title="Ferry vote")
    places = [Span(start := TEXT.index(one), start + len(one)) for one in words]
    return [sentence.of(TEXT) for sentence in sentences_around(article, places)]


def test_the_sentence_that_holds_each_place() -> None:
    assert around("vote on", "end", "Late", "Ferry") == [
        "Mr. Flett will vote on 3 May.",
        "The end",
        "“Late,” said Ms. Leask.",
        "Ferry vote",
    ]


def test_words_over_several_sentences_have_them_all() -> None:
    assert around("Leask. She") == ["“Late,” said Ms. Leask. She left."]


def test_a_place_outside_of_all_paragraphs_is_its_own() -> None:
    assert around("\n\nThe") == ["\n\nThe end"]
    assert sentences_around(Article(TEXT, ()), [Span(0, 5)]) == [Span(0, 5)]


def test_the_day_or_the_zone_behind_an_hour_goes_on_with_its_sentence() -> None:
    text = "They have until 9 a.m. Tuesday to leave. It opens at 5 p.m. EST. It ended at 9 p.m. The police left."
    told = [sentence.span.of(text) for sentence in outline(Article.from_text(text)).sentences]
    assert told == [
        "They have until 9 a.m. Tuesday to leave.",
        "It opens at 5 p.m. EST.",
        "It ended at 9 p.m.",
        "The police left.",
    ]
