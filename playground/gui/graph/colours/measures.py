"""What the cards can be coloured by: one number a block, from the check or from the training."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from playground.check.cost import BYTES_PER_NUMBER
from playground.check.report import NodeReport, Report
from playground.gui.graph.health import Health, health_of, with_finding
from playground.i18n import mark, tr
from playground.telemetry.snapshot import Snapshot
from playground.train.health import Finding

Key = Literal["", "parameters", "flops", "activations", "gradient", "health"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One way of colouring."""

    key: Key
    title: str
    help: str
    live: bool = False  # known only while the network trains
    unit: str = ""


MEASURES: dict[Key, Measure] = {
    measure.key: measure
    for measure in (
        Measure("", mark("Kind of block"), mark("Each family of blocks has a colour.")),
        Measure("parameters", mark("Parameters"), mark("Numbers that training adjusts.")),
        Measure(
            "flops",
            mark("Operations"),
            mark("Additions and multiplications for one sample; a multiply-add counts as 2."),
            unit="FLOP",
        ),
        Measure(
            "activations",
            mark("Activation memory"),
            mark("Memory of the output for one batch in float32; training keeps it."),
            unit="B",
        ),
        Measure(
            "gradient",
            mark("Size of the gradient"),
            mark("Length of the gradient of the last step over all parameters of the block."),
            live=True,
        ),
        Measure(
            "health",
            mark("Health"),
            mark("Green is healthy, amber suspicious, red broken: numbers that are not finite."),
            live=True,
        ),
    )
}


def batch_size(report: Report) -> int:
    """Samples in a batch as the document trains, 1 where it does not say."""
    size = getattr(report.experiment, "batch_size", 1)
    return size if isinstance(size, int) and size > 0 else 1


def costs(key: Key, report: Report, ids: Iterable[str]) -> dict[str, float | None]:
    """The cost of each block; None where it cannot be known yet."""
    return {id: _cost(key, report.nodes.get(id), batch_size(report)) for id in ids}


def _cost(key: Key, found: NodeReport | None, batch: int) -> float | None:
    if found is None or found.output is None:
        return None
    if key == "activations":
        return float((found.cost.activations + found.cost.inner) * BYTES_PER_NUMBER * batch)
    return float(found.cost.parameters if key == "parameters" else found.cost.flops)


def gradients(snapshot: Snapshot | None, ids: Iterable[str]) -> dict[str, float | None]:
    """Length of each block's gradient; None for blocks without one.

    A block that holds others (their ids begin with its own and a dot) has the length over all.
    """
    if snapshot is None:
        return dict.fromkeys(ids)
    squares: dict[str, float] = {}
    for name, value in snapshot.arrays.items():
        kind, _, path = name.partition("/")
        if kind == "gradients":
            for holder in _holders(path):
                squares[holder] = squares.get(holder, 0.0) + float(value[0]) ** 2
    return {id: math.sqrt(squares[id]) if id in squares else None for id in ids}


def healths(
    snapshot: Snapshot | None, ids: Iterable[str], finding_of: Callable[[str], Finding | None]
) -> dict[str, Health]:
    """The health of each block, "" where nothing was measured; the worst of what it holds.

    As the dot of a card tells it: from the numbers, and from what the training doctor found.
    """
    if snapshot is None:
        return dict.fromkeys(ids, "")
    found: dict[str, Health] = {}
    for path in {name.partition("/")[2] for name in snapshot.arrays if _tells_health(name)}:
        health, _ = with_finding(_health(snapshot.arrays, path), "", finding_of(path))
        for holder in _holders(path):
            found[holder] = max(health, found.get(holder, ""), key=_WORSE.index)
    return {id: found.get(id, "") for id in ids}


_WORSE: tuple[Health, ...] = ("", "good", "warning", "bad")
_NO_BLOCKS = ("activations/target", "activations/sample")


def _tells_health(name: str) -> bool:
    return name.startswith(("gradients/", "activations/")) and name not in _NO_BLOCKS


def _health(arrays: Mapping[str, np.ndarray], path: str) -> Health:
    gradient = arrays.get(f"gradients/{path}")
    size = float(gradient[0]) if gradient is not None else None
    return health_of(arrays.get(f"activations/{path}"), size)[0]


def _holders(path: str) -> list[str]:
    """The block at a path and all that it lies in: a.b.c, a.b, a."""
    parts = path.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def health_words(health: Health) -> str:
    """What a legend calls it."""
    return {
        "good": tr("healthy"),
        "warning": tr("suspicious"),
        "bad": tr("broken"),
        "": tr("not measured"),
    }[health]
