"""Titled frames around blocks: pure functions Document -> Document.

A frame has no place of its own, it lies around its blocks wherever they are. A block may stand in
several frames, so frames can be nested.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playground.document.change import changed, get_node, unused_id
from playground.document.model import Document, Group
from playground.errors import EditError
from playground.i18n import tr

NUM_COLOURS = 10


def add_frame(doc: Document, ids: Iterable[str], title: str = "") -> tuple[Document, str]:
    """Put a frame around blocks, in the next colour; also returns its id."""
    nodes = tuple(dict.fromkeys(get_node(doc, id).id for id in ids))
    if not nodes:
        raise EditError(tr("A frame needs at least one block."), tr("Select blocks first."))
    name = unused_id({group.id for group in doc.groups}, "frame")
    colour = (doc.groups[-1].colour + 1) % NUM_COLOURS if doc.groups else 1
    frame = Group(id=name, title=title, nodes=nodes, colour=colour)
    return changed(doc, groups=(*doc.groups, frame)), name


def set_frame(doc: Document, id: str, **fields: Any) -> Document:
    """Change title, colour or blocks of a frame; one without blocks goes."""
    frame = changed(get_frame(doc, id), **fields)
    if not frame.nodes:
        return remove_frames(doc, (id,))
    return changed(doc, groups=tuple(frame if g.id == id else g for g in doc.groups))


def remove_frames(doc: Document, ids: Iterable[str]) -> Document:
    """Delete frames; their blocks stay."""
    gone = {get_frame(doc, id).id for id in ids}
    return changed(doc, groups=tuple(g for g in doc.groups if g.id not in gone))


def take_out(doc: Document, ids: Iterable[str]) -> Document:
    """Take blocks out of every frame they stand in; a frame that loses its last block goes."""
    out = {get_node(doc, id).id for id in ids}
    for frame in doc.groups:
        if not out.isdisjoint(frame.nodes):
            rest = tuple(id for id in frame.nodes if id not in out)
            doc = set_frame(doc, frame.id, nodes=rest)
    return doc


def get_frame(doc: Document, id: str) -> Group:
    """The frame with that id; `EditError` when there is none."""
    for group in doc.groups:
        if group.id == id:
            return group
    raise EditError(tr('There is no frame "{id}".', id=id[:80]))


def frames_around(doc: Document, ids: Iterable[str]) -> tuple[Group, ...]:
    """The frames that hold all of these blocks, the innermost first; none for no blocks."""
    wanted = set(ids)
    found = [g for g in doc.groups if wanted and wanted <= set(g.nodes)]
    return tuple(sorted(found, key=lambda group: len(group.nodes)))
