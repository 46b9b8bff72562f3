"""A Query as conditions on `entries`, for searching, counting and exporting alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, column, false, func, literal_column, select

from onrecord.record import schema
from onrecord.record.codes import ACTS, KINDS, TYPES, fold
from onrecord.record.fulltext import Match, parse_name, parse_words
from onrecord.record.query import Order, Query

# How much a word counts in the content, the speaker's name and the title. Set by eye: a title repeats over all
# statements of its article, so that it must not outweigh what one of them says.
_WEIGHTS = (10.0, 6.0, 1.0)


@dataclass(frozen=True, slots=True)
class Filters:
    """others: conditions beside the words, which must all hold. match: the words searched for, if any."""

    others: tuple[ColumnElement[bool], ...]
    match: Match | None
    order: Order

    @property
    def blank(self) -> bool:
        """Whether everything on record is asked for."""
        return not self.others and self.match is None

    @property
    def conditions(self) -> tuple[ColumnElement[bool], ...]:
        """All conditions, that of the words among them, for a selection from `source`."""
        wanted = self.match.wanted if self.match else None
        return self.others if wanted is None else (*self.others, _match("statement_words", wanted))

    @property
    def source(self) -> FromClause:
        """The entries, joined to the full-text index where there are words.

        The plus sign keeps SQLite from asking the full-text index about each entry: it asks once, and looks entries up.
        """
        if self.match is None or self.match.wanted is None:
            return schema.entries
        return schema.entries.join(
            schema.statement_words, schema.entries.c.statement_key == literal_column("+statement_words.rowid")
        )


def filters_of(connection: Connection, query: Query) -> Filters:
    """What a query asks for. Nothing meets the condition of a speaker, publisher or article not on record."""
    entries = schema.entries.c
    match = parse_words(query.words)
    found: list[ColumnElement[bool]] = []
    if match is not None and match.impossible:
        found.append(false())
    if match is not None and match.unwanted is not None:
        found.append(entries.statement_key.not_in(_matching(match.unwanted)))
    if query.article_id is not None:
        found.append(entries.article_key == key_of(connection, schema.articles, "id", query.article_id))
    if query.speaker_id is not None:
        found.append(entries.speaker_key == key_of(connection, schema.speakers, "id", query.speaker_id))
    if query.speaker is not None and query.speaker.strip():
        found.append(entries.speaker_key.in_(speakers_named(query.speaker)))
    if query.publisher is not None and query.publisher.strip():
        found.append(entries.publisher_key == key_of(connection, schema.publishers, "folded", fold(query.publisher)))
    if query.min_confidence is not None:
        found.append(entries.confidence >= query.min_confidence)
    found.extend(_choices(query))
    relevance = query.order is Order.RELEVANCE and match is not None and match.wanted is not None
    return Filters(tuple(found), match, Order.RELEVANCE if relevance else Order.NEWEST)


def _choices(query: Query) -> Iterator[ColumnElement[bool]]:
    """Conditions on kinds and days."""
    entries = schema.entries.c
    if query.kind is not None:
        yield entries.kind == KINDS.index(query.kind)
    if query.act is not None:
        yield entries.act == ACTS.index(query.act)
    if query.type is not None:
        yield entries.type == TYPES.index(query.type)
    if query.since is not None:
        yield entries.day >= query.since.toordinal()
    if query.until is not None:
        yield entries.first_day <= query.until.toordinal()


def speakers_named(name: str) -> Select[Any]:
    """Keys of the speakers with this name, or a part of it, among their names."""
    wanted = parse_name(fold(name))
    matching: Select[Any] = select(column("rowid")).select_from(schema.name_words)
    matching = matching.where(false() if wanted is None else _match("name_words", wanted))
    return select(schema.names.c.speaker_key).where(schema.names.c.key.in_(matching))


def keys_in_order(filters: Filters) -> Select[Any]:
    """The statement keys that meet the filters, in order."""
    entries = schema.entries.c
    order = [entries.day.desc().nulls_last(), entries.article_key.desc(), entries.position]
    if filters.order is Order.RELEVANCE:
        order.insert(0, func.bm25(literal_column("statement_words"), *_WEIGHTS))
    return select(entries.statement_key).select_from(filters.source).where(*filters.conditions).order_by(*order)


def _matching(wanted: str) -> Select[Any]:
    return select(column("rowid")).select_from(schema.statement_words).where(_match("statement_words", wanted))


def _match(index: str, wanted: str) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = literal_column(index).op("MATCH", is_comparison=True)(wanted)
    return condition


def key_of(connection: Connection, table: Any, name: str, value: str) -> int:
    """The key of the row with this value; 0, which no row has, if there is none."""
    return connection.scalar(select(table.c.key).where(table.c[name] == value)) or 0
