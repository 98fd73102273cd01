"""A bar for each of some shares of a whole, with its name and its number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

NUMBER = 60  # px of the column of numbers
ROW = 22  # px at most


class ShareBars(QWidget):
    """Shows numbers from 0 to 1; where there is no room for all, the largest."""

    hovered = Signal(int)  # number of the share whose row the pointer is in, -1 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.texts: tuple[str, ...] = ()
        self.values = np.zeros(0)
        self.colour = "#808080"
        self.ground = "#404040"
        self.lit = -1  # number of the share that stands out
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumSize(110, 60)

    def sizeHint(self) -> QSize:
        return QSize(170, 200)

    def show_shares(self, names: Sequence[str], values: np.ndarray, texts: Sequence[str]) -> None:
        """Draw these; `texts` are the numbers as they are written. NaN has no bar."""
        self.names, self.values, self.texts = tuple(names), values, tuple(texts)
        self.setAccessibleDescription(
            ", ".join(f"{n} {t}" for n, t in zip(names, texts, strict=True))
        )
        self.update()

    def light(self, number: int) -> None:
        """Let this share stand out, and no other; -1 for none."""
        if number != self.lit:
            self.lit = number
            self.update()

    def number_at(self, at: QPointF) -> int:
        """The share in whose row a point is, -1 for none."""
        for row, number in enumerate(self.rows()):
            place = self.place(row)
            if place.top() - 2 <= at.y() < place.bottom() + 3:
                return number
        return -1

    def rows(self) -> list[int]:
        """Which shares are drawn, from above."""
        room = max(int(self.height() // 13), 1)
        if len(self.values) <= room:
            return list(range(len(self.values)))
        order = np.argsort(-np.nan_to_num(self.values), kind="stable")[:room]
        return sorted(order.tolist())

    def length(self, number: int) -> float:
        """Part of the full length of a bar, 0 to 1."""
        value = float(self.values[number])
        return min(max(value, 0.0), 1.0) if np.isfinite(value) else 0.0

    def place(self, row: int) -> QRect:
        """Where the bar of a row may reach."""
        names = (self.fontMetrics().horizontalAdvance(name) for name in self.names)
        left = min(max(names, default=10) + 8, self.width() // 3)
        height = min(self.height() / max(len(self.rows()), 1), ROW)
        top = row * height
        width = max(self.width() - left - NUMBER, 4)
        return QRect(left, round(top + 2), width, max(round(height) - 4, 3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        best = int(np.nanargmax(self.values)) if np.isfinite(self.values).any() else -1
        for row, number in enumerate(self.rows()):
            place = QRectF(self.place(row))
            painter.fillRect(place, QColor(self.ground))
            full = QRectF(place)
            full.setWidth(place.width() * self.length(number))
            painter.fillRect(full, QColor(self.colour))
            font.setBold(number == best)
            painter.setFont(font)
            painter.setPen(ink)
            middle = Qt.AlignmentFlag.AlignVCenter
            name = QRectF(0, place.top() - 3, place.left() - 5, place.height() + 6)
            shown = painter.fontMetrics().elidedText(
                self.names[number], Qt.TextElideMode.ElideRight, int(name.width())
            )
            painter.drawText(name, Qt.AlignmentFlag.AlignRight | middle, shown)
            beside = QRectF(place.right() + 5, place.top() - 3, NUMBER - 5, place.height() + 6)
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | middle, self.texts[number])
            if number == self.lit:
                painter.setPen(QPen(self.palette().highlight().color(), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place.adjusted(-1, -1, 1, 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.number_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1)
