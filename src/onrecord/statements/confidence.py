"""How sure an attribution is: the model's scores made into the share that turns out right.

The model's own probabilities are those of pieces. What a reader wants to know is whether content and source are right
together. A logistic function of the scores tells that; its weights are fitted by `python -m evaluation calibration`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.model.decoding import TaggedCue


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the log-odds of each score, and of having no source."""

    bias: float
    cue: float
    content: float
    source: float
    no_source: float


WEIGHTS = Weights(bias=-1.533, cue=0.609, content=0.088, source=0.369, no_source=-0.782)


def features(tagged: TaggedCue) -> tuple[float, float, float, float, float]:
    """What the confidence rests on, in the order of `Weights`."""
    return (
        1.0,
        log_odds(tagged.cue_score),
        log_odds(tagged.content_score),
        log_odds(tagged.source_score),
        0.0 if tagged.source else 1.0,
    )


def log_odds(share: float) -> float:
    """Of a probability, held within 0.001 and 0.999."""
    held = min(max(share, 0.001), 0.999)
    return math.log(held / (1.0 - held))


def confidence_of(tagged: TaggedCue, weights: Weights = WEIGHTS) -> float:
    """The share of attributions with these scores whose content and source are right, in 0..1."""
    values = (weights.bias, weights.cue, weights.content, weights.source, weights.no_source)
    return 1.0 / (1.0 + math.exp(-sum(w * x for w, x in zip(values, features(tagged), strict=True))))
