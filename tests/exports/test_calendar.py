"""Events as iCalendar, read back by another library than the one that wrote it."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject

from onrecord.exports.calendar import CALENDAR_STATUS, events_ics
from onrecord.record import AheadQuery, EventHit, open_record
from onrecord.records import EventStatus, Interval
from tests.factories import Told, day, tell_events

VOTE = Told(
    "The council will vote, noisily; on 3 December.",
    "vote",
    "will",
    label="vote, on the bridge; Łódź",
    type="vote",
    status="confirmed",
    window=day("2021-12-03"),
    place="Fenwick, North",
    participants=("Ada Marlow", "Bo Lund"),
    according_to="Bo Lund",
)


def hits_of(folder: Path, *events: Told, **article: object) -> list[EventHit]:
    with open_record(folder / "news.db", create=True) as record:
        record.add(tell_events(*events, **article), origin="a")
        return [*record.each_ahead(AheadQuery(since=date(2021, 1, 1), statuses=tuple(EventStatus)))]


def written(hits: list[EventHit]) -> str:
    out = io.StringIO(newline="")
    events_ics(hits, out)
    return out.getvalue()


def entries(text: str):
    return vobject.readOne(text).contents.get("vevent", [])


@pytest.fixture
def hit(tmp_path: Path) -> EventHit:
    (one,) = hits_of(tmp_path, VOTE)
    return one


def test_an_all_day_event_is_a_date_and_ends_before_the_next_day(hit: EventHit):
    text = written([hit])
    assert "DTSTART;VALUE=DATE:20211203\r\n" in text
    assert "DTEND;VALUE=DATE:20211204\r\n" in text
    (entry,) = entries(text)
    assert (entry.dtstart.value, entry.dtend.value) == (date(2021, 12, 3), date(2021, 12, 4))
    assert not isinstance(entry.dtstart.value, datetime)


def test_what_another_library_reads_is_what_the_record_has(hit: EventHit):
    (entry,) = entries(written([hit]))
    assert entry.uid.value == f"{hit.id}@onrecord"
    assert entry.summary.value == "vote, on the bridge; Łódź"
    assert entry.location.value == "Fenwick, North"
    assert entry.categories.value == ["vote"]
    assert entry.url.value == "https://gazette.example/bridge"
    assert entry.dtstamp.value == datetime(2021, 11, 21, 15, 25, tzinfo=UTC)
    assert entry.description.value.splitlines() == [
        "The council will vote, noisily; on 3 December.",
        "",
        "Status: confirmed, will be, is scheduled or due (“will”)",
        "When: on Fri 3 Dec 2021",
        "Who says so: Bo Lund",
        "With: Ada Marlow, Bo Lund",
        "",
        "Harbour bridge to close",
        "Fenwick Gazette, Sunday 21 November 2021, 15:25 UTC",
        "https://gazette.example/bridge",
    ]


@pytest.mark.parametrize("status", EventStatus)
def test_every_status_has_its_value_and_says_what_it_is(hit: EventHit, status: EventStatus):
    text = written([replace(hit, status=status)])
    (entry,) = entries(text)
    assert entry.status.value == CALENDAR_STATUS[status]
    assert f"X-ONRECORD-STATUS:{status}\r\n" in text
    told = {"postponed", "cancelled", "ruled_out", "unlikely"}
    assert bool(entry.contents.get("comment")) == (status in told)


def test_the_table_of_statuses():
    of = {value: {str(s) for s, v in CALENDAR_STATUS.items() if v == value} for value in CALENDAR_STATUS.values()}
    assert of == {
        "CONFIRMED": {"occurred", "ongoing", "confirmed"},
        "TENTATIVE": {"likely", "tentative", "possible", "unlikely", "postponed"},
        "CANCELLED": {"cancelled", "ruled_out"},
    }


@pytest.mark.parametrize(
    ("window", "start", "end", "told"),
    [
        (Interval(date(2021, 11, 21), date(2021, 12, 31)), date(2021, 11, 21), date(2022, 1, 1), "between Sun 21 Nov"),
        (Interval(date(2022, 6, 1), None), date(2022, 6, 1), date(2022, 6, 2), "from Wed 1 Jun 2022 on; no last day"),
        (Interval(None, date(2021, 12, 31)), date(2021, 12, 31), date(2022, 1, 1), "by Fri 31 Dec 2021; no first day"),
    ],
)
def test_a_window_open_on_a_side_stands_on_the_end_that_is_known(hit: EventHit, window, start, end, told):
    (entry,) = entries(written([replace(hit, window=window)]))
    assert (entry.dtstart.value, entry.dtend.value) == (start, end)
    assert f"When: {told}" in entry.description.value


def test_the_last_day_there_is_has_no_day_after(hit: EventHit):
    last = Interval(date.max, date.max)
    assert "DTEND" not in written([replace(hit, window=last)])


def test_events_without_a_day_are_left_out_and_counted(hit: EventHit):
    out = io.StringIO(newline="")
    entered = events_ics([replace(hit, window=None), hit, replace(hit, window=Interval(None, None))], out)
    assert (entered.written, entered.undated) == (1, 2)
    assert len(entries(out.getvalue())) == 1


def test_the_same_events_give_the_same_bytes_with_lines_short_enough(tmp_path: Path, hit: EventHit):
    (tmp_path / "again").mkdir()
    text = written([hit])
    assert written(hits_of(tmp_path / "again", VOTE)) == text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")


def test_an_article_without_a_date_or_an_address_is_stamped_when_it_was_added(tmp_path: Path):
    (one,) = hits_of(tmp_path, VOTE, url=None, published=None)
    (entry,) = entries(written([one]))
    assert entry.dtstamp.value == one.added.astimezone(UTC)
    assert "url" not in entry.contents
    (dated,) = entries(written([replace(one, article=replace(one.article, published=date(2021, 11, 21)))]))
    assert dated.dtstamp.value == datetime(2021, 11, 21, tzinfo=UTC)


def test_words_of_strangers_stay_in_their_property(hit: EventHit):
    """Line breaks and control characters cannot begin a property, an entry or an alarm of their own."""
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\x00\x1b\ud800\u2028"
    article = replace(hit.article, title=evil, url=f"https://a.example/{evil}", publisher=evil)
    bad = replace(hit, label=evil, place=evil, status_words=evil, article=article)
    text = written([bad])
    assert text.count("END:VEVENT\r\n") == 1
    assert "\r\nBEGIN:VALARM" not in text
    (entry,) = entries(text)
    assert "valarm" not in entry.contents
    assert entry.summary.value.startswith("x")
    text.encode("utf-8")


def test_no_events_are_an_empty_calendar():
    calendar = vobject.readOne(written([]))
    assert calendar.prodid.value == "-//onrecord//onrecord//EN"
    assert "vevent" not in calendar.contents
