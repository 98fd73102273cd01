"""Left press on a card or note: select it; dragging moves the selection, one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document
from playground.gui.graph import fitting, placing
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.wire import WireItem
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class Move(Gesture):
    """Cards follow the mouse; a single unconnected card dropped on a wire is inserted there."""

    def __init__(self, view: Stage, mouse: Mouse, hit: str) -> None:
        super().__init__(view, mouse)
        self._hit = hit
        self._was_selected = hit in view.context.selection.nodes
        self._moved = False
        self._wire: WireItem | None = None
        self._select(mouse)
        document = view.context.document.document
        self._from = {id: document.node(id).at for id in view.context.selection.nodes}
        notes = view.canvas.notes
        self._notes_from = {id: notes[id].note.at for id in view.canvas.selected_notes()}
        self._loose = self._loose_card(document)

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton:
            return None
        card = view.canvas.card_at(mouse.pos)
        return cls(view, mouse, card.facts.id) if card is not None else None

    def move(self, mouse: Mouse) -> None:
        far = (mouse.spot - self.first.spot).manhattanLength() >= QApplication.startDragDistance()
        if not self._moved and not far:
            return
        self._moved = True
        self.view.canvas.drag(self._places(mouse.pos))
        self._drag_notes(mouse.pos)
        self._mark(mouse.pos)

    def end(self, mouse: Mouse) -> None:
        if not self._moved:
            if self._was_selected:
                self._click(mouse)
            return
        wire = self._wire.wire if self._wire is not None else None
        self._unmark()
        places, notes = self._places(mouse.pos), self._note_places(mouse.pos)

        def edit(document: Document) -> Document:
            moved = edits.move_nodes(document, places)
            for id, at in notes.items():
                moved = placing.set_note(moved, id, at=at)
            if wire is None:
                return moved
            return placing.insert_on_wire(moved, wire, moved.node(self._hit))

        if wire is not None:
            text = tr("Insert {id}", id=self._hit)
        else:
            text = tr("Move {id}", id=self._hit) if len(places) == 1 else tr("Move blocks")
        if not self.view.context.document.push(text, edit):
            self._put_back()

    def cancel(self) -> None:
        self._unmark()
        self._put_back()

    def _put_back(self) -> None:
        self.view.canvas.settle(self._from)
        self._drag_notes(self.first.pos)

    def _select(self, mouse: Mouse) -> None:
        selection = self.view.context.selection
        if self._was_selected:
            return
        if not mouse.adds:
            self.view.canvas.select_notes(())
        selection.set((*selection.nodes, self._hit) if mouse.adds else (self._hit,))

    def _click(self, mouse: Mouse) -> None:
        """A click on a card that was selected: take it away with Shift, else keep only this one."""
        selection = self.view.context.selection
        if mouse.adds:
            selection.set([id for id in selection.nodes if id != self._hit], selection.wires)
        else:
            self.view.canvas.select_notes(())
            selection.set((self._hit,))

    def _note_places(self, pos: QPointF) -> dict[str, tuple[float, float]]:
        shift = pos - self.first.pos
        return {id: (x + shift.x(), y + shift.y()) for id, (x, y) in self._notes_from.items()}

    def _drag_notes(self, pos: QPointF) -> None:
        """Selected notes go along."""
        for id, place in self._note_places(pos).items():
            if id in self.view.canvas.notes:
                self.view.canvas.notes[id].setPos(*place)

    def _places(self, pos: QPointF) -> dict[str, tuple[float, float]]:
        """Where the cards go: the card under the mouse keeps to whole steps of 4 px."""
        shift, (x, y) = pos - self.first.pos, self._from[self._hit]
        dx = round((x + shift.x()) / 4) * 4 - x
        dy = round((y + shift.y()) / 4) * 4 - y
        return {id: (at[0] + dx, at[1] + dy) for id, at in self._from.items()}

    def _loose_card(self, document: Document) -> bool:
        """Whether one card is dragged that could be put into a wire."""
        node = document.node(self._hit)
        wired = any(self._hit in (w.source, w.target) for w in document.wires)
        return len(self._from) == 1 and not wired and placing.can_sit_on_wire(node.block)

    def _mark(self, pos: QPointF) -> None:
        item = self.view.canvas.wire_at(pos) if self._loose else None
        if item is not None and not _takes(self.view, item, self._hit):
            item = None
        if item is not self._wire:
            self._unmark()
            self._wire = item
            if item is not None:
                item.set_state(marked=True)

    def _unmark(self) -> None:
        if self._wire is not None:
            self._wire.set_state(marked=False)
            self._wire = None


def _takes(view: Stage, item: WireItem, id: str) -> bool:
    document = view.context.document
    key = document.document.node(id).block
    shape = document.report.shape(item.wire.source)
    return key in fitting.blocks_after(shape)
