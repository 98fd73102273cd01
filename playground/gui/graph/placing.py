"""Edits that also find a place: pure functions Document -> Document on top of `document.edits`."""

from __future__ import annotations

from collections.abc import Iterable

from playground.document import clipboard, edits, topology
from playground.document.change import changed, unused_id
from playground.document.composites.grouping import unused_port
from playground.document.model import PORT_IN, PORT_OUT, Document, Node, Note, Wire, port_name
from playground.gui.graph import fitting
from playground.gui.graph.kinds import is_key, kind_of, kind_of_key, ports_of, read_key

ASIDE = 32.0  # px a copy lies beside its original
_PORTS = {PORT_IN: "input", PORT_OUT: "output"}  # what their ids are made from
_NEAR = 60.0  # px from a wire that count as on it


def fresh(
    document: Document,
    key: str,
    params: dict | None,
    at: tuple[float, float],
    home: str = "",
) -> Node:
    """A new node of a block with an id nobody has; `home` is the path of the inside it goes to."""
    block, own = read_key(document, key)
    word = own.get("definition", _PORTS.get(key, key))
    if key in _PORTS:
        taken = {port_name(node) for node in document.nodes if node.block == key}
        name = unused_port(taken, "in" if key == PORT_IN else "out")
        own = {"port": name} if taken else {}
    return Node(
        id=fresh_path(document, word, home), block=block, params=own | (params or {}), at=at
    )


def fresh_path(document: Document, word: str, home: str) -> str:
    """An id nobody has, in an inside of a composite or in the network itself."""
    if not home:
        return edits.fresh_id(document, word)
    start = f"{home}."
    taken = {n.id.removeprefix(start) for n in document.nodes if n.id.startswith(start)}
    return start + unused_id(taken, word)


def connect(document: Document, wire: Wire) -> Document:
    """Draw a wire; at an input that takes one only, it replaces the wire that was there."""
    for old in fitting.join(document, wire):
        document = edits.disconnect(document, old)
    return edits.connect(document, wire)


def insert_after(document: Document, node: Node, before: str) -> Document:
    """Put a block behind another one: what the other fed is fed by the new block now."""
    document = edits.add_node(document, node)
    inputs, outputs = ports_of(document, node, "inputs"), ports_of(document, node, "outputs")
    if not inputs:
        return document
    port = source_port(document, before)
    for wire in topology.outgoing(document)[before] if outputs else ():
        moved = changed(wire, source=node.id, source_port=outputs[0].name)
        place = document.wires.index(wire)
        wires = (*document.wires[:place], moved, *document.wires[place + 1 :])
        document = changed(document, wires=wires)
    wire = Wire(source=before, source_port=port, target=node.id, target_port=inputs[0].name)
    document = edits.connect(document, wire)
    return _output_moves(document, before, node.id)


def insert_on_wire(document: Document, wire: Wire, node: Node) -> Document:
    """Put a block into a wire, by its first input and its first output."""
    inputs, outputs = ports_of(document, node, "inputs"), ports_of(document, node, "outputs")
    return edits.insert_on_wire(document, wire, node, inputs[0].name, outputs[0].name)


def lift_out(document: Document, ids: Iterable[str]) -> Document:
    """Take blocks out of their chain: they stay, without wires to others; the gap is closed."""
    gone = frozenset(ids)
    closed = edits.remove_and_reconnect(document, gone)
    inner = tuple(w for w in document.wires if {w.source, w.target} <= gone)
    models = {**document.train.models, **closed.train.models}
    document = changed(document, wires=(*closed.wires, *inner))
    return edits.set_train(document, models=models)


def gap_wires(document: Document, ids: Iterable[str]) -> tuple[Wire, ...]:
    """The wires that would close the gap when these blocks were taken out."""
    before = set(document.wires)
    return tuple(w for w in lift_out(document, ids).wires if w not in before)


def on_line(document: Document, wire: Wire, at: tuple[float, float]) -> tuple[float, float]:
    """A place near a straight wire, moved onto it: so the wire stays straight."""
    across = 0 if document.view.flow == "down" else 1  # the axis that the flow does not follow
    level = document.node(wire.source).at[across]
    if level != document.node(wire.target).at[across] or abs(at[across] - level) >= _NEAR:
        return at
    return (level, at[1]) if across == 0 else (at[0], level)


def just_behind(document: Document, id: str) -> tuple[float, float]:
    """The place of a block, a trifle along the flow: what lies there comes behind it."""
    x, y = document.node(id).at
    return (x, y + 1) if document.view.flow == "down" else (x + 1, y)


def can_sit_on_wire(document: Document, key: str) -> bool:
    """Whether a block has an input and an output, so that it can be put into a wire."""
    if not is_key(document, key):
        return False
    cls = kind_of_key(document, key)
    return bool(cls.inputs and cls.outputs)


def has_output(document: Document, id: str) -> bool:
    """Whether a block puts something out that another one could take."""
    cls = kind_of(document, document.node(id))
    return cls is not None and bool(cls.outputs)


def source_port(document: Document, id: str) -> str:
    """Name of a block's first output."""
    cls = kind_of(document, document.node(id))
    return cls.outputs[0].name if cls is not None and cls.outputs else "out"


def paste(
    document: Document, text: str, at: tuple[float, float], home: str = ""
) -> tuple[Document, tuple[str, ...]]:
    """Add a copied fragment with its middle at a place, a bit aside where it lies already."""
    pasted, ids = clipboard.paste_nodes(document, text, (0, 0), home)
    places = [pasted.node(id).at for id in ids] or [n.at for n in pasted.notes[-1:]]
    width, height = (max(place[axis] for place in places) for axis in (0, 1))
    corner = (at[0] - width / 2, at[1] - height / 2)
    taken = {node.at for node in document.nodes} | {note.at for note in document.notes}
    while True:
        pasted, ids = clipboard.paste_nodes(document, text, corner, home)
        notes = pasted.notes[len(document.notes) :]
        if taken.isdisjoint({pasted.node(id).at for id in ids} | {note.at for note in notes}):
            return pasted, ids
        corner = (corner[0] + ASIDE, corner[1] + ASIDE)


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


def _output_moves(document: Document, before: str, after: str) -> Document:
    """A model that ended at a block ends at the block that was put behind it."""
    models = {
        role: changed(spec, output=after) if spec.output == before else spec
        for role, spec in document.train.models.items()
    }
    return edits.set_train(document, models=models)
