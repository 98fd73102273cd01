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

# loss -> the discriminator's in an even game, where it guesses, and the generator's. wgan_gp is not
# among them: its scores keep telling the way, so its discriminator cannot be too good.
EVEN = {"non_saturating": (1.39, 0.69), "least_squares": (0.25, 0.125)}
LIMIT = 0.072  # of that in an even game; healthy games play from 0.65 of it up
MIN_STEPS = 500


def find(chart: Chart) -> Iterator[Sign]:
    """A loss of the discriminator near 0 over the last quarter of the steps."""
    loss, other = chart.recent("loss/discriminator"), chart.recent("loss/generator")
    spec = chart.report.models.get("discriminator")
    rule = str(getattr(chart.report.experiment, "loss", ""))
    if chart.age < MIN_STEPS or spec is None or not math.isfinite(loss) or rule not in EVEN:
        return
    even, even_other = EVEN[rule]
    yield Sign(
        spec.output,
        LIMIT * even / max(loss, 1e-9),
        message=tr(
            "The discriminator wins: its loss is {loss}, that of the generator {other}; in an even "
            "game they are near {even} and {even_other}.",
            loss=number(loss),
            other=number(other),
            even=number(even),
            even_other=number(even_other),
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
