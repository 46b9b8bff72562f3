"""`onrecord read`: the view, the data formats, and what it says of inputs that cannot be read."""

import json
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"


def test_the_view_shows_the_head_and_who_said_what(run, page):
    ran = run("read", page())
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert lines[0] == "Ferry to run all winter"
    assert "Skerry Post" in lines[1]
    assert any(line.startswith("Published: Thursday 11 January 2024, 09:30 UTC (from ") for line in lines)
    assert "Statements: 2 by 2 speakers" in lines
    assert " 1. Ewan Flett, islander" in lines
    assert "    “We have listened to the islands,”" in lines
    assert '    direct speech · said on Thu 11 Jan 2024 · cue "said" · confidence 0.90' in lines
    assert any("to/at: the Post" in line for line in lines)


def test_the_view_shows_what_is_ahead_and_what_happened(run, page):
    more = "The boats will leave on 2024-11-01. The pier could close. The council has met on 2024-01-10."
    lines = run("read", page(more=more)).out.splitlines()
    ahead = lines.index("What is ahead: 2 events")
    assert lines[ahead + 2 :] == [
        " 1. boats to leave (launch) · confirmed · on Fri 1 Nov 2024",
        "    The boats will leave on 2024-11-01.",
        '    status "will" · told by the article · with Ewan Flett · place: Skerry · confidence 0.80',
        "",
        " 2. boats to close · possible · no date told",
        "    The pier could close.",
        '    status "could" · according to Ewan Flett · with Ewan Flett · confidence 0.50',
        "",
        "What happened: 1 event",
        "",
        " 1. boats to met (meeting) · occurred · on Wed 10 Jan 2024",
        "    The council has met on 2024-01-10.",
        '    status "has" · told by the article · with Ewan Flett · place: Skerry · confidence 0.80',
    ]


def test_a_page_that_tells_of_no_events_shows_none(run, page):
    assert "What is" not in run("read", page(more="That was all.")).out


def test_piped_text_has_no_colour_and_is_not_wrapped(run, page):
    ran = run("read", page())
    assert "\x1b" not in ran.out
    assert max(len(line) for line in ran.out.splitlines()) > 80


def test_json_is_one_object_whose_spans_are_the_words(run, page):
    ran = run("read", "--format", "json", page())
    reading = json.loads(ran.out)
    text = reading["article"]["text"]
    assert [s["speaker"]["name"] for s in reading["statements"]] == ["Ewan Flett", "Morag Leask"]
    for statement in reading["statements"]:
        for piece in [*statement["content"], statement["cue"], statement["source"]]:
            assert text[piece["start"] : piece["end"]] == piece["text"]


def test_jsonl_is_one_reading_a_line(run, page):
    ran = run("read", "-f", "jsonl", page("a.html", slug="a"), page("b.html", slug="b"))
    urls = [json.loads(line)["article"]["url"] for line in ran.out.splitlines()]
    assert urls == ["https://skerrypost.example/a", "https://skerrypost.example/b"]


def test_json_of_several_articles_is_refused_before_anything_is_printed(run, page):
    ran = run("read", "-f", "json", page("a.html"), page("b.html"))
    assert (ran.code, ran.out) == (2, "")
    assert "--format jsonl" in ran.err


def test_min_confidence_leaves_out_what_is_less_sure(run, page):
    reading = json.loads(run("read", "-f", "json", "--min-confidence", "0.8", page()).out)
    assert [s["confidence"] for s in reading["statements"]] == [0.9]
    assert reading["events"] == []


def test_standard_input_is_read_as_a_page_and_told_where_it_was(run, page):
    bare = page().read_text().replace('<link rel="canonical" href="https://skerrypost.example/ferry">', "")
    ran = run("read", "-f", "json", "--url", "https://skerrypost.example/x", "-", stdin=bare.encode())
    assert json.loads(ran.out)["article"]["url"] == "https://skerrypost.example/x"


def test_an_error_on_standard_input_names_it(run):
    ran = run("read", "-", stdin=b"")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("onrecord: standard input: ")


def test_published_is_believed_over_the_page(run, page):
    ran = run("read", "-f", "json", "--published", "2024-02-01", page())
    assert json.loads(ran.out)["article"]["published"] == "2024-02-01"


@pytest.mark.parametrize("words", ["yesterday", "2024-13-01", "01/02/2024"])
def test_a_published_that_is_no_date_is_wrong_usage(run, page, words):
    ran = run("read", "--published", words, page())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert words in ran.err


def test_url_and_published_are_of_one_page(run, page):
    ran = run("read", "--url", "https://skerrypost.example/x", page("a.html"), page("b.html"))
    assert ran.code == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no-such-page.html", 3),
        ("empty.html", 4),
        ("binary.bin", 4),
        ("index-page.html", 4),
        ("consent-wall.html", 4),
        ("access-denied.html", 4),
        ("russian.html", 4),
    ],
)
def test_what_cannot_be_read_is_one_line_and_a_code(run, name, code):
    ran = run("read", DATA / name)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("onrecord: ")
    assert name in ran.err
    assert ran.err.count("\n") == 1


def test_one_bad_page_among_good_ones_costs_that_page(run, page):
    ran = run("read", DATA / "empty.html", page())
    assert ran.code == 7
    assert "empty.html" in ran.err
    assert "Ewan Flett" in ran.out


def test_a_source_that_is_not_there_does_not_stop_the_others(run, page):
    ran = run("read", "no-such.html", page())
    assert ran.code == 7
    assert "no-such.html" in ran.err
    assert "Ewan Flett" in ran.out


def test_an_empty_folder_is_told(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    ran = run("read", tmp_path / "nothing")
    assert (ran.code, ran.err.count("\n")) == (3, 1)


def test_control_characters_of_a_page_never_reach_the_terminal(run, page):
    path = page(
        more="Then a \x1b[31mred\x1b[0m word, and more of the story for good measure, so that it counts as one."
    )
    path.write_text(path.read_text().replace("listened", "lis\x1b]0;owned\x07tened"))
    ran = run("read", path)
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out
