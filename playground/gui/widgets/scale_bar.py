"""A colour scale, stated: a strip of its colours between its two ends, and what it measures."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.gui.widgets.tiles import to_image

LONGEST, LEAST = 120.0, 36.0  # px of the strip


def short(value: float, digits: int = 3) -> str:
    """A number for the end of a scale: so many digits that count, real minus sign."""
    return f"{value:.{digits}g}".replace("-", "−")


class ScaleBar(QWidget):
    """A horizontal strip of colours with the values of its ends, and what they measure.

    The name takes the room it needs from the strip, down to `LEAST`; then it is shortened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self.high, self.name = 0.0, 1.0, ""
        self._image: QImage | None = None
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_range(self, low: float, high: float, colours: np.ndarray) -> None:
        """Ends of the scale and its RGBA colours from low to high, (N, 4) uint8."""
        self.low, self.high = low, high
        self._image = to_image(colours[None])
        self.setAccessibleDescription(f"{short(low)} … {short(high)}")
        self.update()

    def set_name(self, words: str) -> None:
        """Say what is measured, with its unit if it has one; "" says nothing."""
        self.name = words
        self.setAccessibleName(words)
        self.setToolTip(words)  # there may be no room for it
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(self.palette().placeholderText().color())
        left, right = short(self.low), short(self.high)
        metrics = painter.fontMetrics()
        a, b = metrics.horizontalAdvance(left) + 6, metrics.horizontalAdvance(right) + 6
        named = metrics.horizontalAdvance(self.name) + 10 if self.name else 0
        room = self.width() - a - b
        bar = QRectF(a, 4, min(max(room - named, min(LEAST, room), 10), LONGEST), 8)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, a, 16), middle, left)
        painter.drawImage(bar, self._image)
        painter.drawText(QRectF(bar.right() + 6, 0, b, 16), middle, right)
        behind = QRectF(bar.right() + 6 + b, 0, max(room - bar.width() - 6, 0), 16)
        words = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, int(behind.width()))
        painter.drawText(behind, middle, words if words != "…" else "")
        painter.end()
