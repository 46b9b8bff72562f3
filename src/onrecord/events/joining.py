"""Joins the mentions of one event: an article tells it in the headline, the lead and again below.

Whether two mentions tell one event is weighed by a logistic regression over what they share; groups are joined as long
as the mentions of two fit on average. `python -m training.events` fits the weights.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.events.mentions import Mention
from onrecord.events.status import PAST, likeliest
from onrecord.events.windows import FAR, bounds, compatible, holds
from onrecord.model.events import STATUSES, TYPES
from onrecord.records import Interval

Matrix = NDArray[np.float64]

FEATURES: Final = (
    "bias",
    "same stem",
    "stems begin alike",
    "types",
    "types sure",
    "type other",
    "same stem and types",
    "statuses",
    "same side",
    "same window",
    "windows apart",
    "one window",
    "less sure tie",
    "same time",
    "same sentence",
    "same paragraph",
    "headline",
    "mentions between",
    "mentions",
    "words shared",
    "words near shared",
    "words beside shared",
    "names shared",
    "names differ",
    "numbers differ",
    "plural and singular",
    "one spoken",
    "earlier a noun",
    "later a noun",
    "later definite",
    "later indefinite",
)
WEIGHTS: Final = (
    -1.54, 2.69, 1.98, 2.10, -1.31, 0.20, -1.23, 1.47, 0.11, 0.65, -1.60, -0.43, -0.81, 0.40, -0.45, -0.26, 0.65,
    -0.34, -0.39, 1.69, 0.90, 0.59, 0.12, -0.13, -1.38, -0.32, 0.03, 0.14, 0.60, 0.37, -0.28,
)  # fmt: skip
JOINED: Final = 0.22  # from this probability on two mentions tell one event; swept on the events of held-out articles
DOUBT: Final = 1.0  # a word that may be none is rather one more of an event than an event of its own: added to the odds
WORDED: Final = 3.0  # so much more a mention's status counts where words carry it
CHANGED: Final = 2.0  # what was put off or called off is mostly told as planned still, beside the one word that counts
SURE: Final = 0.5  # from this probability on a word is what the next sentence goes on to speak of
DATED: Final = 1.3  # so much rather an event is called by a mention with a time
BLOCK: Final = 200  # so many mentions are held against one another at once; only books have more
_HEARD: Final = tuple(CHANGED if status in ("postponed", "cancelled") else 1.0 for status in STATUSES)
_PREFIX: Final = 5


@dataclass(frozen=True)
class Group:
    """The mentions of one event in text order."""

    mentions: Sequence[Mention]

    @cached_property
    def status(self) -> str:
        """What its mentions, each as sure as it is, tell together; those with words for their status tell more."""
        told = [[m.score * (WORDED if m.status_words else 1.0) * c for c in m.chances] for m in self.mentions]
        return likeliest([weight * sum(column) for weight, column in zip(_HEARD, zip(*told, strict=True), strict=True)])

    @cached_property
    def type(self) -> str:
        """The type that its mentions tell together."""
        told = [[m.score * chance for chance in m.types] for m in self.mentions]
        total = [sum(column) for column in zip(*told, strict=True)]
        return TYPES[max(range(len(TYPES)), key=total.__getitem__)]

    @cached_property
    def best(self) -> Mention:
        """The mention that tells most: of those with the event's status the surest, one with a time first."""
        status = self.status
        return max(self.mentions, key=lambda m: (m.status == status, m.window is not None, m.score))

    @cached_property
    def named_by(self) -> Mention:
        """The mention to call it by: of those with the event's status the surest; a time makes it clearer, no more."""
        status = self.status
        return max(self.mentions, key=lambda m: (m.status == status, m.score * (DATED if m.window else 1.0)))

    @cached_property
    def window(self) -> Interval | None:
        """Of the windows that mentions on the event's side of publication tell the one with most to support it.

        A wider window that holds a narrower one ("this week", "on Thursday") supports it.
        """
        past = self.status in PAST
        told: dict[Interval, float] = {}
        for mention in self.mentions:
            if mention.window is not None and mention.past == past:
                told[mention.window] = told.get(mention.window, 0.0) + mention.score * mention.tie
        support = {window: sum(weight for other, weight in told.items() if holds(other, window)) for window in told}
        return max(support, key=support.__getitem__, default=None)


