"""Paths and addresses to the articles they hold: files, folders, tables, addresses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources.loading import load

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
TEXT_ENDINGS = (".txt", ".text", ".md")
TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Item:
    """One article to be: its name in reports, and the loading of it, which raises SourceError or NotAnArticle."""

    name: str
    load: Callable[[], Article]


def discover(paths: Sequence[str | Path], *, allow_private: bool = False) -> Iterator[Item]:
    """The articles in files, folders, tables and addresses, in the order given; folders are walked sorted.

    Raises SourceError for a path that is not there and for a folder with nothing to read in it.
    """
    for path in paths:
        yield from _in_one(path, allow_private=allow_private)


def _in_one(path: str | Path, *, allow_private: bool) -> Iterator[Item]:
    if str(path).startswith(("http://", "https://")):
        yield Item(str(path), lambda: load(str(path), allow_private=allow_private))
        return
    place = Path(path)
    if not place.is_dir():
        yield from _in_file(place)
        return
    found = False
    for file in _files(place):
        found = True
        yield from _in_file(file)
    if not found:
        raise SourceError(
            str(path), "no page, text or table in this folder", "give a folder with .html, .txt or .csv files"
        )


def _in_file(path: Path) -> Iterator[Item]:
    yield Item(str(path), lambda: load(path))


def _files(folder: Path) -> Iterator[Path]:
    """The readable files under a folder, sorted; of a page and a text with one stem, the page."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        pages = {_stem(name) for name in names if _bare(name).endswith(PAGE_ENDINGS)}
        for name in sorted(names):
            bare = _bare(name)
            if name.startswith(".") or not bare.endswith(PAGE_ENDINGS + TEXT_ENDINGS + TABLE_ENDINGS):
                continue
            if bare.endswith(TEXT_ENDINGS) and _stem(name) in pages:
                continue
            yield Path(place) / name


def _bare(name: str) -> str:
    return name.lower().removesuffix(".gz")


def _stem(name: str) -> str:
    return _bare(name).rsplit(".", 1)[0]
