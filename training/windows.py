"""Training windows: packed paragraphs with their labels, packed anew in every epoch so that neighbours vary."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from onrecord.model.decoding import (
    CONTENT_BEGIN,
    CONTENT_INSIDE,
    CUE_BEGIN,
    CUE_INSIDE,
    CUE_NONE,
    NONE,
    SOURCE_BEGIN,
    SOURCE_INSIDE,
)
from onrecord.model.pieces import CASES, LONGEST, WINDOW, PieceParagraph, Window, pack_windows
from onrecord.records import Span
from training.data import Example
from training.marks import NOT_TOLD, Marks


@dataclass(frozen=True, slots=True)
class LabelledWindow:
    """ids, features, cue_tags: one per piece. cues: (first piece, last piece); pairs: per cue, a label per piece.

    event_tags: 1 where a piece begins a word that tells an event. events: piece, status, type, and the pieces where its
    time begins and its status words begin and end (0: not in this window). aux: TimeML's class (0: no event), tense and
    modality per piece; certain: the value per piece, NaN where none is told.
    """

    ids: list[int]
    features: list[int]
    scheme: int
    cue_tags: list[int]
    cues: list[tuple[int, int]]
    pairs: list[list[int]]
    acts: list[int]
    event_tags: list[int]
    events: list[tuple[int, ...]]
    aux: list[list[int]]
    certain: list[float]


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step.

    ids, features, scheme, mask, cue_tags: (windows, pieces). cue_at: (cues, 3) window, first, last piece.
    pairs: (cues, pieces). acts: (cues,). event_tags: (windows, pieces). events: (events, 7) window, piece, status,
    type and three pieces pointed at. aux: (3, windows, pieces). certain: (windows, pieces).
    """

    ids: Tensor
    features: Tensor
    scheme: Tensor
    mask: Tensor
    cue_tags: Tensor
    cue_at: Tensor
    pairs: Tensor
    acts: Tensor
    event_tags: Tensor
    events: Tensor
    aux: Tensor
    certain: Tensor


MASK = 103  # the number of [MASK] among the pieces
LONG = (128, 192, LONGEST, LONGEST)
SHORT = (1, WINDOW, 128)  # 1: every paragraph by itself


def windows_of(
    examples: Sequence[Example], *, rng: random.Random | None, sizes: Sequence[int] = LONG, hidden: float = 0.0
) -> Iterator[LabelledWindow]:
    """All windows of the examples.

    With a generator, they are packed at varying places, in sizes drawn from `sizes`, some features are hidden, and of
    the words' pieces a share of `hidden`; without one, they are packed as the reader packs them.
    """
    for example in examples:
        paragraphs = example.paragraphs
        if rng and len(paragraphs) > 2:
            cut = rng.randrange(0, min(4, len(paragraphs)))
            groups = [paragraphs[:cut], paragraphs[cut:]]
        else:
            groups = [paragraphs]
        for group in groups:
            size = rng.choice(sizes) if rng else WINDOW
            longest = size if sizes is LONG and rng else LONGEST
            blurred = [_blurred(paragraph, rng) for paragraph in group]
            if rng and hidden:
                blurred = [_with_hidden(paragraph, rng, hidden) for paragraph in blurred]
            for window in pack_windows(blurred, cls=101, sep=102, size=size, longest=longest):
                yield _label(window, example)


