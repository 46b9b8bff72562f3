"""The one way in which the stage's logistic regressions turn features into a probability."""

from __future__ import annotations

import math
from collections.abc import Sequence


def probability(weights: Sequence[float], features: Sequence[float]) -> float:
    """The logistic function of the weighted sum, in 0..1."""
    total = sum(w * x for w, x in zip(weights, features, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
