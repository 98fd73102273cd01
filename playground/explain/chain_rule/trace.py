"""All moves of one sample: forward, backward edge by edge, and the step of each weight."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from playground.explain.chain_rule import small, whole
from playground.explain.chain_rule.boxes import LOSS, box_id
from playground.explain.chain_rule.losses import loss_line, slope_line
from playground.explain.chain_rule.moves import Move, Number
from playground.explain.chain_rule.record import Operation, Record, index_text
from playground.explain.chain_rule.update import Rule, step_lines


def moves_of(record: Record, rule: Rule) -> tuple[Move, ...]:
    """Everything there is to be pressed through, in order.

    Parameters
    ----------
    record : Record
    rule : Rule
        The optimiser with its settings.
    """
    if record.small:
        forward, backward = small.forward(record), small.backward(record)
    else:
        forward, backward = whole.forward(record), whole.backward(record)
    loss = Move("forward", LOSS, (loss_line(record),), node=record.output)
    return (*forward, loss, *_slopes(record), *backward, *_updates(record, rule))


def _slopes(record: Record) -> Iterator[Move]:
    """The loss by the output of the network: where the way back begins."""
    gradient = record.array(record.output, "grad")
    units = range(gradient.size) if record.small else [largest(gradient)]
    for unit in units:
        id = box_id(record.output, unit if record.small else None)
        line = slope_line(record, unit)
        yield Move("backward", id, (line,), (id, LOSS), record.output)


def largest(array: np.ndarray) -> int:
    """Place of the number with the largest size."""
    return int(np.abs(np.nan_to_num(array)).argmax())


def _updates(record: Record, rule: Rule) -> Iterator[Move]:
    """The step of each weight: of all of them in a small network, else of one a tensor."""
    uses: dict[str, list[tuple[Operation, str]]] = {}
    for operation in record.operations:
        for name, key in operation.parameters.items():
            uses.setdefault(key, []).append((operation, name))
    for found in uses.values():
        (first, name), *_ = found
        value = record.array(first.id, "param", name, "value")
        gradients = [record.array(use.id, "param", own, "grad") for use, own in found]
        places = range(value.size) if record.small else [largest(np.sum(gradients, axis=0))]
        for place in places:
            yield _update(record, rule, found, place)


def _update(record: Record, rule: Rule, uses: list[tuple[Operation, str]], place: int) -> Move:
    (first, name), *_ = uses
    parts = (first.id, "param", name)
    weight = record.number(place, *parts, "value")
    gradient: Number | None = None
    for use, own in uses:
        one = record.number(place, use.id, "param", own, "grad")
        gradient = one if gradient is None else gradient + one
    assert gradient is not None  # there is at least one use
    shape = record.array(*parts, "value").shape

    def slot(name: str) -> Number | None:
        if not record.has(*parts, "slot", name):
            return None
        alone = record.array(*parts, "slot", name).ndim == 0 < len(shape)  # a count of steps
        return record.number(0 if alone else place, *parts, "slot", name)

    title = f"{first.id}.{name}{index_text(shape, place)}"
    lines = step_lines(rule, title, weight, gradient, slot)
    unit = small.unit_of(record, first, name, place) if record.small else None
    edge = small.edge_of(record, first, name, place) if record.small else None
    return Move(
        "update",
        box_id(first.id, unit),
        lines,
        edge,
        first.id,
        step=(weight, lines[-1].result),
    )
