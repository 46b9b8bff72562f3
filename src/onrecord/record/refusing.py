"""Inputs that could not be read, each with its reason, until the day they can."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.errors import InputError, ModelError, NotAnArticle, OnrecordError, SourceError
from onrecord.record import schema
from onrecord.record.views import Refusal


def note_refusal(connection: Connection, origin: str, error: OnrecordError) -> Refusal:
    """Put a refusal on the record, in the place of an earlier one of the same origin."""
    now = datetime.now(UTC).replace(microsecond=0)
    refusal = Refusal(origin, kind_of(error), error.reason, error.hint, now)
    row = {"origin": origin, "kind": refusal.kind, "reason": refusal.reason, "hint": refusal.hint}
    row["at"] = now.isoformat()
    connection.execute(upsert(schema.refusals).on_conflict_do_update(index_elements=["origin"], set_=row), row)
    return refusal


def kind_of(error: OnrecordError) -> str:
    """A short stable word for reports: an article's own kind of refusal, or what failed."""
    if isinstance(error, NotAnArticle):
        return error.kind
    kinds = {SourceError: "source", InputError: "input", ModelError: "model"}
    return next((word for kind, word in kinds.items() if isinstance(error, kind)), "internal")
