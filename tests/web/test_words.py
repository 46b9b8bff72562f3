"""How days, shares and addresses read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.records import Interval
from onrecord.web import words


def test_days_and_moments_read_as_in_print() -> None:
    assert words.day(date(2021, 11, 1)) == "1 November 2021"
    assert words.day(None) == "no date"
    assert words.moment(datetime(2021, 11, 21, 15, 5, tzinfo=UTC)) == "21 November 2021, 15:05 UTC"
    eastern = timezone(timedelta(hours=-5))
    assert words.moment(datetime(2021, 11, 21, 15, 5, tzinfo=eastern)) == "21 November 2021, 15:05 UTC-05:00"
    assert words.moment(date(2021, 11, 21)) == "21 November 2021"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2021, 11, 18), date(2021, 11, 18), "18 November 2021"),
        (date(2021, 11, 15), date(2021, 11, 18), "15–18 November 2021"),
        (date(2021, 10, 30), date(2021, 11, 2), "30 October – 2 November 2021"),
        (date(2021, 12, 30), date(2022, 1, 2), "30 December 2021 – 2 January 2022"),
        (None, date(2021, 11, 18), "until 18 November 2021"),
        (date(2021, 11, 18), None, "from 18 November 2021"),
        (None, None, ""),
    ],
)
def test_an_interval_says_each_thing_once(first: date | None, last: date | None, shown: str) -> None:
    assert words.interval(Interval(first, last)) == shown


def test_months_have_names_and_ends() -> None:
    assert words.month("2024-02") == "February 2024"
    assert words.month("some day") == "some day"
    assert words.month_ends("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert words.month_ends("2024-13") is None


def test_a_share_is_never_shown_surer_than_it_is() -> None:
    assert [words.percent(share) for share in (0.0, 0.5, 0.29, 0.999, 1.0)] == ["0%", "50%", "29%", "99%", "100%"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/search",
        "https://",
        "http://[",
        "ftp://paper.example/a",
        "https://paper.example/a b",
        "",
        None,
    ],
)
def test_only_absolute_web_addresses_become_links(url: str | None) -> None:
    assert words.web_address(url) is None


def test_a_web_address_stays_as_it_is() -> None:
    assert words.web_address("https://www.paper.example/a?b=c#d") == "https://www.paper.example/a?b=c#d"
    assert words.site("https://www.paper.example/a") == "paper.example"
