"""When something was said, and when no date is better than a wrong one."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.records import Act, Article, Interval
from onrecord.speakers import resolve_speakers
from onrecord.speakers.clues import Days
from onrecord.speakers.resolve import said_clues
from tests.speakers.reading import PUBLISHED, Part, attribution, day, read


def ruled(text: str, *parts: Part) -> list[Days | None]:
    """The days that the rules alone give, before any is weighed."""
    article = Article.from_text(text, published=PUBLISHED, title=text.split("\n", 1)[0])
    clues = said_clues(article, [attribution(text, part) for part in parts])
    assert clues is not None
    return list(clues.scenery.drafted)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Crane said on Tuesday the quay would open.",
        "On Tuesday, Peter Crane said the quay would open.",
        "Peter Crane on Tuesday said the quay would open.",
        "Peter Crane told Radio Lowick on Tuesday that the quay would open.",
    ],
)
def test_the_day_beside_the_cue_dates_the_statement(sentence: str) -> None:
    cue = "told" if "told" in sentence else "said"
    (statement,) = read(f"Quay\n\n{sentence}", ("the quay would open", cue, "Peter Crane"))
    assert statement.said == day(14)


def test_a_week_is_an_interval_cut_at_publication() -> None:
    (statement,) = read(
        "Quay\n\nEarlier this week, Peter Crane said the quay would open.",
        ("the quay would open", "said", "Peter Crane"),
    )
    assert statement.said == Interval(date(2024, 5, 13), date(2024, 5, 16))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Peter Crane said the quay would open on Tuesday.", "the quay would open on Tuesday"),
        ("Peter Crane, who left the navy on Tuesday, said the quay would open.", "the quay would open"),
        (
            "Peter Crane said the quay, which was built in 2003, would open.",
            "the quay, which was built in 2003, would open",
        ),
        ("Peter Crane of Lowick Rail, which was founded in 1985, said the quay would open.", "the quay would open"),
    ],
)
def test_a_time_of_another_clause_dates_nothing(text: str, content: str) -> None:
    source, _, _ = text.partition(" said")
    (statement,) = read(f"Quay\n\nThe quay is old.\n\nIt is wet.\n\nIt is long.\n\n{text}", (content, "said", source))
    assert statement.said is None


def test_further_words_of_the_same_speaker_share_the_day_and_the_audience() -> None:
    first, second = read(
        "Quay\n\nPeter Crane told Radio Lowick on Tuesday that the quay was old. “It must go,” he said.",
        ("the quay was old", "told", "Peter Crane"),
        ("“It must go,”", "said", "he"),
    )
    assert first.said == second.said == day(14)
    assert first.venue == second.venue == "Radio Lowick"


def test_another_speaker_does_not_share_the_day() -> None:
    _, second = read(
        "Quay\n\nPeter Crane said on Tuesday that the quay was old. Anna Tolland said it was new.",
        ("the quay was old", "said", "Peter Crane"),
        ("it was new", "said", "Anna Tolland"),
    )
    assert second.said is None


def test_what_is_thought_takes_no_day_from_what_was_said() -> None:
    text = "Quay\n\nOn Tuesday Peter Crane came. He fears the quay will fall."
    (statement,) = read(text, ("the quay will fall", "fears", "He"), act=Act.MIND)
    assert statement.said is None


def test_what_has_been_said_takes_no_day_but_its_own() -> None:
    _, second = read(
        "Quay\n\nPeter Crane said on Tuesday that the quay was old. He has said that ships were safe.",
        ("the quay was old", "said", "Peter Crane"),
        ("ships were safe", "said", "He"),
    )
    assert second.said is None


def test_what_the_speaker_did_that_day_dates_the_words() -> None:
    (statement,) = read(
        "Quay\n\nPeter Crane opened the quay on Tuesday. “It is yours,” he said.",
        ("“It is yours,”", "said", "he"),
    )
    assert statement.said == day(14)


def test_a_dated_document_dates_what_is_cited_from_it() -> None:
    (statement,) = read(
        "Quay\n\nEngineers wrote a report on Tuesday. The weather was bad.\n\nThe report said the quay was old.",
        ("the quay was old", "said", "The report"),
    )
    assert statement.said == day(14)


def test_the_lead_shares_the_day_told_below() -> None:
    first, second = read(
        "Quay\n\nPeter Crane warned of a fall.\n\nCrane told Radio Lowick on Tuesday that the quay was old.",
        ("a fall", "warned of", "Peter Crane"),
        ("the quay was old", "told", "Crane"),
    )
    assert first.said == second.said == day(14)


def test_nothing_is_dated_without_a_publication_day_but_full_dates() -> None:
    text = "Quay\n\nPeter Crane said on Tuesday that the quay was old."
    part = ("the quay was old", "said", "Peter Crane")
    (statement,), _ = resolve_speakers(Article.from_text(text), [attribution(text, part)])
    assert statement.said is None


def test_what_is_thought_takes_no_day_from_its_clause() -> None:
    text = "Quay\n\nThis year Peter Crane hopes the quay will fall."
    (statement,) = read(text, ("the quay will fall", "hopes", "Peter Crane"), act=Act.MIND)
    assert statement.said is None


@pytest.mark.parametrize("rest", [", a day after the storm of Tuesday", " and left on Tuesday"])
def test_a_day_behind_a_comma_or_and_is_of_another_clause(rest: str) -> None:
    text = f"Quay\n\nThe quay is old, Peter Crane said{rest}."
    (statement,) = read(text, ("The quay is old", "said", "Peter Crane"))
    assert statement.said is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Crane said at a rally in Lowick, Northland, on Tuesday that the quay was old.",
        "Peter Crane said while walking there on Tuesday that the quay was old.",
        "Peter Crane said after meeting sailors on Tuesday that the quay was old.",
        "Peter Crane, speaking in the old harbour office on Tuesday, said that the quay was old.",
    ],
)
def test_a_day_told_with_the_place_or_the_doing_is_the_day_of_the_words(sentence: str) -> None:
    (statement,) = read(f"Quay\n\n{sentence}", ("the quay was old", "said", "Peter Crane"))
    assert statement.said == day(14)


def test_words_within_the_content_tell_nothing_of_the_cue_behind_them() -> None:
    first, second = read(
        "Quay\n\nPeter Crane said on Tuesday that the quay would open and insisted that it was safe.",
        ("the quay would open", "said", "Peter Crane"),
        ("it was safe", "insisted", "Peter Crane"),
    )
    assert first.said == second.said == day(14)


def test_a_day_told_of_where_behind_the_speaker_is_the_day_of_the_words() -> None:
    (statement,) = read(
        "Quay\n\n“It is safe,” said Peter Crane, at a news conference on Tuesday in Lowick.",
        ("“It is safe,”", "said", "Peter Crane"),
    )
    assert statement.said == day(14)


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday, the harbour office of Lowick shut the long quay after an engineer said it was wet.",
        "The old boat of the harbour office sank in Lowick on Tuesday; the quay, an engineer said, it was wet.",
    ],
    ids=["after", "semicolon"],
)
def test_the_day_of_the_main_clause_is_not_that_of_words_in_a_side_clause(sentence: str) -> None:
    assert ruled(f"Quay\n\n{sentence}", ("it was wet", "said", "an engineer")) == [None]


def test_a_noun_takes_no_day_from_the_verb_of_its_sentence() -> None:
    text = "Quay\n\nThe office rejected on Tuesday Peter Crane’s allegations that the quay was unsafe."
    (statement,) = read(text, ("the quay was unsafe", "allegations", "Peter Crane’s"))
    assert statement.said is None


def test_a_noun_has_the_day_told_beside_it() -> None:
    text = "Quay\n\nThe office rejected Peter Crane’s statement of Tuesday that the quay was unsafe."
    (statement,) = read(text, ("the quay was unsafe", "statement", "Peter Crane’s"))
    assert statement.said == day(14)


@pytest.mark.parametrize(("words", "cue"), [("says", "says"), ("recently said", "said")])
def test_what_is_said_now_or_at_no_told_time_takes_no_day_from_earlier_words(words: str, cue: str) -> None:
    _, second = ruled(
        f"Quay\n\nPeter Crane said on Tuesday that the quay was old. He {words} ships were safe.",
        ("the quay was old", "said", "Peter Crane"),
        ("ships were safe", cue, "He"),
    )
    assert second is None


def test_words_cited_from_a_letter_have_the_day_told_of_the_letter() -> None:
    (statement,) = read(
        "Quay\n\nA letter was sent to the harbour office on Tuesday.\n\n"
        "In the letter, Peter Crane argued the quay was old.",
        ("the quay was old", "argued", "Peter Crane"),
    )
    assert statement.said == day(14)


def test_a_document_whose_release_is_told_later_has_that_day() -> None:
    (statement,) = read(
        "Quay\n\nA study found the quay was old.\n\nThe study, published on Tuesday, took a year.",
        ("the quay was old", "found", "A study"),
    )
    assert statement.said == day(14)


def test_the_one_day_of_an_article_is_that_of_quotations_not_of_all_it_cites() -> None:
    first, second = read(
        "Quay\n\nThe quay of Lowick opened today.\n\nIt is long.\n\nIt is wide.\n\n“It is ours,” said Peter Crane."
        "\n\nAnna Tolland argues that it is old.",
        ("“It is ours,”", "said", "Peter Crane"),
        ("it is old", "argues", "Anna Tolland"),
    )
    assert first.said == day(16)
    assert second.said is None


def test_the_name_of_a_programme_is_no_time() -> None:
    text = "Quay\n\nPeter Crane told Radio Lowick’s This Week that the quay was old."
    (statement,) = read(text, ("the quay was old", "told", "Peter Crane"))
    assert statement.said is None


def test_a_year_told_of_where_a_person_works_dates_nothing() -> None:
    source = "Peter Crane, a fellow of the Lowick Institute of Port Policy, founded in 1985 with public money"
    (statement,) = read(f"Quay\n\nThe quay would open, said {source}.", ("The quay would open", "said", source))
    assert statement.said is None
