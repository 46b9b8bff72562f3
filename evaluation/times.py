"""Time expressions against TimeML, as TempEval-3 scores them.

GOLD is a JSONL file (.gz or not), or a folder of such, a document per line: either name and tml (a TimeML document), or
name, published, text and times [{start, end, type, value}] with offsets in characters of text.

  strict    same extent
  relaxed   extents overlap
  type      relaxed and the same TIMEX3 type
  value     relaxed and the same TIMEX3 value

A folder of ID.gold.json, as for `record`, is measured by the windows of its events instead (see `windows.py`).

`--split held-out` takes every fifth document in the order of names, which nobody looks at while rules are written;
`--split seen` the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.windows import evaluate_windows
from onrecord.records import parse_moment
from onrecord.times import find_times

MEASURES = ("strict", "relaxed", "type", "value")
Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated document: its text, its publication time as told, and its times as start, end, type and value."""

    name: str
    published: str | None
    text: str
    times: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 in percent, and how many times the gold holds."""

    p: float
    r: float
    f: float
    gold: int


def read_documents(path: Path) -> list[Document]:
    """The documents of a JSONL file or of all such files of a folder, in the order of their names."""
    files = sorted(file for file in path.iterdir() if ".jsonl" in file.name) if path.is_dir() else [path]
    return sorted((document_of(row) for file in files for row in _rows(file)), key=lambda document: document.name)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a row, TimeML or plain."""
    if "text" in row:
        return Document(row["name"], row["published"], row["text"], tuple(row["times"]))
    root = ElementTree.fromstring(row["tml"])
    body = root.find("TEXT")
    creation = root.find("DCT/TIMEX3")
    pieces: list[str] = []
    times: list[Found] = []
    if body is not None:
        _walk(body, pieces, times)
    return Document(row["name"], creation.get("value") if creation is not None else None, "".join(pieces), tuple(times))


def _walk(node: ElementTree.Element, pieces: list[str], times: list[Found]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, times)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        end = sum(map(len, pieces))
        times.append({"start": start, "end": end, "type": node.get("type"), "value": node.get("value")})


def published_of(document: Document) -> datetime | date | None:
    """The publication time of a document; None where it tells none that is a day."""
    try:
        return parse_moment(document.published) if document.published else None
    except ValueError:
        return None


def predict_times(document: Document) -> list[Found]:
    """What onrecord finds in a document, in the form of its gold."""
    return [
        {"start": found.span.start, "end": found.span.end, "type": found.type, "value": found.value}
        for found in find_times(document.text, published_of(document))
    ]


def score_times(pairs: Iterable[tuple[Sequence[Found], Sequence[Found]]]) -> dict[str, Figure]:
    """The figures over pairs of gold and system times, a pair per document.

    Each gold time is matched in order: with the time of the same extent, else with the last that overlaps.
    """
    hits = dict.fromkeys(MEASURES, 0)
    gold_count = system_count = 0
    for gold, system in pairs:
        gold_count += len(gold)
        system_count += len(system)
        for wanted, match in match_times(gold, system):
            if match is not None:
                for measure, right in zip(MEASURES, _judged(wanted, match), strict=True):
                    hits[measure] += right
    return {measure: _figure(hits[measure], system_count, gold_count) for measure in MEASURES}


def match_times(gold: Sequence[Found], system: Sequence[Found]) -> Iterator[tuple[Found, Found | None]]:
    """Each gold time with the system's time that stands for it, or None."""
    used: set[int] = set()
    for wanted in gold:
        best: int | None = None
        for place, found in enumerate(system):
            if place in used or found["start"] >= wanted["end"] or found["end"] <= wanted["start"]:
                continue
            if best is None or (found["start"], found["end"]) == (wanted["start"], wanted["end"]):
                best = place
        if best is not None:
            used.add(best)
        yield wanted, system[best] if best is not None else None


