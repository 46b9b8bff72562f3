"""The pages of what is ahead and of an event, and the calendar to subscribe to."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from onrecord.record import open_record
from onrecord.web import create_app
from tests.factories import Told, day, tell_events

from .invented import COUNCIL, FERRY, ORLOW, REGATTA, UPDATED, harbour, regatta
from .test_pages import Tree, page, rows

RACE, VOTE, SECOND, VISIT, TALKS, TOLL = regatta().events
ARTICLE = f"/articles/{regatta().article.id}"
FROM = "from=2026-03-16"


def links(tree: Tree) -> list[str]:
    return tree.values("a", "href")


def shown(client: TestClient, path: str) -> list[str]:
    """The ids of the events on a page, in its order."""
    return [href.removeprefix("/events/") for href in links(page(client, path)) if href.startswith("/events/")]


def test_what_is_ahead_stands_by_week_and_what_has_no_day_below(client: TestClient) -> None:
    tree = page(client, f"/ahead?{FROM}")
    headings = [words for words in tree.paragraphs if re.search(r"20\d\d|No date", words)]
    assert any("16–22 March 2026" in words for words in headings)
    assert shown(client, f"/ahead?{FROM}") == [one.id for one in (VOTE, TOLL, RACE, SECOND, TALKS)]
    text = client.get(f"/ahead?{FROM}").text
    for words in (
        *("Tuesday 17 March 2026", "from 1 April 2026 on", "within 16 March – 31 December 2026", "no date told"),
        *("Confirmed", "Possible", "Tentative", "91%", "The Estuary Courier"),
    ):
        assert words in text
    assert f'href="/speakers/{COUNCIL.id}"' in text
    assert f'href="{ARTICLE}#e-{VOTE.id}"' in text
    assert "<mark>vote on it</mark>" in text


def test_what_was_called_off_is_shown_on_request_and_says_so(client: TestClient) -> None:
    assert VISIT.id not in shown(client, f"/ahead?{FROM}")
    asked = f"/ahead?{FROM}&called_off=true"
    assert asked in links(page(client, f"/ahead?{FROM}"))
    assert VISIT.id in shown(client, asked)
    assert '<span class="status cancelled">Cancelled</span>' in client.get(asked).text


def test_every_filter_stands_in_the_url_as_a_chip_and_in_the_calendar_address(client: TestClient) -> None:
    path = f"/ahead?{FROM}&to=2026-12-31&status=confirmed&status=likely&type=contest&type=vote&place=brack&min=0.5"
    text = client.get(path).text
    assert shown(client, path) == [RACE.id]
    assert text.count("(take this filter away)") == 8
    for words in ("Status: Confirmed", "Kind: Vote", "Place: brack", "Confidence 50% or more", "To 31 December 2026"):
        assert words in text
    given = "status=confirmed&amp;status=likely&amp;type=contest&amp;type=vote"
    assert f"http://testserver/ahead.ics?{FROM}&amp;to=2026-12-31&amp;{given}" in text
    assert path.replace("&status=likely", "") in links(page(client, path))
    hidden = {(a["name"], a["value"]) for tag, a in page(client, path).tags if a.get("type") == "hidden"}
    assert hidden == {("status", "confirmed"), ("status", "likely"), ("type", "contest"), ("type", "vote")}


def test_filters_on_who_takes_part(client: TestClient) -> None:
    assert shown(client, f"/ahead?{FROM}&person=brackwater") == [VOTE.id, TALKS.id]
    assert shown(client, f"/ahead?{FROM}&person_id={COUNCIL.id}") == [VOTE.id, TALKS.id]
    assert "Takes part: Brackwater council" in client.get(f"/ahead?{FROM}&person_id={COUNCIL.id}").text
    assert "Takes part: Lena Orlow" in client.get(f"/ahead?{FROM}&person_id={ORLOW.id}").text


def test_fields_left_empty_are_taken_out_of_the_url_and_several_values_stay(client: TestClient) -> None:
    answer = client.get("/ahead?status=likely&status=possible&person=&to=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/ahead?status=likely&status=possible")


def test_a_month_is_a_calendar_with_its_neighbours(client: TestClient) -> None:
    tree = page(client, "/ahead?view=month&month=2026-03&called_off=true")
    assert {"table", "caption", "thead"} <= {tag for tag, _ in tree.tags}
    assert "/ahead?called_off=true&view=month&month=2026-02" in links(tree)
    assert "/ahead?called_off=true&view=month&month=2026-04" in links(tree)
    assert "/ahead?called_off=true&from=2026-03-17&to=2026-03-17" in links(tree)
    found = shown(client, "/ahead?view=month&month=2026-03&called_off=true")
    assert found.index(VOTE.id) < found.index(VISIT.id) < found.index(SECOND.id)
    text = client.get("/ahead?view=month&month=2026-03&called_off=true").text
    assert "On one of several days" in text
    assert "Told less closely" in text
    assert RACE.id in shown(client, "/ahead?view=month&month=2026-06")
    assert VOTE.id not in shown(client, "/ahead?view=month&month=2026-06")


def test_a_month_outside_of_the_days_asked_for_is_empty(client: TestClient) -> None:
    assert "0 events" in client.get("/ahead?view=month&month=2026-03&from=2026-06-01").text
    assert rows(client, "/ahead.csv?view=month&month=2026-03&from=2026-06-01") == []
    assert client.get("/ahead.json?view=month&month=2026-03&from=2026-06-01").json()["items"] == []


@pytest.mark.parametrize("month", ["0002-01", "1582-10", "9998-12"])
def test_any_month_that_has_neighbours_can_be_shown(client: TestClient, month: str) -> None:
    page(client, f"/ahead?view=month&month={month}")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("month=2026-13", "give a month as YYYY-MM"),
        ("month=0001-01", "give a month as YYYY-MM"),
        ("month=9999-12", "give a month as YYYY-MM"),
        ("month=2026-03-01", "give a month as YYYY-MM"),
        ("view=year", "view=year"),
        ("status=sure", "status=sure"),
        ("status=likely&status=sure", "status=sure"),
        ("type=party", "type=party"),
        ("from=2026-02-01&to=2026-01-01", "ends before it begins"),
        ("min=2", "min=2"),
    ],
)
def test_what_makes_no_sense_is_told(client: TestClient, query: str, words: str) -> None:
    tree = page(client, f"/ahead?{query}", 400)
    assert words in " ".join(tree.paragraphs)
    if "view" not in query and "month" not in query:
        answer = client.get(f"/ahead.ics?{query}")
        assert (answer.status_code, answer.json()["error"]["kind"]) == (400, "input")


def test_the_undated_lane_has_a_page_of_its_own(client: TestClient) -> None:
    assert shown(client, f"/ahead?{FROM}&view=undated") == [TALKS.id]
    assert shown(client, "/ahead?view=undated&from=2026-05-01") == [TALKS.id, TOLL.id]


def test_the_page_s_twins_hold_both_lanes(client: TestClient) -> None:
    plain = client.get(f"/ahead.json?{FROM}").json()
    assert [hit["id"] for hit in plain["items"]] == [one.id for one in (VOTE, TOLL, RACE, SECOND)]
    assert [hit["id"] for hit in plain["undated"]["items"]] == [TALKS.id]
    assert plain["undated"]["links"]["self"] == f"/ahead.json?{FROM}&view=undated"
    found = rows(client, f"/ahead.csv?{FROM}")
    assert [row["id"] for row in found] == [one.id for one in (VOTE, TOLL, RACE, SECOND, TALKS)]
    month = client.get("/ahead.json?view=month&month=2026-03").json()
    assert month["month"] == "2026-03"
    assert RACE.id not in [hit["id"] for hit in month["items"]]


def test_a_record_of_old_news_says_from_which_day_there_is_something(tmp_path: Path) -> None:
    with open_record(tmp_path / "old.db", create=True) as record:
        record.add(tell_events(Told("A vote is near.", "vote", window=day("2021-12-03"))), origin="a.html")
        record.add(harbour(), origin="b.html")
    with TestClient(create_app(tmp_path / "old.db")) as client:
        text = client.get("/ahead").text
        assert "see what was ahead then" in text
        assert "/ahead?from=2026-03-13" in text
        assert "under these filters" in client.get("/ahead?place=nowhere&from=2021-01-01").text


def test_today_is_where_the_list_begins(tmp_path: Path) -> None:
    today = date.today()
    told = [
        Told(f"The {name} is set.", name, label=name, status="confirmed", window=day(str(today + timedelta(days=n))))
        for name, n in (("parade", -1), ("concert", 0), ("fair", 400))
    ]
    with open_record(tmp_path / "now.db", create=True) as record:
        record.add(tell_events(*told), origin="a.html")
    with TestClient(create_app(tmp_path / "now.db")) as client:
        text = client.get("/ahead").text
        assert "2 events from today" in text
        assert "This week" in text
        assert ("Concert" in text, "Parade" in text) == (True, False)
        assert "Concert" in client.get("/ahead?view=month").text


def test_a_calendar_opens_in_another_program_with_days_as_days(client: TestClient) -> None:
    answer = client.get(f"/ahead.ics?{FROM}&called_off=true")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    entries = {str(entry["UID"]): entry for entry in Calendar.from_ical(answer.text).walk("VEVENT")}
    assert len(entries) == 5
    race = next(entry for entry in entries.values() if entry["SUMMARY"] == "Brackwater regatta")
    assert race.decoded("DTSTART") == date(2026, 6, 6)
    assert race["STATUS"] == "CONFIRMED"
    visit = next(entry for entry in entries.values() if entry["SUMMARY"] == "visit of the ministry")
    assert visit["STATUS"] == "CANCELLED"
    only = Calendar.from_ical(client.get(f"/ahead.ics?{FROM}&type=law").text).walk("VEVENT")
    assert [entry["SUMMARY"] for entry in only] == ["new toll"]


def test_a_calendar_that_did_not_change_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"/ahead.ics?{FROM}")
    again = client.get(f"/ahead.ics?{FROM}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/ahead.ics?persn=x").status_code == 400


def test_an_event_s_page_tells_what_who_where_when_and_on_whose_word(client: TestClient) -> None:
    text = client.get(f"/events/{RACE.id}").text
    for words in (
        *("Brackwater regatta", "Contest", "Saturday 6 June 2026", "Confirmed", "in the words “<bdi>will</bdi>”"),
        *("Brackwater council", "95%", "in 2 places", "Original at estuary-courier.example"),
    ):
        assert words in text
    talks = client.get(f"/events/{TALKS.id}").text
    assert "no date told" in talks
    assert "the article tells it itself" in talks
    assert "Estuary Ferries" in talks


def test_every_mention_is_shown_in_its_sentence_with_a_link_to_the_very_words(client: TestClient) -> None:
    tree = page(client, f"/events/{RACE.id}")
    assert "The regatta will be held on 6 June, the Brackwater council said." in tree.paragraphs
    assert "Brackwater regatta moves to June" in tree.paragraphs
    places = [href for href in links(tree) if f"#e-{RACE.id}" in href]
    assert places == [f"{ARTICLE}#e-{RACE.id}", f"{ARTICLE}#e-{RACE.id}-2"]
    anchors = page(client, ARTICLE).ids
    assert {href.partition("#")[2] for href in places} <= set(anchors)
    said = regatta().statements[0]
    assert f"/statements/{said.id}" in links(tree)


def test_an_event_whose_words_are_gone_shows_the_version_that_had_them(client: TestClient) -> None:
    court = harbour().events[1]
    text = client.get(f"/events/{court.id}").text
    assert "gone from the newer version" in text
    assert f"?version=1#e-{court.id}" in text
    article = client.get(f"/articles/{harbour().article.id}").text
    assert "Words that are gone" in article
    assert "Case of the town in court" in article


def test_events_are_marked_in_their_article_and_listed_beside_it(client: TestClient) -> None:
    tree = page(client, ARTICLE)
    for words in REGATTA.split("\n\n"):
        assert words in tree.paragraphs
    assert {f"e-{one.id}" for one in regatta().events} <= set(tree.ids)
    assert {f"ne-{number}" for number in range(1, 7)} <= set(tree.ids)
    assert {f"/events/{one.id}" for one in regatta().events} <= set(links(tree))
    assert "an event" in " ".join(tree.paragraphs)


def test_an_event_inside_a_statement_keeps_both_marks_and_every_word(client: TestClient) -> None:
    path = f"/articles/{harbour().article.id}"
    tree = page(client, path)
    for words in UPDATED.split("\n\n"):
        assert words in tree.paragraphs
    text = client.get(path).text
    assert re.search(r'<span class="m event" data-s="E1"><span class="m content deep" data-s="2 3">close the', text)


def test_the_least_confidence_holds_for_events_too(client: TestClient) -> None:
    text = client.get(f"{ARTICLE}?min=0.9").text
    assert "2 statements, 2 events shown, 4 less sure hidden" in text
    assert f"e-{SECOND.id}" not in text


@pytest.mark.parametrize("path", ["/", f"/speakers/{ORLOW.id}", "/search", f"/ahead?{FROM}", ARTICLE])
def test_every_list_can_be_kept_to_the_surer_entries(client: TestClient, path: str) -> None:
    assert any("min=0.9" in href for href in links(page(client, path)))
    text = client.get(f"{path}{'&' if '?' in path else '?'}min=0.9").text
    shares = [int(share) for share in re.findall(r"(?:program is\">|· )(\d\d)%", text)]
    assert shares
    assert min(shares) >= 90


def test_who_only_takes_part_in_events_has_a_page_that_leads_to_them(client: TestClient) -> None:
    text = client.get(f"/speakers/{FERRY.id}").text
    assert "0 statements" in text
    assert "1 event ahead with them" in text
    path = f"/ahead?from=1900-01-01&person_id={COUNCIL.id}"
    assert path in links(page(client, f"/speakers/{COUNCIL.id}"))
    assert shown(client, path) == [VOTE.id, TALKS.id]


def test_a_speaker_s_page_leads_to_what_is_ahead_with_them(tmp_path: Path) -> None:
    soon = str(date.today() + timedelta(days=3))
    told = Told("The hearing is set.", "hearing", status="confirmed", window=day(soon), participants=("Ada Marlow",))
    reading = tell_events(told)
    with open_record(tmp_path / "now.db", create=True) as record:
        record.add(reading, origin="a.html")
    (ada,) = reading.speakers
    with TestClient(create_app(tmp_path / "now.db")) as client:
        tree = page(client, f"/speakers/{ada.id}")
        assert f"/ahead?person_id={ada.id}" in links(tree)
        assert len(shown(client, f"/ahead?person_id={ada.id}")) == 1
