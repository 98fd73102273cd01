"""From a block's output to the picture on its card: pure functions, array in, RGBA array out.

Every pixel is one number of the tensor through one of the theme's two colour scales; nothing is
smoothed. How large a picture is follows from the shape alone, so a card has its size before the
first number arrives.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

Kind = Literal["none", "maps", "bars", "cells", "strip", "tokens"]
Scale = Callable[[np.ndarray, float], np.ndarray]  # values, limit -> RGBA uint8

MAP_GAP = 3  # px between two maps
MAX_MAPS = 64
MAX_BARS = 16
MAX_CELLS = 1024
MAX_KERNELS = 16
KERNEL_SIDE = 15  # px
MAX_STEPS, MAX_FEATURES = 128, 64  # of a sequence: a pixel each, and it still fits a card
STRIP = (128, 72)  # px
TOKEN_ROWS, TOKEN_HEIGHT = 6, 16  # rows; px
TOKEN_WIDTHS = (16, 40)  # px; of a character, of a word
BAR_WIDTH = 92  # px
NARROW_BAR = 64  # px; of bars that have their number beside them


@dataclass(frozen=True, slots=True)
class Plan:
    """What kind of picture an output of some shape gets, and how large.

    Parameters
    ----------
    kind : str
        "maps": a grid of images; "bars": a bar a number; "cells": a cell a number; "strip": a
        sequence, a column a step and a row a feature; "tokens": a word a step; "none".
    shown : int
        Maps, bars, cells or words that are drawn; the rest is left out and the tooltip says so.
    total : int
        Maps, bars, cells or words that there are.
    columns : int
        Maps, cells or words in a row.
    cell : tuple of int
        Width and height of a map, a bar, a cell or a word, px.
    gap : int
        Px between two of them.
    """

    kind: Kind
    shown: int = 0
    total: int = 0
    columns: int = 1
    cell: tuple[int, int] = (0, 0)
    gap: int = 0

    @property
    def rows(self) -> int:
        """Rows of the grid."""
        return -(-self.shown // self.columns)

    def place(self, number: int) -> tuple[int, int]:
        """Left and top of a map or a bar in the picture, px."""
        row, column = divmod(number, self.columns)
        return column * (self.cell[0] + self.gap), row * (self.cell[1] + self.gap)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture, px."""
        width = self.columns * (self.cell[0] + self.gap) - self.gap
        height = self.rows * (self.cell[1] + self.gap) - self.gap
        return max(0, width), max(0, height)


NOTHING = Plan("none")


def plan_kernels(count: int, size: int) -> Plan:
    """A strip of square kernels; nothing when there are too many or each is a single number."""
    if not 0 < count <= MAX_KERNELS or not 1 < size <= KERNEL_SIDE:
        return NOTHING
    return Plan("maps", count, count, min(count, 8), (KERNEL_SIDE, KERNEL_SIDE), MAP_GAP)


