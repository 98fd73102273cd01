"""Repairs of wires: missing ones, those one too many, and those that end at no port."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from playground.blocks.base import Port
from playground.check.fixes import (
    SPACING,
    delete,
    free_place,
    insert_before,
    nearest,
    remove_wire,
    replace_wire,
)
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.document import edits, topology
from playground.document.change import get_node
from playground.document.model import Document, Node, Wire
from playground.i18n import tr
from playground.registry import blocks

MAX_SOURCES = 5  # blocks that are tried as the start of a missing wire


def unknown_port(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Lead the wire to the port with the nearest name, to a free one, or delete it."""
    wire = next((w for w in report.incoming[checked.node.id] if str(w) == problem.place), None)
    if wire is None or checked.block is None:
        return
    source = report.nodes[wire.source].block
    outputs = [port.name for port in source.outputs] if source is not None else [wire.source_port]
    inputs = [port.name for port in checked.block.inputs]
    for start in _ports(wire.source_port, outputs):
        for end in _ports(wire.target_port, inputs):
            better = wire.with_(source_port=start, target_port=end)
            yield Fix(
                tr("Connect {wire}", wire=better),
                lambda doc, new=better: replace_wire(doc, wire, new),  # type: ignore[misc]
            )
    yield remove_wire(wire)


def _ports(name: str, names: list[str]) -> list[str]:
    """The port itself where it exists, else all others, the likeliest first."""
    return [name] if name in names else list(dict.fromkeys([*nearest(name, names), *names]))[:3]


def missing_wire(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Connect the nearest block whose output fits, rather one that feeds nothing yet."""
    assert checked.block is not None
    id = checked.node.id
    port = next(port for port in checked.block.inputs if port.name == problem.place)
    for source in _sources(port, checked, report)[:MAX_SOURCES]:
        assert source.block is not None
        wire = Wire(
            source=source.node.id,
            source_port=source.block.outputs[0].name,
            target=id,
            target_port=port.name,
        )
        title = (
            tr("Connect {source} to {id}", source=wire.source, id=id)
            if len(checked.block.inputs) == 1
            else tr("Connect {wire}", wire=wire)
        )
        yield Fix(title, lambda doc, wire=wire: edits.connect(doc, wire))  # type: ignore[misc]
    if "input" in blocks and not any(n.node.block == "input" for n in report.nodes.values()):
        title = tr("Insert {blocks} before {id}", blocks=tr(blocks.get("input").title), id=id)
        yield Fix(title, lambda doc: _insert_input(doc, id, port.name))
    yield delete(id)


def cycle(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Feed the block from outside the circle, in place of the wire that closes it."""
    wire = next((w for w in report.incoming[checked.node.id] if str(w) == problem.place), None)
    ports = checked.block.inputs if checked.block is not None else ()
    port = next((port for port in ports if wire and port.name == wire.target_port), None)
    if wire is None or port is None or port.many:  # without the wire it still has others
        return
    for source in _sources(port, checked, report)[:MAX_SOURCES]:
        assert source.block is not None
        new = wire.with_(source=source.node.id, source_port=source.block.outputs[0].name)
        yield Fix(
            tr("Connect {wire}", wire=new),
            lambda doc, new=new: replace_wire(doc, wire, new),  # type: ignore[misc]
        )


def _sources(port: Port, checked: NodeReport, report: Report) -> list[NodeReport]:
    """Blocks that could feed the port, the likeliest first.

    Those that feed nothing yet, those that feed several blocks of this kind already (such as query,
    key and value), and of the others the nearest.
    """
    id = checked.node.id
    later = topology.descendants(report.document, id) | {id}
    used = {wire.source for wire in report.document.wires}
    kinds = {node.node.id: node.node.block for node in report.nodes.values()}
    alike = Counter(
        wire.source
        for wire in report.document.wires
        if kinds.get(wire.target) == checked.node.block and wire.target != id
    )
    fit = [
        other
        for other in report.nodes.values()
        if other.output is not None
        and other.block is not None
        and other.block.outputs
        and other.node.id not in later
        and port.accepts(other.output)
    ]
    return sorted(
        fit,
        key=lambda o: (
            o.node.id in used,
            alike[o.node.id] < 2,
            *_distance(o.node, checked.node),
        ),
    )


def _distance(source: Node, target: Node) -> tuple[bool, float]:
    """Blocks beside it or to the right come last: networks are drawn from left to right."""
    return source.at[0] >= target.at[0], math.dist(source.at, target.at)


def _insert_input(doc: Document, id: str, port: str) -> Document:
    at = get_node(doc, id).at
    place = free_place(doc, at[0] - SPACING, at[1])
    new = Node(id=edits.fresh_id(doc, "x"), block="input", at=place)
    wire = Wire(source=new.id, target=id, target_port=port)
    return edits.connect(edits.add_node(doc, new), wire)


def too_many_wires(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Keep the wire that was drawn last, join them all, or keep another."""
    id = checked.node.id
    wires = [w for w in report.incoming[id] if w.target_port == problem.place]
    yield _keep(wires, wires[-1])
    for block in ("add", "concat"):
        if block in blocks:
            title = tr("Insert {blocks} before {id}", blocks=tr(blocks.get(block).title), id=id)
            yield Fix(title, lambda doc, block=block: _join(doc, wires, block))  # type: ignore[misc]
    for wire in wires[:-1]:
        yield _keep(wires, wire)


def _keep(wires: list[Wire], kept: Wire) -> Fix:
    def edit(doc: Document) -> Document:
        for wire in wires:
            if wire is not kept:  # of equal ones the last goes, so that one of them stays
                doc = edits.disconnect(doc, wire)
        return doc

    return Fix(tr("Keep only the wire from {id}", id=kept.source), edit)


def _join(doc: Document, wires: list[Wire], block: str) -> Document:
    """Lead all wires into a new block on the first."""
    doc = insert_before(doc, wires[0], block)
    node = doc.nodes[-1].id
    for wire in wires[1:]:
        moved = edits.disconnect(doc, wire)
        doc = edits.connect(moved, wire.with_(target=node, target_port="in"))
    return doc
