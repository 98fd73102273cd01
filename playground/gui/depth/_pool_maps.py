"""One channel of a pooling, before and after: as it is, moved by a pixel, or with its gradient."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.explain import pool
from playground.explain.windows import OUTSIDE, Axis
from playground.gui.depth._claims import Computed, at
from playground.gui.depth._marks import Cells, Claim, Drawing, Mark
from playground.gui.depth._paints import paints_of
from playground.gui.depth._windows import plane
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme

Formula = Callable[[int, int], str]
_MOST_MARKED = 40_000  # numbers in windows; beyond, the winners of a map are not marked
_LEAST_CELL = 5.0  # px; a mark on a smaller cell would hide its colour
_SMALL_CELL = 12.0  # px; points on such ones have no outline


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """An input that somebody moved by some pixels, and what pooling would make of it.

    Parameters
    ----------
    x, y : np.ndarray, shape (H, W), (H', W')
        One channel as it is.
    axes : sequence of Axis
        How the windows slide.
    kind : str
        "max" or "avg".
    padded : bool
        An average counts the zeros of its padding.
    by : tuple of int
        Pixels down and to the right.
    """

    x: np.ndarray
    y: np.ndarray
    axes: Sequence[Axis]
    kind: pool.Kind
    padded: bool
    by: tuple[int, int]

    def shifted(self) -> np.ndarray:
        """The moved input; zeros come in at the edge it leaves."""
        return pool.shifted(self.x, self.by)

    def pooled(self) -> np.ndarray:
        """The map that pooling would make of it."""
        return pool.pooled_map(self.shifted(), self.axes, self.kind, self.padded)

    def source(self, row: int, column: int) -> tuple[int, int] | None:
        """Where a number of the moved input was; None for one that came in."""
        place = row - self.by[0], column - self.by[1]
        inside = all(0 <= i < n for i, n in zip(place, self.x.shape, strict=True))
        return place if inside else None

    def input_claim(self, tensor: str, channel: int) -> Formula:
        """What each number of the moved input is."""

        def formula(row: int, column: int) -> str:
            place = self.source(row, column)
            return "0.0" if place is None else at(tensor, channel, *place)

        return formula

    def output_claim(self, tensor: str, channel: int) -> Formula:
        """What each number of the map would be."""

        def formula(row: int, column: int) -> str:
            places = [axis.places(i) for axis, i in zip(self.axes, (row, column), strict=True)]
            return self._window(tensor, channel, places, (row, column))

        return formula

    def _window(
        self, tensor: str, channel: int, places: Sequence[np.ndarray], cell: tuple[int, int]
    ) -> str:
        rows, columns = ([int(i) for i in p if i != OUTSIDE] for p in places)
        old = [
            [i - d for i in line if 0 <= i - d < n]
            for line, d, n in zip((rows, columns), self.by, self.x.shape, strict=True)
        ]
        held = f't["{tensor}"][{channel}][np.ix_({old[0]}, {old[1]})].astype(np.float64)'
        any_held, zeros = all(old), len(old[0]) * len(old[1]) < len(rows) * len(columns)
        if self.kind == "max":
            if not any_held:
                return "0.0"
            return f"np.maximum({held}.max(), 0.0)" if zeros else f"{held}.max()"
        counts = [
            int(pool.divisors(axis, self.padded)[i])
            for axis, i in zip(self.axes, cell, strict=True)
        ]
        return f"{held}.sum() / {counts[0] * counts[1]}" if any_held else "0.0"

    def kept_claim(self, x: str, y: str, channel: int) -> tuple[Claim, Claim]:
        """How many numbers keep their value: of the map, and of the input itself."""
        return (
            Claim(formula=_same(self._whole(x, channel), f't["{y}"][{channel}]')),
            Claim(formula=_same(self._moved_input(x, channel), f't["{x}"][{channel}]')),
        )

    def _moved_input(self, x: str, channel: int) -> str:
        (dy, dx), (h, w) = self.by, self.x.shape
        room = f"(({max(dy, 0)}, {max(-dy, 0)}), ({max(dx, 0)}, {max(-dx, 0)}))"
        top, left = max(-dy, 0), max(-dx, 0)
        values = f't["{x}"][{channel}].astype(np.float64)'
        return f"np.pad({values}, {room})[{top}:{top + h}, {left}:{left + w}]"

    def _whole(self, x: str, channel: int) -> str:
        """The whole map as one expression: one number a window of the padded input."""
        down, across = self.axes
        ends = [
            max((a.windows - 1) * a.stride + a.dilation * (a.kernel - 1) + 1 - a.size, 0)
            for a in (down, across)
        ]
        room = f"(({down.padding}, {ends[0]}), ({across.padding}, {ends[1]}))"
        empty = "0.0" if self.kind == "avg" else "-np.inf"
        padded = f"np.pad({self._moved_input(x, channel)}, {room}, constant_values={empty})"
        spans = tuple(a.dilation * (a.kernel - 1) + 1 for a in (down, across))
        windows = f"np.lib.stride_tricks.sliding_window_view({padded}, {spans})"
        windows += f"[::{down.stride}, ::{across.stride}, ::{down.dilation}, ::{across.dilation}]"
        windows += f"[:{down.windows}, :{across.windows}]"
        if self.kind == "max":
            return f"{windows}.max((2, 3))"
        lines = [pool.divisors(axis, self.padded).tolist() for axis in self.axes]
        return f"{windows}.sum((2, 3)) / np.outer({lines[0]}, {lines[1]})"


def _same(a: str, b: str) -> str:
    return f"np.isclose({a}, {b}, rtol=1e-6, atol=1e-9, equal_nan=True).sum()"


def calculated(
    rect: QRectF,
    values: np.ndarray,
    scale: Scale,
    claim: Formula,
    kind: Any,
    channel: int,
    name: str,
) -> Computed:
    """A map of numbers that stand in no tensor."""
    plain = plane(rect, values, scale, "", (channel,), kind, name)

    def formula(_channel: int, row: int, column: int) -> str:
        return claim(row, column)

    return Computed(
        rect, plain.values, scale, "", plain.place, name, plain.unit, plain.digits, formula=formula
    )


def dots(cells: Cells, places: Sequence[tuple[int, int]], shape: Sequence[int]) -> list[Drawing]:
    """A point on each of some cells of a map: the winners."""
    step = cells.rect.width() / shape[1], cells.rect.height() / shape[0]
    if min(step) < _LEAST_CELL or not places:
        return []
    small = min(step) < _SMALL_CELL
    radius = 1.2 if small else min(2.2, min(step) / 4)
    across, down = (0.7, 0.7) if small else (0.5, 0.5)  # beside the colour that is read there
    if cells.lettered:  # a number stands in the middle
        across, down, radius = 1 - 5 / step[0], 5 / step[1], 2.5
    left, top = cells.rect.left(), cells.rect.top()
    spots = [QPointF(left + (c + across) * step[0], top + (r + down) * step[1]) for r, c in places]

    def draw(painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paints = paints_of(look)
        painter.setPen(QPen(Qt.PenStyle.NoPen) if small else paints.pen("panel"))
        painter.setBrush(paints.colour("warning"))
        for spot in spots:
            painter.drawEllipse(spot, radius, radius)

    return [Drawing(cells.rect, draw)]


def ticks(cells: Cells, mask: np.ndarray) -> list[Mark]:
    """A frame around each cell that keeps its value."""
    step = cells.rect.width() / mask.shape[1], cells.rect.height() / mask.shape[0]
    if min(step) < _LEAST_CELL + 2:
        return []
    rect, places = cells.rect, np.argwhere(mask).tolist()

    def draw(painter: QPainter, look: Look) -> None:
        painter.setPen(paints_of(look).pen("warning", 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide, high = step[0] - 2, step[1] - 2
        x, y = rect.left() + 1, rect.top() + 1
        painter.drawRects([QRectF(x + c * step[0], y + r * step[1], wide, high) for r, c in places])

    return [Drawing(rect, draw)]


def winner_places(x: np.ndarray, axes: Sequence[Axis]) -> list[tuple[int, int]]:
    """Rows and columns of the winners of a map, each once; none where there are too many."""
    if np.prod([axis.windows * axis.kernel for axis in axes]) > _MOST_MARKED:
        return []
    found = sorted(set(pool.winners(x, axes).ravel().tolist()))
    return [divmod(i, x.shape[1]) for i in found]


@dataclass(frozen=True, slots=True, eq=False)
class Blanks(Mark):
    """Covers what of a window holds no number: there may be hundreds of such cells."""

    rect: QRectF
    covered: tuple[QRectF, ...]

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        paints = paints_of(look)
        ground = paints.colour("panel")
        whole = clip.contains(self.rect)
        seen = [rect for rect in self.covered if whole or rect.intersects(clip)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRects(seen)
        inner = [rect.adjusted(3, 3, -3, -3).toRect() for rect in seen]  # on whole px: that is fast
        painter.setPen(paints.pen("line", 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([rect for rect in inner if not rect.isEmpty()])

    def covers(self) -> tuple[QRectF, ...]:
        return self.covered


def blanks(cells: Cells, inside: np.ndarray) -> list[Blanks]:
    """A cover for the padding of a maximum, which never wins."""
    first, outside = cells.cell(0, 0), np.argwhere(~inside).tolist()
    x, y, w, h = first.x(), first.y(), first.width(), first.height()
    covered = tuple(QRectF(x + column * w, y + row * h, w, h) for row, column in outside)
    return [Blanks(cells.rect, covered)] if covered else []


def gradients(
    arrays: Mapping[str, np.ndarray], node: str, sample: int, split: str
) -> tuple[np.ndarray, np.ndarray] | None:
    """The gradient of the loss by what arrives and by what leaves; None while it is of another."""
    graph = arrays.get("backprop/graph")
    parts = (arrays.get(f"backprop/{node}/in/0/grad"), arrays.get(f"backprop/{node}/grad"))
    if graph is None or parts[0] is None or parts[1] is None:
        return None
    about = json.loads(graph.tobytes())
    same = about["sample"] == sample and about["split"] == split
    return (parts[0], parts[1]) if same else None
