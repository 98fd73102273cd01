"""What kind of block a node is, also where its ports depend on the document.

A composite is placed by the key `composite:residual`: the kind, and which definition. One that
comes with the program has the key `ready:transformer` until it is placed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from playground.blocks.base import Block, Port
from playground.blocks.composite import block_of
from playground.document.change import definition_id
from playground.document.composites import find_definition, is_instance
from playground.document.model import COMPOSITE, Composite, Document, Node
from playground.document.ready import READY, Ready, definition, settled
from playground.errors import EditError
from playground.registry import blocks

_MARK = f"{COMPOSITE}:"
_READY = "ready:"
_DEEPEST = 16  # levels that are looked into for what a port takes


def composite_key(definition: str) -> str:
    """The key by which an instance of a definition is placed."""
    return _MARK + definition


def ready_keys() -> dict[str, Ready]:
    """Key -> composite that comes with the program."""
    return {_READY + name: ready for name, ready in READY.items()}


def key_of(node: Node) -> str:
    """The key by which another block like this one is placed."""
    return composite_key(definition_id(node)) if is_instance(node) else node.block


def read_key(document: Document, key: str) -> tuple[str, dict[str, Any]]:
    """The block that a key stands for, and the parameters that come with it."""
    if key in ready_keys():
        return COMPOSITE, {"definition": settled(document, key.removeprefix(_READY))[1]}
    if key.startswith(_MARK):
        return COMPOSITE, {"definition": key.removeprefix(_MARK)}
    return key, {}


def is_key(document: Document, key: str) -> bool:
    """Whether a block can be placed by this key."""
    if key in ready_keys():
        return True
    block, params = read_key(document, key)
    if block == COMPOSITE:
        return _definition(document, params.get("definition", "")) is not None
    return block in blocks


def kind_of_key(document: Document, key: str) -> type[Block]:
    """The kind that a key stands for; `UnknownKeyError` for a key that nobody knows."""
    if key in ready_keys():
        return block_of(definition(key.removeprefix(_READY)))
    block, params = read_key(document, key)
    found = _definition(document, params.get("definition", ""))
    return block_of(found) if found is not None else blocks.get(block)


def kind_of(document: Document, node: Node) -> type[Block] | None:
    """The kind of a node, with the ports of its definition; None when nobody knows it."""
    if is_instance(node):
        found = _definition(document, definition_id(node))
        return block_of(found) if found is not None else None
    return blocks.get(node.block) if node.block in blocks else None


def ports_of(document: Document, node: Node, side: str) -> tuple[Port, ...]:
    """The ports of a node: "inputs" or "outputs". Those of a composite take what is inside."""
    kind = kind_of(document, node)
    if kind is None:
        return ()
    ports: tuple[Port, ...] = getattr(kind, side)
    if side == "inputs" and is_instance(node):
        inside = find_definition(document, definition_id(node))
        return tuple(replace(port, many=_takes_many(document, inside, port)) for port in ports)
    return ports


def definition_of_node(document: Document, node: Node) -> Composite | None:
    """The definition that a node is an instance of; None for any other, or a missing one."""
    return _definition(document, definition_id(node)) if is_instance(node) else None


def _takes_many(document: Document, composite: Composite, port: Port, depth: int = 0) -> bool:
    """Whether every port inside takes many wires, so that this one does."""
    ends = composite.inputs.get(port.name, ())
    if depth > _DEEPEST:
        return False
    for end in ends:
        id, _, name = end.rpartition(".")
        node = composite.by_id[id]
        inner = kind_of(document, node)
        found = next((p for p in inner.inputs if p.name == name), None) if inner else None
        if found is None or not found.many:
            return False
        if is_instance(node):
            further = find_definition(document, definition_id(node))
            if not _takes_many(document, further, found, depth + 1):
                return False
    return True


def _definition(document: Document, id: str) -> Composite | None:
    try:
        return find_definition(document, id) if id else None
    except EditError:
        return None
