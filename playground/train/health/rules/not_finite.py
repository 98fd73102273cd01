"""A loss, or a weight, that is no number any more."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playground.check.problems import Fix
from playground.i18n import tr
from playground.train.health import repairs
from playground.train.health.chart import Chart
from playground.train.health.rules.base import Rule, Sign
from playground.train.health.words import number


def find(chart: Chart) -> Iterator[Sign]:
    """A block whose numbers are NaN or infinite while the loss still is a number."""
    for id, _, vitals in chart.blocks():
        if not math.isfinite(vitals.largest) and not math.isnan(vitals.step):
            yield _sign(chart, id, int(vitals.step), "output")
            return  # all blocks behind it are, too


def of_error(error: Exception, chart: Chart) -> Sign | None:
    """The sign behind the end of a run; None for an end of another kind."""
    step = getattr(error, "step", None)
    if not isinstance(step, int) or not hasattr(error, "part"):
        return None
    return _sign(chart, getattr(error, "node", ""), step, str(error.part))


def _sign(chart: Chart, node: str, step: int, part: str) -> Sign:
    sound = [r for r in chart.readings if r.step < step and _is_sound(chart, r.step)]
    return Sign(
        node,
        level=math.inf,
        message=_message(node, step, part),
        hint=_hint(chart, node),
        fixes=tuple(_fixes(chart, node)),
        severity="error",
        step=step,
        rewind_step=sound[-1].step if sound else 0,
        sure=True,
    )


def _message(node: str, step: int, part: str) -> str:
    if part == "weights":
        return tr(
            "The weights of {id} became NaN or infinite by step {step}, and the loss with them.",
            id=node,
            step=step,
        )
    if part == "output":
        return tr(
            "At step {step} {id} was the first block to put out NaN or infinity; its weights were "
            "still numbers.",
            step=step,
            id=node,
        )
    return tr(
        "At step {step} the numbers that {id} put out had become so large that the loss was no "
        "longer a number.",
        step=step,
        id=node,
    )


def _hint(chart: Chart, node: str) -> str:
    sizes = [r.blocks[node].largest for r in chart.readings if node in r.blocks]
    sizes = [size for size in sizes if math.isfinite(size)]
    if len(sizes) >= 2 and sizes[-1] > 10 * sizes[0] > 0:
        return tr(
            "Its largest number had grown from {before} to {after}: the steps are too large.",
            before=number(sizes[0]),
            after=number(sizes[-1]),
        )
    return tr("Steps that are too large do that: lower the learning rate, or clip the gradients.")


def _fixes(chart: Chart, node: str) -> Iterator[Fix]:
    yield from repairs.calm(chart)
    yield from repairs.clip_gradients(chart)
    for role, chain in chart.chains.items():
        if node in chain and not repairs.is_wild(chart):
            yield from repairs.normalise(chart, chart.layers(role))


def _is_sound(chart: Chart, step: int) -> bool:
    reading = next(r for r in chart.readings if r.step == step)
    return all(math.isfinite(v.largest) for v in reading.blocks.values())


RULE = Rule("not_finite", find)
