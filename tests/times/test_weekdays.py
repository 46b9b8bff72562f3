"""Which week a weekday is of, told on Monday 8 February 2016 unless said otherwise."""

from __future__ import annotations

import pytest

from tests.times.reading import read_on


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("She was ahead before Tuesday's Selmark primary.", "Tuesday", "2016-02-09"),
        ("He said that there was an election on Tuesday.", "Tuesday", "2016-02-09"),
        ("She won the primary on Tuesday.", "Tuesday", "2016-02-02"),
        ("He spoke of Tuesday's fire.", "Tuesday", "2016-02-02"),
        ("He spoke of Sunday's debate.", "Sunday", "2016-02-07"),
    ],
)
def test_a_vote_or_debate_called_by_the_next_days_name_is_to_come(sentence: str, words: str, value: str) -> None:
    assert read_on("2016-02-08", sentence, words).value == value


def test_the_place_line_tells_the_day_of_writing() -> None:
    text = "LIMA, Nov. 18 (Corven Press) -- Two men were freed today, a day after the court met on Wednesday."
    assert read_on("2021-11-19", text, "today").value == "2021-11-18"
    assert read_on("2021-11-19", text, "Wednesday").value == "2021-11-17"
    assert read_on("2021-12-19", text, "today").value == "2021-12-19"


def test_following_before_a_weekday_may_mean_after() -> None:
    text = "Following Sunday's debate, both sides rested."
    assert read_on("2016-02-08", text, "Sunday").value == "2016-02-07"
    text = "He fell on 3 February and died the following Sunday."
    assert read_on("2016-02-08", text, "the following Sunday").value == "2016-02-07"
