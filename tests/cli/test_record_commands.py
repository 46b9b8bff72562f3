"""`add`, `search`, `who` and `export`: one record, from an empty folder to a file for other programs."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from onrecord.cli import engine
from onrecord.records import ModelCard
from tests.cli.conftest import fake_read

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def filled(run, page):
    """A record of two articles, four statements."""
    assert run("add", page("a.html", slug="a"), page("b.html", slug="b")).code == 0
    return run


def test_add_makes_the_record_and_reports(run, page):
    ran = run("add", page())
    assert ran.code == 0, ran.err
    assert ran.out == "onrecord.db: added 1, unchanged 0, updated 0, refused 0; 2 new statements, 1 event\n"
    assert ran.err == ""
    assert Path("onrecord.db").exists()


def test_adding_twice_changes_nothing(run, page):
    path = page()
    run("add", path)
    assert "added 0, unchanged 1, updated 0, refused 0" in run("add", path).out


def test_a_changed_page_is_an_update(run, page):
    run("add", page())
    assert "added 0, unchanged 0, updated 1" in run("add", page(more="A correction was made.")).out


def test_a_bad_page_costs_that_page_and_is_reported(run, page):
    ran = run("add", page(), DATA / "empty.html")
    assert ran.code == 7
    assert "added 1, unchanged 0, updated 0, refused 1" in ran.out
    assert "empty.html: empty" in ran.out.splitlines()[2]


def test_a_source_that_is_not_there_is_told_before_anything_is_done(run, page):
    ran = run("add", page(), "no-such.html")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert not Path("onrecord.db").exists()


def test_a_page_in_another_language_is_refused_and_not_an_empty_success(run, page):
    ran = run("add", page(), DATA / "russian.html")
    assert ran.code == 7
    assert "[other-language]" in ran.out


@pytest.mark.parametrize(("name", "code"), [("no-such.html", 3), (DATA / "empty.html", 4)])
def test_if_nothing_can_be_read_the_code_tells_why(run, name, code):
    assert run("add", name).code == code


def test_an_empty_folder_is_told_before_a_record_is_made(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    ran = run("add", tmp_path / "nothing")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert not Path("onrecord.db").exists()


def test_the_report_as_json(run, page):
    report = json.loads(run("add", "--format", "json", page(), DATA / "empty.html").out)
    assert (report["added"], report["statements"]) == (1, 2)
    assert report["refused"][0]["kind"] == "empty"


def test_standard_input_can_be_added(run, page):
    assert "added 1" in run("add", "-", stdin=page().read_bytes()).out


def test_the_record_is_named_by_option_or_environment(run, page, monkeypatch):
    run("add", "-r", "one.db", page())
    monkeypatch.setenv("ONRECORD_RECORD", "two.db")
    run("add", page())
    assert sorted(path.name for path in Path().glob("*.db")) == ["one.db", "two.db"]


def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(run, page, monkeypatch):
    def read(article):
        if article.url and article.url.endswith("/b"):
            raise KeyboardInterrupt
        return fake_read(article)

    pages = page("a.html", slug="a"), page("b.html", slug="b"), page("c.html", slug="c")
    with monkeypatch.context() as patch:
        patch.setattr(engine, "open_engine", lambda: engine.Engine(read, ModelCard("fake", "1")))
        ran = run("add", *pages)
    assert ran.code == 130
    assert "stopped after 1 of 3 inputs" in ran.err
    assert "Run the same command again" in ran.err
    assert "added 2, unchanged 1" in run("add", *pages).out


@pytest.mark.parametrize("command", ["search", "who", "export"])
def test_a_record_that_is_not_there_is_one_line_and_is_not_made(run, command):
    ran = run(command, *(["somebody"] if command == "who" else []))
    assert (ran.code, ran.out, ran.err.count("\n")) == (5, "", 1)
    assert "onrecord.db" in ran.err
    assert not Path("onrecord.db").exists()


def test_a_database_of_another_program_is_left_alone(run, page):
    Path("onrecord.db").write_bytes(b"not a database at all, and longer than a header of one would be" * 9)
    before = Path("onrecord.db").read_bytes()
    ran = run("add", page())
    assert (ran.code, ran.err.count("\n")) == (5, 1)
    assert Path("onrecord.db").read_bytes() == before


def test_search_shows_who_said_it_and_where(filled):
    ran = filled("search", "listened")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Ewan Flett, islander · Thu 11 Jan 2024"
    assert lines[1] == "    “We have listened to the islands,”"
    assert "Skerry Post" in lines[3]
    assert lines[-1] == "1 to 2 of 2 statements"


def test_search_filters(filled):
    def found(*arguments):
        lines = filled("search", "-f", "jsonl", *arguments).out.splitlines()
        return sorted({json.loads(line)["speaker"]["name"] for line in lines})

    assert found() == ["Ewan Flett", "Morag Leask"]
    assert found("--speaker", "leask") == ["Morag Leask"]
    assert found("--publisher", "Skerry Post", "start") == ["Morag Leask"]
    assert found("--from", "2024-01", "--to", "2024-01") == ["Ewan Flett", "Morag Leask"]
    assert found("--from", "2024-01-12") == []
    assert found("--to", "2023") == []
    assert found("--kind", "indirect") == []
    assert found("--min-confidence", "0.8") == ["Ewan Flett"]
    assert found("ferry -start") == ["Ewan Flett"]


def test_search_as_json_is_a_page_with_facets(filled):
    answer = json.loads(filled("search", "-f", "json", "-n", "1").out)
    assert (answer["total"], len(answer["items"])) == (4, 1)
    assert "speaker" in [facet["name"] for facet in answer["facets"]]


def test_nothing_found_is_an_answer(filled):
    ran = filled("search", "submarine")
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing found\n")


@pytest.mark.parametrize(
    "arguments", [("--from", "soon"), ("--from", "2024-02-30"), ("--from", "2024-02", "--to", "2024-01"), ("-n", "0")]
)
def test_filters_that_make_no_sense_are_wrong_usage(filled, arguments):
    ran = filled("search", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_who_shows_a_speaker_and_what_they_said(filled):
    ran = filled("who", "morag", "leask")
    lines = ran.out.splitlines()
    assert lines[0] == "Morag Leask, islander"
    assert "On record: 2 statements in 2 articles, Thu 11 Jan 2024 to Thu 11 Jan 2024" in lines
    assert "Said to or at: the Post (2)" in lines
    assert lines.count("    “It is a start and no more than that,”") == 2


def test_who_by_a_part_of_a_name_or_an_id(filled):
    answer = json.loads(filled("who", "Leask", "-f", "json").out)
    assert answer["found"]["speaker"]["name"] == "Morag Leask"
    assert answer["others"] == []
    by_id = json.loads(filled("who", answer["found"]["speaker"]["id"], "-f", "json").out)
    assert by_id["found"]["speaker"]["name"] == "Morag Leask"


def test_who_lists_speakers_that_share_a_name(run, page):
    path = page()
    path.write_text(path.read_text().replace("Ewan Flett", "Ewan Leask"))
    run("add", path)
    ran = run("who", "Leask")
    assert ran.code == 0
    assert "2 speakers of this name" in ran.err
    assert ["Ewan Leask" in line or "Morag Leask" in line for line in ran.out.splitlines()] == [True, True]


def test_who_nobody(filled):
    ran = filled("who", "Nobody Here")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "nobody of this name on record\n"


def test_export_jsonl_is_a_statement_a_line(filled):
    lines = filled("export").out.splitlines()
    assert sorted(json.loads(line)["cue"] for line in lines) == ["said", "said", "told", "told"]


def test_export_csv_to_a_file(filled):
    ran = filled("export", "--format", "csv", "-o", "out.csv", "--speaker", "Flett")
    assert (ran.code, ran.out, ran.err) == (0, "", "out.csv: 2 statements\n")
    rows = list(csv.DictReader(io.StringIO(Path("out.csv").read_text(encoding="utf-8"), newline="")))
    assert {row["speaker"] for row in rows} == {"Ewan Flett"}


def test_export_readings_are_what_read_prints(filled, page):
    exported = [json.loads(line) for line in filled("export", "--format", "readings").out.splitlines()]
    read = json.loads(filled("read", "-f", "json", page("a.html", slug="a")).out)
    texts = [reading["article"]["text"] for reading in exported if reading["article"]["url"].endswith("/a")]
    assert texts == [read["article"]["text"]]


def test_an_export_that_cannot_be_written_is_one_line_and_leaves_nothing(filled):
    ran = filled("export", "-o", "no-such-folder/out.jsonl")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "no-such-folder/out.jsonl" in ran.err


@pytest.mark.skipif(os.name != "posix", reason="mode bits")
def test_an_exported_file_has_the_usual_mode(filled):
    filled("export", "-o", "out.jsonl")
    Path("touched").touch()
    assert Path("out.jsonl").stat().st_mode == Path("touched").stat().st_mode


def test_serve_tells_that_its_port_is_taken(filled):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = filled("serve", "--port", taken.getsockname()[1])
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_serve_of_no_record_is_one_line(run):
    ran = run("serve", "nothing.db")
    assert ran.code == 5
    assert "nothing.db" in ran.err
