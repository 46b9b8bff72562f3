"""What is to come: which events, in which lane and order, under which filters."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.errors import InputError
from onrecord.record import AHEAD, AheadQuery, Record
from onrecord.records import EventStatus, EventType, Interval
from tests.factories import Told, day, tell_events

TODAY = date(2021, 11, 21)


def told(label: str, window: Interval | None = None, **more: object) -> Told:
    paragraph = f"It was told that the {label} would be held."
    return Told(paragraph, label, label=label, window=window, **{"status": "confirmed", **more})  # type: ignore[arg-type]


def window(first: str | None, last: str | None) -> Interval:
    return Interval(*(date.fromisoformat(words) if words else None for words in (first, last)))


@pytest.fixture
def filled(record: Record) -> Record:
    events = (
        told("regatta", window("2021-11-21", "2021-12-31"), type="contest", place="Port of Łódź"),
        told("hearing", day("2021-12-03"), type="hearing", participants=("Ada Marlow",), place="Fenwick"),
        told("visit", window("2021-11-29", "2021-12-03"), status="likely", participants=("Bo Lund", "Ada Marlow")),
        told("fair", day("2021-11-20")),
        told("march", day("2021-11-25"), status="cancelled"),
        told("race", day("2021-11-18"), status="occurred"),
        told("law", window("2022-01-01", None), type="law", confidence=0.4),
        told("count", window("2021-11-03", None), status="postponed"),
        told("deadline", window(None, "2021-12-01")),
        told("summit", None, status="possible", place="Geneva"),
    )
    record.add(tell_events(*events), origin="ahead.html")
    later = (told("ballet", None, status="tentative"), told("strike", None, status="ruled_out"))
    record.add(
        tell_events(*later, url="https://b.example", published="2021-11-22", title="More to come"), origin="b.html"
    )
    return record


def found(record: Record, **filters: object) -> list[str]:
    return [hit.label for hit in record.ahead(AheadQuery(**{"since": TODAY, **filters})).items]  # type: ignore[arg-type]


def test_what_has_a_day_comes_soonest_first_the_certain_day_before_the_wide_window(filled: Record):
    assert found(filled) == ["deadline", "hearing", "visit", "regatta", "law"]


def test_what_has_no_day_stands_in_its_own_lane_last_told_first(filled: Record):
    """With it what may be any day from one that has gone by."""
    assert found(filled, undated=True) == ["ballet", "count", "summit"]


def test_what_is_over_by_the_day_asked_for_is_left_out(filled: Record):
    assert found(filled, since=date(2021, 12, 2)) == ["hearing", "visit", "regatta", "law"]
    assert found(filled, since=date(2022, 1, 2)) == []
    assert "law" in found(filled, since=date(2022, 1, 2), undated=True)


def test_the_day_asked_for_is_today_if_none_is_told(record: Record):
    today = date.today()
    events = (told("meeting", Interval(today, today)), told("party", Interval(*[today - timedelta(days=1)] * 2)))
    record.add(tell_events(*events), origin="today.html")
    assert [hit.label for hit in record.ahead(AheadQuery()).items] == ["meeting"]


def test_until_keeps_what_can_fall_on_or_before_it(filled: Record):
    assert found(filled, until=date(2021, 12, 2)) == ["deadline", "visit", "regatta"]
    assert found(filled, until=date(2021, 12, 2), undated=True) == ["count"]


def test_what_was_called_off_is_told_only_when_asked_for(filled: Record):
    assert found(filled, statuses=(EventStatus.CANCELLED,)) == ["march"]
    assert found(filled, statuses=(EventStatus.RULED_OUT,), undated=True) == ["strike"]
    assert set(AHEAD) == set(EventStatus) - {
        EventStatus.CANCELLED,
        EventStatus.RULED_OUT,
        EventStatus.OCCURRED,
        EventStatus.ONGOING,
    }
    assert found(filled, since=date(2021, 11, 1), statuses=(EventStatus.OCCURRED,)) == ["race"]


def test_filters_on_status_type_and_confidence(filled: Record):
    assert found(filled, statuses=(EventStatus.LIKELY, EventStatus.CANCELLED)) == ["march", "visit"]
    assert found(filled, types=(EventType.CONTEST, EventType.LAW)) == ["regatta", "law"]
    assert found(filled, min_confidence=0.5) == ["deadline", "hearing", "visit", "regatta"]


def test_a_person_is_found_by_a_part_of_the_name_and_by_id(filled: Record):
    assert found(filled, person="marlow") == ["hearing", "visit"]
    assert found(filled, person="Bo") == ["visit"]
    assert found(filled, person="nobody") == []
    (lund,) = filled.ahead(AheadQuery(since=TODAY, person="lund")).items
    assert found(filled, person_id=lund.participants[0].id) == ["visit"]
    assert found(filled, person_id="nobody") == []


def test_a_place_is_found_by_the_beginnings_of_its_words_without_accents(filled: Record):
    assert found(filled, place="fenwick") == ["hearing"]
    assert found(filled, place="lodz") == found(filled, place="LÓDŹ port") == ["regatta"]
    assert found(filled, place="odz") == found(filled, place="%") == found(filled, place="_") == []
    assert found(filled, place="gen", undated=True) == ["summit"]


def test_events_of_one_article(filled: Record):
    assert found(filled, article_id=tell_events(told("x")).article.id, undated=True) == ["count", "summit"]
    assert found(filled, article_id="nothing") == []


def test_pages_and_their_total(filled: Record):
    page = filled.ahead(AheadQuery(since=TODAY, limit=2, offset=1))
    assert ([hit.label for hit in page.items], page.total) == (["hearing", "visit"], 5)
    assert (page.previous_offset, page.next_offset) == (0, 3)


def test_all_of_them_are_those_with_a_day_then_those_without(filled: Record):
    hits = filled.each_ahead(AheadQuery(since=TODAY, limit=1))
    assert [hit.label for hit in hits] == [*found(filled), *found(filled, undated=True)]


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"limit": 0}, "limit 0"),
        ({"offset": -1}, "offset -1"),
        ({"min_confidence": 2.0}, "confidence 2.0"),
        ({"statuses": ()}, "status"),
        ({"since": date(2022, 1, 2), "until": date(2022, 1, 1)}, "ends before"),
    ],
)
def test_what_makes_no_sense_is_told(filters: dict[str, object], words: str):
    with pytest.raises(InputError, match=words):
        AheadQuery(**filters)  # type: ignore[arg-type]


def test_an_event_of_an_article_without_a_date_comes_last_in_its_lane(filled: Record):
    event = replace(told("gala"), status="tentative")
    filled.add(tell_events(event, url="https://c.example", published=None), origin="c.html")
    assert found(filled, undated=True)[-1] == "gala"
