"""A grid of numbers as colours with a path over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.gui.theme import Tokens
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.strokes import pieces
from playground.gui.widgets.tiles import to_image

LEFT, TOP, RIGHT, FOOT = 36.0, 6.0, 8.0, 18.0  # px around the picture


class ContourMap(QWidget):
    """Cells lie around their grid points; the second coordinate grows upwards.

    What is not known yet, or is no finite number, is hatched.
    """

    pointed = Signal(object)  # (a, b) under the pointer, None when it leaves

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.extent = (-1.0, 1.0, -1.0, 1.0)
        self.rgba = np.zeros((0, 0, 4), dtype=np.uint8)
        self.path = np.zeros((0, 2))
        self.marked: int | None = None  # index of a point of the path that stands out
        self.unit = ""  # what 1 means on both axes
        self._image: QImage | None = None
        self._has_holes = False  # cells without a colour
        self._tokens: Tokens | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(80, 80)

    def retheme(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def set_grid(self, rgba: np.ndarray, extent: Sequence[float]) -> None:
        """Colours (rows, columns, 4) of points on a grid; row 0 lies at the low end."""
        self.rgba, self.extent = rgba, (*map(float, extent),)  # type: ignore[assignment]
        self._image = to_image(rgba[::-1]) if rgba.size else None
        self._has_holes = bool((rgba[..., 3] < 255).any())
        self.update()

    def set_path(self, path: np.ndarray, marked: int | None = None) -> None:
        """Coordinates (K, 2) of the path, and which of them stands out."""
        self.path, self.marked = path, marked
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 200)

    def area(self) -> QRectF:
        """Where the grid is painted."""
        return QRectF(LEFT, TOP, self.width() - LEFT - RIGHT, self.height() - TOP - FOOT)

    def _cell(self) -> tuple[float, float]:
        """Size of a cell in coordinates: the grid's points are the middles of cells."""
        a0, a1, b0, b1 = self.extent
        rows, columns = self.rgba.shape[:2]
        return (a1 - a0) / max(columns - 1, 1), (b1 - b0) / max(rows - 1, 1)

    def place(self, a: float, b: float) -> QPointF:
        """Px of a point."""
        (wide, high), (a0, a1, b0, b1), area = self._cell(), self.extent, self.area()
        x = (a - a0 + wide / 2) / (a1 - a0 + wide)
        y = (b - b0 + high / 2) / (b1 - b0 + high)
        return QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())

    def coordinates(self, at: QPointF) -> tuple[float, float]:
        """Coordinates of a px."""
        (wide, high), (a0, a1, b0, b1), area = self._cell(), self.extent, self.area()
        x = (at.x() - area.left()) / max(area.width(), 1)
        y = (area.bottom() - at.y()) / max(area.height(), 1)
        return a0 - wide / 2 + x * (a1 - a0 + wide), b0 - high / 2 + y * (b1 - b0 + high)

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """Row and column of the cell under a px."""
        if not self.area().contains(at) or not self.rgba.size:
            return None
        (a, b), (wide, high) = self.coordinates(at), self._cell()
        row, column = round((b - self.extent[2]) / high), round((a - self.extent[0]) / wide)
        return min(max(row, 0), len(self.rgba) - 1), min(max(column, 0), self.rgba.shape[1] - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None or self._tokens is None:
            return
        painter, tokens, area = QPainter(self), self._tokens, self.area()
        if self._has_holes:  # to hatch takes longer than to paint the picture over it
            painter.fillRect(area, QBrush(QColor(tokens.line), Qt.BrushStyle.BDiagPattern))
        painter.drawImage(area, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, tokens, area)
        painter.setClipRect(area)
        self._paint_path(painter, tokens)
        painter.end()

    def _paint_axes(self, painter: QPainter, tokens: Tokens, area: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(tokens.secondary))
        a0, a1, b0, b1 = self.extent
        middle = Qt.AlignmentFlag.AlignVCenter
        foot = QRectF(area.left(), area.bottom() + 2, area.width(), FOOT - 4)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | middle, short(a0))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | middle, short(a1))
        room = foot.adjusted(34, 0, -34, 0)
        unit = painter.fontMetrics().elidedText(
            self.unit, Qt.TextElideMode.ElideRight, int(max(room.width(), 0))
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | middle, unit)
        right = Qt.AlignmentFlag.AlignRight | middle
        painter.drawText(QRectF(0, area.top(), LEFT - 4, 12), right, short(b1))
        painter.drawText(QRectF(0, area.bottom() - 12, LEFT - 4, 12), right, short(b0))

    def _paint_path(self, painter: QPainter, tokens: Tokens) -> None:
        points = [self.place(a, b) for a, b in self.path.tolist()]
        if not points:
            return
        way = pieces(np.array([point.toTuple() for point in points]))
        for ink, width in ((tokens.panel, 3.6), (tokens.warning, 1.8)):
            painter.setPen(QPen(QColor(ink), width, c=Qt.PenCapStyle.RoundCap))
            way.draw(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.warning))
        for point in points if len(points) <= 60 else points[:: len(points) // 60]:
            painter.drawEllipse(point, 1.8, 1.8)
        if self.marked is not None and self.marked < len(points):
            painter.setPen(QPen(QColor(tokens.panel), 1.6))
            painter.setBrush(QColor(tokens.bad))
            painter.drawEllipse(points[self.marked], 5.0, 5.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        inside = self.area().contains(event.position())
        self.pointed.emit(event.position() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
