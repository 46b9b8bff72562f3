"""Adding a folder of articles to a record, and adding it again."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpus import write_variations
from benchmarks.process import Run, run


def measure(number: int) -> dict[str, Any]:
    """Add so many articles to a new record by the command line, on one core; then the same once more."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as place:
        pages, record = Path(place) / "pages", Path(place) / "bench.db"
        pages.mkdir()
        text_bytes = sum(path.stat().st_size for path in write_variations(pages, number))
        first, second = _add(pages, record), _add(pages, record)
        report, again = json.loads(first.output), json.loads(second.output)
        return {
            "articles": number,
            "input_mb": round(text_bytes / 1e6, 1),
            "added": report["added"],
            "statements": report["statements"],
            "seconds": round(first.seconds, 1),
            "cpu_seconds": round(first.cpu_seconds, 1),
            "articles_per_s": round(number / first.seconds, 1),
            "peak_mb": round(first.peak_mb),
            "record_mb": round(sum(f.stat().st_size for f in Path(place).glob("bench.db*")) / 1e6, 1),
            "again_seconds": round(second.seconds, 1),
            "again_unchanged": again["unchanged"],
        }


def _add(pages: Path, record: Path) -> Run:
    return run(["-m", "onrecord", "add", "--format", "json", "--record", record, pages])
