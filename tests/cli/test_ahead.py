"""`onrecord ahead` and `onrecord event`: what is to come, in every form, and one event in its article."""

import csv
import io
import json
from pathlib import Path

import pytest
import vobject

MORE = "The boats will leave on 2024-11-01. The pier could close. The council has met on 2024-01-10."


@pytest.fixture
def added(run, page) -> None:
    assert run("add", page(more=MORE)).code == 0


def test_what_has_a_date_comes_first_and_what_has_none_stands_apart(run, added):
    ran = run("ahead", "--from", "2024-01-11")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "What is ahead as of Thu 11 Jan 2024"
    assert lines[2:6] == [
        "boats to leave (launch) · confirmed · on Fri 1 Nov 2024",
        "    The boats will leave on 2024-11-01.",
        '    status "will" · told by the article · with Ewan Flett · place: Skerry · confidence 0.80',
        "    Skerry Post · “Ferry to run all winter”",
    ]
    assert "1 of 1 event with a date" in lines
    apart = lines.index("No date told, or any day from one that has passed")
    assert lines[apart + 2] == "boats to close · possible · no date told"
    assert "1 of 1 event without a date" in lines


def test_the_record_is_named_first_or_by_its_option(run, page):
    run("add", "--record", "news.db", page(more=MORE))
    shown = run("ahead", "news.db", "--from", "2024")
    assert shown.code == 0
    assert shown.out == run("ahead", "--record", "news.db", "--from", "2024").out
    assert run("ahead").code == 5


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        (["--to", "2024-10"], []),
        (["--to", "2024-11"], ["leave"]),
        (["--status", "possible"], ["close"]),
        (["--status", "occurred"], ["met"]),
        (["--status", "all"], ["met", "leave", "close"]),
        (["--status", "confirmed", "--status", "possible"], ["leave", "close"]),
        (["--type", "launch"], ["leave"]),
        (["--type", "vote"], []),
        (["--person", "flett", "--place", "skerry"], ["leave"]),
        (["--person", "leask"], []),
        (["--min-confidence", "0.6"], ["leave"]),
        (["--limit", "1"], ["leave", "close"]),
        (["--offset", "1", "--limit", "5"], []),
    ],
)
def test_filters(run, added, options, labels):
    ran = run("ahead", "--from", "2024-01", "--format", "jsonl", *options)
    assert [json.loads(line)["label"] for line in ran.out.splitlines()] == [f"boats to {label}" for label in labels]
    assert bool(ran.err) == (not labels)


def test_nothing_ahead_is_an_answer_told_on_standard_error(run, added):
    ran = run("ahead", "--from", "2025", "--place", "Skerry")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing ahead of 2025-01-01" in ran.err


def test_json_has_both_lanes(run, added):
    answer = json.loads(run("ahead", "--from", "2024-01-11", "--format", "json").out)
    assert answer["since"] == "2024-01-11"
    assert [answer[lane]["total"] for lane in ("dated", "undated")] == [1, 1]
    (hit,) = answer["dated"]["items"]
    assert hit["window"] == {"earliest": "2024-11-01", "latest": "2024-11-01"}
    assert hit["article"]["url"] == "https://skerrypost.example/ferry"


def test_csv_is_a_table_with_a_header(run, added):
    rows = list(csv.DictReader(io.StringIO(run("ahead", "--from", "2024", "-f", "csv").out)))
    assert [(row["label"], row["earliest"], row["status"]) for row in rows] == [
        ("boats to leave", "2024-11-01", "confirmed"),
        ("boats to close", "", "possible"),
    ]


def test_a_calendar_is_a_file_another_library_reads(run, added):
    ran = run("ahead", "--from", "2024", "--format", "ics", "--output", "ahead.ics")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == ("1 event without a date left out: a calendar has no place for them\nahead.ics: 1 event\n")
    calendar = vobject.readOne(Path("ahead.ics").read_text(encoding="utf-8"))
    assert calendar.vevent.summary.value == "boats to leave"
    # The runner of commands gives every line end as "\n".
    assert run("ahead", "--from", "2024", "-f", "ics").out == Path("ahead.ics").read_text(encoding="utf-8")
    assert Path("ahead.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--from", "tomorrow"], "tomorrow: not a day, month or year"),
        (["--to", "2024-02-30"], "2024-02-30: not a day, month or year"),
        (["--from", "2024-02", "--to", "2024-01"], "ends before it begins"),
        (["--limit", "0"], "limit 0: out of range"),
        (["--output", "ahead.txt"], "add --format"),
        (["--format", "ics", "--output", "nowhere/ahead.ics"], "cannot be written"),
    ],
)
def test_wrong_usage_is_one_line_that_names_it(run, added, options, words):
    ran = run("ahead", *options)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


def test_an_unknown_status_lists_the_ones_there_are(run, added):
    ran = run("ahead", "--status", "maybe")
    assert ran.code == 2
    assert "ruled_out" in ran.err


def test_an_event_is_shown_with_every_sentence_that_tells_it(run, added):
    (line,) = run("ahead", "--from", "2024", "-f", "jsonl", "--type", "launch").out.splitlines()
    id = json.loads(line)["id"]
    ran = run("event", id)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "boats to leave (launch) · confirmed · on Fri 1 Nov 2024",
        "Status: confirmed: will be, is scheduled or due",
    ]
    assert " 1. The boats will leave on 2024-11-01." in lines
    view = json.loads(run("event", "--format", "json", id).out)
    text = view["article"]["text"]
    (mention,) = view["event"]["mentions"]
    assert text[mention["start"] : mention["end"]] == mention["text"] == "leave"
    assert view["hit"]["id"] == view["event"]["id"] == id


def test_an_unknown_event_is_told(run, added):
    ran = run("event", "nothing")
    assert (ran.code, ran.out) == (2, "")
    assert "no event on record" in ran.err


def test_an_event_whose_words_are_gone_says_so(run, page, added):
    (line,) = run("ahead", "--from", "2024", "-f", "jsonl", "--type", "launch").out.splitlines()
    run("add", page(more="The boats stay."))
    assert "words no longer in the article" in run("event", json.loads(line)["id"]).out
    assert run("ahead", "--from", "2024").out == ""
