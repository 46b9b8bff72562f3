"""All that meets a query, one after the other, in little memory and as of one moment."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.record import schema
from onrecord.record.filters import filters_of, keys_in_order
from onrecord.record.hits import load_hits
from onrecord.record.packing import unpack_reading
from onrecord.record.query import Query
from onrecord.record.views import StatementHit
from onrecord.records import Reading

_AT_ONCE = 500


def each_statement(connection: Connection, query: Query) -> Iterator[StatementHit]:
    """Every statement that meets the query, in its order."""
    filters = filters_of(connection, query)
    keys = connection.scalars(keys_in_order(filters), execution_options={"yield_per": _AT_ONCE})
    for some in keys.partitions():
        yield from load_hits(connection, some, filters.match)


def each_reading(connection: Connection, query: Query | None) -> Iterator[Reading]:
    """The newest version of every article with a statement that meets the query (None: of all), newest first."""
    articles, versions, entries = schema.articles.c, schema.versions.c, schema.entries.c
    joined = schema.articles.join(schema.versions, versions.key == articles.version_key)
    chosen = select(versions.reading).select_from(joined)
    if query is not None:
        filters = filters_of(connection, query)
        found = select(entries.article_key).select_from(filters.source).where(*filters.conditions)
        chosen = chosen.where(articles.key.in_(found))
    newest = chosen.order_by(articles.day.desc().nulls_last(), articles.key.desc())
    for packed in connection.scalars(newest, execution_options={"yield_per": _AT_ONCE // 10}):
        yield unpack_reading(packed)
