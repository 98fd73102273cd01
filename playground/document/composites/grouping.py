"""Making a composite out of blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from playground.document import topology
from playground.document.change import changed, get_node, is_within, unless_equal, unused_id
from playground.document.composites.definitions import is_instance, is_port
from playground.document.composites.paths import edit_at, local, parent
from playground.document.edits import map_lenses, map_models
from playground.document.model import (
    COMPOSITE,
    PORT_IN,
    PORT_OUT,
    Composite,
    Document,
    Group,
    Node,
    Note,
    Scope,
    Wire,
)
from playground.errors import EditError
from playground.i18n import tr
from playground.registry import blocks

COLUMN = 220.0  # canvas pixels from a column of cards to the next
ROW = 140.0  # canvas pixels from a card to the one below
End = tuple[str, str]  # id of a block, and its port


def group(doc: Document, ids: Iterable[str], title: str = "") -> tuple[Document, str]:
    """Put blocks into a new composite, with a port for each wire that crosses its border.

    Frames and notes among the blocks come along; models, lenses and exposed parameters follow.

    Parameters
    ----------
    ids : iterable of str
        Blocks of one level, as paths.
    title : str
        What the composite is called; its id is made from it.

    Returns
    -------
    The document, and the path of the instance that stands in the blocks' place.

    Raises
    ------
    EditError
        There are no blocks, they lie on different levels, or others lie between them.
    """
    wanted = list(dict.fromkeys(ids))
    levels = {parent(id) for id in wanted if id not in doc.by_id}
    if not levels:
        return _group(doc, wanted, title)
    if len(levels) > 1 or any(id in doc.by_id for id in wanted):
        raise EditError(tr("Only blocks of one level can become a composite."))
    (path,) = levels
    made = ""

    def edit(inner: Document) -> Document:
        nonlocal made
        inner, made = _group(inner, [local(id) for id in wanted], title)
        return inner

    return edit_at(doc, path, edit), f"{path}.{made}"


def _group(doc: Document, ids: list[str], title: str) -> tuple[Document, str]:
    chosen = {get_node(doc, id).id for id in ids}
    _check(doc, chosen)
    nodes = [node for node in doc.nodes if node.id in chosen]
    centre = _centre(nodes)
    border = _Border(doc, chosen)
    definition = Composite(
        id=unused_id({c.id for c in doc.composites}, _word(title)),
        title=title,
        nodes=(*border.ports(nodes, centre), *(_moved(node, centre) for node in nodes)),
        wires=tuple(border.inner),
        groups=tuple(g for g in doc.groups if _fits(g, chosen)),
        notes=tuple(_moved(note, centre) for note in _notes(doc, nodes)),
        params=_exposed_inside(doc, chosen),
    )
    instance = unused_id(doc.by_id.keys() - chosen, definition.id)
    return _replaced(doc, chosen, definition, instance, centre, border), instance


def _check(doc: Document, chosen: set[str]) -> None:
    if not chosen:
        raise EditError(tr("A composite needs at least one block."), tr("Select blocks first."))
    port = next((id for id in sorted(chosen) if is_port(doc.by_id[id])), None)
    if port is not None:
        raise EditError(tr("A port cannot become part of another composite."), node=port)
    outer: dict[str, list[str]] = {node.id: [] for node in doc.nodes}
    leaving = []
    for wire in doc.wires:
        if wire.source not in chosen and wire.target not in chosen:
            outer[wire.source].append(wire.target)
        elif wire.target not in chosen:
            leaving.append(wire.target)
    behind = {*leaving, *(id for start in leaving for id in topology.reach(outer, start))}
    between = sorted({w.source for w in doc.wires if w.target in chosen and w.source in behind})
    if between:
        raise EditError(
            tr(
                "{names} lies between these blocks: it gets what they give and feeds them.",
                names=", ".join(between)[:200],
            ),
            tr("Select it, too."),
            between[0],
        )


def _word(title: str) -> str:
    """An id made from a title."""
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or "block"


def _centre(nodes: list[Node]) -> tuple[float, float]:
    """The middle of the blocks, in whole pixels."""
    xs, ys = ([node.at[axis] for node in nodes] for axis in (0, 1))
    return float(round((min(xs) + max(xs)) / 2)), float(round((min(ys) + max(ys)) / 2))


def _moved(thing: Any, centre: tuple[float, float]) -> Any:
    """A block or a note with its place relative to a point."""
    at = (thing.at[0] - centre[0], thing.at[1] - centre[1])
    return thing.model_copy(update={"at": at})


def _fits(frame: Group, chosen: set[str]) -> bool:
    return bool(frame.nodes) and chosen.issuperset(frame.nodes)


def _notes(doc: Document, nodes: list[Node]) -> list[Note]:
    """The notes that lie among the blocks."""
    left, right = min(n.at[0] for n in nodes), max(n.at[0] for n in nodes) + COLUMN
    top, bottom = min(n.at[1] for n in nodes), max(n.at[1] for n in nodes) + ROW
    return [
        note
        for note in doc.notes
        if left <= note.at[0]
        and top <= note.at[1]
        and note.at[0] + note.size[0] <= right
        and note.at[1] + note.size[1] <= bottom
    ]


class _Border:
    """The ports that the wires across the border of a new composite need."""

    def __init__(self, doc: Document, chosen: set[str]) -> None:
        self.inner: list[Wire] = []
        self.outer: list[Wire] = []  # with the instance still to be named: ""
        self._taken = set(chosen)
        self._names: dict[str, set[str]] = {PORT_IN: set(), PORT_OUT: set()}
        self._nodes: dict[tuple[str, End], Node] = {}
        for wire in doc.wires:
            self._add(wire, wire.source in chosen, wire.target in chosen)
        for end in _open_inputs(doc, chosen):
            node = self._port(PORT_IN, end, end[1])
            self.inner.append(Wire(source=node.id, target=end[0], target_port=end[1]))
        for end in _open_outputs(doc, chosen):
            node = self._port(PORT_OUT, end, "out")
            self.inner.append(Wire(source=end[0], source_port=end[1], target=node.id))

    def _add(self, wire: Wire, starts: bool, ends: bool) -> None:
        end = (wire.source, wire.source_port)
        if starts and ends:
            self.inner.append(wire)
        elif ends:
            new = (PORT_IN, end) not in self._nodes
            node = self._port(PORT_IN, end, wire.target_port)
            self.inner.append(wire.model_copy(update={"source": node.id, "source_port": "out"}))
            if new:
                ways = {"target": "", "target_port": node.params.get("port", "in")}
                self.outer.append(wire.model_copy(update=ways))
        elif starts:
            new = (PORT_OUT, end) not in self._nodes
            node = self._port(PORT_OUT, end, wire.source_port)
            if new:
                self.inner.append(wire.model_copy(update={"target": node.id, "target_port": "in"}))
            ways = {"source": "", "source_port": node.params.get("port", "out")}
            self.outer.append(wire.model_copy(update=ways))
        else:
            self.outer.append(wire)

    def _port(self, block: str, end: End, wish: str) -> Node:
        if (block, end) not in self._nodes:
            usual = "in" if block == PORT_IN else "out"
            name = unused_port(self._names[block], wish)
            self._names[block].add(name)
            id = unused_id(self._taken, "input" if block == PORT_IN else "output")
            self._taken.add(id)
            params = {} if name == usual else {"port": name}
            self._nodes[block, end] = Node(id=id, block=block, params=params)
        return self._nodes[block, end]

    def ports(self, nodes: list[Node], centre: tuple[float, float]) -> Iterator[Node]:
        """The nodes for the ports: inputs in a column at the left, outputs at the right."""
        left = min(node.at[0] for node in nodes) - centre[0] - COLUMN
        right = max(node.at[0] for node in nodes) - centre[0] + COLUMN
        for block, x in ((PORT_IN, left), (PORT_OUT, right)):
            column = [node for (kind, _), node in self._nodes.items() if kind == block]
            for row, node in enumerate(column):
                y = (row - (len(column) - 1) / 2) * ROW
                yield node.model_copy(update={"at": (x, y)})


def unused_port(taken: Iterable[str], wish: str) -> str:
    """A port's name that nobody has: `in`, `in2`, ..."""
    names, number, name = set(taken), 1, wish
    while name in names:
        number += 1
        name = f"{wish[:60]}{number}"
    return name


