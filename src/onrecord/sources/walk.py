"""Paths and addresses to the articles they hold: files, folders, tables, addresses."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.records import Article, digest
from onrecord.sources.loading import TABLE_ENDINGS, load
from onrecord.sources.table import Row, read_table

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
TEXT_ENDINGS = (".txt", ".text", ".md")
# What lies about in folders and is no news.
_PAPERS = re.compile(
    r"(?:readme|licen[cs]e|notice|changelog|contributing|requirements|robots|humans|index)(?:[._-]|$)", re.I
)


@dataclass(frozen=True, slots=True)
class Item:
    """One article to be: its name in reports, and the loading of it, which raises SourceError or NotAnArticle.

    fingerprint: gives words that change when the bytes do, or None where that cannot be told beforehand.
    """

    name: str
    load: Callable[[], Article]
    fingerprint: Callable[[], str | None] = lambda: None


def discover(paths: Sequence[str | Path], *, allow_private: bool = False) -> Iterator[Item]:
    """The articles in files, folders, tables and addresses, in the order given; folders are walked sorted.

    Raises SourceError for a path that is not there, a folder with nothing to read in it, and a table without a column
    of text; inside a folder such a table is one item that fails.
    """
    for path in paths:
        yield from _in_one(path, allow_private=allow_private)


def _in_one(path: str | Path, *, allow_private: bool) -> Iterator[Item]:
    if re.match(r"[a-z][a-z0-9+.-]*://", str(path), re.I):
        yield Item(str(path), partial(load, str(path), allow_private=allow_private))
        return
    place = Path(path)
    if not place.exists():
        raise SourceError(str(path), "no such file or folder", "check the path")
    if not place.is_dir():
        yield from _in_file(place)
        return
    found = False
    for file in _files(place):
        found = True
        yield from _in_folder_file(file)
    if not found:
        hint = "give a folder with .html, .txt or .csv files"
        raise SourceError(str(path), "no page, text or table in this folder", hint)


def _in_file(path: Path) -> Iterator[Item]:
    if _bare(path.name).endswith(TABLE_ENDINGS):
        yield from (Item(row.name, row.load, partial(_row_print, row)) for row in read_table(path))
    else:
        yield Item(str(path), partial(load, path), partial(_file_print, path))


def _in_folder_file(path: Path) -> Iterator[Item]:
    try:
        yield from _in_file(path)
    except SourceError as error:
        yield Item(str(path), partial(_fail, error))


def _fail(error: SourceError) -> Article:
    raise error


def _file_print(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _row_print(row: Row) -> str:
    return digest(*(f"{role}={words}" for role, words in sorted(row.fields.items())), row.problem or "")


def _files(folder: Path) -> Iterator[Path]:
    """The readable files under a folder, sorted. Of one story as a page, a dump and a text, the rawest is read."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        rawest: dict[str, int] = {}
        for name in names:
            rawest[_stem(name)] = min(rawest.get(_stem(name), 9), _rawness(name))
        for name in sorted(names):
            tables = _bare(name).endswith(TABLE_ENDINGS)
            known = tables or _bare(name).endswith(PAGE_ENDINGS + TEXT_ENDINGS)
            if name.startswith(".") or not known or (_PAPERS.match(name) and not _bare(name).endswith(PAGE_ENDINGS)):
                continue
            if tables or _rawness(name) == rawest[_stem(name)]:
                yield Path(place) / name


def _rawness(name: str) -> int:
    bare = _bare(name)
    return 0 if bare.endswith(PAGE_ENDINGS) else 1 if ".dump." in bare else 2 if bare.endswith(TEXT_ENDINGS) else 9


def _bare(name: str) -> str:
    return name.lower().removesuffix(".gz")


def _stem(name: str) -> str:
    return _bare(name).rsplit(".", 1)[0].removesuffix(".dump")
