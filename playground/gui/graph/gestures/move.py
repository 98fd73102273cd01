"""Left press on a card: select it; dragging moves the selection, one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document
from playground.gui.graph import placing
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.gestures.guides import Guides
from playground.gui.graph.gestures.lift import Lift
from playground.gui.graph.kinds import key_of
from playground.gui.graph.wire import WireItem
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class Move(Gesture):
    """Cards follow the mouse and snap to others; a single loose card can be dropped on a wire.

    Pressed with Alt, the cards leave their chain and the gap is closed. Alt that is held later
    keeps them from snapping.
    """

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
        lifted = bool(mouse.modifiers & Qt.KeyboardModifier.AltModifier)
        self._lift = Lift(view, self._from) if lifted else None
        card = view.canvas.cards[hit]
        self._guides = Guides(view, card.scene_card(), card.pos(), self._from, self._notes_from)
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
        if not self._moved and self._lift is not None:
            self._lift.show()
        self._moved = True
        dx, dy = self._guides.shift(mouse, self.first.pos)
        self.view.canvas.drag(_shifted(self._from, dx, dy))
        self._drag_notes(dx, dy)
        self._mark(mouse.pos)

    def end(self, mouse: Mouse) -> None:
        if not self._moved:
            if self._was_selected:
                self._click(mouse)
            return
        dx, dy = self._guides.shift(mouse, self.first.pos)
        wire = self._wire.wire if self._wire is not None else None
        self._clear()
        places = _shifted(self._from, dx, dy)
        if wire is not None:
            done = self.view.editor.put_on_wire(self._hit, wire, places[self._hit])
        else:
            done = self._push(places, _shifted(self._notes_from, dx, dy))
        if not done:
            self._put_back()

    def cancel(self) -> None:
        self._clear()
        self._put_back()

    def paint(self, painter: QPainter) -> None:
        self._guides.paint(painter)
        if self._lift is not None and self._moved:
            self._lift.paint(painter)

    def _push(
        self, places: dict[str, tuple[float, float]], notes: dict[str, tuple[float, float]]
    ) -> bool:
        lifted = self._lift is not None

        def edit(document: Document) -> Document:
            document = placing.lift_out(document, places) if lifted else document
            document = edits.move_nodes(document, places)
            for id, at in notes.items():
                document = placing.set_note(document, id, at=at)
            return document

        text = tr("Move {id}", id=self._hit) if len(places) == 1 else tr("Move blocks")
        text = tr("Take out of the chain") if lifted else text
        return self.view.context.document.push(text, edit)

    def _clear(self) -> None:
        self._unmark()
        self._guides.clear()
        if self._lift is not None:
            self._lift.hide()

    def _put_back(self) -> None:
        self.view.canvas.settle(self._from)
        self._drag_notes(0, 0)

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

    def _drag_notes(self, dx: float, dy: float) -> None:
        """Selected notes go along."""
        for id, place in _shifted(self._notes_from, dx, dy).items():
            if id in self.view.canvas.notes:
                self.view.canvas.notes[id].setPos(*place)

    def _loose_card(self, document: Document) -> bool:
        """Whether one card is dragged that could be put into a wire."""
        node = document.node(self._hit)
        wired = any(self._hit in (w.source, w.target) for w in document.wires)
        free = not wired or self._lift is not None
        return len(self._from) == 1 and free and placing.can_sit_on_wire(document, key_of(node))

    def _mark(self, pos: QPointF) -> None:
        item = self._wire_under(pos) if self._loose else None
        if item is not self._wire:
            self._unmark()
            self._wire = item
            if item is not None:
                item.set_state(marked=True)

    def _wire_under(self, pos: QPointF) -> WireItem | None:
        """The wire that would take the card: under the mouse, or under the middle of the card."""
        card = self.view.canvas.cards[self._hit].scene_card()
        core = QRectF(0, 0, card.width() / 2, 16)
        core.moveCenter(card.center())
        block = key_of(self.view.context.document.document.node(self._hit))
        for item in (self.view.canvas.wire_at(pos), *self.view.canvas.wires_in(core)):
            if item is None or self._hit in (item.wire.source, item.wire.target):
                continue
            if self.view.editor.takes(block, item.wire):
                return item
        return None

    def _unmark(self) -> None:
        if self._wire is not None:
            self._wire.set_state(marked=False)
            self._wire = None


def _shifted(
    places: dict[str, tuple[float, float]], dx: float, dy: float
) -> dict[str, tuple[float, float]]:
    return {id: (x + dx, y + dy) for id, (x, y) in places.items()}
