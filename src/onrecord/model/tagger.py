"""The encoder session: the shipped ONNX graphs run over an article, window by window, on one thread."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import IntEnum
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.model.decoding import TaggedCue, Tags, cue_candidates, link
from onrecord.model.events import TaggedEvent, read_events
from onrecord.model.pieces import Window, cut_into_pieces, pack_windows
from onrecord.records import ModelCard, Span

FILES = ("encoder.onnx", "pairs.onnx", "tokenizer.json", "card.json")
# ONNX Runtime would join an addition and the layer norm behind it into one operator, which on CPUs takes four times as
# long as the two, and a bias and the GELU behind it likewise a third longer (docs/speed.md).
SLOW_FUSIONS = ("SkipLayerNormFusion", "BiasGeluFusion")


class Scheme(IntEnum):
    """Under which annotation scheme the encoder reads: the project's guide, or PolNeAR's for comparison with others."""

    GUIDE = 0
    POLNEAR = 1


class Tagger:
    """Holds the sessions. Safe to share between threads; more speed comes from processes, not threads."""

    def __init__(
        self, encoder: ort.InferenceSession, pairs: ort.InferenceSession, tokenizer: Tokenizer, card: ModelCard
    ):
        self._encoder = encoder
        self._pairs = pairs
        self._tokenizer = tokenizer
        self.card = card

    def tag(self, text: str, paragraphs: Sequence[Span], *, scheme: Scheme = Scheme.GUIDE) -> Tags:
        """Find every cue of the paragraphs with its source and content."""
        pieces = cut_into_pieces(text, paragraphs, self._tokenizer)
        cues: list[TaggedCue] = []
        events: list[TaggedEvent] = []
        for window in pack_windows(pieces, cls=101, sep=102):
            more_cues, more_events = self._tag_window(window, text, scheme)
            cues += more_cues
            events += more_events
        return Tags(tuple(sorted(cues, key=lambda tagged: tagged.cue)), tuple(events))

    def _tag_window(self, window: Window, text: str, scheme: Scheme) -> tuple[list[TaggedCue], list[TaggedEvent]]:
        ids = np.array([window.ids], dtype=np.int64)
        features = np.array([window.features], dtype=np.int64)
        vectors, cue_tags, *event_rows = self._encoder.run(
            None, {"ids": ids, "features": features, "scheme": np.full(ids.shape, scheme, dtype=np.int64)}
        )
        # Models before 1.1 tell no events.
        events = read_events(event_rows[0][0], window, text) if event_rows else []
        candidates = cue_candidates(cue_tags[0], window)
        if not candidates:
            return [], events
        first = np.array([candidate[0] for candidate in candidates], dtype=np.int64)
        last = np.array([candidate[1] for candidate in candidates], dtype=np.int64)
        labels, acts = self._pairs.run(None, {"vectors": vectors, "first": first, "last": last})
        return link(labels, acts, candidates, window), events


def load_tagger(folder: Path | None = None) -> Tagger:
    """Open the model that ships in the package, or the one in `folder`. Raises ModelError if a file is missing."""
    place = folder or Path(str(resources.files("onrecord.model") / "weights"))
    missing = [name for name in FILES if not (place / name).is_file()]
    if missing:
        raise ModelError(str(place), f"model files are missing: {', '.join(missing)}", "install onrecord again")
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        encoder, pairs = (
            ort.InferenceSession(
                str(place / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
            )
            for name in FILES[:2]
        )
        tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
        card = json.loads((place / "card.json").read_text(encoding="utf-8"))
        made_by = ModelCard(card["name"], card["version"])
    except Exception as error:  # ONNX Runtime and tokenizers raise bare exceptions of many kinds
        raise ModelError(str(place), f"the model cannot be opened: {error}", "install onrecord again") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Tagger(encoder, pairs, tokenizer, made_by)
