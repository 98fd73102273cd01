"""Gradients that grow on their way to the first layers, or beyond all bounds."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number

BY_DEPTH = 1e3  # times the gradient of the last layer; healthy ones stay below 70
LENGTH = 1e3  # of all gradients together, by a loss of guessing of 1; healthy ones are below 80


def find(chart: Chart) -> Iterator[Sign]:
    """The layer with the strongest gradient, where that is out of all proportion."""
    if not chart.readings:
        return
    for role in chart.chains:
        pulls = [(id, chart.typical(id, "gradient")) for id in chart.layers(role)]
        pulls = [(id, pull) for id, pull in pulls if math.isfinite(pull) and pull > 0]
        if not pulls:
            continue
        node, strong = max(pulls, key=lambda pair: pair[1])
        last, weak = pulls[-1]
        sizes = [pull * math.sqrt(chart.newest[id].parameters) for id, pull in pulls]
        length = math.hypot(*sizes)
        guess = chart.baseline  # where the targets are large, so are healthy gradients
        by_length = math.log(max(length / (guess if guess > 1.0 else 1.0), 1.0))
        by_depth = math.log(max(strong / weak, 1.0)) if strong > 1e-4 else 0.0
        level = max(by_depth / math.log(BY_DEPTH), by_length / math.log(LENGTH))
        if level < 0.5:
            continue
        yield Sign(
            node,
            level,
            message=_message(node, strong, last, weak, length),
            hint=tr(
                "Numbers that grow from layer to layer make it grow; the next step may go anywhere."
            ),
            fixes=tuple(_fixes(chart, role)),
            rewind_step=chart.readings[0].step,
        )


def _message(node: str, strong: float, last: str, weak: float, length: float) -> str:
    if node != last and strong > 10 * weak:
        return tr(
            "The gradient grows from {weak} at {last} to {strong} at {first}.",
            weak=number(weak),
            last=last,
            strong=number(strong),
            first=node,
        )
    return tr(
        "The gradient has the length {length}, most of it at {id}.", length=number(length), id=node
    )


def _fixes(chart: Chart, role: str) -> Iterator[Fix]:
    yield from repairs.standardise(chart)
    yield from repairs.clip_gradients(chart)
    yield from repairs.normalise(chart, chart.layers(role))


RULE = Rule("exploding", find, unless=frozenset({"not_finite"}))
