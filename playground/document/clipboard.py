"""Copying and pasting blocks as text. A copied fragment is a small document of its own."""

from __future__ import annotations

from collections.abc import Iterable

from playground.document.change import changed, get_node, unused_id
from playground.document.format import reads, writes
from playground.document.model import Document
from playground.errors import EditError, FormatError
from playground.i18n import tr


def copy_nodes(doc: Document, ids: Iterable[str]) -> str:
    """Blocks, the wires among them and the groups they fill, as JSON text for the clipboard."""
    wanted = {get_node(doc, id).id for id in ids}
    return writes(
        Document(
            nodes=tuple(n for n in doc.nodes if n.id in wanted),
            wires=tuple(w for w in doc.wires if w.source in wanted and w.target in wanted),
            groups=tuple(g for g in doc.groups if g.nodes and wanted.issuperset(g.nodes)),
        )
    )


def paste_nodes(
    doc: Document, text: str, at: tuple[float, float]
) -> tuple[Document, tuple[str, ...]]:
    """Add the blocks of a copied fragment, or of a whole document, under ids nobody has.

    Parameters
    ----------
    text : str
        What `copy_nodes` gave, or the text of a file.
    at : (float, float)
        Where the upper left corner of the fragment's blocks goes, in canvas pixels.

    Returns
    -------
    Document and the new ids, in the order of the fragment.

    Raises
    ------
    EditError
        The text holds no blocks.
    """
    try:
        part = reads(text)
    except FormatError as error:
        raise EditError(
            tr("The clipboard holds no blocks: {reason}", reason=error.message)
        ) from None
    if not part.nodes:
        raise EditError(tr("The clipboard holds no blocks."))
    taken = set(doc.by_id)
    names: dict[str, str] = {}
    for node in part.nodes:
        names[node.id] = unused_id(taken, node.id)
        taken.add(names[node.id])
    left, top = (min(node.at[axis] for node in part.nodes) for axis in (0, 1))
    nodes = tuple(
        changed(n, id=names[n.id], at=(n.at[0] - left + at[0], n.at[1] - top + at[1]))
        for n in part.nodes
    )
    wires = tuple(changed(w, source=names[w.source], target=names[w.target]) for w in part.wires)
    frames = {group.id for group in doc.groups}
    groups = []
    for group in part.groups:
        name = unused_id(frames, group.id)
        frames.add(name)
        groups.append(changed(group, id=name, nodes=tuple(names[id] for id in group.nodes)))
    pasted = changed(
        doc,
        nodes=(*doc.nodes, *nodes),
        wires=(*doc.wires, *wires),
        groups=(*doc.groups, *groups),
    )
    return pasted, tuple(names.values())
