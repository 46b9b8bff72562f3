"""Days and times as people read them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.cli.days import tell_interval, tell_moment
from onrecord.cli.options import parse_day
from onrecord.errors import InputError
from onrecord.records import Interval, Precision

FIRST, LAST = date(2024, 2, 19), date(2024, 2, 22)


def test_a_day_is_never_a_midnight():
    assert tell_moment(LAST) == "Thursday 22 February 2024"
    assert tell_moment(datetime(2024, 2, 22, tzinfo=UTC), Precision.DAY) == "Thursday 22 February 2024"


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (UTC, "UTC"),
        (timezone(timedelta(hours=8)), "UTC+08:00"),
        (timezone(timedelta(hours=-4)), "UTC-04:00"),
        (timezone(timedelta(hours=5, minutes=45)), "UTC+05:45"),
    ],
)
def test_a_time_has_its_zone(zone, told):
    assert tell_moment(datetime(2024, 2, 22, 18, 14, tzinfo=zone)) == f"Thursday 22 February 2024, 18:14 {told}"


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (Interval(LAST, LAST), "on Thu 22 Feb 2024"),
        (Interval(FIRST, LAST), "from Mon 19 Feb 2024 to Thu 22 Feb 2024"),
        (Interval(FIRST, None), "since Mon 19 Feb 2024"),
        (Interval(None, LAST), "by Thu 22 Feb 2024"),
        (Interval(None, None), ""),
    ],
)
def test_intervals(interval, told):
    assert tell_interval(interval) == told


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-02-22", date(2024, 2, 22), date(2024, 2, 22)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_months_and_years_are_whole(words, first, last):
    assert (parse_day(words), parse_day(words, last=True)) == (first, last)


@pytest.mark.parametrize("words", ["", "2024-2", "2024-13", "2024-02-30", "0000", "22.2.2024", "２０２４"])
def test_what_is_no_day_is_told(words):
    with pytest.raises(InputError):
        parse_day(words)
