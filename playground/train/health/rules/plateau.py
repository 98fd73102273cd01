"""A loss that stays where a guess would be."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.registry import blocks
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number, percent

MIN_STEPS = 300
LIMIT = 0.9  # times the loss of guessing; diabetes-regression, where little can be known, has 0.4
SEQUENCE = 33  # steps of a sequence that need no more patience
PROGRESS = 0.03  # share of the loss that has to go within half of the steps


def find(chart: Chart) -> Iterator[Sign]:
    """A loss near that of always giving the same answer, which no longer falls.

    A loss that has come far and lies still is no illness: then there is nothing more to learn.
    """
    guess, loss = chart.baseline, chart.recent("loss/train")
    if chart.age < _patience(chart) or not guess > 0 or not math.isfinite(loss):
        return
    before = _between(chart, 0.5, 0.75)
    if not loss >= (1 - PROGRESS) * before:
        return
    (output,) = chart.outputs if len(chart.outputs) == 1 else ("",)
    yield Sign(
        output,
        loss / (LIMIT * guess),
        message=tr(
            "After {n} steps the loss is {loss}; always giving the same answer has {guess}.",
            n=chart.age,
            loss=number(loss),
            guess=number(guess),
        ),
        hint=tr(
            "It fell by less than {share} in the last half of the steps: the network cannot see "
            "what it should learn, or is stuck.",
            share=percent(PROGRESS),
        ),
        fixes=tuple(_fixes(chart, output)),
    )


def _patience(chart: Chart) -> float:
    """Steps before it is said. What has to be carried over many steps is found late, and at once.

    An LSTM lies still for some 600 steps of the adding problem over 100 steps, and then solves it.
    """
    lengths = [
        checked.cost.rounds
        for checked in chart.report.blocks.values()
        if checked.output is not None
    ]
    return MIN_STEPS * max(1.0, max(lengths, default=1) / SEQUENCE)


def _between(chart: Chart, start: float, end: float) -> float:
    curve = chart.curve("loss/train")
    low, high = (chart.since + part * chart.age for part in (start, end))
    values = curve.values[(curve.steps > low) & (curve.steps <= high)]
    return float(values.mean()) if len(values) else math.nan


def _fixes(chart: Chart, output: str) -> Iterator[Fix]:
    for checked in chart.report.blocks.values():
        if checked.node.block == "rnn":
            yield repairs.gated(checked)
    yield from repairs.hidden_layer(chart, output)
    keys = {checked.node.block for checked in chart.report.nodes.values()}
    if any(key in blocks and blocks.get(key).group == "Activation" for key in keys):
        update = max((v.update for _, _, v in chart.blocks() if v.update == v.update), default=0.0)
        yield from repairs.learning_rate(chart, 10.0 if update < 3e-3 else 0.1)


RULE = Rule(
    "plateau",
    find,
    unless=frozenset(
        {
            "not_finite",
            "pairing",
            "dead_units",
            "saturated",
            "exploding",
            "vanishing",
            "rate_high",
            "rate_low",
            "imbalance",
        }
    ),
)
