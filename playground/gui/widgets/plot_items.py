"""What a plot draws thirty times a second: items that Qt paints without asking Python.

A training on a thread of the window waits while the window runs Python. What Qt paints by itself
keeps it waiting for nothing.
"""

from __future__ import annotations

import numpy as np
from pyqtgraph.functions import arrayToQPath
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsPixmapItem


class Line(QGraphicsPathItem):
    """A curve through points; a point that is not finite leaves a gap.

    Its plot has to smooth what it draws: `Plot(smooth=True)`.

    Parameters
    ----------
    pen : QPen
        Cosmetic, so that its width is in px; `pg.mkPen` makes such pens.
    """

    def __init__(self, pen: QPen) -> None:
        super().__init__()
        self.setPen(pen)
        self._points = np.empty(0), np.empty(0)

    def setData(self, x: np.ndarray, y: np.ndarray) -> None:
        """Go through these points from now on."""
        if _same(x, self._points[0]) and _same(y, self._points[1]):
            return
        self._points = x, y
        self.setPath(arrayToQPath(x, y, connect="finite") if len(x) else QPainterPath())

    def getData(self) -> tuple[np.ndarray, np.ndarray]:
        """The points."""
        return self._points


class Pixels(QGraphicsPixmapItem):
    """An array as a picture that fills a rectangle of the plot; nothing is smoothed."""

    def __init__(self) -> None:
        super().__init__()
        self.image: np.ndarray | None = None  # RGBA in the picture
        self._rect = QRectF(0, 0, 1, 1)

    def set_pixels(self, rgba: np.ndarray, rect: QRectF) -> None:
        """Show an (H, W, 4) uint8 array; its first row lies at the low end of the vertical axis."""
        pixels = np.ascontiguousarray(rgba)
        height, width = pixels.shape[:2]
        kind = QImage.Format.Format_RGBA8888
        self.setPixmap(QPixmap.fromImage(QImage(pixels.data, width, height, 4 * width, kind)))
        if self.image is None or (rect, pixels.shape) != (self._rect, self.image.shape):
            scale = rect.width() / width, rect.height() / height
            self.setTransform(QTransform.fromScale(*scale))
            self.setPos(rect.topLeft())
        self.image, self._rect = pixels, QRectF(rect)


def _same(a: np.ndarray, b: np.ndarray) -> bool:
    return len(a) == len(b) and np.array_equal(a, b, equal_nan=True)
