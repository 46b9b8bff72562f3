"""What the commands are given to read: paths, folders, tables, URLs and standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.errors import InputError
from onrecord.records import Article

STDIN, STDIN_NAME = "-", "standard input"


@dataclass(frozen=True, slots=True)
class Input:
    """One article to be: its name in messages, and the loading of it."""

    name: str
    load: Callable[[], Article]


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller knows of a single page better than the page does: where it was and when it was published."""

    url: str | None = None
    published: datetime | date | None = None

    def __bool__(self) -> bool:
        return self.url is not None or self.published is not None


def inputs(sources: Sequence[str], *, told: Told | None = None, allow_private: bool = False) -> Iterator[Input]:
    """The articles in the sources, in the order given. Raises SourceError, and InputError if `told` fits no source."""
    if told:
        if len(sources) != 1:
            raise InputError(f"{len(sources)} sources", "--url and --published are of one page", "give one SOURCE")
        yield _single(sources[0], told, allow_private)
        return
    from onrecord.sources import discover  # the page reader takes a while to load

    for source in sources:
        if source == STDIN:
            yield _single(source, Told(), allow_private)
        else:
            for item in discover([source], allow_private=allow_private):
                yield Input(item.name, item.load)


def _single(source: str, told: Told, allow_private: bool) -> Input:
    def load() -> Article:
        from onrecord.sources import load

        if source == STDIN:
            return load(_stdin(), url=told.url, published=told.published, name=STDIN_NAME)
        return load(source, url=told.url, published=told.published, allow_private=allow_private)

    return Input(STDIN_NAME if source == STDIN else source, load)


def _stdin() -> bytes:
    """Standard input, up to what a page may have: an endless stream must not fill the memory."""
    from onrecord.sources.loading import LIMIT_BYTES

    return sys.stdin.buffer.read(LIMIT_BYTES + 1)
