"""Repairs: what a button beside a problem does, each one pure edit.

Experiments use these for their own problems too: `set_outputs` for a last layer of the wrong width.
"""

from __future__ import annotations

import difflib
import logging
import math
from collections.abc import Callable, Iterable

from playground.blocks.base import Port, Shape
from playground.check import parameters
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.document import edits, topology
from playground.document.change import get_node
from playground.document.model import Document, Node, Wire
from playground.i18n import tr
from playground.registry import blocks

MAX_FIXES = 3
SPACING = 220.0  # canvas pixels from one card to the next


def nearest(key: str, names: Iterable[str]) -> list[str]:
    """The names that look like the key, likeliest first; at most three."""
    return difflib.get_close_matches(key[:100], list(names), n=MAX_FIXES, cutoff=0.5)


def fixes_for(problem: Problem, report: Report) -> tuple[Fix, ...]:
    """The repairs of a block's problem; none when nothing obvious mends it. Never raises."""
    find = _FINDERS.get(problem.kind)
    try:
        found = find(report.nodes[problem.node], report) if find else []
    except Exception:
        logging.getLogger(__name__).warning("repairs of %s", problem.kind, exc_info=True)
        found = []
    return (*problem.fixes, *found)[:MAX_FIXES]


def delete(node: str) -> Fix:
    """Delete a block and lead what it received on."""
    return Fix(tr("Delete {id}", id=node), lambda doc: edits.remove_and_reconnect(doc, [node]))


def set_outputs(report: Report, node: str, n: int) -> Fix | None:
    """Let a block give `n` numbers, by the number of neurons of it or of the last layer before it.

    Looks back through blocks that keep the shape (activations, dropout); None when the width of the
    output does not come from one number of neurons.
    """
    seen: set[str] = set()
    while node in report.nodes and node not in seen:
        seen.add(node)
        checked = report.nodes[node]
        if checked.block is None:
            return None
        if "out_features" in type(checked.block).model_fields and not checked.node.muted:
            if not parameters.accepts(type(checked.block), "out_features", n):
                return None
            return _set(node, "out_features", n)
        wires = report.incoming.get(node, ())
        if len(wires) != 1 or checked.inputs != (checked.output,):
            return None
        node = wires[0].source
    return None


def _set(node: str, name: str, value: object) -> Fix:
    return Fix(
        tr("Set {name} of {id} to {value}", name=name, id=node, value=value),
        lambda doc: edits.set_param(doc, node, name, value),
    )


def insert_before(doc: Document, wire: Wire, block: str) -> Document:
    """Put a new block on a wire and make room for it on the canvas."""
    at = get_node(doc, wire.target).at
    node = Node(id=edits.fresh_id(doc, block), block=block, at=at)
    later = {wire.target, *topology.descendants(doc, wire.target)} - {wire.source}
    places = {n.id: (min(n.at[0] + SPACING, 1e7), n.at[1]) for n in doc.nodes if n.id in later}
    return edits.insert_on_wire(edits.move_nodes(doc, places), wire, node)


# --- finders: NodeReport, Report -> fixes ---------------------------------------------------------


def _unknown_block(checked: NodeReport, report: Report) -> list[Fix]:
    def use(name: str) -> Fix:
        cls = blocks.get(name)

        def edit(doc: Document) -> Document:
            node = get_node(doc, checked.node.id)
            params = {k: v for k, v in node.params.items() if parameters.accepts(cls, k, v)}
            return edits.replace_node(doc, node.with_(block=name, params=params))

        return Fix(tr("Use {name}", name=name), edit)

    return [*map(use, nearest(checked.node.block, blocks)[:2]), delete(checked.node.id)]


def _unknown_field(checked: NodeReport, report: Report) -> list[Fix]:
    return [_set(checked.node.id, "field", name) for name in report.fields]


def _unknown_port(checked: NodeReport, report: Report) -> list[Fix]:
    ports = {port.name: port for port in checked.block.inputs} if checked.block else {}
    for wire in report.incoming[checked.node.id]:
        source = report.nodes[wire.source].block
        outputs = [p.name for p in source.outputs] if source else [wire.source_port]
        if wire.target_port in ports and wire.source_port in outputs:
            continue
        found = []
        target_port = wire.target_port if wire.target_port in ports else next(iter(ports), None)
        if target_port is not None and outputs:
            source_port = wire.source_port if wire.source_port in outputs else outputs[0]
            better = wire.with_(source_port=source_port, target_port=target_port)
            free = all(
                w is wire or w.target_port != target_port for w in report.incoming[checked.node.id]
            )
            if free or ports[target_port].many:
                found.append(Fix(tr("Connect {wire}", wire=better), _replace(wire, better)))
        return [*found, remove_wire(wire)]
    return []


def _replace(old: Wire, new: Wire) -> Callable[[Document], Document]:
    return lambda doc: edits.connect(_without(doc, old), new)


def _exchange(old: Wire, new: Wire) -> Callable[[Document], Document]:
    return lambda doc: edits.connect(edits.disconnect(doc, old), new)


def remove_wire(wire: Wire) -> Fix:
    """Delete a wire, and all that are equal to it."""
    return Fix(tr("Delete the wire {wire}", wire=wire), lambda doc: _without(doc, wire))


def _without(doc: Document, wire: Wire) -> Document:
    doc = edits.disconnect(doc, wire)
    while wire in doc.wires:
        doc = edits.disconnect(doc, wire)
    return doc


