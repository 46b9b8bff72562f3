"""Names found by their letters, and what they look like."""

from __future__ import annotations

import pytest

from onrecord.records import Article
from onrecord.speakers.facts import countries, usual_gender
from onrecord.speakers.kinds import Guess
from onrecord.speakers.names import NameMention, find_names
from onrecord.speakers.outline import outline


def names(sentence: str) -> list[NameMention]:
    text = f"Headline\n\n{sentence}"
    found = list(find_names(outline(Article.from_text(text, title="Headline"))))
    for mention in found:
        assert " ".join(mention.span.of(text).split()) == mention.name
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Then Anna Tolland spoke.", [("Anna Tolland", Guess.PERSON)]),
        (
            "Yesterday the Harbour Ministry and Oslo agreed.",
            [("Harbour Ministry", Guess.GOVERNMENT), ("Oslo", Guess.CAPITAL)],
        ),
        ("Ludwig van der Meer spoke.", [("Ludwig van der Meer", Guess.PERSON)]),
        ("The Department of Rivers spoke.", [("Department of Rivers", Guess.GOVERNMENT)]),
        ("The Lowick County Sheriff's Office spoke.", [("Lowick County Sheriff's Office", Guess.GOVERNMENT)]),
        ("LOWICK (Reuters) — Anna Tolland spoke.", [("Anna Tolland", Guess.PERSON)]),
        ("We’re late, and I’m wet.", []),
        ("On Monday in May they came.", []),
        ("Researchers came.", []),
        ("the newspaper Lowick Blad wrote.", [("Lowick Blad", Guess.ORGANIZATION)]),
        ("Norway Prime Minister Anna Tolland spoke.", [("Anna Tolland", Guess.PERSON)]),
        ("Fox 6 came.", [("Fox 6", Guess.ORGANIZATION)]),
    ],
)
def test_names_and_what_they_look_like(sentence: str, expected: list[tuple[str, Guess]]) -> None:
    assert [(mention.name, mention.guess) for mention in names(sentence)] == expected


def test_titles_tell_the_gender_and_are_no_part_of_the_name() -> None:
    (mention,) = names("Then Mrs. Tolland spoke.")
    assert (mention.name, mention.titled) == ("Tolland", "f")


def test_an_apposition_tells_age_and_office() -> None:
    text = "Headline\n\nAnna Tolland, 42, a harbour engineer from Lowick, spoke."
    (mention, *_) = find_names(outline(Article.from_text(text, title="Headline")))
    assert mention.age == 42
    assert mention.apposed is not None
    assert mention.apposed.of(text) == "harbour engineer from Lowick"


def test_lines_in_title_case_tell_no_names() -> None:
    assert names("Mayor Tolland Opens New Quay After Long Storm") == []


def test_gender_is_evidence_where_names_tell_it() -> None:
    assert usual_gender("Anna") == "f"
    assert usual_gender("Peter") == "m"
    assert usual_gender("Xqz") is None


def test_capitals_and_peoples_lead_to_their_country() -> None:
    table = countries()
    assert table.by_capital["oslo"] == "Norway"
    assert table.by_people["north korean"] == "North Korea"
    assert table.by_name["u.s."] == "United States"
    assert len(table.by_name) > 190
