"""The shape of every tensor in the graph, by arithmetic alone, and what each block finds wrong.

A block with a fault, and all that it feeds, has no output shape; everything else keeps its own. So
the cause is reported once and never the consequences.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from playground.blocks.base import Block, Cost, Port, Shape, format_shape, numel
from playground.check import parameters
from playground.check.fixes import delete
from playground.check.instances import unopened
from playground.check.problems import Problem
from playground.check.repairs.nodes import likely_blocks
from playground.check.report import NodeReport, Report
from playground.document import edits
from playground.document.composites.definitions import is_instance, is_port
from playground.document.model import Document, Node, Wire
from playground.errors import PlaygroundError, ShapeError, UnknownKeyError
from playground.i18n import tr
from playground.registry import blocks

Fields = Mapping[str, Shape]


def infer_shapes(
    doc: Document,
    order: Sequence[str],
    incoming: Mapping[str, tuple[Wire, ...]],
    fields: Fields | None,
    previous: Report | None = None,
) -> dict[str, NodeReport]:
    """Check every block in `order`, inputs first.

    Parameters
    ----------
    order : sequence of str
        All ids; those of cycles last.
    incoming : mapping
        Id -> wires that end there.
    fields : mapping, optional
        Field of the data -> shape of one sample; None while the data has a fault of its own.
    previous : Report, optional
        Check of an earlier state: a block that is the same and receives the same is taken from it.
    """
    before: Mapping[str, NodeReport] = {}
    wires_before: Mapping[str, tuple[Wire, ...]] = {}
    same_fields = False
    if previous is not None:
        before, wires_before = previous.nodes, previous.incoming
        same_fields = fields is not None and fields == field_shapes(previous)
    found: dict[str, NodeReport] = {}
    by_id = doc.by_id
    for id in order:
        node, wires = by_id[id], incoming[id]
        old = before.get(id)
        if old is None or old.node is not node:
            found[id] = check_node(node, wires, found, fields)
        elif old.problem is None and _untouched(old, wires, wires_before.get(id), before, found):
            found[id] = old
        elif _still_holds(old, wires, wires_before.get(id, ()), found, same_fields):
            found[id] = old if old.problem is None else replace(old, problem=None)
        else:
            # a block with the same parameters need not be made anew
            found[id] = check_node(node, wires, found, fields, old.block)
    return found


def field_shapes(report: Report) -> Fields:
    """Field of the data -> shape of one sample."""
    return {name: field.shape for name, field in report.fields.items()}


def _untouched(
    old: NodeReport,
    wires: tuple[Wire, ...],
    wires_before: tuple[Wire, ...] | None,
    before: Mapping[str, NodeReport],
    found: Mapping[str, NodeReport],
) -> bool:
    """Whether nothing before a block changed: the quick answer for nearly all blocks of an edit."""
    if not wires or old.output is None or wires != wires_before:
        return False
    for wire in wires:
        source = found.get(wire.source)
        if source is None or source is not before.get(wire.source):
            return False
    return True


def _still_holds(
    old: NodeReport,
    wires: tuple[Wire, ...],
    wires_before: tuple[Wire, ...],
    found: Mapping[str, NodeReport],
    same_fields: bool,
) -> bool:
    """Whether an earlier result is that of a fresh check. What has no output is checked anew."""
    if old.block is None or old.output is None:
        return False
    if wires is not wires_before and wires != wires_before:
        return False
    if not wires:
        return same_fields or not old.block.reads
    shapes = [found[w.source].output if w.source in found else None for w in wires]
    if len(old.block.inputs) > 1:
        shapes = _arranged(old.block, wires, shapes)
    return tuple(shapes) == old.inputs and all(
        w.source_port == "out" or _has_output(found[w.source], w.source_port) for w in wires
    )


def _has_output(source: NodeReport, port: str) -> bool:
    if source.block is None:
        return True  # nobody knows the ports of an unknown block
    return port in [output.name for output in source.block.outputs]


def _arranged(
    block: Block, wires: Sequence[Wire], shapes: Sequence[Shape | None]
) -> list[Shape | None]:
    """Shapes by port in the block's order, then in the order of the file."""
    return [
        shape
        for port in block.inputs
        for wire, shape in zip(wires, shapes, strict=True)
        if wire.target_port == port.name
    ]


def check_node(
    node: Node,
    wires: tuple[Wire, ...],
    found: Mapping[str, NodeReport],
    fields: Fields | None,
    made: Block | None = None,
) -> NodeReport:
    """Check one block, given the results of those that feed it. Never raises."""
    try:
        return _check_node(node, wires, found, fields, made)
    except Exception as error:
        logging.getLogger(__name__).warning("check of block %s", node.block, exc_info=True)
        return NodeReport(node, None, problem=_failed(node, error))


def _failed(node: Node, error: Exception) -> Problem:
    return Problem(
        "block_failed",
        tr(
            'The block "{block}" failed in its own code: {error}.',
            block=node.block,
            error=f"{type(error).__name__}: {str(error)[:200]}".removesuffix("."),
        ),
        hint=tr("Report this to whoever wrote the block; the log has the details."),
        node=node.id,
    )


def _check_node(
    node: Node,
    wires: tuple[Wire, ...],
    found: Mapping[str, NodeReport],
    fields: Fields | None,
    made: Block | None,
) -> NodeReport:
    arrived = tuple(found[w.source].output if w.source in found else None for w in wires)
    block, problem = (made, None) if made is not None else _make(node)
    if block is None:
        return NodeReport(node, None, arrived, problem=problem)
    problem = _wiring_problem(node, block, wires, found)
    if problem is not None:
        return NodeReport(node, block, arrived, problem=problem)
    if len(block.inputs) > 1:
        arrived = tuple(_arranged(block, wires, arrived))
    if None in arrived or (block.reads and fields is None):
        return NodeReport(node, block, arrived)
    return _infer(node, block, wires, arrived, fields or {}, found)


