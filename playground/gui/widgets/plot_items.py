"""What a plot draws thirty times a second: items that need next to no Python to be painted.

A training on a thread of the window waits while the window runs Python. What Qt paints by itself
keeps it waiting for nothing.
"""

from __future__ import annotations

import numpy as np
from pyqtgraph.functions import arrayToQPath
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPixmapItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from playground.gui.widgets.stamps import stamp
from playground.gui.widgets.strokes import Pieces, in_px, pieces


class Line(QGraphicsItem):
    """A curve through points; a point that is not finite leaves a gap.

    Its plot has to smooth what it draws: `Plot(smooth=True)`. A wide pen is not handed a path: see
    `strokes`. The pieces are laid out anew only when the points or the plot's ranges are others.

    Parameters
    ----------
    pen : QPen
        Its width is in px, and it is not transparent; `pg.mkPen` makes such pens.
    alone : float
        Px across the dot that a curve of a single finite point is; 0 draws nothing.
    """

    def __init__(self, pen: QPen, *, alone: float = 0.0) -> None:
        super().__init__()
        self._pen, self._alone = pen, alone
        self._points = np.empty(0), np.empty(0)
        self._bounds = QRectF()
        self._path: QPainterPath | None = None
        self._pieces: tuple[QTransform, Pieces] | None = None

    def pen(self) -> QPen:
        """What it is drawn with."""
        return self._pen

    def setPen(self, pen: QPen) -> None:
        """Draw it with this from now on."""
        self._pen = pen
        self.update()

    def setData(self, x: np.ndarray, y: np.ndarray) -> None:
        """Go through these points from now on."""
        if _same(x, self._points[0]) and _same(y, self._points[1]):
            return
        self.prepareGeometryChange()
        self._points, self._pieces, self._path = (x, y), None, None
        self._bounds = _bounds(x, y)
        self.update()

    def getData(self) -> tuple[np.ndarray, np.ndarray]:
        """The points."""
        return self._points

    @property
    def _is_wide(self) -> bool:
        return self._pen.widthF() > 1.0 and self._pen.style() == Qt.PenStyle.SolidLine

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._alone and self._paint_alone(painter):
            return
        painter.setPen(self._pen)
        if not self._is_wide:
            if self._path is None:
                x, y = self._points
                self._path = arrayToQPath(x, y, connect="finite") if len(x) else QPainterPath()
            painter.drawPath(self._path)
            return
        to_px = painter.worldTransform()
        if self._pieces is None or self._pieces[0] != to_px:
            places = np.stack([np.asarray(v, dtype=float) for v in self._points], axis=1)
            self._pieces = to_px, pieces(in_px(places, to_px))
        painter.setWorldTransform(QTransform())
        self._pieces[1].draw(painter)
        painter.setWorldTransform(to_px)

    def _paint_alone(self, painter: QPainter) -> bool:
        """The dot that a single point is; False where there are none or more."""
        x, y = self._points
        good = np.isfinite(x) & np.isfinite(y)
        if good.sum() != 1:
            return False
        place = np.array([[x[good][0], y[good][0]]], dtype=float)
        stamp(painter, in_px(place, painter.worldTransform()), self._pen.color(), self._alone)
        return True


class Pixels(QGraphicsPixmapItem):
    """An array as a picture that fills a rectangle of the plot; nothing is smoothed.

    What is transparent is no finite number, and hatched.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hatch = "#808080"  # until there is a theme
        self._has_holes = False
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
        self._has_holes = not pixels[..., 3].all()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._has_holes:  # below all of it: that is quicker than cell by cell
            painter.save()
            place = painter.worldTransform().mapRect(self.boundingRect())
            painter.setWorldTransform(QTransform())  # lines of the screen, not of the plot
            painter.fillRect(place, QBrush(QColor(self.hatch), Qt.BrushStyle.BDiagPattern))
            painter.restore()
        super().paint(painter, option, widget)


def _same(a: np.ndarray, b: np.ndarray) -> bool:
    return len(a) == len(b) and np.array_equal(a, b, equal_nan=True)


def _bounds(x: np.ndarray, y: np.ndarray) -> QRectF:
    """What holds all finite points."""
    if not len(x):
        return QRectF()
    left, right, low, high = (*_ends(x), *_ends(y))  # no finite number among them tells itself
    if np.isfinite((left, right, low, high)).all():
        return QRectF(left, low, right - left, high - low)
    ok = np.isfinite(x) & np.isfinite(y)
    if not ok.any():
        return QRectF()
    left, right, low, high = (*_ends(x[ok]), *_ends(y[ok]))
    return QRectF(left, low, right - left, high - low)


def _ends(values: np.ndarray) -> tuple[float, float]:
    return float(values.min()), float(values.max())
