"""The range of a colour scale, stated: a strip of its colours between its two ends."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.gui.widgets.tiles import to_image


def short(value: float) -> str:
    """A number for the end of a scale: three digits, real minus sign."""
    return f"{value:.3g}".replace("-", "−")


class ScaleBar(QWidget):
    """A horizontal strip of colours with the values of its ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self.high = 0.0, 1.0
        self._image: QImage | None = None
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_range(self, low: float, high: float, colours: np.ndarray) -> None:
        """Ends of the scale and its RGBA colours from low to high, (N, 4) uint8."""
        self.low, self.high = low, high
        self._image = to_image(colours[None])
        self.setAccessibleDescription(f"{short(low)} … {short(high)}")
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
        bar = QRectF(a, 4, max(min(self.width() - a - b, 120), 10), 8)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, a, 16), middle, left)
        painter.drawImage(bar, self._image)
        painter.drawText(QRectF(bar.right() + 6, 0, b, 16), middle, right)
        painter.end()
