"""A plot of the plane on which the pointer draws."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from playground.gui.widgets.plot import Plot


class PointPlot(Plot):
    """Says in units of its axes where the pointer is, and where it presses.

    While `drawing` is off, presses are nobody's.
    """

    pressed = Signal(float, float)
    moved = Signal(float, float, bool)  # where, and whether the button is down
    released = Signal()
    left = Signal()  # the pointer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = False
        self._down = False
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def set_drawing(self, on: bool) -> None:
        """Whether the pointer draws."""
        self.drawing = on
        cursor = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cursor)

    def at(self, place: QPointF) -> tuple[float, float]:
        """The point of the plane at a place of the widget."""
        found = self.getViewBox().mapSceneToView(self.mapToScene(place.toPoint()))
        return float(found.x()), float(found.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.drawing and event.button() == Qt.MouseButton.LeftButton:
            self._down = True
            self.pressed.emit(*self.at(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drawing:
            self.moved.emit(*self.at(event.position()), self._down)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._down and event.button() == Qt.MouseButton.LeftButton:
            self._down = False
            self.released.emit()
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()
