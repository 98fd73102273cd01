"""What a rule is: it looks at a chart and yields signs of one illness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from playground.check.problems import Fix, Severity
from playground.telemetry.probes.vitals import BlockVitals
from playground.train.health.chart import Chart


@dataclass(frozen=True, slots=True)
class Sign:
    """How far one block is into one illness.

    Parameters
    ----------
    node : str
        Id of the block, "" for the training as a whole.
    level : float
        1 is the limit: from there on it is an illness. Rules may leave out what is far below.
    message, hint : str
        As of a `Finding`.
    fixes : iterable of Fix
        Repairs that are worth a try, the likeliest first; taken when the illness is told.
    severity : str
        "warning" or "error".
    step : int or None
        When it began, where that is known; else it is when it was first seen.
    rewind_step : int or None
        The last step at which all was well.
    sure : bool
        It need not be seen a second time before it is told.
    """

    node: str
    level: float
    message: str
    hint: str
    fixes: Iterable[Fix] = field(default=(), compare=False)
    severity: Severity = "warning"
    step: int | None = None
    rewind_step: int | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One illness.

    Parameters
    ----------
    kind : str
        Name of the finding.
    find : callable
        Chart -> signs, at most one a block. Quick, and without a memory of its own.
    unless : frozenset of str
        Kinds of illness that explain this one: while there is one of them, nobody asks.
    """

    kind: str
    find: Callable[[Chart], Iterator[Sign]]
    unless: frozenset[str] = frozenset()


def rewind_before(chart: Chart, id: str, is_well: Callable[[BlockVitals], bool]) -> int | None:
    """Step of the newest reading at which a block was still well; None where there is none."""
    well = [r.step for r in chart.readings if id in r.blocks and is_well(r.blocks[id])]
    return max(well, default=None)
