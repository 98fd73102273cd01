"""Where a dragged card comes to rest: in line with others, at equal distances, on the grid. Pure.

All lengths are px of the scene. The candidates are sorted once, when a drag begins; a frame of the
drag then looks only at the few that are near, however many there are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF

_SAME = 0.5  # px; what differs by less lies on one line
_OVER = 10.0  # px a guide reaches beyond the cards it joins
_CENTRE_FIRST = (1, 0, 2)

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to move, None where nothing is near, and what to draw as the reason."""

    dx: float | None = None
    dy: float | None = None
    guides: tuple[QLineF, ...] = ()  # through edges or centres that lie on one line
    gaps: tuple[QLineF, ...] = ()  # across distances that are equal


class Neighbours:
    """The rectangles that a dragged one may line up with."""

    def __init__(self, rects: Iterable[QRectF]) -> None:
        self._rects = [(r.left(), r.top(), r.right(), r.bottom()) for r in rects]
        # axis -> left edges, centres, right edges (or upper, middle, lower), each in order
        self._lines = tuple(
            tuple(
                sorted(
                    (_lines_of(box, axis)[kind], number) for number, box in enumerate(self._rects)
                )
                for kind in range(3)
            )
            for axis in (0, 1)
        )

    def snap(self, rect: QRectF, reach: float) -> Snap:
        """Move a rectangle by at most `reach` on each axis until it lies in line with others.

        On each axis the smallest shift wins, and a common line before equal distances.
        """
        box = (rect.left(), rect.top(), rect.right(), rect.bottom())
        dx, by_gap_x = self._shift(box, 0, reach)
        dy, by_gap_y = self._shift(box, 1, reach)
        x, y = dx or 0.0, dy or 0.0
        box = (box[0] + x, box[1] + y, box[2] + x, box[3] + y)
        guides = [
            *(self._guides(box, 0) if dx is not None else ()),
            *(self._guides(box, 1) if dy is not None else ()),
        ]
        gaps: tuple[QLineF, ...] = ()
        for axis, by_gap in ((0, by_gap_x), (1, by_gap_y)):
            if by_gap:
                gaps += self._gaps(box, axis)
        return Snap(dx, dy, tuple(guides), gaps)

    def _shift(self, box: Box, axis: int, reach: float) -> tuple[float | None, bool]:
        """How far to move along an axis, and whether equal distances are the reason."""
        best, by_gap = reach + _SAME, False
        for kind in _CENTRE_FIRST:
            line = _lines_of(box, axis)[kind]
            shift = self._nearest(axis, kind, line) - line
            if abs(shift) < abs(best):
                best = shift
        for shift in _even(box, axis, self._row(box, axis)):
            if abs(shift) < abs(best) - _SAME:
                best, by_gap = shift, True
        return (best, by_gap) if abs(best) <= reach else (None, False)

    def _nearest(self, axis: int, kind: int, line: float) -> float:
        lines = self._lines[axis][kind]
        at = bisect_left(lines, (line, -1))
        near = (value for value, _ in lines[max(0, at - 1) : at + 1])
        return min(near, key=lambda value: abs(value - line), default=float("inf"))

    def _guides(self, box: Box, axis: int) -> list[QLineF]:
        """The lines that a rectangle shares with others, each as long as what it joins."""
        found = []
        for kind in _CENTRE_FIRST:
            line, lines = _lines_of(box, axis)[kind], self._lines[axis][kind]
            first = bisect_left(lines, (line - _SAME, -1))
            last = bisect_left(lines, (line + _SAME, -1))
            if first == last:
                continue
            other = 1 - axis
            on = [self._rects[number] for _, number in lines[first:last]]
            middle = (box[other] + box[other + 2]) / 2
            near = sorted(on, key=lambda b: abs((b[other] + b[other + 2]) / 2 - middle))[:2]
            low = min(b[other] for b in (*near, box)) - _OVER
            high = max(b[other + 2] for b in (*near, box)) + _OVER
            ends = (line, low, line, high) if axis == 0 else (low, line, high, line)
            found.append(QLineF(*ends))
        return found

    def _row(self, box: Box, axis: int) -> list[Box]:
        """What lies in one row (axis 0) or one column (axis 1) with a rectangle, in order."""
        a, b = (1, 3) if axis == 0 else (0, 2)
        low, high = box[a], box[b]
        return sorted(
            (other for other in self._rects if other[a] < high and other[b] > low),
            key=lambda other: other[axis],
        )

    def _gaps(self, box: Box, axis: int) -> tuple[QLineF, ...]:
        before, after = _beside(box, axis, self._row(box, axis))
        chain = [*before[-2:], box, *after[:2]]
        low, high = (1, 3) if axis == 0 else (0, 2)
        found = []
        spans = [(a, b, b[axis] - a[axis + 2]) for a, b in pairwise(chain)]
        mine = [gap for a, b, gap in spans if box in (a, b)]
        for a, b, gap in spans:
            if sum(abs(gap - other[2]) < _SAME for other in spans) < 2:
                continue
            if not any(abs(gap - other) < _SAME for other in mine):
                continue
            level = (max(a[low], b[low]) + min(a[high], b[high])) / 2
            ends = (a[axis + 2], level, b[axis], level)
            found.append(QLineF(*(ends if axis == 0 else (ends[1], ends[0], ends[3], ends[2]))))
        return tuple(found)


def to_grid(at: tuple[float, float], step: float) -> tuple[float, float]:
    """How far a point lies from the next point of the grid."""
    x, y = at
    return round(x / step) * step - x, round(y / step) * step - y


def _lines_of(box: Box, axis: int) -> tuple[float, float, float]:
    low, high = box[axis], box[axis + 2]
    return (low, (low + high) / 2, high)


def _beside(box: Box, axis: int, row: list[Box]) -> tuple[list[Box], list[Box]]:
    """What of a row lies before a rectangle, and what behind it."""
    middle = (box[axis] + box[axis + 2]) / 2
    before = [other for other in row if (other[axis] + other[axis + 2]) / 2 < middle]
    return before, row[len(before) :]


def _even(box: Box, axis: int, row: list[Box]) -> list[float]:
    """Shifts along an axis that make the distance to a neighbour equal to another distance."""
    before, after = _beside(box, axis, row)
    low, high = box[axis], box[axis + 2]
    found = []
    if before and after:
        found.append((before[-1][axis + 2] + after[0][axis] - low - high) / 2)
    if len(before) > 1:
        gap = before[-1][axis] - before[-2][axis + 2]
        if gap > 0:
            found.append(before[-1][axis + 2] + gap - low)
    if len(after) > 1:
        gap = after[1][axis] - after[0][axis + 2]
        if gap > 0:
            found.append(after[0][axis] - gap - high)
    return found
