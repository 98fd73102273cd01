"""What the mouse does with notes, frames, loose blocks and the view, from the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from playground.document.model import Document, Wire
from playground.gui.graph import placing
from playground.gui.graph.kinds import key_of
from playground.gui.graph.note import MIN_SIZE
from playground.gui.graph.wiring import offer_wires
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_PAN = 0.25  # of what is seen


def nudge(view: GraphView, dx: float, dy: float) -> None:
    """Move the selected blocks, notes and frames; held arrow keys are one undo step."""
    canvas, selection = view.canvas, view.context.selection
    frames = canvas.frames.selected()
    nodes = dict.fromkeys([*selection.nodes, *canvas.frames.members(frames)])
    notes = dict.fromkeys([*canvas.selected_notes(), *canvas.frames.notes_in(frames)])
    if nodes or notes:
        view.editor.nudge(dx, dy, tuple(nodes), tuple(notes))
    else:
        view.select_next(0)  # something to move next time


def write(view: GraphView) -> None:
    """Write the selected note, or the title of the frame that is meant."""
    notes = view.canvas.selected_notes()
    if notes:
        view.edit_note(notes[-1])
    else:
        view.rename_frame()


def resize_note(view: GraphView, dx: float, dy: float) -> None:
    """Make the selected notes wider or higher; held keys are one undo step."""
    items = {id: view.canvas.notes[id] for id in view.canvas.selected_notes()}

    def edit(document: Document) -> Document:
        for id, item in items.items():
            width, height = item.rect().width() + dx, item.rect().height() + dy
            size = (
                max(MIN_SIZE[0], width) if dx else item.note.size[0],
                max(MIN_SIZE[1], height) if dy else item.note.size[1],
            )
            document = placing.set_note(document, id, size=size)
        return document

    if items:
        merge = f"resize {sorted(items)}"
        view.context.document.push(tr("Resize note"), edit, merge=merge)


def open_put_into_wire(view: GraphView) -> None:
    """Offer the wires that can take the selected block, nearest first."""
    document, id = view.context.document.document, view.context.selection.node
    if not id:
        view.context.notices.post(tr("Select a block first, with Ctrl and the arrow keys."))
        return
    key = key_of(document.node(id))
    wires = [
        wire
        for wire in document.wires
        if id not in (wire.source, wire.target) and view.editor.takes(key, wire)
    ]
    if not wires:
        view.context.notices.post(tr("There is no wire that can take {id}.", id=id))
        return
    x, y = document.node(id).at

    def middle(wire: Wire) -> tuple[float, float]:
        (a, b), (c, d) = document.node(wire.source).at, document.node(wire.target).at
        return (a + c) / 2, (b + d) / 2

    def distance(wire: Wire) -> float:
        u, v = middle(wire)
        return abs(u - x) + abs(v - y)

    title = tr("Put {id} into a wire", id=id)
    popup = offer_wires(view, title, sorted(wires, key=distance))
    popup.chosen.connect(lambda wire: view.editor.put_on_wire(id, wire, middle(wire)))


def pan(view: GraphView, dx: int, dy: int) -> None:
    """Shift what is seen by a quarter, to the right and down."""
    room = view.viewport().rect()
    view.scroll_by(QPointF(dx * room.width() * _PAN, dy * room.height() * _PAN))
