"""Gains and losses between two versions, as snippets: a change is judged by reading, not by F1 alone.

python -m evaluation record ../shared/data/gold --predictions old/     (before the change)
python -m evaluation record ../shared/data/gold --predictions new/     (after it)
python -m evaluation compare ../shared/data/gold old/ new/
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.record import read_items, score_record


def changes(gold: Path, old: Path, new: Path) -> tuple[list[str], list[str]]:
    """What the new version gets right and the old one did not, and the other way round, as lines of text."""
    before, after = (Counter(score_record(read_items(gold, _answers(folder))).errors) for folder in (old, new))
    return sorted((before - after).elements()), sorted((after - before).elements())


def _answers(folder: Path) -> Any:
    def answer(name: str) -> dict[str, Any] | None:
        path = folder / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None

    return answer


def main(argv: Sequence[str]) -> int:
    """Print the mistakes that are gone and those that are new."""
    parser = argparse.ArgumentParser(prog="python -m evaluation compare", description=__doc__)
    parser.add_argument("gold", type=Path, help="a folder of ID.gold.json and ID.txt")
    parser.add_argument("old", type=Path, help="answers of the version before, written with --predictions")
    parser.add_argument("new", type=Path, help="answers of the version after")
    parser.add_argument("--events", action="store_true", help="show events too")
    options = parser.parse_args(argv)
    gone, come = changes(options.gold, options.old, options.new)
    for title, lines in (("mistakes gone", gone), ("mistakes new", come)):
        shown = [line for line in lines if options.events or " event " not in line]
        print(f"{title}: {len(shown)}")
        print("\n".join(f"  {line}" for line in shown))
    return 0
