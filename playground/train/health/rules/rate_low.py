"""A learning rate that is too low: the weights stay where they are."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number, percent

UPDATE = 1e-4  # change of the weights of the fastest layer in one step, by the weights
MIN_STEPS = 200


def find(chart: Chart) -> Iterator[Sign]:
    """Steps so small that nothing moves, though there is much to learn."""
    loss, first = chart.recent("loss/train"), _first_loss(chart)
    if chart.age < MIN_STEPS or not loss >= 0.8 * first or not loss >= 0.5 * chart.baseline:
        return
    updates = {
        id: chart.typical(id, "update") for role in chart.chains for id in chart.layers(role)
    }
    updates = {id: update for id, update in updates.items() if update == update}
    if not updates:
        return
    node = max(updates, key=lambda id: updates[id])
    update = max(updates[node], 1e-12)
    yield Sign(
        node,
        math.log(update) / math.log(UPDATE) if update < 1 else 0.0,
        message=tr(
            "A step changes even {id}, the fastest layer, by {update} only; after {n} steps the "
            "loss is still {loss}.",
            id=node,
            update=percent(update),
            n=chart.age,
            loss=number(loss),
        ),
        hint=tr("The learning rate is too low: a change of about 0.1 % a step is usual."),
        fixes=tuple(_fixes(chart, update)),
    )


def _first_loss(chart: Chart) -> float:
    curve = chart.curve("loss/train")
    return float(curve.values[0]) if len(curve) else math.nan


def _fixes(chart: Chart, update: float) -> Iterator[Fix]:
    wanted = 10.0 ** round(math.log10(2e-3 / update))
    yield from repairs.learning_rate(chart, min(max(wanted, 10.0), 1e6))


RULE = Rule(
    "rate_low", find, unless=frozenset({"not_finite", "dead_units", "saturated", "exploding"})
)
