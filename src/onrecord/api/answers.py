"""The record's answers as the JSON that goes out: what `to_plain` makes, with links to pages and neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from onrecord.api.errors import missing
from onrecord.record import Counts, Page, Record, SpeakerView, StatementView, to_plain
from onrecord.records import Reading

Plain = dict[str, Any]


def address(path: str, params: Mapping[str, Any] | None = None) -> str:
    """A path with its query, values that are None left out."""
    given = {key: value for key, value in (params or {}).items() if value is not None}
    return f"{path}?{urlencode(given)}" if given else path


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


def speaker(record: Record, id: str, *, limit: int, offset: int) -> tuple[SpeakerView, Plain]:
    """A speaker with a page of statements, and its JSON. Raises Missing."""
    found = record.speaker(id, limit=limit, offset=offset)
    if found is None:
        raise missing("speaker", id)
    plain: Plain = to_plain(found)

    def at(start: int) -> str:
        return address(f"/api/speakers/{id}", {"limit": limit, "offset": start or None})

    plain["statements"] = paged(found.statements, at)
    plain["links"] = {"self": at(offset), "page": f"/speakers/{id}"}
    return found, plain


def counts(record: Record) -> tuple[Counts, Plain]:
    """How much is on record, and its JSON."""
    found = record.counts()
    return found, to_plain(found)
