"""The record: everything read so far, in one database, and what can be asked of it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from onrecord.errors import OnrecordError
from onrecord.record.query import Query
from onrecord.record.views import (
    ArticleRow,
    Counts,
    Outcome,
    Page,
    Refusal,
    SpeakerRow,
    SpeakerView,
    StatementHit,
    StatementView,
    VersionRef,
)
from onrecord.records import Reading


class Record:
    """An open record. Safe to share between threads. Every method raises RecordError when the database fails it.

    Use as a context manager, or call `close`. Got from `open_record`.
    """

    path: Path
    readonly: bool

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    # Writing

    def add(self, reading: Reading, *, origin: str, fingerprint: str | None = None) -> Outcome:
        """Put a reading on the record, in one short transaction; clears an earlier refusal of the same origin.

        origin: the path, URL or "table row" it came from. fingerprint: of the input's bytes, so that a later run can
        skip it. The same article with the same reading changes nothing. A changed article gets a new version:
        statements that are still there word for word keep their ids, those whose words are gone are kept and marked.
        """
        raise NotImplementedError

    def refuse(self, origin: str, error: OnrecordError) -> Refusal:
        """Note that this input could not be read, and why; the latest refusal of an origin is kept."""
        raise NotImplementedError

    # Statements

    def search(self, query: Query, *, facets: bool = True) -> Page[StatementHit]:
        """Statements under the query's filters, with facets counted under the same filters."""
        raise NotImplementedError

    def latest(self, *, limit: int = 20, offset: int = 0) -> Page[StatementHit]:
        """The newest statements, without facets."""
        raise NotImplementedError

    def statement(self, id: str) -> StatementView | None:
        """A statement by its permalink id, with the version of the article in which it stands; None if unknown."""
        raise NotImplementedError

    # Articles

    def article(self, id: str, version: int | None = None) -> Reading | None:
        """The reading of an article, its newest version unless a number is given; statements carry permalink ids."""
        raise NotImplementedError

    def versions(self, article_id: str) -> tuple[VersionRef, ...]:
        """The versions of an article, first one first; empty if unknown."""
        raise NotImplementedError

    def gone(self, article_id: str) -> tuple[StatementHit, ...]:
        """Statements of an article whose words are no longer in its newest version."""
        raise NotImplementedError

    def articles(self, *, publisher: str | None = None, limit: int = 20, offset: int = 0) -> Page[ArticleRow]:
        """Articles, newest first."""
        raise NotImplementedError

    # Speakers

    def speakers(self, name: str = "", *, limit: int = 20, offset: int = 0) -> Page[SpeakerRow]:
        """Speakers with this name or a part of it (case and accents aside), whole names first, then most quoted.

        Several rows with `exact` mean that the name is ambiguous. An empty name lists all.
        """
        raise NotImplementedError

    def speaker(self, id: str, *, limit: int = 20, offset: int = 0) -> SpeakerView | None:
        """A speaker's page; limit and offset are of the statements. None if unknown."""
        raise NotImplementedError

    # The rest

    def counts(self) -> Counts:
        """How much is on record."""
        raise NotImplementedError

    def refusals(self, *, limit: int = 20, offset: int = 0) -> Page[Refusal]:
        """Inputs that could not be read, latest first."""
        raise NotImplementedError
