"""To whom or where something was said, in the article's words."""

from __future__ import annotations

import pytest

from tests.speakers.reading import read


@pytest.mark.parametrize(
    ("sentence", "cue", "venue"),
    [
        ("Peter Crane told Radio Lowick the quay would open.", "told", "Radio Lowick"),
        ("Peter Crane told Norway's Channel 1 on Tuesday the quay would open.", "told", "Norway's Channel 1"),
        ("Peter Crane told reporters the quay would open.", "told", "reporters"),
        ("At a news conference, Peter Crane told reporters the quay would open.", "told", "a news conference"),
        ("In a letter to Radio Lowick, Peter Crane said the quay would open.", "said", "a letter to Radio Lowick"),
        ("Peter Crane said in a May 7 memo the quay would open.", "said", "a May 7 memo"),
        ("Peter Crane wrote on X the quay would open.", "wrote", "X"),
        ("Peter Crane wrote on the social media platform X the quay would open.", "wrote", "X"),
        ("Peter Crane said in an interview with Radio Lowick the quay would open.", "said",
         "an interview with Radio Lowick"),
        ("Peter Crane tweeted the quay would open.", "tweeted", "Twitter"),
        ("Peter Crane told her the quay would open.", "told", None),
        ("Peter Crane said the quay would open.", "said", None),
        ("Soon the quay would open, informs Peter Crane.", "informs", None),
    ],
)  # fmt: skip
def test_the_audience_or_the_stage(sentence: str, cue: str, venue: str | None) -> None:
    (statement,) = read(f"Quay\n\n{sentence}", ("the quay would open", cue, "Peter Crane"))
    assert statement.venue == venue


def test_the_outlet_is_the_one_named_before() -> None:
    _, second = read(
        "Quay\n\nPeter Crane told Radio Lowick that the quay was old. He informed the outlet that it was wet.",
        ("the quay was old", "told", "Peter Crane"),
        ("it was wet", "informed", "He"),
    )
    assert second.venue == "Radio Lowick"


def test_a_stage_of_somebody_elses_clause_is_none() -> None:
    (statement,) = read(
        "Quay\n\nA video posted on Instagram by the crew showed Peter Crane as he said the quay would open.",
        ("the quay would open", "said", "he"),
    )
    assert statement.venue is None
