"""Which words are a time expression, and what they mean against the publication day. Sunday 21 November 2021."""

from datetime import date

import pytest

from onrecord.records import Interval, Time
from onrecord.times import find_times

SUNDAY = date(2021, 11, 21)


def found(text: str, published: date | None = SUNDAY) -> list[tuple[str, str]]:
    """The words and values of all times of a text; every span holds the words that it was made of."""
    times = find_times(text, published)
    assert all(text[time.span.start : time.span.end].strip() for time in times)
    return [(time.span.of(text), time.value) for time in times]


def only(text: str, published: date | None = SUNDAY) -> Time:
    """The one time of a text."""
    (time,) = find_times(text, published)
    return time


def days(first: str, last: str) -> Interval:
    return Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 May 2021", "2021-05-03"),
        ("3rd May, 2021", "2021-05-03"),
        ("21 Nov, 2021", "2021-11-21"),
        ("November 21st", "2021-11-21"),
        ("Nov. 21", "2021-11-21"),
        ("Nov. 21, 2020", "2020-11-21"),
        ("Thursday, November 18", "2021-11-18"),
        ("2021-11-18", "2021-11-18"),
        ("18/11/2021", "2021-11-18"),
        ("11/18/2021", "2021-11-18"),
        ("March eighth", "2021-03-08"),
        ("late October", "2021-10"),
        ("October 2019", "2019-10"),
    ],
)
def test_reads_dates_in_every_newspapers_form(words: str, value: str) -> None:
    assert found(f"The harbour board met on {words} in Eastmere.") == [(words, value)]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The mayor resigned on Thursday.", "Thursday", "2021-11-18"),
        ("The mayor spoke on Sunday.", "Sunday", "2021-11-21"),
        ("The council will vote on Thursday.", "Thursday", "2021-11-25"),
        ("On Thursday, the council will vote.", "Thursday", "2021-11-25"),
        ("Police on Friday arrested two men.", "Friday", "2021-11-19"),
        ("The talks are scheduled for Tuesday.", "Tuesday", "2021-11-23"),
        ("She agreed to return on Monday.", "Monday", "2021-11-22"),
        ("He arrived last Tuesday.", "last Tuesday", "2021-11-16"),
        ("They play next Sunday.", "next Sunday", "2021-11-28"),
    ],
)
def test_the_tense_of_the_verb_decides_which_way_a_weekday_points(sentence: str, words: str, value: str) -> None:
    assert found(sentence) == [(words, value)]


def test_two_weekdays_in_a_sentence_go_by_their_own_verbs() -> None:
    text = "The council will meet on Tuesday, a spokeswoman said on Friday."
    assert found(text) == [("Tuesday", "2021-11-23"), ("Friday", "2021-11-19")]


@pytest.mark.parametrize(
    ("words", "type", "value"),
    [
        ("yesterday", "DATE", "2021-11-20"),
        ("tomorrow", "DATE", "2021-11-22"),
        ("this morning", "TIME", "2021-11-21TMO"),
        ("tonight", "TIME", "2021-11-21TNI"),
        ("last night", "TIME", "2021-11-20TNI"),
        ("Friday night", "TIME", "2021-11-19TNI"),
    ],
)
def test_days_told_from_the_day_of_publication(words: str, type: str, value: str) -> None:
    time = only(f"The ferry was seen {words} near Eastmere.")
    assert (time.type, time.value) == (type, value)


@pytest.mark.parametrize(
    ("words", "value", "interval"),
    [
        ("last week", "2021-W45", days("2021-11-08", "2021-11-14")),
        ("this month", "2021-11", days("2021-11-01", "2021-11-21")),
        ("last month", "2021-10", days("2021-10-01", "2021-10-31")),
        ("late last month", "2021-10", days("2021-10-20", "2021-10-31")),
        ("earlier this week", "2021-W46", days("2021-11-15", "2021-11-21")),
        ("last year", "2020", days("2020-01-01", "2020-12-31")),
    ],
)
def test_past_periods_are_intervals_cut_at_publication(words: str, value: str, interval: Interval) -> None:
    time = only(f"She told him so {words}.")
    assert (time.value, time.interval) == (value, interval)


@pytest.mark.parametrize(
    ("words", "value", "interval"),
    [
        ("next week", "2021-W47", days("2021-11-22", "2021-11-28")),
        ("this month", "2021-11", days("2021-11-21", "2021-11-30")),
        ("later this year", "2021", days("2021-11-21", "2021-12-31")),
        ("next year", "2022", days("2022-01-01", "2022-12-31")),
    ],
)
def test_coming_periods_are_intervals_cut_at_publication(words: str, value: str, interval: Interval) -> None:
    time = only(f"The bridge will open {words}.")
    assert (time.value, time.interval) == (value, interval)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital, and it may rain.",
        "A second man sat in the sun and read The Sun.",
        "Some 2,016 people came.",
        "Theresa May spoke.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_without_a_publication_day_the_unknown_stays_open() -> None:
    assert found("She said so on Thursday.", None) == [("Thursday", "XXXX-WXX-4")]
    assert find_times("She said so on Thursday.", None)[0].interval is None
