"""What sharing of weights saves: a convolution beside the dense layer that would do the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from playground.blocks.base import Shape, numel
from playground.explain.windows import OUTSIDE, Axis

Tap = tuple[int, ...]


def shared_count(weight: Shape, bias: bool) -> int:
    """Parameters of a convolution whose kernels have this shape: (out, in / groups, *kernel)."""
    return numel(weight) + (weight[0] if bias else 0)


def dense_count(x: Shape, y: Shape, bias: bool) -> int:
    """Parameters of a dense layer from all numbers of `x` to all of `y`, each with its own."""
    return numel(x) * numel(y) + (numel(y) if bias else 0)


def dense_taps(axes: Sequence[Axis], outputs: int, inputs: int) -> list[list[list[Tap]]]:
    """Which weights of a kernel stand where in the matrix of that dense layer.

    Parameters
    ----------
    axes : sequence of Axis
        How the windows slide.
    outputs, inputs : int
        As many rows and columns of the matrix, from the first one: flat places of one output map
        and of one input map.

    Returns
    -------
    list of list of list of tuple
        Row, column -> taps of the kernel, whose weights add up there; none is a zero. More than one
        where a padding repeats numbers of the input.
    """
    found: list[list[list[Tap]]] = [[[] for _ in range(inputs)] for _ in range(outputs)]
    windows = product(*(range(axis.windows) for axis in axes))
    for row, window in zip(found, windows, strict=False):
        places = [axis.places(at) for axis, at in zip(axes, window, strict=True)]
        for tap in product(*(range(axis.kernel) for axis in axes)):
            at = [int(line[i]) for line, i in zip(places, tap, strict=True)]
            if OUTSIDE in at:
                continue
            flat = 0
            for place, axis in zip(at, axes, strict=True):
                flat = flat * axis.size + place
            if flat < inputs:
                row[flat].append(tap)
    return found
