"""Wires with corners: the way a layout found for them, drawn with round turns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from playground.document.layout.base import Point, Route

_ROUND = 14.0  # px; radius of a turn


def fits(route: Route, start: QPointF, end: QPointF) -> bool:
    """Whether a way still begins and ends at the ports."""
    if len(route) < 2:
        return False
    ends = QPointF(*route[0]) - start, QPointF(*route[-1]) - end
    return all(gap.manhattanLength() < 1.0 for gap in ends)


def rounded(route: Route) -> QPainterPath:
    """A line along the corners, each cut off by a curve."""
    points = [QPointF(*point) for point in route]
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        one, two = before - corner, after - corner
        shorter = min(one.manhattanLength(), two.manhattanLength())
        r = min(_ROUND, shorter / 2)
        path.lineTo(corner + one * (r / one.manhattanLength()))
        path.quadTo(corner, corner + two * (r / two.manhattanLength()))
    path.lineTo(points[-1])
    return path


def longest_level(route: Sequence[Point]) -> tuple[QPointF, float]:
    """Middle and length of the longest stretch to the right: a label can be read there."""
    (x, y), (u, v) = max(itertools.pairwise(route), key=lambda ends: ends[1][0] - ends[0][0])
    return QPointF((x + u) / 2, (y + v) / 2), u - x
