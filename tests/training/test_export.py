"""The graphs that ship compute what the network computes in training: the same in float32, and near it in int8."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import pytest

from onrecord.model.tagger import SLOW_FUSIONS

pytest.importorskip("onnx", reason="needs the training tools")
torch = pytest.importorskip("torch", reason="needs the training tools")
transformers = pytest.importorskip("transformers", reason="needs the training tools")

from training.export import write_encoder, write_pairs  # noqa: E402
from training.network import Network  # noqa: E402

PIECES = 23
FIRST, LAST = [0, 9, 20], [1, 9, 22]


@pytest.fixture(scope="module")
def network() -> Any:
    """Two layers of random weights, not trained, large enough to tell one operator from another."""
    torch.manual_seed(5)
    config = transformers.BertConfig(vocab_size=60, num_hidden_layers=2, hidden_size=96, intermediate_size=192)
    made = Network(transformers.BertModel(config, add_pooling_layer=False)).eval()
    for weight in made.parameters():
        torch.nn.init.normal_(weight, std=0.3 if weight.dim() > 1 else 0.1)
    return made


@pytest.fixture(scope="module")
def window() -> dict[str, Any]:
    chance = np.random.default_rng(3)
    high = {"ids": 60, "features": 15, "scheme": 2}
    return {name: chance.integers(0, top, (1, PIECES)) for name, top in high.items()}


def _run(path: Path, feeds: dict[str, Any]) -> dict[str, Any]:
    session = ort.InferenceSession(str(path), disabled_optimizers=SLOW_FUSIONS)
    return dict(zip([one.name for one in session.get_outputs()], session.run(None, feeds), strict=True))


def _reference(network: Any, window: dict[str, Any]) -> tuple[Any, ...]:
    """What the network gives for the window and its cues: vectors, cue probabilities, labels, acts, all else."""
    with torch.no_grad():
        vectors, cues, *rest = network.encoder(*(torch.tensor(values) for values in window.values()))
        first, last = torch.tensor(FIRST), torch.tensor(LAST)
        labels, acts = network.pairs(vectors, torch.zeros_like(first), first, last)
        return vectors.numpy(), cues.softmax(-1).numpy(), labels.softmax(-1).numpy(), acts.softmax(-1).numpy(), rest


def _written(network: Any, folder: Path, window: dict[str, Any], *, int8: bool) -> tuple[Any, ...]:
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    write_encoder(weights, network.encoder.bert.config.to_dict(), folder / "encoder.onnx", int8=int8)
    write_pairs(weights, folder / "pairs.onnx", int8=int8)
    told = _run(folder / "encoder.onnx", window)
    cues = {"first": np.array(FIRST), "last": np.array(LAST)}
    paired = _run(folder / "pairs.onnx", {"vectors": told["vectors"], **cues})
    return told["vectors"], told["cues"], paired["labels"], paired["acts"], [told[n] for n in ("events",) if n in told]


def test_in_float_the_graphs_are_the_network(network: Any, window: dict[str, Any], tmp_path: Path) -> None:
    expected, found = _reference(network, window), _written(network, tmp_path, window, int8=False)
    for one, other in zip(found[:4], expected[:4], strict=True):
        np.testing.assert_allclose(one, other, atol=5e-3)
    assert len(found[4]) == len(expected[4]), "an output of the network is not in the graph"
    for one, other in zip(found[4], expected[4], strict=True):
        np.testing.assert_allclose(one, other.numpy(), atol=2e-2)


def test_in_int8_they_are_near_it(network: Any, window: dict[str, Any], tmp_path: Path) -> None:
    expected, found = _reference(network, window), _written(network, tmp_path, window, int8=True)
    for one, other in zip(found[:4], expected[:4], strict=True):
        assert np.abs(one - other).mean() < 0.05


def test_a_window_reads_the_same_beside_another_of_its_length(
    network: Any, window: dict[str, Any], tmp_path: Path
) -> None:
    alone = _written(network, tmp_path, window, int8=False)
    two = {name: np.concatenate([values, values[:, ::-1]]) for name, values in window.items()}
    np.testing.assert_allclose(_run(tmp_path / "encoder.onnx", two)["vectors"][:1], alone[0], atol=1e-4)
