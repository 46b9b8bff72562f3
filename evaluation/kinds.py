"""Mistakes counted by kind, over a folder of articles annotated after the guide: what to work on, and what to expect.

python -m evaluation kinds ../shared/data/gold
python -m evaluation kinds ../shared/data/train-gold --hold-out dev
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.commands import read_folder
from evaluation.grounding import GroundedText
from evaluation.record import (
    Item,
    events_of,
    match_events,
    match_statements,
    near,
    read_items,
    same_name,
    statements_of,
)
from onrecord.model import load_tagger

PAST = ("occurred", "ongoing")
OFF = ("cancelled", "ruled_out", "postponed")


def kinds_of(items: Sequence[Item]) -> Counter[str]:
    """How often each kind of mistake is made, and how many statements and events there are ("of ...")."""
    counts: Counter[str] = Counter()
    for item in items:
        text = GroundedText(item.text)
        counts.update(_statement_kinds(statements_of(text, item.gold), statements_of(text, item.system)))
        counts.update(_event_kinds(events_of(text, item.gold), events_of(text, item.system)))
    return counts


def _statement_kinds(gold: list[dict[str, Any]], system: list[dict[str, Any]]) -> Iterator[str]:
    pairs = match_statements(gold, system)
    yield from ["of statements annotated"] * len(gold)
    yield from ["of statements found"] * len(system)
    yield from ["of statements matched"] * len(pairs)
    for i, j in pairs:
        g, s = gold[i], system[j]
        yield from _edges(g["tokens"], s["tokens"])
        yield from _speaker(g, s)
        yield from _days("said", g["said"], s["said"])
        if g["kind"] != s["kind"]:
            yield f"statement: kind {g['kind']} taken for {s['kind']}"
        if not same_name(g["venue"], s["venue"]):
            yield f"statement: venue {_told(g['venue'], s['venue'])}"
    hits = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, g in enumerate(gold):
        if i not in hits[0]:
            partly = any(g["tokens"] & s["tokens"] for s in system)
            yield f"statement: missed, {g['kind']}" + (", its words part of another" if partly else "")
    for j, s in enumerate(system):
        if j not in hits[1]:
            partly = any(s["tokens"] & g["tokens"] for g in gold)
            yield "statement: extra" + (", its words part of another" if partly else "")


def _edges(gold: frozenset[int], system: frozenset[int]) -> Iterator[str]:
    if gold == system:
        return
    if min(gold) != min(system):
        yield "statement: content begins too " + ("early" if min(system) < min(gold) else "late")
    if max(gold) != max(system):
        yield "statement: content ends too " + ("late" if max(system) > max(gold) else "early")
    if min(gold) == min(system) and max(gold) == max(system):
        yield "statement: content differs inside"


def _speaker(gold: dict[str, Any], system: dict[str, Any]) -> Iterator[str]:
    if not same_name(gold["speaker"], system["speaker"]):
        yield f"statement: speaker {_told(gold['speaker'], system['speaker'])}"


def _told(gold: Any, system: Any) -> str:
    if system is None:
        return "left unknown"
    return "told where none is" if gold is None else "another"


def _days(name: str, gold: tuple[str, str] | None, system: tuple[str, str] | None) -> Iterator[str]:
    if gold != system:
        yield f"statement: {name} " + _told(gold, system).replace("another", "on other days")


def _event_kinds(gold: list[dict[str, Any]], system: list[dict[str, Any]]) -> Iterator[str]:
    pairs = match_events(gold, system)
    yield from ["of events annotated"] * len(gold)
    yield from ["of events found"] * len(system)
    yield from ["of events matched"] * len(pairs)
    for i, j in pairs:
        g, s = gold[i], system[j]
        if g["status"] != s["status"]:
            yield f"event: status {g['status']} taken for {s['status']}"
        if not near(g["window"], s["window"]):
            yield "event: window " + _told(g["window"], s["window"]).replace("another", "on other days")
        if g["type"] != s["type"]:
            yield f"event: type {g['type']} taken for {s['type']}"
    hits = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (f"event: missed, {_side(g['status'])}" for i, g in enumerate(gold) if i not in hits[0])
    yield from (f"event: extra, {_side(s['status'])}" for j, s in enumerate(system) if j not in hits[1])


def _side(status: str | None) -> str:
    return "past" if status in PAST else "called off" if status in OFF else "ahead"


def main(argv: Sequence[str]) -> int:
    """Read the articles and print the kinds of mistakes with their counts, most frequent first."""
    parser = argparse.ArgumentParser(prog="python -m evaluation kinds", description=__doc__)
    parser.add_argument("gold", type=Path, help="a folder of ID.gold.json, ID.txt, ID.meta.json, ID.html.gz")
    parser.add_argument("--model", type=Path, help="a folder with another model than the one that ships")
    parser.add_argument("--hold-out", choices=("all", "train", "dev"), default="all", help="which share, by article")
    parser.add_argument("--least", type=int, default=2, help="leave out kinds of fewer mistakes")
    options = parser.parse_args(argv)
    answers = read_folder(options.gold, load_tagger(options.model), part=options.hold_out)
    counts = kinds_of([item for item in read_items(options.gold, answers.get) if item.name in answers])
    for name, count in counts.most_common():
        if name.startswith("of ") or count >= options.least:
            print(f"{count:5}  {name}")
    return 0
