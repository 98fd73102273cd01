"""What the network or the selected blocks cost, in one line."""

from __future__ import annotations

from collections.abc import Iterable

from playground.check.cost import CostSummary, summarise
from playground.check.report import Report
from playground.gui.widgets import numbers
from playground.i18n import tr


def of_network(report: Report, ids: Iterable[str] | None = None) -> str:
    """Parameters, operations a sample, memory of the parameters; of all, or of one level."""
    cost = summarise(report, ids)
    return tr(
        "{parameters} · {flops} per sample · {size}",
        parameters=_parameters(cost),
        flops=numbers.short(cost.flops, "FLOP"),
        size=numbers.short(cost.parameter_bytes, "B"),
    )


def of_blocks(report: Report, ids: tuple[str, ...]) -> str:
    """The same of some blocks, with the memory of their outputs for one sample.

    "≥" stands before sums in which a block is missing because its shape is not known.
    """
    cost = summarise(report, ids)
    least = "" if cost.complete else "≥ "
    sums = {
        "parameters": least + _parameters(cost),
        "flops": least + numbers.short(cost.flops, "FLOP"),
        "size": least + numbers.short(cost.activation_bytes, "B"),
    }
    if len(ids) == 1:
        return tr("1 block selected: {parameters} · {flops} · activations {size}", **sums)
    return tr(
        "{n} blocks selected: {parameters} · {flops} · activations {size}", n=len(ids), **sums
    )


def _parameters(cost: CostSummary) -> str:
    count = f"{cost.parameters:,}"
    one = cost.parameters == 1
    return tr("{n} parameter", n=count) if one else tr("{n} parameters", n=count)
