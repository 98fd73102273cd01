"""Says before it allocates when a network is too large for this machine."""

from __future__ import annotations

import psutil

from playground.check.report import Report
from playground.errors import TrainError
from playground.i18n import tr

COPIES = 4  # of each weight: itself, its gradient, and two moments of an optimiser
BYTES = 4  # of a float32


def needed_bytes(report: Report) -> int:
    """What the weights of a document take in training: at least, batches come on top."""
    return report.cost.parameters * COPIES * BYTES


def refuse_too_large(report: Report, spared: int = 0) -> None:
    """Raise unless the weights fit into the free memory.

    Parameters
    ----------
    report : Report
    spared : int
        Bytes that are in use already and will be free, or used on.

    Raises
    ------
    TrainError
        With both numbers.
    """
    needed, free = needed_bytes(report), psutil.virtual_memory().available + spared
    if needed <= free:
        return
    largest = max(report.nodes, key=lambda id: report.nodes[id].cost.parameters)
    raise TrainError(
        tr(
            "This network has {n:,} weights: training it takes at least {needed:.1f} GB, and "
            "{free:.1f} GB of memory are free.",
            n=report.cost.parameters,
            needed=needed / 1e9,
            free=free / 1e9,
        ),
        hint=tr(
            'Most weights are in "{node}": make it or the layer before it smaller.', node=largest
        ),
        node=largest,
    )
