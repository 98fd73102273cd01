"""Which block of the network is which, after an edit that gave it another path."""

from __future__ import annotations

from playground.document import topology
from playground.document.composites.expand import expand
from playground.document.model import Document, Node


def renamed(old: Document, new: Document) -> dict[str, str]:
    """Path before -> path after, for blocks that an edit put into a composite, or took out of one.

    Only blocks whose path is gone are looked at, and only new paths are given. A block is found
    again by its kind, its parameters and its own id, or else without the id; among equal ones the
    order of the network decides. Weights can be carried over by it.
    """
    before, after = expand(old), expand(new)
    if before is old and after is new and old.by_id.keys() == new.by_id.keys():
        return {}
    gone = [id for id in topology.order(before) if id not in after.by_id]
    come = [id for id in topology.order(after) if id not in before.by_id]
    found: dict[str, str] = {}
    for key in (_exact, _kind):
        left: dict[tuple[str, ...], list[str]] = {}
        for id in come:
            if id not in found.values():
                left.setdefault(key(after.by_id[id]), []).append(id)
        for id in gone:
            same = left.get(key(before.by_id[id]), [])
            if id not in found and same:
                found[id] = same.pop(0)
    return found


def _exact(node: Node) -> tuple[str, ...]:
    """Kind, parameters and own id."""
    return (node.id.rpartition(".")[2], *_kind(node))


def _kind(node: Node) -> tuple[str, ...]:
    return node.block, repr(sorted(node.params.items()))
