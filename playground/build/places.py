"""Where the units of a tensor are, and where a block that only moves numbers puts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from playground.blocks.base import Shape, numel
from playground.build.copies import Ints


def axis_of(shape: Sequence[int]) -> int:
    """Which axis of one sample holds the units: the last of a sequence, else the first."""
    return 1 if len(shape) == 2 else 0


def width(shape: Shape | None) -> int:
    """How many units a tensor of this shape has."""
    return shape[axis_of(shape)] if shape else 1


def of_one_place(units: int, rank: int) -> Shape:
    """Shape of a sample with so many units and one pixel or step."""
    return (1, units) if rank == 2 else (units, *(1,) * (rank - 1))


def first_of_each(rows: Ints) -> Ints:
    """Of a tensor with a number at each place, the first of each unit."""
    by_unit = np.moveaxis(rows, axis_of(rows.shape), 0)
    found: Ints = by_unit.reshape(len(by_unit), -1)[:, 0]
    return found


def moved(run: Callable[..., Any], shapes: Sequence[Shape]) -> Ints | None:
    """Where each number of the output stood among the numbers of the inputs, one after the other.

    None where it makes new numbers, or cannot take these shapes.
    """
    starts = np.cumsum([0, *(numel(shape) for shape in shapes)])
    places = [
        torch.arange(start, start + numel(shape), dtype=torch.float64).reshape(1, *shape)
        for start, shape in zip(starts, shapes)  # noqa: B905
    ]
    try:
        with torch.no_grad():
            found = run(*places)[0].numpy()
    except Exception:  # noqa: BLE001 - any block may refuse; then its units count as its own
        return None
    rows: Ints = found.astype(np.int64)
    inside = (rows == found).all() and rows.size and 0 <= rows.min() <= rows.max() < starts[-1]
    return rows if inside and len(np.unique(rows)) == rows.size else None
