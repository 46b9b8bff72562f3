"""Clock times and parts of the day, told on Sunday 21 November 2021."""

from __future__ import annotations

import pytest

from tests.times.reading import days, read_on

NIGHT, FRIDAY = "2021-11-12TNI", "2021-11-19TMO"


@pytest.mark.parametrize(
    ("sentence", "words", "value", "told"),
    [
        ("He fled on the night of Nov. 12.", "the night of Nov. 12", NIGHT, "2021-11-12"),
        ("He fled on the night of Friday, Nov. 12.", "the night of Friday, Nov. 12", NIGHT, "2021-11-12"),
        ("He fled in the early morning hours of Friday.", "the early morning hours of Friday", FRIDAY, "2021-11-19"),
        ("The raid began at dawn on Friday.", "dawn on Friday", "2021-11-19TMO", "2021-11-19"),
        ("The raid began on Friday before dawn.", "dawn", "2021-11-19TMO", "2021-11-19"),
        ("It begins at eight o'clock tonight.", "eight o'clock tonight", "2021-11-21T20:00", "2021-11-21"),
        ("It began on Friday at 3 in the afternoon.", "3 in the afternoon", "2021-11-19T15:00", "2021-11-19"),
        ("It began on Friday at six in the morning.", "six in the morning", "2021-11-19T06:00", "2021-11-19"),
    ],
)  # fmt: skip
def test_parts_of_a_day_named_with_their_day(sentence: str, words: str, value: str, told: str) -> None:
    time = read_on("2021-11-21", sentence, words)
    assert (time.type, time.value, time.interval) == ("TIME", value, days(told))


def test_a_clock_time_on_a_line_of_its_own_is_of_the_day_of_the_report() -> None:
    text = "He won on Friday.\n\n5:15 p.m.\n\nThe mayor is speaking."
    assert read_on("2021-11-21", text, "5:15 p.m.").interval == days("2021-11-21")
    text = "How the Friday raid unfolded:\n\n5:15 p.m. – The first shot is heard."
    assert read_on("2021-11-21", text, "5:15 p.m.").interval == days("2021-11-19")


def test_a_clock_time_with_another_zone_in_brackets_is_of_the_date_behind_them() -> None:
    text = "The quake hit at 04:12 (02:12 GMT) on May 3, 2018, the centre said."
    assert read_on("2021-11-21", text, "04:12").interval == days("2018-05-03")
    assert read_on("2021-11-21", text, "02:12 GMT").interval == days("2018-05-03")
    text = "The quake hit at 04:12 (02:12 GMT), the centre said on 3 May."
    assert read_on("2021-11-21", text, "04:12").interval == days("2021-11-21")
