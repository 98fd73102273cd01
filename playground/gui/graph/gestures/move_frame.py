"""Left press on the title bar of a frame: select it; dragging moves everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document
from playground.gui.graph import placing
from playground.gui.graph.frame import FrameItem
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.gestures.guides import Guides
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class MoveFrame(Gesture):
    """The blocks of a frame and the notes that lie in it follow the mouse, one undo step."""

    def __init__(self, view: Stage, mouse: Mouse, item: FrameItem) -> None:
        super().__init__(view, mouse)
        self._moved = False
        canvas = view.canvas
        before = canvas.frames.selected() if mouse.adds else ()
        if not mouse.adds:
            view.context.selection.set()
            canvas.select_notes(())
        chosen = (*before, item.group.id)
        self._composite = item.opened if len(chosen) == 1 else ""
        canvas.frames.select(chosen)
        document = view.context.document.document
        self._from = {id: document.node(id).at for id in canvas.frames.members(chosen)}
        notes = canvas.frames.notes_in(chosen)
        self._notes_from = {id: canvas.notes[id].note.at for id in notes}
        first = canvas.cards[item.group.nodes[0]].pos()
        self._guides = Guides(view, item.rect(), first, self._from, self._notes_from, chosen)

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton:
            return None
        item = view.canvas.frame_at(mouse.pos)
        return cls(view, mouse, item) if item is not None else None

    def move(self, mouse: Mouse) -> None:
        far = (mouse.spot - self.first.spot).manhattanLength() >= QApplication.startDragDistance()
        if self._moved or far:
            self._moved = True
            self._show(*self._guides.shift(mouse, self.first.pos))

    def end(self, mouse: Mouse) -> None:
        if not self._moved:
            return
        dx, dy = self._guides.shift(mouse, self.first.pos)
        self._guides.clear()
        if self._composite:  # the instance moves, what is inside keeps its places
            if not self.view.move_composite(self._composite, dx, dy):
                self.cancel()
            return
        places, notes = _shifted(self._from, dx, dy), _shifted(self._notes_from, dx, dy)

        def edit(document: Document) -> Document:
            document = edits.move_nodes(document, places)
            for id, at in notes.items():
                document = placing.set_note(document, id, at=at)
            return document

        if not self.view.context.document.push(tr("Move frame"), edit):
            self.cancel()

    def cancel(self) -> None:
        self._guides.clear()
        self._show(0, 0)

    def paint(self, painter: QPainter) -> None:
        self._guides.paint(painter)

    def _show(self, dx: float, dy: float) -> None:
        canvas = self.view.canvas
        canvas.drag(_shifted(self._from, dx, dy))
        for id, at in _shifted(self._notes_from, dx, dy).items():
            if id in canvas.notes:
                canvas.notes[id].setPos(*at)


def _shifted(
    places: dict[str, tuple[float, float]], dx: float, dy: float
) -> dict[str, tuple[float, float]]:
    return {id: (x + dx, y + dy) for id, (x, y) in places.items()}
