"""One source to one Article: a path, an address or bytes; what it holds is told from its bytes, not from its name."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from onrecord.errors import InputError, NotAnArticle, SourceError
from onrecord.records import Article, parse_moment
from onrecord.sources.charset import decode
from onrecord.sources.dates import NoSuchTime, read_moment
from onrecord.sources.dump import Told, read_dump
from onrecord.sources.fetch import fetch
from onrecord.sources.html import read_html
from onrecord.sources.table import find_columns, row_to_article

LIMIT_BYTES = 20_000_000
TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|div|p|meta|script|title|table|section|main)\b[^<>]*>", re.I
)
_CONTROLS = bytes([*range(9), *range(14, 27)])
_MAGIC: Mapping[bytes, str] = {
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format": "a database",
    b"\x7fELF": "a program",
    b"RIFF": "a sound or film",
    b"ID3": "a sound",
    b"OggS": "a sound",
    b"BZh": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"\xfd7zXZ": "a packed file",
    b"(\xb5/\xfd": "a packed file",
    b"WARC/": "a web archive",
}


def load(
    source: str | Path | bytes,
    *,
    url: str | None = None,
    published: datetime | date | str | None = None,
    name: str | None = None,
    crawled: datetime | None = None,
    allow_private: bool = False,
) -> Article:
    """The article of a page, a text or a dump.

    source: a path (.html, .txt, each also .gz), an http(s) address, or bytes.
    url: where the page came from. published: a publication time known better than the page tells.
    name: what to call the source in messages. crawled: when the page was fetched; nothing on it is dated later.
    allow_private: fetch from addresses inside private networks too.
    Raises SourceError if it cannot be read, NotAnArticle if it holds no article, InputError for a bad `published`.
    """
    given = _given(published)
    if isinstance(source, bytes):
        return read_bytes(source, name=name or "the bytes given", url=url, given=given, crawled=crawled)
    label = name or str(source)
    if isinstance(source, str) and re.match(r"[a-z][a-z0-9+.-]*://", source, re.I):
        found = fetch(source, limit_bytes=LIMIT_BYTES, allow_private=allow_private)
        return read_bytes(
            found.data,
            name=label,
            url=url or found.url,
            given=given,
            crawled=crawled or found.at,
            charset=found.charset,
        )
    return read_bytes(read_file(Path(source), label), name=label, url=url, given=given, crawled=crawled)


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a file of at most the limit. Raises SourceError: missing, a folder, a table, too large ..."""
    if path.name.lower().removesuffix(".gz").endswith(TABLE_ENDINGS) and path.is_file():
        raise SourceError(name, "a table of articles, not one article", "add it to a record: onrecord add")
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise SourceError(name, "a folder, not a page", "add it to a record: onrecord add")
        if not path.is_file():
            raise SourceError(name, "not a regular file", "give a file, a folder or an address")
        if size > LIMIT_BYTES:
            raise _too_large(name, size)
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(name, "no such file", "check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(name, f"cannot be read: {reason}", "check the file") from error


def _too_large(name: str, size: int) -> SourceError:
    return SourceError(
        name, f"too large: {size / 1e6:.0f} MB, and the limit is {LIMIT_BYTES // 1_000_000} MB", "give a single story"
    )


def read_bytes(
    data: bytes,
    *,
    name: str,
    url: str | None = None,
    given: str | None = None,
    crawled: datetime | None = None,
    charset: str | None = None,
) -> Article:
    """The article in some bytes: a page, a text or a dump, gzipped or not. Raises SourceError, NotAnArticle.

    given: the publication time that the caller knows. charset: what the transport said.
    """
    if data.startswith(b"\x1f\x8b"):
        data = _unzip(data, name)
    if len(data) > LIMIT_BYTES:
        raise _too_large(name, len(data))
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise NotAnArticle(name, "empty", "give a page or a text with a story in it", kind="empty")
    _refuse_binary(data, name)
    text = decode(data, declared=charset)
    crawled = crawled.replace(tzinfo=UTC) if crawled and crawled.tzinfo is None else crawled
    if text.lstrip("\ufeff \r\n\t")[:1] in ("{", "["):
        fields = _json_row(text, name)
        if fields is not None:
            fields = {"url": url or "", **fields, **({"published": given} if given else {})}
            return row_to_article(fields, name=name, crawled=crawled)
    if is_html(text):
        return read_html(text, name=name, url=url, given=given, crawled=crawled)
    return read_dump(text, name=name, told=Told(url=url, published=given, crawled=crawled))


def is_html(text: str) -> bool:
    """Whether a text is a page: it begins with markup, or is full of it."""
    start = text.lstrip("\ufeff \r\n\t")[:300].lower()
    if start.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body", "<!--")):
        return True
    return len(_HTML.findall(text[:20_000])) >= 2


def _refuse_binary(data: bytes, name: str) -> None:
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    controls = 0 if wide else len(data[:4000]) - len(data[:4000].translate(None, _CONTROLS))
    if kind is None and controls > 0.01 * min(len(data), 4000):
        kind = "binary"
    if kind is not None:
        raise NotAnArticle(name, f"{kind}, not a page or a text", "save it as HTML or plain text", kind="binary")


def _json_row(text: str, name: str) -> dict[str, str] | None:
    """The columns of a JSON object that holds an article's text; None if the text is no JSON at all."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        roles = find_columns(list(value))
        fields = {role: str(value[column]) for column, role in roles.items() if isinstance(value[column], str)}
        if fields.get("text"):
            return fields
    hint = "a table of articles is .csv, .tsv or .jsonl, with a column of text"
    raise NotAnArticle(name, "JSON without an article's text", hint, kind="not-an-article")


def _given(published: datetime | date | str | None) -> str | None:
    if published is None:
        return None
    if not isinstance(published, str):
        return published.isoformat()
    try:
        return parse_moment(published.strip()).isoformat()
    except ValueError:
        pass
    try:
        moment = read_moment(published)
    except NoSuchTime as error:
        raise InputError(published, str(error), "write it as 2021-11-21 or 2021-11-21T15:25") from None
    if moment is None:
        raise InputError(published, "not a date", "write it as 2021-11-21 or 2021-11-21T15:25")
    return moment.value.isoformat()


def _unzip(data: bytes, name: str) -> bytes:
    """Unpack no more than the limit, so that a small file cannot fill the memory."""
    try:
        unpacker = zlib.decompressobj(wbits=31)
        text = unpacker.decompress(data, LIMIT_BYTES + 1)
    except zlib.error as error:
        raise SourceError(name, "a damaged gzip file", "fetch or save it again") from error
    if len(text) > LIMIT_BYTES:
        limit = f"the limit is {LIMIT_BYTES // 1_000_000} MB"
        raise SourceError(name, f"too large once unpacked: {limit}", "give a single story")
    if not unpacker.eof and not unpacker.unconsumed_tail:
        raise SourceError(name, "a gzip file that breaks off", "fetch or save it again")
    return text
