"""What is noted about runs: which inputs need no reading again, and how each run ended."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select, update

from onrecord.record import schema
from onrecord.records import ModelCard


def is_read(connection: Connection, origin: str, fingerprint: str, model: ModelCard | None) -> bool:
    """Whether this input, with these bytes, was read well before (by this model, if one is given)."""
    noted, refused = schema.inputs.c, schema.refusals.c
    wanted = (noted.origin == origin) & (noted.fingerprint == fingerprint)
    if model is not None:
        wanted &= (noted.model_name == model.name) & (noted.model_version == model.version)
    if connection.scalar(select(noted.origin).where(wanted)) is None:
        return False
    return connection.scalar(select(refused.key).where(refused.origin == origin)) is None


def begin_run(connection: Connection) -> int:
    """Note that a run begins; its key."""
    counts = {"added": 0, "unchanged": 0, "updated": 0, "refused": 0}
    key = connection.execute(schema.runs.insert(), {"started_at": _now(), **counts}).inserted_primary_key
    assert key is not None
    return int(key[0])


def end_run(connection: Connection, key: int, counts: dict[str, int]) -> None:
    """Note how a run ended."""
    connection.execute(update(schema.runs).where(schema.runs.c.key == key), {**counts, "finished_at": _now()})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
