"""Tables of articles: columns by their usual names, rows that cost only themselves."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.errors import NotAnArticle, SourceError
from onrecord.sources.table import find_columns, read_table

STORY = "Bakers in Wend have called off a strike on Friday, their union said."
TEXT = f"Thursday, May 4, 2023\n\n\n{STORY}\n\n\n“It is over,” said Lin Marsh."


def test_a_csv_table(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text(f'url,date,title,text,author\nhttps://wend.example/a,2023-05-04,Strike off,"{TEXT}",Ada Brook\n')
    (row,) = read_table(path)
    article = row.load()
    assert row.name == f"{path}, row 2"
    assert article.text == (f"Strike off\n\n{STORY}\n\n“It is over,” said Lin Marsh.")
    assert (article.url, article.publisher) == ("https://wend.example/a", "wend.example")
    assert (article.published, article.authors) == (date(2023, 5, 4), ("Ada Brook",))
    assert article.dropped == ("Thursday, May 4, 2023",)


def test_semicolons_a_byte_order_mark_and_other_names(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(f'\ufeffHeadline;Body;Pub Date\nStrike off;"{TEXT}";04.05.2023\n'.encode())
    article = next(read_table(path)).load()
    assert (article.title, article.published) == ("Strike off", date(2023, 5, 4))


def test_json_lines_gzipped(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    row = {
        "headline": "Strike off",
        "content": TEXT,
        "date": "2023-05-04T08:15:00Z",
        "authors": ["Ada Brook", "Tom Reed"],
    }
    path.write_bytes(gzip.compress("\n".join([json.dumps(row), "not json", "[1]", ""]).encode()))
    rows = list(read_table(path))
    article = rows[0].load()
    assert article.published == datetime(2023, 5, 4, 8, 15, tzinfo=UTC)
    assert article.authors == ("Ada Brook", "Tom Reed")
    for bad in rows[1:]:
        with pytest.raises(SourceError):
            bad.load()


def test_a_bad_row_costs_that_row(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    path.write_text(
        "title\ttext\nshort\nEmpty\t\nStrike off\tBakers in Wend have called off a strike on Friday, it said.\n"
    )
    short, empty, good = read_table(path)
    with pytest.raises(SourceError, match="row 2: 1 cells where the header has 2"):
        short.load()
    with pytest.raises(NotAnArticle, match="row 3: no text in this row"):
        empty.load()
    assert good.load().title == "Strike off"


@pytest.mark.parametrize(("name", "content"), [("a.csv", "id,price\n1,2\n"), ("a.jsonl", '{"id": 1}\n'), ("b.csv", "")])
def test_a_table_without_text_is_one_clear_error(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(SourceError) as error:
        list(read_table(tmp_path / name))
    assert name in str(error.value)


def test_html_in_a_cell_is_read_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    story = f"<p>{STORY}</p><p>“It is over,” said Lin Marsh to the paper on Monday.</p>"
    path.write_text(f'title,html\nStrike off,"{story}"\n')
    article = next(read_table(path)).load()
    assert "<p>" not in article.text
    assert article.text.startswith("Strike off\n\nBakers in Wend")


def test_the_best_known_name_wins_a_role() -> None:
    assert find_columns(["content", "text", "source", "publisher", "link"]) == {
        "text": "text",
        "publisher": "publisher",
        "link": "url",
    }
