"""Attributions against PolNeAR: exact spans by role, and linked pairs of source and content.

GOLD is a JSONL file (.gz or not), an article per line: name, text, published, annotations {annotator: [{source, cue,
content}]}, each a list of [start, end] in characters of text. Where several people annotated an article, the first in
alphabetical order is the gold.

Tokens are runs of word characters or single marks. Marks at a span's edges are set aside, so that quotation marks and
commas do not decide; so is a leading "that", which PolNeAR keeps in a content and the project's guide leaves out.
  <role> span    exact F1 over contiguous spans, role by role
  <role> token   F1 over the tokens that carry the role
  content        F1 over whole contents, all pieces exact
  pair           F1 over linked attributions: content token F1 >= 0.5 and source token F1 >= 0.5 (or neither has one)
  pair exact     the same with both exact
  direct ...     the same among contents that begin with a quotation mark
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.grounding import TOKEN, trimmed_tokens
from onrecord.model import Scheme, Tagger
from onrecord.records import Article, Attribution
from onrecord.statements import POLNEAR, find_attributions

QUOTES = "\"“”‘’'«»„"
ROLES = ("source", "cue", "content")

Tokens = frozenset[int]
Spans = Sequence[Sequence[int]]
Linked = dict[str, Any]


@dataclass(slots=True)
class Count:
    """Hits among what the system found and what the gold holds."""

    hit: int = 0
    system: int = 0
    gold: int = 0

    def add(self, hit: int, system: int, gold: int) -> None:
        """Add one article's counts."""
        self.hit, self.system, self.gold = self.hit + hit, self.system + system, self.gold + gold

    @property
    def precision(self) -> float:
        """Share of the found that is right, in percent."""
        return 100 * self.hit / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, in percent."""
        return 100 * self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class _Text:
    text: str
    tokens: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = [match.span() for match in TOKEN.finditer(self.text)]

    def tokens_of(self, spans: Spans) -> Tokens:
        """Token numbers under the spans, without marks at the edges and without a leading "that"."""
        return trimmed_tokens(self.text, self.tokens, spans)

    def is_direct(self, spans: Spans) -> bool:
        return bool(spans) and self.text[min(start for start, _ in spans) :].lstrip()[:1] in tuple(QUOTES)


def overlap(a: Tokens, b: Tokens) -> float:
    """Token F1 of two sets; 1 where both are empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def count_pairs(gold: Sequence[tuple[Tokens, Tokens]], system: Sequence[tuple[Tokens, Tokens]], least: float) -> int:
    """How many gold pairs have a system pair of their own whose content and source both overlap by `least`."""
    used: set[int] = set()
    for content, source in gold:
        fits = [
            (overlap(content, c), -j)
            for j, (c, s) in enumerate(system)
            if j not in used and overlap(content, c) >= least and overlap(source, s) >= least
        ]
        if fits:
            used.add(-max(fits)[1])
    return len(used)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file, gzipped or not."""
    opener: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def score_attributions(gold_rows: Sequence[dict[str, Any]], found: Mapping[str, Sequence[Linked]]) -> dict[str, Count]:
    """Score linked spans by article name; an article that is missing counts as empty."""
    counts: dict[str, Count] = defaultdict(Count)
    for row in gold_rows:
        text = _Text(row["text"])
        sides = (row["annotations"][min(row["annotations"])], found.get(row["name"], ()))
        for role in ROLES:
            spans = [{t for a in side for x in a.get(role) or [] if (t := text.tokens_of([x]))} for side in sides]
            counts[f"{role} span"].add(len(spans[0] & spans[1]), len(spans[1]), len(spans[0]))
            tokens = [frozenset().union(*(text.tokens_of(a.get(role) or []) for a in side)) for side in sides]
            counts[f"{role} token"].add(len(tokens[0] & tokens[1]), len(tokens[1]), len(tokens[0]))
        whole = [{t for a in side if (t := text.tokens_of(a.get("content") or []))} for side in sides]
        counts["content"].add(len(whole[0] & whole[1]), len(whole[1]), len(whole[0]))
        for name, direct in (("pair", False), ("direct pair", True)):
            gold, system = (
                [
                    (text.tokens_of(a["content"]), text.tokens_of(a.get("source") or []))
                    for a in side
                    if a.get("content") and (not direct or text.is_direct(a["content"]))
                ]
                for side in sides
            )
            counts[name].add(count_pairs(gold, system, 0.5), len(system), len(gold))
            counts[f"{name} exact"].add(count_pairs(gold, system, 1.0), len(system), len(gold))
    return dict(counts)


def predict(rows: Sequence[dict[str, Any]], tagger: Tagger) -> dict[str, list[Linked]]:
    """Read every article under PolNeAR's scheme; spans count in the row's own text."""
    found = {}
    for row in rows:
        article = Article.from_text(row["text"], published=row.get("published"))
        tags = tagger.tag(article.text, [p.span for p in article.paragraphs], scheme=Scheme.POLNEAR)
        found[row["name"]] = [linked(attribution) for attribution in find_attributions(article, tags, POLNEAR)]
    return found


def linked(attribution: Attribution) -> Linked:
    """An attribution in the form that the scorer reads."""

    def spans(*found: Any) -> list[list[int]]:
        return [[span.start, span.end] for span in found if span is not None]

    return {
        "source": spans(attribution.source),
        "cue": spans(attribution.cue),
        "content": spans(*attribution.content),
    }


def write_predictions(path: Path, found: dict[str, list[Linked]]) -> None:
    """One line per article: {"name", "attributions"}."""
    lines = [json.dumps({"name": name, "attributions": attributions}) for name, attributions in found.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
