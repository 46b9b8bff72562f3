"""`python -m benchmarks`: measure, print a table, and write it beside this file."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import adding, starting
from benchmarks.corpus import samples, shared_pages
from benchmarks.machine import facts
from benchmarks.process import run
from benchmarks.report import markdown


def main() -> None:
    """Parse the arguments, measure, report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure speed and memory of onrecord.")
    parser.add_argument("--quick", action="store_true", help="a short run that shows that all of it works")
    parser.add_argument("--out", type=Path, help="a folder to write results.json and results.md into")
    arguments = parser.parse_args()
    results = measure(quick=arguments.quick)
    print(markdown(results))
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
        (arguments.out / "results.md").write_text(markdown(results) + "\n", encoding="utf-8")


def measure(*, quick: bool) -> dict[str, Any]:
    """Every measurement, each in processes of its own, one after the other."""
    machine = facts()  # first: the load average should not be our own
    corpora = {"samples": (1 if quick else 20, samples())}
    if pages := shared_pages():
        corpora["real pages beside the checkout"] = (1, pages[:20] if quick else pages)
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine,
        "reading": {name: _reading(files, rounds) for name, (rounds, files) in corpora.items()},
        "adding": adding.measure(50 if quick else 1000),
        "starting": starting.measure(1 if quick else 5),
    }


def _reading(files: list[Path], rounds: int) -> dict[str, Any]:
    measured: dict[str, Any] = json.loads(run(["-m", "benchmarks.reading", str(rounds), *files]).output)
    return measured


if __name__ == "__main__":
    main()
