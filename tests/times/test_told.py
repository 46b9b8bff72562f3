"""Times told by another time of the text."""

from __future__ import annotations

import pytest

from tests.times.reading import days, read_on


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


@pytest.mark.parametrize(
    ("published", "sentence", "words", "value", "told"),
    [
        ("2016-07-25", "He said so later last month.", "later last month", "2016-06", "2016-06-01..2016-06-30"),
        ("2016-01-04", "She had $38 million at year-end.", "year-end", "2015", "2015-12-01..2015-12-31"),
        (
            "2016-01-29",
            "It raised more in the second half of the year.",
            "the second half of the year",
            "2015-H2",
            None,
        ),
        ("2016-01-29", "It will gain in the second half of the year.", "the second half of the year", "2016-H2", None),
    ],
)
def test_periods_that_are_over(published: str, sentence: str, words: str, value: str, told: str | None) -> None:
    time = read_on(published, sentence, words)
    assert time.value == value
    if told is not None:
        assert time.interval == days(told)