def join_mentions(mentions: Sequence[Mention], weights: Sequence[float] = WEIGHTS) -> list[Group]:
    """Group the mentions, in text order, that tell one event; groups in the order of their first mentions.

    The two groups whose mentions fit best on average are joined first (agglomerative clustering, average linkage),
    unless their windows have no day in common.
    """
    groups = []
    for start in range(0, len(mentions), BLOCK):
        groups += _join_block(mentions[start : start + BLOCK], weights)
    return groups


def _join_block(mentions: Sequence[Mention], weights: Sequence[float]) -> list[Group]:
    count = len(mentions)
    groups = [Group([mention]) for mention in mentions]
    # The sums of the probabilities between the mentions of two groups, and their numbers: both add up.
    sums, sizes = _probabilities(mentions, weights), np.ones(count)
    apart = np.triu(np.ones((count, count), dtype=bool), 1)  # pairs of groups that may still be joined
    while apart.any():
        means = np.where(apart, sums / np.outer(sizes, sizes), 0.0)
        one, other = divmod(int(means.argmax()), count)
        if means[one, other] < JOINED:
            break
        if not compatible(groups[one].window, groups[other].window):
            apart[one, other] = False
            continue
        groups[one] = Group(sorted([*groups[one].mentions, *groups[other].mentions], key=lambda mention: mention.word))
        groups[other] = Group([])
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        sizes[one] += sizes[other]
        apart[other] = apart[:, other] = False
    return [group for group in groups if group.mentions]


def _probabilities(mentions: Sequence[Mention], weights: Sequence[float]) -> Matrix:
    """(mentions, mentions) probabilities that two tell one event, the same in both directions."""
    odds: Matrix = sum(
        (weight * feature for weight, feature in zip(weights, pair_features(mentions), strict=True) if weight),
        np.zeros((len(mentions), len(mentions))),
    )
    sure = np.array([mention.score for mention in mentions])
    odds = odds + DOUBT * (1 - np.minimum.outer(sure, sure))
    upper = np.triu(1 / (1 + np.exp(-odds)), 1)
    told: Matrix = upper + upper.T
    for earlier, later in _restated(mentions):
        told[later] = told[:, later] = told[earlier]
        told[later, later] = 0.0
        told[earlier, later] = told[later, earlier] = 1.0
    return told


