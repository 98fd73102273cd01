"""Puts the insides of composites in the place of their instances.

Ports, and the instances themselves, are ends that wires run through: the inside is put in first,
wires and all, and then each wire is drawn from where its tensor really comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from playground.document.change import definition_id, needed
from playground.document.composites.definitions import (
    chain,
    circle,
    is_instance,
    is_port,
    ports,
    read_instance,
)
from playground.document.model import (
    MAX_ENTRIES,
    PORT_IN,
    PORT_OUT,
    Composite,
    Document,
    Node,
    Wire,
)

End = tuple[str, str]  # id of a block, and its port
Choose = Callable[[str, Node], Sequence[int] | None]
# path and instance -> which of its copies are put in; None leaves the instance as it is
OWN_PARAMS = ("repeat", "share_weights")  # of an instance; all others are exposed ones


@dataclass(frozen=True, slots=True)
class Opened:
    """An instance whose inside was put in.

    Parameters
    ----------
    node : Node
        The instance, with the values that exposed parameters around it give it.
    definition : Composite
    copies : tuple of str
        Path of what is inside, a copy each; empty for one that is muted.
    inputs, outputs : mapping
        Port -> the ends that stand for it.
    """

    node: Node
    definition: Composite
    copies: tuple[str, ...]
    inputs: Mapping[str, tuple[str, ...]]
    outputs: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Part:
    """A piece of the network with the insides put in, and its wires as they are drawn."""

    nodes: list[Node] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    ports: dict[str, Node] = field(default_factory=dict)  # path -> port of a composite
    opened: dict[str, Opened] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)  # path -> kind of problem
    shared: dict[str, str] = field(default_factory=dict)  # path -> path of the block with weights

    def add(self, other: Part) -> None:
        """Take in another piece."""
        self.nodes += other.nodes
        self.wires += other.wires
        self.ports |= other.ports
        self.opened |= other.opened
        self.closed |= other.closed
        self.shared |= other.shared


class Flattener:
    """Puts in the insides of the instances that `choose` names, at any depth."""

    def __init__(
        self, doc: Document, choose: Choose, *, place: bool = False, muted_opens: bool = False
    ) -> None:
        self.doc, self._choose, self._place = doc, choose, place
        self._muted_opens = muted_opens  # show what is inside of a muted one, too
        self.definitions = {composite.id: composite for composite in doc.composites}
        self._circular = _circular(doc.composites)
        self._sizes: dict[str, int] = {}
        self._closures: dict[str, tuple[Composite, ...]] = {}
        self._left = MAX_ENTRIES

    def run(self) -> Part:
        """The whole document."""
        return self._level(self.doc.nodes, self.doc.wires, "")

    def _level(self, nodes: Iterable[Node], wires: Sequence[Wire], prefix: str) -> Part:
        part = Part(wires=list(wires))
        for node in nodes:
            if prefix and is_port(node):
                part.ports[node.id] = node
            elif is_instance(node):
                self._instance(node, part)
            else:
                part.nodes.append(node)
        return part

    def _instance(self, node: Node, part: Part) -> None:
        copies = self._choose(node.id, node)
        reason = "" if copies is None else self._reason(node)
        if copies is None or reason:
            part.nodes.append(node)
            if reason:
                part.closed[node.id] = reason
            return
        definition = self.definitions[definition_id(node)]
        follow = chain(definition)
        if node.muted and follow is not None and not self._muted_opens:
            _pass_through(node, definition, follow, part)
            return
        instance = read_instance(node)
        repeat = instance.repeat if follow is not None else 1
        if repeat < instance.repeat:
            part.closed[node.id] = "cannot_repeat"
        if node.muted:
            part.closed[node.id] = "cannot_mute"
        numbered = instance.repeat > 1
        shown = [k for k in copies if k < repeat] or [0]
        paths = [f"{node.id}.{k}" if numbered else node.id for k in shown]
        for path in paths:
            inside = self.copy(node, definition, path)
            part.add(inside)
            if instance.share_weights and path != paths[0]:
                first = paths[0]
                part.shared |= {n.id: first + n.id[len(path) :] for n in inside.nodes}
        _string(node, definition, tuple(paths), follow or {}, part)

    def copy(self, node: Node, definition: Composite, path: str) -> Part:
        """The inside of an instance with all ids under `path`, and what is inside of that."""
        values = _values(definition, read_instance(node).values)
        nodes = [_placed(n, path, node, values, self._place) for n in definition.nodes]
        wires = [_prefixed(wire, path) for wire in definition.wires]
        return self._level(nodes, wires, path)

    def closure(self, definition: str) -> tuple[Composite, ...]:
        """A definition and all that it contains."""
        if definition not in self._closures:
            first = self.definitions[definition]
            self._closures[definition] = (first, *needed(self.doc.composites, first.nodes))
        return self._closures[definition]

    def _reason(self, node: Node) -> str:
        """Why an instance cannot be opened; "" when it can."""
        name = definition_id(node)
        if name not in self.definitions:
            return "unknown_definition"
        if name in self._circular:
            return "circular_definition"
        if "." in node.id:  # counted with what is around it
            return ""
        size = self._size(name) * read_instance(node).repeat
        if size > self._left:
            return "too_many_blocks"
        self._left -= size
        return ""

    def _size(self, name: str) -> int:
        if name not in self.definitions:
            return 1
        if name not in self._sizes:
            self._sizes[name] = min(
                MAX_ENTRIES + 1,
                sum(
                    self._size(definition_id(n)) * read_instance(n).repeat if is_instance(n) else 1
                    for n in self.definitions[name].nodes
                ),
            )
        return self._sizes[name]


def _circular(composites: tuple[Composite, ...]) -> set[str]:
    """Ids of the definitions that contain themselves, or one that does."""
    if not circle(composites):
        return set()
    uses = {c.id: set(filter(None, map(definition_id, c.nodes))) for c in composites}
    good: set[str] = set()
    while True:
        more = {name for name, inner in uses.items() if inner & uses.keys() <= good} - good
        if not more:
            return uses.keys() - good
        good |= more


def _values(definition: Composite, values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Id of a node inside -> its parameters that the instance sets."""
    found: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        for end in definition.params.get(name, ()):
            id, _, param = end.rpartition(".")
            found.setdefault(id, {})[param] = value
    return found


