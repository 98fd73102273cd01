"""A transposed convolution, number by number: each input stamps the kernel into the output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from playground.blocks.base import Block
from playground.explain import conv
from playground.explain.windows import OUTSIDE, Axis, axes_of

__all__ = [
    "Stamps",
    "cell",
    "channel_maps",
    "oriented",
    "overlaps",
    "size_formula",
    "stamp",
    "stamps_of",
]


@dataclass(frozen=True)
class Stamps:
    """How stamps lie along one axis; read from the output, as an `Axis` is.

    Parameters
    ----------
    way_back : Axis
        The convolution that goes the other way: it slides over this output, and each of its windows
        is the stamp of one input.
    """

    way_back: Axis

    @property
    def size(self) -> int:
        """Numbers along the input."""
        return self.way_back.windows

    @property
    def windows(self) -> int:
        """Numbers along the output."""
        return self.way_back.size

    def places(self, window: int) -> np.ndarray:
        """The input that reaches an output with each tap, `OUTSIDE` for none; int (kernel,)."""
        axis = self.way_back
        far = window + axis.padding - axis.dilation * np.arange(axis.kernel)
        place, between = np.divmod(far, axis.stride)
        met = (between == 0) & (place >= 0) & (place < self.size)
        return np.asarray(np.where(met, place, OUTSIDE))

    def span(self, window: int) -> tuple[int, int]:
        """First and last input that reach an output; (0, -1) for none."""
        found = np.nonzero(self.links[window])[0]
        return (int(found[0]), int(found[-1])) if len(found) else (0, -1)

    @cached_property
    def links(self) -> np.ndarray:
        """Which inputs reach each output; bool (windows, size)."""
        return self.way_back.links.T

    def windows_on(self, place: int) -> np.ndarray:
        """The outputs that lie in the stamp of an input, ascending; int."""
        return np.nonzero(self.links[:, place])[0]

    @property
    def counts(self) -> np.ndarray:
        """How many stamps lie on each output; int (windows,)."""
        return np.asarray(self.links.sum(1))

    @property
    def turns(self) -> tuple[int, int]:
        """The fewest and the most stamps that lie on an output, far from any border.

        Two numbers that differ take turns: a pattern that has nothing to do with the image.
        """
        axis = self.way_back
        steps = axis.dilation * np.arange(axis.kernel) % axis.stride
        found = np.bincount(steps, minlength=axis.stride)
        return int(found.min()), int(found.max())


def stamps_of(block: Block, x: tuple[int, ...], y: tuple[int, ...]) -> tuple[Stamps, ...]:
    """The axes of a transposed convolution from an input of shape `x` to an output of `y`."""
    return tuple(Stamps(axis) for axis in axes_of(block, y, x))


def oriented(weight: np.ndarray, groups: int) -> np.ndarray:
    """The kernels as a convolution has them: (out, in / groups, k, k).

    torch keeps them as (in, out / groups, k, k).
    """
    into, out = len(weight) // groups, weight.shape[1]
    found = weight.reshape(groups, into, out, *weight.shape[2:]).swapaxes(1, 2)
    return np.asarray(found.reshape(groups * out, into, *weight.shape[2:]))


def cell(
    x: np.ndarray,
    kernels: np.ndarray,
    bias: np.ndarray | None,
    axes: Sequence[Stamps],
    unit: int,
    place: tuple[int, ...],
    groups: int = 1,
) -> conv.Cell:
    """Take one output cell apart: for each tap the input whose stamp has it there.

    Parameters
    ----------
    kernels : np.ndarray, shape (out_channels, in_channels / groups, *kernel size)
        As `oriented` makes them; the others as of `conv.cell`.
    """
    with np.errstate(invalid="ignore"):
        found = conv.cell(x, kernels, bias, axes, unit, place, groups)  # type: ignore[arg-type]
    products = np.where(found.inside, found.products, 0.0)  # where no input is nothing is added
    sums = products.reshape(len(products), -1).sum(1)
    return replace(found, products=products, sums=sums, total=float(sums.sum()) + found.bias)


def stamp(
    x: np.ndarray,
    kernels: np.ndarray,
    axes: Sequence[Stamps],
    unit: int,
    place: tuple[int, ...],
    groups: int = 1,
) -> tuple[np.ndarray, np.ndarray]:
    """What the numbers at one place of the input stamp into an output map.

    Returns the stamps, float64 (channels, *kernel size), and which of their numbers lie on the
    output, bool (*kernel size); the others are cut off.
    """
    channels = conv.channels_of(unit, len(kernels), len(x), groups)
    row, column = place
    values = x[channels.start : channels.stop, row, column].astype(np.float64)
    inside = np.ones((), bool)
    for axis, at in zip(axes, place, strict=True):
        reached = axis.way_back.unclipped(at)
        inside = np.logical_and.outer(inside, (reached >= 0) & (reached < axis.windows))
    with np.errstate(invalid="ignore"):
        return kernels[unit].astype(np.float64) * values[:, None, None] + 0.0, inside


def channel_maps(
    x: np.ndarray, kernels: np.ndarray, axes: Sequence[Stamps], unit: int, groups: int = 1
) -> np.ndarray:
    """What the stamps of each input channel make together; float64 (channels, *output size)."""
    channels = conv.channels_of(unit, len(kernels), len(x), groups)
    down, across = axes
    values = x[channels.start : channels.stop].astype(np.float64)
    found = np.zeros((len(channels), down.windows, across.windows))
    for tap in np.ndindex(*kernels.shape[2:]):
        rows, columns = (_met(axis, t) for axis, t in zip(axes, tap, strict=True))
        inputs = values[:, rows[0], columns[0]]
        weight = kernels[(unit, slice(None), *tap)].astype(np.float64)
        found[:, rows[1], columns[1]] += inputs * weight[:, None, None]
    return found


def _met(axis: Stamps, tap: int) -> tuple[slice, slice]:
    """The inputs of which a tap lies on the output, and where."""
    back = axis.way_back
    start = back.dilation * tap - back.padding  # where the tap of the first input lies
    first = max(0, -(start // back.stride))
    last = min(axis.size - 1, (axis.windows - 1 - start) // back.stride)
    if last < first:
        return slice(0, 0), slice(0, 0)
    at = start + first * back.stride
    return slice(first, last + 1), slice(at, start + last * back.stride + 1, back.stride)


def overlaps(axes: Sequence[Stamps]) -> np.ndarray:
    """How many stamps lie on each number of the output; int (*output size)."""
    down, across = axes
    return np.asarray(np.multiply.outer(down.counts, across.counts))


def size_formula(axis: Axis, output_padding: int = 0) -> str:
    """The size of the output as a sum with its numbers: "(4 − 1)·2 − 2·1 + 4 = 8".

    `axis` is that of the way back.
    """
    span = f"{axis.dilation}·({axis.kernel} − 1) + 1" if axis.dilation > 1 else f"{axis.kernel}"
    more = f" + {output_padding}" if output_padding else ""
    return f"({axis.windows} − 1)·{axis.stride} − 2·{axis.padding} + {span}{more} = {axis.size}"
