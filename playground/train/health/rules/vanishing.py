"""Gradients that fade on their way to the first layers."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number

LIMIT = 1e-3  # of the gradient of the strongest later layer; healthy ones are above 0.05
READINGS = 3


def find(chart: Chart) -> Iterator[Sign]:
    """The first layer of a model whose gradient is tiny beside that of a later one.

    Where nothing is left to learn, all gradients are what rounding and chance leave of them.
    """
    if len(chart.readings) < 2 or chart.solved:
        return
    for role in chart.chains:
        pulls = [(id, chart.typical(id, "gradient", READINGS)) for id in chart.layers(role)]
        pulls = [(id, pull) for id, pull in pulls if pull == pull]
        if len(pulls) < 2 or _is_blocked(chart, role):
            continue
        first, weak = pulls[0]
        last, strong = max(pulls[1:], key=lambda pair: pair[1])
        if strong <= 0 or not math.isfinite(strong):
            continue
        ratio = max(weak / strong, 1e-30)
        yield Sign(
            first,
            math.log(ratio) / math.log(LIMIT),
            message=tr(
                "The gradient fades from {strong} at {last} to {weak} at {first}.",
                strong=number(strong),
                last=last,
                weak=number(weak),
                first=first,
            ),
            hint=tr(
                "Each layer on the way multiplies it by less than 1, so the first layers hardly "
                "learn; {block} between many layers does that.",
                block=_culprit(chart, role),
            ),
            fixes=tuple(_fixes(chart, role)),
        )


def _is_blocked(chart: Chart, role: str) -> bool:
    """Whether dead or saturated units explain it."""
    inner = [chart.newest[id] for id in chart.chains[role] if id in chart.newest]
    ends = {chart.report.models[role].output}
    return any(v.dead >= 0.9 for v in inner) or any(
        chart.newest[id].saturated >= 0.9
        for id in chart.chains[role]
        if id in chart.newest and id not in ends
    )


def _culprit(chart: Chart, role: str) -> str:
    keys = {chart.report.nodes[id].node.block for id in chart.chains[role]}
    return next((key for key in ("sigmoid", "tanh", "softmax") if key in keys), "linear")


def _fixes(chart: Chart, role: str) -> Iterator[Fix]:
    layers = chart.layers(role)
    yield from repairs.normalise(chart, layers)
    for key in ("sigmoid", "tanh"):
        yield from repairs.replace(repairs.all_of(chart, layers[0], key), key, "relu")


RULE = Rule("vanishing", find, unless=frozenset({"not_finite"}))
