"""`python -m training.said`: learn the weights of the days on which statements were made.

From the articles of train-gold and the further annotated ones (`training.annotations`), one in seven held out
(`evaluation.data.held_out`). Statements that the rules date are left as they are; of the others each day of the article
is a row (`onrecord.speakers.clues`), right where the annotators say so. A logistic regression with an L2 penalty, by
Newton's method. Prints the figures across folds by article, on the held-out articles and on the newsroom pages, for
each least probability, and writes the weights. Rules that date more statements leave fewer rows: learn them anew then.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluation.data import data_folder, held_out
from evaluation.speakers import Case, case_of, gold_days, load_cases

from onrecord.speakers.clues import NAMES, Days
from onrecord.speakers.resolve import said_clues
from onrecord.speakers.weighing import FloatArray, Table, best_days, probabilities, table_of
from training.annotations import UNDATED, read_annotations

WEIGHTS = Path(__file__).resolve().parents[1] / "src/onrecord/speakers/facts/said.json"
FOLDS = 8
STEPS = 12
PENALTY = 200.0  # of 3, 20, 60, 200 the best across folds
TAKE = 0.4
TAKES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
Window = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article: the rows of its statements, which rows are right, the rules' days and the annotators'."""

    table: Table
    right: FloatArray
    drafted: tuple[Days | None, ...]
    gold: tuple[Window, ...]


def window_of(day: Days | None) -> Window:
    """Days as the annotators write them."""
    return (day[0].isoformat(), day[1].isoformat()) if day is not None else None


def annotated(data: Path) -> list[Case]:
    """The articles of train-gold, and the further ones."""
    read = [row for row in read_annotations(data) if row[2]["round"] != UNDATED]
    further = [case_of(name, text, gold, {}) for name, text, gold in read]
    return [*load_cases(data / "train-gold"), *further]


def lessons_of(cases: Sequence[Case]) -> list[Lesson]:
    """Annotated articles as rows; those without statements are left out."""
    found: list[Lesson] = []
    for case in cases:
        clues = said_clues(case.article, case.attributions) if case.attributions else None
        if clues is None:
            continue
        table = table_of(clues)
        gold = tuple(gold_days(entry["said"]) for entry in case.gold)
        right = [
            float(gold[number] == window_of(day)) for number, day in zip(table.statements, table.days, strict=True)
        ]
        found.append(Lesson(table, np.array(right), tuple(clues.scenery.drafted), gold))
    return found


def fit(lessons: Sequence[Lesson]) -> FloatArray:
    """Weights of a logistic regression, the first by itself. The clues are brought to one scale for the penalty."""
    rows = np.vstack([lesson.table.rows for lesson in lessons])
    right = np.concatenate([lesson.right for lesson in lessons])
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread < 1e-9] = 1.0
    scaled = np.hstack([np.ones((len(rows), 1)), (rows - mean) / spread])
    penalty = np.full(scaled.shape[1], PENALTY)
    penalty[0] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        share = 1.0 / (1.0 + np.exp(-scaled @ weights))
        slope = scaled.T @ (share - right) + penalty * weights
        curve = (scaled.T * (share * (1.0 - share))) @ scaled + np.diag(penalty + 1e-6)
        weights -= np.linalg.solve(curve, slope)
    weights[1:] /= spread
    weights[0] -= weights[1:] @ mean
    return weights


def judge(lessons: Sequence[Lesson], chances: Sequence[FloatArray], take: float) -> str:
    """How many days are right: of all statements, of the dated and of the undated."""
    counts = {"all": [0, 0], "dated": [0, 0], "undated": [0, 0]}
    for lesson, chance in zip(lessons, chances, strict=True):
        found = best_days(lesson.table, chance, take)
        for number, gold in enumerate(lesson.gold):
            right = window_of(found.get(number, lesson.drafted[number])) == gold
            for kind in ("all", "dated" if gold else "undated"):
                counts[kind][0] += right
                counts[kind][1] += 1
    return "  ".join(f"{kind} {100 * right / max(1, of):.1f} of {of}" for kind, (right, of) in counts.items())


def across_folds(lessons: Sequence[Lesson]) -> list[FloatArray]:
    """The chances of each article's rows by weights that have not seen it."""
    chances: list[FloatArray] = []
    weights = [
        fit([lesson for number, lesson in enumerate(lessons) if number % FOLDS != fold]) for fold in range(FOLDS)
    ]
    for number, lesson in enumerate(lessons):
        chances.append(probabilities(lesson.table.rows, weights[number % FOLDS]))
    return chances


def report(name: str, lessons: Sequence[Lesson], chances: Sequence[FloatArray]) -> None:
    """Print the figures of some articles: by the rules alone, and for each least probability."""
    print(f"{name}: {len(lessons)} articles; by the rules alone  {judge(lessons, chances, 2.0)}")
    for take in TAKES:
        print(f"  take {take:.2f}  {judge(lessons, chances, take)}")


def main() -> None:
    """Read the articles, print the figures, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.said", description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder() / "data")
    parser.add_argument("--take", type=float, default=TAKE, help="least probability of a day that is told")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    cases = annotated(options.data)
    lessons = lessons_of([case for case in cases if not held_out(case.name)])
    report("across folds", lessons, across_folds(lessons))
    weights = fit(lessons)
    checks = {
        "held out": [case for case in cases if held_out(case.name)],
        "pages": [*load_cases(options.data / "gold")],
    }
    for name, check in checks.items():
        unseen = lessons_of(check)
        report(name, unseen, [probabilities(lesson.table.rows, weights) for lesson in unseen])
    told = {
        "take": options.take,
        "weights": {name: round(float(weight), 4) for name, weight in zip(["", *NAMES], weights, strict=True)},
    }
    options.out.write_text(json.dumps(told, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
