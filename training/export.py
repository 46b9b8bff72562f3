"""Trained weights to the two int8 ONNX graphs that ship in the package, with their card."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.network import Network, load_encoder

OPSET = 18


class _OneWindow(nn.Module):
    """The encoder over one window without padding, as the reader runs it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor, features: Tensor, scheme: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        vectors, cues, events = self.encoder(ids, features, scheme)
        return vectors, cues.softmax(-1), events


class _PairsOfWindow(nn.Module):
    """The pair head over one window: first and last piece of each cue -> probabilities."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.pairs = network.pairs

    def forward(self, vectors: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        labels, acts = self.pairs(vectors, torch.zeros_like(first), first, last)
        return labels.softmax(-1), acts.softmax(-1)


def export(weights: Path, start: Path, out: Path) -> None:
    """Write encoder.onnx, pairs.onnx (int8) and tokenizer.json into `out`."""
    network = Network(load_encoder(start))
    state = torch.load(weights, weights_only=True)
    network.load_state_dict(state.get("network", state))
    network.eval()
    # Plain attention: the fused operator has no ONNX form that ONNX Runtime recognises as one.
    network.encoder.bert.config._attn_implementation = "eager"
    out.mkdir(parents=True, exist_ok=True)
    pieces, cues = torch.export.Dim("pieces", min=4, max=512), torch.export.Dim("cues", min=1, max=512)
    ids = torch.randint(1000, 2000, (1, 37))
    zeros = torch.zeros_like(ids)
    vectors = torch.zeros(1, 37, network.encoder.bert.config.hidden_size)
    at = torch.tensor([3, 9, 20])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder)
        torch.onnx.export(
            _OneWindow(network),
            (ids, zeros, zeros),
            plain / "encoder.onnx",
            input_names=["ids", "features", "scheme"],
            output_names=["vectors", "cues", "events"],
            dynamic_shapes={"ids": {1: pieces}, "features": {1: pieces}, "scheme": {1: pieces}},
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
        )
        torch.onnx.export(
            _PairsOfWindow(network),
            (vectors, at, at + 1),
            plain / "pairs.onnx",
            input_names=["vectors", "first", "last"],
            output_names=["labels", "acts"],
            dynamic_shapes={"vectors": {1: pieces}, "first": {0: cues}, "last": {0: cues}},
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
        )
        for name in ("encoder.onnx", "pairs.onnx"):
            quant_pre_process(plain / name, plain / f"shaped-{name}", skip_symbolic_shape=True)
            quantize_dynamic(
                plain / f"shaped-{name}",
                out / name,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"] if name == "encoder.onnx" else ["MatMul"],
                extra_options={"MatMulConstBOnly": True},
            )
    shutil.copyfile(start / "tokenizer.json", out / "tokenizer.json")
