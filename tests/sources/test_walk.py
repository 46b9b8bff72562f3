"""Paths to items: folders, tables, what is left aside, what is told before anything is read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources import discover

STORY = "Bakers in Wend have called off a strike on Friday, their union said on Monday."
PAGE = f"<html><body><h1>Strike off</h1><p>{STORY}</p></body></html>"


def names(*paths: Path) -> list[str]:
    """The names of the items, without the folder."""
    return [item.name.rsplit("/", 1)[-1] for item in discover(paths)]


def test_a_folder_is_walked_sorted_and_sidecars_are_left_aside(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in (
        "z.txt",
        "a.html",
        "a.txt",
        "a.meta.json",
        "a.gold.json",
        "b/c.htm",
        ".hidden.html",
        "README.md",
        "x.png",
    ):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "m.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    assert names(tmp_path) == ["a.html", "m.html.gz", "z.txt", "c.htm"]


def test_of_one_story_in_several_forms_the_rawest_is_read(tmp_path: Path) -> None:
    for name in ("a.txt", "a.dump.txt", "b.html.gz", "b.dump.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE)
    assert names(tmp_path) == ["a.dump.txt", "b.html.gz"]


def test_a_table_is_one_item_a_row(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'title,text\nOne,"{STORY}"\nTwo,"{STORY}"\n')
    items = list(discover([tmp_path / "t.csv"]))
    assert [item.load().title for item in items] == ["One", "Two"]
    assert len({item.fingerprint() for item in items}) == 2


def test_a_fingerprint_follows_the_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE)
    (item,) = discover([file])
    before = item.fingerprint()
    assert before == item.fingerprint()
    file.write_text(PAGE + " ")
    assert item.fingerprint() != before


def test_paths_that_cannot_be_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("id,price\n1,2\n")
    (tmp_path / "empty").mkdir()
    for path, reason in (
        ("none.html", "no such file"),
        ("empty", "no page, text or table"),
        ("prices.csv", "no column"),
    ):
        with pytest.raises(SourceError, match=reason) as error:
            list(discover([tmp_path / path]))
        assert path in error.value.input


def test_a_table_without_text_in_a_folder_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("id,price\n1,2\n")
    (tmp_path / "a.html").write_text(PAGE)
    page, table = discover([tmp_path])
    assert page.load().title == "Strike off"
    with pytest.raises(SourceError, match="no column of text"):
        table.load()


def test_an_address_is_one_item_and_not_fetched_yet() -> None:
    (item,) = discover(["https://wend.example/a"])
    assert item.name == "https://wend.example/a"
    assert item.fingerprint() is None
