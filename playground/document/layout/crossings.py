"""How many wires cross, and what another place in a column would cost. numpy only."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from playground.document.layout.layered import Layered

Floats = NDArray[np.float64]

_FAR = 1e6  # more than any column has items
_WITHIN = 0.8  # share of an item's unit of height over which its ports spread


def port_share(graph: Layered, item: int, port: float) -> float:
    """Place of a port relative to its item's number in the column, between -0.4 and 0.4."""
    return _WITHIN * port / (2 * graph.half(item)) if port else 0.0


def count(graph: Layered) -> int:
    """Crossings between neighbouring columns, all of them at once.

    Two wires cross when the ends of one are in the opposite order; wires that share a port do
    not. Counting them is counting inversions (Barth, Juenger & Mutzel 2002, Simple and efficient
    bilayer cross counting).
    """
    left, right = list[float](), list[float]()
    for place, layer in enumerate(graph.layers[:-1]):
        where = {item: number for number, item in enumerate(graph.layers[place + 1])}
        base = place * _FAR
        for number, item in enumerate(layer):
            for other, enters, leaves in graph.after[item]:
                left.append(base + number + port_share(graph, item, leaves))
                right.append(base + where[other] + port_share(graph, other, enters))
    a, b = np.array(left), np.array(right)
    return inversions(np.unique(b, return_inverse=True)[1][np.lexsort((b, a))])


def inversions(values: NDArray[np.intp]) -> int:
    """Pairs in which the earlier number is the greater one; bit by bit, from the highest.

    Examples
    --------
    >>> inversions(np.array([2, 0, 1, 1]))
    3
    """
    total = 0
    for bit in reversed(range(int(values.max(initial=0)).bit_length())):
        # sorted by the higher bits; within equal ones, each 0 counts the 1s before it
        ones = (values >> bit) & 1
        before = np.cumsum(ones) - ones
        group = values >> (bit + 1)
        start = np.searchsorted(group, group)
        total += int(((before - before[start]) * (1 - ones)).sum())
        values = values[np.argsort(values >> bit, kind="stable")]
    return total


def pieces(graph: Layered, place: int, without: Iterable[int]) -> tuple[Floats, Floats]:
    """Both ends of all wire pieces behind a column, as places in their columns.

    The item with number n lies between the slots n and n + 1, at n + 0.5; items in `without`
    neither count nor take room.
    """
    gone = set(without)
    layer = [item for item in graph.layers[place] if item not in gone]
    following = (item for item in graph.layers[place + 1] if item not in gone)
    where = {item: number + 0.5 for number, item in enumerate(following)}
    found = [
        (number + 0.5 + port_share(graph, a, leaves), where[b] + port_share(graph, b, enters))
        for number, a in enumerate(layer)
        for b, enters, leaves in graph.after[a]
        if b in where
    ]
    ends = np.array(found, dtype=float).reshape(-1, 2)
    return ends[:, 0], ends[:, 1]


def cost(ends: tuple[Floats, Floats], left: Floats, right: Floats) -> Floats:
    """Crossings of a new piece with the others, for each of its ends (left, right)."""
    a, b = ends
    with np.errstate(invalid="ignore"):  # some BLAS kernels raise the flag on finite numbers
        return _pairs(a, b, left, right)


def _pairs(a: Floats, b: Floats, left: Floats, right: Floats) -> Floats:
    """Counts as sums of products: several times faster than counting booleans."""
    above = (a < left[:, None]).astype(np.float32) @ (b > right[:, None]).T.astype(np.float32)
    below = (a > left[:, None]).astype(np.float32) @ (b < right[:, None]).T.astype(np.float32)
    return (above + below).astype(np.float64)
