"""A small picture of a document's graph, drawn from the document itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from playground.document.model import Document
from playground.gui.theme import family_colour
from playground.registry import blocks

CARD = (150.0, 110.0)  # size of a card on the canvas, roughly: the picture is small


class Miniature(QWidget):
    """Cards as coloured tiles, wires as curves."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.setFixedHeight(94)

    def sizeHint(self) -> QSize:
        return QSize(200, 94)

    def paintEvent(self, _event: QPaintEvent) -> None:
        nodes = self.document.nodes
        if not nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(14, 14, -14, -14)
        xs, ys = [n.at[0] for n in nodes], [n.at[1] for n in nodes]
        width = max(xs) - min(xs) + CARD[0]
        height = max(ys) - min(ys) + CARD[1]
        scale = min(area.width() / width, area.height() / height, 0.3)
        origin = area.center() - QPointF(width, height) * scale / 2
        places = {
            n.id: QRectF(
                origin.x() + (n.at[0] - min(xs)) * scale,
                origin.y() + (n.at[1] - min(ys)) * scale,
                CARD[0] * scale,
                CARD[1] * scale,
            )
            for n in nodes
        }
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1.5))
        for wire in self.document.wires:
            self._wire(painter, places[wire.source], places[wire.target])
        for node in nodes:
            self._card(painter, node.block, places[node.id])

    def _wire(self, painter: QPainter, source: QRectF, target: QRectF) -> None:
        a = QPointF(source.right(), source.center().y())
        b = QPointF(target.left(), target.center().y())
        bend = max(abs(b.x() - a.x()) / 2, 6)
        path = QPainterPath(a)
        path.cubicTo(a + QPointF(bend, 0), b - QPointF(bend, 0), b)
        painter.drawPath(path)

    def _card(self, painter: QPainter, block: str, place: QRectF) -> None:
        hue = QColor(family_colour(blocks.get(block).group if block in blocks else ""))
        painter.save()
        painter.setPen(QPen(hue, 1.2))
        soft = QColor(hue)
        soft.setAlphaF(0.16)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(place, 3, 3)
        painter.setBrush(soft)
        painter.drawRoundedRect(place, 3, 3)
        painter.restore()
