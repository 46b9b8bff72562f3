"""Training windows: what is hidden from the encoder in training, and what never is."""

from __future__ import annotations

import random

import pytest

from onrecord.model.pieces import PieceParagraph
from onrecord.records import Span

pytest.importorskip("torch", reason="needs the training tools")

from training.data import GUIDE, Example
from training.windows import MASK, windows_of

WORDS = 400


def example() -> Example:
    spans = [Span(at * 5, at * 5 + 4) for at in range(WORDS)]
    return Example("one", GUIDE, [PieceParagraph([2000 + at for at in range(WORDS)], [0] * WORDS, spans)], [])


def hidden_share(share: float, rng: random.Random | None) -> float:
    ids = [number for window in windows_of([example()], rng=rng, hidden=share) for number in window.ids]
    assert ids[0] == 101 and 102 in ids
    return ids.count(MASK) / WORDS


def test_the_share_of_words_that_is_asked_for_is_hidden() -> None:
    assert 0.05 < hidden_share(0.1, random.Random(1)) < 0.15


def test_nothing_is_hidden_where_a_text_is_read_as_the_reader_reads_it() -> None:
    assert hidden_share(0.5, None) == hidden_share(0.0, random.Random(1)) == 0.0
