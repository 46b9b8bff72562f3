"""Which words are a time expression, and what they mean against the publication day, Sunday 21 November 2021."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.records import Interval, Span, Time
from onrecord.times import find_times, resolve_time

SUNDAY = date(2021, 11, 21)


def found(text: str, published: date | None = SUNDAY) -> list[tuple[str, str]]:
    """The words and values of all times of a text."""
    times = find_times(text, published)
    for time in times:
        words = text[time.span.start : time.span.end]
        assert words == time.span.of(text) == words.strip() != ""
    assert list(times) == sorted(times, key=lambda time: time.span)
    return [(time.span.of(text), time.value) for time in times]


def only(text: str, published: date | None = SUNDAY) -> Time:
    """The one time of a text."""
    (time,) = find_times(text, published)
    return time


def days(first: str | None, last: str | None) -> Interval:
    """An interval from two ISO days; None is an open end."""
    return Interval(*(date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 May 2021", "2021-05-03"),
        ("3rd May, 2021", "2021-05-03"),
        ("3rd of May 2021", "2021-05-03"),
        ("21 Nov, 2021", "2021-11-21"),
        ("November 21st", "2021-11-21"),
        ("Nov. 21", "2021-11-21"),
        ("Nov. 21, 2020", "2020-11-21"),
        ("Thursday, November 18", "2021-11-18"),
        ("Thursday morning, Nov. 18", "2021-11-18TMO"),
        ("2021-11-18", "2021-11-18"),
        ("18/11/2021", "2021-11-18"),
        ("18.11.2021", "2021-11-18"),
        ("11/18/2021", "2021-11-18"),
        ("11/12/2021", "2021-11-12"),
        ("March eighth", "2021-03-08"),
        ("June 3 last year", "2020-06-03"),
        ("the 19th", "2021-11-19"),
    ],
)
def test_reads_dates_in_every_newspapers_form(words: str, value: str) -> None:
    assert found(f"The harbour board met on {words}.") == [(words, value)]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The mayor resigned on Thursday.", "Thursday", "2021-11-18"),
        ("The mayor spoke on Sunday.", "Sunday", "2021-11-21"),
        ("The council will vote on Thursday.", "Thursday", "2021-11-25"),
        ("On Thursday, the council will vote.", "Thursday", "2021-11-25"),
        ("Police on Friday arrested two men.", "Friday", "2021-11-19"),
        ("The talks are scheduled for Tuesday.", "Tuesday", "2021-11-23"),
        ("The result will be announced on Tuesday.", "Tuesday", "2021-11-23"),
        ("She agreed to return on Monday.", "Monday", "2021-11-22"),
        ("The vote was postponed to Friday.", "Friday", "2021-11-26"),
        ("They must leave by Friday.", "Friday", "2021-11-26"),
        ("He has to appear on Monday.", "Monday", "2021-11-22"),
        ("He arrived last Tuesday.", "last Tuesday", "2021-11-16"),
        ("They play next Sunday.", "next Sunday", "2021-11-28"),
        ("The debate is on Tuesday.", "Tuesday", "2021-11-23"),
        ("The defence looked for ways around Friday's ruling.", "Friday", "2021-11-19"),
    ],
)
def test_the_tense_of_the_verb_decides_which_way_a_weekday_points(sentence: str, words: str, value: str) -> None:
    assert found(sentence) == [(words, value)]


def test_two_weekdays_in_a_sentence_go_by_their_own_verbs() -> None:
    text = "The council will meet on Tuesday, a spokeswoman said on Friday."
    assert found(text) == [("Tuesday", "2021-11-23"), ("Friday", "2021-11-19")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital, and it may rain.",
        "A second man sat in the sun and read The Sun on the second floor.",
        "Some 2,016 people came, and 2016 people left on flight 1999 at odds of 3:2.",
        "It cost $2000, or 1990 euros.",
        "Theresa May spoke, and the letter was signed by May.",
        "April Marsh and June Dale sang.",
        "He reads the Sunday Times and USA Today, and she was Coach of the Year.",
        "A 42-year-old man with his five-year-old son came down the stairs.",
        "A quarter of the voters stayed at home, three-quarters of them in the north.",
        "He was soon released.",
        "Women in their 40s and 50s felt it reach into the 50s, now and then.",
        "Now, here is the point.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_surname_does_not_hide_the_month_of_the_same_name() -> None:
    text = "Mrs May left office in May, and a letter by May was read last May."
    assert [words for words, _ in found(text)] == ["May", "last May"]


def test_without_a_publication_day_the_unknown_stays_open() -> None:
    text = "She said so on Thursday and again on 3 May, in 2019 and on 4 June 2020."
    assert found(text, None) == [
        ("Thursday", "XXXX-WXX-4"),
        ("3 May", "XXXX-05-03"),
        ("2019", "2019"),
        ("4 June 2020", "2020-06-04"),
    ]
    assert find_times(text, None)[0].interval is None
    assert find_times(text, None)[3].interval == days("2020-06-04", "2020-06-04")


def test_the_day_of_publication_is_the_one_of_the_pages_own_clock() -> None:
    late = datetime(2021, 11, 21, 23, 30, tzinfo=UTC)
    assert find_times("He died yesterday.", late)[0].value == "2021-11-20"


def test_given_extents_are_read_and_no_others_are_looked_for() -> None:
    text = "Early on Thursday he said that by the end of the year it would be done, on Friday at last."
    spans = [Span(text.index("by the end"), text.index(" it would")), Span(9, 17), Span(18, 20)]
    times = find_times(text, SUNDAY, spans=spans)
    assert [(time.span.of(text), time.value) for time in times] == [
        ("Thursday", "2021-11-18"),
        ("by the end of the year", "2021"),
    ]


def test_offsets_hold_beside_emoji_accents_and_windows_line_ends() -> None:
    text = "🎉 Café Ñandú\r\n\r\nThe e\u0301cole opened on Thursday 🎈 and on 3 May 2021.\r\n"
    assert found(text) == [("Thursday", "2021-11-18"), ("3 May 2021", "2021-05-03")]


def test_no_expression_runs_over_an_empty_line() -> None:
    assert found("He left in May\n\n2016 was another matter.") == [("May", "2021-05"), ("2016", "2016")]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "....", "31/31/2021", "99:99 on 0 May", "the the the", "1" * 5000])
def test_text_without_times_gives_none(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


@pytest.mark.parametrize(
    ("words", "tense", "expected"),
    [
        ("Thursday", "past", ("DATE", "2021-11-18", days("2021-11-18", "2021-11-18"))),
        ("on Thursday", "future", ("DATE", "2021-11-25", days("2021-11-25", "2021-11-25"))),
        ("by 2030", None, ("DATE", "2030", days("2021-11-21", "2030-12-31"))),
        ("earlier this week", "past", ("DATE", "2021-W46", days("2021-11-15", "2021-11-21"))),
        ("for two weeks", None, ("DURATION", "P2W", None)),
        ("the minister", None, None),
    ],
)
def test_one_expression_is_read_by_its_words_alone(
    words: str, tense: str | None, expected: tuple[str, str, Interval | None] | None
) -> None:
    assert resolve_time(words, published=SUNDAY, tense=tense) == expected


def test_an_expression_that_hangs_on_another_takes_the_days_given() -> None:
    reference = days("2021-03-03", "2021-03-03")
    told = resolve_time("the following day", published=SUNDAY, reference=reference)
    assert told == ("DATE", "2021-03-04", days("2021-03-04", "2021-03-04"))
    told = resolve_time("two days later", published=SUNDAY, reference=reference)
    assert told == ("DURATION", "P2D", days("2021-03-05", "2021-03-05"))
