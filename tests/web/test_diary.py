"""Events laid out by week and as a month."""

from __future__ import annotations

from datetime import UTC, date, datetime

from onrecord.record import ArticleRef, EventHit, Status
from onrecord.records import EventStatus, EventType, Interval
from onrecord.web.diary import IN_A_DAY, lay_out, listed_on, monday, weeks

TODAY = date(2026, 3, 18)
ARTICLE = ArticleRef("a", "A title", None, None, None, None, "en")


def hit(label: str, first: str | None, last: str | None = None) -> EventHit:
    """An event on a day, or on some day from the first to the last; "" is an open end."""
    window = None
    if first is not None:
        ends = (first, first if last is None else last)
        window = Interval(*(date.fromisoformat(end) if end else None for end in ends))
    return EventHit(
        id=label,
        label=label,
        type=EventType.OTHER,
        status=EventStatus.LIKELY,
        status_words=None,
        window=window,
        place=None,
        participants=(),
        according_to=None,
        confidence=0.5,
        words="w",
        sentence=(),
        mentions=1,
        standing=Status.CURRENT,
        version=1,
        added=datetime(2026, 3, 1, tzinfo=UTC),
        article=ARTICLE,
    )


def test_an_event_is_listed_by_the_last_day_that_is_told() -> None:
    assert listed_on(hit("a", "2026-03-20")) == date(2026, 3, 20)
    assert listed_on(hit("a", "2026-03-20", "2026-04-01")) == date(2026, 4, 1)
    assert listed_on(hit("a", "2026-03-20", "")) == date(2026, 3, 20)
    assert listed_on(hit("a", "", "2026-03-20")) == date(2026, 3, 20)
    assert listed_on(hit("a", None)) is None


def test_weeks_run_from_monday_to_sunday_and_those_near_have_names() -> None:
    dated = [
        hit(words, words)
        for words in ("2026-03-16", "2026-03-22", "2026-03-23", "2026-04-01", "2026-12-31", "2027-01-03")
    ]
    found = weeks([*dated, hit("none", None)], TODAY)
    assert [(week.title, [one.label for one in week.events]) for week in found] == [
        ("This week", ["2026-03-16", "2026-03-22"]),
        ("Next week", ["2026-03-23"]),
        ("30 March – 5 April 2026", ["2026-04-01"]),
        ("28 December 2026 – 3 January 2027", ["2026-12-31", "2027-01-03"]),
    ]
    assert found[0].days == Interval(date(2026, 3, 16), date(2026, 3, 22))


def test_the_end_of_all_days_has_a_week_too() -> None:
    assert weeks([hit("last", "9999-12-31")], TODAY)[0].events[0].label == "last"
    assert monday(date.max) <= date.max


def test_a_month_is_whole_weeks_with_each_day_in_its_place() -> None:
    month = lay_out([hit("vote", "2026-03-17"), hit("race", "2026-03-17")], date(2026, 3, 1), TODAY)
    assert [len(row.days) for row in month.rows] == [7] * 6
    cells = {cell.day: cell for row in month.rows for cell in row.days}
    assert [one.label for one in cells[date(2026, 3, 17)].some.events] == ["vote", "race"]
    assert [day for day, cell in cells.items() if cell.today] == [TODAY]
    assert not cells[date(2026, 2, 28)].inside
    assert all(cell.day.weekday() == n for row in month.rows for n, cell in enumerate(row.days))


def test_what_may_fall_on_several_days_stands_in_no_single_day_of_a_month() -> None:
    several = [
        hit("visit", "2026-03-23", "2026-03-27"),
        hit("over the end", "2026-03-29", "2026-04-02"),
        hit("wide", "2026-03-16", "2026-12-31"),
        hit("from then on", "2026-03-01", ""),
        hit("by then", "", "2026-03-30"),
    ]
    month = lay_out(several, date(2026, 3, 1), TODAY)
    assert not any(cell.some.events for row in month.rows for cell in row.days)
    within = {row.days[0].day: [one.label for one in row.within.events] for row in month.rows if row.within.events}
    assert within == {date(2026, 3, 23): ["visit"], date(2026, 3, 30): ["over the end"]}
    assert [one.label for one in month.wide.events] == ["wide", "from then on", "by then"]


def test_a_crowded_day_shows_some_and_counts_the_rest() -> None:
    crowd = [hit(str(number), "2026-03-17") for number in range(IN_A_DAY + 3)]
    month = lay_out(crowd, date(2026, 3, 1), TODAY)
    (cell,) = [cell for row in month.rows for cell in row.days if cell.some.events]
    assert ([one.label for one in cell.some.events], cell.some.more) == (["0", "1", "2", "3"], 3)
