"""A network that learns its samples by heart."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number

POINTS = 6  # of the test loss, before anything is said
RISE = 0.15  # of the loss of guessing: that much the test loss has to rise above its best
FACTOR = 1.25  # and by that factor


def find(chart: Chart) -> Iterator[Sign]:
    """A test loss that has turned and climbs while the training loss goes on falling."""
    test, train = chart.curve("loss/test"), chart.recent("loss/train")
    guess = chart.baseline
    if len(test) < POINTS or not guess > 0 or not math.isfinite(train):
        return
    smooth = np.convolve(test.values, np.ones(3) / 3, mode="valid")  # of three neighbours
    best = int(np.argmin(smooth))
    low, now = float(smooth[best]), float(smooth[-3:].mean())
    at = int(test.steps[best + 1])
    learned = low < 0.95 * guess and train < 0.9 * guess
    if not learned or train > 0.7 * now or at > chart.step - 0.1 * chart.age:
        return
    yield Sign(
        "",
        min((now - low) / (RISE * guess), now / (FACTOR * low)) if low > 0 else 0.0,
        message=tr(
            "The test loss has risen from {low} at step {step} to {now}, while the training loss "
            "fell to {train}.",
            low=number(low),
            step=at,
            now=number(now),
            train=number(train),
        ),
        hint=tr(
            "The network learns its training samples by heart. More samples, weight decay or an "
            "earlier end stop that; dropout only slows it."
        ),
        fixes=tuple(_fixes(chart)),
        step=at,
        rewind_step=at,
    )


def _fixes(chart: Chart) -> Iterator[Fix]:
    yield from repairs.stop_early(chart)
    yield from repairs.more_samples(chart)
    yield from repairs.weight_decay(chart)
    yield from repairs.drop_out(chart)


RULE = Rule("overfitting", find, unless=frozenset({"not_finite", "rate_high"}))
