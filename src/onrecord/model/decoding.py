"""From the model's probabilities to linked words: which pieces are a cue, and which are its source and its content."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.model.pieces import Window
from onrecord.records import Act, Span

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

CUE_NONE, CUE_BEGIN, CUE_INSIDE = range(3)
NONE, SOURCE_BEGIN, SOURCE_INSIDE, CONTENT_BEGIN, CONTENT_INSIDE = range(5)

# A cue candidate is scored by the pair head from this probability on; what becomes of it is decided there.
CUE_FLOOR = 0.25
# A piece carries a role from this probability on (begin and inside together).
ROLE_FLOOR = 0.5


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
    """All that the encoder found in an article, in text order of the cues."""

    cues: tuple[TaggedCue, ...]


def cue_candidates(probabilities: FloatArray, window: Window) -> list[tuple[int, int, float]]:
    """First piece, last piece and score of each cue candidate.

    probabilities: (pieces, 3) for none, begin, inside. A run of cue pieces is cut where a new beginning is likelier
    than going on, and always between paragraphs.
    """
    inside = 1.0 - probabilities[:, CUE_NONE]
    found: list[tuple[int, int, float]] = []
    first: int | None = None
    for at in range(len(window.ids) + 1):
        real = at < len(window.ids) and window.spans[at] is not None and inside[at] >= CUE_FLOOR
        begins = real and probabilities[at, CUE_BEGIN] > probabilities[at, CUE_INSIDE]
        if first is not None and (not real or begins):
            found.append((first, at - 1, float(inside[first:at].mean())))
            first = None
        if real and first is None:
            first = at
    return found


def link(labels: FloatArray, acts: FloatArray, cue: tuple[int, int, float], window: Window) -> TaggedCue:
    """Read one cue's source and content from its row.

    labels: (pieces, 5) probabilities for none, source begin, source inside, content begin, content inside.
    acts: (2,) probabilities for speech, mind.
    """
    first, last, cue_score = cue
    source_share = labels[:, SOURCE_BEGIN] + labels[:, SOURCE_INSIDE]
    content_share = labels[:, CONTENT_BEGIN] + labels[:, CONTENT_INSIDE]
    sources = _runs(source_share, labels[:, SOURCE_BEGIN], labels[:, SOURCE_INSIDE], window)
    contents = _runs(content_share, labels[:, CONTENT_BEGIN], labels[:, CONTENT_INSIDE], window)
    best = max(sources, key=lambda run: float(source_share[run[0] : run[1]].sum()), default=None)
    return TaggedCue(
        cue=_span(window, first, last + 1),
        cue_score=cue_score,
        source=_span(window, *best) if best else None,
        source_score=float(source_share[best[0] : best[1]].mean()) if best else float(1.0 - source_share.max()),
        content=tuple(_span(window, *run) for run in contents),
        content_score=float(np.concatenate([content_share[a:b] for a, b in contents]).mean()) if contents else 0.0,
        act=Act.MIND if acts[1] > acts[0] else Act.SPEECH,
        act_score=float(acts.max()),
    )


def _runs(share: FloatArray, begin: FloatArray, inside: FloatArray, window: Window) -> list[tuple[int, int]]:
    """Runs of pieces that carry a role, as half-open piece ranges; a likelier beginning starts a new run."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    carried = np.flatnonzero(share >= ROLE_FLOOR)
    if not len(carried):
        return found
    for at in range(int(carried[0]), int(carried[-1]) + 2):
        real = at < len(window.ids) and window.spans[at] is not None and share[at] >= ROLE_FLOOR
        if start is not None and (not real or begin[at] > inside[at]):
            found.append((start, at))
            start = None
        if real and start is None:
            start = at
    return found


def _span(window: Window, start: int, stop: int) -> Span:
    spans = [span for span in window.spans[start:stop] if span]
    return Span(spans[0].start, spans[-1].end)
