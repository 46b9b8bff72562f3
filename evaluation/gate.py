"""The gate: every figure that has a floor, measured on the data beside the checkout.

A change that lowers one does not go in. `floors.json` holds for each measurement its data (a path below the data
folder), a digest of that data, and the floors. The digest makes sure that a figure is compared on what it was measured
on. Floors of figures that the model decides lie half a point (attributions) or a point (whole readings) below what was
reached: processors round int8 products differently.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from evaluation.attribution import predict, read_rows, score_attributions
from evaluation.commands import read_folder
from evaluation.data import data_digest, data_folder
from evaluation.record import read_items, score_record
from evaluation.sources import source_figures
from evaluation.times import evaluate_times
from onrecord.model import load_tagger

FLOORS = Path(__file__).with_name("floors.json")


def attribution_figures(path: Path) -> Mapping[str, float]:
    """F1 of everything that the attribution scorer tells."""
    rows = read_rows(path)
    return {name: count.f1 for name, count in score_attributions(rows, predict(rows, load_tagger())).items()}


def record_figures(path: Path) -> Mapping[str, float]:
    """Figures of whole readings over a folder of annotated pages."""
    return _record_figures(path, "all")


def held_out_figures(path: Path) -> Mapping[str, float]:
    """The same over the articles of a folder that the model was not trained on."""
    return _record_figures(path, "dev")


def _record_figures(path: Path, part: str) -> Mapping[str, float]:
    answers = read_folder(path, load_tagger(), part=part)
    scores = score_record([item for item in read_items(path, answers.get) if item.name in answers])
    return scores.figures() | {"events precision": scores.counts["events"].precision}


def time_figures(path: Path) -> Mapping[str, float]:
    """F1 of time expressions on the held-out documents."""
    figures, _ = evaluate_times(path, split="held-out")
    return {name: figure.f for name, figure in figures.items()}


MEASUREMENTS: dict[str, Callable[[Path], Mapping[str, float]]] = {
    "attribution": attribution_figures,
    "record": record_figures,
    "record, held out": held_out_figures,
    "sources": source_figures,
    "time": time_figures,
}


def main(argv: Sequence[str]) -> int:
    """Measure everything that has a floor; exit code 1 where a figure is below its floor or the data is another."""
    parser = argparse.ArgumentParser(prog="python -m evaluation gate", description=__doc__)
    parser.add_argument("--only", choices=sorted(MEASUREMENTS), help="one measurement instead of all")
    options = parser.parse_args(argv)
    shared = data_folder()
    if not (shared / "data").is_dir():
        print(f"gate: no evaluation data at {shared}: nothing measured")
        return 0
    failed = 0
    for row in json.loads(FLOORS.read_text(encoding="utf-8")):
        if options.only and row["measure"] != options.only:
            continue
        path = shared / "data" / row["data"]
        found = data_digest(path)
        if found != row["digest"]:
            print(f"gate: {row['data']} is not the data that the floors were measured on ({found})", file=sys.stderr)
            failed += 1
        figures = MEASUREMENTS[row["measure"]](path)
        for name, floor in row["floors"].items():
            low = figures[name] < floor
            failed += low
            print(f"{'LOW ' if low else 'ok  '} {row['data']:28} {name:28} {figures[name]:6.2f}   floor {floor}")
    print(f"gate: {failed} below their floor" if failed else "gate: every figure holds")
    return 1 if failed else 0
