"""Reads news and keeps the record: who said what, when and to whom, each entry tied to the exact words.

>>> import onrecord                                                     # doctest: +SKIP
>>> reading = onrecord.read("page.html")                                # a path, a URL or bytes  # doctest: +SKIP
>>> article = onrecord.Article.from_text(text, published="2021-11-21")  # keeps your offsets  # doctest: +SKIP
>>> reading = onrecord.read(article)                                    # doctest: +SKIP
>>> record = onrecord.open("news.db")                                   # doctest: +SKIP
"""

# The parsers, the model runtime and the database are imported where they are first needed: together they take over a
# second, and `import onrecord` or `onrecord --help` should not.
# ruff: noqa: PLC0415

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, ModelError, NotAnArticle, OnrecordError, RecordError, SourceError
from onrecord.records import Article, Reading, Speaker, Statement

if TYPE_CHECKING:
    from onrecord.model import Tagger
    from onrecord.record import Record

__all__ = [
    "Article",
    "InputError",
    "ModelError",
    "NotAnArticle",
    "OnrecordError",
    "Reading",
    "RecordError",
    "SourceError",
    "Speaker",
    "Statement",
    "open",
    "read",
]


def read(
    source: str | Path | bytes | Article,
    *,
    published: datetime | date | str | None = None,
    url: str | None = None,
    allow_private: bool = False,
) -> Reading:
    """Read one article: a path, an address, the bytes of a page or a text, or an Article made by hand.

    published and url are told to the reader where the page itself does not tell them. Addresses inside private networks
    are fetched only with allow_private. Raises SourceError, NotAnArticle, InputError or ModelError.
    """
    from onrecord.reading import read_article
    from onrecord.sources import load

    if not isinstance(source, Article):
        source = load(source, url=url, published=published, allow_private=allow_private)
    return read_article(source, tagger=_tagger())


def open(path: str | Path, *, create: bool = True) -> Record:
    """Open a record, or make one. Raises RecordError if the file is no record, is newer, or cannot be written."""
    from onrecord.record import open_record

    return open_record(path, create=create)


@cache
def _tagger() -> Tagger:
    from onrecord.model import load_tagger

    return load_tagger()