def _restated(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """An event's word and, in the next sentence, what it is said to be ("It would be a second encounter")."""
    for later, mention in enumerate(mentions):
        if mention.surroundings.restating:
            before = [i for i, one in enumerate(mentions[:later]) if one.sentence == mention.sentence - 1]
            earlier = max(before, key=lambda i: mentions[i].score, default=None)
            if earlier is not None and mentions[earlier].score >= SURE:
                yield earlier, later


def pair_features(mentions: Sequence[Mention]) -> Iterator[Matrix]:
    """What speaks for two mentions telling one event, in the order of `FEATURES`: (earlier, later) matrices."""
    count = len(mentions)
    near = [mention.surroundings for mention in mentions]
    stem = _equal([mention.stem for mention in mentions])
    begin = _equal(
        [mention.stem[:_PREFIX] if len(mention.stem) >= _PREFIX else str(i) for i, mention in enumerate(mentions)]
    )
    types, chances = np.array([m.types for m in mentions]), np.array([_as_planned(m.chances) for m in mentions])
    alike = types @ types.T
    other = types.argmax(axis=1) == TYPES.index("other")
    told = np.array([mention.window is not None for mention in mentions], dtype=float)
    sentence = _equal([mention.sentence for mention in mentions])
    bounded = [bounds(mention.window) if mention.window else (0, FAR) for mention in mentions]
    first, last = np.array(bounded).reshape(-1, 2).T
    place = np.arange(count)
    names, numbers = _shared([one.names for one in near]), _shared([one.numbers for one in near])
    named, numbered = _flag([bool(one.names) for one in near]), _flag([bool(one.numbers) for one in near])
    plural = np.array([mention.text.endswith("s") for mention in mentions])
    quoted = np.array([mention.spoken is not None for mention in mentions])
    yield np.ones((count, count))
    yield stem
    yield begin * (1 - stem)
    yield alike
    yield np.outer(types.max(axis=1, initial=0), types.max(axis=1, initial=0))
    yield np.outer(other, other).astype(float)
    yield stem * alike
    yield chances @ chances.T
    yield _equal([_side(mention) for mention in mentions])
    yield _equal([mention.window or i for i, mention in enumerate(mentions)])
    yield (np.minimum.outer(last, last) < np.maximum.outer(first, first)).astype(float)
    yield (told[:, None] != told).astype(float)
    yield np.minimum.outer(*[np.array([mention.tie for mention in mentions])] * 2)
    yield _equal([mention.time.span if mention.time else i for i, mention in enumerate(mentions)])
    yield sentence
    yield _equal([mention.paragraph for mention in mentions])
    yield 1 - np.multiply.outer(*[np.array([float(mention.paragraph != 0) for mention in mentions])] * 2)
    yield np.log1p(abs(place[:, None] - place))
    yield np.full((count, count), math.log1p(count))
    yield _share([one.around for one in near]) * (1 - sentence)
    yield _share([one.near for one in near])
    yield _shared([one.beside for one in near])
    yield (names > 0).astype(float)
    yield (names == 0) * named
    yield (numbers == 0) * numbered
    yield (plural[:, None] != plural).astype(float)
    yield (quoted[:, None] != quoted).astype(float)
    yield np.repeat(np.array([one.noun for one in near], dtype=float)[:, None], count, axis=1)
    for later in ([one.noun for one in near], [one.definite for one in near], [one.indefinite for one in near]):
        yield np.repeat(np.array(later, dtype=float)[None, :], count, axis=0)


def _as_planned(chances: Sequence[float]) -> list[float]:
    """The probabilities of the statuses where what is called off or put off is told as what it was: planned."""
    told = dict(zip(STATUSES, chances, strict=True))
    told["confirmed"] += told["postponed"] + told["cancelled"]
    told["postponed"] = told["cancelled"] = 0.0
    return list(told.values())


def _equal(values: Sequence[Hashable]) -> Matrix:
    """1 where two values are the same."""
    numbers: dict[Hashable, int] = {}
    told = np.array([numbers.setdefault(value, len(numbers)) for value in values])
    same: Matrix = (told[:, None] == told).astype(float)
    return same


def _flag(values: Sequence[bool]) -> Matrix:
    told = np.array(values, dtype=float)
    return np.outer(told, told)


def _shared(values: Sequence[frozenset[str]]) -> Matrix:
    """How many words two sets share."""
    numbers: dict[str, int] = {}
    for value in values:
        for word in value:
            numbers.setdefault(word, len(numbers))
    held = np.zeros((len(values), len(numbers)))
    rows = [row for row, value in enumerate(values) for _ in value]
    held[rows, [numbers[word] for value in values for word in value]] = 1.0
    shared: Matrix = held @ held.T
    return shared


def _share(values: Sequence[frozenset[str]]) -> Matrix:
    """How much of the smaller of two sets they share, rare words counting more."""
    sizes = np.array([max(1, len(value)) for value in values])
    share: Matrix = _shared(values) / np.minimum.outer(sizes, sizes)
    return share


def _side(mention: Mention) -> str:
    if mention.past:
        return "past"
    return "off" if mention.status == "ruled_out" else "ahead"
