"""What the network or the selected blocks cost, in one line."""

from __future__ import annotations

from collections.abc import Iterable

from playground.check.cost import BYTES_PER_NUMBER, CostSummary, summarise
from playground.check.report import Report
from playground.gui.graph.colours.measures import batch_size
from playground.gui.widgets import numbers
from playground.i18n import tr


def of_network(report: Report, ids: Iterable[str] | None = None) -> str:
    """Parameters and their memory, operations a sample, memory of all outputs for one batch.

    Of all blocks, or of one level.
    """
    cost, batch = summarise(report, ids), batch_size(report)
    return tr(
        "{parameters} ({size}) · {flops} per sample · activations {memory} for a batch of {batch}",
        parameters=_parameters(cost),
        size=numbers.short(cost.parameter_bytes, "B"),
        flops=numbers.short(cost.flops, "FLOP"),
        memory=numbers.short(cost.activation_bytes * batch, "B"),
        batch=batch,
    )


def of_blocks(report: Report, ids: tuple[str, ...]) -> str:
    """The same of some blocks.

    "≥" stands before sums in which a block is missing because its shape is not known.
    """
    cost, batch = summarise(report, ids), batch_size(report)
    least = "" if cost.complete else "≥ "
    sums = {
        "parameters": least + _parameters(cost),
        "flops": least + numbers.short(cost.flops, "FLOP"),
        "size": least + numbers.short(cost.activation_bytes * batch, "B"),
        "batch": batch,
    }
    if len(ids) == 1:
        return tr(
            "1 block selected: {parameters} · {flops} per sample · "
            "activations {size} for a batch of {batch}",
            **sums,
        )
    return tr(
        "{n} blocks selected: {parameters} · {flops} per sample · "
        "activations {size} for a batch of {batch}",
        n=len(ids),
        **sums,
    )


def _parameters(cost: CostSummary) -> str:
    count = f"{cost.parameters:,}"
    one = cost.parameters == 1
    return tr("{n} parameter", n=count) if one else tr("{n} parameters", n=count)


def of_one(parameters: int, flops: int, activations: int) -> str:
    """What one block costs for one sample, "" when that is nothing."""
    if not (parameters or flops or activations):
        return ""
    return tr(
        "{parameters:,} parameters · {flops} · activations {size} for one sample",
        parameters=parameters,
        flops=numbers.short(flops, "FLOP"),
        size=numbers.short(activations * BYTES_PER_NUMBER, "B"),
    )
