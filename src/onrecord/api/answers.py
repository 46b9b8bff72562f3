"""The record's answers as the JSON that goes out: what `to_plain` makes, with links to pages and neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from onrecord.api.errors import missing
from onrecord.record import Counts, EventView, Page, Query, Record, SpeakerView, StatementView, Status, to_plain
from onrecord.records import Reading

Plain = dict[str, Any]


def address(path: str, params: Mapping[str, Any] | None = None) -> str:
    """A path with its query: what is None or an empty list is left out, a list is told once for each value."""
    given = {key: value for key, value in (params or {}).items() if value is not None}
    words = urlencode({key: _told(value) for key, value in given.items()}, doseq=True)
    return f"{path}?{words}" if words else path


def _told(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def paged(page: Page[Any], at: Callable[[int], str]) -> Plain:
    """A page of results with links to itself, the page before and the page after. at: address of an offset."""
    plain: Plain = to_plain(page)
    before, after = page.previous_offset, page.next_offset
    plain["links"] = {
        "self": at(page.offset),
        "previous": None if before is None else at(before),
        "next": None if after is None else at(after),
    }
    return plain


def reading(record: Record, id: str, version: int | None) -> tuple[Reading, Plain]:
    """An article's reading, and its JSON with its versions and what is gone. Raises Missing."""
    found = record.article(id, version)
    if found is None:
        raise missing("article" if version is None else f"version {version} of an article", id)
    versions = record.versions(id)
    plain: Plain = to_plain(found)
    current = next((v.number for v in versions if v.current), None)
    plain["version"] = current if version is None else version
    plain["versions"] = to_plain(versions)
    plain["gone"] = to_plain(record.gone(id))
    plain["gone_events"] = to_plain(record.events(id, standing=Status.GONE))
    plain["links"] = {"self": address(f"/api/articles/{id}", {"version": version}), "page": f"/articles/{id}"}
    return found, plain


def statement(record: Record, id: str) -> tuple[StatementView, Plain]:
    """A statement in its source, and its JSON. Raises Missing."""
    found = record.statement(id)
    if found is None:
        raise missing("statement", id)
    plain: Plain = to_plain(found)
    plain["links"] = {
        "self": f"/api/statements/{id}",
        "page": f"/statements/{id}",
        "article": f"/articles/{found.hit.article.id}?version={found.version.number}#s-{id}",
    }
    return found, plain


def event(record: Record, id: str) -> tuple[EventView, Plain]:
    """An event in its source, and its JSON. Raises Missing."""
    found = record.event(id)
    if found is None:
        raise missing("event", id, look="/ahead")
    plain: Plain = to_plain(found)
    plain["links"] = {
        "self": f"/api/events/{id}",
        "page": f"/events/{id}",
        "article": f"/articles/{found.hit.article.id}?version={found.version.number}#e-{id}",
    }
    return found, plain


def speaker(
    record: Record, id: str, *, limit: int, offset: int, least: float | None = None
) -> tuple[SpeakerView, Plain]:
    """A speaker with a page of statements at least so sure, and its JSON. Raises Missing."""
    found = record.speaker(id, limit=limit, offset=offset)
    if found is None:
        raise missing("speaker", id)
    if least is not None:
        query = Query(speaker_id=id, min_confidence=least, limit=limit, offset=offset)
        found = replace(found, statements=record.search(query, facets=False))
    plain: Plain = to_plain(found)

    def at(start: int) -> str:
        return address(f"/api/speakers/{id}", {"min": least, "limit": limit, "offset": start or None})

    plain["statements"] = paged(found.statements, at)
    plain["links"] = {"self": at(offset), "page": f"/speakers/{id}"}
    return found, plain


def counts(record: Record) -> tuple[Counts, Plain]:
    """How much is on record, and its JSON."""
    found = record.counts()
    return found, to_plain(found)
