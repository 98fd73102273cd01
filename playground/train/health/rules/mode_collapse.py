"""A generator that makes the same sample over and over."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.registry import datasets
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import percent

SPREAD = 0.4  # of that of real samples; healthy generators have 0.9 and more
MODES = 0.5  # of the clouds there are
MIN_STEPS = 1000


def find(chart: Chart) -> Iterator[Sign]:
    """Forged samples that differ far less than real ones, or leave most clouds of the data out."""
    models = chart.report.models
    if chart.age < MIN_STEPS or not {"generator", "discriminator"} <= set(models):
        return
    output = models["generator"].output
    fake = chart.typical(output, "spread")
    shape = chart.report.shape(output)  # the discriminator may read labels besides
    judged = [id for id in models["discriminator"].inputs if chart.report.shape(id) == shape]
    real = max((chart.typical(id, "spread") for id in judged), default=0.0)
    spread = fake / real if real > 0 and fake == fake else 1.0
    found, total = chart.recent("modes"), _clouds(chart)
    share = found / total if total and math.isfinite(found) else 1.0
    few, alike = MODES / max(share, 1e-9), SPREAD / max(spread, 1e-9)
    if max(few, alike) < 0.5:
        return
    if few > alike and math.isfinite(found):
        message = tr(
            "The generator has found {found} of {total} clouds of the data.",
            found=round(found),
            total=total,
        )
    else:
        message = tr(
            "Forged samples differ from each other only {share} as much as real ones.",
            share=percent(spread),
        )
    yield Sign(
        output,
        max(few, alike),
        message=message,
        hint=tr(
            "It has settled on the few samples that fool the discriminator just now (mode "
            "collapse)."
        ),
        fixes=tuple(_fixes(chart)),
    )


def _clouds(chart: Chart) -> int:
    spec = chart.report.document.data
    if spec.dataset not in datasets:
        return 0
    centres = getattr(datasets.get(spec.dataset).make(spec.params), "centres", None)
    return len(centres()) if centres is not None else 0


def _fixes(chart: Chart) -> Iterator[Fix]:
    for rates in repairs.two_rates(chart):
        norms = tuple(repairs.normalise(chart, chart.layers("generator")))
        yield repairs.both(rates, norms[0]) if norms else rates
    steps = chart.setting("discriminator_steps")
    if steps >= 1:
        title = tr("Train the discriminator {n} times a step", n=int(steps) + 2)
        yield from repairs.setting(chart, title, "discriminator_steps", int(steps) + 2)


RULE = Rule("mode_collapse", find, unless=frozenset({"not_finite", "discriminator_wins"}))