def _judged(wanted: Found, found: Found) -> tuple[bool, bool, bool, bool]:
    return (
        (found["start"], found["end"]) == (wanted["start"], wanted["end"]),
        True,
        found.get("type") == wanted["type"],
        (found.get("value") or "").upper() == (wanted["value"] or "").upper(),
    )


def _figure(hits: int, system: int, gold: int) -> Figure:
    p, r = (hits / system if system else 0.0), (hits / gold if gold else 0.0)
    return Figure(100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0, gold)


def split_documents(documents: Sequence[Document], split: str) -> list[Document]:
    """All documents, every fifth ("held-out"), or the others ("seen")."""
    if split == "all":
        return list(documents)
    return [document for place, document in enumerate(documents) if (place % 5 == 4) == (split == "held-out")]


def evaluate_times(
    path: Path, *, split: str = "all", predictions: Path | None = None
) -> tuple[dict[str, Figure], float]:
    """The figures on annotated documents, and the words read in a second of processor time.

    predictions: where to write what was found, a line per document, in the form that the scorers read.
    """
    documents = split_documents(read_documents(path), split)
    started = time.process_time()
    found = [predict_times(document) for document in documents]
    seconds = time.process_time() - started
    if predictions is not None:
        rows = ({"name": doc.name, "times": times} for doc, times in zip(documents, found, strict=True))
        predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    words = sum(len(document.text.split()) for document in documents)
    figures = score_times((doc.times, times) for doc, times in zip(documents, found, strict=True))
    return figures, words / seconds if seconds else 0.0


def error_lines(documents: Sequence[Document]) -> Iterator[str]:
    """Each mistake as a line: what kind, the words in their place, what the gold and the system say."""
    for document in documents:
        system = predict_times(document)
        matched: list[Found] = []
        for wanted, found in match_times(document.times, system):
            if found is None:
                yield _line("missed", document, wanted, wanted, None)
                continue
            matched.append(found)
            kinds = [kind for kind, right in zip(MEASURES, _judged(wanted, found), strict=True) if not right]
            if kinds:
                yield _line("/".join(kinds), document, wanted, wanted, found)
        for found in system:
            if not any(found is one for one in matched):
                yield _line("spurious", document, found, None, found)


def _line(kind: str, document: Document, at: Found, wanted: Found | None, found: Found | None) -> str:
    text, start, end = document.text, at["start"], at["end"]
    place = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")
    told = " | ".join(
        f"{text[one['start'] : one['end']]!r} {one['type']} {one['value']}" if one else "-" for one in (wanted, found)
    )
    return f"{kind}\t{document.name} {document.published}\t{place}\t{told}"


def main(argv: Sequence[str]) -> int:
    """Time expressions against TimeML."""
    parser = argparse.ArgumentParser(prog="python -m evaluation time", description=main.__doc__)
    parser.add_argument("gold", type=Path, help="a JSONL file, .gz or not, or a folder of such, or of ID.gold.json")
    parser.add_argument("--split", choices=("all", "held-out", "seen"), default="all")
    parser.add_argument("--predictions", type=Path, help="write the system's answers there, in the scorers' form")
    parser.add_argument("--errors", action="store_true", help="print every mistake, a line each")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(argv)
    if options.gold.is_dir() and any(options.gold.glob("*.gold.json")):
        windows = evaluate_windows(options.gold)
        print(
            f"windows told to the day: {windows.told} of {windows.events}, {windows.with_time} with a time beside them"
        )
        return 0
    figures, pace = evaluate_times(options.gold, split=options.split, predictions=options.predictions)
    if options.errors:
        for line in error_lines(split_documents(read_documents(options.gold), options.split)):
            print(line)
    if options.json:
        print(json.dumps({measure: asdict(figure) for measure, figure in figures.items()}, indent=1))
        return 0
    for measure, figure in figures.items():
        print(f"{measure:8} P {figure.p:5.1f}  R {figure.r:5.1f}  F1 {figure.f:5.1f}   of {figure.gold}")
    print(f"{pace:,.0f} words/s")
    return 0
