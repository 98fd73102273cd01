"""Pooling, number by number: what a window holds, which number wins, where its gradient goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from playground.explain.windows import OUTSIDE, Axis

Kind = Literal["max", "avg"]


@dataclass(frozen=True, slots=True)
class Adaptive:
    """An axis cut into a given number of windows, as torch.nn.AdaptiveAvgPool2d does.

    One window is global pooling. Windows overlap by a number where they do not come out even.
    """

    size: int
    windows: int

    def places(self, window: int) -> np.ndarray:
        """The places of the input in a window; int."""
        first = window * self.size // self.windows
        last = -(-(window + 1) * self.size // self.windows)
        return np.arange(first, last)

    def unclipped(self, window: int) -> np.ndarray:
        """The same: adaptive windows have no padding."""
        return self.places(window)

    @property
    def links(self) -> np.ndarray:
        """Which input places each window looks at; bool (windows, size)."""
        found = np.zeros((self.windows, self.size), bool)
        for window in range(self.windows):
            found[window, self.places(window)] = True
        return found

    def windows_on(self, place: int) -> np.ndarray:
        """The windows that look at a place of the input, ascending; int."""
        return np.nonzero(self.links[:, place])[0]


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """One number of a pooled map, taken apart.

    Parameters
    ----------
    place : tuple of int
        Row and column in the output.
    values : np.ndarray, float64, shape (window)
        What the window holds; in the padding 0 (average) or -inf (maximum, which it never wins).
    inside : np.ndarray, bool, shape (window)
        False in the padding and beyond the edge of the image.
    places : tuple of np.ndarray
        An axis: the place of the input each number comes from, `OUTSIDE` for none.
    share : np.ndarray, float64, shape (window)
        How much of the output's gradient comes back to each: 1 for the winner of a maximum, one
        over the divisor for each number of an average.
    divisor : int
        By which an average divides; 1 for a maximum.
    winner : tuple of int or None
        Place of the winner in the window; None for an average.
    total : float
        The number in the map.
    """

    place: tuple[int, ...]
    values: np.ndarray
    inside: np.ndarray
    places: tuple[np.ndarray, ...]
    share: np.ndarray
    divisor: int
    winner: tuple[int, ...] | None
    total: float

    def source(self) -> tuple[int, ...] | None:
        """Place of the winner in the input; None for an average."""
        if self.winner is None:
            return None
        return tuple(int(at[i]) for at, i in zip(self.places, self.winner, strict=True))


def pooled(
    x: np.ndarray,
    axes: Sequence[Axis | Adaptive],
    place: tuple[int, ...],
    kind: Kind,
    count_include_pad: bool = True,
) -> Pooled:
    """Take one cell of a pooled map apart.

    Parameters
    ----------
    x : np.ndarray, shape (*input size)
        One channel: pooling never mixes them.
    axes : sequence of Axis or Adaptive
        One an axis.
    place : tuple of int
        Which output cell.
    kind : str
        "max": the largest wins; of equal ones the first, and NaN beats all, as in torch.
        "avg": sum over divisor.
    count_include_pad : bool
        The zeros of the padding count in the divisor; what hangs over beyond it never does.
    """
    places = tuple(axis.places(at) for axis, at in zip(axes, place, strict=True))
    inside = np.ones((), bool)
    for at in places:
        inside = np.logical_and.outer(inside, at != OUTSIDE)
    grid = np.ix_(*(np.where(at == OUTSIDE, 0, at) for at in places))
    values = np.where(inside, x[grid].astype(np.float64), 0.0 if kind == "avg" else -np.inf)
    if kind == "max":
        winner = _winner(values, inside)
        share = np.zeros(values.shape)
        share[winner] = 1.0
        return Pooled(place, values, inside, places, share, 1, winner, float(values[winner]))
    padded = count_include_pad and not any(isinstance(axis, Adaptive) for axis in axes)
    divisor = _padded_size(axes, place) if padded else int(inside.sum())
    share = np.where(inside, 1.0 / divisor, 0.0)
    total = float(values.sum() / divisor)
    return Pooled(place, values, inside, places, share, divisor, None, total)


def _winner(values: np.ndarray, inside: np.ndarray) -> tuple[int, ...]:
    missing = np.isnan(values) & inside
    if missing.any():  # torch keeps the last NaN it meets
        flat = int(np.nonzero(missing.ravel())[0][-1])
    elif np.isneginf(values[inside]).all():
        flat = int(np.nonzero(inside.ravel())[0][0])
    else:
        flat = int(values.argmax())
    return tuple(int(i) for i in np.unravel_index(flat, values.shape))


def _padded_size(axes: Sequence[Axis | Adaptive], place: tuple[int, ...]) -> int:
    divisor = 1
    for axis, at in zip(axes, place, strict=True):
        assert isinstance(axis, Axis)
        divisor *= int((axis.unclipped(at) < axis.size + axis.padding).sum())
    return divisor


def winners(x: np.ndarray, axes: Sequence[Axis | Adaptive]) -> np.ndarray:
    """Which number of the input wins each window; int64 (*output size), flat places in `x`."""
    flat, inside = _windows(tuple(axes))
    values = np.where(inside, x.ravel()[flat], -np.inf)
    missing = np.isnan(values)
    last = missing.shape[-1] - 1 - missing[..., ::-1].argmax(-1)  # torch keeps the last NaN
    largest = np.where(missing, -np.inf, values)
    first = np.where(np.isneginf(largest).all(-1), inside.argmax(-1), largest.argmax(-1))
    chosen = np.where(missing.any(-1), last, first)
    found: np.ndarray = np.take_along_axis(flat, chosen[..., None], -1)[..., 0]
    return found


@lru_cache(maxsize=8)
def _windows(axes: tuple[Axis | Adaptive, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Flat places that windows look at, int64 (*output size, numbers), and which are inside.

    They are the same for every map of a pooling, and for every step.
    """
    rank = len(axes)
    flat, inside = np.zeros((1,) * 2 * rank, np.int64), np.ones((1,) * 2 * rank, bool)
    for number, axis in enumerate(axes):
        shape, at = [1] * 2 * rank, _all_places(axis)
        shape[number], shape[rank + number] = at.shape
        at = at.reshape(shape)
        flat = flat * axis.size + np.where(at == OUTSIDE, 0, at)
        inside = inside & (at != OUTSIDE)
    windows = tuple(axis.windows for axis in axes)
    return flat.reshape(*windows, -1), inside.reshape(*windows, -1)


