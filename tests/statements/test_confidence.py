"""Confidence: log-odds of the model's scores, weighed."""

import pytest
from evaluation.calibration import fit

from onrecord.model import TaggedCue
from onrecord.records import Act, Span
from onrecord.statements.confidence import Weights, confidence_of, log_odds


def tagged(score: float, *, source: bool = True) -> TaggedCue:
    span = Span(0, 3)
    return TaggedCue(span, score, span if source else None, score, (span,), score, Act.SPEECH, score)


def test_log_odds_are_held_within_bounds() -> None:
    assert log_odds(0.5) == 0
    assert log_odds(1.0) == log_odds(0.9999) == pytest.approx(6.907, abs=1e-3)


def test_surer_scores_give_more_confidence() -> None:
    assert confidence_of(tagged(0.5)) < confidence_of(tagged(0.8)) < confidence_of(tagged(0.99)) < 1


def test_fitted_confidences_equal_the_share_that_is_right() -> None:
    judged = [(tagged(0.6), i % 4 == 0) for i in range(400)] + [(tagged(0.95), i % 10 != 0) for i in range(400)]
    weights = fit(judged)
    assert isinstance(weights, Weights)
    assert confidence_of(tagged(0.6), weights) == pytest.approx(0.25, abs=0.03)
    assert confidence_of(tagged(0.95), weights) == pytest.approx(0.9, abs=0.03)
