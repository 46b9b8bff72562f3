"""A small writer of ONNX graphs: the few operators that the model is made of, with int8 matrix products.

Written by hand, and not exported from PyTorch, because what an operator is written as decides how fast ONNX Runtime
runs it on a CPU (docs/speed.md): attention as one operator over (pieces, width) without transposes around it, the GELU
as one, one quantisation of an input for all the products that read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET = 23
IR_VERSION = 11
INT8_TOP = 127

Array = NDArray[np.float32]


class Graph:
    """Nodes and constants, added in the order of the computing. Every method gives the name of what comes out.

    int8: quantise products and embeddings. Otherwise the graph computes the same in float32, to compare with.
    """

    def __init__(self, *, int8: bool = True) -> None:
        self.int8 = int8
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._quantised: dict[str, tuple[str, ...]] = {}

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A tensor of the file. The same name again is the same tensor."""
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def numbers(self, *values: int) -> str:
        """Integers as a tensor of one axis: shapes and axes."""
        return self.constant(f"numbers {values}", np.array(values, np.int64))

    def several(self, kind: str, *inputs: str, outputs: int, **attributes: Any) -> tuple[str, ...]:
        """One operator with several outputs."""
        names = tuple(f"{kind} {len(self._nodes)}.{number}" for number in range(outputs))
        self._nodes.append(helper.make_node(kind, inputs, names, name=names[0], **attributes))
        return names

    def add(self, kind: str, *inputs: str, out: str | None = None, **attributes: Any) -> str:
        """One operator of the ONNX standard. out: its name, where it is an output of the graph."""
        name = out or f"{kind} {len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def linear(self, x: str, name: str, weight: Array, bias: Array, *, out: str | None = None) -> str:
        """x times weight plus bias, as PyTorch keeps them: weight (width out, width in).

        int8: a scale for each column of the weights; the input is quantised as it comes, once for all its products.
        """
        if not self.int8:
            return self.linear_float(x, name, weight, bias, out=out)
        if x not in self._quantised:
            self._quantised[x] = self.several("DynamicQuantizeLinear", x, outputs=3)
        held, scale, zero = self._quantised[x]
        whole, scales = _int8(weight.T, axis=0)
        product = self.add("MatMulInteger", held, self.constant(f"{name}.weight", whole), zero)
        scaled = self.add("Mul", scale, self.constant(f"{name}.scale", scales.squeeze(0)))
        product = self.add("Mul", self.add("Cast", product, to=TensorProto.FLOAT), scaled)
        return self.add("Add", product, self.constant(f"{name}.bias", bias), out=out)

    def linear_float(self, x: str, name: str, weight: Array, bias: Array, *, out: str | None = None) -> str:
        """The same in float32, for products too small to be worth the quantising."""
        product = self.add("MatMul", x, self.constant(f"{name}.weight", weight.T))
        return self.add("Add", product, self.constant(f"{name}.bias", bias), out=out)

    def embedding(self, index: str, name: str, table: Array) -> str:
        """Rows of a table. int8: a scale for each row, for frequent words are far longer vectors than rare ones."""
        if not self.int8:
            return self.add("Gather", self.constant(name, table), index)
        whole, scales = _int8(table, axis=1)
        rows = self.add("Cast", self.add("Gather", self.constant(name, whole), index), to=TensorProto.FLOAT)
        return self.add("Mul", rows, self.add("Gather", self.constant(f"{name}.scale", scales), index))

    def norm(self, x: str, name: str, weight: Array, bias: Array, *, epsilon: float, out: str | None = None) -> str:
        """The layer norm over the last axis."""
        gain, offset = self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)
        return self.add("LayerNormalization", x, gain, offset, epsilon=epsilon, out=out)

    def gelu(self, x: str) -> str:
        """By the tangent: as close to the exact GELU as int8 can tell, and faster."""
        return self.add("Gelu", x, approximate="tanh")

    def save(self, path: Path, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]) -> None:
        """Check and write the graph."""
        graph = helper.make_graph(self._nodes, path.stem, inputs, outputs, list(self._constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        onnx.checker.check_model(model)
        onnx.save(model, path)


def whole_numbers(name: str, *shape: int | str) -> onnx.ValueInfoProto:
    """An input or output of int64."""
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def fractions(name: str, *shape: int | str) -> onnx.ValueInfoProto:
    """An input or output of float32."""
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _int8(values: Array, *, axis: int) -> tuple[NDArray[np.int8], Array]:
    """Whole numbers of at most 127 and their scales, one for all along the axis, such that they give the values."""
    scales = np.abs(values).max(axis=axis, keepdims=True) / INT8_TOP
    scales[scales == 0] = 1
    return np.round(values / scales).astype(np.int8), scales.astype(np.float32)