def _blurred(paragraph: PieceParagraph, rng: random.Random | None) -> PieceParagraph:
    """Now and then hide the case, or the quotation state, of a whole paragraph: pages lose both."""
    if rng is None or rng.random() > 0.16:
        return paragraph
    lost_case = rng.random() < 0.5
    features = [(f // CASES) * CASES if lost_case else f % CASES for f in paragraph.features]
    return PieceParagraph(paragraph.ids, features, paragraph.spans)


def _with_hidden(paragraph: PieceParagraph, rng: random.Random, share: float) -> PieceParagraph:
    """Some pieces are read as the mask that the encoder knows: what is told must follow from the words around too."""
    ids = [MASK if rng.random() < share else number for number in paragraph.ids]
    return PieceParagraph(ids, paragraph.features, paragraph.spans)


def _label(window: Window, example: Example) -> LabelledWindow:
    told = example.attributions is not None
    cue_tags = [CUE_NONE if told else NOT_TOLD] * len(window.ids)
    cues, pairs, acts = [], [], []
    for attribution in example.attributions or ():
        cue = _pieces(window, [attribution.cue])
        if not cue:
            continue
        for at in cue:
            cue_tags[at] = CUE_BEGIN if at == cue[0] else CUE_INSIDE
        labels = [NONE] * len(window.ids)
        for spans, begin, inside in (
            (attribution.content, CONTENT_BEGIN, CONTENT_INSIDE),
            (attribution.source, SOURCE_BEGIN, SOURCE_INSIDE),
        ):
            for span in spans:
                found = _pieces(window, [span])
                for at in found:
                    labels[at] = begin if at == found[0] else inside
        cues.append((cue[0], cue[-1]))
        pairs.append(labels)
        acts.append(attribution.act)
    event_tags, events = _label_events(window, example.marks)
    aux, certain = _label_aux(window, example.marks)
    return LabelledWindow(
        window.ids, window.features, example.scheme, cue_tags, cues, pairs, acts, event_tags, events, aux, certain
    )


def _label_events(window: Window, marks: Marks) -> tuple[list[int], list[tuple[int, ...]]]:
    tags = [0 if marks.events is not None and span else NOT_TOLD for span in window.spans]
    for span in marks.doubtful:
        for at in _pieces(window, [span]):
            tags[at] = NOT_TOLD
    rows: list[tuple[int, ...]] = []
    for event in [*(marks.events or ()), *marks.ties]:
        word = _pieces(window, [event.word])
        if not word:
            continue
        if marks.events is not None:
            tags[word[0]] = 1
        when = _pieces(window, [event.when]) if event.when else []
        status = _pieces(window, [event.status_words]) if event.status_words else []
        has_words = bool(status) or (event.status != NOT_TOLD and not event.status_words)
        rows.append(
            (
                word[0],
                event.status,
                event.type,
                when[0] if when else 0 if event.nowhere else NOT_TOLD,
                (status[0] if status else 0) if has_words else NOT_TOLD,
                status[-1] if status else NOT_TOLD,
            )
        )
    return tags, rows


def _label_aux(window: Window, marks: Marks) -> tuple[list[list[int]], list[float]]:
    size = len(window.ids)
    aux = [[0 if marks.timeml is not None else NOT_TOLD] * size, [NOT_TOLD] * size, [NOT_TOLD] * size]
    for span, (kind, tense, modality) in marks.timeml or ():
        for at in _pieces(window, [span])[:1]:
            aux[0][at], aux[1][at], aux[2][at] = kind + 1, tense, modality
    certain = [math.nan] * size
    for span, value in marks.certain or ():
        for at in _pieces(window, [span])[:1]:
            certain[at] = value
    return aux, certain


def _pieces(window: Window, spans: Sequence[Span]) -> list[int]:
    first = next((s for s in window.spans if s), None)
    last = next((s for s in reversed(window.spans) if s), None)
    if first is None or last is None:
        return []
    spans = [span for span in spans if span.start < last.end and span.end > first.start]
    if not spans:
        return []
    return [at for at, piece in enumerate(window.spans) if piece and any(piece.overlaps(span) for span in spans)]


def batches(
    windows: Sequence[LabelledWindow], *, size: int, rng: random.Random | None, pieces: int = 0
) -> Iterator[Batch]:
    """Batches of windows of like length, in random order when a generator is given.

    A batch holds `size` windows, or, where `pieces` is told, as many as fit into that many padded pieces.
    """
    order = list(windows)
    if rng:
        rng.shuffle(order)
    chunks: list[list[LabelledWindow]] = []
    for start in range(0, len(order), size * 24):
        pool = sorted(order[start : start + size * 24], key=lambda window: len(window.ids))
        chunk: list[LabelledWindow] = []
        for window in pool:
            full = (len(chunk) + 1) * len(window.ids) > pieces if pieces else len(chunk) == size
            if chunk and full:
                chunks.append(chunk)
                chunk = []
            chunk.append(window)
        chunks.append(chunk)
    if rng:
        rng.shuffle(chunks)
    for chunk in chunks:
        yield collate(chunk)


def collate(windows: Sequence[LabelledWindow]) -> Batch:
    """Pad the windows to the longest."""
    width = max(len(window.ids) for window in windows)

    def padded(rows: Sequence[Sequence[float]], fill: float = 0) -> Tensor:
        return torch.tensor([[*row, *([fill] * (width - len(row)))] for row in rows])

    cue_at = [(i, *cue) for i, window in enumerate(windows) for cue in window.cues]
    pairs = [labels for window in windows for labels in window.pairs]
    events = [(i, *row) for i, window in enumerate(windows) for row in window.events]
    ids = padded([window.ids for window in windows])
    return Batch(
        ids=ids,
        features=padded([window.features for window in windows]),
        scheme=torch.tensor([[window.scheme] * width for window in windows]),
        mask=padded([[1] * len(window.ids) for window in windows]).bool(),
        cue_tags=padded([window.cue_tags for window in windows], NOT_TOLD),
        cue_at=torch.tensor(cue_at, dtype=torch.long).reshape(-1, 3),
        pairs=padded(pairs, NOT_TOLD) if pairs else torch.zeros((0, width), dtype=torch.long),
        acts=torch.tensor([act for window in windows for act in window.acts], dtype=torch.long),
        event_tags=padded([window.event_tags for window in windows], NOT_TOLD),
        events=torch.tensor(events, dtype=torch.long).reshape(-1, 7),
        aux=torch.stack([padded([window.aux[kind] for window in windows], NOT_TOLD) for kind in range(3)]),
        certain=padded([window.certain for window in windows], math.nan),
    )
