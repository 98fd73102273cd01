"""Who feeds whom: order, cycles, ancestors, and the part of the graph that is one model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playground.document.model import Document, ModelSpec, Wire

__all__ = [
    "ancestors",
    "cycle",
    "descendants",
    "incoming",
    "order",
    "outgoing",
    "subgraph",
]


def incoming(doc: Document) -> dict[str, tuple[Wire, ...]]:
    """Node id -> the wires that end there, in the order of the file; every node has an entry."""
    found: dict[str, list[Wire]] = {node.id: [] for node in doc.nodes}
    for wire in doc.wires:
        found[wire.target].append(wire)
    return {id: tuple(wires) for id, wires in found.items()}


def outgoing(doc: Document) -> dict[str, tuple[Wire, ...]]:
    """Node id -> the wires that start there, in the order of the file; every node has an entry."""
    found: dict[str, list[Wire]] = {node.id: [] for node in doc.nodes}
    for wire in doc.wires:
        found[wire.source].append(wire)
    return {id: tuple(wires) for id, wires in found.items()}


def order(doc: Document) -> tuple[str, ...]:
    """All node ids, inputs first; nodes of cycles and what they feed come last.

    Nodes that could stand in either order keep the order of the file.
    Source: Kahn 1962, Topological sorting of large networks.
    """
    waiting = {node.id: 0 for node in doc.nodes}
    targets: dict[str, list[str]] = {id: [] for id in waiting}
    for wire in doc.wires:
        waiting[wire.target] += 1
        targets[wire.source].append(wire.target)
    ready = [id for id, count in waiting.items() if count == 0]
    for id in ready:  # grows while it is walked
        for target in targets[id]:
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    if len(ready) < len(waiting):
        done = set(ready)
        ready += [id for id in waiting if id not in done]
    return tuple(ready)


def cycle(doc: Document) -> tuple[str, ...]:
    """The nodes of one cycle in the direction of the wires, or () when there is none."""
    return tuple(wire.source for wire in cycle_wires(doc.wires))


def cycle_wires(wires: Iterable[Wire]) -> tuple[Wire, ...]:
    """The wires of one cycle, each starting where the one before ends, or () when there is none."""
    sources: dict[str, list[Wire]] = {}
    waiting: dict[str, int] = {}
    targets: dict[str, list[str]] = {}
    for wire in wires:
        sources.setdefault(wire.target, []).append(wire)
        targets.setdefault(wire.source, []).append(wire.target)
        waiting.setdefault(wire.source, 0)
        waiting[wire.target] = waiting.get(wire.target, 0) + 1
    ready = [id for id, count in waiting.items() if count == 0]
    for id in ready:
        for target in targets.get(id, ()):
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    left = {id for id, count in waiting.items() if count > 0}
    if not left:
        return ()
    # each of these is fed by another of these, so walking upstream must come round
    path: list[Wire] = []
    seen: dict[str, int] = {}
    at = next(id for id in waiting if id in left)
    while at not in seen:
        seen[at] = len(path)
        wire = next(wire for wire in sources[at] if wire.source in left)
        path.append(wire)
        at = wire.source
    return tuple(reversed(path[seen[at] :]))


def ancestors(doc: Document, id: str) -> frozenset[str]:
    """Ids of everything that the node depends on; of itself only when it is in a cycle."""
    return reach({target: [w.source for w in ws] for target, ws in incoming(doc).items()}, id)


def descendants(doc: Document, id: str) -> frozenset[str]:
    """Ids of everything that depends on the node; itself only when it is in a cycle."""
    return reach({source: [w.target for w in ws] for source, ws in outgoing(doc).items()}, id)


def reach(steps: Mapping[str, Iterable[str]], start: str) -> frozenset[str]:
    """All ids that one or more steps lead to from `start`."""
    found: set[str] = set()
    todo = [start]
    while todo:
        for id in steps.get(todo.pop(), ()):
            if id not in found:
                found.add(id)
                todo.append(id)
    return frozenset(found)


def subgraph(doc: Document, model: ModelSpec) -> tuple[str, ...]:
    """Ids of the blocks of one model, inputs first: all that its output needs, up to its inputs.

    Whatever feeds the model's input blocks lies outside. Ids that the document lacks are left out.
    """
    if model.output not in doc.by_id:
        return ()
    arriving = incoming(doc)
    for id in model.inputs:
        arriving[id] = ()
    steps = {target: [w.source for w in wires] for target, wires in arriving.items()}
    members = {model.output, *reach(steps, model.output)}
    members |= {id for id in model.inputs if id in doc.by_id}
    return tuple(id for id in order(doc) if id in members)
