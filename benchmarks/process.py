"""Running a command on one core and asking the system what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process. seconds: wall clock; cpu_seconds: user and system; peak_mb: resident memory at most."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    output: str


def run(arguments: Sequence[str | Path], *, one_core: bool = True) -> Run:
    """Run `python ...` in a process of its own. Raises RuntimeError with what it complained of if it fails."""
    command = [sys.executable, *map(str, arguments)]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdout=out,
            stderr=err,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD},
            preexec_fn=_pin() if one_core else None,  # noqa: PLW1509 no threads here before the fork
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            err.seek(0)
            raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}\n{err.read()}")
        out.seek(0)
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read())


def _pin() -> Callable[[], None] | None:
    """Hold the child to one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    return lambda: os.sched_setaffinity(0, {core})


def forget_files(folders: Sequence[Path]) -> None:
    """Ask the system to drop these folders' files from its cache, so that the next start is a cold one."""
    if not hasattr(os, "posix_fadvise"):
        return
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                descriptor = os.open(path, os.O_RDONLY)
                try:
                    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                finally:
                    os.close(descriptor)
