"""Lengths of time, and words that only point, told on Sunday 21 November 2021."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.times import find_times
from tests.times.reading import read_on


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "value"),
    [
        ("It lasted a half hour.", "a half hour", "DURATION", "PT30M"),
        ("It lasted two-and-a-half years.", "two-and-a-half years", "DURATION", "P2Y6M"),
        ("It is a three-to-five-year plan.", "three-to-five-year", "DURATION", "P3Y"),
        ("Hours later, the line was closed.", "Hours", "DURATION", "PTXH"),
        ("The trial, expected to last three to four months, began.", "three to four months", "DURATION", "P3M"),
        ("The deal would last four years.", "four years", "DURATION", "P4Y"),
        ("They hold dozens of talks a day.", "a day", "SET", "P1D"),
        ("She works two nights a week.", "a week", "SET", "P1W"),
        ("It took ten days. This comes a week after the vote.", "a week", "DURATION", "P1W"),
        ("A weeklong strike ended.", "weeklong", "DURATION", "P1W"),
        ("He left a long time ago.", "a long time ago", "DATE", "PAST_REF"),
        ("He left not long ago.", "not long ago", "DATE", "PAST_REF"),
        ("The wall fell 1,200 years ago.", "1,200 years ago", "DATE", "0821"),
    ],
)
def test_lengths_and_pointing_words(sentence: str, words: str, kind: str, value: str) -> None:
    time = read_on("2021-11-21", sentence, words)
    assert (time.type, time.value) == (kind, value)


@pytest.mark.parametrize("sentence", ["It was a day-to-day struggle.", "It was her third trip in as many months."])
def test_what_is_no_length_of_time(sentence: str) -> None:
    assert find_times(sentence, date(2021, 11, 21)) == ()
