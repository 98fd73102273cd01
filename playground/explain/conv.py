"""A convolution, number by number: what one output cell adds up, and what each channel gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from playground.explain.windows import OUTSIDE, Axis

__all__ = ["Axis", "Cell", "cell", "channel_maps", "channels_of", "moved", "output_map"]


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One number of an output map, taken apart.

    Parameters
    ----------
    unit : int
        Number of the output map.
    place : tuple of int
        Row and column in it (one number for a line).
    channels : range
        The input channels it looks at: those of its group.
    patch, kernel, products : np.ndarray, float64, shape (channels, *kernel size)
        What the window holds, padding included; the weights; their products.
    inside : np.ndarray, bool, shape (*kernel size)
        False where a tap stands in a padding of zeros.
    places : tuple of np.ndarray
        An axis: the place of the input each tap reads, `OUTSIDE` in a padding of zeros.
    sums : np.ndarray, float64, shape (channels,)
        The products of each channel, added.
    bias, total : float
        total = sum of `sums` + bias: the number in the map.
    """

    unit: int
    place: tuple[int, ...]
    channels: range
    patch: np.ndarray
    kernel: np.ndarray
    products: np.ndarray
    inside: np.ndarray
    places: tuple[np.ndarray, ...]
    sums: np.ndarray
    bias: float
    total: float


def channels_of(unit: int, out_channels: int, in_channels: int, groups: int) -> range:
    """The input channels that an output map looks at."""
    each, group = in_channels // groups, unit // (out_channels // groups)
    return range(group * each, (group + 1) * each)


def cell(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None,
    axes: Sequence[Axis],
    unit: int,
    place: tuple[int, ...],
    groups: int = 1,
) -> Cell:
    """Take one output cell apart.

    Parameters
    ----------
    x : np.ndarray, shape (in_channels, *input size)
    weight : np.ndarray, shape (out_channels, in_channels / groups, *kernel size)
    bias : np.ndarray, shape (out_channels,), or None
    axes : sequence of Axis
        One for each axis behind the channels.
    unit, place : int, tuple of int
        Which output cell.
    groups : int
        As in torch.nn.Conv2d.
    """
    channels = channels_of(unit, len(weight), len(x), groups)
    places = tuple(axis.places(at) for axis, at in zip(axes, place, strict=True))
    patch = x[channels.start : channels.stop].astype(np.float64)
    inside = np.ones((), bool)
    for number, at in enumerate(places):
        patch = np.take(patch, np.where(at == OUTSIDE, 0, at), axis=number + 1)
        inside = np.logical_and.outer(inside, at != OUTSIDE)
    patch = np.where(inside, patch, 0.0)
    kernel = weight[unit].astype(np.float64)
    products = patch * kernel + 0.0  # no minus zero
    sums = products.reshape(len(channels), -1).sum(1)
    own = float(bias[unit]) if bias is not None else 0.0
    total = float(sums.sum()) + own
    return Cell(
        unit, tuple(place), channels, patch, kernel, products, inside, places, sums, own, total
    )


def channel_maps(
    x: np.ndarray, weight: np.ndarray, axes: Sequence[Axis], unit: int, groups: int = 1
) -> np.ndarray:
    """What each input channel adds to one output map; float64 (channels, *output size).

    Their sum, plus the bias, is the map.
    """
    channels = channels_of(unit, len(weight), len(x), groups)
    windows = _windows(x[channels.start : channels.stop], axes)
    letters = "xyz"[: len(axes)], "uvw"[: len(axes)]
    rule = f"c{letters[0]}{letters[1]},c{letters[1]}->c{letters[0]}"
    found: np.ndarray = np.einsum(rule, windows, weight[unit].astype(np.float64))
    return found


def output_map(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None,
    axes: Sequence[Axis],
    unit: int,
    groups: int = 1,
) -> np.ndarray:
    """One output map; float64 (*output size). For a preview of what nobody has computed yet."""
    channels = channels_of(unit, len(weight), len(x), groups)
    windows = _windows(x[channels.start : channels.stop], axes)
    rank = len(axes)
    over = [0, *range(1 + rank, 1 + 2 * rank)], list(range(1 + rank))
    found: np.ndarray = np.tensordot(windows, weight[unit].astype(np.float64), axes=over)
    return found + (float(bias[unit]) if bias is not None else 0.0)


def moved(
    y: np.ndarray, x: np.ndarray, axes: Sequence[Axis], tap: tuple[int, ...], change: float
) -> np.ndarray:
    """An output map after one weight changed: one weight is used at every place of the map.

    Parameters
    ----------
    y : np.ndarray, shape (*output size)
        The map as it was.
    x : np.ndarray, shape (*input size)
        The input channel that the weight multiplies.
    tap : tuple of int
        Place of the weight in the kernel.
    change : float
        New weight minus old one.
    """
    seen = _windows(x[None], axes)[0]
    seen = seen[(..., *map(np.intp, tap))]  # this tap of every window
    moved: np.ndarray = y + change * seen
    return moved


def _windows(x: np.ndarray, axes: Sequence[Axis]) -> np.ndarray:
    """A view of every window: (channels, *output size, *kernel size), float64."""
    values = x.astype(np.float64)
    for number, axis in enumerate(axes, start=1):
        values = axis.pad(values, number)
    spans = tuple(axis.dilation * (axis.kernel - 1) + 1 for axis in axes)
    windows = sliding_window_view(values, spans, axis=tuple(range(1, len(axes) + 1)))
    steps = tuple(slice(None, None, axis.stride) for axis in axes)
    taps = tuple(slice(None, None, axis.dilation) for axis in axes)
    view: np.ndarray = windows[(slice(None), *steps, *taps)]
    return view
