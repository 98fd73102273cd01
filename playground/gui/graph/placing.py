"""Edits that also find a place: pure functions Document -> Document on top of `document.edits`."""

from __future__ import annotations

from collections.abc import Iterable

from playground.document import edits, topology
from playground.document.change import changed, unused_id
from playground.document.model import Document, Node, Note, Wire
from playground.gui.graph import fitting
from playground.registry import blocks

PITCH = 200.0  # px between the centres of two neighbours
_CROWDED = 150.0  # px; closer centres in one row overlap
_ROW = 110.0  # px; cards whose centres differ by less lie in one row


def fresh(document: Document, key: str, params: dict | None, at: tuple[float, float]) -> Node:
    """A new node of a block with an id nobody has."""
    return Node(id=edits.fresh_id(document, key), block=key, params=params or {}, at=at)


def connect(document: Document, wire: Wire) -> Document:
    """Draw a wire; at an input that takes one only, it replaces the wire that was there."""
    for old in fitting.join(document, wire):
        document = edits.disconnect(document, old)
    return edits.connect(document, wire)


def free_place(document: Document, at: tuple[float, float]) -> tuple[float, float]:
    """The place itself, or the first below it where no card lies."""
    x, y = at
    while any(abs(n.at[0] - x) < _CROWDED and abs(n.at[1] - y) < _ROW for n in document.nodes):
        y += _ROW + 30
    return (x, y)


def insert_after(document: Document, node: Node, before: str) -> Document:
    """Put a block behind another one: what the other fed is fed by the new block now."""
    source = document.node(before)
    cls = blocks.get(node.block)
    if not cls.inputs:
        return edits.add_node(document, _at(node, free_place(document, node.at)))
    node = _at(node, (source.at[0] + PITCH, source.at[1]))
    leaving = topology.outgoing(document)[before] if cls.outputs else ()
    document = edits.add_node(document, node)
    port = source_port(document, before)
    for wire in leaving:
        moved = changed(wire, source=node.id, source_port=cls.outputs[0].name)
        place = document.wires.index(wire)
        wires = (*document.wires[:place], moved, *document.wires[place + 1 :])
        document = changed(document, wires=wires)
    wire = Wire(source=before, source_port=port, target=node.id, target_port=cls.inputs[0].name)
    document = edits.connect(document, wire)
    document = _output_moves(document, before, node.id)
    return make_room(document, node.id)


def insert_on_wire(document: Document, wire: Wire, node: Node) -> Document:
    """Put a block into a wire, and move what follows aside."""
    cls = blocks.get(node.block)
    document = edits.insert_on_wire(document, wire, node, cls.inputs[0].name, cls.outputs[0].name)
    return make_room(document, node.id)


def make_room(document: Document, id: str) -> Document:
    """Push everything that depends on a block to the right until it does not lie on it."""
    node = document.node(id)
    after = topology.descendants(document, id) - {id}
    row = [
        document.node(other)
        for other in after
        if abs(document.node(other).at[1] - node.at[1]) < _ROW
    ]
    nearest = min((n.at[0] for n in row), default=node.at[0] + PITCH)
    push = node.at[0] + PITCH - nearest
    if push <= PITCH - _CROWDED:
        return document
    places = {n.id: (n.at[0] + push, n.at[1]) for n in document.nodes if n.id in after}
    return edits.move_nodes(document, places)


def can_sit_on_wire(key: str) -> bool:
    """Whether a block has an input and an output, so that it can be put into a wire."""
    return key in blocks and bool(blocks.get(key).inputs and blocks.get(key).outputs)


def source_port(document: Document, id: str) -> str:
    """Name of a block's first output."""
    key = document.node(id).block
    return blocks.get(key).outputs[0].name if key in blocks and blocks.get(key).outputs else "out"


def add_note(document: Document, at: tuple[float, float], text: str) -> Document:
    """Put a note on the canvas."""
    name = unused_id({note.id for note in document.notes}, "note")
    return changed(document, notes=(*document.notes, Note(id=name, text=text, at=at)))


def set_note(document: Document, id: str, **fields: object) -> Document:
    """Change text, place or size of a note."""
    notes = tuple(changed(n, **fields) if n.id == id else n for n in document.notes)
    return changed(document, notes=notes)


def remove_notes(document: Document, ids: Iterable[str]) -> Document:
    """Delete notes."""
    gone = set(ids)
    return changed(document, notes=tuple(n for n in document.notes if n.id not in gone))


def _at(node: Node, at: tuple[float, float]) -> Node:
    return changed(node, at=at)


def _output_moves(document: Document, before: str, after: str) -> Document:
    """A model that ended at a block ends at the block that was put behind it."""
    models = {
        role: changed(spec, output=after) if spec.output == before else spec
        for role, spec in document.train.models.items()
    }
    return edits.set_train(document, models=models)