def pooled_map(
    x: np.ndarray, axes: Sequence[Axis | Adaptive], kind: Kind, count_include_pad: bool = True
) -> np.ndarray:
    """All cells of a pooled channel; float64 (*output size).

    A window is a box, so that one axis can be pooled after the other.
    """
    found = x.astype(np.float64)
    padded = count_include_pad and not any(isinstance(axis, Adaptive) for axis in axes)
    with np.errstate(invalid="ignore"):  # a sum of both infinities is NaN
        for number, axis in enumerate(axes):
            at = _all_places(axis)
            values = np.take(found, np.where(at == OUTSIDE, 0, at), axis=number)
            values = np.moveaxis(values, (number, number + 1), (-2, -1))
            empty = 0.0 if kind == "avg" else -np.inf
            values = np.where(at == OUTSIDE, empty, values)
            mean = kind == "avg"
            values = values.sum(-1) / divisors(axis, padded) if mean else values.max(-1)
            found = np.moveaxis(values, -1, number)
    return found


def divisors(axis: Axis | Adaptive, padded: bool) -> np.ndarray:
    """How many numbers each window counts along an axis, with the zeros of a padding or without."""
    if padded:
        assert isinstance(axis, Axis)
        end = axis.size + axis.padding
        return np.array([(axis.unclipped(at) < end).sum() for at in range(axis.windows)])
    found: np.ndarray = (_all_places(axis) != OUTSIDE).sum(1)
    return found


def _all_places(axis: Axis | Adaptive) -> np.ndarray:
    """The places of all windows, int (windows, taps); short windows are filled with `OUTSIDE`."""
    rows = [axis.places(window) for window in range(axis.windows)]
    found = np.full((len(rows), max(map(len, rows), default=0)), OUTSIDE)
    for row, places in zip(found, rows, strict=True):
        row[: len(places)] = places
    return found


def returned(
    x: np.ndarray,
    gradient: np.ndarray,
    axes: Sequence[Axis | Adaptive],
    kind: Kind,
    count_include_pad: bool = True,
) -> np.ndarray:
    """The gradient of the input, from that of the pooled map; float64, the shape of `x`.

    A maximum hands all of it to the winner, an average an equal part to each number.
    """
    found = np.zeros(x.shape)
    for place in np.ndindex(gradient.shape):
        one = pooled(x, axes, place, kind, count_include_pad)
        for at in zip(*np.nonzero(one.share), strict=True):
            to = tuple(int(p[i]) for p, i in zip(one.places, at, strict=True))
            found[to] += gradient[place] * one.share[at]
    return found


def shifted(x: np.ndarray, by: tuple[int, ...]) -> np.ndarray:
    """The image moved by some pixels; zeros come in at the edge it leaves."""
    found = np.zeros_like(x)
    into = tuple(slice(max(d, 0), n + min(d, 0)) for d, n in zip(by, x.shape, strict=True))
    out_of = tuple(slice(max(-d, 0), n + min(-d, 0)) for d, n in zip(by, x.shape, strict=True))
    found[into] = x[out_of]
    return found


def survives(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Which numbers are the same in both; bool. NaN equals NaN."""
    return np.asarray(np.isclose(before, after, rtol=1e-6, atol=1e-9, equal_nan=True))


def kept(before: np.ndarray, after: np.ndarray) -> float:
    """Share of the numbers that are the same in both, 0..1."""
    return float(survives(before, after).mean()) if before.size else 1.0
