"""A learning rate that is too high: the loss rises, or does not come down for bouncing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

import numpy as np

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number, percent

UPDATE = 0.1  # change of the weights in one step, by the weights; 0.001 is usual
MIN_STEPS = 30
ROSE = 1.5  # times the loss of guessing, and twice the best loss so far


def find(chart: Chart) -> Iterator[Sign]:
    """A loss above that of guessing after better days, or large steps without progress."""
    loss, guess = chart.recent("loss/train"), chart.baseline
    if chart.age < MIN_STEPS or not math.isfinite(guess) or guess <= 0 or not math.isfinite(loss):
        return
    node, update = _fastest(chart)
    curve = chart.curve("loss/train")
    best = int(np.argmin(curve.values))
    low = float(curve.values[best])
    rose = min(loss / (ROSE * guess), loss / (2 * low)) if low > 0 else 0.0
    # it bounces: the steps are large and what they lead to is no better than a guess
    stuck = update / UPDATE if loss >= 0.8 * guess and update == update else 0.0
    level = max(rose, stuck)
    if level < 0.5:
        return
    message = (
        tr(
            "The loss has risen from {low} at step {step} to {loss}; guessing would give {guess}.",
            low=number(low),
            step=int(curve.steps[best]),
            loss=number(loss),
            guess=number(guess),
        )
        if rose >= stuck
        else tr(
            "Each step changes the weights of {id} by {update}, and the loss {loss} is no better "
            "than a guess.",
            id=node,
            update=percent(update),
            loss=number(loss),
        )
    )
    yield Sign(
        node,
        level,
        message=message,
        hint=tr(
            "The learning rate of {lr} is too high: the steps jump over what they look for. A "
            "change of about 0.1 % a step is usual.",
            lr=number(_rate(chart)),
        ),
        fixes=tuple(_fixes(chart)),
        severity="error",
        rewind_step=int(curve.steps[best]),
    )


def _fastest(chart: Chart) -> tuple[str, float]:
    """The layer that changes most in a step, and how much over the newest readings."""
    found = []
    for role in chart.chains:
        for id in chart.layers(role):
            known = [r.blocks[id].update for r in chart.last(3) if id in r.blocks]
            known = [update for update in known if update == update]
            if known:
                found.append((median(known), id))
    update, id = max(found, default=(math.nan, ""))
    return id, update


def _rate(chart: Chart) -> float:
    lr = chart.curve("lr")
    return float(lr.values[-1]) if len(lr) else chart.setting("lr")


def _fixes(chart: Chart) -> Iterator[Fix]:
    yield from repairs.calm(chart)
    if chart.setting("lr") > 2 * repairs.usual_rate(chart) and not repairs.is_wild(chart):
        yield from repairs.learning_rate(chart, 0.01)
    if getattr(chart.report.experiment, "optimizer", "") == "sgd":  # others do it by themselves
        yield from repairs.clip_gradients(chart)


RULE = Rule("rate_high", find, unless=frozenset({"not_finite", "exploding"}))
