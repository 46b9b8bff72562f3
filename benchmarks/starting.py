"""How long one waits: the first answer of `onrecord read` on a page, and `onrecord --help`."""

from __future__ import annotations

import statistics
import sysconfig
from pathlib import Path
from typing import Any

import onrecord
from benchmarks.corpus import samples
from benchmarks.process import forget_files, run


def measure(times: int) -> dict[str, Any]:
    """Seconds from command to exit, each in a new process that may use every core, as a user's would.

    cold: the files of Python's packages and of onrecord are dropped from the system's cache before.
    """
    page = next(path for path in samples() if path.suffix == ".html")
    command: list[str | Path] = ["-m", "onrecord", "read", page]
    folders = [Path(sysconfig.get_path("purelib")), Path(onrecord.__file__).parent]
    cold, cpu = [], []
    for _ in range(min(times, 3)):
        forget_files(folders)
        ran = run(command, one_core=False)
        cold.append(ran.seconds)
        cpu.append(ran.cpu_seconds)
    warm = [run(command, one_core=False).seconds for _ in range(times)]
    helped = [run(["-m", "onrecord", "--help"], one_core=False).seconds for _ in range(times)]
    return {
        "page": page.name,
        "read_cold_s": _worst(cold),
        "read_cpu_s": _worst(cpu),
        "read_warm_s": _middle(warm),
        "help_s": _middle(helped),
    }


def _worst(seconds: list[float]) -> float:
    return round(max(seconds), 2)


def _middle(seconds: list[float]) -> float:
    return round(statistics.median(seconds), 2)
