"""Days told by a name."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.times import find_times
from tests.times.reading import read_on


@pytest.mark.parametrize(
    ("published", "sentence", "value"),
    [
        ("2016-02-08", "They will vote on Super Tuesday.", "2016-03-01"),
        ("2016-04-08", "She won seven states on Super Tuesday.", "2016-03-01"),
        ("2020-02-08", "They look ahead to Super Tuesday.", "2020-03-03"),
    ],
)
def test_super_tuesday_is_the_first_tuesday_in_march_of_a_year_of_elections(
    published: str, sentence: str, value: str
) -> None:
    assert read_on(published, sentence, "Super Tuesday").value == value


def test_super_tuesday_of_a_year_without_one_is_left_out() -> None:
    assert find_times("It was a super Tuesday.", date(2018, 5, 5)) == ()
