"""What "last year" and its like mean in the report of a quarter."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.times import find_times
from tests.times.reading import days, read_on


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("It lost $3 million in the third quarter, compared with $2 million last year.", "last year", "1988-Q3"),
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


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("It earned $2 million in the September quarter.", "the September quarter", "1989-Q3"),
        ("It posted a first-half profit.", "first-half", "1989-H1"),
        ("In the 1988 first half, it lost money.", "1988 first half", "1988-H1"),
        ("Sales were higher than in the same period last year.", "the same period last year", "1988"),
        ("Third-quarter sales rose from the same period last year.", "the same period last year", "1988-Q3"),
        ("Third-quarter sales rose from the prior quarter.", "the prior quarter", "1989-Q2"),
        ("Sales rose in the just-ended quarter.", "the just-ended quarter", "1989-Q3"),
        ("October sales rose from the same month last year.", "the same month last year", "1988-10"),
        ("Sales fell in the prior year.", "the prior year", "1988"),
        ("It had 30 shops at year-end 1987.", "year-end 1987", "1987"),
    ],
)
def test_quarters_halves_and_periods_of_reports(sentence: str, words: str, value: str) -> None:
    assert read_on("1989-11-02", sentence, words).value == value


def test_after_nine_months_the_paragraph_compares_years() -> None:
    text = (
        "Marl posted a gain for the third quarter.\n\nFor the nine months, it lost $2 million. The year-ago results "
        "were hurt by a fire. Sales in the second quarter were flat with a year earlier."
    )
    assert read_on("1989-11-02", text, "year-ago").value == "1988"
    assert read_on("1989-11-02", text, "a year earlier").value == "1988-Q2"


def test_after_the_full_year_too() -> None:
    text = (
        "Marl posted a gain for the third quarter. For the full year it lost $2 million, half the loss of a year ago."
    )
    assert read_on("1989-11-02", text, "the full year").value == "1989"
    assert read_on("1989-11-02", text, "a year ago").value == "1988"
    text = "Its shares rose to a high for the year of $42, and full-year profit will be $3 million."
    assert read_on("1989-11-02", text, "the year").value == "1989"
    assert read_on("1989-11-02", text, "full-year").value == "1989"


def test_the_first_full_year_is_not_this_year() -> None:
    assert find_times("It was the first full year when it snowed.", date(1989, 11, 2)) == ()


def test_half_of_a_game_is_no_half_of_a_year() -> None:
    assert find_times("Marl scored a first-half goal.", date(1989, 11, 2)) == ()


@pytest.mark.parametrize(
    ("published", "sentence", "words", "value"),
    [
        ("2016-03-24", "They tie him to every candidate running this fall.", "this fall", "2016-FA"),
        ("2016-04-22", "It hurt those who run this fall, a poll said.", "this fall", "2016-FA"),
        ("2015-12-21", "They will wed this summer.", "this summer", "2016-SU"),
        ("2016-12-21", "They wed this summer.", "this summer", "2016-SU"),
        ("2016-04-22", "Snow fell often this winter.", "this winter", "2015-WI"),
        ("2016-02-01", "It has snowed often this winter.", "this winter", "2015-WI"),
    ],
)
def test_this_season_is_that_of_the_year_unless_it_is_under_way(
    published: str, sentence: str, words: str, value: str
) -> None:
    assert read_on(published, sentence, words).value == value
