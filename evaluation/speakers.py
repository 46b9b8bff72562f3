"""Measure who spoke, when and where, with the true spans given: mistakes of the tagger do not count here.

    python -m evaluation speakers GOLD_DIR [--hold-out train|dev|all] [--errors KIND]

GOLD_DIR holds ID.gold.json, ID.txt and ID.meta.json. The gold's cue, source and content strings are located in the
text and handed to `resolve_speakers` as if a perfect model had found them. Speakers are compared as the scorer of
whole readings does: one name's words are contained in the other's, titles set aside, or half of them overlap.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.grounding import fold
from evaluation.record import same_name
from onrecord.records import Act, Article, Attribution, Interval, Span, Statement, StatementKind
from onrecord.speakers import resolve_speakers

HELD_OUT_EVERY = 5
"""Every fifth article of a folder, in order of names, is held out from tuning."""
BREAK_COST = 200
"""Characters that a paragraph break counts for when a cue is sought near its content."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article with the gold statements that could be located, each with the attribution made of it."""

    name: str
    article: Article
    gold: tuple[dict[str, Any], ...]
    attributions: tuple[Attribution, ...]


def places(words: str, text: str) -> list[Span]:
    """Where the words stand in the folded text, whole words only, whatever the white space between them."""
    pattern = r"\s+".join(re.escape(part) for part in fold(words).split())
    if not pattern:
        return []
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*match.span()) for match in re.finditer(before + pattern + after, text, re.IGNORECASE)]


def distance(span: Span, others: Sequence[Span]) -> int:
    """Characters between a span and the nearest of the others."""
    return min((max(other.start - span.end, span.start - other.end, 0) for other in others), default=0)


def gap_between(one: Span, other: Span, text: str) -> str:
    """The text between two spans."""
    return text[min(one.end, other.end) : max(one.start, other.start)]


def locate(gold: dict[str, Any], text: str, after: int) -> tuple[tuple[Span, ...], Span | None, Span | None]:
    """Content, cue and source of a gold statement, each where it lies nearest to the others."""
    cues = places(gold["cue"], text) if gold["cue"] else []
    content: list[Span] = []
    for words in gold["content"]:
        found = [span for span in places(words, text) if span.start >= (content[-1].end if content else after)]
        found = found or places(words, text)
        near = [span for span in found if cues and distance(span, cues) < 250]
        content += (near or found)[:1]
    free = [span for span in cues if not any(span.overlaps(piece) for piece in content)] or cues
    sources = places(gold["source"], text) if gold["source"] else []

    def cost(cue: Span) -> int:
        breaks = min(gap_between(cue, piece, text).count("\n\n") for piece in content) if content else 0
        return distance(cue, content) + distance(cue, sources) + BREAK_COST * breaks

    cue = min(free, key=lambda span: (cost(span), span.start), default=None)
    anchors = [cue] if cue else content
    clear = [span for span in sources if not any(span.overlaps(piece) for piece in [*content, *([cue] if cue else [])])]
    source = min(clear or sources, key=lambda span: (distance(span, anchors), -span.start), default=None)
    return tuple(content), cue, source


def load_case(path: Path) -> Case:
    """One gold article, its statements located; those whose content is not in the text are left out."""
    gold = json.loads(path.read_text("utf-8"))
    stem = path.name.removesuffix(".gold.json")
    meta_path = path.with_name(f"{stem}.meta.json")
    meta = json.loads(meta_path.read_text("utf-8")) if meta_path.exists() else {}
    return case_of(stem, path.with_name(f"{stem}.txt").read_text("utf-8"), gold, meta)


def case_of(name: str, text: str, gold: dict[str, Any], meta: dict[str, Any]) -> Case:
    """An article with its annotations located in its text. meta: its title, publisher and day, as far as told apart."""
    article = Article.from_text(
        text,
        published=gold.get("published") or meta.get("published"),
        title=meta.get("title"),
        publisher=meta.get("publisher"),
    )
    folded = fold(text)
    after = len(text.split("\n", 1)[0])
    kept: list[dict[str, Any]] = []
    attributions: list[Attribution] = []
    for entry in gold["statements"]:
        content, cue, source = locate(entry, folded, after)
        if not content:
            continue
        after = content[0].start
        bare = cue is None and source is None
        attributions.append(
            Attribution(
                content,
                cue,
                source,
                StatementKind(entry["kind"]),
                Act(entry["act"]),
                continues=continued(attributions, content) if bare else None,
            )
        )
        kept.append(entry)
    return Case(name, article, tuple(kept), tuple(attributions))


def continued(before: Sequence[Attribution], content: tuple[Span, ...]) -> int | None:
    """The statement that a bare quotation runs on from: the last before it that is not within another."""
    for index in range(len(before) - 1, -1, -1):
        other = before[index]
        nested = any(outer.content[0].contains(other.content[0]) for outer in before[:index])
        if not nested and other.content[0].end <= content[0].start:
            return index
    return None


