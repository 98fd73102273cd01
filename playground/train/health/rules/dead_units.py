"""ReLU units that are zero whatever they see."""

from __future__ import annotations

from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.telemetry.probes.vitals import BlockVitals
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign, rewind_before
from playground.train.health.words import percent

LIMIT = 0.5  # share of a layer's units; small healthy layers have a quarter
GRAVE = 0.95


def find(chart: Chart) -> Iterator[Sign]:
    """A layer of which half the units no longer answer to anything."""
    for id, _, vitals in chart.blocks():
        if not vitals.dead >= LIMIT / 2 or (chart.solved and vitals.dead < GRAVE):
            continue
        yield Sign(
            id,
            vitals.dead / LIMIT,
            message=tr(
                "{share} of the units of {id} are 0 for every sample that was looked at.",
                share=percent(vitals.dead),
                id=id,
            ),
            hint=tr(
                "No gradient passes a ReLU at 0, so they do not come back by themselves; often a "
                "step that was too large pushed them there."
            ),
            fixes=tuple(_fixes(chart, id)),
            severity="error" if vitals.dead >= GRAVE else "warning",
            rewind_step=rewind_before(chart, id, _is_well),
        )


def _is_well(vitals: BlockVitals) -> bool:
    return vitals.dead < LIMIT / 2


def _fixes(chart: Chart, id: str) -> Iterator[Fix]:
    if repairs.is_wild(chart):
        yield from repairs.calm(chart)
        return
    yield from repairs.replace(repairs.all_of(chart, id, "relu"), "relu", "leaky_relu")
    for role, chain in chart.chains.items():
        if id in chain:
            yield from repairs.normalise(chart, chart.layers(role))
    if any(id in r.blocks and _is_well(r.blocks[id]) for r in chart.readings):
        yield from repairs.calm(chart)  # they died of the steps, not at birth


RULE = Rule("dead_units", find, unless=frozenset({"not_finite"}))
