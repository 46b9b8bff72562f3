"""Months and days without a year: which year is meant."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.times import find_times
from tests.times.reading import days, read_on


@pytest.mark.parametrize(
    ("published", "sentence", "words", "value", "told"),
    [
        # A month that names what was said or signed has been, whatever verb stands near.
        ("2021-10-27", "It tries to sell itself, under a June pact.", "June", "2021-06", "2021-06-01..2021-06-30"),
        ("2016-06-10", "It is unlikely to help her after her March speech.", "March", "2016-03", None),
        ("2016-07-13", "That raised doubts about an Aug. 8 affidavit.", "Aug. 8", "2015-08-08", "2015-08-08"),
        ("2021-10-27", "They will meet at a December summit.", "December", "2021-12", "2021-12-01..2021-12-31"),
        # Through a month that comes soon.
        ("2021-10-30", "Banks lent it money through January.", "January", "2022-01", "2021-10-30..2022-01-31"),
        ("2021-10-30", "It lost money through June.", "June", "2021-06", "..2021-06-30"),
        ("2022-01-29", "It had raised a million through September.", "September", "2021-09", "..2021-09-30"),
        # March and May as modifiers.
        ("2021-02-10", "The March accession will help.", "March", "2021-03", "2021-03-01..2021-03-31"),
        ("2016-09-23", "He said so during a May interview.", "May", "2016-05", "2016-05-01..2016-05-31"),
        # A participle that describes a noun is no verb.
        ("2021-10-26", "It would be paid on a still unnamed day in January.", "January", "2022-01", None),
    ],
)  # fmt: skip
def test_the_year_of_a_month_told_without_one(
    published: str, sentence: str, words: str, value: str, told: str | None
) -> None:
    time = read_on(published, sentence, words)
    assert time.value == value
    if told is not None:
        assert time.interval == days(told)


@pytest.mark.parametrize("sentence", ["The Women's March drew thousands.", "They began the march north.", "He may go."])
def test_a_march_on_foot_is_no_month(sentence: str) -> None:
    assert find_times(sentence, date(2021, 11, 21)) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("It spoke of the twenty-first century.", "the twenty-first century", "20"),
        ("They met on March twenty-first.", "March twenty-first", "2021-03-21"),
        ("They met on Nov. 5, two weeks before the vote.", "Nov. 5", "2021-11-05"),
        ("They will meet this Dec. 3.", "this Dec. 3", "2021-12-03"),
    ],
)
def test_numbers_in_words_and_this_before_a_day(sentence: str, words: str, value: str) -> None:
    assert read_on("2021-11-21", sentence, words).value == value
