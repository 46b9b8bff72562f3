"""How sure an event is: what the model gives its mentions, made into the share of such events that are on the diary.

`python -m training.events` fits the weights on annotated articles that the encoder was not trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.events.joining import Group
from onrecord.events.status import PAST
from onrecord.events.weighing import probability
from onrecord.statements.confidence import log_odds

FEATURES: Final = (
    "bias",
    "surest mention",
    "other mentions",
    "several mentions",
    "past",
    "window",
    "status sure",
    "type other",
    "type sure",
    "headline",
    "lead",
    "spoken",
)
WEIGHTS: Final = (-1.82, 0.53, 0.43, 0.51, -0.14, 0.49, 1.12, -0.23, 0.66, 0.73, 0.14, -0.11)
_LEAD: Final = 2


def group_features(group: Group) -> tuple[float, ...]:
    """What the confidence rests on, in the order of `FEATURES`."""
    best = group.best
    odds = [log_odds(mention.score) for mention in group.mentions]
    return (
        1.0,
        max(odds),
        sum(max(0.0, one) for one in sorted(odds)[:-1]),
        float(len(odds) > 1),
        float(group.status in PAST),
        float(group.window is not None),
        max(best.chances),
        float(group.type == "other"),
        max(best.types),
        float(any(mention.paragraph == 0 for mention in group.mentions)),
        float(any(0 < mention.paragraph <= _LEAD for mention in group.mentions)),
        float(best.spoken is not None),
    )


def confidence_of(group: Group, weights: Sequence[float] = WEIGHTS) -> float:
    """The share of events with these features that an annotator has too, in 0..1."""
    return probability(weights, group_features(group))
