"""What was measured of one sample, as a graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from playground.explain.chain_rule.moves import Number


@dataclass(frozen=True, slots=True)
class Operation:
    """One block at work.

    Parameters
    ----------
    id, block : str
        Its id and its kind; "identity" for a muted block.
    sources : tuple of str
        The blocks that feed it, wire by wire; none for an input block.
    parameters : mapping
        Name of each parameter -> the weight it is; repeats that share weights have the same.
    """

    id: str
    block: str
    sources: tuple[str, ...]
    parameters: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Record:
    """One reading of the probe `backprop`.

    Parameters
    ----------
    step, sample : int
    split : str
        "train" or "test".
    loss : str
        Its name.
    output : str
        Id of the block whose output the loss compares.
    small : bool
        So small that every number has a box of its own.
    classes : tuple of str
        Names of the classes, where there are any.
    rule : mapping
        Settings of the training: optimizer, lr, momentum, weight_decay.
    operations : tuple of Operation
        In the order of execution.
    arrays : mapping
        Those of the reading, see `telemetry.probes.backprop`.
    """

    step: int
    sample: int
    split: str
    loss: str
    output: str
    small: bool
    classes: tuple[str, ...]
    rule: Mapping[str, Any]
    operations: tuple[Operation, ...]
    arrays: Mapping[str, np.ndarray] = field(repr=False)

    @classmethod
    def read(cls, arrays: Mapping[str, np.ndarray]) -> Record | None:
        """Out of the arrays of a snapshot; None where that was not measured."""
        found = arrays.get("backprop/graph")
        if found is None:
            return None
        graph: dict[str, Any] = json.loads(bytes(found))
        operations = tuple(
            Operation(n["id"], n["block"], tuple(n["sources"]), n["parameters"])
            for n in graph.pop("nodes")
        )
        graph["classes"] = tuple(graph["classes"])
        own = {name: array for name, array in arrays.items() if name.startswith("backprop/")}
        return cls(**graph, operations=operations, arrays=own)

    @property
    def by_id(self) -> dict[str, Operation]:
        """Id -> operation."""
        return {operation.id: operation for operation in self.operations}

    def array(self, *parts: object) -> np.ndarray:
        """``array("out", "grad")`` is "backprop/out/grad"."""
        return self.arrays[_name(*parts)]

    def has(self, *parts: object) -> bool:
        """Whether there is such an array."""
        return _name(*parts) in self.arrays

    def number(self, place: int, *parts: object) -> Number:
        """One number of an array, by its place in the flat array."""
        name = _name(*parts)
        return Number(float(self.arrays[name].flat[place]), f't["{name}"].flat[{place}]')

    def consumers(self, id: str) -> list[tuple[Operation, int]]:
        """The blocks that a block feeds, with the number of the wire there."""
        return [
            (operation, k)
            for operation in self.operations
            for k, source in enumerate(operation.sources)
            if source == id
        ]

    def feeds(self, operation: Operation, wire: int, unit: int) -> list[int]:
        """Which numbers of a wire an output depends on; only in a small network."""
        size = self.array(operation.sources[wire], "out").size
        if operation.block == "linear" and self.array(operation.id, "out").ndim == 1:
            return list(range(size))
        parts = (operation.id, "in", wire, "local")
        row = self.array(*parts)[unit] if self.has(*parts) else np.zeros(0)
        found = np.flatnonzero(row).tolist()  # NaN is no zero
        if not found and size == self.array(operation.id, "out").size:
            return [unit]  # a ReLU that is shut, a flat tanh
        return [int(k) for k in found]


def _name(*parts: object) -> str:
    return "/".join(("backprop", *map(str, parts)))


def index_text(shape: tuple[int, ...], place: int) -> str:
    """``[2, 0]``; nothing for a single number."""
    if not shape or shape == (1,):
        return ""
    return str([int(i) for i in np.unravel_index(place, shape)])
