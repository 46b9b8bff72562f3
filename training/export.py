"""Trained weights to the two int8 ONNX graphs that ship in the package, and the tokenizer.

The graphs are written from the weights, operator by operator, as `training/network.py` computes them in training; a
test holds the two together. What is added to the network has to be added here.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from training.graph import Array, Graph, fractions, whole_numbers
from training.network import WIDTH, distance_bucket

HEADS = 4  # of the pair head's attention
FARTHEST = 512  # pieces; longer than any window
EPSILON = 1e-5  # of the pair head's norms

Weights = Mapping[str, Array]


def export(weights: Path, start: Path, out: Path, *, int8: bool = True) -> None:
    """Write encoder.onnx, pairs.onnx and tokenizer.json into `out`.

    int8: as they ship. Otherwise in float32, to see what the quantising costs.
    """
    state = torch.load(weights, weights_only=True)
    held = {name: value.float().numpy() for name, value in state.get("network", state).items()}
    config = json.loads((start / "config.json").read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    write_encoder(held, config, out / "encoder.onnx", int8=int8)
    write_pairs(held, out / "pairs.onnx", int8=int8)
    shutil.copyfile(start / "tokenizer.json", out / "tokenizer.json")


def write_encoder(weights: Weights, config: Mapping[str, int | float], path: Path, *, int8: bool = True) -> None:
    """ids, features, scheme -> vectors, probabilities of cue tags, and rows of events where the network tells them.

    Windows of one call have the same length; the reader gives one window a call. config: the encoder's, as published.
    """
    graph = Graph(int8=int8)
    x = _embed(graph, weights, float(config["layer_norm_eps"]))
    layers = int(config["num_hidden_layers"])
    for number in range(layers):
        x = _layer(graph, x, weights, number, config, out="vectors" if number == layers - 1 else None)
    cues = graph.linear_float(x, "cue", weights["encoder.cue.weight"], weights["encoder.cue.bias"])
    graph.add("Softmax", cues, axis=-1, out="cues")
    hidden = len(weights["encoder.bert.embeddings.LayerNorm.weight"])
    outputs = [
        fractions("vectors", "windows", "pieces", hidden),
        fractions("cues", "windows", "pieces", len(weights["encoder.cue.bias"])),
    ]
    if "encoder.events.0.weight" in weights:
        bias = weights["encoder.events.2.bias"]
        hidden_rows = graph.gelu(
            graph.linear(x, "events.0", weights["encoder.events.0.weight"], weights["encoder.events.0.bias"])
        )
        graph.linear(hidden_rows, "events", weights["encoder.events.2.weight"], bias, out="events")
        outputs.append(fractions("events", "windows", "pieces", len(bias)))
    inputs = [whole_numbers(name, "windows", "pieces") for name in ("ids", "features", "scheme")]
    graph.save(path, inputs, outputs)


def _embed(graph: Graph, weights: Weights, epsilon: float) -> str:
    prefix = "encoder.bert.embeddings."
    positions = graph.constant("positions", weights[f"{prefix}position_embeddings.weight"])
    pieces = graph.add("Shape", "ids", start=1, end=2)
    x = graph.embedding("ids", "words", weights[f"{prefix}word_embeddings.weight"])
    features = graph.constant("features of quotation and case", weights["encoder.features.weight"])
    x = graph.add("Add", x, graph.add("Gather", features, "features"))
    schemes = graph.constant("schemes", weights[f"{prefix}token_type_embeddings.weight"])
    x = graph.add("Add", x, graph.add("Gather", schemes, "scheme"))
    x = graph.add("Add", x, graph.add("Slice", positions, graph.numbers(0), pieces))
    gain, offset = weights[f"{prefix}LayerNorm.weight"], weights[f"{prefix}LayerNorm.bias"]
    return graph.norm(x, "embeddings", gain, offset, epsilon=epsilon)


def _layer(
    graph: Graph, x: str, weights: Weights, number: int, config: Mapping[str, int | float], *, out: str | None
) -> str:
    """One layer of the encoder: attention and two products, each added to what went in, and a norm behind each."""
    prefix = f"encoder.bert.encoder.layer.{number}."

    def linear(x: str, name: str) -> str:
        return graph.linear(x, f"{number}.{name}", weights[f"{prefix}{name}.weight"], weights[f"{prefix}{name}.bias"])

    def norm_of_sum(x: str, y: str, name: str, out: str | None = None) -> str:
        gain, offset = weights[f"{prefix}{name}.weight"], weights[f"{prefix}{name}.bias"]
        epsilon = float(config["layer_norm_eps"])
        return graph.norm(graph.add("Add", x, y), f"{number}.{name}", gain, offset, epsilon=epsilon, out=out)

    heads = int(config["num_attention_heads"])
    query, key, value = (linear(x, f"attention.self.{name}") for name in ("query", "key", "value"))
    seen = graph.add("Attention", query, key, value, q_num_heads=heads, kv_num_heads=heads)
    x = norm_of_sum(linear(seen, "attention.output.dense"), x, "attention.output.LayerNorm")
    wide = graph.gelu(linear(x, "intermediate.dense"))
    return norm_of_sum(linear(wide, "output.dense"), x, "output.LayerNorm", out)


def write_pairs(weights: Weights, path: Path, *, int8: bool = True) -> None:
    """vectors of one window, first and last piece of each cue -> probabilities of labels and of acts."""
    graph = Graph(int8=int8)
    x, act = _towards_cues(graph, weights)
    x = _mix(graph, x, weights, 0)
    x = _attend(graph, x, weights)
    x = _mix(graph, x, weights, 1)
    labels = graph.linear(_norm(graph, x, weights, "norm"), "label", *_pair(weights, "label"))
    graph.add("Softmax", labels, axis=-1, out="labels")
    graph.add("Softmax", graph.add("Squeeze", act, graph.numbers(0)), axis=-1, out="acts")
    hidden, kinds = weights["pairs.piece.weight"].shape[1], len(weights["pairs.label.bias"])
    inputs = [
        fractions("vectors", 1, "pieces", hidden),
        whole_numbers("first", "cues"),
        whole_numbers("last", "cues"),
    ]
    graph.save(path, inputs, [fractions("labels", "cues", "pieces", kinds), fractions("acts", "cues", 2)])


def _pair(weights: Weights, name: str) -> tuple[Array, Array]:
    return weights[f"pairs.{name}.weight"], weights[f"pairs.{name}.bias"]


def _norm(graph: Graph, x: str, weights: Weights, name: str) -> str:
    return graph.norm(x, name, *_pair(weights, name), epsilon=EPSILON)


def _towards_cues(graph: Graph, weights: Weights) -> tuple[str, str]:
    """Every piece as each cue sees it, (cues, pieces, WIDTH), and the logits of acts, (1, cues, 2)."""
    ends = (graph.add("Gather", "vectors", end, axis=1) for end in ("first", "last"))
    cue, act = _pair(weights, "cue"), _pair(weights, "act")
    both = (np.concatenate([cue[0], act[0]]), np.concatenate([cue[1], act[1]]))
    told = graph.linear(graph.add("Concat", *ends, axis=-1), "cue and act", *both)
    add_cue, times_cue, act_logits = graph.several("Split", told, graph.numbers(WIDTH, WIDTH, 2), axis=-1, outputs=3)
    pieces = graph.linear("vectors", "piece", *_pair(weights, "piece"))
    add_piece, times_piece = graph.several("Split", pieces, axis=-1, num_outputs=2, outputs=2)
    per_cue = graph.numbers(-1, 1, WIDTH)
    x = graph.add("Mul", times_piece, graph.add("Reshape", times_cue, per_cue))
    x = graph.add("Add", x, add_piece)
    x = graph.add("Add", x, graph.add("Reshape", add_cue, per_cue))
    return graph.gelu(graph.add("Add", x, _distances(graph, weights))), act_logits


def _distances(graph: Graph, weights: Weights) -> str:
    """The vector of the distance of every piece from each cue; the bucket of each distance is worked out here."""
    buckets = graph.constant("buckets", distance_bucket(torch.arange(-FARTHEST, FARTHEST + 1)).numpy())
    table = graph.constant("distances", weights["pairs.distance.weight"])
    zero, one = (graph.constant(str(number), np.array(number, np.int64)) for number in (0, 1))
    length = graph.add("Squeeze", graph.add("Shape", "vectors", start=1, end=2))
    at = graph.add("Range", zero, length, one)
    before, behind = (
        graph.add(kind, graph.add("Sub", at, graph.add("Unsqueeze", end, graph.numbers(1))), zero)
        for kind, end in (("Min", "first"), ("Max", "last"))
    )
    distance = graph.add("Add", graph.add("Add", before, behind), graph.numbers(FARTHEST))
    return graph.add("Gather", table, graph.add("Gather", buckets, distance))


def _mix(graph: Graph, x: str, weights: Weights, number: int) -> str:
    """The convolution over neighbouring pieces, written over a picture one piece high.

    ONNX Runtime has a fast kernel for pictures with channels apart, and takes the two transpositions into it.
    """
    depth, bias = _pair(weights, f"mixes.{number}.depth")
    width = depth.shape[2]
    axis, name = graph.numbers(1), f"mixes.{number}.depth"
    y = graph.add("Unsqueeze", _norm(graph, x, weights, f"mixes.{number}.norm"), axis)
    y = graph.add(
        "Conv",
        graph.add("Transpose", y, perm=[0, 3, 1, 2]),
        graph.constant(f"{name}.weight", depth[:, :, None, :]),
        graph.constant(f"{name}.bias", bias),
        group=WIDTH,
        kernel_shape=[1, width],
        pads=[0, width // 2, 0, width // 2],
    )
    y = graph.gelu(graph.add("Squeeze", graph.add("Transpose", y, perm=[0, 2, 3, 1]), axis))
    return graph.add("Add", x, graph.linear(y, f"mixes.{number}.point", *_pair(weights, f"mixes.{number}.point")))


def _attend(graph: Graph, x: str, weights: Weights) -> str:
    seen = _norm(graph, x, weights, "attend.norm")
    weight, bias = _pair(weights, "attend.qkv")
    parts = zip("qkv", np.split(weight, 3), np.split(bias, 3), strict=True)
    query, key, value = (graph.linear(seen, f"attend.{name}", *part) for name, *part in parts)
    mixed = graph.add("Attention", query, key, value, q_num_heads=HEADS, kv_num_heads=HEADS)
    return graph.add("Add", x, graph.linear(mixed, "attend.out", *_pair(weights, "attend.out")))
