"""The record: everything read so far, in one database, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from onrecord.errors import OnrecordError, RecordError
from onrecord.record.adding import add_reading, incoming, is_known
from onrecord.record.ahead import AheadQuery, each_ahead, list_ahead
from onrecord.record.database import reading as reading_from
from onrecord.record.database import writing as writing_to
from onrecord.record.event_hits import find_event, find_events_of
from onrecord.record.looking import (
    count_all,
    find_gone,
    find_reading,
    find_statement,
    find_versions,
    list_articles,
    list_refusals,
)
from onrecord.record.people import find_speaker, list_speakers
from onrecord.record.query import Query
from onrecord.record.refusing import note_refusal
from onrecord.record.runs import begin_run, end_run, is_read
from onrecord.record.searching import search_statements
from onrecord.record.streaming import each_reading, each_statement
from onrecord.record.views import (
    ArticleRow,
    Counts,
    EventHit,
    EventView,
    Outcome,
    Page,
    Refusal,
    SpeakerRow,
    SpeakerView,
    StatementHit,
    StatementView,
    Status,
    VersionRef,
)
from onrecord.records import ModelCard, Reading


class Record:
    """An open record. Safe to share between threads. Every method raises RecordError when the database fails it.

    Use as a context manager, or call `close`. Got from `open_record`.
    """

    def __init__(self, engine: Engine, *, name: str, path: Path, readonly: bool) -> None:
        self._engine, self._name = engine, name
        self.path, self.readonly = path, readonly

    def __repr__(self) -> str:
        return f"Record({self._name!r}, readonly={self.readonly})"

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # Writing

    def add(self, reading: Reading, *, origin: str, fingerprint: str | None = None) -> Outcome:
        """Put a reading on the record, in one short transaction; clears an earlier refusal of the same origin.

        origin: the path, URL or "table row" it came from. fingerprint: of the input's bytes, so that a later run can
        skip it. The same article with the same reading changes nothing. A changed article gets a new version:
        statements that are still there word for word keep their ids, those whose words are gone are kept and marked.
        """
        new = incoming(reading, origin=origin, fingerprint=fingerprint)
        with self._reading() as connection:
            if is_known(connection, new):
                return Outcome.UNCHANGED
        with self._writing() as connection:
            return add_reading(connection, new)

    def refuse(self, origin: str, error: OnrecordError) -> Refusal:
        """Note that this input could not be read, and why; the latest refusal of an origin is kept."""
        with self._writing() as connection:
            return note_refusal(connection, origin, error)

    def has_read(self, origin: str, fingerprint: str, model: ModelCard | None = None) -> bool:
        """Whether an input with these bytes is on record already, read by this model if one is given."""
        with self._reading() as connection:
            return is_read(connection, origin, fingerprint, model)

    def begin_run(self) -> int:
        """Note that a run over many inputs begins; gives its number."""
        with self._writing() as connection:
            return begin_run(connection)

    def end_run(self, run: int, *, added: int, unchanged: int, updated: int, refused: int) -> None:
        """Note that a run came to its end, and with what. One that was killed stays without an end."""
        counts = {"added": added, "unchanged": unchanged, "updated": updated, "refused": refused}
        with self._writing() as connection:
            end_run(connection, run, counts)

    # Statements

    def search(self, query: Query, *, facets: bool = True) -> Page[StatementHit]:
        """Statements under the query's filters, with facets counted under the same filters."""
        with self._reading() as connection:
            return search_statements(connection, query, facets=facets)

    def each(self, query: Query) -> Iterator[StatementHit]:
        """Every statement under the query, in its order and as of one moment; limit and offset do not count."""
        with self._reading() as connection:
            yield from each_statement(connection, query)

    def latest(self, *, limit: int = 20, offset: int = 0) -> Page[StatementHit]:
        """The newest statements, without facets."""
        return self.search(Query(limit=limit, offset=offset), facets=False)

    def statement(self, id: str) -> StatementView | None:
        """A statement by its permalink id, with the version of the article in which it stands; None if unknown."""
        with self._reading() as connection:
            return find_statement(connection, id)

    # Articles

    def article(self, id: str, version: int | None = None) -> Reading | None:
        """The reading of an article, its newest version unless a number is given; statements carry permalink ids."""
        with self._reading() as connection:
            return find_reading(connection, id, version)

    def each_article(self, query: Query | None = None) -> Iterator[Reading]:
        """The newest version of every article with a statement under the query (None: of all), newest first."""
        with self._reading() as connection:
            yield from each_reading(connection, query)

    def versions(self, article_id: str) -> tuple[VersionRef, ...]:
        """The versions of an article, first one first; empty if unknown."""
        with self._reading() as connection:
            return find_versions(connection, article_id)

    def gone(self, article_id: str) -> tuple[StatementHit, ...]:
        """Statements of an article whose words are no longer in its newest version."""
        with self._reading() as connection:
            return find_gone(connection, article_id)

    def articles(self, *, publisher: str | None = None, limit: int = 20, offset: int = 0) -> Page[ArticleRow]:
        """Articles, newest first."""
        with self._reading() as connection:
            return list_articles(connection, publisher=publisher, limit=limit, offset=offset)

    # Events

    def ahead(self, query: AheadQuery) -> Page[EventHit]:
        """What is to come, a page of one lane: with a day, soonest first; `undated`, last told first."""
        with self._reading() as connection:
            return list_ahead(connection, query)

    def each_ahead(self, query: AheadQuery) -> Iterator[EventHit]:
        """Every event under the query, both lanes, as of one moment; limit and offset do not count."""
        with self._reading() as connection:
            yield from each_ahead(connection, query)

    def event(self, id: str) -> EventView | None:
        """An event by its permalink id, each mention in its sentence, with the article; None if unknown."""
        with self._reading() as connection:
            return find_event(connection, id)

    def events(self, article_id: str, *, standing: Status = Status.CURRENT) -> tuple[EventHit, ...]:
        """The events that an article's newest version tells, in the order it tells them; or those it tells no more."""
        with self._reading() as connection:
            return find_events_of(connection, article_id, standing)

    # Speakers

    def speakers(self, name: str = "", *, limit: int = 20, offset: int = 0) -> Page[SpeakerRow]:
        """Speakers with this name or a part of it (case and accents aside), whole names first, then most quoted.

        Several rows with `exact` mean that the name is ambiguous. An empty name lists all.
        """
        with self._reading() as connection:
            return list_speakers(connection, name, limit=limit, offset=offset)

    def speaker(self, id: str, *, limit: int = 20, offset: int = 0) -> SpeakerView | None:
        """A speaker's page; limit and offset are of the statements. None if unknown."""
        with self._reading() as connection:
            return find_speaker(connection, id, limit=limit, offset=offset)

    # The rest

    def counts(self) -> Counts:
        """How much is on record."""
        with self._reading() as connection:
            return count_all(connection)

    def refusals(self, *, limit: int = 20, offset: int = 0) -> Page[Refusal]:
        """Inputs that could not be read, latest first."""
        with self._reading() as connection:
            return list_refusals(connection, limit=limit, offset=offset)

    # Transactions

    def _reading(self) -> AbstractContextManager[Connection]:
        return reading_from(self._engine, self._name)

    def _writing(self) -> AbstractContextManager[Connection]:
        if self.readonly:
            raise RecordError(self._name, "it was opened for reading only", "open it for writing")
        return writing_to(self._engine, self._name)
