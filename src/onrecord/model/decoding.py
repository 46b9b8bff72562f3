"""From the model's probabilities to linked words: which pieces are a cue, and which are its source and its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.model.events import TaggedEvent
from onrecord.model.pieces import Window
from onrecord.records import Act, Span

FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]

CUE_NONE, CUE_BEGIN, CUE_INSIDE = range(3)
NONE, SOURCE_BEGIN, SOURCE_INSIDE, CONTENT_BEGIN, CONTENT_INSIDE = range(5)


@dataclass(frozen=True, slots=True)
class Limits:
    """Settings of the decoding, tuned together on PolNeAR dev with `python -m evaluation attribution`.

    cue: a cue candidate is scored by the pair head from this probability on; what becomes of it is decided there.
    edge: a piece beside a cue's surest one belongs to the cue from this share of the surest one's probability on.
    content_start, source_start: what it costs, in nats, to begin one more run of content or source pieces, so that a
    stray piece makes none and a doubtful piece in the middle does not break one. A source is worth a doubt more than a
    statement without one, so its cost is below zero.
    """

    cue: float = 0.2
    edge: float = 0.6
    content_start: float = 3.0
    source_start: float = -0.5


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class TaggedCue:
    """One cue with the words linked to it, in article characters; scores are mean probabilities of the pieces."""

    cue: Span
    cue_score: float
    source: Span | None
    source_score: float
    content: tuple[Span, ...]
    content_score: float
    act: Act
    act_score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """All that the encoder found in an article, in text order: cues, and words that may tell an event."""

    cues: tuple[TaggedCue, ...]
    events: tuple[TaggedEvent, ...] = ()


def cue_candidates(probabilities: FloatArray, window: Window, limits: Limits = LIMITS) -> list[tuple[int, int, float]]:
    """First piece, last piece and score of each cue candidate.

    probabilities: (pieces, 3) for none, begin, inside. A run of cue pieces is cut where a new beginning is likelier
    than going on, and always between paragraphs; pieces far less sure than the run's surest one are left off its ends.
    """
    inside = 1.0 - probabilities[:, CUE_NONE]
    runs: list[list[int]] = []
    for at in np.flatnonzero(inside >= limits.cue).tolist():
        if window.spans[at] is None:
            continue
        begins = probabilities[at, CUE_BEGIN] > probabilities[at, CUE_INSIDE]
        if not runs or begins or at != runs[-1][1] + 1:
            runs.append([at, at])
        runs[-1][1] = at
    return [_sure_part(inside, first, last, limits.edge) for first, last in runs]


def _sure_part(inside: FloatArray, first: int, last: int, edge: float) -> tuple[int, int, float]:
    least = edge * float(inside[first : last + 1].max())
    while inside[first] < least:
        first += 1
    while inside[last] < least:
        last -= 1
    return first, last, float(inside[first : last + 1].mean())


def link(
    labels: FloatArray,
    acts: FloatArray,
    cues: Sequence[tuple[int, int, float]],
    window: Window,
    limits: Limits = LIMITS,
) -> list[TaggedCue]:
    """Read each cue's source and content from its row.

    labels: (cues, pieces, 5) probabilities for none, source begin, source inside, content begin, content inside.
    acts: (cues, 2) probabilities for speech, mind.
    """
    source_share = labels[:, :, SOURCE_BEGIN] + labels[:, :, SOURCE_INSIDE]
    content_share = labels[:, :, CONTENT_BEGIN] + labels[:, :, CONTENT_INSIDE]
    special = np.array([span is None for span in window.spans])
    source_runs = _runs(source_share, special, limits.source_start)
    content_runs = _runs(content_share, special, limits.content_start)
    found = []
    for row, (first, last, cue_score) in enumerate(cues):
        source, content = source_share[row], content_share[row]
        best = max(source_runs[row], key=lambda run: float(source[run[0] : run[1]].sum()), default=None)
        contents = content_runs[row]
        found.append(
            TaggedCue(
                cue=_span(window, first, last + 1),
                cue_score=cue_score,
                source=_span(window, *best) if best else None,
                source_score=float(source[best[0] : best[1]].mean()) if best else float(1.0 - source.max()),
                content=tuple(_span(window, *run) for run in contents),
                content_score=float(np.concatenate([content[a:b] for a, b in contents]).mean()) if contents else 0.0,
                act=Act.MIND if acts[row, 1] > acts[row, 0] else Act.SPEECH,
                act_score=float(acts[row].max()),
            )
        )
    return found


def _runs(share: FloatArray, special: BoolArray, start_cost: float) -> list[list[tuple[int, int]]]:
    """The likeliest runs of pieces that carry a role, per cue, as half-open piece ranges. share: (cues, pieces)."""
    held = np.clip(share, 1e-6, 1 - 1e-6)
    gain = np.log(held) - np.log1p(-held)
    gain[:, special] = -20.0
    return [_likeliest_runs(row, start_cost) for row in gain.tolist()]


def _likeliest_runs(gains: Sequence[float], start_cost: float) -> list[tuple[int, int]]:
    """Two states, in and out, by the Viterbi algorithm, where going in costs `start_cost` nats.

    Bare numbers, piece by piece: arrays of one or two cues would take ten times as long.
    """
    score_in, score_out = -np.inf, 0.0
    start = 0  # of the run that the path that is in stands in
    before: list[tuple[int, int]] = []  # the runs of that path before this one
    done: list[tuple[int, int]] = []  # the runs of the path that is out
    for at, gain in enumerate(gains):
        entered = score_out - start_cost
        left, out = score_in > score_out, done
        if left:
            score_out, done = score_in, [*before, (start, at)]
        if entered > score_in:
            score_in, start, before = entered, at, out
        score_in += gain
    return [*before, (start, len(gains))] if score_in > score_out else done


def _span(window: Window, start: int, stop: int) -> Span:
    spans = [span for span in window.spans[start:stop] if span]
    return Span(spans[0].start, spans[-1].end)
