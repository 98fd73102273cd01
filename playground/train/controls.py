"""What the user may change about a run while it runs."""

from __future__ import annotations

from collections.abc import Callable
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
    """The only way from the window to a run: whole frozen values, replaced in one assignment.

    A run in another process has a copy of this object there, and every assignment travels to it. So
    whatever is added here is frozen, can be pickled, and is replaced, never changed in place.
    """

    def __init__(self, controls: Controls | None = None) -> None:
        self._follower: Callable[[str, Any], None] | None = None
        self.controls = controls or Controls()
        self.probes: frozenset[Probe] = frozenset()

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if not name.startswith("_") and self._follower is not None:
            self._follower(name, value)

    def change(self, **changes: Any) -> None:
        """Replace some of the controls."""
        self.controls = replace(self.controls, **changes)

    def follow(self, follower: Callable[[str, Any], None]) -> None:
        """Tell every public attribute and its value, now and whenever it is replaced."""
        self._follower = follower
        for name, value in vars(self).items():
            if not name.startswith("_"):
                follower(name, value)
