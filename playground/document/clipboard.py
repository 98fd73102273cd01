"""Copying and pasting blocks as text. A copied fragment is a small document of its own."""

from __future__ import annotations

from collections.abc import Iterable

from playground.document.change import changed, definition_id, get_node, needed, unused_id
from playground.document.format import reads, writes
from playground.document.model import PORT_IN, PORT_OUT, Composite, Document, Group, Node, Note
from playground.errors import EditError, FormatError
from playground.i18n import tr


def copy_nodes(doc: Document, ids: Iterable[str], notes: Iterable[str] = ()) -> str:
    """Blocks, the wires among them, the groups they fill and notes, as JSON text for the clipboard.

    Composites bring their definitions along. The ports inside of a composite stay where they are.
    """
    wanted = {get_node(doc, id).id for id in ids}
    nodes = [n for n in doc.nodes if n.id in wanted and n.block not in (PORT_IN, PORT_OUT)]
    if wanted and not nodes:
        raise EditError(tr("The ports of a composite cannot be copied: they belong to it."))
    names: dict[str, str] = {}  # without the paths that blocks inside of composites have
    for node in nodes:
        names[node.id] = unused_id(names.values(), node.id.rpartition(".")[2])
    kept, wanted_notes = names.keys(), {*notes}
    return writes(
        Document(
            nodes=tuple(changed(n, id=names[n.id]) for n in nodes),
            wires=tuple(
                changed(w, source=names[w.source], target=names[w.target])
                for w in doc.wires
                if w.source in kept and w.target in kept
            ),
            groups=tuple(
                changed(g, nodes=tuple(names[id] for id in g.nodes))
                for g in doc.groups
                if g.nodes and kept >= set(g.nodes)
            ),
            notes=tuple(note for note in doc.notes if note.id in wanted_notes),
            composites=needed(doc.composites, nodes),
        )
    )


def paste_nodes(
    doc: Document, text: str, at: tuple[float, float], home: str = ""
) -> tuple[Document, tuple[str, ...]]:
    """Add the blocks and notes of a fragment, or of a whole document, under ids nobody has.

    Parameters
    ----------
    text : str
        What `copy_nodes` gave, or the text of a file.
    at : (float, float)
        Where the upper left corner of the fragment's blocks goes, in canvas pixels.
    home : str
        In a view with paths: the inside of a composite that the blocks go to.

    Returns
    -------
    Document and the new ids, in the order of the fragment.

    Raises
    ------
    EditError
        The text holds no blocks.
    """
    part = _read(text)
    start = f"{home}." if home else ""
    taken = {id.removeprefix(start) for id in doc.by_id if id.startswith(start)}
    names: dict[str, str] = {}
    for node in part.nodes:
        name = unused_id(taken, node.id)
        taken.add(name)
        names[node.id] = start + name
    composites, definitions = _definitions(doc, part)
    places = [node.at for node in part.nodes] or [note.at for note in part.notes]
    left, top = (min(place[axis] for place in places) for axis in (0, 1))
    nodes = tuple(
        changed(
            _redefined(n, definitions),
            id=names[n.id],
            at=(n.at[0] - left + at[0], n.at[1] - top + at[1]),
        )
        for n in part.nodes
    )
    wires = tuple(changed(w, source=names[w.source], target=names[w.target]) for w in part.wires)
    pasted = changed(
        doc,
        nodes=(*doc.nodes, *nodes),
        wires=(*doc.wires, *wires),
        groups=(*doc.groups, *_groups(doc, part, names)),
        notes=(*doc.notes, *_notes(doc, part, (at[0] - left, at[1] - top))),
        composites=composites,
    )
    return pasted, tuple(names.values())


def _read(text: str) -> Document:
    try:
        part = reads(text)
    except FormatError as error:
        raise EditError(
            tr("The clipboard holds no blocks: {reason}", reason=error.message)
        ) from None
    if not (part.nodes or part.notes):
        raise EditError(tr("The clipboard holds no blocks."))
    return part


def _notes(doc: Document, part: Document, shift: tuple[float, float]) -> list[Note]:
    taken = {note.id for note in doc.notes}
    notes = []
    for note in part.notes:
        name = unused_id(taken, note.id)
        taken.add(name)
        notes.append(changed(note, id=name, at=(note.at[0] + shift[0], note.at[1] + shift[1])))
    return notes


def _groups(doc: Document, part: Document, names: dict[str, str]) -> list[Group]:
    frames = {group.id for group in doc.groups}
    groups = []
    for group in part.groups:
        name = unused_id(frames, group.id)
        frames.add(name)
        groups.append(changed(group, id=name, nodes=tuple(names[id] for id in group.nodes)))
    return groups


def _definitions(doc: Document, part: Document) -> tuple[tuple[Composite, ...], dict[str, str]]:
    """The document's definitions with those of a fragment, and the ids that these have now.

    One that the document has, just so, is used again: the pasted instance is linked to the others.
    """
    have = {composite.id: composite for composite in doc.composites}
    names: dict[str, str] = {}
    while True:  # a definition that differs takes along those that contain it
        new = {c.id: _renamed(c, names) for c in part.composites}
        differ = [id for id, c in new.items() if id in have and c != have[id] and id not in names]
        if not differ:
            break
        for id in differ:
            names[id] = unused_id({*have, *new, *names.values()}, id)
    added = [c for c in new.values() if c.id not in have]
    return (*doc.composites, *added), names


def _renamed(composite: Composite, names: dict[str, str]) -> Composite:
    nodes = tuple(_redefined(node, names) for node in composite.nodes)
    return changed(composite, id=names.get(composite.id, composite.id), nodes=nodes)


def _redefined(node: Node, names: dict[str, str]) -> Node:
    """A node, as an instance of the definition's new id."""
    old = definition_id(node)
    if old not in names:
        return node
    return changed(node, params={**node.params, "definition": names[old]})
