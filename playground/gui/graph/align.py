"""Aligning cards along one side: pure functions, rectangles in, places out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

Side = Literal["left", "right", "top", "bottom", "middle", "centre"]
GAP = 24.0  # px between two cards that would lie on each other

Places = dict[str, tuple[float, float]]


def align(rects: Mapping[str, QRectF], side: Side) -> Places:
    """Move cards until one side of all of them lies on one line.

    "left", "right", "top" and "bottom" take the outermost card's side, "middle" (one row) and
    "centre" (one column) the middle of all. Cards that would lie on each other are pushed apart
    along the line, in the order in which they lay, so a row becomes a column and back.

    Returns
    -------
    dict of id -> (x, y)
        The new centres of the cards that move.
    """
    if len(rects) < 2:
        return {}
    across = side in ("left", "right", "centre")  # they move across, the line runs down
    target = _target(list(rects.values()), side)
    order = sorted(rects, key=lambda id: _rank(rects[id], across))
    found: dict[str, QRectF] = {}
    last: QRectF | None = None
    for id in order:
        rect = QRectF(rects[id])
        shift = target - _READ[side](rect)
        rect.translate(QPointF(shift, 0) if across else QPointF(0, shift))
        if last is not None and across:
            rect.moveTop(max(rect.top(), last.bottom() + GAP))
        elif last is not None:
            rect.moveLeft(max(rect.left(), last.right() + GAP))
        found[id] = last = rect
    return {
        id: (rect.center().x(), rect.center().y())
        for id, rect in found.items()
        if rect.topLeft() != rects[id].topLeft()
    }


_READ: dict[Side, Callable[[QRectF], float]] = {
    "left": QRectF.left,
    "right": QRectF.right,
    "top": QRectF.top,
    "bottom": QRectF.bottom,
    "middle": lambda rect: rect.center().y(),
    "centre": lambda rect: rect.center().x(),
}


def _target(rects: list[QRectF], side: Side) -> float:
    values = [_READ[side](rect) for rect in rects]
    if side in ("left", "top"):
        return min(values)
    if side in ("right", "bottom"):
        return max(values)
    return (min(values) + max(values)) / 2


def _rank(rect: QRectF, across: bool) -> tuple[float, float]:
    """Along the line first; cards beside each other in the order they are read."""
    x, y = rect.center().x(), rect.center().y()
    return (y, x) if across else (x, y)
