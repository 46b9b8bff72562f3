"""Annotated articles as training examples: PolNeAR's attributions and articles annotated after the project's guide."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.model.pieces import PieceParagraph, cut_into_pieces
from onrecord.records import Span, paragraphs_of

# Annotation schemes differ in what counts (PolNeAR nests nothing and takes a wider view of what is attributed), so the
# encoder is told which one it works under through its segment input.
GUIDE, POLNEAR = 0, 1
SPEECH, MIND, UNKNOWN_ACT = 0, 1, -100


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution in character offsets of its article."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    act: int


@dataclass(frozen=True, slots=True)
class Example:
    """One article ready for training: its paragraphs as pieces and its attributions."""

    name: str
    scheme: int
    paragraphs: list[PieceParagraph]
    attributions: list[GoldAttribution]


def read_polnear(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """PolNeAR articles. Of several annotators, the first in alphabetical order counts, as in the scorer."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_polnear_example(json.loads(line), tokenizer) for line in lines]


def _polnear_example(row: dict[str, Any], tokenizer: Tokenizer) -> Example:
    text = row["text"]
    annotated = row["annotations"][min(row["annotations"])]
    attributions = [
        GoldAttribution(
            cue=Span(a["cue"][0][0], a["cue"][-1][1]),
            source=tuple(Span(*piece) for piece in a.get("source") or ()),
            content=tuple(Span(*piece) for piece in a["content"]),
            act=UNKNOWN_ACT,
        )
        for a in annotated
        if a.get("cue") and a.get("content")
    ]
    return _example(row["name"], POLNEAR, text, attributions, tokenizer)


def _example(name: str, scheme: int, text: str, attributions: list[GoldAttribution], tokenizer: Tokenizer) -> Example:
    spans = [paragraph.span for paragraph in paragraphs_of(text)]
    return Example(name, scheme, cut_into_pieces(text, spans, tokenizer), attributions)


def read_guide(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """Articles annotated after the guide: ID.txt with ID.gold.json, whose words are located in the text."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        attributions = list(locate_statements(text, json.loads(path.read_text(encoding="utf-8"))["statements"]))
        found.append(_example(name, GUIDE, text, attributions, tokenizer))
    return found


def locate_statements(text: str, statements: Sequence[dict[str, Any]]) -> Iterator[GoldAttribution]:
    """Find each statement's verbatim words; those without a cue, or whose words are not in the text, are left out."""
    after = 0
    for statement in statements:
        content = _locate_pieces(text, statement["content"], after)
        if not content:
            continue
        after = content[0].start
        cue = _nearest(text, statement["cue"], content, avoid=content) if statement["cue"] else None
        if cue is None:
            continue
        source = _nearest(text, statement["source"], [cue], avoid=[cue]) if statement["source"] else None
        act = MIND if statement["act"] == "mind" else SPEECH
        yield GoldAttribution(cue, (source,) if source else (), tuple(content), act)


def _locate_pieces(text: str, pieces: Sequence[str], after: int) -> list[Span]:
    spans: list[Span] = []
    for piece in pieces:
        position = spans[-1].end if spans else after
        start = text.find(piece, position)
        if start < 0:
            start = text.find(piece)
        if start < 0:
            return []
        spans.append(Span(start, start + len(piece)))
    return spans


def _nearest(text: str, words: str, anchors: Sequence[Span], *, avoid: Sequence[Span]) -> Span | None:
    """The occurrence of words, as whole words, that lies nearest to an anchor and outside the spans to avoid."""
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    found = [Span(*match.span()) for match in re.finditer(left + re.escape(words) + right, text)]
    outside = [span for span in found if not any(span.overlaps(other) for other in avoid)]
    distance = {
        span: min(max(anchor.start - span.end, span.start - anchor.end, 0) for anchor in anchors)
        for span in outside or found
    }
    return min(distance, key=lambda span: (distance[span], span.start)) if distance else None
