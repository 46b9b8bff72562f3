"""What the words of a cue and its clause tell of the time."""

from __future__ import annotations

import pytest

from onrecord.records import Span
from onrecord.speakers.telling import beside_noun, in_present, is_noun, is_vague, owns, pointed_at, released_then


@pytest.mark.parametrize(("cue", "present"), [("says", True), ("argue", True), ("said", False), ("", False)])
def test_the_tense_of_a_cue(cue: str, present: bool) -> None:
    assert in_present(cue) is present


def test_words_that_are_verbs_as_well_are_no_nouns() -> None:
    assert is_noun("Allegations")
    assert not is_noun("report")
    assert not is_noun("said in a statement")


def test_a_clause_that_tells_no_day_is_vague() -> None:
    assert is_vague("in a recent interview")
    assert not is_vague("in an interview on Tuesday")


@pytest.mark.parametrize(("source", "owner"), [("Peter Crane’s", True), ("her", True), ("Peter Crane", False)])
def test_an_owner_makes_a_noun_of_what_follows(source: str, owner: bool) -> None:
    assert owns(source) is owner


def test_nouns_that_clauses_point_back_to() -> None:
    assert pointed_at(["In the letter, ", "wrote during a rally"]) == {"letter"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tuesday’s long statement", True),
        ("a statement made on Tuesday", True),
        ("on Tuesday it rejected the statement", False),
        ("a statement, and left on Tuesday", False),
    ],
)
def test_a_time_beside_a_noun(text: str, told: bool) -> None:
    noun, time = (Span(text.index(words), text.index(words) + len(words)) for words in ("statement", "Tuesday"))
    assert (noun.of(text), time.of(text)) == ("statement", "Tuesday")
    assert beside_noun(text, noun, time) is told


def test_the_release_of_a_document() -> None:
    text = "The study, which was published on Tuesday, and the survey begun on Friday"
    tuesday, friday = (Span(text.index(words), text.index(words) + len(words)) for words in ("Tuesday", "Friday"))
    assert (tuesday.of(text), friday.of(text)) == ("Tuesday", "Friday")
    assert released_then(text, "study|survey", tuesday)
    assert not released_then(text, "study|survey", friday)
