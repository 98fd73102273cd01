"""Paths into composites: `stage.2.conv` is the block conv in the third copy of stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playground.document.change import changed, definition_id, is_within, needed, unless_equal
from playground.document.composites.definitions import (
    check_no_circle,
    definition_of,
    find_definition,
    instances,
    is_instance,
    read_instance,
)
from playground.document.edits import map_lenses, map_models
from playground.document.model import (
    PORT_IN,
    PORT_OUT,
    Composite,
    Document,
    Node,
    Scope,
    Wire,
    port_name,
)
from playground.errors import EditError
from playground.i18n import tr

OUTSIDE = "/"  # begins the id of a block that lies outside of a level


@dataclass(frozen=True, slots=True)
class Step:
    """One block on the way to a path, with the definition that it is an instance of."""

    path: str  # of the block, with the numbers of the copies that it lies in
    node: Node
    definition: Composite | None
    copy: int = 0  # which copy the way goes on in

    @property
    def inside(self) -> str:
        """Path of what is inside the block, in the copy that was chosen."""
        return f"{self.path}.{self.copy}" if read_instance(self.node).repeat > 1 else self.path


def walk(doc: Document, path: str) -> tuple[Step, ...]:
    """The way from the outside to the block at a path. Numbers of copies may be left out.

    Raises
    ------
    EditError
        There is no such block.
    """
    steps: list[Step] = []
    parts, prefix = path.split("."), ""
    known = {composite.id: composite for composite in doc.composites}
    at: Document | Composite = doc
    while parts:
        name = parts.pop(0)
        if name not in at.by_id:
            raise EditError(tr('There is no block "{id}".', id=path[:80]), node=path[:80])
        node = at.by_id[name]
        copy = 0
        if parts and parts[0].isdigit() and is_instance(node):
            copy = int(parts.pop(0))
            if copy >= read_instance(node).repeat:
                raise EditError(tr('There is no block "{id}".', id=path[:80]), node=path[:80])
        definition = definition_of(doc, node) if parts else known.get(definition_id(node))
        steps.append(Step(prefix + name, node, definition, copy))
        if definition is not None:
            at, prefix = definition, f"{steps[-1].inside}."
    return tuple(steps)


def canonical(doc: Document, path: str) -> str:
    """The path as `expand` writes it: with a number after each repeated composite but the last."""
    return walk(doc, path)[-1].path


def find(doc: Document, path: str) -> Node:
    """The block at a path as its definition has it; `EditError` when there is none."""
    if path in doc.by_id:
        return doc.by_id[path]
    return walk(doc, path)[-1].node


def level(doc: Document, path: str) -> Document:
    """The inside of the instance at a path, as a document of its own; "" is the document itself.

    Everything that is no part of the graph is that of the document. Models and lenses name blocks
    inside by their plain ids, and others by their paths after a `/`.
    """
    if not path:
        return doc
    step = walk(doc, path)[-1]
    definition = definition_of(doc, step.node)
    return Scope(
        title=doc.title,
        about=doc.about,
        data=doc.data,
        nodes=definition.nodes,
        wires=definition.wires,
        groups=definition.groups,
        notes=definition.notes,
        composites=doc.composites,
        train=unless_equal(doc.train, models=map_models(doc.train.models, _entering(step))),
        view=unless_equal(doc.view, lenses=map_lenses(doc.view.lenses, _entering(step))),
        exposed=definition.params,
    )


def _entering(step: Step) -> Callable[[str], str]:
    start = f"{step.inside}."

    def name(id: str) -> str:
        return id.removeprefix(start) if id.startswith(start) else OUTSIDE + id

    return name


def _leaving(step: Step) -> Callable[[str], str]:
    def name(id: str) -> str:
        return id[1:] if id.startswith(OUTSIDE) else f"{step.inside}.{id}"

    return name


def with_level(doc: Document, path: str, inner: Document) -> Document:
    """Bring an edited inside, as `level` gave it, back to the document.

    All instances of the definition follow. Definitions that no instance is left of go.

    Raises
    ------
    EditError
        There is no composite at the path, or it would contain itself.
    """
    if not path:
        return inner
    step = walk(doc, path)[-1]
    old = definition_of(doc, step.node)
    new = unless_equal(
        old,
        nodes=inner.nodes,
        wires=inner.wires,
        groups=inner.groups,
        notes=inner.notes,
        params=inner.exposed if isinstance(inner, Scope) else old.params,
    )
    if new is not old:
        doc = with_definition(changed(doc, composites=inner.composites), new)
    else:
        doc = unless_equal(doc, composites=inner.composites)
    back = _leaving(step)
    name = _names(doc, old, new)
    models = map_models(map_models(inner.train.models, back), name)
    lenses = map_lenses(map_lenses(inner.view.lenses, back), name)
    return unless_equal(
        doc,
        title=inner.title,
        about=inner.about,
        data=inner.data,
        composites=needed(doc.composites, doc.nodes),
        train=unless_equal(inner.train, models=models),
        view=unless_equal(inner.view, lenses=lenses),
    )


def with_definition(doc: Document, new: Composite) -> Document:
    """Exchange the definition of the same id; the wires at its instances follow its ports.

    Raises
    ------
    EditError
        A composite would contain itself.
    """
    old = find_definition(doc, new.id)
    composites = tuple(new if c.id == new.id else c for c in doc.composites)
    check_no_circle(composites)
    doc = changed(doc, composites=composites)
    ports = _port_names(old, new, PORT_IN), _port_names(old, new, PORT_OUT)
    if not any(name != after for names in ports for name, after in names.items()):
        return doc
    return changed(
        doc,
        wires=_rewired(doc, new.id, *ports),
        composites=tuple(
            unless_equal(c, wires=_rewired(c, new.id, *ports)) for c in doc.composites
        ),
    )


def _port_names(old: Composite, new: Composite, block: str) -> dict[str, str | None]:
    """Name of each port before -> its name now; None for one that is gone."""
    before = {node.id: port_name(node) for node in old.nodes if node.block == block}
    after = {node.id: port_name(node) for node in new.nodes if node.block == block}
    still = set(after.values())
    return {name: after.get(id, name if name in still else None) for id, name in before.items()}


def _rewired(
    thing: Document | Composite,
    definition: str,
    inputs: Mapping[str, str | None],
    outputs: Mapping[str, str | None],
) -> tuple[Wire, ...]:
    """The wires, those at instances of a definition at the new names of its ports."""
    here = {node.id for node in thing.nodes if definition_id(node) == definition}
    wires = []
    for wire in thing.wires:
        ends: dict[str, str | None] = {}
        if wire.source in here:
            ends["source_port"] = outputs.get(wire.source_port, wire.source_port)
        if wire.target in here:
            ends["target_port"] = inputs.get(wire.target_port, wire.target_port)
        if None not in ends.values():
            wires.append(unless_equal(wire, **ends))
    return tuple(wires)


def _names(doc: Document, old: Composite, new: Composite) -> Callable[[str], str]:
    """What models and lenses call a block that has another id in the new definition."""
    names = renamed_nodes(old, new)
    places = [
        (f"{step.inside}.{before}", f"{step.inside}.{after}")
        for path in (instances(doc, new.id) if names else ())
        for step in walk(doc, path)[-1:]
        for before, after in names.items()
    ]

    def name(id: str) -> str:
        for before, after in places:
            if is_within(id, before):
                return after + id[len(before) :]
        return id

    return name


def renamed_nodes(old: Composite | Document, new: Composite | Document) -> dict[str, str]:
    """Old id -> new id of the nodes that are the same but for their ids."""
    gone = [node for node in old.nodes if node.id not in new.by_id]
    come = [node for node in new.nodes if node.id not in old.by_id]
    found: dict[str, str] = {}
    for node in gone:
        same = [other for other in come if other.model_copy(update={"id": node.id}) == node]
        if len(same) == 1:
            found[node.id] = same[0].id
    return found


def edit_at(doc: Document, path: str, edit: Callable[[Document], Document]) -> Document:
    """Apply an edit on plain ids to the inside of the instance at a path; "" is the outermost."""
    return with_level(doc, path, edit(level(doc, path)))


def parent(path: str) -> str:
    """The path of the inside that a block lies in; "" for a block of the outermost level."""
    return path.rpartition(".")[0]


def local(path: str) -> str:
    """A block's id within its level."""
    return path.rpartition(".")[2]
