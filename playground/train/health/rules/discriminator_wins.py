"""A discriminator that is so good that the generator learns nothing from it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number

LIMIT = 0.1  # loss of the discriminator; 1.39 is guessing, healthy games play between 0.9 and 1.4
MIN_STEPS = 500


def find(chart: Chart) -> Iterator[Sign]:
    """A loss of the discriminator near 0 over the last quarter of the steps."""
    loss, other = chart.recent("loss/discriminator"), chart.recent("loss/generator")
    spec = chart.report.models.get("discriminator")
    if chart.age < MIN_STEPS or spec is None or not math.isfinite(loss):
        return
    yield Sign(
        spec.output,
        LIMIT / max(loss, 1e-9),
        message=tr(
            "The discriminator wins: its loss is {loss}, that of the generator {other}; in an even "
            "game they are near 1.4 and 0.7.",
            loss=number(loss),
            other=number(other),
        ),
        hint=tr(
            "It is so sure of every sample that the generator no longer hears what to do better."
        ),
        fixes=tuple(_fixes(chart)),
    )


def _fixes(chart: Chart) -> Iterator[Fix]:
    of_one, of_other = chart.setting("lr_generator"), chart.setting("lr_discriminator")
    if of_one * 4 < of_other:  # the generator is too slow for its opponent
        yield from repairs.rate_of(chart, "lr_generator", 0.5 * of_other / of_one)
        return
    yield from repairs.rate_of(chart, "lr_discriminator", 0.2)
    if chart.setting("discriminator_steps") > 1:
        title = tr("Train the discriminator once a step")
        yield from repairs.setting(chart, title, "discriminator_steps", 1)
    title = tr("Call real samples only {share} real", share="80 %")
    yield from repairs.setting(chart, title, "label_smoothing", 0.2)


RULE = Rule("discriminator_wins", find, unless=frozenset({"not_finite"}))
