"""The network: MiniLM with two more inputs, a cue tagger, and a head that labels every piece towards one cue.

The attribution of one cue is a labelling of its window (source, content, neither), conditioned on that cue. Towards a
cue, each piece is described by its own vector, the cue's vector, their product and the signed distance between them;
one narrow attention layer and two convolutions let neighbouring pieces agree before the labels are read off.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.model.events import PARTS, POINTER
from onrecord.model.events import WIDTH as EVENT_WIDTH
from onrecord.model.pieces import FEATURES
from training.marks import CLASSES, TENSES

WIDTH = 128
DISTANCES = 32  # buckets to each side
PAIR_LABELS = 5
CUE_LABELS = 3
EVENT_HIDDEN = 256


def load_encoder(folder: Path) -> BertModel:
    """MiniLM-L6 with the weights of the published package (a BERT without its pooler)."""
    config = BertConfig.from_json_file(folder / "config.json")
    config._attn_implementation = "sdpa"
    encoder = BertModel(config, add_pooling_layer=False)
    weights = load_file(folder / "model.safetensors")
    weights = {key.removeprefix("bert."): value for key, value in weights.items() if "pooler" not in key}
    missing, unexpected = encoder.load_state_dict(weights, strict=False)
    if [key for key in missing if "position_ids" not in key]:
        raise ValueError(f"{folder}: weights are missing: {missing[:3]}; unexpected: {unexpected[:3]}")
    return encoder


def distance_bucket(distance: Tensor) -> Tensor:
    """Signed distance in pieces as one of 2 * DISTANCES + 1 buckets: exact to 8, then growing with the logarithm."""
    size = distance.abs()
    far = 8 + (torch.log2(size.clamp(min=8).float() / 8) * 4.6).long()
    bucket = torch.where(size < 8, size, far.clamp(max=DISTANCES))
    return torch.where(distance < 0, DISTANCES - bucket, DISTANCES + bucket)


class Encoder(nn.Module):
    """(windows, pieces) ids, features, scheme -> vectors (.., 384), cue logits (.., 3), events (.., EVENT_WIDTH)."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert
        self.features = nn.Embedding(FEATURES, bert.config.hidden_size)
        nn.init.zeros_(self.features.weight)
        self.cue = nn.Linear(bert.config.hidden_size, CUE_LABELS)
        self.events = nn.Sequential(
            nn.Linear(bert.config.hidden_size, EVENT_HIDDEN), nn.GELU(), nn.Linear(EVENT_HIDDEN, EVENT_WIDTH)
        )

    def forward(
        self, ids: Tensor, features: Tensor, scheme: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Tag every piece. mask: True where a piece is real, or None where all are."""
        words = self.bert.embeddings.word_embeddings(ids) + self.features(features)
        vectors = self.bert(inputs_embeds=words, token_type_ids=scheme, attention_mask=mask).last_hidden_state
        return vectors, self.cue(vectors), self.events(vectors)


class _Mix(nn.Module):
    """A convolution over neighbouring pieces with a residual: (cues, pieces, WIDTH) in and out."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.depth = nn.Conv1d(WIDTH, WIDTH, 7, padding=3, groups=WIDTH)
        self.point = nn.Linear(WIDTH, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        mixed = self.depth(self.norm(x).transpose(1, 2)).transpose(1, 2)
        return x + self.point(nn.functional.gelu(mixed))


class _Attend(nn.Module):
    """One attention layer of four heads over the pieces of a window, as one cue sees them."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        cues, pieces, _ = x.shape
        query, key, value = (
            part.reshape(cues, pieces, 4, WIDTH // 4).transpose(1, 2)
            for part in self.qkv(self.norm(x)).chunk(3, dim=-1)
        )
        attention = None if mask is None else mask[:, None, None, :]
        mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=attention)
        return x + self.dropout(self.out(mixed.transpose(1, 2).reshape(cues, pieces, WIDTH)))


class PairHead(nn.Module):
    """vectors of each cue's window and the cue's place -> labels of every piece towards it, and the cue's act."""

    def __init__(self, hidden: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Linear(hidden, 2 * WIDTH)
        self.cue = nn.Linear(2 * hidden, 2 * WIDTH)
        self.distance = nn.Embedding(2 * DISTANCES + 1, WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.mixes = nn.ModuleList([_Mix(), _Mix()])
        self.attend = _Attend(dropout)
        self.norm = nn.LayerNorm(WIDTH)
        self.label = nn.Linear(WIDTH, PAIR_LABELS)
        self.act = nn.Linear(2 * hidden, 2)

    def forward(
        self, vectors: Tensor, window: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Score all pieces towards all cues.

        vectors: (windows, pieces, hidden). window, first, last: (cues,) the cue's window and its first and last piece.
        Returns label logits (cues, pieces, 5) and act logits (cues, 2).
        """
        ends = torch.cat([vectors[window, first], vectors[window, last]], dim=-1)
        add_piece, times_piece = self.piece(vectors).chunk(2, dim=-1)
        add_cue, times_cue = self.cue(ends).chunk(2, dim=-1)
        at = torch.arange(vectors.shape[1], device=vectors.device)[None, :]
        before = (at - first[:, None]).clamp(max=0)
        behind = (at - last[:, None]).clamp(min=0)
        x = add_piece[window] + add_cue[:, None] + times_piece[window] * times_cue[:, None]
        x = self.dropout(nn.functional.gelu(x + self.distance(distance_bucket(before + behind))))
        x = self.mixes[0](x)
        x = self.attend(x, None if mask is None else mask[window])
        x = self.mixes[1](x)
        return self.label(self.norm(x)), self.act(ends)


def split_events(rows: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """(.., EVENT_WIDTH) -> event (..,), status (.., 10), type (.., 25), pointing and pointed at (.., 3, POINTER)."""
    event, status, kind, asks, answers = torch.split(rows, list(PARTS), dim=-1)
    shape = (*rows.shape[:-1], 3, POINTER)
    return event.squeeze(-1), status, kind, asks.reshape(shape), answers.reshape(shape)


class Network(nn.Module):
    """Encoder and pair head together, for training, with outputs that only training has (TimeML and factuality)."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.encoder = Encoder(bert)
        self.pairs = PairHead(bert.config.hidden_size)
        self.aux = nn.Linear(bert.config.hidden_size, len(CLASSES) + 1 + len(TENSES) + 3 + 1)
