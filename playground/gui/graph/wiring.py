"""Draw and cut wires from the keyboard alone: choose among the wires that are possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from playground.blocks.base import Port
from playground.check.report import Report
from playground.document import edits
from playground.document.model import Document, Wire
from playground.gui.graph import fitting
from playground.gui.graph.kinds import ports_of
from playground.gui.widgets.choice_popup import ChoicePopup
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView


def possible(document: Document, report: Report, node: str) -> list[Wire]:
    """The wires from or to a block that may be drawn: to open inputs first, then the nearest."""
    found = [
        wire
        for forward in (True, False)
        for wire in _every(
            document, node, forward, fitting.Fitting(document, report, node, forward)
        )
    ]
    return sorted(found, key=lambda wire: _rank(document, wire))


def words(document: Document, wire: Wire) -> str:
    """A wire in words: its two blocks, their ports where a block has several, what it replaces."""
    source = _end(document, wire.source, wire.source_port, "outputs")
    target = _end(document, wire.target, wire.target_port, "inputs")
    gone = ", ".join(old.source for old in fitting.join(document, wire) if old != wire)
    if gone:
        return tr("{source} → {target}, replaces {old}", source=source, target=target, old=gone)
    return tr("{source} → {target}", source=source, target=target)


def open_connect(view: GraphView) -> None:
    """Offer the wires that the block selected last can get."""
    model, node = view.context.document, view.context.selection.node
    if not node:
        view.context.notices.post(tr("Select a block first, with Ctrl and the arrow keys."))
        return

    wires = possible(model.document, model.report, node)
    if not wires:
        view.context.notices.post(tr("There is no port that {id} can be connected to.", id=node))
        return
    offer_wires(view, tr("Connect {id}", id=node), wires).chosen.connect(view.editor.connect)


def open_disconnect(view: GraphView) -> None:
    """Offer the wires of the block selected last, to cut one."""
    model, node = view.context.document, view.context.selection.node
    wires = [wire for wire in model.document.wires if node in (wire.source, wire.target)]
    if not wires:
        view.context.notices.post(tr("The selected block has no wires."))
        return

    def cut(wire: Wire) -> None:
        text = tr("Disconnect {id}", id=wire.target)
        model.push(text, lambda document: edits.disconnect(document, wire))

    offer_wires(view, tr("Cut a wire of {id}", id=node), wires).chosen.connect(cut)


def offer_wires(view: GraphView, title: str, wires: Sequence[Wire]) -> ChoicePopup:
    """Let the user choose one of some wires, below the block selected last."""
    document = view.context.document.document
    popup = ChoicePopup(title, [(words(document, wire), wire) for wire in wires], view)
    card = view.canvas.cards[view.context.selection.node]
    corner = view.mapFromScene(card.scene_card().bottomLeft())
    inside = view.viewport().rect()
    place = QPoint(
        min(max(corner.x(), inside.left()), inside.right()),
        min(max(corner.y(), inside.top()), inside.bottom()),
    )
    popup.open_at(view.viewport().mapToGlobal(place))
    return popup


def _every(document: Document, node: str, forward: bool, fit: fitting.Fitting) -> Iterator[Wire]:
    mine = _ports(document, node, "outputs" if forward else "inputs")
    for other in document.nodes:
        if other.id == node:
            continue
        for theirs in _ports(document, other.id, "inputs" if forward else "outputs"):
            for port in mine:
                ends = [(node, port.name), (other.id, theirs.name)]
                (source, out), (target, into) = ends if forward else reversed(ends)
                wire = Wire(source=source, source_port=out, target=target, target_port=into)
                if not fit.refusal(wire):
                    yield wire


def _rank(document: Document, wire: Wire) -> tuple[bool, float]:
    (x, y), (to_x, to_y) = document.node(wire.source).at, document.node(wire.target).at
    return bool(fitting.join(document, wire)), abs(x - to_x) + abs(y - to_y)


def _ports(document: Document, node: str, side: str) -> tuple[Port, ...]:
    return ports_of(document, document.node(node), side)


def _end(document: Document, node: str, port: str, side: str) -> str:
    return node if len(_ports(document, node, side)) < 2 else f"{node}.{port}"
