"""Many points of a plane as dots of a fixed size, painted by Qt without a word of Python a dot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.gui.widgets.stamps import stamp
from playground.gui.widgets.strokes import in_px

SIZE = 6.0  # px of a dot, with its edge a little more
EDGE = 1.4  # px, both sides together
RING = 3.2  # px of the edge of a ring

Pen = tuple[str, float]  # colour, and px across


class Dots(QGraphicsItem):
    """Dots with an edge around them, or rings; those of one colour are painted together."""

    def __init__(self) -> None:
        super().__init__()
        self._data = np.empty(0), np.empty(0)
        self._groups: list[tuple[np.ndarray, tuple[Pen, Pen]]] = []  # places, what is below first
        self._bounds = QRectF()

    def set_dots(
        self,
        x: np.ndarray,
        y: np.ndarray,
        colours: Sequence[str],
        *,
        ground: str,
        rings: bool = False,
    ) -> None:
        """Show these points; `colours` has one #rrggbb a point, `ground` is what lies around."""
        self.prepareGeometryChange()
        self._data, self._groups = (x, y), []
        places = np.stack([x, y], axis=1).astype(float)
        shades = sorted(set(colours))
        every = np.asarray(colours) if len(shades) > 1 else None
        for shade in shades:
            outer = shade if rings else ground, SIZE + EDGE
            inner = (ground, SIZE + EDGE - RING) if rings else (shade, SIZE)
            rows = places if every is None else places[every == shade]
            self._groups.append((rows, (outer, inner)))
        self._bounds = QRectF()
        if len(x):
            low, high = (float(x.min()), float(y.min())), (float(x.max()), float(y.max()))
            self._bounds = QRectF(low[0], low[1], high[0] - low[0], high[1] - low[1])
            self._bounds.adjust(-1, -1, 1, 1)
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.set_dots(np.empty(0), np.empty(0), (), ground="#000000")

    def getData(self) -> tuple[np.ndarray, np.ndarray]:
        """The points, as an item of pyqtgraph says them."""
        return self._data

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        to_px = painter.worldTransform()
        for places, pens in self._groups:
            spots = in_px(places, to_px)
            for colour, size in pens:
                stamp(painter, spots, QColor(colour), size)
