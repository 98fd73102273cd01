"""Moves of a small network: number by number, edge by edge."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from playground.explain.chain_rule.boxes import box_id, weight_place
from playground.explain.chain_rule.moves import Line, Move, Number, product, total
from playground.explain.chain_rule.record import Operation, Record, index_text

_COPIES = {"flatten", "reshape", "concat", "identity", "dropout"}  # in eval mode


def title(record: Record, id: str, place: int) -> str:
    """``hidden[2]``."""
    return id + index_text(record.array(id, "out").shape, place)


def forward(record: Record) -> Iterator[Move]:
    """Each number in the order in which it is calculated."""
    for operation in record.operations:
        for unit in range(record.array(operation.id, "out").size if operation.sources else 0):
            line = value_line(record, operation, unit)
            yield Move("forward", box_id(operation.id, unit), (line,), node=operation.id)


def value_line(record: Record, operation: Operation, unit: int) -> Line:
    """How a block calculates one number."""
    left, result = title(record, operation.id, unit), record.number(unit, operation.id, "out")
    if operation.block == "linear" and record.array(operation.id, "out").ndim == 1:
        return _sum_line(record, operation, unit)
    fed = [
        (source, j)
        for wire, source in enumerate(operation.sources)
        for j in record.feeds(operation, wire, unit)
    ]
    names = [title(record, source, j) for source, j in fed]
    values = [record.number(j, source, "out") for source, j in fed]
    if operation.block == "add":
        tokens, _ = total([[value] for value in values])
        return Line(left, " + ".join(names), tokens, result)
    if operation.block in _COPIES and len(fed) == 1:
        return Line(left, names[0], (), result)
    if len(fed) == 1:
        name = operation.block
        return Line(left, f"{name}({names[0]})", (f"{name}(", values[0], ")"), result)
    return Line(left, f"{operation.block}({', '.join(operation.sources)})", (), result)


def _sum_line(record: Record, operation: Operation, unit: int) -> Line:
    """``0.80 × 0.50 − 1.20 × 0.10 + 0.30``."""
    id, source = operation.id, operation.sources[0]
    terms, names = [], []
    for j in range(record.array(source, "out").size):
        place = weight_place(record, operation, unit, j)
        assert place is not None  # a linear block has a weight
        terms.append([record.number(place, id, "param", "weight", "value"), x(record, source, j)])
        names.append(f"w{[unit, j]}·{title(record, source, j)}")
    if record.has(id, "param", "bias", "value"):
        terms.append([record.number(unit, id, "param", "bias", "value")])
        names.append(f"b[{unit}]")
    tokens, shown = total(terms)
    symbols = " + ".join(names[i] for i in shown) + (" + ⋯" if len(shown) < len(names) else "")
    return Line(title(record, id, unit), symbols, tokens, record.number(unit, id, "out"))


def x(record: Record, source: str, j: int) -> Number:
    """One number that a block puts out."""
    return record.number(j, source, "out")


def backward(record: Record) -> Iterator[Move]:
    """Each edge on the way back, and each weight."""
    paths = _paths(record)
    taken: dict[tuple[str, int], list[Number]] = {}
    kinds = {operation.id: bool(operation.sources) for operation in record.operations}
    for operation in reversed(record.operations):
        size = record.array(operation.id, "out").size if operation.sources else 0
        for unit in range(size):
            for name in operation.parameters:
                yield from _weights(record, operation, unit, name)
            for wire, source in enumerate(operation.sources):
                if not kinds[source]:
                    continue  # nobody changes the data
                for j in record.feeds(operation, wire, unit):
                    parts = taken.setdefault((source, j), [])
                    yield _wire(record, operation, unit, wire, j, parts, paths[source, j])


def _paths(record: Record) -> dict[tuple[str, int], int]:
    """How many edges lead on from each number."""
    found: dict[tuple[str, int], int] = {}
    for operation in record.operations:
        for wire, source in enumerate(operation.sources):
            for unit in range(record.array(operation.id, "out").size):
                for j in record.feeds(operation, wire, unit):
                    found[source, j] = found.get((source, j), 0) + 1
    return found


def _wire(
    record: Record,
    operation: Operation,
    unit: int,
    wire: int,
    j: int,
    parts: list[Number],
    paths: int,
) -> Move:
    """What comes back through one edge."""
    id, source = operation.id, operation.sources[wire]
    here, there = title(record, id, unit), title(record, source, j)
    upstream = record.number(unit, id, "grad")
    local = _entry(record, unit, j, id, "in", wire)
    term = upstream * local
    parts.append(term)
    so_far = parts[0]
    for part in parts[1:]:
        so_far = so_far + part
    if paths == 1:
        term = record.number(j, source, "grad")
    line = Line(
        f"∂L/∂{there}" if paths == 1 else f"∂L/∂{there} +",
        f"∂L/∂{here} · ∂{here}/∂{there}",
        product([upstream, local]),
        term,
    )
    if len(parts) == paths:  # all paths: that is the gradient
        so_far = record.number(j, source, "grad")
    return Move(
        "backward",
        box_id(source, j),
        (line,),
        (box_id(source, j), box_id(id, unit)),
        id,
        (len(parts), paths) if paths > 1 else None,
        so_far if paths > 1 else None,
    )


def _weights(record: Record, operation: Operation, unit: int, name: str) -> Iterator[Move]:
    """The gradients of the weights of which this output is the first to depend on."""
    id = operation.id
    if not record.has(id, "param", name, "local"):
        return
    for place in range(record.array(id, "param", name, "value").size):
        if unit_of(record, operation, name, place) != unit:
            continue
        line = _weight_line(record, operation, unit, name, place)
        edge = edge_of(record, operation, name, place)
        yield Move("backward", box_id(id, unit), (line,), edge, id)


def _weight_line(record: Record, operation: Operation, unit: int, name: str, place: int) -> Line:
    """``∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w``."""
    id = operation.id
    shape = record.array(id, "param", name, "value").shape
    weight = f"{name}{index_text(shape, place)}"
    result = record.number(place, id, "param", name, "grad")
    column = record.array(id, "param", name, "local")[:, place]
    units = np.flatnonzero(column).tolist()
    left, here = f"∂L/∂{id}.{weight}", title(record, id, unit)
    if len(units) > 1:  # a weight of several numbers, as in a normalisation
        terms = [
            [record.number(i, id, "grad"), _entry(record, i, place, id, "param", name)]
            for i in units
        ]
        tokens, _ = total(terms)
        return Line(left, f"Σ ∂L/∂{id} · ∂{id}/∂{weight}", tokens, result)
    local = _entry(record, unit, place, id, "param", name)
    after = _only_consumer(record, operation, unit)
    if after is None:
        symbols = f"∂L/∂{here} · ∂{here}/∂{weight}"
        return Line(left, symbols, product([record.number(unit, id, "grad"), local]), result)
    a, i, wire = after
    there = title(record, a.id, i)
    symbols = f"∂L/∂{there} · ∂{there}/∂{here} · ∂{here}/∂{weight}"
    factors = [record.number(i, a.id, "grad"), _entry(record, i, unit, a.id, "in", wire), local]
    return Line(left, symbols, product(factors), result)


def _only_consumer(
    record: Record, operation: Operation, unit: int
) -> tuple[Operation, int, int] | None:
    """The one number behind, where there is one only: the activation of a neuron."""
    if operation.id == record.output:
        return None
    found = [
        (consumer, i, wire)
        for consumer, wire in record.consumers(operation.id)
        for i in range(record.array(consumer.id, "out").size)
        if unit in record.feeds(consumer, wire, i)
    ]
    return found[0] if len(found) == 1 else None


def _entry(record: Record, row: int, column: int, *parts: object) -> Number:
    """A local derivative."""
    shape = record.array(*parts, "local").shape if record.has(*parts, "local") else (0, 0)
    return record.number(row * shape[1] + column, *parts, "local")


def unit_of(record: Record, operation: Operation, name: str, place: int) -> int:
    """The first number of the output that depends on a weight."""
    parts = (operation.id, "param", name)
    if operation.block == "linear" and record.array(operation.id, "out").ndim == 1:
        shape = record.array(*parts, "value").shape
        return int(np.unravel_index(place, shape)[0])
    if not record.has(*parts, "local"):
        return 0
    found = np.flatnonzero(record.array(*parts, "local")[:, place])
    return int(found[0]) if found.size else 0


def edge_of(record: Record, operation: Operation, name: str, place: int) -> tuple[str, str] | None:
    """The edge that bears a weight, in linear blocks."""
    if operation.block != "linear" or name != "weight":
        return None
    unit, j = np.unravel_index(place, record.array(operation.id, "param", name, "value").shape)
    return box_id(operation.sources[0], int(j)), box_id(operation.id, int(unit))
