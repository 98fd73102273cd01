"""Over the canvas, at the lower right: the whole graph in small, and which part of it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from playground.gui.graph import far
from playground.gui.graph.style import hue, mix
from playground.gui.theme import FIELD_RADIUS

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_SIZE = QSize(112, 60)
_MARGIN = 6.0


class Minimap(QWidget):
    """A click or a drag moves the view there."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view = view
        self._taken = QRect()  # by an open block
        self.resize(_SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.looked.connect(self.refresh)
        view.canvas.reshaped.connect(self.refresh)
        view.context.theme.changed.connect(self.update)

    def make_room(self, taken: QRect) -> None:
        """Something lies over this part of the view: it is not covered."""
        self._taken = taken
        self.refresh()

    def refresh(self) -> None:
        """Draw again; hide over an open block, and over a card although everything is seen."""
        canvas, whole = self.view.canvas, self.view.canvas.contents()
        if self._taken.intersects(self.geometry()):
            self.hide()
        elif not whole.isEmpty() and self.view.seen().contains(whole):
            under = self.view.mapToScene(self.geometry()).boundingRect()
            covers = any(c.scene_card().intersects(under) for c in canvas.cards.values())
            self.setVisible(not covers)
        else:
            self.setVisible(not whole.isEmpty())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.view.context.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.panel))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, FIELD_RADIUS, FIELD_RADIUS)
        painter.setClipRect(frame.adjusted(2, 2, -2, -2))
        painter.setTransform(self._map())
        painter.setPen(Qt.PenStyle.NoPen)
        for (family, _tint, bad), rects in far.tiles(self.view.canvas.cards.values()).items():
            mild = mix(tokens.panel, hue(tokens, family).solid.name(), 0.35)
            painter.setBrush(QColor(tokens.bad) if bad else mild)
            painter.drawRects(rects)
        pen = QPen(QColor(tokens.accent), 1.2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.view.seen())
        painter.end()

    def _map(self) -> QTransform:
        """From the scene to this widget."""
        whole = self.view.canvas.contents().united(self.view.seen())
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / max(whole.width(), 1), room.height() / max(whole.height(), 1))
        centre = whole.center()
        return (
            QTransform()
            .translate(room.center().x(), room.center().y())
            .scale(scale, scale)
            .translate(-centre.x(), -centre.y())
        )

    def _look(self, event: QMouseEvent) -> None:
        back, invertible = self._map().inverted()
        if invertible:
            self.view.look_at(back.map(QPointF(event.position())))
