"""One shape for everything that goes wrong: {"error": {"status", "kind", "input", "reason", "hint"}}."""

from __future__ import annotations

from typing import Any

from onrecord.errors import InputError, ModelError, NotAnArticle, OnrecordError, RecordError, SourceError

STATUS: dict[type[OnrecordError], tuple[int, str]] = {
    InputError: (400, "input"),
    SourceError: (422, "source"),
    NotAnArticle: (422, "not-an-article"),
    RecordError: (503, "record"),
    ModelError: (503, "model"),
}


class Missing(OnrecordError):
    """Something asked for by its id that is not on record."""


class TooLarge(OnrecordError):
    """A body longer than the server takes."""


class NotOffered(OnrecordError):
    """Something this server was started without."""


STATUS |= {Missing: (404, "not-found"), TooLarge: (413, "too-large"), NotOffered: (501, "not-offered")}


def status_of(error: OnrecordError) -> tuple[int, str]:
    """HTTP status and stable word of an error."""
    kind = error.kind if isinstance(error, NotAnArticle) else None
    for cls in type(error).__mro__:
        if cls in STATUS:
            status, word = STATUS[cls]
            return status, kind or word
    return 500, "internal"


def error_to_plain(error: OnrecordError) -> dict[str, Any]:
    """The JSON of an error."""
    status, kind = status_of(error)
    return {
        "error": {
            "status": status,
            "kind": kind,
            "input": error.input,
            "reason": error.reason,
            "hint": error.hint,
        }
    }


def missing(what: str, id: str, *, look: str = "/search") -> Missing:
    """Nothing of that id. what: "article", "statement", "speaker", "event". look: the page that may find it."""
    return Missing(id[:80], f"no {what} on record has this id", f"look for it with {look}")
