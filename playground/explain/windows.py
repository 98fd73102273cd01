"""Windows that slide: which numbers of an input each output looks at, axis by axis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from playground.blocks.base import Block

Padding = Literal["zeros", "reflect", "replicate", "circular"]
OUTSIDE = -1  # a place in a padding that holds no number of the input


@dataclass(frozen=True)
class Axis:
    """How windows slide along one axis.

    Parameters
    ----------
    size, windows : int
        Numbers along the input and along the output.
    kernel, stride, padding, dilation : int
        As in torch.nn.Conv2d.
    mode : str
        What the padding holds: zeros, or numbers of the input (`padding_mode` in torch).
    """

    size: int
    windows: int
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    mode: Padding = "zeros"

    def __post_init__(self) -> None:
        least = {"reflect": self.padding + 1, "circular": self.padding}.get(self.mode, 1)
        if self.size < least:
            raise ValueError(f"{self.mode} padding of {self.padding} needs {least} numbers")

    def unclipped(self, window: int) -> np.ndarray:
        """Where each tap of a window stands, also beyond the input; int (kernel,)."""
        return window * self.stride - self.padding + self.dilation * np.arange(self.kernel)

    def places(self, window: int) -> np.ndarray:
        """The place of the input each tap of a window reads, `OUTSIDE` for none; int (kernel,)."""
        return self._resolve(self.unclipped(window))

    @cached_property
    def links(self) -> np.ndarray:
        """Which input places each window looks at; bool (windows, size)."""
        starts = np.arange(self.windows)[:, None] * self.stride - self.padding
        places = self._resolve(starts + self.dilation * np.arange(self.kernel))
        found = np.zeros((self.windows, self.size), bool)
        window, tap = np.nonzero(places != OUTSIDE)
        found[window, places[window, tap]] = True
        return found

    def windows_on(self, place: int) -> np.ndarray:
        """The windows that look at a place of the input, ascending; int."""
        return np.nonzero(self.links[:, place])[0]

    def pad(self, values: np.ndarray, axis: int, fill: float = 0.0) -> np.ndarray:
        """The input with its padding along one axis, as far as the last window reaches."""
        length = (self.windows - 1) * self.stride + self.dilation * (self.kernel - 1) + 1
        places = self._resolve(np.arange(length) - self.padding)
        padded = np.take(values, np.where(places == OUTSIDE, 0, places), axis=axis)
        outside: list[Any] = [slice(None)] * values.ndim
        outside[axis] = places == OUTSIDE
        padded[tuple(outside)] = fill
        return padded

    def _resolve(self, at: np.ndarray) -> np.ndarray:
        """The places of the input that a padding copies from, or `OUTSIDE`."""
        inside = (at >= 0) & (at < self.size)
        if self.mode == "replicate":
            return np.asarray(np.clip(at, 0, self.size - 1))
        if self.mode == "circular":
            return np.asarray(at % self.size)
        if self.mode == "reflect":
            last = self.size - 1
            return np.asarray(last - np.abs(last - np.abs(at)))
        return np.asarray(np.where(inside, at, OUTSIDE))


def axes_of(block: Block, x: tuple[int, ...], y: tuple[int, ...]) -> tuple[Axis, ...]:
    """The axes along which a convolution or pooling block slides.

    Parameters
    ----------
    block : Block
        With a `kernel_size`; other numbers as torch's defaults where it has none.
    x, y : tuple of int
        Shapes of its input and output: channels, then the axes.
    """
    rank = len(x) - 1
    kernel = _each(getattr(block, "kernel_size"), rank)  # noqa: B009
    stride = _each(getattr(block, "stride", 1) or kernel, rank)
    padding = _each(getattr(block, "padding", 0), rank)
    dilation = _each(getattr(block, "dilation", 1), rank)
    mode: Padding = getattr(block, "padding_mode", "zeros")
    return tuple(
        Axis(x[i + 1], y[i + 1], kernel[i], stride[i], padding[i], dilation[i], mode)
        for i in range(rank)
    )


def size_formula(axis: Axis, ceil: bool = False) -> str:
    """How many windows fit along an axis, as a sum with its numbers: "(8 + 2·1 − 3)/1 + 1 = 8".

    With `ceil` the division rounds up, and a last window that would begin beyond the image and its
    first padding is left out.
    """
    span = f"{axis.dilation}·({axis.kernel} − 1) − 1" if axis.dilation > 1 else f"{axis.kernel}"
    room = axis.size + 2 * axis.padding - axis.dilation * (axis.kernel - 1) - 1
    quotient = f"({axis.size} + 2·{axis.padding} − {span})/{axis.stride}"
    found = room // axis.stride
    if room % axis.stride:
        quotient = f"⌈{quotient}⌉" if ceil else f"⌊{quotient}⌋"
        found += int(ceil)
    dropped = " − 1" if found + 1 > axis.windows else ""
    return f"{quotient} + 1{dropped} = {axis.windows}"


def _each(value: int | tuple[int, ...], rank: int) -> tuple[int, ...]:
    return tuple(value) if isinstance(value, tuple) else (value,) * rank
