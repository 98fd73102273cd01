"""What is wrong with the instances of composites themselves, and with their definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from playground.blocks.composite import CompositeBlock
from playground.check import parameters
from playground.check.fixes import nearest
from playground.check.problems import Fix, Problem
from playground.document import edits
from playground.document.change import changed
from playground.document.composites.definitions import (
    find_definition,
    ports,
    read_instance,
)
from playground.document.composites.expand import Expansion
from playground.document.composites.flatten import Opened
from playground.document.composites.interface import (
    conceal_name,
    leads_nowhere,
    set_exposed,
)
from playground.document.composites.paths import edit_at, level, local, parent
from playground.document.model import (
    MAX_ENTRIES,
    PORT_IN,
    PORT_OUT,
    Composite,
    Document,
    Node,
    Wire,
)
from playground.i18n import tr


def unopened(node: Node) -> Problem:
    """An instance that stays as it is: nobody knows what is inside."""
    return Problem(
        "unknown_definition",
        tr('There is no composite "{id}".', id=read_instance(node).definition[:80]),
        tr("Choose another block."),
        node.id,
    )


def instance_problems(expanded: Expansion) -> Iterator[Problem]:
    """The problems of all instances, each once, outer ones first."""
    doc = expanded.document
    for path, reason in expanded.closed.items():
        if _is_first(path):
            node = _node(expanded, path)
            if node is not None:
                yield _closed(doc, path, node, reason)
    seen: set[str] = set()
    for path, opened in reversed(list(expanded.opened.items())):
        if not _is_first(path):
            continue
        yield from _parameters(path, opened)
        yield from _wires(doc, path, opened)
        if opened.definition.id not in seen:
            seen.add(opened.definition.id)
            yield from _definition(doc, path, opened)


def _is_first(path: str) -> bool:
    """Whether it lies in the first copy of everything that is repeated."""
    return not any(part.isdigit() and part != "0" for part in path.split("."))


def _node(expanded: Expansion, path: str) -> Node | None:
    if path in expanded.opened:
        return expanded.opened[path].node
    return expanded.flat.by_id.get(path)


# --- instances that cannot be opened --------------------------------------------------------------


def _closed(doc: Document, path: str, node: Node, reason: str) -> Problem:
    name = read_instance(node).definition
    if reason == "unknown_definition":
        near = nearest(name, [c.id for c in doc.composites])
        others = dict.fromkeys([*near, *(c.id for c in doc.composites)])
        fixes = [_use(path, other) for other in others]
        return Problem(
            reason,
            tr('There is no composite "{id}".', id=name[:80]),
            tr("Did you mean {names}?", names=", ".join(near))
            if near
            else tr("Choose another block."),
            path,
            fixes=(*fixes, _delete(path)),
        )
    if reason == "circular_definition":
        return Problem(
            reason,
            tr('The composite "{id}" contains itself.', id=name),
            tr("Take the inner one out of it."),
            path,
            fixes=(_cut_circle(name), _delete(path)),
        )
    return _limited(path, reason)


def _limited(path: str, reason: str) -> Problem:
    """An instance that cannot do all that it is asked for."""
    if reason == "too_many_blocks":
        return Problem(
            reason,
            tr("With all repeats there would be more than {n} blocks.", n=MAX_ENTRIES),
            tr("Repeat it less often."),
            path,
            place="params.repeat",
            fixes=(*(repeat_fix(path, n) for n in (100, 10, 1)), _delete(path)),
        )
    if reason == "cannot_repeat":
        return Problem(
            reason,
            tr("{id} cannot be repeated: its outputs lead to none of its inputs.", id=path),
            tr("Set repeat to 1, or give it an input of the same name for each output."),
            path,
            place="params.repeat",
            fixes=(repeat_fix(path, 1),),
        )
    return Problem(
        "cannot_mute",
        tr("{id} cannot be muted: its outputs lead to none of its inputs.", id=path),
        tr("Unmute it, or give it an input of the same name for each output."),
        path,
        fixes=(
            Fix(
                tr("Unmute {id}", id=path),
                _at(path, lambda level, id: edits.set_muted(level, [id], False)),
            ),
        ),
    )


def _at(path: str, edit: Callable[[Document, str], Document]) -> Callable[[Document], Document]:
    """An edit of the block at a path, made where it lies."""
    return lambda doc: edit_at(doc, parent(path), lambda inner: edit(inner, local(path)))


def _delete(path: str) -> Fix:
    title = tr("Delete {id}", id=path)
    return Fix(title, _at(path, lambda level, id: edits.remove_and_reconnect(level, [id])))


def _use(path: str, definition: str) -> Fix:
    def edit(level: Document, id: str) -> Document:
        return edits.set_param(level, id, "definition", definition)

    return Fix(tr("Use {name}", name=definition), _at(path, edit))


def repeat_fix(path: str, n: int) -> Fix:
    """Let a composite follow itself n times."""

    def edit(level: Document, id: str) -> Document:
        return edits.set_param(level, id, "repeat", n)

    title = tr("Set {name} of {id} to {value}", name="repeat", id=path, value=n)
    return Fix(title, _at(path, edit))


def _cut_circle(definition: str) -> Fix:
    """Take the instances out of a definition that lead back to it."""

    def edit(doc: Document) -> Document:
        found = find_definition(doc, definition)
        names = {c.id: {read_instance(n).definition for n in c.nodes} for c in doc.composites}
        back = {definition}
        while more := {name for name, uses in names.items() if uses & back} - back:
            back |= more
        inner = [n.id for n in found.nodes if read_instance(n).definition in back]
        part = Document(nodes=found.nodes, wires=found.wires, groups=found.groups)
        part = edits.remove_and_reconnect(part, inner)
        cut = changed(found, nodes=part.nodes, wires=part.wires, groups=part.groups)
        return changed(doc, composites=tuple(cut if c.id == cut.id else c for c in doc.composites))

    return Fix(tr("Take the inner one out of {id}", id=definition), edit)


# --- parameters -----------------------------------------------------------------------------------


def _parameters(path: str, opened: Opened) -> Iterator[Problem]:
    def setter(doc: Document, name: str, value: Any) -> Document:
        return _at(path, lambda level, id: edits.set_param(level, id, name, value))(doc)

    made, message = parameters.make(CompositeBlock, opened.node.params)
    if made is None:
        yield parameters.bad_parameter(
            CompositeBlock, opened.node.params, setter, message, node=path
        )
    for name in read_instance(opened.node).values:
        if name not in opened.definition.params:
            names = ", ".join(opened.definition.params) or tr("none")
            yield Problem(
                "bad_parameter",
                tr('There is no parameter "{name}"; there are: {names}.', name=name, names=names),
                node=path,
                place=f"params.{name}",
                fixes=(
                    Fix(
                        tr("Remove {name}", name=name[:60]),
                        partial(set_exposed, path=path, name=name, value=None),
                    ),
                ),
            )


def _definition(doc: Document, path: str, opened: Opened) -> Iterator[Problem]:
    """Exposed parameters that lead nowhere, and outputs that nothing leads to."""
    definition = opened.definition
    for name, ends in definition.params.items():
        lost = [end for end in ends if leads_nowhere(doc, definition, end)]
        if lost or not ends:
            yield Problem(
                "exposed_nowhere",
                tr(
                    'The exposed parameter "{name}" leads to {end}, which does not exist.',
                    name=name,
                    end=lost[0][:80] if lost else tr("none"),
                ),
                tr("Take it back."),
                path,
                place=f"params.{name}",
                fixes=(
                    Fix(
                        tr("Remove {name}", name=name[:60]),
                        partial(conceal_name, definition=definition.id, name=name),
                    ),
                ),
            )
    for port, ends in definition.outputs.items():
        if not ends:
            yield from _empty_output(path, opened, definition, port)


def _empty_output(path: str, opened: Opened, definition: Composite, port: str) -> Iterator[Problem]:
    inside = opened.copies[0] if opened.copies else path
    for id in ports(definition, PORT_OUT)[port]:
        feeding = {wire.source for wire in definition.wires}
        ends = [n.id for n in definition.nodes if n.id not in feeding and n.block != PORT_OUT]
        fixes = [
            Fix(
                tr("Connect {source} to {id}", source=f"{inside}.{end}", id=f"{inside}.{id}"),
                _connect(path, Wire(source=end, target=id)),
            )
            for end in ends
        ]
        removal = Fix(
            tr("Delete {id}", id=f"{inside}.{id}"),
            lambda doc, id=id: edit_at(doc, path, lambda d: edits.remove_nodes(d, [id])),  # type: ignore[misc]
        )
        yield Problem(
            "missing_wire",
            tr('Nothing is connected to the port "{port}" of {id}.', port=port, id=path),
            tr("Draw a wire to it, inside of the composite."),
            f"{inside}.{id}",
            place="in",
            fixes=(*fixes, removal),
        )


def _connect(path: str, wire: Wire) -> Callable[[Document], Document]:
    return lambda doc: edit_at(doc, path, lambda inner: edits.connect(inner, wire))


# --- wires ----------------------------------------------------------------------------------------


def _wires(doc: Document, path: str, opened: Opened) -> Iterator[Problem]:
    """Wires at ports that do not exist, and ports without wires."""
    around, id = level(doc, parent(path)), local(path)
    sides: tuple[tuple[str, str, Mapping[str, Any]], ...] = (
        ("target", "target_port", ports(opened.definition, PORT_IN)),
        ("source", "source_port", ports(opened.definition, PORT_OUT)),
    )
    for end, port, known in sides:
        for wire in around.wires:
            if getattr(wire, end) == id and getattr(wire, port) not in known:
                yield _unknown_port(path, wire, port, list(known))
    wired = {w.target_port for w in around.wires if w.target == id}
    for name, ends in opened.definition.inputs.items():
        if ends and name not in wired:
            yield _missing_wire(around, path, name)


def _unknown_port(path: str, wire: Wire, end: str, names: list[str]) -> Problem:
    name = getattr(wire, end)

    def lead(other: str) -> Fix:
        better = wire.with_(**{end: other})

        def edit(inner: Document, _id: str) -> Document:
            wires = tuple(better if w == wire else w for w in inner.wires)
            return changed(inner, wires=wires)

        return Fix(tr("Connect {wire}", wire=better), _at(path, edit))

    likely = dict.fromkeys([*nearest(name, names), *names])
    return Problem(
        "unknown_port",
        tr(
            'The wire {wire} ends at "{port}", but {id} has no such port; it has: {names}.',
            wire=wire,
            port=name,
            id=path,
            names=", ".join(names) or tr("none"),
        ),
        tr("Draw the wire to another port, or delete it."),
        path,
        place=str(wire),
        fixes=(
            *map(lead, likely),
            Fix(
                tr("Delete the wire {wire}", wire=wire),
                _at(path, lambda inner, _id: edits.disconnect(inner, wire)),
            ),
        ),
    )


def _missing_wire(around: Document, path: str, port: str) -> Problem:
    """A port that something inside needs, and that gets nothing."""
    used = {wire.source for wire in around.wires}
    id = local(path)
    sources = sorted(
        (n for n in around.nodes if n.id != id and n.block != PORT_OUT),
        key=lambda n: (n.id in used, abs(n.at[0] - around.by_id[id].at[0])),
    )

    def connect(source: str) -> Fix:
        wire = Wire(source=source, target=id, target_port=port)
        title = tr("Connect {source} to {id}", source=source, id=path)
        return Fix(title, _at(path, lambda inner, _id: edits.connect(inner, wire)))

    return Problem(
        "missing_wire",
        tr('Nothing is connected to the port "{port}" of {id}.', port=port, id=path),
        tr("Draw a wire to it."),
        path,
        place=port,
        fixes=(*(connect(node.id) for node in sources[:5]), _delete(path)),
    )
