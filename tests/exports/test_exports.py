"""Exports hold what a search finds, as of one moment, and are safe to open."""

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.exports import STATEMENT_COLUMNS, readings_jsonl, safe_cell, statements_csv, statements_jsonl
from onrecord.plain import reading_from_plain
from onrecord.record import Query, Record, open_record, to_plain
from tests.factories import Said, make_reading


@pytest.fixture
def record(tmp_path: Path):
    with open_record(tmp_path / "news.db", create=True) as opened:
        opened.add(
            make_reading(
                Said("the bridge, and the ferry, will close"),
                Said('=HYPERLINK("https://evil.example")', source="Élodie Brandt"),
                published="2021-11-21",
            ),
            origin="a",
        )
        opened.add(make_reading(Said("ferries run"), url="https://b.example", published="2021-11-22"), origin="b")
        opened.add(make_reading(url="https://c.example", published="2021-11-23", title="Quiet day"), origin="c")
        yield opened


def rows(record: Record, query: Query | None = None) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    number = statements_csv(record, out, query)
    found = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert number == len(found)
    return found


def test_csv_has_every_statement_with_its_article(record: Record):
    first, second, third = rows(record)
    assert list(first) == list(STATEMENT_COLUMNS)
    assert first["content"] == "ferries run"
    assert (second["content"], second["speaker"], second["speaker_type"]) == (
        "the bridge, and the ferry, will close",
        "Ada Marlow",
        "person",
    )
    assert (second["published"], second["publisher"], second["status"]) == ("2021-11-21", "Fenwick Gazette", "current")
    assert third["speaker"] == "Élodie Brandt"


def test_csv_cells_are_never_formulas(record: Record):
    assert rows(record, Query(speaker="brandt"))[0]["content"] == '\'=HYPERLINK("https://evil.example")'
    for words in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "＝1", "|calc"):
        assert safe_cell(words) == f"'{words}"
    for words in ("plain", "“=1”", "a=b", "é", "3 - 2"):
        assert safe_cell(words) == words
    assert [safe_cell(value) for value in (None, 0.9, -3)] == ["", "0.9", "-3"]


def test_exports_take_the_filters_of_a_search_and_not_its_pages(record: Record):
    assert [row["content"] for row in rows(record, Query(words="ferry OR ferries", limit=1))] == [
        "ferries run",
        "the bridge, and the ferry, will close",
    ]


def test_statements_as_json_lines_are_what_a_search_shows(record: Record):
    out = io.StringIO()
    assert statements_jsonl(record, out, Query(words="run")) == 1
    assert json.loads(out.getvalue()) == to_plain(record.search(Query(words="run")).items[0])


def test_readings_as_json_lines_come_back_whole(record: Record):
    out = io.StringIO()
    assert readings_jsonl(record, out) == 3
    read = [reading_from_plain(json.loads(line)) for line in out.getvalue().splitlines()]
    assert [one.article.title for one in read] == ["Quiet day", "Harbour bridge to close", "Harbour bridge to close"]
    assert all(one == record.article(one.article.id) for one in read)


def test_readings_under_a_query_are_of_articles_with_such_a_statement(record: Record):
    out = io.StringIO()
    assert readings_jsonl(record, out, Query(words="bridge", speaker="Brandt")) == 1
    assert json.loads(out.getvalue())["article"]["published"] == "2021-11-21"


def test_an_empty_record_exports_a_header_alone(tmp_path: Path):
    with open_record(tmp_path / "empty.db", create=True) as record:
        assert rows(record) == []
        assert statements_jsonl(record, io.StringIO()) == readings_jsonl(record, io.StringIO()) == 0
