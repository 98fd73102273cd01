"""An end of the network that does not go with the loss."""

from __future__ import annotations

from collections.abc import Iterator

from playground.i18n import tr
from playground.telemetry.probes.vitals import LIMITS, BlockVitals
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number

READINGS = 2
RANGES = {**LIMITS, "softmax": (0.0, 1.0), "relu": (0.0, float("inf"))}
# blocks that let the numbers through as they are, or leave some of them out
THROUGH = {"flatten", "reshape", "dropout", "upsample", "max_pool2d", "avg_pool2d"}
DOUBLED = {"cross_entropy": "softmax", "bce_with_logits": "sigmoid"}
SUMS_TO_ONE = 1e-3


def find(chart: Chart) -> Iterator[Sign]:
    """Scores that are squeezed before a loss that squeezes them itself, or targets out of reach.

    It asks the numbers, not only the blocks: also an end that hides behind other blocks, in a
    composite or in somebody else's block, is found.
    """
    if len(chart.readings) < READINGS or "main" not in chart.report.models:
        return
    output = chart.report.models["main"].output
    found = [r.blocks[output] for r in chart.readings if output in r.blocks]
    loss = str(getattr(chart.report.experiment, "loss", ""))
    if not found:
        return
    end = last_bend(chart, output)
    if loss in DOUBLED:
        yield from _squeezed(chart, output, end, loss, found)
    else:
        yield from _out_of_reach(chart, output, end)


def last_bend(chart: Chart, output: str) -> str:
    """The block that gives the output its range: looks back through those that keep numbers."""
    id = output
    for _ in chart.report.nodes:
        checked = chart.report.nodes[id]
        wires = chart.report.incoming.get(id, ())
        if len(wires) != 1 or not (checked.node.muted or checked.node.block in THROUGH):
            break
        id = wires[0].source
    return id


def _squeezed(
    chart: Chart, output: str, end: str, loss: str, found: list[BlockVitals]
) -> Iterator[Sign]:
    low, high = min(v.lowest for v in found), max(v.largest for v in found)
    key = chart.report.nodes[end].node.block
    sums = loss == "cross_entropy" and all(v.uneven <= SUMS_TO_ONE for v in found)
    limited = key in RANGES and RANGES[key][0] <= low and high <= RANGES[key][1]
    if not (limited or (sums and low >= 0)):
        return
    yield Sign(
        output,
        1.0 if limited or sums else 0.0,
        message=tr(
            "{loss} takes scores of any size, but {id} has only given numbers from {low} to "
            "{high}.",
            loss=loss,
            id=output,
            low=number(low),
            high=number(high),
        ),
        hint=tr(
            "{loss} makes probabilities of the scores itself; squeezed ones keep the loss from "
            "falling and the gradient small.",
            loss=loss,
        ),
        fixes=tuple(repairs.delete(end)) if key in RANGES else (),
        severity="error",
    )


def _out_of_reach(chart: Chart, output: str, end: str) -> Iterator[Sign]:
    key, reach = chart.report.nodes[end].node.block, chart.facts.get("targets/range")
    if key not in RANGES or reach is None:
        return
    (low, high), (lowest, highest) = reach.tolist(), RANGES[key]
    beyond = max(lowest - low, high - highest, 0.0) / max(high - low, 1e-9)
    yield Sign(
        output,
        beyond / 0.02,
        message=tr(
            "The targets run from {low} to {high}, but {id} gives only numbers from {lowest} to "
            "{highest}.",
            low=number(low),
            high=number(high),
            id=end,
            lowest=number(lowest),
            highest=number(highest),
        ),
        hint=tr("What lies outside can never be reached: let the network end without that block."),
        fixes=tuple(repairs.delete(end)),
        severity="error",
    )


RULE = Rule("pairing", find, unless=frozenset({"not_finite"}))
