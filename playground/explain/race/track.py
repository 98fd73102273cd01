"""Who races, and the way that one of them took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from playground.explain.race.surfaces import Surface

EPS = 1e-8  # torch's own default in RMSprop and Adam
FAR = 1e6  # a weight beyond it has diverged
TOLERANCE = 1e-4  # loss at which a racer has arrived


@dataclass(frozen=True, slots=True)
class Racer:
    """An optimiser with its settings, under torch's names.

    Parameters
    ----------
    kind : str
        "sgd", "momentum", "nesterov", "rmsprop", "adam" or "adamw".
    lr : float
    momentum : float
        Of momentum, nesterov and rmsprop.
    beta1, beta2 : float
        Of adam and adamw.
    alpha : float
        Of rmsprop.
    weight_decay : float
        Of adamw.
    on : bool
        Whether it takes part.
    """

    kind: str
    lr: float
    momentum: float = 0.0
    beta1: float = 0.9
    beta2: float = 0.999
    alpha: float = 0.99
    weight_decay: float = 0.0
    on: bool = True

    @property
    def rule(self) -> str:
        """What it really does: without a momentum there is nothing of the kind to remember."""
        if self.kind == "rmsprop":
            return "rmsprop+momentum" if self.momentum else "rmsprop"
        return "sgd" if self.kind in ("momentum", "nesterov") and not self.momentum else self.kind


RACERS = (
    Racer("sgd", 0.02),
    Racer("momentum", 0.02, momentum=0.9),
    Racer("nesterov", 0.02, momentum=0.9),
    Racer("rmsprop", 0.02),
    Racer("adam", 0.1),
    Racer("adamw", 0.1, weight_decay=0.01),
)
STEEP = (  # for a surface on whose walls the others fly off
    Racer("sgd", 0.001),
    Racer("momentum", 0.0005, momentum=0.9),
    Racer("nesterov", 0.0005, momentum=0.9),
    *RACERS[3:],
)
FIRST = {  # the setting that says how long steps are remembered, and that for squares
    "momentum": "momentum",
    "nesterov": "momentum",
    "rmsprop": "momentum",
    "adam": "beta1",
    "adamw": "beta1",
}
SECOND = {"rmsprop": "alpha", "adam": "beta2", "adamw": "beta2"}


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The way of one racer: row k is where it stands after k steps.

    Parameters
    ----------
    racer : Racer
    points, gradients : np.ndarray, shape (N + 1, 2)
        Weights, and the derivative of the loss there.
    losses : np.ndarray, shape (N + 1,)
    slots : mapping
        Torch's name of what the optimiser remembers, "exp_avg" -> (N + 1, 2); row 0 is 0.
    diverged : int, optional
        After how many steps it was gone; the rows end there.
    """

    racer: Racer
    points: np.ndarray
    gradients: np.ndarray
    losses: np.ndarray
    slots: Mapping[str, np.ndarray] = field(default_factory=dict)
    diverged: int | None = None

    @property
    def steps(self) -> int:
        """How many steps it has taken."""
        return len(self.points) - 1

    def at(self, step: int) -> int:
        """The row that holds at a step of the race: the last one for who is gone."""
        return min(step, self.steps)

    def is_gone(self, step: int) -> bool:
        """Whether it has diverged by then."""
        return self.diverged is not None and step >= self.diverged

    def reached(self, tolerance: float = TOLERANCE) -> int | None:
        """The first step with a loss of at most the tolerance."""
        there = np.flatnonzero(self.losses <= tolerance)
        return int(there[0]) if len(there) else None


def is_gone(point: np.ndarray) -> bool:
    """Whether weights count as diverged."""
    return not bool(np.isfinite(point).all() and np.abs(point).max() <= FAR)


def distance(surface: Surface, track: Track, step: int) -> float:
    """From where it stands to the nearest minimum."""
    return float(surface.distance(track.points[track.at(step)]))
