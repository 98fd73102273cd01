"""A square in which one point is moved: with the pointer, or with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.gui.theme import Tokens
from playground.gui.truth import written
from playground.gui.widgets.colour_key import small_font

STEP, FINE = 0.1, 0.01  # of an arrow key, and with Shift
FOOT, SIDE = 16.0, 30.0  # px for the names of the axes and their ends
MARK = 5.0  # px, radius of the point

Point = tuple[float, float]
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class PointPad(QWidget):
    """Two numbers from -reach to reach, the first to the right and the second upwards.

    Rings lie at 1, 2, ... Arrow keys move the point by 0.1, with Shift by 0.01; Home puts it back
    into the middle.
    """

    moved = Signal(float, float)

    def __init__(self, reach: float = 3.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reach, self.point = reach, (0.0, 0.0)
        self.names = ("", "")  # of the axes
        self._ground = self._line = self._text = self._mark = self._lit = "#808080"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumSize(110, 110)

    def sizeHint(self) -> QSize:
        return QSize(220, 220)

    def retheme(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._ground, self._line, self._text = tokens.canvas, tokens.line, tokens.secondary
        self._mark, self._lit = tokens.ink, tokens.accent
        self.update()

    def name_axes(self, across: str, up: str) -> None:
        """Say what both numbers are."""
        self.names = (across, up)
        self._describe()
        self.update()

    def move_to(self, point: Point) -> None:
        """Put the point there, or as near as the square allows."""
        x, y = (min(max(round(v, 2), -self.reach), self.reach) for v in point)
        if (x, y) != self.point:
            self.point = (x, y)
            self._describe()
            self.update()
            self.moved.emit(x, y)

    def area(self) -> QRectF:
        """The square, in px."""
        side = max(min(self.width() - SIDE - 2, self.height() - FOOT - 2), 1.0)
        return QRectF(SIDE, 1, side, side)

    def place(self, point: Point) -> QPointF:
        """Where two numbers lie, in px."""
        area, (x, y) = self.area(), point
        share = (x / self.reach + 1) / 2, (1 - y / self.reach) / 2
        return QPointF(area.x() + share[0] * area.width(), area.y() + share[1] * area.height())

    def value_at(self, place: QPointF) -> Point:
        """The two numbers at a place in px."""
        area = self.area()
        x, y = (place.x() - area.x()) / area.width(), (place.y() - area.y()) / area.height()
        return (2 * x - 1) * self.reach, (1 - 2 * y) * self.reach

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.move_to(self.value_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.move_to(self.value_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = MOVES.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Home:
            self.move_to((0.0, 0.0))
        elif way is not None:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = FINE if fine else STEP
            self.move_to((self.point[0] + step * way[0], self.point[1] + step * way[1]))
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        told = ", ".join(
            f"{name} = {written(value)}"
            for name, value in zip(self.names, self.point, strict=True)
            if name
        )
        self.setAccessibleDescription(told)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, middle = self.area(), self.place((0.0, 0.0))
        painter.setPen(QPen(QColor(self._lit if self.hasFocus() else self._line), 1))
        painter.setBrush(QColor(self._ground))
        painter.drawRect(area)
        painter.setPen(QPen(QColor(self._line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom()))
        for ring in range(1, int(self.reach)):
            radius = ring / self.reach * area.width() / 2
            painter.drawEllipse(middle, radius, radius)
        self._write(painter, area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._mark))
        painter.drawEllipse(self.place(self.point), MARK, MARK)

    def _write(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(small_font(self))
        painter.setPen(QColor(self._text))
        low, high = (written(v, 0) for v in (-self.reach, self.reach))
        below = QRectF(area.left(), area.bottom(), area.width(), FOOT)
        beside = QRectF(0, area.top(), SIDE - 4, area.height())
        flag = Qt.AlignmentFlag
        for rect, where, words in (
            (below, flag.AlignLeft, low),
            (below, flag.AlignRight, high),
            (below, flag.AlignHCenter, self.names[0]),
        ):
            painter.drawText(rect, where | flag.AlignBottom, words)
        for where, words in (
            (flag.AlignTop, high),
            (flag.AlignBottom, low),
            (flag.AlignVCenter, self.names[1]),
        ):
            painter.drawText(beside, where | flag.AlignRight, words)
