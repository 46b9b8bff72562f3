"""Publication times in the forms that newspapers print, and the choice among rivals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.records import Precision
from onrecord.sources.dates import (
    Evidence,
    NoSuchTime,
    Rank,
    choose,
    find_dated_line,
    find_dateline,
    read_moment,
    read_url_date,
)

NOW = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("21 Nov, 2021 15:25", "2021-11-21T15:25:00+00:00"),
        ("2021-11-21T15:25:00.000Z", "2021-11-21T15:25:00+00:00"),
        ("2021-11-21 15:25:10 +0100", "2021-11-21T15:25:10+01:00"),
        ("Nov. 21, 2021 3:25 p.m. ET", "2021-11-21T15:25:00-05:00"),
        ("Published April 26, 2023 2:20pm EDT", "2023-04-26T14:20:00-04:00"),
        ("14:05 GMT, 3 May 2019", "2019-05-03T14:05:00+00:00"),
        ("Sun, 21 Nov 2021 15:25:00 +0200", "2021-11-21T15:25:00+02:00"),
        ("1637508300", "2021-11-21T15:25:00+00:00"),
        ("1637508300000", "2021-11-21T15:25:00+00:00"),
        ("20211121", "2021-11-21"),
        ("Friday, May 3, 2019", "2019-05-03"),
        ("3rd of May 2019", "2019-05-03"),
        ("21/11/2021", "2021-11-21"),
        ("11/21/2021", "2021-11-21"),
        ("04.05.2023", "2023-05-04"),
        ("2021/11/21", "2021-11-21"),
        ("12 noon on Monday", None),
        ("4/5/2021", None),
        ("call 0123 456789", None),
        ("", None),
    ],
)
def test_forms_of_a_time(words: str, expected: str | None) -> None:
    moment = read_moment(words)
    assert (moment.value.isoformat() if moment else None) == expected


def test_the_region_settles_which_number_is_the_day() -> None:
    british, american = read_moment("4/5/2021", day_first=True), read_moment("4/5/2021", day_first=False)
    assert british is not None and british.value == date(2021, 5, 4)
    assert american is not None and american.value == date(2021, 4, 5)


def test_precision_tells_what_was_printed() -> None:
    found = [read_moment(words) for words in ("3 May 2019", "3 May 2019 14:05", "2019-05-03T14:05:06Z")]
    assert [one.precision for one in found if one] == [Precision.DAY, Precision.MINUTE, Precision.SECOND]


@pytest.mark.parametrize("words", ["31 February 2021", "2021-13-01", "2021-11-21T25:10"])
def test_days_that_do_not_exist(words: str) -> None:
    with pytest.raises(NoSuchTime):
        read_moment(words)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://wend.example/2021/11/21/bakers", "2021-11-21"),
        ("https://wend.example/news/2021/nov/21/bakers", "2021-11-21"),
        ("https://wend.example/bakers-2021-11-21/", "2021-11-21"),
        ("https://wend.example/story-20211121-abc.html", "2021-11-21"),
        ("https://wend.example/article-2021", None),
    ],
)
def test_dates_in_addresses(url: str, day: str | None) -> None:
    assert read_url_date(url) == day


def test_the_best_place_wins_and_rivals_are_kept() -> None:
    choice = choose(
        [
            Evidence(Rank.URL, "url", "2024-05-02"),
            Evidence(Rank.META, "meta article:published_time", "2024-05-03T08:00:00Z"),
            Evidence(Rank.JSON_LD, "json-ld datePublished", "2024-05-03T08:00:10Z"),
        ],
        reference=NOW,
    )
    assert choice.moment is not None
    assert choice.moment.value == datetime(2024, 5, 3, 8, 0, 10, tzinfo=UTC)
    assert [one.source for one in choice.evidence] == ["json-ld datePublished", "meta article:published_time", "url"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2024-06-09T08:00:00Z", "in the future"),
        ("2024-02-31", "no such day: 2024-02-31"),
        ("1970-01-01T00:00:00Z", "a placeholder, not a date"),
        ("yesterday", "no date that can be read one way only"),
    ],
)
def test_what_cannot_be_is_rejected_with_the_reason(words: str, reason: str) -> None:
    choice = choose(
        [Evidence(Rank.JSON_LD, "json-ld datePublished", words), Evidence(Rank.URL, "url", "2024-05-02")], reference=NOW
    )
    assert choice.moment is not None
    assert choice.moment.value == date(2024, 5, 2)
    assert choice.evidence[1].rejected == reason


def test_a_bare_day_takes_the_time_from_agreeing_evidence() -> None:
    evidence = [Evidence(Rank.JSON_LD, "a", "2024-05-03"), Evidence(Rank.META, "b", "2024-05-03T08:00:00+02:00")]
    choice = choose(evidence, reference=NOW)
    assert choice.moment is not None
    assert choice.moment.value == datetime.fromisoformat("2024-05-03T08:00:00+02:00")


def test_a_time_in_utc_moves_to_the_clock_that_the_page_prints() -> None:
    evidence = [
        Evidence(Rank.JSON_LD, "a", "2024-05-04T01:06:51Z"),
        Evidence(Rank.DATELINE, "b", "May 3, 2024 9:06 PM"),
    ]
    choice = choose(evidence, reference=NOW)
    assert choice.moment is not None
    assert choice.moment.value == datetime(2024, 5, 3, 21, 6, 51, tzinfo=timezone(-timedelta(hours=4)))
    assert choice.moment.day == date(2024, 5, 3)


def test_another_instant_does_not_move_it() -> None:
    evidence = [Evidence(Rank.JSON_LD, "a", "2024-05-04T01:06:51Z"), Evidence(Rank.META, "b", "2024-05-04T05:06:00Z")]
    choice = choose(evidence, reference=NOW)
    assert choice.moment is not None
    assert choice.moment.value == datetime(2024, 5, 4, 1, 6, 51, tzinfo=UTC)


def test_nothing_told_is_none() -> None:
    assert choose([], reference=NOW).moment is None


def test_datelines() -> None:
    assert find_dateline("WEND, May 4, 2023 (Wend Press) - Bakers have called off a strike.") is not None
    assert find_dateline("WEND, May 4 (Wend Press) - Bakers have called off a strike.") is None
    assert find_dated_line("No. 21, and counting") is None
