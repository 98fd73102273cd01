"""A class that is so rare that the network leaves it out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import percent

RARE = 0.2  # of the samples of the largest class
MISSED = 0.5  # of its samples at least, and twice as many as of the largest class
MIN_STEPS = 200


def find(chart: Chart) -> Iterator[Sign]:
    """A rare class most of whose training samples are not recognised."""
    counts, recall = chart.facts.get("targets/counts"), chart.facts.get("recall/train")
    if chart.age < MIN_STEPS or counts is None or recall is None or len(counts) != len(recall):
        return
    largest = int(np.argmax(counts))
    rare = [c for c in np.flatnonzero(counts) if counts[c] < RARE * counts[largest]]
    if not rare:
        return
    worst = int(min(rare, key=lambda c: recall[c]))
    missed, usual = 1.0 - float(recall[worst]), 1.0 - float(recall[largest])
    (output,) = chart.outputs if len(chart.outputs) == 1 else ("",)
    yield Sign(
        output,
        min(missed / MISSED, missed / max(2 * usual, 1e-9)),
        message=tr(
            'Of the class "{name}" only {share} of the training samples are recognised, of '
            '"{other}" {most}.',
            name=_name(chart, worst),
            share=percent(float(recall[worst])),
            other=_name(chart, largest),
            most=percent(float(recall[largest])),
        ),
        hint=tr(
            "It has {few} samples and the other {many}: leaving it out costs the loss next to "
            "nothing.",
            few=int(counts[worst]),
            many=int(counts[largest]),
        ),
        fixes=tuple(_fixes(chart)),
    )


def _name(chart: Chart, label: int) -> str:
    field = chart.report.fields.get(getattr(chart.report.experiment, "target", "y"))
    return tr(field.classes[label]) if field is not None and field.classes else str(label)


def _fixes(chart: Chart) -> Iterator[Fix]:
    title = tr("Weigh each class by how rare it is")
    yield from repairs.setting(chart, title, "class_weight", "balanced")


RULE = Rule("imbalance", find, unless=frozenset({"not_finite", "rate_high", "rate_low"}))
