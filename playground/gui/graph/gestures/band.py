"""Left drag on empty canvas: a rubber band selects what it touches; a click selects nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.graph.gestures.base import Gesture, Mouse

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class Band(Gesture):
    """Selects while it is drawn, so that the result is seen before the release."""

    def __init__(self, view: Stage, mouse: Mouse) -> None:
        super().__init__(view, mouse)
        selection = view.context.selection
        self._before = (selection.nodes, selection.wires)
        self._kept = selection.nodes if mouse.adds else ()
        self._rect = QRectF(mouse.pos, mouse.pos)
        if not mouse.adds:
            view.canvas.select_notes(())
            selection.set()

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        return cls(view, mouse) if mouse.button == Qt.MouseButton.LeftButton else None

    def move(self, mouse: Mouse) -> None:
        old = self._rect
        self._rect = QRectF(self.first.pos, mouse.pos).normalized()
        self.view.redraw(old.united(self._rect))
        cards = self.view.canvas.cards.items()
        touched = [id for id, card in cards if card.scene_card().intersects(self._rect)]
        self.view.context.selection.set((*self._kept, *touched))
        notes = self.view.canvas.notes.items()  # frames are selected by their title bars alone
        self.view.canvas.select_notes(
            id for id, n in notes if n.rect().translated(n.pos()).intersects(self._rect)
        )

    def end(self, mouse: Mouse) -> None:
        self.view.redraw(self._rect)

    def cancel(self) -> None:
        self.view.context.selection.set(*self._before)
        self.view.context.selection.keep(self.view.context.document.document)
        self.view.redraw(self._rect)

    def paint(self, painter: QPainter) -> None:
        accent = QColor(self.view.context.theme.tokens.accent)
        painter.setPen(_cosmetic(accent))
        accent.setAlpha(28)
        painter.setBrush(accent)
        painter.drawRect(self._rect)


def _cosmetic(colour: QColor) -> QPen:
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    return pen
