"""A square to draw on with mouse, pen or finger."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

Point = tuple[float, float]


class InkPad(QWidget):
    """Keeps the strokes as lines through points of a square of side 1; y goes down.

    Backspace takes the last stroke away, Delete all of them. Touch arrives as Qt's own mouse
    events.
    """

    changed = Signal()

    def __init__(self, pen: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strokes: list[list[Point]] = []
        self.ink, self.ground, self.line = "#ffffff", "#000000", "#808080"  # until there is a theme
        self.hint = ""  # what an empty pad says
        self._pen, self._drawing = pen, False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumSize(72, 72)

    def sizeHint(self) -> QSize:
        return QSize(150, 150)

    def set_colours(self, ink: str, ground: str, line: str) -> None:
        """Draw with these from now on."""
        self.ink, self.ground, self.line = ink, ground, line
        self.update()

    def clear(self) -> None:
        """Take all strokes away."""
        if self.strokes:
            self.strokes = []
            self._changed()

    def take_back(self) -> None:
        """Take the last stroke away."""
        if self.strokes:
            self.strokes = self.strokes[:-1]
            self._changed()

    def area(self) -> QRectF:
        """The largest square, at the top: level with what stands beside it."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, 1, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawing = True
            self.strokes = [*self.strokes, [self._at(event.position())]]
            self._changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing:
            at, last = self._at(event.position()), self.strokes[-1][-1]
            if abs(at[0] - last[0]) + abs(at[1] - last[1]) > 0.005:
                self.strokes[-1].append(at)
                self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area()
        painter.setPen(QPen(QColor(self.line), 1))
        painter.setBrush(QColor(self.ground))
        painter.drawRoundedRect(area, 4, 4)
        if not self.strokes:
            painter.setPen(QColor(self.line))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(8, 8, -8, -8), flags, self.hint)
            return
        painter.setClipRect(area.adjusted(1, 1, -1, -1))
        pen = QPen(QColor(self.ink), 2 * self._pen * area.width())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self.strokes:
            points = [self._place(point) for point in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
                continue
            path = QPainterPath(points[0])
            for point in points[1:]:
                path.lineTo(point)
            painter.drawPath(path)

    def _at(self, place: QPointF) -> Point:
        area = self.area()
        x = (place.x() - area.left()) / area.width()
        y = (place.y() - area.top()) / area.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def _place(self, point: Point) -> QPointF:
        area = self.area()
        return QPointF(area.left() + point[0] * area.width(), area.top() + point[1] * area.height())

    def _changed(self) -> None:
        self.update()
        self.changed.emit()
