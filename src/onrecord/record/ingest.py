"""Many inputs into one record: one bad page costs one page, and a run that was killed goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.errors import OnrecordError, RecordError
from onrecord.record.record import Record
from onrecord.record.views import Outcome, Refusal
from onrecord.records import Article, ModelCard, Reading

Read = Callable[[Article], Reading]


class Item(Protocol):
    """One input: what `onrecord.sources.discover` gives.

    It may also have `fingerprint`, a function without arguments that is cheap to call and gives words that change when
    the input's bytes do (or None where that cannot be told): inputs on record with the same one are not read again.
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
    read: Read,
    *,
    progress: Callable[[Step], None] | None = None,
    model: ModelCard | None = None,
) -> Report:
    """Read every item and put it on the record; each article is its own transaction, so a killed run resumes.

    model: that `read` uses; items read by another one are read again. An item that cannot be read becomes a refusal
    and the run goes on; a record that cannot be written raises RecordError and stops it, with what is done kept.
    """
    run = record.begin_run()
    tally = _Tally()
    for item in items:
        step = _one(record, item, read, model)
        tally.count(step)
        if progress is not None:
            progress(step)
    report = tally.report()
    record.end_run(
        run, added=report.added, unchanged=report.unchanged, updated=report.updated, refused=len(report.refused)
    )
    return report


def _one(record: Record, item: Item, read: Read, model: ModelCard | None) -> Step:
    """An item from its bytes to the record, or to a refusal."""
    try:
        fingerprint = fingerprint_of(item)
        if fingerprint is not None and record.has_read(item.name, fingerprint, model):
            return Step(item.name, Outcome.UNCHANGED, skipped=True)
        reading = read(item.load())
        outcome = record.add(reading, origin=item.name, fingerprint=fingerprint)
    except RecordError:
        raise
    except OnrecordError as error:
        return Step(item.name, None, record.refuse(item.name, error))
    except Exception as error:  # a mistake of ours on one page must not cost the others
        return Step(item.name, None, record.refuse(item.name, internal_error(item.name, error)))
    return Step(item.name, outcome, statements=len(reading.statements))


def fingerprint_of(item: Item) -> str | None:
    """What an item gives as its fingerprint, if it gives one."""
    make: Callable[[], str | None] | None = getattr(item, "fingerprint", None)
    return make() if make is not None else None


def internal_error(name: str, error: Exception) -> OnrecordError:
    """A mistake of ours, as an error about the page that brought it out."""
    words = f"internal error: {type(error).__name__}: {error}".rstrip(": ")
    return OnrecordError(name, words, "please report it, with the page if you may")


@dataclass(slots=True)
class _Tally:
    """Counts steps into a report. Not frozen: a run may have a million steps."""

    outcomes: dict[Outcome, int] = field(default_factory=dict)
    skipped: int = 0
    refused: list[Refusal] = field(default_factory=list)
    statements: int = 0

    def count(self, step: Step) -> None:
        if step.refusal is not None:
            self.refused.append(step.refusal)
        if step.outcome is not None:
            self.outcomes[step.outcome] = self.outcomes.get(step.outcome, 0) + 1
        if step.outcome in (Outcome.ADDED, Outcome.UPDATED):
            self.statements += step.statements
        self.skipped += step.skipped

    def report(self) -> Report:
        return Report(
            added=self.outcomes.get(Outcome.ADDED, 0),
            unchanged=self.outcomes.get(Outcome.UNCHANGED, 0),
            updated=self.outcomes.get(Outcome.UPDATED, 0),
            skipped=self.skipped,
            refused=tuple(self.refused),
            statements=self.statements,
        )
