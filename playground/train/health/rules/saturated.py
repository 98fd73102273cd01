"""Tanh and sigmoid units that are stuck at an end of their range."""

from __future__ import annotations

from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.telemetry.probes.vitals import BlockVitals
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign, rewind_before
from playground.train.health.words import percent

LIMIT = 0.5  # share of a layer's units


def find(chart: Chart) -> Iterator[Sign]:
    """A layer of which half the units stay at a limit for nearly every sample.

    The block at which a model ends may: it paints black pixels, or is sure.
    """
    for id, key, vitals in chart.blocks():
        if not vitals.saturated >= LIMIT / 2 or id in chart.outputs or chart.solved:
            continue
        yield Sign(
            id,
            vitals.saturated / LIMIT,
            message=tr(
                "{share} of the units of {id} stay within 1 % of a limit for nearly every sample.",
                share=percent(vitals.saturated),
                id=id,
            ),
            hint=tr(
                "There the curve is flat and lets hardly any gradient through: the numbers that "
                "arrive are too large."
            ),
            fixes=tuple(_fixes(chart, id, key)),
            severity="error" if vitals.saturated >= 0.95 else "warning",
            rewind_step=rewind_before(chart, id, _is_well),
        )


def _is_well(vitals: BlockVitals) -> bool:
    return vitals.saturated < LIMIT / 2


def _fixes(chart: Chart, id: str, key: str) -> Iterator[Fix]:
    if repairs.is_wild(chart):
        yield from repairs.calm(chart)
        return
    yield from repairs.standardise(chart)
    wires = chart.report.incoming.get(id, ())
    yield from repairs.normalise(chart, [wire.source for wire in wires[:1]])
    yield from repairs.replace(repairs.all_of(chart, id, key), key, "relu")
    yield from repairs.calm(chart)


RULE = Rule("saturated", find, unless=frozenset({"not_finite"}))
