"""Weighs the candidate days of statements that the rules leave without one: a logistic regression over their clues.

The weights are in `facts/said.json`, by `python -m training.said`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from onrecord.speakers.clues import NAMES, Clues, Days

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """One number for each clue, after one by itself. `take`: the least probability of a day that is told."""

    clues: FloatArray
    take: float


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship. Raises ValueError where they are of other clues."""
    told = json.loads(files("onrecord.speakers").joinpath("facts", "said.json").read_text("utf-8"))
    if list(told["weights"]) != ["", *NAMES]:
        raise ValueError("facts/said.json has weights of other clues; make it anew with python -m training.said")
    return Weights(np.array(list(told["weights"].values())), float(told["take"]))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of an article: for each its statement and day. rows: (rows, clues)."""

    statements: tuple[int, ...]
    days: tuple[Days, ...]
    rows: FloatArray


def table_of(clues: Clues) -> Table:
    """The rows of all statements that the rules left without a day."""
    statements: list[int] = []
    days: list[Days] = []
    rows: list[list[float]] = []
    for number, drafted in enumerate(clues.scenery.drafted):
        if drafted is not None:
            continue
        for day, row in clues.rows(number):
            statements.append(number)
            days.append(day)
            rows.append(row)
    return Table(tuple(statements), tuple(days), np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES)))


def probabilities(rows: FloatArray, weights: FloatArray) -> FloatArray:
    """Of each row that its day is right. rows: (rows, clues); weights: (clues + 1,), the first stands by itself."""
    shares: FloatArray = 1.0 / (1.0 + np.exp(-(rows @ weights[1:] + weights[0])))
    return shares


def best_days(table: Table, chances: FloatArray, take: float) -> Mapping[int, Days]:
    """The likeliest day of each statement, where it is likely enough."""
    best: dict[int, tuple[float, Days]] = {}
    for number, day, chance in zip(table.statements, table.days, chances.tolist(), strict=True):
        if chance >= take and chance > best.get(number, (0.0, day))[0]:
            best[number] = (chance, day)
    return {number: day for number, (_, day) in best.items()}


def weigh(clues: Clues, weights: Weights) -> Mapping[int, Days]:
    """The days of statements that the rules left without one, by statement; those that stay without are left out."""
    table = table_of(clues)
    if not table.statements:
        return {}
    return best_days(table, probabilities(table.rows, weights.clues), weights.take)
