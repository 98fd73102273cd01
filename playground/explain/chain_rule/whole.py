"""Moves of a large network: block by block, with the arithmetic of one number of each tensor."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from playground.explain.chain_rule.boxes import box_id
from playground.explain.chain_rule.moves import Line, Move, Number, total
from playground.explain.chain_rule.record import Operation, Record, index_text


def forward(record: Record) -> Iterator[Move]:
    """Each block in the order of execution."""
    for operation in record.operations:
        if operation.sources:
            line = _value_line(record, operation)
            yield Move("forward", box_id(operation.id, None), (line,), node=operation.id)


def _value_line(record: Record, operation: Operation) -> Line:
    """What the block calculates; of the number with the largest gradient."""
    value = record.array(operation.id, "out")
    place = int(np.abs(np.nan_to_num(record.array(operation.id, "grad"))).argmax())
    left, symbols = operation.id, f"{operation.block}({', '.join(operation.sources)})"
    result = record.number(place, operation.id, "out")
    if operation.block == "linear" and value.ndim == 1:
        return Line(
            f"{left}[{place}]",
            f"W[{place}]·{operation.sources[0]} + b[{place}]",
            _sum(record, operation, place),
            result,
        )
    at = index_text(value.shape, place)
    return Line(left + at, symbols + at, (), result)


def _sum(record: Record, operation: Operation, unit: int) -> tuple[str | Number, ...]:
    id, source = operation.id, operation.sources[0]
    count = record.array(source, "out").size
    terms = [
        [
            record.number(unit * count + j, id, "param", "weight", "value"),
            record.number(j, source, "out"),
        ]
        for j in range(count)
    ]
    if record.has(id, "param", "bias", "value"):
        terms.append([record.number(unit, id, "param", "bias", "value")])
    tokens, _ = total(terms)
    return tokens


def backward(record: Record) -> Iterator[Move]:
    """Each tensor on the way back."""
    arrived: dict[str, int] = {}
    sums: dict[str, list[str]] = {}
    for operation in reversed(record.operations):
        id = operation.id
        for name in operation.parameters:
            line = _line(record, operation, f"{id}.{name}", "param", name)
            start = f"backprop/{id}/param/{name}"
            tensors = (f"{start}/value", f"{start}/grad")
            yield Move("backward", box_id(id, None), (line,), None, id, tensors=tensors)
        for wire, source in enumerate(operation.sources):
            if not record.by_id[source].sources:
                continue  # nobody changes the data
            line = _line(record, operation, source, "in", wire)
            arrived[source] = arrived.get(source, 0) + 1
            sums.setdefault(source, []).append(f"backprop/{id}/in/{wire}/grad")
            paths = len(record.consumers(source))
            so_far = _so_far(record, operation, wire, sums[source]) if paths > 1 else None
            yield Move(
                "backward",
                box_id(source, None),
                (line,),
                (box_id(source, None), box_id(id, None)),
                id,
                (arrived[source], paths) if paths > 1 else None,
                so_far,
            )


def _so_far(record: Record, operation: Operation, wire: int, names: list[str]) -> Number:
    """What has come back so far to the number that this move is about."""
    place = _pick(record, operation, "in", wire)
    value = sum(float(record.arrays[name].flat[place]) for name in names)
    return Number(value, " + ".join(f't["{name}"].flat[{place}]' for name in names))


def _pick(record: Record, operation: Operation, *parts: object) -> int:
    if record.has(operation.id, *parts, "pick"):
        return int(record.array(operation.id, *parts, "pick")[0])
    return int(np.abs(np.nan_to_num(record.array(operation.id, *parts, "grad"))).argmax())


def _line(record: Record, operation: Operation, name: str, *parts: object) -> Line:
    """``∂L/∂x[j] = Σ ∂L/∂y · ∂y/∂x[j]``, for the number with the largest gradient."""
    id = operation.id
    gradient, place = record.array(id, *parts, "grad"), _pick(record, operation, *parts)
    at, result = index_text(gradient.shape, place), record.number(place, id, *parts, "grad")
    left, short = f"∂L/∂{name}{at}", f"{name.removeprefix(id + '.')}{at}"
    if not record.has(id, *parts, "local"):
        return Line(left, f"∂L/∂{id} · ∂{id}/∂{short}", (), result)
    local = record.array(id, *parts, "local")
    places = np.flatnonzero(local).tolist()
    terms = [[record.number(i, id, "grad"), record.number(i, id, *parts, "local")] for i in places]
    if not terms:
        return Line(left, f"∂L/∂{id} · ∂{id}/∂{short}", (), result)
    tokens, _ = total(terms)
    if len(places) == 1:
        here = id + index_text(local.shape, places[0])
        return Line(left, f"∂L/∂{here} · ∂{here}/∂{short}", tokens, result)
    return Line(left, f"Σ ∂L/∂{id} · ∂{id}/∂{short}", tokens, result)
