"""Tables of articles: csv, tsv and JSON Lines, gzipped or not, one article a row.

Columns are known by their usual names. A table without a column of text is refused whole; a bad row costs that row.
Rows are read one by one: a table may be larger than the memory.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from onrecord.errors import NotAnArticle, SourceError
from onrecord.records import Article
from onrecord.sources.bylines import split_names
from onrecord.sources.charset import sniff_encoding
from onrecord.sources.dump import Told, read_dump
from onrecord.sources.html import read_html
from onrecord.sources.metadata import host_name

NAMES = {
    "text": "text body content articlebody articletext fulltext maintext plaintext story article contents textbody "
    "cleantext html rawhtml contenthtml bodyhtml",
    "title": "title headline heading header head articletitle name titel",
    "url": "url link uri href address articleurl permalink canonicalurl sourceurl pageurl",
    "published": "published date pubdate publisheddate publicationdate publishdate datepublished datetime publishedat "
    "pubtime publishedtime publicationtime time timestamp dateofpublication articledate created createdat",
    "authors": "authors author byline writer journalist by creator",
    "publisher": "publisher source outlet newspaper publication sitename site medium paper sourcename domain website "
    "feed",
    "lead": "lead description summary standfirst subtitle abstract deck dek snippet excerpt",
}  # fmt: skip
COLUMNS = {name: role for role, names in NAMES.items() for name in names.split()}
_PATIENCE = 50
_HTML = re.compile(r"<(?:p|div|br|html|body|article|span|h\d)\b[^>]*>", re.I)
_MARKS = re.compile(r"[^a-z]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: where it stands, and its columns by the names above; or why it cannot be read."""

    name: str
    fields: Mapping[str, str]
    problem: str | None = None

    def load(self) -> Article:
        """The row's article. Raises SourceError for a broken row, NotAnArticle for one without running text."""
        if self.problem:
            raise SourceError(self.name, self.problem, "mend the row, or leave it out")
        text = self.fields.get("text", "")
        if not text.strip():
            raise NotAnArticle(self.name, "no text in this row", "fill the text column", kind="empty")
        return row_to_article(self.fields, name=self.name)


def row_to_article(fields: Mapping[str, str], *, name: str, crawled: datetime | None = None) -> Article:
    """The article of a row's columns; its text may be plain or HTML. Raises NotAnArticle."""
    text = fields["text"]
    url = fields.get("url") or None
    if url and host_name(url) is None:
        url = None
    if len(_HTML.findall(text[:5000])) > 1:
        return read_html(
            text, name=name, url=url, given=fields.get("published"), title=fields.get("title"), crawled=crawled
        )
    told = Told(
        title=fields.get("title") or None,
        lead=fields.get("lead") or None,
        url=url,
        publisher=fields.get("publisher") or host_name(url),
        authors=tuple(split_names(fields.get("authors", ""))),
        published=fields.get("published") or None,
        published_source="table",
        crawled=crawled,
    )
    return read_dump(text, name=name, told=told)


def read_table(path: Path) -> Iterator[Row]:
    """The rows of a table, in order. Raises SourceError if it cannot be read or has no column of text."""
    bare = path.name.lower().removesuffix(".gz")
    try:
        with _open(path) as stream:
            if bare.endswith((".jsonl", ".ndjson")):
                yield from _json_rows(stream, str(path))
            else:
                yield from _csv_rows(stream, str(path), "\t" if bare.endswith(".tsv") else None)
    except FileNotFoundError:
        raise SourceError(str(path), "no such file", "check the path") from None
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(str(path), f"cannot be read: {error}", "check the file") from error


def _open(path: Path) -> TextIO:
    with path.open("rb") as raw:
        opener = gzip.open if raw.read(2) == b"\x1f\x8b" else open
    with opener(path, "rb") as sample:
        encoding = sniff_encoding(sample.read(1 << 16))
    stream = opener(path, "rb")
    return io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")


def _csv_rows(stream: TextIO, name: str, delimiter: str | None) -> Iterator[Row]:
    csv.field_size_limit(min(sys.maxsize, 1 << 30))
    rows = csv.reader(_without_nul(stream), delimiter=delimiter or _delimiter(stream))
    header = next(rows, None)
    if not header:
        raise SourceError(name, "an empty table", "give a table with a header row and a text column")
    roles = find_columns(header)
    if "text" not in roles.values():
        raise SourceError(
            name, f"no column of text among: {', '.join(header)[:200]}", "name the column that holds the article text"
        )
    number = 1
    while True:
        number += 1
        label = f"{name}, row {number}"
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Row(label, {}, f"broken row: {error}")
            continue
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            yield Row(label, {}, f"{len(cells)} cells where the header has {len(header)}")
            continue
        yield Row(label, _fields({header[i]: cell for i, cell in enumerate(cells)}, roles))


def _without_nul(stream: TextIO) -> Iterator[str]:
    return (line.replace("\0", "") for line in stream)


def _delimiter(stream: TextIO) -> str:
    """What parts the cells of the header: the mark that it holds most of."""
    start = stream.readline()
    stream.seek(0)
    return max(",;\t|", key=start.count)


def _json_rows(stream: TextIO, name: str) -> Iterator[Row]:
    known = False
    seen: set[str] = set()
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        label = f"{name}, row {number}"
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            yield Row(label, {}, "not a line of JSON")
            continue
        if not isinstance(value, dict):
            yield Row(label, {}, "not an object of named fields")
            continue
        roles = find_columns(list(value))
        known = known or "text" in roles.values()
        if number > _PATIENCE and not known:
            break
        seen.update(value)
        yield Row(label, _fields(value, roles))
    if not known:
        shown = ", ".join(sorted(seen))[:200] or "nothing"
        raise SourceError(name, f"no field of text among: {shown}", "name the field that holds the article text")


def find_columns(header: list[str]) -> dict[str, str]:
    """Column to role ("text", "title" ...), each role once: the best-known name wins, then the first column."""
    order = {name: place for names in NAMES.values() for place, name in enumerate(names.split())}
    found: dict[str, str] = {}
    for column in sorted(header, key=lambda one: order.get(_plain(one), 99)):
        role = COLUMNS.get(_plain(column))
        if role and role not in found.values():
            found[column] = role
    return found


def _plain(column: str) -> str:
    return _MARKS.sub("", column.lower().replace("\ufeff", ""))


def _fields(row: Mapping[str, Any], roles: Mapping[str, str]) -> dict[str, str]:
    return {role: words for column, role in roles.items() if (words := _words(row.get(column), role))}


def _words(value: Any, role: str) -> str:
    """A cell as words: lists of paragraphs and of names are joined, objects give their name."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return ("\n\n" if role == "text" else "; ").join(filter(None, (_words(one, role) for one in value)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("text"), role)
    words = str(value).strip()
    return "" if words.lower() in ("nan", "none", "null", "n/a") else words
