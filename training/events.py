"""`python -m training.events`: fit the small regressions of the events stage on the articles annotated after the guide.

Reads articles of rounds of annotation that a model was not trained on (`--read MODEL:FIRST-LAST`, several models with
their rounds where each saw others), takes the mentions that are annotated ones, and prints the weights for
`onrecord/events/ties.py` (which time is an event's own), `joining.py` (which mentions tell one event) and
`confidence.py` (how sure an event is). Put those of ties in place first: joining rests on them, and confidence on both.
The held-out articles are not fitted on.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.data import data_folder, held_out
from evaluation.grounding import GroundedText
from numpy.typing import NDArray

from onrecord.events.confidence import FEATURES as CONFIDENCE
from onrecord.events.confidence import group_features
from onrecord.events.find import OPTIONS
from onrecord.events.joining import FEATURES as JOINING
from onrecord.events.joining import join_mentions, pair_features
from onrecord.events.mentions import Mention, read_mentions, rivals_of
from onrecord.events.status import PAST, ahead_share, told_chances, words_before
from onrecord.events.ties import FEATURES as TIES
from onrecord.events.ties import Setting, tie_candidates
from onrecord.model import Tagger, load_tagger
from onrecord.model.events import TaggedEvent
from onrecord.records import Article, Span, Time
from onrecord.speakers import resolve_speakers
from onrecord.speakers.outline import Outline, outline
from onrecord.statements import find_attributions
from onrecord.times import find_times
from training.data import GuideArticle, read_guide_articles

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article as the events stage sees it: its mentions, and the (event, trigger) that each stands in.

    ties: features of every time that may be an annotated event's own, and whether it is.
    """

    name: str
    mentions: list[Mention]
    told: list[frozenset[tuple[int, int]]]
    ties: list[tuple[tuple[float, ...], float]]


def read_all(articles: Sequence[GuideArticle], tagger: Tagger) -> Iterator[Read]:
    """The mentions of every article, each with the annotated events whose triggers it stands in."""
    for annotated in articles:
        article = Article.from_text(annotated.text, published=annotated.gold.get("published"))
        tags = tagger.tag(article.text, [paragraph.span for paragraph in article.paragraphs])
        times = find_times(article.text, article.published)
        statements, _ = resolve_speakers(article, find_attributions(article, tags), times=times)
        plan, day = outline(article), article.published_day
        mentions = read_mentions(article.text, plan, tags.events, statements, times, day, least=OPTIONS.mention)
        places = _places(annotated.text, annotated.gold["events"])
        told = [
            frozenset(key for key, (a, b) in places.items() if a < m.word.end and m.word.start < b) for m in mentions
        ]
        yield Read(
            annotated.name,
            mentions,
            told,
            list(_ties(article, plan, tags.events, times, annotated.gold["events"])),
        )


def _ties(
    article: Article,
    plan: Outline,
    tagged: Sequence[TaggedEvent],
    times: Sequence[Time],
    events: Sequence[dict[str, Any]],
) -> Iterator[tuple[tuple[float, ...], float]]:
    """The times around every tagged word of an event whose time is known, or known to stand nowhere near."""
    text = article.text
    places = _places(text, events)
    starts, ends = rivals_of(tagged)
    for event in tagged:
        numbers = {n for (n, _), (a, b) in places.items() if a < event.word.end and event.word.start < b}
        if event.score < OPTIONS.mention or len(numbers) != 1:
            continue
        gold = events[numbers.pop()]
        words = gold.get("when")
        if words is None and gold["window"] is not None:
            continue
        sentence = plan.sentences[plan.sentence_at(event.word.start)].span
        told = told_chances(text, sentence, event, words_before(text, sentence, event))
        setting = Setting(text, sentence, ahead_share(told), starts, ends, article.published_day)
        own = [Span(*found.span()) for found in re.finditer(re.escape(words), text)] if words else []
        for time, features in tie_candidates(event, times, setting):
            yield features, float(any(time.span.overlaps(span) for span in own))


def _places(text: str, events: Sequence[dict[str, Any]]) -> dict[tuple[int, int], tuple[int, int]]:
    grounded = GroundedText(text)
    return {
        (number, place): found[0]
        for number, event in enumerate(events)
        for place, trigger in enumerate(event["triggers"])
        if (found := grounded.find(trigger))
    }


def joining_rows(read: Sequence[Read]) -> tuple[Matrix, Matrix]:
    """Features and labels of all pairs of annotated mentions that are not words of one trigger."""
    rows, labels = [], []
    for article in read:
        if not article.mentions:
            continue
        features = np.stack(list(pair_features(article.mentions)), axis=-1)
        known = [(place, told) for place, told in enumerate(article.told) if told]
        for (one, a), (other, b) in combinations(known, 2):
            if a & b:
                continue
            rows.append(features[one, other])
            labels.append(float(bool({event for event, _ in a} & {event for event, _ in b})))
    return np.array(rows), np.array(labels)


def tie_rows(read: Sequence[Read]) -> tuple[Matrix, Matrix]:
    """Features and labels of all times that may be an event's own."""
    rows = [row for article in read for row in article.ties]
    return np.array([features for features, _ in rows]), np.array([label for _, label in rows])


def confidence_rows(read: Sequence[Read]) -> tuple[Matrix, Matrix]:
    """Features of the groups that may be shown, and whether each tells an annotated event."""
    rows, labels = [], []
    for article in read:
        told = {id(m): t for m, t in zip(article.mentions, article.told, strict=True)}
        for group in join_mentions(article.mentions):
            if group.status in PAST and group.window is None:
                continue
            rows.append(group_features(group))
            labels.append(float(any(told[id(m)] for m in group.mentions)))
    return np.array(rows), np.array(labels)


def fit_logistic(rows: Matrix, labels: Matrix, *, ridge: float = 1.0, rounds: int = 30) -> Matrix:
    """Weights of a logistic regression with a ridge on all but the first (bias), by Newton's method."""
    weights = np.zeros(rows.shape[1])
    penalty = np.eye(rows.shape[1]) * ridge
    penalty[0, 0] = 1e-6
    for _ in range(rounds):
        share = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (labels - share) - penalty @ weights
        curve = (rows * (share * (1 - share))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Read, fit, print."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    parser.add_argument(
        "--read",
        nargs="+",
        required=True,
        metavar="MODEL:FIRST-LAST",
        help="a folder with a model, and the first and last round of annotation that it has not seen",
    )
    articles = [article for article in read_guide_articles(data_folder() / "data") if not held_out(article.name)]
    read: list[Read] = []
    for one in parser.parse_args().read:
        model, _, rounds = one.rpartition(":")
        first, last = map(int, rounds.split("-"))
        unseen = [article for article in articles if first <= article.gold.get("round", 1) <= last]
        read += read_all(unseen, load_tagger(Path(model)))
    _print("ties.py", TIES, *tie_rows(read))
    _print("joining.py", JOINING, *joining_rows(read))
    _print("confidence.py", CONFIDENCE, *confidence_rows(read))


def _print(module: str, names: Sequence[str], rows: Matrix, labels: Matrix) -> None:
    weights = fit_logistic(rows, labels)
    print(f"{module}: {len(rows)} rows, {int(labels.sum())} of them true")
    for name, weight in zip(names, weights, strict=True):
        print(f"  {weight:7.2f}  {name}")
    print(f"  ({', '.join(f'{weight:.2f}' for weight in weights)})")


if __name__ == "__main__":
    main()
