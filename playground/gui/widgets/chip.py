"""A small button with a coloured bar at its left that can be dragged somewhere."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget


class Chip(QPushButton):
    """Click it or drag it; a drag carries `payload` as `mime_type`."""

    def __init__(
        self, hue: str, mime_type: str, payload: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hue, self.mime_type, self.payload = hue, mime_type, payload
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName("chip")
        self._pressed_at = None

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 15, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed_at = None
            self.setDown(False)
            self._drag()

    def mime(self) -> QMimeData:
        """What a drag of this chip carries."""
        data = QMimeData()
        data.setData(self.mime_type, self.payload.encode())
        return data

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.mime())
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)

    def paintEvent(self, _event: QPaintEvent) -> None:
        role, palette = QPalette.ColorRole, self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        edge = palette.color(role.Highlight if self.hasFocus() else role.Mid)
        painter.setPen(QPen(edge, 1.0))
        lit = self.underMouse() or self.isDown()
        painter.setBrush(palette.color(role.AlternateBase if lit else role.Base))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.hue))
        painter.drawRoundedRect(QRectF(0, 1, 3, self.height() - 2), 1.5, 1.5)
        painter.setPen(palette.color(role.ButtonText))
        room = self.rect().adjusted(9, 0, -2, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
