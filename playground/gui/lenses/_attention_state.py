"""What a reading says about the heads, and what its steps are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

PARTS = ("weights", "q", "k", "v")
SEEN = {" ": "␣", "\n": "⏎", "\t": "⇥", "": "∅"}  # tokens that would be invisible


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
    start : str
        First part of the names of its arrays: another one in a what-if.
    changed : mapping
        Head, query and key -> row of the array "scores" with the score that was set there.
    scores : np.ndarray, shape (changes, 4)
        That array: head, query, key and score.
    muted : frozenset of int
        Heads that give zeros.
    """

    node: str
    weights: np.ndarray
    q: np.ndarray
    k: np.ndarray
    v: np.ndarray
    causal: bool
    start: str = "attention"
    changed: Mapping[tuple[int, ...], int] = field(default_factory=dict)
    scores: np.ndarray | None = None
    muted: frozenset[int] = frozenset()

    @property
    def heads(self) -> int:
        """How many heads there are."""
        return len(self.weights)

    def name(self, part: str) -> str:
        """Name of one of its arrays in a snapshot."""
        return f"{self.start}/{self.node}/{part}"

    def score_set(self, head: int, query: int, key: int) -> float | None:
        """The score that was set by hand in a cell, None where it is calculated."""
        row = self.changed.get((head, query, key))
        return None if row is None or self.scores is None else float(self.scores[row, 3])


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: which block, head, query and key."""

    node: str
    head: int
    query: int
    key: int


def blocks_in(arrays: Mapping[str, np.ndarray], first: str = "attention") -> dict[str, Opened]:
    """Block id -> its heads, in the order in which the network calculates them.

    `first` is the first part of the names of the arrays.
    """
    found = {}
    for name in arrays:
        start, _, part = name.rpartition("/")
        if not start.startswith(f"{first}/") or part != "weights":
            continue
        parts = {key: arrays.get(f"{start}/{key}") for key in PARTS}
        causal = arrays.get(f"{start}/causal")
        if any(value is None for value in parts.values()) or causal is None:
            continue
        node = start.partition("/")[2]
        scores = arrays.get(f"{start}/scores", np.empty((0, 4)))
        found[node] = Opened(
            node,
            **parts,
            causal=bool(causal),
            start=first,
            changed={tuple(row[:3].astype(int).tolist()): n for n, row in enumerate(scores)},
            scores=scores,
            muted=frozenset(arrays.get(f"{start}/muted", np.empty(0, int)).tolist()),
        )
    return found


def labels_of(tokens: np.ndarray | None, vocabulary: Sequence[str], steps: int) -> tuple[str, ...]:
    """What each step is called: its token, or its number where it has none."""
    if tokens is None or len(tokens) != steps or not len(vocabulary):
        return tuple(map(str, range(steps)))
    return tuple(
        SEEN.get(vocabulary[t], vocabulary[t]) if 0 <= t < len(vocabulary) else str(t)
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
