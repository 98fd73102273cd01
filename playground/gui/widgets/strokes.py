"""Lines through many points, in a form that Qt's painter strokes quickly.

A path with a pen wider than 1 px is outlined as a whole, and each piece of the outline is then held
against the others: 450 noisy points take 63 ms, as single pieces 6 ms, and as pieces in px, with no
transform left to the painter, 0.9 ms (software painter, smoothed, 480 px wide). Pieces must not be
transparent: their ends overlap, and smoothed transparent lines are slow themselves.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QTransform
from shiboken6 import Shiboken


class Pieces:
    """Lines in one array that the painter reads where it lies.

    A list of lines is an object of Python for each of them, made, copied and thrown away again at
    each picture: that took as long as the drawing, and a training beside it waited for it.

    Parameters
    ----------
    ends : np.ndarray, shape (N, 4)
        x and y in px of both ends of each line.
    """

    __slots__ = ("_ends",)

    def __init__(self, ends: np.ndarray) -> None:
        self._ends = np.ascontiguousarray(ends, dtype=np.float64)  # as a QLineF lies in memory

    def draw(self, painter: QPainter, count: int | None = None) -> None:
        """Draw all of them, or the first ones."""
        count = len(self) if count is None else min(count, len(self))
        if count:
            first = Shiboken.wrapInstance(self._ends.ctypes.data, QLineF)
            painter.drawLines(first, count)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> QLineF:
        return QLineF(*self._ends[number].tolist())


def pieces(points: np.ndarray) -> Pieces:
    """Lines from point to point of (N, 2) px; a point that is not finite leaves a gap."""
    points = np.asarray(points, dtype=float)
    ends = np.concatenate([points[:-1], points[1:]], axis=1)
    ok = np.isfinite(ends).all(axis=1)
    return Pieces(ends if ok.all() else ends[ok])


def in_px(points: np.ndarray, transform: QTransform) -> np.ndarray:
    """Where the painter would draw points (N, 2); what is no number stays none."""
    x, y = points[:, 0], points[:, 1]
    t = transform
    with np.errstate(over="ignore", invalid="ignore"):  # of infinity
        across = t.m11() * x + t.m21() * y if t.m21() else t.m11() * x
        down = t.m22() * y + t.m12() * x if t.m12() else t.m22() * y
        return np.stack([across + t.dx(), down + t.dy()], axis=1)
