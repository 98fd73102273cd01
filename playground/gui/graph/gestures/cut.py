"""Right drag: a line that cuts the wires it crosses. A right click asks for the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.wire import WireItem
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class Cut(Gesture):
    """Marks the wires it crosses, and deletes them in one undo step."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: Stage, mouse: Mouse) -> None:
        super().__init__(view, mouse)
        self._line = QPainterPath(mouse.pos)
        self._crossed: list[WireItem] = []

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        return cls(view, mouse) if mouse.button == Qt.MouseButton.RightButton else None

    def move(self, mouse: Mouse) -> None:
        piece = QPainterPath(self._line.currentPosition())
        piece.lineTo(mouse.pos)
        for item in self.view.canvas.items(piece):
            if isinstance(item, WireItem) and item not in self._crossed:
                item.set_state(marked=True)
                self._crossed.append(item)
        self._line.lineTo(mouse.pos)
        self.view.redraw(self._line.boundingRect())

    def end(self, mouse: Mouse) -> None:
        wires = [item.wire for item in self._crossed]
        self.cancel()
        if (mouse.spot - self.first.spot).manhattanLength() < QApplication.startDragDistance():
            self.view.ask_menu(mouse)  # a click
            return

        def edit(document: Document) -> Document:
            for wire in wires:
                document = edits.disconnect(document, wire)
            return document

        if wires:
            text = tr("Cut a wire") if len(wires) == 1 else tr("Cut {n} wires", n=len(wires))
            self.view.context.document.push(text, edit)

    def cancel(self) -> None:
        for item in self._crossed:
            item.set_state(marked=False)
        self.view.redraw(self._line.boundingRect())

    def paint(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.view.context.theme.tokens.bad), 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._line)
