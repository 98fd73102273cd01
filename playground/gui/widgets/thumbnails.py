"""Samples as small pictures or dots in the plane."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from playground.gui.widgets.stamps import paste

MARGIN = 14.0  # px around the outermost samples
DOT = 3.0  # px, radius
FRAME = 1.2  # px around a picture
COLUMNS = 32  # of the sheet with all pictures
NEAR = 12.0  # px from a sample that still mean it


class Thumbnails(QWidget):
    """Paints each sample at its point; the plane is stretched alike in both directions."""

    pointed = Signal(int)  # index of a sample, -1 when the pointer is beside all
    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = np.zeros((0, 2))
        self.images: Sequence[QImage] = ()
        self.colours: Sequence[QColor] = ()
        self.lit: frozenset[int] = frozenset()
        self.with_images = True
        self._sheet: tuple[float, float, QPixmap] | None = None  # of this side and ratio of px
        self._middle, self._span = np.zeros(2), np.zeros(2)  # of what the widget has room for
        self.setMouseTracking(True)
        self.setMinimumSize(80, 80)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_samples(self, colours: Sequence[QColor], images: Sequence[QImage] = ()) -> None:
        """Colours, and pictures where samples are some, in the order of the points."""
        self.colours, self.images, self._sheet = colours, images, None
        self.update()

    def set_points(self, points: np.ndarray) -> None:
        """Where the samples are; NaN hides one. The scale grows in steps: the map stays calm."""
        self.points = points
        sound = points[np.isfinite(points).all(1)]
        if len(sound):
            low, high = sound.min(0), sound.max(0)
            middle, span = (low + high) / 2, high - low
            outside = (np.abs(sound - self._middle) > self._span / 2).any()
            if outside or (span < 0.5 * self._span).all():
                self._middle, self._span = middle, 1.15 * span
        self.update()

    def light(self, samples: Sequence[int]) -> None:
        """Let these stand out."""
        lit = frozenset(int(i) for i in samples)
        if lit != self.lit:
            self.lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 200)

    def places(self) -> np.ndarray:
        """Px of every sample, (N, 2)."""
        size = np.array([self.width(), self.height()], dtype=float)
        room, span = np.maximum(size - 2 * MARGIN, 1.0), self._span
        scale = float((room[span > 0] / span[span > 0]).min()) if (span > 0).any() else 1.0
        centre = size / 2
        return centre + (self.points - self._middle) * scale * np.array([1.0, -1.0])

    def side(self) -> float:
        """Px of a picture: less where there are many."""
        return float(np.clip(0.9 * min(self.width(), self.height()) / 20, 9.0, 22.0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.places()
        shown = np.flatnonzero(np.isfinite(places).all(1)).tolist()
        if self.with_images and len(self.images) == len(places):
            self._paint_images(painter, places, [i for i in shown if i not in self.lit])
            for index in filter(self.lit.__contains__, shown):
                side = self.side() * (2.4 if len(self.lit) == 1 else 1.0)
                self._paint_image(painter, index, QPointF(*places[index].tolist()), side, 2.6)
        else:
            self._paint_dots(painter, places, sorted(shown, key=lambda i: i in self.lit))
        painter.end()

    def _paint_dots(self, painter: QPainter, places: np.ndarray, shown: Sequence[int]) -> None:
        painter.setPen(QPen(self.palette().base().color(), 0.6))
        for index in shown:
            radius = DOT * (2.0 if index in self.lit else 1.0)
            painter.setBrush(self.colours[index])
            painter.drawEllipse(QPointF(*places[index].tolist()), radius, radius)

    def _paint_images(self, painter: QPainter, places: np.ndarray, shown: Sequence[int]) -> None:
        """Those that are not lit: each lies at whole px, as its picture is only copied."""
        if not len(shown):
            return
        side, ratio = self.side(), self.devicePixelRatioF()
        cell = 2 * math.ceil((side + FRAME) * ratio / 2 + 1)
        if self._sheet is None or self._sheet[:2] != (side, ratio):
            self._sheet = side, ratio, self._drawn(cell, ratio)
        cells = np.stack(np.divmod(np.array(shown), COLUMNS)[::-1], axis=1)
        paste(painter, self._sheet[2], cell, cells, np.rint(places[shown] * ratio))

    def _drawn(self, cell: int, ratio: float) -> QPixmap:
        """All samples with their frames, in cells."""
        rows = math.ceil(len(self.images) / COLUMNS)
        sheet = QPixmap(COLUMNS * cell, rows * cell)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        for index in range(len(self.images)):
            row, column = divmod(index, COLUMNS)
            at = QPointF(column + 0.5, row + 0.5) * (cell / ratio)
            self._paint_image(painter, index, at, self.side(), FRAME)
        painter.end()
        return sheet

    def _paint_image(
        self, painter: QPainter, index: int, at: QPointF, side: float, frame: float
    ) -> None:
        rect = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        painter.drawImage(rect, self.images[index])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colours[index], frame))
        painter.drawRect(rect)

    def sample_at(self, at: QPointF) -> int:
        """The nearest sample under a point, -1 for none."""
        away = np.hypot(*(self.places() - [at.x(), at.y()]).T)
        away[~np.isfinite(away)] = np.inf
        if not len(away) or away.min() > NEAR:
            return -1
        return int(away.argmin())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.sample_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.sample_at(event.position())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)
