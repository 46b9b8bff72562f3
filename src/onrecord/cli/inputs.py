"""What the commands are given to read: paths, folders, tables, URLs and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from onrecord.errors import InputError, NotAnArticle, OnrecordError, SourceError
from onrecord.records import Article

if TYPE_CHECKING:
    from onrecord.sources import Item

STDIN, STDIN_NAME = "-", "standard input"


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller knows of a single page better than the page does: where it was and when it was published."""

    url: str | None = None
    published: datetime | date | None = None

    def __bool__(self) -> bool:
        return self.url is not None or self.published is not None


def inputs(
    sources: Sequence[str], *, told: Told | None = None, allow_private: bool = False, strict: bool = True
) -> Iterator[Item]:
    """The articles in the sources, in the order given; loading one that is not in English fails.

    strict: a source that is not there, or an empty folder, raises SourceError; else it is an item that fails, and the
    others go on. Raises InputError if `told` fits no source.
    """
    if told and len(sources) != 1:
        raise InputError(f"{len(sources)} sources", "--url and --published are of one page", "give one SOURCE")
    for source in sources:
        for item in _found(source, told, allow_private, strict):
            yield replace(item, load=partial(_in_english, item))


def _found(source: str, told: Told | None, allow_private: bool, strict: bool) -> Iterator[Item]:
    from onrecord.sources import Item, discover, load  # the page reader takes a while to load

    told = told or Told()
    if source == STDIN:
        yield Item(STDIN_NAME, lambda: load(_stdin(), url=told.url, published=told.published, name=STDIN_NAME))
    elif told:
        yield Item(
            source,
            lambda: load(source, url=told.url, published=told.published, allow_private=allow_private),
        )
    else:
        try:
            yield from discover([source], allow_private=allow_private)
        except SourceError as error:
            if strict:
                raise
            yield Item(source, partial(_fail, error))


def _fail(error: OnrecordError) -> Article:
    raise error


def _in_english(item: Item) -> Article:
    """The article, if onrecord can annotate it: one in another language would look as if nobody spoke in it."""
    from onrecord.reading import LANGUAGE

    article = item.load()
    if article.language not in (LANGUAGE, None):
        told = next((note for note in article.notes if note.startswith("not English")), None)
        reason = told or f"not English: {article.language}"
        raise NotAnArticle(item.name, reason, "onrecord annotates English only", kind="other-language")
    return article


def _stdin() -> bytes:
    """Standard input, up to what a page may have: an endless stream must not fill the memory."""
    from onrecord.sources.loading import LIMIT_BYTES

    if sys.stdin is None:
        raise SourceError(STDIN_NAME, "is closed", "pipe a page into it")
    return sys.stdin.buffer.read(LIMIT_BYTES + 1)
