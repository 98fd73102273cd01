"""What a reading says about the heads, and what its steps are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

PARTS = ("weights", "q", "k", "v")
_SEEN = {" ": "␣", "\n": "⏎", "\t": "⇥", "": "∅"}  # tokens that would be invisible


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """The heads of one block for one sample.

    Parameters
    ----------
    node : str
        Id of the block.
    weights : np.ndarray, shape (H, T, S)
        Share of each value in what a query gets.
    q, k, v : np.ndarray, shapes (H, T, d), (H, S, d), (H, S, e)
        Queries, keys and values.
    causal : bool
        Whether later keys are hidden.
    """

    node: str
    weights: np.ndarray
    q: np.ndarray
    k: np.ndarray
    v: np.ndarray
    causal: bool

    @property
    def heads(self) -> int:
        """How many heads there are."""
        return len(self.weights)

    def name(self, part: str) -> str:
        """Name of one of its arrays in a snapshot."""
        return f"attention/{self.node}/{part}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: which block, head, query and key."""

    node: str
    head: int
    query: int
    key: int


def blocks_in(arrays: Mapping[str, np.ndarray]) -> dict[str, Opened]:
    """Block id -> its heads, in the order in which the network calculates them."""
    found = {}
    for name in arrays:
        start, _, part = name.rpartition("/")
        if not start.startswith("attention/") or part != "weights":
            continue
        parts = {key: arrays.get(f"{start}/{key}") for key in PARTS}
        causal = arrays.get(f"{start}/causal")
        if any(value is None for value in parts.values()) or causal is None:
            continue
        node = start.partition("/")[2]
        found[node] = Opened(node, **parts, causal=bool(causal))
    return found


def labels_of(tokens: np.ndarray | None, vocabulary: Sequence[str], steps: int) -> tuple[str, ...]:
    """What each step is called: its token, or its number where it has none."""
    if tokens is None or len(tokens) != steps or not len(vocabulary):
        return tuple(map(str, range(steps)))
    return tuple(
        _SEEN.get(vocabulary[t], vocabulary[t]) if 0 <= t < len(vocabulary) else str(t)
        for t in tokens.tolist()
    )


def default_spot(block: Opened, head: int) -> Spot:
    """The last query and the key that it looks at most."""
    row = block.weights[head, -1]
    return Spot(block.node, head, len(block.weights[head]) - 1, int(np.nan_to_num(row).argmax()))


def fitting(spot: Spot | None, blocks: Mapping[str, Opened], node: str) -> Spot | None:
    """The spot where the network still has it, else one of the block that is shown."""
    block = blocks.get(node) or next(iter(blocks.values()), None)
    if block is None:
        return None
    heads, queries, keys = block.weights.shape
    there = spot is not None and spot.node == block.node and spot.head < heads
    if spot is not None and there and spot.query < queries and spot.key < keys:
        return spot
    return default_spot(block, spot.head if spot is not None and there else 0)
