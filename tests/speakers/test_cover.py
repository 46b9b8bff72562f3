"""The union of spans answers as looking at each would."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.speakers.cover import Cover


def test_a_place_is_within_a_run_of_overlapping_spans() -> None:
    cover = Cover([Span(10, 20), Span(15, 30), Span(40, 50)])
    assert cover.contains(Span(12, 28))
    assert cover.contains(Span(40, 50))
    assert not cover.contains(Span(28, 41))
    assert not cover.contains(Span(5, 12))


def test_spans_that_only_touch_stay_two() -> None:
    assert not Cover([Span(0, 5), Span(5, 9)]).contains(Span(4, 6))


def test_no_spans_hold_nothing() -> None:
    assert not Cover([]).contains(Span(0, 1))
