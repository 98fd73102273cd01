"""Many points of a plane as dots of a fixed size, painted by Qt without a word of Python a dot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

SIZE = 6.0  # px of a dot, with its edge a little more
EDGE = 1.4  # px, both sides together
RING = 3.2  # px of the edge of a ring


class Dots(QGraphicsItem):
    """Dots with an edge around them, or rings; those of one colour are painted together."""

    def __init__(self) -> None:
        super().__init__()
        self._data = np.empty(0), np.empty(0)
        self._groups: list[tuple[QPolygonF, QPen, QPen]] = []
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
        shades = np.asarray(colours)
        for shade in np.unique(shades):
            rows = shades == shade
            polygon = arrayToQPolygonF(x[rows].astype(float), y[rows].astype(float))
            outer = _pen(str(shade) if rings else ground, SIZE + EDGE)
            inner = _pen(ground if rings else str(shade), SIZE + EDGE - RING if rings else SIZE)
            self._groups.append((polygon, outer, inner))
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for polygon, outer, inner in self._groups:
            for pen in (outer, inner):
                painter.setPen(pen)
                painter.drawPoints(polygon)


def _pen(colour: str, width: float) -> QPen:
    pen = pg.mkPen(colour, width=width)  # cosmetic: in px, however the plane is scaled
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
