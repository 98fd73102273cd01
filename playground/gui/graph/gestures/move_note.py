"""Left press on a note: select it; dragging moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from playground.gui.graph import placing
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.gestures.guides import Guides
from playground.gui.graph.note import NoteItem
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class MoveNote(Gesture):
    """One note follows the mouse and snaps to what lies near."""

    def __init__(self, view: Stage, mouse: Mouse, item: NoteItem) -> None:
        super().__init__(view, mouse)
        self._item = item
        self._moved = False
        if not mouse.adds:
            view.context.selection.set()
        view.canvas.select_notes((item.note.id,))
        rect = item.rect().translated(item.pos())
        self._guides = Guides(view, rect, rect.topLeft(), notes=(item.note.id,))

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton:
            return None
        item = view.canvas.note_at(mouse.pos)
        return cls(view, mouse, item) if item is not None else None

    def move(self, mouse: Mouse) -> None:
        far = (mouse.spot - self.first.spot).manhattanLength() >= QApplication.startDragDistance()
        if self._moved or far:
            self._moved = True
            self._item.setPos(*self._place(mouse))

    def end(self, mouse: Mouse) -> None:
        if self._moved:
            id, at = self._item.note.id, self._place(mouse)
            self._guides.clear()
            self.view.context.document.push(
                tr("Move note"), lambda document: placing.set_note(document, id, at=at)
            )

    def cancel(self) -> None:
        self._guides.clear()
        self._item.setPos(*self._item.note.at)

    def _place(self, mouse: Mouse) -> tuple[float, float]:
        dx, dy = self._guides.shift(mouse, self.first.pos)
        return (self._item.note.at[0] + dx, self._item.note.at[1] + dy)

    def paint(self, painter: QPainter) -> None:
        self._guides.paint(painter)
