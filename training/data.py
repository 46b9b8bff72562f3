"""Annotated articles as training examples: PolNeAR's attributions and articles annotated after the project's guide."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.model.pieces import PieceParagraph, cut_into_pieces
from onrecord.records import Span, paragraphs_of
from training.annotations import read_annotations, read_mentions, with_mentions
from training.marks import MarkedText, Marks, guide_marks, head_counts

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
    """One article ready for training: its paragraphs as pieces, its attributions (None: not annotated), its events."""

    name: str
    scheme: int
    paragraphs: list[PieceParagraph]
    attributions: list[GoldAttribution] | None
    marks: Marks = field(default_factory=Marks)


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


def _example(
    name: str,
    scheme: int,
    text: str,
    attributions: list[GoldAttribution] | None,
    tokenizer: Tokenizer,
    marks: Marks | None = None,
) -> Example:
    spans = [paragraph.span for paragraph in paragraphs_of(text)]
    return Example(name, scheme, cut_into_pieces(text, spans, tokenizer), attributions, marks or Marks())


def read_marked(texts: Iterable[MarkedText], tokenizer: Tokenizer) -> list[Example]:
    """Texts of which only the events are annotated."""
    return [_example(one.name, GUIDE, one.text, None, tokenizer, one.marks) for one in texts]


def read_guide(articles: Sequence[GuideArticle], tokenizer: Tokenizer) -> list[Example]:
    """Articles annotated after the guide, whose words are located in the text."""
    heads = head_counts([article.gold for article in articles])
    found = []
    for article in articles:
        attributions = list(locate_statements(article.text, article.gold["statements"]))
        marks = guide_marks(article.text, article.gold["events"], heads)
        found.append(_example(article.name, GUIDE, article.text, attributions, tokenizer, marks))
    return found


@dataclass(frozen=True, slots=True)
class GuideArticle:
    """An article with what was annotated after the guide, in the form of the guide's file."""

    name: str
    text: str
    gold: dict[str, Any]


def read_guide_articles(data: Path) -> list[GuideArticle]:
    """The articles of train-gold (ID.txt with ID.gold.json) and those of `training/annotations`."""
    mentions = read_mentions()
    found = []
    for path in sorted((data / "train-gold").glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
        gold = json.loads(path.read_text(encoding="utf-8"))
        found.append(GuideArticle(name, text, with_mentions(text, gold, mentions[name]) if name in mentions else gold))
    return [*found, *(GuideArticle(*row) for row in read_annotations(data))]


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
