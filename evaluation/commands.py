"""The commands that run the whole reader over annotated articles and print the figures."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.attribution import Count, predict, read_rows, score_attributions, write_predictions
from evaluation.data import held_out
from evaluation.record import read_items, score_record
from onrecord.errors import OnrecordError
from onrecord.model import Tagger, load_tagger
from onrecord.plain import reading_to_plain
from onrecord.reading import read_article
from onrecord.records import Article
from onrecord.sources import load


def _parser(name: str, about: str, gold: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m evaluation {name}", description=about)
    parser.add_argument("gold", type=Path, help=gold)
    parser.add_argument("--predictions", type=Path, help="write the system's answers there, in the scorers' form")
    parser.add_argument("--model", type=Path, help="a folder with another model than the one that ships")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def attribution(argv: Sequence[str]) -> int:
    """Linked source, cue and content against PolNeAR."""
    options = _parser("attribution", attribution.__doc__ or "", "a JSONL file, .gz or not").parse_args(argv)
    rows = read_rows(options.gold)
    tagger = load_tagger(options.model)
    started = time.perf_counter()
    found = predict(rows, tagger)
    seconds = time.perf_counter() - started
    if options.predictions:
        write_predictions(options.predictions, found)
    scores = score_attributions(rows, found)
    words = sum(len(row["text"].split()) for row in rows)
    print_counts(scores, as_json=options.json)
    if not options.json:
        print(f"{len(rows)} articles, {words} words, {words / seconds:.0f} words a second")
    return 0


def record(argv: Sequence[str]) -> int:
    """Whole readings of annotated articles: the page where there is one, else the text."""
    parser = _parser("record", record.__doc__ or "", "a folder of ID.gold.json, ID.txt, ID.meta.json, ID.html.gz")
    parser.add_argument("--text", action="store_true", help="read ID.txt even where there is a page")
    parser.add_argument("--errors", action="store_true", help="print every miss")
    parser.add_argument("--per-article", action="store_true")
    parser.add_argument("--hold-out", choices=("all", "train", "dev"), default="all", help="which share, by article")
    options = parser.parse_args(argv)
    answers = read_folder(options.gold, load_tagger(options.model), text_only=options.text, part=options.hold_out)
    if options.predictions:
        options.predictions.mkdir(parents=True, exist_ok=True)
        for name, answer in answers.items():
            (options.predictions / f"{name}.json").write_text(json.dumps(answer, indent=1), encoding="utf-8")
    items = [item for item in read_items(options.gold, answers.get) if item.name in answers]
    scores = score_record(items)
    if options.errors:
        print("\n".join(scores.errors))
    if options.per_article:
        for item in items:
            figures = score_record([item]).figures()
            print(f"{item.name:64} statements {figures['statements']:5.1f} right {figures['statements right']:5.1f}")
    print_counts(scores.counts, as_json=options.json, shares=scores.shares)
    return 0


def read_folder(folder: Path, tagger: Tagger, *, text_only: bool = False, part: str = "all") -> dict[str, Any]:
    """Read every annotated article of a folder; one that is refused answers with nothing but its reason."""
    answers: dict[str, Any] = {}
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if part != "all" and held_out(name) != (part == "dev"):
            continue
        try:
            article = _article(folder, name, text_only=text_only)
            answers[name] = reading_to_plain(read_article(article, tagger=tagger))
        except OnrecordError as error:
            answers[name] = {"statements": [], "events": [], "error": str(error)}
    return answers


def _article(folder: Path, name: str, *, text_only: bool) -> Article:
    page, dump = folder / f"{name}.html.gz", folder / f"{name}.dump.txt"
    if not text_only and page.exists():
        return load(page)
    if not text_only and dump.exists():
        return load(dump)
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    published = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))["published"]
    return Article.from_text(text, published=published, title=text.split("\n", 1)[0])


def print_counts(
    counts: Mapping[str, Count], *, as_json: bool = False, shares: Mapping[str, tuple[float, int]] | None = None
) -> None:
    """The figures as aligned lines, or as one JSON object."""
    if as_json:
        figures = {name: {"p": c.precision, "r": c.recall, "f": c.f1, "gold": c.gold} for name, c in counts.items()}
        told = {name: 100 * hit / of for name, (hit, of) in (shares or {}).items() if of}
        print(json.dumps({**figures, **told}, indent=1))
        return
    for name, count in counts.items():
        print(f"{name:28} P {count.precision:5.1f}  R {count.recall:5.1f}  F1 {count.f1:5.1f}   of {count.gold}")
    for name, (hit, of) in (shares or {}).items():
        if of:
            print(f"{name:28} {100 * hit / of:5.1f}   of {of}")
