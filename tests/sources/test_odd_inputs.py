"""What a newcomer hands in: each odd input is read, or refused in one clear line that names it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from onrecord.errors import InputError, NotAnArticle, OnrecordError, SourceError
from onrecord.sources import LIMIT_BYTES, load

STORY = "Bakers in Wend have called off a strike on Friday, “for now”, their union said on Monday."
PAGE = f"<html><head><title>Strike off</title></head><body><h1>Strike off</h1><p>{STORY}</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_saved_pages_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode(encoding))
    assert STORY in load(tmp_path / "a.html").text


def test_a_gzipped_page_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(gzip.compress(PAGE.encode()))
    assert STORY in load(tmp_path / "a").text


def test_a_page_that_is_named_a_text_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    assert load(tmp_path / "a.txt").title == "Strike off"


def test_a_json_object_with_a_text_is_an_article() -> None:
    article = load(json.dumps({"title": "Strike off", "body": STORY, "date": "2023-05-04"}).encode())
    assert article.text == f"Strike off\n\n{STORY}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"{\\rtf1\\ansi Bakers}", "an RTF document"),
        (b"PK\x03\x04....", "an office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(32)) * 40, "binary"),
        (b'{"a": 1}', "JSON without an article's text"),
        (b"[1, 2]", "JSON without an article's text"),
        (b"   \n", "empty"),
        (b"Strike off", "only a headline"),
    ],
)
def test_what_is_no_article_is_refused_with_its_kind(data: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle) as error:
        load(data, name="story.xyz")
    assert reason in str(error.value)
    assert str(error.value).startswith("story.xyz: ")
    assert "\n" not in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("title,text\n")
    (tmp_path / "broken.html.gz").write_bytes(gzip.compress(PAGE.encode() * 9)[:-20])
    (tmp_path / "noise.gz").write_bytes(b"\x1f\x8b and noise")
    cases = {
        "none.html": "no such file",
        ".": "a folder",
        "t.csv": "a table of articles",
        "broken.html.gz": "breaks off",
        "noise.gz": "a damaged gzip file",
    }
    for name, reason in cases.items():
        with pytest.raises(SourceError, match=reason):
            load(tmp_path / name)


def test_a_page_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(SourceError, match="too large: 200 MB"):
        load(huge)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused() -> None:
    with pytest.raises(SourceError, match="too large once unpacked"):
        load(gzip.compress(b"<p>x</p>" * (LIMIT_BYTES // 8 + 1)), name="bomb.html.gz")


def test_a_publication_time_that_is_told(tmp_path: Path) -> None:
    told = load(PAGE.encode(), published="4 May 2023")
    assert str(told.published) == "2023-05-04"
    assert told.published_evidence[0].source == "given"
    with pytest.raises(InputError, match="not a date"):
        load(PAGE.encode(), published="soon")


@pytest.mark.parametrize("cut", range(0, len(PAGE), 7))
def test_a_page_that_breaks_off_anywhere_is_read_or_refused(cut: int) -> None:
    try:
        load(PAGE.encode()[:cut], name="a page")
    except OnrecordError as error:
        assert error.input == "a page"
