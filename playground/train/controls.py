"""What the user may change about a run while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from playground.document.model import Document
from playground.telemetry.probes.base import Probe

MEASURING = 0.05  # of the training time, unless the user wants another share
PLAYERS = ("both", "generator", "discriminator")  # who learns in an adversarial game


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
        Steps per second at most, or operations where `slow`; None is as fast as it goes.
    slow : bool
        Halt after each operation of a step: what makes one step otherwise, makes one operation.
    frozen : frozenset of str or None
        Ids of blocks whose weights stay as they are; None keeps those that the document freezes.
    measuring : float
        Part of the time, between 0 and 1, that test metrics and what views show may take together.
    players : str
        One of `PLAYERS`: who learns where a generator plays against a discriminator.
    """

    lr: float | None = None
    batch_size: int | None = None
    speed: float | None = None
    slow: bool = False
    frozen: frozenset[str] | None = None
    measuring: float = MEASURING
    players: str = PLAYERS[0]


@dataclass(frozen=True, slots=True)
class Edit:
    """Go on with another document.

    Parameters
    ----------
    number : int
        Ascending; the events that answer it bear the same.
    document : Document
        Without errors.
    back : bool
        The user took a step back: blocks get back what they had learned in that form.
    identity : bool
        New layers start by handing on what they take, where their shapes allow that.
    """

    number: int
    document: Document = field(repr=False)
    back: bool = False
    identity: bool = False


@dataclass(frozen=True, slots=True)
class Poke:
    """Set one weight by hand.

    Parameters
    ----------
    number : int
        Ascending.
    node : str
        Id of the block.
    name : str
        Of its tensor: "weight", "bias", ...
    index : tuple of int
        Which of its numbers.
    value : float
        Finite.
    """

    number: int
    node: str
    name: str
    index: tuple[int, ...]
    value: float


@dataclass(frozen=True, slots=True)
class Save:
    """Write the state of the run into a file, see `run_file`.

    Parameters
    ----------
    number : int
        Ascending; the event that answers it bears the same.
    path : Path
    """

    number: int
    path: Path


@dataclass(frozen=True, slots=True)
class Look:
    """Show an earlier step.

    Parameters
    ----------
    number : int
        Ascending; the snapshot that answers it bears the same.
    run : int
        Number of the run: the current one, or one that came before it.
    step : int
        The nearest one before it that is kept is shown.
    """

    number: int
    run: int
    step: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a new run begins: at a state that an earlier run of the same engine kept.

    Parameters
    ----------
    run : int
        Number of that run.
    step : int
        It begins there, or at the nearest kept step before.
    since : int
        First step of the document that goes with it: an older state would not fit.
    """

    run: int
    step: int
    since: int = 0


POKES = 1024  # weights whose last change is kept until the run has seen it


class Steering:
    """The only way from the window to a run: whole frozen values, replaced in one assignment.

    A run in another process has a copy of this object there, and every assignment travels to it. So
    whatever is added here is frozen, can be pickled, and is replaced, never changed in place.
    """

    def __init__(self, controls: Controls | None = None) -> None:
        self._follower: Callable[[str, Any], None] | None = None
        self.controls = controls or Controls()
        self.probes: frozenset[Probe] = frozenset()
        self.calm: frozenset[Probe] = frozenset()  # those of them that stand back behind others
        self.edit: Edit | None = None  # the newest wish: an older one that nobody saw is part of it
        self.pokes: tuple[Poke, ...] = ()  # the newest for each weight
        self.save: Save | None = None
        self.look: Look | None = None  # None: the present is shown
        self.memory = 0  # bytes for earlier states, to look at and to go on from; 0 keeps none

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if not name.startswith("_") and self._follower is not None:
            self._follower(name, value)

    def change(self, **changes: Any) -> None:
        """Replace some of the controls."""
        self.controls = replace(self.controls, **changes)

    def go_on_with(self, document: Document, *, back: bool = False, identity: bool = False) -> int:
        """Train this document from the next step on; returns the number of the wish."""
        number = self.edit.number + 1 if self.edit is not None else 1
        self.edit = Edit(number, document, back, identity)
        return number

    def save_to(self, path: Path) -> None:
        """Write the state of the run into a file between two steps."""
        self.save = Save(self.save.number + 1 if self.save is not None else 1, path)

    def set_weight(self, node: str, name: str, index: tuple[int, ...], value: float) -> None:
        """Set one number of a block's tensor before the next step."""
        number = self.pokes[-1].number + 1 if self.pokes else 1
        place = (node, name, index)
        others = [p for p in self.pokes if (p.node, p.name, p.index) != place]
        self.pokes = (*others[1 - POKES :], Poke(number, node, name, index, value))

    def follow(self, follower: Callable[[str, Any], None]) -> None:
        """Tell every public attribute and its value, now and whenever it is replaced."""
        self._follower = follower
        for name, value in vars(self).items():
            if not name.startswith("_"):
                follower(name, value)
