"""Heads of attention that were drawn from single blocks, and where their parts are."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.model import Document, Node
from playground.errors import ParameterError
from playground.registry import blocks


@dataclass(frozen=True, slots=True)
class Drawn:
    """Ids of the blocks that give a drawn head its parts; `causal` where later keys are hidden."""

    query: str
    key: str
    value: str
    causal: bool


def drawn_head(document: Document, node: str) -> Drawn | None:
    """The head whose shares a softmax makes, in a flat document; None where it is no such softmax.

    It reads the scaled product of queries and keys, maybe through a causal mask, and the first wire
    of a matrix product takes it to the values. Nothing of it is muted.
    """
    shares = document.by_id.get(node)
    if shares is None or not _is(shares, "softmax", dim=-1):
        return None
    scores = _source(document, node, "in")
    causal = scores is not None and scores.block == "causal_mask"
    if scores is not None and causal:
        if not _is(scores, "causal_mask", diagonal=0):
            return None
        scores = _source(document, scores.id, "in")
    if scores is None or not _is(scores, "matmul", transpose_other=True, scale=True):
        return None
    query, key = (_source(document, scores.id, port) for port in ("in", "other"))
    value = _values(document, node)
    if query is None or key is None or value is None:
        return None
    return Drawn(query.id, key.id, value.id, causal)


def _values(document: Document, shares: str) -> Node | None:
    """What the first product behind the shares mixes by them."""
    for wire in document.wires:
        mix = document.by_id.get(wire.target)
        if wire.source != shares or wire.target_port != "in" or mix is None:
            continue
        if _is(mix, "matmul", transpose_other=False, scale=False):
            return _source(document, mix.id, "other")
    return None


def _source(document: Document, node: str, port: str) -> Node | None:
    for wire in document.wires:
        if wire.target == node and wire.target_port == port:
            return document.by_id.get(wire.source)
    return None


def _is(node: Node, block: str, **params: object) -> bool:
    """Whether it is such a block with these parameters, and not muted."""
    if node.block != block or node.muted:
        return False
    try:
        made = blocks.get(block).make(node.params)
    except ParameterError:  # a document may be opened before it is right
        return False
    return all(getattr(made, name) == value for name, value in params.items())
