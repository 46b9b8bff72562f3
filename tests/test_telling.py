"""Days, times and statuses as people read them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.records import EventStatus, Interval, Precision
from onrecord.telling import STATUS_MEANS, tell_interval, tell_moment, tell_status, tell_window

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
    ("window", "told"),
    [
        (Interval(LAST, LAST), "on Thu 22 Feb 2024"),
        (Interval(date(2024, 2, 1), date(2024, 2, 29)), "in February 2024"),
        (Interval(date(2024, 1, 1), date(2024, 12, 31)), "in 2024"),
        (Interval(date(2023, 1, 1), date(2024, 12, 31)), "between Sun 1 Jan 2023 and Tue 31 Dec 2024"),
        (Interval(date(9999, 12, 1), date.max), "between Wed 1 Dec 9999 and Fri 31 Dec 9999"),
        (Interval(FIRST, LAST), "between Mon 19 Feb 2024 and Thu 22 Feb 2024"),
        (Interval(FIRST, None), "from Mon 19 Feb 2024 on"),
        (Interval(None, LAST), "by Thu 22 Feb 2024"),
        (Interval(None, None), "no date told"),
        (None, "no date told"),
    ],
)
def test_windows_of_events(window, told):
    assert tell_window(window) == told


def test_every_status_of_an_event_is_told_in_plain_words():
    assert set(STATUS_MEANS) == set(EventStatus)
    assert tell_status(EventStatus.RULED_OUT) == "ruled out"
