"""The model card: what made the weights, on what, and how good they are on dev data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.attribution import predict, read_rows, score_attributions
from evaluation.commands import read_folder
from evaluation.data import data_digest
from evaluation.record import read_items, score_record

from onrecord.model import load_tagger
from training.annotations import FOLDER as ANNOTATIONS


def write_card(folder: Path, *, version: str, options: dict[str, Any], data: Path, command: str) -> None:
    """Measure the model in `folder` on dev data and write card.json beside it.

    A first card without scores is written before, since a model without a card does not open.
    """
    card: dict[str, Any] = {
        "name": "onrecord-minilm",
        "version": version,
        "language": "en",
        "licence": "Apache-2.0 (weights started from all-MiniLM-L6-v2, Apache-2.0)",
        "architecture": "MiniLM-L6-H384 with quotation and case features; cue tagger, pair head, event outputs; int8",
        "data": {
            "polnear/train.jsonl.gz": data_digest(data / "polnear/train.jsonl.gz"),
            "train-gold (six sevenths)": data_digest(data / "train-gold"),
            "training/annotations (six sevenths)": data_digest(ANNOTATIONS),
            "timeml/tbaq.jsonl.gz": data_digest(data / "timeml/tbaq.jsonl.gz"),
            "factuality/uw-train.conll.gz": data_digest(data / "factuality/uw-train.conll.gz"),
        },
        "command": command,
        "options": options,
        "scores": {},
    }
    path = folder / "card.json"
    path.write_text(json.dumps(card, indent=1), encoding="utf-8")
    tagger = load_tagger(folder)
    rows = read_rows(data / "polnear/dev.jsonl.gz")
    attribution = {name: round(c.f1, 2) for name, c in score_attributions(rows, predict(rows, tagger)).items()}
    held = read_folder(data / "train-gold", tagger, part="dev")
    pages = read_folder(data / "gold", tagger)
    card["scores"] = {
        "PolNeAR dev": attribution,
        "guide, held out": _round(
            score_record([i for i in read_items(data / "train-gold", held.get) if i.name in held])
        ),
        "newsroom pages, dev": _round(score_record(read_items(data / "gold", pages.get))),
    }
    path.write_text(json.dumps(card, indent=1), encoding="utf-8")


def _round(scores: Any) -> dict[str, float]:
    shown = (
        "statements",
        "statements exact",
        "statements right",
        "named persons, of matched",
        "said, of dated",
        "events",
        "events right",
        "status, of matched",
        "window near, of matched",
    )
    figures = scores.figures()
    return {name: round(figures[name], 2) for name in shown if name in figures}