def load_cases(folder: Path, part: str = "all") -> Iterator[Case]:
    """The articles of a folder; part is "train" (four in five), "dev" (the fifth) or "all"."""
    for number, path in enumerate(sorted(folder.glob("*.gold.json"))):
        held_out = number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1
        if part == "all" or (part == "dev") == held_out:
            yield load_case(path)


def days(interval: Interval | None) -> tuple[str, str] | None:
    """An interval as the gold writes it; "" is an open end."""
    if interval is None:
        return None
    return tuple(day.isoformat() if day else "" for day in (interval.earliest, interval.latest))  # type: ignore[return-value]


def gold_days(window: dict[str, str] | None) -> tuple[str, str] | None:
    """The gold's interval in the same form."""
    if not window or not (window.get("earliest") or window.get("latest")):
        return None
    return (window.get("earliest") or "")[:10], (window.get("latest") or "")[:10]


def judge(gold: dict[str, Any], statement: Statement) -> dict[str, bool]:
    """What is right in one statement, by kind of fact."""
    speaker = statement.speaker
    return {
        "speaker": same_name(gold["speaker"], speaker.name if speaker else None),
        "type": gold["speaker_type"] == (speaker.type if speaker else None),
        "role": same_name(gold["role"], speaker.role if speaker else None),
        "said": gold_days(gold["said"]) == days(statement.said),
        "venue": same_name(gold["venue"], statement.venue),
    }


class Tally:
    """Counts of right and all, by figure."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()

    def add(self, figure: str, right: bool) -> None:
        """Count one case of a figure."""
        self.all[figure] += 1
        self.right[figure] += right

    def add_statement(self, gold: dict[str, Any], verdict: dict[str, bool]) -> None:
        """Count a statement under every figure that it bears on."""
        for fact, right in verdict.items():
            self.add(fact, right)
        if gold["speaker_type"] == "person":
            self.add("named persons", verdict["speaker"])
        if gold["said"]:
            self.add("said, of dated", verdict["said"])
        else:
            self.add("said, of undated", verdict["said"])
        self.add("venue, of told" if gold["venue"] else "venue, of untold", verdict["venue"])
        self.add("right (speaker and said)", verdict["speaker"] and verdict["said"])

    def lines(self) -> Iterator[str]:
        """One line for each figure: share in per cent, and the counts."""
        for figure, count in self.all.items():
            yield f"{figure:26}{100 * self.right[figure] / count:6.1f}   {self.right[figure]} of {count}"


def context(case: Case, attribution: Attribution, *, before: int, after: int) -> str:
    """The text around a statement's source or cue, for reading errors."""
    anchor = attribution.source or attribution.cue or attribution.content[0]
    text = case.article.text
    marked = f"{text[max(0, anchor.start - before) : anchor.start]}[[{anchor.of(text)}]]"
    return (marked + text[anchor.end : anchor.end + after]).replace("\n", " / ")


def describe_error(case: Case, gold: dict[str, Any], statement: Statement, fact: str, *, width: int) -> str:
    """One mistake as two lines: what was expected and found, and the words around."""
    attribution = Attribution(statement.content, statement.cue, statement.source, statement.kind, statement.act)
    speaker = statement.speaker
    found = {
        "speaker": f"{speaker.name} ({speaker.type})" if speaker else None,
        "type": f"{speaker.name} ({speaker.type})" if speaker else None,
        "role": speaker.role if speaker else None,
        "said": days(statement.said),
        "venue": statement.venue,
    }[fact]
    wanted = {
        "speaker": f"{gold['speaker']} ({gold['speaker_type']})",
        "type": f"{gold['speaker']} ({gold['speaker_type']})",
        "said": gold_days(gold["said"]),
    }.get(fact, gold.get(fact))
    published = case.article.published_day
    head = f"- {case.name} {published} | {gold['source']!r} {gold['cue']!r}\n    want {wanted}\n    got  {found}"
    return f"{head}\n    {context(case, attribution, before=width, after=width)}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run over a folder of gold articles and print the figures."""
    parser = argparse.ArgumentParser(prog="evaluation speakers", description="Speakers, said and venue on true spans.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--hold-out", choices=("all", "train", "dev"), default="all")
    parser.add_argument("--errors", choices=("speaker", "type", "role", "said", "venue"))
    parser.add_argument("--width", type=int, default=200, help="characters of text around an error")
    options = parser.parse_args(argv)
    cases = list(load_cases(options.gold, options.hold_out))
    if not cases:
        sys.exit(f"no *.gold.json in {options.gold}")
    tally = Tally()
    words, seconds = 0, 0.0
    for case in cases:
        start = time.process_time()
        statements, _ = resolve_speakers(case.article, case.attributions)
        seconds += time.process_time() - start
        words += len(case.article.text.split())
        for gold, statement in zip(case.gold, statements, strict=True):
            verdict = judge(gold, statement)
            tally.add_statement(gold, verdict)
            if options.errors and not verdict[options.errors]:
                print(describe_error(case, gold, statement, options.errors, width=options.width))
    print(f"{len(cases)} articles, {words} words, {words / seconds:.0f} words a second of processor time")
    for line in tally.lines():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