def _missing_wire(checked: NodeReport, report: Report) -> list[Fix]:
    """Connect the nearest block whose output fits, rather one that feeds nothing yet."""
    assert checked.block is not None
    assert checked.problem is not None
    id = checked.node.id
    port = next(p for p in checked.block.inputs if p.name == checked.problem.place)
    later = topology.descendants(report.document, id) | {id}
    used = {wire.source for wire in report.document.wires}
    idle = [other for other in report.nodes.values() if other.node.id not in used]

    def nearest_of(others: Iterable[NodeReport]) -> NodeReport | None:
        fit = [
            other
            for other in others
            if other.output is not None
            and other.node.id not in later
            and port.accepts(other.output)
        ]
        return min(fit, key=lambda other: _distance(other.node, checked.node), default=None)

    best = nearest_of(idle) or nearest_of(report.nodes.values())
    if best is None or best.block is None or not best.block.outputs:
        return []
    wire = Wire(
        source=best.node.id,
        source_port=best.block.outputs[0].name,
        target=id,
        target_port=port.name,
    )
    title = tr("Connect {source} to {id}", source=best.node.id, id=id)
    return [Fix(title, lambda doc: edits.connect(doc, wire))]


def _distance(source: Node, target: Node) -> tuple[bool, float]:
    """Blocks to the right come last: networks are drawn from left to right."""
    return source.at[0] > target.at[0], math.dist(source.at, target.at)


def _too_many_wires(checked: NodeReport, report: Report) -> list[Fix]:
    assert checked.problem is not None
    arriving = report.incoming[checked.node.id]
    wires = [w for w in arriving if w.target_port == checked.problem.place]
    extra = wires[:-1]  # the last one drawn is the one that was wanted

    def keep_last(doc: Document) -> Document:
        for wire in extra:
            doc = edits.disconnect(doc, wire)
        return doc

    def add(doc: Document) -> Document:
        doc = insert_before(doc, wires[0], "add")
        node = doc.nodes[-1].id
        for wire in wires[1:]:
            doc = _exchange(wire, wire.with_(target=node, target_port="in"))(doc)
        return doc

    found = [Fix(tr("Keep only the wire from {id}", id=wires[-1].source), keep_last)]
    shapes = {report.shape(wire.source) for wire in wires}
    if len(shapes) == 1 and None not in shapes and "add" in blocks:
        found.append(Fix(tr("Insert Add before {id}", id=checked.node.id), add))
    return found


def _wrong_rank(checked: NodeReport, report: Report) -> list[Fix]:
    assert checked.block is not None
    for port, wire, shape in _ends(checked, report):
        if port.accepts(shape):
            continue
        flat = (math.prod(shape),)
        if len(shape) > 1 and port.accepts(flat) and "flatten" in blocks:
            title = tr("Insert Flatten before {id}", id=checked.node.id)
            return [Fix(title, lambda doc, wire=wire: insert_before(doc, wire, "flatten"))]  # type: ignore[misc]
        return _undo_flatten(port, wire, report)
    return []


def _undo_flatten(port: Port, wire: Wire, report: Report) -> list[Fix]:
    """An image was asked for and a line of numbers came: maybe a Flatten stands in the way."""
    source = report.nodes[wire.source]
    while source.node.block != "flatten" and source.inputs == (source.output,):
        source = report.nodes[report.incoming[source.node.id][0].source]
    before = source.inputs[0] if source.inputs else None
    if source.node.block == "flatten" and before is not None and port.accepts(before):
        return [delete(source.node.id)]
    return []


def _ends(checked: NodeReport, report: Report) -> Iterable[tuple[Port, Wire, Shape]]:
    """Port, wire and shape of everything that arrives."""
    assert checked.block is not None
    for port in checked.block.inputs:
        for wire in report.incoming[checked.node.id]:
            shape = report.shape(wire.source)
            if wire.target_port == port.name and shape is not None:
                yield port, wire, shape


def _wrong_shape(checked: NodeReport, report: Report) -> list[Fix]:
    """A window that does not fit: the largest kernel that does, or the least padding."""
    block = checked.block
    assert block is not None
    found = []
    kernel = getattr(block, "kernel_size", None)
    if type(kernel) is int and kernel > 1:
        size = next((n for n in range(kernel - 1, 0, -1) if _fits(checked, "kernel_size", n)), None)
        if size is not None:
            found.append(_set(checked.node.id, "kernel_size", size))
    padding = getattr(block, "padding", None)
    if type(padding) is int:
        more = next((n for n in range(padding + 1, 65) if _fits(checked, "padding", n)), None)
        if more is not None:
            found.append(_set(checked.node.id, "padding", more))
    return found


def _fits(checked: NodeReport, name: str, value: int) -> bool:
    """Whether the block would take its inputs with another value of one parameter."""
    assert checked.block is not None
    block, _ = parameters.make(type(checked.block), {**checked.node.params, name: value})
    if block is None:
        return False
    try:
        block.shapes(*checked.inputs)
    except Exception:  # noqa: BLE001 - a plug-in's block may raise anything
        return False
    return True


_FINDERS: dict[str, Callable[[NodeReport, Report], list[Fix]]] = {
    "unknown_block": _unknown_block,
    "unknown_field": _unknown_field,
    "unknown_port": _unknown_port,
    "missing_wire": _missing_wire,
    "too_many_wires": _too_many_wires,
    "wrong_rank": _wrong_rank,
    "wrong_shape": _wrong_shape,
}