def plan(shape: tuple[int, ...] | None) -> Plan:
    """The picture for an output of this shape (no batch axis); None is a shape not known."""
    if shape is None or 0 in shape:
        return Plan("none")
    if len(shape) == 3:
        return _plan_maps(*shape)
    if len(shape) == 2:
        return _plan_strip(*shape)
    count = math.prod(shape)
    if len(shape) <= 1 and count <= MAX_BARS:
        height = 12 if count <= 10 else 8
        width = NARROW_BAR if count <= 4 else BAR_WIDTH
        return Plan("bars", count, count, 1, (width, height), 6 if count <= 10 else 3)
    columns = math.ceil(math.sqrt(count))
    shown = min(count, MAX_CELLS // columns * columns if columns <= MAX_CELLS else MAX_CELLS)
    columns = min(columns, 32)
    rows = -(-shown // columns)
    side = max(2, min(9, 96 // max(columns, rows)))
    return Plan("cells", shown, count, columns, (side, side), 0)


def plan_tokens(steps: int, vocabulary: Sequence[str]) -> Plan:
    """The picture of a sequence of tokens: its words in rows."""
    short = all(len(word) <= 1 for word in vocabulary)
    width = TOKEN_WIDTHS[0 if short else 1]
    columns = min(steps, STRIP[0] // width)
    shown = min(steps, columns * TOKEN_ROWS)
    return Plan("tokens", shown, steps, max(columns, 1), (width, TOKEN_HEIGHT))


def _plan_strip(steps: int, features: int) -> Plan:
    columns, rows = min(steps, MAX_STEPS), min(features, MAX_FEATURES)
    cell = max(1, min(9, STRIP[0] // columns)), max(1, min(9, STRIP[1] // rows))
    return Plan("strip", columns * rows, steps * features, columns, cell)


def _plan_maps(channels: int, height: int, width: int) -> Plan:
    shown = min(channels, MAX_MAPS)
    columns = next(c for most, c in ((1, 1), (4, 2), (16, 4), (MAX_MAPS, 8)) if shown <= most)
    side = {1: 72, 2: 35, 4: 34, 8: 17}[columns]
    longest = max(height, width)
    cell = (max(2, round(side * width / longest)), max(2, round(side * height / longest)))
    return Plan("maps", shown, channels, columns, cell, MAP_GAP if columns < 8 else 2)


def limit_of(values: np.ndarray) -> float:
    """The end of the colour scale: the largest absolute value, 0 when there is no finite number."""
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 0.0


def is_signed(values: np.ndarray) -> bool:
    """Whether any number is negative, so that the scale needs two sides."""
    return bool((values < 0).any())


def images(values: np.ndarray, plan: Plan, scale: Scale) -> np.ndarray:
    """The pixels of a picture of maps, cells or a strip: one a number, enlarged when painted.

    Parameters
    ----------
    values : np.ndarray
        Maps (C, H, W), a sequence (T, F), or any shape for cells, which are laid out row by row.
    plan : Plan
        From `plan(values.shape)`.
    scale : callable
        `theme.sequential` or `theme.diverging`.

    Returns
    -------
    np.ndarray, uint8
        RGBA: maps (shown, H, W, 4), or all cells as one image (1, rows, columns, 4); of a sequence
        a column is a step.
    """
    limit = limit_of(values)
    clean = np.where(np.isfinite(values), values, np.nan)
    if plan.kind == "maps":
        return scale(clean[: plan.shown], limit)
    if plan.kind == "strip":
        return scale(clean[: plan.columns, : plan.rows].T, limit)[None]
    flat = scale(clean.reshape(-1)[: plan.shown], limit)
    grid = np.zeros((plan.rows * plan.columns, 4), np.uint8)
    grid[: len(flat)] = flat
    return grid.reshape(1, plan.rows, plan.columns, 4)


@dataclass(frozen=True, slots=True)
class Bar:
    """One number as a bar: from `start` to `end` of the bar's width (0 to 1)."""

    label: str
    value: float
    start: float
    end: float
    colour: tuple[int, int, int, int]


def bars(
    values: np.ndarray,
    labels: Sequence[str],
    scale: Scale,
    signed: bool,
    limit: float | None = None,
) -> tuple[Bar, ...]:
    """One bar a number; signed bars grow from the middle, the longest reaches the edge.

    Parameters
    ----------
    values : np.ndarray, shape (F,) or ()
        The numbers.
    labels : sequence of str
        Names by number; missing ones are empty.
    scale : callable
        Colour scale of the theme.
    signed : bool
        Zero is the middle instead of the left edge.
    limit : float, optional
        Value of a bar that reaches the edge; the largest absolute value unless given.
    """
    numbers = np.atleast_1d(values).astype(np.float64)
    limit = limit_of(numbers) if limit is None else limit
    colours = scale(np.where(np.isfinite(numbers), numbers, np.nan), limit)
    found = []
    for number, (value, colour) in enumerate(zip(numbers, colours, strict=True)):
        share = float(value) / limit if limit > 0 and np.isfinite(value) else 0.0
        start, end = sorted((0.5, 0.5 + share / 2)) if signed else (0.0, max(0.0, share))
        label = labels[number] if number < len(labels) else ""
        red, green, blue, alpha = (int(c) for c in colour)
        found.append(Bar(label, float(value), start, end, (red, green, blue, alpha)))
    return tuple(found)


def probabilities(values: np.ndarray, loss: str) -> np.ndarray:
    """What a classifier's raw output says: softmax of logits, or sigmoid for one logit.

    cross_entropy: softmax over the classes. bce_with_logits: one logit becomes the probabilities
    (2,) of both classes, several each get a sigmoid. Anything else stays as it is.
    """
    logits = np.atleast_1d(values).astype(np.float64)
    if loss == "cross_entropy":
        shifted = np.exp(logits - logits.max())
        return np.asarray(shifted / shifted.sum())
    if loss == "bce_with_logits":
        yes = np.asarray(0.5 * (1 + np.tanh(logits / 2)))  # sigmoid that cannot overflow
        return np.concatenate([1 - yes, yes]) if yes.shape == (1,) else yes
    return logits
