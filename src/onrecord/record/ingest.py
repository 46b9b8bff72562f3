"""Many inputs into one record: one bad page costs one page, and a run that was killed goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from onrecord.record.record import Record
from onrecord.record.views import Outcome, Refusal
from onrecord.records import Article, ModelCard, Reading


class Item(Protocol):
    """One input: what `onrecord.sources.discover` gives. `fingerprint`, where an item has it, is cheap to call and
    changes when the input's bytes do.
    """

    @property
    def name(self) -> str:
        """What it is called in reports: the path, the URL, the table and row."""

    @property
    def load(self) -> Callable[[], Article]:
        """Reads the input. Raises SourceError, NotAnArticle."""


@dataclass(frozen=True, slots=True)
class Step:
    """One item done, for a progress bar. outcome: None where it was refused. statements: found in it."""

    name: str
    outcome: Outcome | None
    refusal: Refusal | None = None
    skipped: bool = False
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. unchanged counts all articles that were already on record as they are; `skipped` of them were
    known by their bytes and not read again. statements: on the articles added or updated.
    """

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    skipped: int = 0
    refused: tuple[Refusal, ...] = ()
    statements: int = 0


def ingest(
    record: Record,
    items: Iterable[Item],
    read: Callable[[Article], Reading],
    *,
    progress: Callable[[Step], None] | None = None,
    model: ModelCard | None = None,
) -> Report:
    """Read every item and put it on the record; each article is its own transaction, so a killed run resumes.

    model: that `read` uses; items read by another one are read again. An item that cannot be read becomes a refusal
    and the run goes on; a record that cannot be written raises RecordError and stops it, with what is done kept.
    """
    raise NotImplementedError
