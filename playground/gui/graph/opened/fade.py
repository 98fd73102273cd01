"""From level to level without a jump: the old picture comes nearer, or goes away, and fades."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_MS = 180
_NEARER = 0.22  # share of its size that the old picture grows by on the way down


class Fade(QWidget):
    """Lies over the new view, lets the pointer through, and is gone after a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture, self._deeper, self._share = QPixmap(), True, 1.0
        self._time = QVariantAnimation(self)
        self._time.setStartValue(0.0)
        self._time.setEndValue(1.0)
        self._time.setDuration(_MS)
        self._time.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._time.valueChanged.connect(self._on_time)
        self._time.finished.connect(self.stop)
        self.hide()

    def begin(self, old: QWidget, deeper: bool) -> None:
        """Show what `old` shows now, and let it go."""
        self._picture, self._deeper = old.grab(), deeper
        self.setGeometry(old.geometry())
        self._share = 0.0
        self.show()
        self.raise_()
        self._time.stop()
        self._time.start()

    def stop(self) -> None:
        """Nothing is left of it."""
        self._time.stop()
        self._picture = QPixmap()
        self.hide()

    def _on_time(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1.0 - self._share)
        grown = _NEARER * self._share if self._deeper else -_NEARER * self._share
        rect = QRectF(self.rect())
        wide, high = rect.width() * grown / 2, rect.height() * grown / 2
        painter.drawPixmap(
            rect.adjusted(-wide, -high, wide, high), self._picture, QRectF(self._picture.rect())
        )
        painter.end()
