"""Composites that come with the program: the palette offers them beside the blocks.

Each is a file of assets/composites: a small document with one instance and its definitions. What
is placed from it belongs to the document from then on, and changes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from playground.document.change import changed, definition_id, unused_id
from playground.document.format import read
from playground.document.model import Composite, Document, Node
from playground.i18n import mark
from playground.resources import assets_dir


@dataclass(frozen=True, slots=True)
class Ready:
    """A composite to be placed.

    Parameters
    ----------
    name : str
        Name of its file.
    title, about : str
        English; pass through tr.
    group : str
        The family of blocks it is offered with.
    """

    name: str
    title: str
    about: str
    group: str


READY = {
    "transformer": Ready(
        "transformer",
        mark("Transformer block"),
        mark(
            "Attention, then a small network on each step; both add to what was there. A "
            "composite: open it, repeat it, unpack it."
        ),
        "Attention",
    ),
}


@cache
def definition(name: str) -> Composite:
    """The definition of a ready composite, as it comes."""
    (found,) = read(assets_dir() / "composites" / f"{name}.json").composites
    return found


def settled(doc: Document, name: str) -> tuple[Document, str]:
    """A document that has the definition, and the id that it has there.

    One that the document has already, just so, is used again; one that was changed stays beside it.
    """
    wanted, ids = definition(name), {composite.id for composite in doc.composites}
    for composite in doc.composites:
        if changed(composite, id=wanted.id) == wanted:
            return doc, composite.id
    id = unused_id(ids, wanted.id)
    return changed(doc, composites=(*doc.composites, changed(wanted, id=id))), id


def bring(doc: Document, node: Node) -> Document:
    """The document with what a new instance of a ready composite needs; else as it is."""
    wanted = definition_id(node)
    if not wanted or any(composite.id == wanted for composite in doc.composites):
        return doc
    for name in READY:
        with_it, id = settled(doc, name)
        if id == wanted:
            return with_it
    return doc
