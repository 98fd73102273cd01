"""What the user may change about a run while it runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from playground.telemetry.probes.base import Probe


@dataclass(frozen=True, slots=True)
class Controls:
    """The wishes of the user; a new object for each change, read by the run between two steps.

    Parameters
    ----------
    lr : float or None
        Learning rate that replaces the document's; None keeps it.
    batch_size : int or None
        Samples a step; None keeps the document's.
    speed : float or None
        Steps per second at most; None is as fast as it goes.
    frozen : frozenset of str or None
        Ids of blocks whose weights stay as they are; None keeps those that the document freezes.
    """

    lr: float | None = None
    batch_size: int | None = None
    speed: float | None = None
    frozen: frozenset[str] | None = None


class Steering:
    """The only way from the window to a run: whole frozen values, replaced in one assignment."""

    def __init__(self, controls: Controls | None = None) -> None:
        self.controls = controls or Controls()
        self.probes: frozenset[Probe] = frozenset()

    def change(self, **changes: Any) -> None:
        """Replace some of the controls."""
        self.controls = replace(self.controls, **changes)