def with_values(node: Node, values: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a node with some set; for an instance mostly those that it exposes."""
    if not is_instance(node):
        return {**node.params, **values}
    own = {name: value for name, value in values.items() if name in OWN_PARAMS}
    given = {name: value for name, value in values.items() if name not in OWN_PARAMS}
    if given:
        own["params"] = {**read_instance(node).values, **given}
    return {**node.params, **own}


def _placed(
    node: Node, path: str, outer: Node, values: Mapping[str, Mapping[str, Any]], place: bool
) -> Node:
    fields: dict[str, Any] = {"id": f"{path}.{node.id}"}
    if node.id in values:
        fields["params"] = with_values(node, values[node.id])
    if outer.frozen and not node.frozen:
        fields["frozen"] = True
    if outer.penalty is not None and node.penalty is None:
        fields["penalty"] = outer.penalty
    if place:
        fields["at"] = (outer.at[0] + node.at[0], outer.at[1] + node.at[1])
    return node.model_copy(update=fields)


def _prefixed(wire: Wire, path: str) -> Wire:
    ends = {"source": f"{path}.{wire.source}", "target": f"{path}.{wire.target}"}
    return wire.model_copy(update=ends)


def _pass_through(node: Node, definition: Composite, follow: Mapping[str, str], part: Part) -> None:
    """A muted composite: what arrives leaves again."""
    inputs = {name: (f"{node.id}.{name}:in",) for name in ports(definition, PORT_IN)}
    outputs = {name: (f"{node.id}.{name}:out",) for name in ports(definition, PORT_OUT)}
    part.ports |= {id: node for ids in (*inputs.values(), *outputs.values()) for id in ids}
    for input, output in follow.items():
        part.wires.append(Wire(source=inputs[input][0], target=outputs[output][0]))
    part.opened[node.id] = Opened(node, definition, (), inputs, outputs)


def _string(
    node: Node,
    definition: Composite,
    paths: tuple[str, ...],
    follow: Mapping[str, str],
    part: Part,
) -> None:
    """Lead each copy to the next, and the ports to the first and the last."""
    inputs, outputs = ports(definition, PORT_IN), ports(definition, PORT_OUT)
    for before, after in pairwise(paths):
        for input, output in follow.items():
            for source in outputs[output]:
                part.wires += [
                    Wire(source=f"{before}.{source}", target=f"{after}.{target}")
                    for target in inputs[input]
                ]
    entries = {
        name: tuple(
            f"{path}.{id}" for path in (paths[:1] if name in follow else paths) for id in ids
        )
        for name, ids in inputs.items()
    }
    exits = {name: tuple(f"{paths[-1]}.{id}" for id in ids) for name, ids in outputs.items()}
    part.opened[node.id] = Opened(node, definition, paths, entries, exits)


class Sources:
    """Where the tensors really come from that arrive at ports."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._feeds: dict[str, list[End]] = {id: [] for id in part.ports}
        for wire in part.wires:
            for id in self._entered(wire):
                self._feeds[id].append((wire.source, wire.source_port))
        self._found: dict[str, tuple[End, ...]] = {}

    def _entered(self, wire: Wire) -> tuple[str, ...]:
        """The ports that a wire leads into; () for one that ends at a block."""
        opened = self._part.opened.get(wire.target)
        if opened is not None:
            return opened.inputs.get(wire.target_port, ())
        return (wire.target,) if wire.target in self._part.ports else ()

    def of(self, id: str, port: str = "out") -> tuple[End, ...]:
        """The ends of blocks that a port, or a port of an opened instance, gets its tensor from."""
        opened = self._part.opened.get(id)
        if opened is not None:
            return tuple(end for way in opened.outputs.get(port, ()) for end in self.of(way))
        if id not in self._part.ports:
            return ((id, port),)
        if id not in self._found:
            self._walk(id)
        return self._found[id]

    def _walk(self, start: str) -> None:
        """Fill in one port, and those before it; with a stack, for chains may be long."""
        todo, waiting = [start], set[str]()
        while todo:
            id = todo[-1]
            if id in self._found:
                todo.pop()
                continue
            before = [way for end in self._feeds[id] for way in self._ways(end)]
            missing = [way for way in before if way not in self._found and way not in waiting]
            if missing:
                waiting.add(id)
                todo += missing
                continue
            ends: list[End] = []
            for end in self._feeds[id]:
                ways = self._ways(end)
                if ways or end[0] in self._part.opened:
                    # a circle of ports alone leads to nothing
                    ends += [e for way in ways for e in self._found.get(way, ())]
                else:
                    ends.append(end)
            self._found[id] = tuple(ends)
            todo.pop()

    def _ways(self, end: End) -> tuple[str, ...]:
        """The ports that an end of a wire goes through; () for that of a block."""
        opened = self._part.opened.get(end[0])
        if opened is not None:
            return opened.outputs.get(end[1], ())
        return (end[0],) if end[0] in self._part.ports else ()


def drawn(part: Part, sources: Sources) -> list[Wire]:
    """The wires between blocks, each from where its tensor comes from."""
    wires: list[Wire] = []
    for wire in part.wires:
        if wire.target in part.ports or wire.target in part.opened:
            continue
        if wire.source not in part.ports and wire.source not in part.opened:
            wires.append(wire)
            continue
        for source, port in sources.of(wire.source, wire.source_port):
            wires.append(wire.model_copy(update={"source": source, "source_port": port}))
    return wires