def _open_inputs(doc: Document, chosen: set[str]) -> Iterator[End]:
    """The ports of these blocks where no wire ends yet."""
    wired = {(wire.target, wire.target_port) for wire in doc.wires}
    for node in doc.nodes:
        if node.id in chosen and not is_instance(node) and node.block in blocks:
            for port in blocks.get(node.block).inputs:
                if (node.id, port.name) not in wired:
                    yield node.id, port.name


def _open_outputs(doc: Document, chosen: set[str]) -> Iterator[End]:
    """The outputs of these blocks that feed nothing: an end of the network, maybe."""
    used = {wire.source for wire in doc.wires}
    for node in doc.nodes:
        if node.id in chosen and node.id not in used:
            yield node.id, "out"


def _exposed_inside(doc: Document, chosen: set[str]) -> dict[str, tuple[str, ...]]:
    """Exposed parameters of the level whose blocks go one level down: exposed there, too."""
    if not isinstance(doc, Scope):
        return {}
    found = {}
    for name, ends in doc.exposed.items():
        kept = tuple(end for end in ends if end.rpartition(".")[0] in chosen)
        if kept:
            found[name] = kept
    return found


def _replaced(
    doc: Document,
    chosen: set[str],
    definition: Composite,
    instance: str,
    centre: tuple[float, float],
    border: _Border,
) -> Document:
    """The document with an instance in the place of the blocks."""
    node = Node(id=instance, block=COMPOSITE, params={"definition": definition.id}, at=centre)
    nodes: list[Node] = []
    for old in doc.nodes:
        if old.id not in chosen:
            nodes.append(old)
        elif node not in nodes:
            nodes.append(node)
    ends = {"source": instance, "target": instance}
    wires = (
        w.model_copy(update={k: v for k, v in ends.items() if not getattr(w, k)})
        for w in border.outer
    )
    inside = {note.id for note in definition.notes}
    name = _renamed(chosen, instance)
    fields: dict[str, Any] = {}
    if isinstance(doc, Scope) and doc.exposed:
        fields["exposed"] = {
            key: tuple(dict.fromkeys(_end(end, key, chosen, instance) for end in ends))
            for key, ends in doc.exposed.items()
        }
    return changed(
        doc,
        nodes=tuple(nodes),
        wires=tuple(wires),
        groups=tuple(_frames(doc, chosen, instance)),
        notes=tuple(note for note in doc.notes if note.id not in inside),
        composites=(*doc.composites, definition),
        train=unless_equal(doc.train, models=map_models(doc.train.models, name)),
        view=unless_equal(doc.view, lenses=map_lenses(doc.view.lenses, name)),
        **fields,
    )


def _renamed(chosen: set[str], instance: str) -> Callable[[str], str]:
    def name(id: str) -> str:
        return f"{instance}.{id}" if any(is_within(id, old) for old in chosen) else id

    return name


def _end(end: str, key: str, chosen: set[str], instance: str) -> str:
    return f"{instance}.{key}" if end.rpartition(".")[0] in chosen else end


def _frames(doc: Document, chosen: set[str], instance: str) -> Iterator[Group]:
    """The frames that stay: one around all these blocks is now around the instance."""
    for frame in doc.groups:
        if _fits(frame, chosen):
            continue
        if chosen.isdisjoint(frame.nodes):
            yield frame
            continue
        around = chosen.issubset(frame.nodes)
        members = [instance if around and id in chosen else id for id in frame.nodes]
        rest = tuple(id for id in dict.fromkeys(members) if id not in chosen or id == instance)
        yield unless_equal(frame, nodes=rest)
