"""Repairs of a tensor with the wrong number of axes: lists of numbers where images are due."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from playground.blocks.base import Block, Port, Shape, format_shape, numel
from playground.check.fixes import delete, exchange, insert_before, set_value
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.document import edits
from playground.document.change import changed, get_node
from playground.document.model import Document, Wire
from playground.i18n import tr
from playground.registry import blocks

IMAGE: Shape = (1, 1, 1)  # any shape with three axes


def wrong_rank(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Another kind of the block, a Flatten or Reshape before it, or a Flatten moved or gone."""
    assert checked.block is not None
    wire = next((w for w in report.incoming[checked.node.id] if str(w) == problem.place), None)
    shape = report.shape(wire.source) if wire is not None else None
    if wire is None or shape is None:
        return
    port = next(port for port in checked.block.inputs if port.name == wire.target_port)
    yield from _siblings(checked, shape)
    if not shape:
        yield from _other_field(wire, port, report)
    elif port.accepts((numel(shape),)):
        yield _insert(wire, "flatten", {}, tr(blocks.get("flatten").title))
    else:
        yield from _undo_flatten(wire, port, report)
        for wanted in images(numel(shape), report) if port.accepts(IMAGE) else ():
            title = f"{tr(blocks.get('reshape').title)} ({format_shape(wanted)})"
            yield _insert(wire, "reshape", {"shape": list(wanted)}, title)
    yield delete(checked.node.id)


def _insert(wire: Wire, block: str, params: dict[str, object], words: str) -> Fix:
    title = tr("Insert {blocks} before {id}", blocks=words, id=wire.target)
    return Fix(title, lambda doc: insert_before(doc, wire, block, params))


def _siblings(checked: NodeReport, shape: Shape) -> Iterator[Fix]:
    """The same block for tensors with another number of axes: batch_norm2d for batch_norm1d."""
    stem = re.sub(r"\dd$", "", checked.node.block)
    if stem == checked.node.block:
        return
    for axes in ("1d", "2d", "3d"):
        key = f"{stem}{axes}"
        if key != checked.node.block and key in blocks:
            cls: type[Block] = blocks.get(key)
            if len(cls.inputs) == 1 and cls.inputs[0].accepts(shape):
                yield exchange(checked, key)


def _other_field(wire: Wire, port: Port, report: Report) -> Iterator[Fix]:
    """Labels came: let the Input block read another field."""
    source = report.nodes[wire.source]
    if source.block is not None and source.block.reads:
        for name, field in report.fields.items():
            if port.accepts(field.shape):
                yield set_value(wire.source, "field", name)


def images(count: int, report: Report) -> list[Shape]:
    """Images of so many numbers, likeliest first: that of the data, a square one, a long one."""
    found: list[Shape] = [f.shape for f in report.fields.values() if len(f.shape) == 3]
    found += [c.output for c in report.nodes.values() if c.output and len(c.output) == 3]
    side = math.isqrt(count)
    squares: list[Shape] = [(count // n**2, n, n) for n in range(side, 1, -1) if count % n**2 == 0]
    found += [s for s in squares if s[0] in (1, 3)] + squares[:2]
    high = next((n for n in range(side, 1, -1) if count % n == 0), None)
    if high is not None:
        found.append((1, high, count // high))
    return [shape for shape in dict.fromkeys(found) if numel(shape) == count][:4]


def _undo_flatten(wire: Wire, port: Port, report: Report) -> Iterator[Fix]:
    """An image was asked for and a list of numbers came: maybe a Flatten stands in the way."""
    path = [wire.target]
    source = report.nodes[wire.source]
    while source.node.block != "flatten" and source.inputs == (source.output,):
        path.append(source.node.id)
        source = report.nodes[report.incoming[source.node.id][0].source]
    before = source.inputs[0] if source.inputs else None
    if source.node.block != "flatten" or before is None or not port.accepts(before):
        return
    flat = source.node.id
    path = [flat, *reversed(path), *_more_images(wire.target, report)]
    title = tr("Move {id} after {other}", id=flat, other=path[-1])
    repairs = [Fix(title, lambda doc: move_along(doc, path)), delete(flat)]
    behind = [w.target for w in report.document.wires if w.source == path[-1]]
    if any(report.nodes[id].node.block == "flatten" for id in behind):
        repairs.reverse()  # one is enough
    yield from repairs


def _more_images(id: str, report: Report) -> list[str]:
    """The blocks behind one that also need images, as far as there is a single way."""
    found: list[str] = []
    while True:
        leaving = [w for w in report.document.wires if w.source == id]
        if len(leaving) != 1:
            return found
        id = leaving[0].target
        block = report.nodes[id].block
        ports = block.inputs if block is not None else ()
        takes = [p for p in ports if p.name == leaving[0].target_port]
        if id in found or len(ports) != 1 or not takes or takes[0].accepts((1,)):
            return found
        found.append(id)


def move_along(doc: Document, path: list[str]) -> Document:
    """Move the first block of a chain behind the last; the cards change places."""
    first, last = path[0], path[-1]
    wires = []
    arriving = next(w for w in doc.wires if w.target == first)
    for wire in doc.wires:
        if wire is arriving:
            wire = wire.with_(source=last, source_port="out")
        elif wire.source == first:
            wire = wire.with_(source=arriving.source, source_port=arriving.source_port)
        elif wire.source == last:
            wire = wire.with_(source=first, source_port="out")
        wires.append(wire)
    models = {
        role: model.with_(output=first) if model.output == last else model
        for role, model in doc.train.models.items()
    }
    at = [get_node(doc, id).at for id in path]
    doc = edits.move_nodes(doc, dict(zip([*path[1:], first], at, strict=True)))
    return edits.set_train(changed(doc, wires=tuple(wires)), models=models)
