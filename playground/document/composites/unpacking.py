"""Taking a composite apart, and giving an instance a definition of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from playground.document.change import (
    changed,
    definition_id,
    get_node,
    is_within,
    unless_equal,
    unused_id,
    without_unused,
)
from playground.document.composites.definitions import (
    chain,
    definition_of,
    is_port,
    read_instance,
)
from playground.document.composites.flatten import OWN_PARAMS, Flattener, Part, Sources, drawn
from playground.document.composites.grouping import COLUMN
from playground.document.composites.paths import edit_at, local, parent
from playground.document.edits import map_lenses, map_models
from playground.document.model import Composite, Document, Group, Node, Note, Point, Scope
from playground.errors import EditError
from playground.i18n import tr


def unpack(doc: Document, path: str) -> Document:
    """Put the blocks of a composite in its place, N times for one that is repeated N times.

    They get back their own ids where those are free. Its definition goes with the last instance.

    Raises
    ------
    EditError
        It is muted, or its repeats share their weights, which blocks outside of it cannot.
    """
    if path in doc.by_id:
        return _unpack(doc, path)
    return edit_at(doc, parent(path), lambda inner: _unpack(inner, local(path)))


def detach(doc: Document, path: str) -> Document:
    """Give an instance a definition of its own, so that edits of it change no other instance."""
    if path in doc.by_id:
        return _detach(doc, path)
    return edit_at(doc, parent(path), lambda inner: _detach(inner, local(path)))


def is_linked(doc: Document, definition: str) -> bool:
    """Whether several instances have this definition."""
    nodes = [*doc.nodes, *(node for composite in doc.composites for node in composite.nodes)]
    return sum(definition_id(node) == definition for node in nodes) > 1


def _detach(doc: Document, id: str) -> Document:
    node = get_node(doc, id)
    definition = definition_of(doc, node)
    own = unused_id({composite.id for composite in doc.composites}, definition.id)
    changed_node = changed(node, params={**node.params, "definition": own})
    return without_unused(
        changed(
            doc,
            nodes=tuple(changed_node if n.id == id else n for n in doc.nodes),
            composites=(*doc.composites, changed(definition, id=own)),
        )
    )


def _unpack(doc: Document, id: str) -> Document:
    node = get_node(doc, id)
    definition, instance = definition_of(doc, node), read_instance(node)
    _check(node, definition)

    def choose(path: str, _node: Node) -> Sequence[int] | None:
        return range(instance.repeat) if path == id else None

    part = Flattener(doc, choose, place=True).run()
    if id not in part.opened:
        raise EditError(tr("This composite contains itself."), node=id)
    sources = Sources(part)
    names = _names(doc, id, part)
    nodes = [_renamed(n, names, _aside(definition, part, n.id, id)) for n in part.nodes]
    wires = [
        unless_equal(w, source=names.get(w.source, w.source), target=names.get(w.target, w.target))
        for w in drawn(part, sources)
    ]

    def name(old: str) -> str:
        if old == id:
            outputs = part.opened[id].outputs
            ends = sources.of(id, next(iter(outputs))) if outputs else ()
            return names[ends[0][0]] if ends and ends[0][0] in names else old
        for inner, new in names.items():
            if is_within(old, inner):
                return new + old[len(inner) :]
        return old

    return without_unused(
        changed(
            doc,
            nodes=tuple(nodes),
            wires=tuple(wires),
            groups=tuple(_frames(doc, id, definition, part, names)),
            notes=(*doc.notes, *_notes(doc, node, definition)),
            train=unless_equal(doc.train, models=map_models(doc.train.models, name)),
            view=unless_equal(doc.view, lenses=map_lenses(doc.view.lenses, name)),
            **_exposed(doc, id, definition, part, names),
        )
    )


def _check(node: Node, definition: Composite) -> None:
    instance = read_instance(node)
    if node.muted:
        raise EditError(
            tr("A muted composite cannot be unpacked: its blocks would work again."),
            tr("Unmute it first."),
            node.id,
        )
    if instance.repeat > 1 and instance.share_weights:
        raise EditError(
            tr("The repeats of {id} share their weights; separate blocks cannot.", id=node.id),
            tr("Give the repeats weights of their own first."),
            node.id,
        )
    if instance.repeat > 1 and chain(definition) is None:
        raise EditError(
            tr("{id} cannot be repeated: its outputs lead to none of its inputs.", id=node.id),
            tr("Set repeat to 1 first."),
            node.id,
        )


def _names(doc: Document, id: str, part: Part) -> dict[str, str]:
    """Path of each block inside -> its id outside."""
    taken = doc.by_id.keys() - {id}
    names: dict[str, str] = {}
    for node in part.nodes:
        if is_within(node.id, id):
            names[node.id] = unused_id(taken, local(node.id))
            taken.add(names[node.id])
    return names


def _aside(definition: Composite, part: Part, path: str, id: str) -> float:
    """How far to the right a copy goes, so that it does not cover the one before."""
    copies = part.opened[id].copies
    number = copies.index(parent(path)) if is_within(path, id) else 0
    xs = [node.at[0] for node in definition.nodes if not is_port(node)] or [0.0]
    return number * (max(xs) - min(xs) + COLUMN)


def _renamed(node: Node, names: dict[str, str], aside: float) -> Node:
    if node.id not in names:
        return node
    at = (node.at[0] + aside, node.at[1])
    return node.model_copy(update={"id": names[node.id], "at": at})


def _frames(
    doc: Document, id: str, definition: Composite, part: Part, names: dict[str, str]
) -> Iterable[Group]:
    """The frames outside, with the blocks in place of the instance, and those from inside."""
    taken = {frame.id for frame in doc.groups}
    for frame in doc.groups:
        if id not in frame.nodes:
            yield frame
            continue
        members = [m for old in frame.nodes for m in (names.values() if old == id else (old,))]
        yield unless_equal(frame, nodes=tuple(members))
    for path in part.opened[id].copies:
        for frame in definition.groups:
            own = unused_id(taken, frame.id)
            taken.add(own)
            inner = [f"{path}.{member}" for member in frame.nodes]
            yield changed(frame, id=own, nodes=tuple(names[i] for i in inner if i in names))


def _notes(doc: Document, node: Node, definition: Composite) -> Iterable[Note]:
    taken = {note.id for note in doc.notes}
    for note in definition.notes:
        own = unused_id(taken, note.id)
        taken.add(own)
        at: Point = (note.at[0] + node.at[0], note.at[1] + node.at[1])
        yield changed(note, id=own, at=at)


def _exposed(
    doc: Document, id: str, definition: Composite, part: Part, names: dict[str, str]
) -> dict[str, Any]:
    """What the level exposes of the instance, it exposes of the blocks now."""
    if not isinstance(doc, Scope) or not doc.exposed:
        return {}
    exposed = {}
    for name, ends in doc.exposed.items():
        found: list[str] = []
        for end in ends:
            block, _, param = end.rpartition(".")
            if block != id:
                found.append(end)
            elif param not in OWN_PARAMS:
                inner = [e.rpartition(".") for e in definition.params.get(param, ())]
                found += [
                    f"{names[f'{path}.{block}']}.{own}"
                    for path in part.opened[id].copies
                    for block, _, own in inner
                    if f"{path}.{block}" in names
                ]
        if found:
            exposed[name] = tuple(found)
    return {"exposed": exposed}
