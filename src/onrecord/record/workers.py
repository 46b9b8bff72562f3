"""Reading in several processes, each with its own model. The record stays with one writer, the process that asks.

Results come in the order of the jobs. A process that dies (killed for memory, a crash in a parser) takes the page it
was reading with it and no other: what was under way is read again, one page at a time, to find out which it was.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from onrecord.errors import OnrecordError
from onrecord.records import Article, Reading

Read = Callable[[Article], Reading]
Result = Reading | OnrecordError

_AHEAD = 4
"""Jobs given out ahead for each process, so that none waits and memory stays small."""


@dataclass(frozen=True, slots=True)
class Job:
    """One input to read. known: it is on record, as its fingerprint tells. error: the fingerprint could not be told."""

    name: str
    load: Callable[[], Article]
    fingerprint: str | None = None
    known: bool = False
    error: OnrecordError | None = None

    @property
    def to_read(self) -> bool:
        """Whether there is anything to do."""
        return not self.known and self.error is None


_Given = tuple[Job, Future[Result] | None]
"""A job with what will come of it, if it was given to a process."""


def read_here(jobs: Iterable[Job], read: Read) -> Iterator[tuple[Job, Result | None]]:
    """Read each job in this process. None for those known."""
    for job in jobs:
        yield job, (_attempt(job.name, job.load, read) if job.to_read else job.error)


def read_apart(
    jobs: Iterable[Job], read: Read, open_reader: Callable[[], Read], workers: int
) -> Iterator[tuple[Job, Result | None]]:
    """Read each job in one of some processes, whose reader `open_reader` opens; it must be picklable.

    A job that cannot be sent there (its `load` is no module's function: standard input) is read here, by `read`.
    """
    waiting: deque[_Given] = deque()
    pool = _Pool(open_reader, workers)
    try:
        for job in jobs:
            waiting.append((job, pool.submit(job) if job.to_read else None))
            if len(waiting) >= workers * _AHEAD:
                yield from _next(waiting, pool, read)
        while waiting:
            yield from _next(waiting, pool, read)
    finally:
        pool.close()


def _next(waiting: deque[_Given], pool: _Pool, read: Read) -> Iterator[tuple[Job, Result | None]]:
    """The oldest job's result; of all that wait, one at a time, where a process died."""
    job, future = waiting.popleft()
    try:
        yield job, _result(job, future, read)
    except BrokenProcessPool:
        yield job, pool.read_alone(job, read)
        while waiting:
            job, future = waiting.popleft()
            if future is not None and not _is_done(future):
                yield job, pool.read_alone(job, read)
            else:
                yield job, _result(job, future, read)


def _result(job: Job, future: Future[Result] | None, read: Read) -> Result | None:
    """What came of a job. Raises BrokenProcessPool if a process died meanwhile."""
    if future is None:
        return job.error
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception:  # sending it failed: what goes wrong in reading comes back as a result
        return _attempt(job.name, job.load, read)


def _is_done(future: Future[Result]) -> bool:
    return future.done() and not isinstance(future.exception(), BrokenProcessPool)


class _Pool:
    """Processes that can be replaced when one of them died."""

    def __init__(self, open_reader: Callable[[], Read], workers: int) -> None:
        self._open_reader, self._workers = open_reader, workers
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, job: Job) -> Future[Result]:
        """Have a job read."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._workers, mp_context=get_context("spawn"), initializer=_open, initargs=(self._open_reader,)
            )
        try:
            return self._executor.submit(_read_job, job.name, job.load)
        except BrokenProcessPool as broken:
            future: Future[Result] = Future()
            future.set_exception(broken)
            return future

    def read_alone(self, job: Job, read: Read) -> Result | None:
        """Have a job read with nothing else under way: if a process dies now, this job is why."""
        self.close()
        try:
            return _result(job, self.submit(job), read)
        except BrokenProcessPool:
            self.close()
            return OnrecordError(job.name, "internal error: the process that read it died", "it may need more memory")

    def close(self) -> None:
        """End the processes, without waiting for jobs that have not begun."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


_reader: Read | None = None  # of this process, where it is one that reads


def _open(open_reader: Callable[[], Read]) -> None:
    global _reader  # noqa: PLW0603 - the way to hand a process something once
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes, which then ends this one
    _reader = open_reader()


def _read_job(name: str, load: Callable[[], Article]) -> Result:
    assert _reader is not None
    return _attempt(name, load, _reader)


def _attempt(name: str, load: Callable[[], Article], read: Read) -> Result:
    try:
        return read(load())
    except OnrecordError as error:
        return error
    except Exception as error:  # a mistake of ours on one page must not cost the others
        return internal_error(name, error)


def internal_error(name: str, error: Exception) -> OnrecordError:
    """A mistake of ours, as an error about the page that brought it out."""
    words = f"internal error: {type(error).__name__}: {error}".rstrip(": ")
    return OnrecordError(name, words, "please report it, with the page if you may")
