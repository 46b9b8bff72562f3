"""One source to one Article: a path, an address or bytes; what it holds is told from its bytes, not from its name."""

from __future__ import annotations

import re
import zlib
from datetime import UTC, date, datetime
from pathlib import Path

from onrecord.errors import InputError, NotAnArticle, SourceError
from onrecord.records import Article, parse_moment
from onrecord.sources.charset import decode
from onrecord.sources.dump import Told, read_dump
from onrecord.sources.html import read_html

LIMIT_BYTES = 20_000_000
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|meta|script|title)\b", re.I)
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"SQLite format", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"RIFF", b"ID3", b"OggS", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ")  # fmt: skip


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
    name: what to call the source in messages. crawled: when the page was fetched, "now" if not told.
    allow_private: fetch from addresses inside private networks too.
    Raises SourceError if it cannot be read, NotAnArticle if it holds no article, InputError for a bad `published`.
    """
    if isinstance(source, bytes):
        return read_bytes(source, name=name or "the text given", url=url, published=published, crawled=crawled)
    path = Path(source)
    label = name or str(source)
    return read_bytes(_read(path, label), name=label, url=url, published=published, crawled=crawled)


def _read(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise SourceError(name, f"too large: {size / 1e6:.0f} MB", f"the limit is {LIMIT_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(name, "no such file", "check the path") from None
    except IsADirectoryError:
        raise SourceError(name, "is a folder", "give a file, or use add for folders") from None
    except OSError as error:
        raise SourceError(name, f"cannot be read: {error.strerror or error}", "check the file") from error


def read_bytes(
    data: bytes,
    *,
    name: str,
    url: str | None = None,
    published: datetime | date | str | None = None,
    crawled: datetime | None = None,
) -> Article:
    """The article in some bytes: a page, a text or a dump, gzipped or not. Raises as `load` does."""
    given = _given(published, name)
    if data.startswith(b"\x1f\x8b"):
        data = _unzip(data, name)
    if len(data) > LIMIT_BYTES:
        raise SourceError(name, f"too large: {len(data) / 1e6:.0f} MB", f"the limit is {LIMIT_BYTES // 1_000_000} MB")
    if not data.strip():
        raise NotAnArticle(name, "empty", "give a page or a text with a story in it", kind="empty")
    if data.startswith(_MAGIC) or (
        b"\0" in data[:2000].replace(b"\xff\xfe", b"") and data[:2] not in (b"\xff\xfe", b"\xfe\xff")
    ):
        raise NotAnArticle(name, "binary, not a page or a text", "save it as HTML or plain text", kind="binary")
    text = decode(data)
    crawled = crawled.replace(tzinfo=UTC) if crawled and crawled.tzinfo is None else crawled
    if len(_HTML.findall(text[:5000])) >= 1 or text.lower().count("<p") > 2:
        return read_html(text, name=name, url=url, given=given, crawled=crawled)
    return read_dump(text, name=name, told=Told(url=url, published=given, crawled=crawled))


def _given(published: datetime | date | str | None, name: str) -> str | None:
    if published is None or not isinstance(published, str):
        return published.isoformat() if published else None
    try:
        return parse_moment(published).isoformat()
    except ValueError:
        raise InputError(published, "not a date", "write it as 2021-11-21 or 2021-11-21T15:25") from None


def _unzip(data: bytes, name: str) -> bytes:
    """Unpack no more than the limit, so that a small file cannot fill the memory."""
    try:
        unpacker = zlib.decompressobj(wbits=31)
        text = unpacker.decompress(data, LIMIT_BYTES + 1)
    except zlib.error as error:
        raise SourceError(name, "a damaged gzip file", "fetch or save it again") from error
    return text
