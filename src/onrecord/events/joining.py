"""Joins the mentions of one event: an article tells it in the headline, the lead and again below.

Whether two mentions tell one event is weighed by a logistic regression over what they share; a mention joins the group
whose members it fits best on average, or begins a group of its own. `python -m training.events` fits the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.events.mentions import Mention
from onrecord.events.status import CALLED_OFF, PAST, likeliest
from onrecord.events.weighing import probability
from onrecord.events.windows import compatible, holds
from onrecord.model.events import TYPES
from onrecord.records import Interval

FEATURES: Final = (
    "bias",
    "same stem",
    "stems begin alike",
    "types",
    "same window",
    "windows apart",
    "one window",
    "same side",
    "same status",
    "same sentence",
    "same paragraph",
    "headline",
    "words shared",
    "same stem and side",
    "same stem and window",
    "types and window",
    "same stem and types",
)
WEIGHTS: Final = (
    -4.11,
    2.81,
    1.85,
    2.88,
    0.53,
    -1.37,
    -0.36,
    0.63,
    0.57,
    0.34,
    0.13,
    0.58,
    2.60,
    -0.17,
    0.36,
    -0.90,
    -2.14,
)
JOINED: Final = 0.2  # from this probability on two mentions tell one event; swept on the events of held-out articles
COMPARED: Final = 12  # a mention is held against so many of a group's: the first and the last ones
_PREFIX: Final = 5


@dataclass(slots=True)
class Group:
    """The mentions of one event in text order."""

    mentions: list[Mention]

    @property
    def status(self) -> str:
        """What its mentions, each as sure as it is, tell together."""
        told = [[m.score * chance for chance in m.chances] for m in self.mentions]
        return likeliest([sum(column) for column in zip(*told, strict=True)])

    @property
    def type(self) -> str:
        """The type that its mentions tell together."""
        told = [[m.score * chance for chance in m.types] for m in self.mentions]
        total = [sum(column) for column in zip(*told, strict=True)]
        return TYPES[max(range(len(TYPES)), key=total.__getitem__)]

    @property
    def best(self) -> Mention:
        """The mention that tells most: of those with the event's status the surest, one with a time first."""
        status = self.status
        return max(self.mentions, key=lambda m: (m.status == status, m.window is not None, m.score))

    @property
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
    """Group the mentions, in text order, that tell one event."""
    groups: list[Group] = []
    windows: list[Interval | None] = []
    for mention in mentions:
        scored = [
            (_likeness(group, mention, weights), number)
            for number, group in enumerate(groups)
            if compatible(windows[number], mention.window)
        ]
        likeness, number = max(scored, default=(0.0, 0))
        if likeness >= JOINED:
            groups[number].mentions.append(mention)
            windows[number] = groups[number].window
        else:
            groups.append(Group([mention]))
            windows.append(groups[-1].window)
    return groups


def _likeness(group: Group, mention: Mention, weights: Sequence[float]) -> float:
    members = group.mentions
    if len(members) > COMPARED:
        members = [members[0], *members[1 - COMPARED :]]
    return sum(one_event(other, mention, weights) for other in members) / len(members)


def one_event(one: Mention, other: Mention, weights: Sequence[float] = WEIGHTS) -> float:
    """The probability that two mentions tell one event."""
    return probability(weights, pair_features(one, other))


def pair_features(one: Mention, other: Mention) -> tuple[float, ...]:
    """What speaks for two mentions telling one event, in the order of `FEATURES`."""
    stem = float(one.stem == other.stem)
    alike = float(not stem and one.stem[:_PREFIX] == other.stem[:_PREFIX] and len(one.stem) >= _PREFIX)
    types = sum(a * b for a, b in zip(one.types, other.types, strict=True))
    told = (one.window is not None) + (other.window is not None)
    window = float(told == 2 and one.window == other.window)
    apart = float(not compatible(one.window, other.window))
    side = float(_side(one) == _side(other))
    shared = len(one.around & other.around) / max(1, min(len(one.around), len(other.around)))
    return (
        1.0,
        stem,
        alike,
        types,
        window,
        apart,
        float(told == 1),
        side,
        float(one.status == other.status),
        float(one.sentence == other.sentence),
        float(one.paragraph == other.paragraph),
        float(0 in (one.paragraph, other.paragraph)),
        0.0 if one.sentence == other.sentence else shared,
        stem * side,
        stem * window,
        types * window,
        stem * types,
    )


def _side(mention: Mention) -> str:
    if mention.past:
        return "past"
    return "off" if mention.status in CALLED_OFF or mention.status == "postponed" else "ahead"
