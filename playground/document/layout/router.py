"""Ways for wires between cards that already have their places: around every foreign card.

Source: Wybrow, Marriott & Stuckey 2009, Orthogonal connector routing (a shortest path with few
bends over the lines beside cards).
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from playground.document.layout.base import Card, Deadline, Point, Route
from playground.document.layout.columns import without_idle
from playground.document.model import Wire

_LINES = (10.0, 20.0)  # px beside a card at which wires may run
_BEND = 40.0  # px of detour that a bend is worth
_TOUCH = 2.0  # px a line may enter a card before that counts
_SHARED = 8.0  # how much longer a stretch counts on which a wire runs already


def route(
    cards: Mapping[str, Card],
    positions: Mapping[str, Point],
    wires: Sequence[Wire],
    deadline: Deadline,
) -> list[Route]:
    """Lead wires from port to port, to the right and around cards, in the order given."""
    ends = [_ends(cards, positions, wire) for wire in wires]
    grid = _Grid(cards, positions, ends)
    found = []
    for start, end in ends:
        deadline.check()
        found.append(without_idle([start, *grid.path(start, end), end]))
    return found


def _ends(
    cards: Mapping[str, Card], positions: Mapping[str, Point], wire: Wire
) -> tuple[Point, Point]:
    source, target = cards[wire.source], cards[wire.target]
    (x, y), (u, v) = positions[wire.source], positions[wire.target]
    start = (x + source.width / 2, y + source.outputs.get(wire.source_port, 0.0))
    return start, (u - target.width / 2, v + target.inputs.get(wire.target_port, 0.0))


class _Grid:
    """Lines on which wires may run: beside cards and through ports, cut where cards lie."""

    def __init__(
        self,
        cards: Mapping[str, Card],
        positions: Mapping[str, Point],
        ends: Sequence[tuple[Point, Point]],
    ) -> None:
        xs, ys = set[float](), set[float]()
        rects = []
        for id, card in cards.items():
            (x, y), w, h = positions[id], card.width / 2, card.height / 2
            rects.append((x - w, y - h, x + w, y + h))
            for line in _LINES:
                xs |= {x - w - line, x + w + line}
                ys |= {y - h - line, y + h + line}
        for start, end in ends:
            xs |= {start[0] + _LINES[0], end[0] - _LINES[0], start[0], end[0]}
            ys |= {start[1], end[1]}
        self.xs, self.ys = np.array(sorted(xs)), np.array(sorted(ys))
        self.column = {float(x): number for number, x in enumerate(self.xs)}
        self.row = {float(y): number for number, y in enumerate(self.ys)}
        # price of going from a crossing of lines to the next one, to the right and down
        self.right = np.tile(np.diff(self.xs), (len(self.ys), 1))
        self.down = np.tile(np.diff(self.ys)[:, None], (1, len(self.xs)))
        for rect in rects:
            self._block(*rect)

    def _block(self, left: float, top: float, right: float, bottom: float) -> None:
        near = 1.0  # px; a wire may touch a card's edge only at its port
        a, b = self._between(self.xs, left - near, right + near)
        c, d = self._between(self.ys, top - near, bottom + near)
        self.right[c:d, max(a - 1, 0) : b] = np.inf
        self.down[max(c - 1, 0) : d, a:b] = np.inf

    @staticmethod
    def _between(lines: NDArray[np.float64], low: float, high: float) -> tuple[int, int]:
        a, b = np.searchsorted(lines, (low, high), side="right")
        return int(a), int(b)

    def path(self, start: Point, end: Point) -> list[Point]:
        """Corners from beside the output to beside the input; the straight way when walled in.

        A* over places and the axis of the last step, so that bends have a price.
        """
        first = (self.row[start[1]], self.column[start[0] + _LINES[0]])
        last = (self.row[end[1]], self.column[end[0] - _LINES[0]])
        best: dict[tuple[int, int, int], float] = {(*first, 0): 0.0}
        came: dict[tuple[int, int, int], tuple[int, int, int]] = {}
        todo = [(self._ahead(first, last), 0.0, (*first, 0))]
        while todo:
            _, price, state = heapq.heappop(todo)
            if price > best[state]:
                continue
            if state == (*last, 0):
                return self._corners(came, state)
            for other, step in self._steps(state):
                total = price + step
                if total < best.get(other, np.inf):
                    best[other], came[other] = total, state
                    ahead = self._ahead(other[:2], last)
                    heapq.heappush(todo, (total + ahead, total, other))
        return []

    def _steps(self, state: tuple[int, int, int]) -> list[tuple[tuple[int, int, int], float]]:
        row, column, axis = state
        found = [((row, column, 1 - axis), _BEND)]
        if axis == 0:
            if column + 1 < len(self.xs):
                found.append(((row, column + 1, 0), float(self.right[row, column])))
            if column:
                found.append(((row, column - 1, 0), float(self.right[row, column - 1])))
        else:
            if row + 1 < len(self.ys):
                found.append(((row + 1, column, 1), float(self.down[row, column])))
            if row:
                found.append(((row - 1, column, 1), float(self.down[row - 1, column])))
        return found

    def _ahead(self, at: tuple[int, int], last: tuple[int, int]) -> float:
        across = abs(self.xs[at[1]] - self.xs[last[1]])
        return float(across + abs(self.ys[at[0]] - self.ys[last[0]]))

    def _corners(
        self,
        came: Mapping[tuple[int, int, int], tuple[int, int, int]],
        state: tuple[int, int, int],
    ) -> list[Point]:
        """Walk back, and make the stretches dearer for the wires that follow."""
        points = []
        while True:
            row, column, axis = state
            points.append((float(self.xs[column]), float(self.ys[row])))
            if state not in came:
                return points[::-1]
            before = came[state]
            if before[2] == axis == 0:
                self.right[row, min(column, before[1])] *= _SHARED
            elif before[2] == axis:
                self.down[min(row, before[0]), column] *= _SHARED
            state = before


def hidden(
    cards: Mapping[str, Card],
    positions: Mapping[str, Point],
    wires: Sequence[Wire],
    lines: Sequence[Sequence[Point]],
) -> list[int]:
    """Numbers of the wires whose line runs through a card that is neither of its ends.

    Parameters
    ----------
    cards, positions : mapping
        Outlines and centres by node id.
    wires : sequence of Wire
        Any.
    lines : sequence of sequence of (float, float)
        For each wire the points of a poly-line, as it is drawn.
    """
    number = {id: place for place, id in enumerate(cards)}
    middle = np.array([positions[id] for id in cards]).reshape(-1, 2)
    half = np.array([(card.width / 2, card.height / 2) for card in cards.values()]).reshape(-1, 2)
    low, high = middle - half + _TOUCH, middle + half - _TOUCH
    found = []
    for place, (wire, line) in enumerate(zip(wires, lines, strict=True)):
        points = np.array(line, dtype=float).reshape(-1, 2)
        hit = _cuts(points[:-1], points[1:], low, high)
        hit[[number[wire.source], number[wire.target]]] = False
        if hit.any():
            found.append(place)
    return found


def _cuts(
    starts: NDArray[np.float64],
    ends: NDArray[np.float64],
    low: NDArray[np.float64],
    high: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """For each rectangle, whether a segment enters it (Liang & Barsky 1984)."""
    way = ends - starts
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)[:, None]
    one, two = (low - starts[:, None]) / way, (high - starts[:, None]) / way
    first = np.maximum(np.minimum(one, two).max(axis=2), 0.0)
    last = np.minimum(np.maximum(one, two).min(axis=2), 1.0)
    cut: NDArray[np.bool_] = (first < last).any(axis=0)
    return cut
