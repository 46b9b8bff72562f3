"""Events as a table and as JSON lines."""

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.exports import EVENT_COLUMNS, events_csv, events_jsonl
from onrecord.record import AheadQuery, EventHit, open_record, to_plain
from tests.factories import Told, day, tell_events

VOTE = Told(
    "The council will vote on 3 December, =SUM(A1) or not.",
    "vote",
    "will",
    label="=vote",
    type="vote",
    status="confirmed",
    window=day("2021-12-03"),
    place="@Fenwick",
    participants=("Ada Marlow", "Bo Lund"),
    according_to="Bo Lund",
)
STRIKE = Told("A strike could follow.", "strike", "could")


@pytest.fixture
def hits(tmp_path: Path) -> list[EventHit]:
    with open_record(tmp_path / "news.db", create=True) as record:
        record.add(tell_events(VOTE, STRIKE), origin="a")
        return [*record.each_ahead(AheadQuery(since=VOTE.window.earliest))]


def test_csv_has_every_event_with_its_article_and_no_formula(hits: list[EventHit]):
    out = io.StringIO(newline="")
    assert events_csv(hits, out) == 2
    vote, strike = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert list(vote) == list(EVENT_COLUMNS)
    assert (vote["label"], vote["place"]) == ("'=vote", "'@Fenwick")
    assert (vote["earliest"], vote["latest"], vote["status"], vote["status_words"]) == (
        "2021-12-03",
        "2021-12-03",
        "confirmed",
        "will",
    )
    assert (vote["participants"], vote["according_to"]) == ("Ada Marlow; Bo Lund", "Bo Lund")
    assert vote["according_to_id"] == vote["participant_ids"].split("; ")[1]
    assert vote["sentence"] == "The council will vote on 3 December, =SUM(A1) or not."
    assert (vote["standing"], vote["version"], vote["publisher"]) == ("current", "1", "Fenwick Gazette")
    assert (strike["earliest"], strike["latest"], strike["place"], strike["according_to"]) == ("", "", "", "")


def test_json_lines_are_what_a_list_shows(hits: list[EventHit]):
    out = io.StringIO()
    assert events_jsonl(hits, out) == 2
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [to_plain(hit) for hit in hits]


def test_no_events_are_a_header_alone():
    out = io.StringIO(newline="")
    assert events_csv([], out) == 0
    assert out.getvalue() == ",".join(EVENT_COLUMNS) + "\r\n"
