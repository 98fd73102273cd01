"""Edits that switch the features of a network on and off: x₁², sin x₁ and their like.

A Features block stands behind the Input block; it is put there when it is first needed. Which
features there are is a matter of the block (`blocks/features.py`).
"""

from __future__ import annotations

from playground.document import edits
from playground.document.model import Document, Node, Wire

FEATURES_BLOCK = "features"
ROOM = 220.0  # px that the blocks behind move on


def features_node(doc: Document) -> Node | None:
    """The block that makes the features of the network, None while it gets plain coordinates."""
    return next((node for node in doc.nodes if node.block == FEATURES_BLOCK), None)


def set_feature(doc: Document, name: str, on: bool) -> Document:
    """Switch one feature on or off; nothing where the document has no Input block."""
    made = doc if features_node(doc) is not None else add_features(doc)
    node = features_node(made)
    return doc if node is None else edits.set_param(made, node.id, name, on)


def add_features(doc: Document) -> Document:
    """Put a Features block between the Input block and all that it leads to."""
    source = next((node for node in doc.nodes if node.block == "input"), None)
    if source is None or features_node(doc) is not None:
        return doc
    id = next(f"features{n}" for n in ["", *range(2, len(doc.nodes) + 3)] if _free(doc, n))
    across = doc.view.flow == "right"
    start = source.at[0 if across else 1]
    step = (ROOM, 0.0) if across else (0.0, ROOM)
    places = {
        node.id: (node.at[0] + step[0], node.at[1] + step[1])
        for node in doc.nodes
        if node.at[0 if across else 1] > start
    }
    moved = edits.move_nodes(doc, places)
    at = (source.at[0] + step[0], source.at[1] + step[1])
    wires = [
        wire.with_(source=id, source_port="out") if wire.source == source.id else wire
        for wire in moved.wires
    ]
    feed = Wire(source=source.id, target=id)
    place = moved.nodes.index(moved.by_id[source.id]) + 1
    node = Node(id=id, block=FEATURES_BLOCK, at=at)
    nodes = (*moved.nodes[:place], node, *moved.nodes[place:])
    return moved.with_(nodes=nodes, wires=(feed, *wires))


def _free(doc: Document, number: int | str) -> bool:
    return f"features{number}" not in doc.by_id
