"""Times told by another time of the text."""

from __future__ import annotations

import pytest

from tests.times.reading import read_on


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He was last seen on Nov. 3, the day before the court met.", "the day before", "2021-11-03"),
        ("She left on Friday, the day after the vote.", "the day after", "2021-11-19"),
        ("She spoke on Friday. The day before, she had been ill.", "The day before", "2021-11-18"),
    ],
)
def test_a_day_explained_by_another_is_that_day(text: str, words: str, value: str) -> None:
    assert read_on("2021-11-21", text, words).value == value


def test_weekdays_joined_share_their_part_of_the_day() -> None:
    text = "Ferries will leave on Monday and Tuesday nights."
    assert read_on("2021-11-21", text, "Monday").value == "XXXX-WXX-1TNI"
    assert read_on("2021-11-21", text, "Tuesday nights").value == "XXXX-WXX-2TNI"


def test_a_preposition_stays_outside() -> None:
    text = "He fell on Friday and was seen on the same day."
    assert read_on("2021-11-21", text, "the same day").value == "2021-11-19"