def _make(node: Node) -> tuple[Block | None, Problem | None]:
    if is_port(node):
        hint = tr("Delete it: only the inside of a composite has ports.")
        message = tr("{id} is the port of a composite, but lies in none.", id=node.id)
        return None, Problem("port_outside", message, hint, node.id, fixes=(delete(node.id),))
    if is_instance(node):  # one that cannot be opened
        return None, unopened(node)
    try:
        cls = blocks.get(node.block)
    except UnknownKeyError as error:
        names = ", ".join(likely_blocks(node.block)[:3])
        hint = tr("Did you mean {names}?", names=names) if names else tr("Choose another block.")
        return None, Problem("unknown_block", error.message, hint, node.id)
    block, message = parameters.make(cls, node.params)
    if block is not None:
        return block, None
    setter = partial(_set_param, node.id)
    return None, parameters.bad_parameter(cls, node.params, setter, message, node=node.id)


def _set_param(id: str, doc: Document, name: str, value: object) -> Document:
    return edits.set_param(doc, id, name, value)


def _wiring_problem(
    node: Node, block: Block, wires: tuple[Wire, ...], found: Mapping[str, NodeReport]
) -> Problem | None:
    """The first fault of the wires themselves: ports that do not exist, are empty or overfull."""
    names = [port.name for port in block.inputs]
    if len(wires) == 1 and names == [wires[0].target_port]:  # most blocks: one port, one wire
        source = found.get(wires[0].source)
        if source is not None and _has_output(source, wires[0].source_port):
            return None
    for wire in wires:
        if wire.target_port not in names:
            return _unknown_port(node.id, node.id, wire.target_port, names, wire)
        source = found.get(wire.source)
        if source is not None and not _has_output(source, wire.source_port):
            assert source.block is not None
            outputs = [port.name for port in source.block.outputs]
            return _unknown_port(node.id, wire.source, wire.source_port, outputs, wire)
    for port in block.inputs:
        count = sum(w.target_port == port.name for w in wires)
        if count == 0:
            return Problem(
                "missing_wire",
                tr(
                    'Nothing is connected to the port "{port}" of {id}.', port=port.name, id=node.id
                ),
                hint=tr("Draw a wire to it: it takes {accepted}.", accepted=port.words()),
                node=node.id,
                place=port.name,
            )
        if count > 1 and not port.many:
            return Problem(
                "too_many_wires",
                tr(
                    'The port "{port}" of {id} takes one wire, but {n} arrive.',
                    port=port.name,
                    id=node.id,
                    n=count,
                ),
                hint=tr("Delete a wire, or join them with an Add or Concat block."),
                node=node.id,
                place=port.name,
            )
    return None


def _unknown_port(node: str, owner: str, port: str, names: list[str], wire: Wire) -> Problem:
    return Problem(
        "unknown_port",
        tr(
            'The wire {wire} ends at "{port}", but {id} has no such port; it has: {names}.',
            wire=wire,
            port=port,
            id=owner,
            names=", ".join(names) or tr("none"),
        ),
        hint=tr("Draw the wire to another port, or delete it."),
        node=node,
        place=str(wire),
    )


def _infer(
    node: Node,
    block: Block,
    wires: tuple[Wire, ...],
    arrived: tuple[Shape | None, ...],
    fields: Fields,
    found: Mapping[str, NodeReport],
) -> NodeReport:
    shapes = tuple(shape for shape in arrived if shape is not None)
    if node.muted and shapes:
        return NodeReport(node, block, arrived, shapes[0], Cost(activations=numel(shapes[0])))
    by_port: dict[str, list[Shape]] = {port.name: [] for port in block.inputs}
    ends = [(port, w) for port in block.inputs for w in wires if w.target_port == port.name]
    for (port, _), shape in zip(ends, shapes, strict=True):
        by_port[port.name].append(shape)
    try:
        output = block.infer(by_port, fields)
    except PlaygroundError as error:
        for (port, wire), shape in zip(ends, shapes, strict=True):
            if not port.accepts(shape):
                wrong = _wrong_rank(node, port, wire, shape, found[wire.source].node)
                return NodeReport(node, block, arrived, problem=wrong)
        kind = "unknown_field" if block.reads else "wrong_shape"
        problem = Problem(kind, error.message, error.hint, node.id)
        return NodeReport(node, block, arrived, problem=problem)
    if not is_shape(output):
        raise ShapeError(f"shape {output!r}")
    return NodeReport(node, block, arrived, output, block.cost(*shapes, output))


def is_shape(value: object) -> bool:
    """Whether it is a tuple of whole numbers of at least 1."""
    return isinstance(value, tuple) and all(type(n) is int and n >= 1 for n in value)


def _wrong_rank(node: Node, port: Port, wire: Wire, shape: Shape, source: Node) -> Problem:
    return Problem(
        "wrong_rank",
        tr(
            "{id} needs {accepted}, but {source} gives {shape}.",
            id=node.id,
            accepted=port.words(),
            source=wire.source,
            shape=_numbers(shape),
        ),
        hint=(
            tr("Let {id} come later, or delete it.", id=source.id)
            if source.block == "flatten"
            else port.way_out(shape)
        ),
        node=node.id,
        place=str(wire),
    )


def _numbers(shape: Shape) -> str:
    """A shape in words where it is no picture: `256 numbers`."""
    if len(shape) == 1:
        return tr("1 number") if shape == (1,) else tr("{n} numbers", n=shape[0])
    return format_shape(shape) if shape else tr("a class label")
