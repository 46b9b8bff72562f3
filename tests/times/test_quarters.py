"""What "last year" and its like mean in the report of a quarter."""

from __future__ import annotations

import pytest

from tests.times.reading import days, read_on


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("In the third quarter, it lost $3 million, compared with a gain of $2 million last year.", "last year", "1988-Q3"),
        ("Third-quarter sales were $4 million, a 3% rise from last year's $3.9 million.", "last year", "1988-Q3"),
        ("After a weak third quarter, it sees $4 a share for this year, up from last year's $3.", "last year", "1988"),
        ("In the third quarter, Corven sold the mill that it had bought last year.", "last year", "1988"),
        ("For the nine months, it earned $2 million, compared with $1 million last year.", "last year", "1988"),
        ("Profit was $2 million, compared with $1 million last year.", "last year", "1988"),
    ],
)  # fmt: skip
def test_last_year_that_a_quarter_is_compared_with_is_that_quarter(sentence: str, words: str, value: str) -> None:
    assert read_on("1989-11-02", sentence, words).value == value


def test_the_latest_fiscal_year_is_the_last_one_over_and_since_year_end_is_since_the_last() -> None:
    sentence = "Mills made up a fifth of sales in the latest fiscal year."
    time = read_on("2021-10-26", sentence, "the latest fiscal year")
    assert (time.type, time.value, time.interval) == ("DATE", "2020", days("2020-10-01..2021-09-30"))
    time = read_on("2021-10-26", "The index is up 4% since year-end.", "year-end")
    assert (time.value, time.interval) == ("2020", days("2020-12-01..2021-10-26"))
