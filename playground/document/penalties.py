"""Regularisation block by block: what each weight of a network costs.

The training names rates for all weights: `l1` for the sum of their sizes, `weight_decay` (L2) for
half the sum of their squares. A block with a penalty of its own leaves both; what it names instead
counts for its weights alone, which are the tensors with at least two axes: its biases are free.
Source: Krogh and Hertz 1991, A simple weight decay can improve generalization; Tibshirani 1996,
Regression shrinkage and selection via the lasso.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playground.document.change import changed, get_node, outwards
from playground.document.model import Document, Node, Penalty


@dataclass(frozen=True, slots=True)
class Rates:
    """What the parameters of a network cost, by their names ("hidden.weight").

    Parameters
    ----------
    l1 : mapping
        Name -> rate of |w|; those that cost nothing are left out.
    decay : mapping
        Name -> weight decay, of every parameter.
    """

    l1: Mapping[str, float] = field(default_factory=dict)
    decay: Mapping[str, float] = field(default_factory=dict)


def rates(
    doc: Document, axes: Mapping[str, int], *, l1: float = 0.0, weight_decay: float = 0.0
) -> Rates:
    """What each parameter costs.

    Parameters
    ----------
    doc : Document
        Flat, as `expand` gives it.
    axes : mapping
        Name of a parameter -> how many axes it has.
    l1, weight_decay : float
        Of the training: for blocks without a penalty of their own.
    """
    by_l1: dict[str, float] = {}
    decay: dict[str, float] = {}
    for name, count in axes.items():
        own = penalty_of(doc, name)
        if own is None:
            by_l1[name], decay[name] = l1 if count > 1 else 0.0, weight_decay
        else:
            rate = own.rate if count > 1 else 0.0
            by_l1[name] = rate if own.kind == "l1" else 0.0
            decay[name] = rate if own.kind == "l2" else 0.0
    return Rates({name: rate for name, rate in by_l1.items() if rate}, decay)


def penalty_of(doc: Document, name: str) -> Penalty | None:
    """The own penalty of the block that a parameter belongs to."""
    node: Node | None = next((doc.by_id[id] for id in outwards(name) if id in doc.by_id), None)
    return node.penalty if node is not None else None


def set_penalty(doc: Document, ids: Iterable[str], penalty: Penalty | None) -> Document:
    """Give blocks a regularisation of their own; None: as the training says."""
    wanted = {get_node(doc, id).id for id in ids}
    nodes = (
        n.model_copy(update={"penalty": penalty}) if n.id in wanted and n.penalty != penalty else n
        for n in doc.nodes
    )
    return changed(doc, nodes=tuple(nodes))
