"""Regularisation of blocks wherever they lie: by their paths into composites."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from playground.document.composites.paths import edit_at, local, parent, walk
from playground.document.model import Document, Penalty
from playground.document.penalties import set_penalty


def set_penalty_at(doc: Document, paths: Iterable[str], penalty: Penalty | None) -> Document:
    """Give blocks a regularisation of their own; None: as what is around them says.

    Inside of a composite the definition says it, so it holds for all that are linked.

    Raises
    ------
    EditError
        There is no such block.
    """
    for path in paths:
        doc = edit_at(doc, parent(path), partial(set_penalty, ids=[local(path)], penalty=penalty))
    return doc


def penalty_around(doc: Document, path: str) -> Penalty | None:
    """What holds for a block without a penalty of its own; None: what the training says."""
    around = (step.node.penalty for step in reversed(walk(doc, path)[:-1]))
    return next((penalty for penalty in around if penalty is not None), None)
