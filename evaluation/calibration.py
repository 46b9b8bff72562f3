"""Whether confidences are true: of the attributions shown at 0.9, nine in ten should be right.

An attribution is right when a gold one shares half of its content (token F1) and half of its source, or neither has a
source. The weights are fitted on PolNeAR dev, under its scheme, and on the articles annotated after the guide that the
model was not trained on; the newsroom pages are not fitted on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.attribution import overlap, read_rows
from evaluation.data import data_folder, held_out
from evaluation.grounding import TOKEN
from evaluation.speakers import load_cases
from onrecord.model import Scheme, TaggedCue, Tagger, Tags, load_tagger
from onrecord.records import Article, Attribution, Span
from onrecord.statements import GUIDE, POLNEAR, Options, find_attributions
from onrecord.statements.confidence import Weights, confidence_of, features
from onrecord.statements.contents import whole_words

FloatArray = NDArray[np.float64]
Judged = tuple[TaggedCue, bool]


def judge(
    article: Article, tagged: Sequence[TaggedCue], gold: Sequence[Attribution], options: Options
) -> Iterator[Judged]:
    """Each cue that was told, and whether it is right. Every gold attribution is given out once, to the surest."""
    tokens = [Span(*match.span()) for match in TOKEN.finditer(article.text)]

    def under(spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(i for i, token in enumerate(tokens) if any(token.overlaps(span) for span in spans))

    wanted = [(under(g.content), under([g.source] if g.source else [])) for g in gold]
    used: set[int] = set()
    by_cue = {whole_words(article.text, cue.cue): cue for cue in tagged}
    told = [a for a in find_attributions(article, Tags(tuple(tagged)), options) if a.cue is not None]
    for found in sorted(told, key=lambda a: -a.confidence):
        content, source = under(found.content), under([found.source] if found.source else [])
        fits = [
            (overlap(content, c), i)
            for i, (c, s) in enumerate(wanted)
            if i not in used and overlap(content, c) >= 0.5 and overlap(source, s) >= 0.5
        ]
        if fits:
            used.add(max(fits)[1])
        if found.cue is not None and found.cue in by_cue:  # the dash of signed words is no cue of the model's
            yield by_cue[found.cue], bool(fits)


def polnear_judged(path: Path, tagger: Tagger) -> list[Judged]:
    """Every attribution told of PolNeAR's articles, judged."""
    options = Options(floor=0.0, headline=POLNEAR.headline, running=POLNEAR.running)
    found: list[Judged] = []
    for row in read_rows(path):
        article = Article.from_text(row["text"])
        tags = tagger.tag(article.text, [p.span for p in article.paragraphs], scheme=Scheme.POLNEAR)
        gold = [
            Attribution(
                tuple(Span(*piece) for piece in a["content"]),
                source=Span(a["source"][0][0], a["source"][-1][1]) if a.get("source") else None,
            )
            for a in row["annotations"][min(row["annotations"])]
            if a.get("content")
        ]
        found += judge(article, tags.cues, gold, options)
    return found


def guide_judged(folder: Path, tagger: Tagger, *, only_held_out: bool) -> list[Judged]:
    """Every attribution told of the articles annotated after the guide, or of those not trained on, judged."""
    options = Options(floor=0.0, running=GUIDE.running)
    found: list[Judged] = []
    for case in load_cases(folder):
        if only_held_out and not held_out(case.name):
            continue
        tags = tagger.tag(case.article.text, [p.span for p in case.article.paragraphs])
        found += judge(case.article, tags.cues, case.attributions, options)
    return found


def fit(judged: Sequence[Judged], *, ridge: float = 1.0, rounds: int = 50) -> Weights:
    """Logistic regression by Newton's method, with a small ridge on all but the bias."""
    x = np.array([features(tagged) for tagged, _ in judged])
    y = np.array([float(right) for _, right in judged])
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [ridge] * (x.shape[1] - 1))
    for _ in range(rounds):
        p = 1.0 / (1.0 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - penalty @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights = weights + np.linalg.solve(hessian, gradient)
    return Weights(*(round(float(w), 3) for w in weights))


def table(name: str, judged: Sequence[Judged], weights: Weights) -> list[str]:
    """How many attributions each step of confidence holds, and which share of them is right."""
    lines = [f"{name}: {len(judged)} told"]
    told = [(confidence_of(tagged, weights), right) for tagged, right in judged]
    edges = [0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01]
    for low, high in pairwise(edges):
        here = [(c, right) for c, right in told if low <= c < high]
        if here:
            mean = sum(c for c, _ in here) / len(here)
            right = sum(r for _, r in here) / len(here)
            lines.append(f"  {low:.1f} to {min(high, 1.0):.1f}  {len(here):5}  told {mean:.2f}  right {right:.2f}")
    return lines


def main(argv: Sequence[str]) -> int:
    """Fit the weights and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m evaluation calibration", description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder() / "data")
    parser.add_argument("--model", type=Path)
    parser.add_argument(
        "--more", type=Path, help="a folder of further articles annotated after the guide, of which the held-out count"
    )
    options = parser.parse_args(argv)
    tagger = load_tagger(options.model)
    polnear = polnear_judged(options.data / "polnear/dev.jsonl.gz", tagger)
    folders = [options.data / "train-gold", *([options.more] if options.more else [])]
    guide = [one for folder in folders for one in guide_judged(folder, tagger, only_held_out=True)]
    weights = fit([*polnear, *guide])
    print(f"fitted: {weights}")
    for name, judged in (
        ("PolNeAR dev", polnear),
        ("guide, held out", guide),
        ("newsroom pages, dev", guide_judged(options.data / "gold", tagger, only_held_out=False)),
    ):
        print("\n".join(table(name, judged, weights)))
    return 0
