"""What the picture of a network lets a user change about its layers: pure edits of the document."""

from __future__ import annotations

from collections.abc import Sequence

from playground.check.fixes import Layer, became, insert_after
from playground.document import edits
from playground.document.change import get_node
from playground.document.model import Document
from playground.explain.activation import FUNCTIONS
from playground.gui.lenses._neuron_columns import Column

NORMS = ("batch_norm1d", "layer_norm")
DROPOUT = "dropout"
UNITS, ACTIVATION = 4, "relu"  # of the first hidden layer of a network that has none


def hidden(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns between the inputs and the output."""
    return tuple(columns[1:-1])


def is_open(document: Document, column: Column) -> bool:
    """Whether its blocks lie on the canvas itself: what is inside of a composite it shares."""
    return all(id in document.by_id for id in column.blocks or (column.node,))


def activation_of(document: Document, column: Column) -> str:
    """Key of its activation; "" for none."""
    node = document.by_id.get(column.activation)
    return node.block if node is not None else ""


def dropout_of(document: Document, column: Column) -> float:
    """The share of its neurons that is left out in training."""
    found = [n for n in map(document.by_id.get, column.blocks) if n and n.block == DROPOUT]
    return float(found[-1].params.get("p", 0.5)) if found else 0.0


def set_activation(document: Document, column: Column, key: str) -> Document:
    """Give a layer an activation, in the place of the one that it has; "" for none."""
    if column.activation and key:
        return became(document, column.activation, key)
    if column.activation:
        return edits.remove_and_reconnect(document, [column.activation])
    kinds = [get_node(document, id).block for id in column.blocks]
    place = 1 if len(kinds) > 1 and kinds[1] in NORMS else 0  # behind the norm, before dropout
    return insert_after(document, column.blocks[place], [(key, {})]) if key else document


def set_dropout(document: Document, column: Column, p: float) -> Document:
    """Leave out a share of a layer's neurons in training; 0 takes the block away."""
    found = [id for id in column.blocks if get_node(document, id).block == DROPOUT]
    if not found:
        return insert_after(document, column.node, [(DROPOUT, {"p": p})]) if p else document
    if p:
        return edits.set_param(document, found[-1], "p", p)
    return edits.remove_and_reconnect(document, found)


def add_layer(document: Document, columns: Sequence[Column], behind: Column) -> Document:
    """Put a hidden layer behind a column: as wide as the nearest one, with its activation."""
    inner = hidden(columns)
    like = behind if behind in inner else inner[0] if inner else None
    units = like.units if like is not None else UNITS
    node = document.by_id.get(like.activation) if like is not None else None
    layers: list[Layer] = [("linear", {"out_features": units})]
    if node is not None:
        layers.append((node.block, dict(node.params)))
    elif like is None:
        layers.append((ACTIVATION, {}))
    return insert_after(document, behind.node, layers)


def remove_layer(document: Document, column: Column) -> Document:
    """Take a hidden layer out, with all that follows it unit by unit."""
    return edits.remove_and_reconnect(document, column.blocks)


def activations() -> tuple[str, ...]:
    """Keys of the activations that a layer can be given."""
    return tuple(FUNCTIONS)
