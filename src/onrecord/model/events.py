"""What the encoder says of occurrences: which pieces tell one, with what status, of what type, when and by what words.

The encoder gives every piece one row of numbers. The first say whether the piece begins a word that tells an event of
the diary, with which status and of which type; the others are vectors by which an event's piece points at the piece
where its time begins and at the first and last piece of the words that carry its status (a dot product over the window,
where the window's first, empty piece stands for "nowhere here").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.model.pieces import Window
from onrecord.records import EventStatus, EventType, Span

FloatArray = NDArray[np.float32]

# In the order in which the shipped model tells them.
STATUSES = tuple(status.value for status in EventStatus)
TYPES = tuple(kind.value for kind in EventType)

POINTER = 48  # width of each pointing vector
WHEN, STATUS_FIRST, STATUS_LAST = range(3)  # what an event's piece points at
PARTS = (1, len(STATUSES), len(TYPES), 3 * POINTER, 3 * POINTER)  # event, status, type, pointing, pointed at
WIDTH = sum(PARTS)
LEAST = 0.1  # pieces less likely to tell an event are not looked at
LONGEST_STATUS = 12  # pieces


@dataclass(frozen=True, slots=True)
class TaggedEvent:
    """One word that tells an event, in article characters.

    score: probability that it tells one. status, type: probabilities in the order of `STATUSES` and `TYPES`.
    when: places where the words of its time may begin, with their probabilities; what is missing to 1 is "not in this
    window". status_words: the words that carry the status, None where the model sees none.
    """

    word: Span
    score: float
    status: tuple[float, ...]
    type: tuple[float, ...]
    when: tuple[tuple[Span, float], ...]
    status_words: Span | None


def read_events(rows: FloatArray, window: Window, text: str, least: float = LEAST) -> list[TaggedEvent]:
    """The words of a window that may tell an event. rows: (pieces, WIDTH) of the encoder; text: the article's."""
    scores = _sigmoid(rows[:, 0])
    found = []
    for at in map(int, np.flatnonzero(scores >= least)):
        span = window.spans[at]
        if span is None or (span.start and text[span.start - 1].isalnum()):
            continue
        word = _WORD.match(text, span.start)
        if word:
            found.append(_event(rows, window, at, Span(*word.span()), float(scores[at])))
    return found


_WORD = re.compile(r"\w+")


def _event(rows: FloatArray, window: Window, at: int, word: Span, score: float) -> TaggedEvent:
    edges = np.cumsum(PARTS)
    status = _softmax(rows[at, edges[0] : edges[1]])
    kind = _softmax(rows[at, edges[1] : edges[2]])
    asks = rows[at, edges[2] : edges[3]].reshape(3, POINTER)
    answers = rows[:, edges[3] :].reshape(-1, 3, POINTER)
    points = np.einsum("kd,pkd->kp", asks, answers) / np.float32(POINTER**0.5)
    when = _softmax(points[WHEN])
    places = [(s, float(when[i])) for i in np.flatnonzero(when > 0.03) if (s := window.spans[i]) is not None]
    return TaggedEvent(
        word=word,
        score=score,
        status=tuple(map(float, status)),
        type=tuple(map(float, kind)),
        when=tuple(places),
        status_words=_status_words(window, points[STATUS_FIRST], points[STATUS_LAST]),
    )


def _status_words(window: Window, first: FloatArray, last: FloatArray) -> Span | None:
    start = int(first.argmax())
    if window.spans[start] is None:
        return None
    reach = last[start : start + LONGEST_STATUS].copy()
    for step in range(len(reach)):
        if window.spans[start + step] is None:
            reach = reach[:step]
            break
    stop = start + int(reach.argmax())
    begin, end = window.spans[start], window.spans[stop]
    return Span(begin.start, end.end) if begin and end else None


def _softmax(logits: FloatArray) -> FloatArray:
    raised: FloatArray = np.exp(logits - logits.max())
    raised /= raised.sum()
    return raised


def _sigmoid(logits: FloatArray) -> FloatArray:
    share: FloatArray = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    return share
