"""Many inputs into one record: one bad page costs one page, and a run that was killed goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.errors import OnrecordError, RecordError
from onrecord.record.record import Record
from onrecord.record.views import Outcome, Refusal
from onrecord.record.workers import Job, Read, Result, internal_error, read_apart, read_here
from onrecord.records import Article, ModelCard


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
    """One item done, for a progress bar. outcome: None where it was refused. statements, events: found in it."""

    name: str
    outcome: Outcome | None
    refusal: Refusal | None = None
    skipped: bool = False
    statements: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. unchanged counts all articles that were already on record as they are; `skipped` of them were
    known by their bytes and not read again. statements, events: in the articles added or updated.
    """

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    skipped: int = 0
    refused: tuple[Refusal, ...] = ()
    statements: int = 0
    events: int = 0


def ingest(
    record: Record,
    items: Iterable[Item],
    read: Read,
    *,
    progress: Callable[[Step], None] | None = None,
    model: ModelCard | None = None,
    workers: int = 1,
    open_reader: Callable[[], Read] | None = None,
) -> Report:
    """Read every item and put it on the record; each article is its own transaction, so a killed run resumes.

    model: that `read` uses; items read by another one are read again. An item that cannot be read becomes a refusal
    and the run goes on; a record that cannot be written raises RecordError and stops it, with what is done kept.
    workers: processes that read, if `open_reader` is given, which opens one's own reader in each of them and must
    be picklable; so should the items' `load`, or they are read here. This process alone writes.
    """
    run = record.begin_run()
    tally = _Tally()
    jobs = (_job(record, item, model) for item in items)
    if workers > 1 and open_reader is not None:
        results = read_apart(jobs, read, open_reader, workers)
    else:
        results = read_here(jobs, read)
    for job, result in results:
        step = _keep(record, job, result)
        tally.count(step)
        if progress is not None:
            progress(step)
    report = tally.report()
    record.end_run(
        run, added=report.added, unchanged=report.unchanged, updated=report.updated, refused=len(report.refused)
    )
    return report


def _job(record: Record, item: Item, model: ModelCard | None) -> Job:
    """An item as something to read, unless its bytes are known."""
    make: Callable[[], str | None] | None = getattr(item, "fingerprint", None)
    try:
        fingerprint = make() if make is not None else None
    except OnrecordError as error:
        return Job(item.name, item.load, error=error)
    except Exception as error:
        return Job(item.name, item.load, error=internal_error(item.name, error))
    known = fingerprint is not None and record.has_read(item.name, fingerprint, model)
    return Job(item.name, item.load, fingerprint, known)


def _keep(record: Record, job: Job, result: Result | None) -> Step:
    """A result on the record, as an article or as a refusal."""
    if result is None:
        return Step(job.name, Outcome.UNCHANGED, skipped=True)
    if isinstance(result, OnrecordError):
        return Step(job.name, None, record.refuse(job.name, result))
    try:
        outcome = record.add(result, origin=job.name, fingerprint=job.fingerprint)
    except RecordError:
        raise
    except Exception as error:  # a reading that cannot be stored is a mistake of ours, on one page
        return Step(job.name, None, record.refuse(job.name, internal_error(job.name, error)))
    return Step(job.name, outcome, statements=len(result.statements), events=len(result.events))


@dataclass(slots=True)
class _Tally:
    """Counts steps into a report. Not frozen: a run may have a million steps."""

    outcomes: dict[Outcome, int] = field(default_factory=dict)
    skipped: int = 0
    refused: list[Refusal] = field(default_factory=list)
    statements: int = 0
    events: int = 0

    def count(self, step: Step) -> None:
        if step.refusal is not None:
            self.refused.append(step.refusal)
        if step.outcome is not None:
            self.outcomes[step.outcome] = self.outcomes.get(step.outcome, 0) + 1
        if step.outcome in (Outcome.ADDED, Outcome.UPDATED):
            self.statements += step.statements
            self.events += step.events
        self.skipped += step.skipped

    def report(self) -> Report:
        return Report(
            added=self.outcomes.get(Outcome.ADDED, 0),
            unchanged=self.outcomes.get(Outcome.UNCHANGED, 0),
            updated=self.outcomes.get(Outcome.UPDATED, 0),
            skipped=self.skipped,
            refused=tuple(self.refused),
            statements=self.statements,
            events=self.events,
        )
