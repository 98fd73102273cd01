"""What curves are drawn over and how: linear or logarithmic, raw or smoothed."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np
from PySide6.QtCore import QSettings

from playground.explain.smoothing import debiased_mean
from playground.gui.lenses._logs import log10
from playground.telemetry.history import History

OVER = ("step", "epoch", "seconds")  # names of the scalars over which curves can be drawn
SMOOTHEST = 0.99


@dataclass(frozen=True, slots=True)
class Axes:
    """How a lens draws its curves; remembered for each lens.

    Parameters
    ----------
    over : str
        "step", "epoch" or "seconds" (training time without pauses).
    log_x, log_y : bool
    smooth : float
        Weight of the past in the moving mean, 0 for none.
    """

    over: str = "step"
    log_x: bool = False
    log_y: bool = False
    smooth: float = 0.0

    @classmethod
    def read(cls, settings: QSettings, key: str) -> Axes:
        """Those of a lens; a value that nobody could have chosen counts as not set."""
        over = str(settings.value(f"curves/{key}/over", "step"))
        try:
            smooth = float(settings.value(f"curves/{key}/smooth", 0.0))
        except (TypeError, ValueError):
            smooth = 0.0
        logs = (str(settings.value(f"curves/{key}/{n}", "false")) for n in ("log_x", "log_y"))
        return cls(
            over if over in OVER else "step",
            *(value.lower() == "true" for value in logs),
            smooth if 0 <= smooth <= SMOOTHEST else 0.0,
        )

    def write(self, settings: QSettings, key: str) -> None:
        """Remember them for a lens."""
        for field in fields(self):
            value = getattr(self, field.name)
            told = str(value).lower() if isinstance(value, bool) else value
            settings.setValue(f"curves/{key}/{field.name}", told)

    def place(self, history: History, steps: np.ndarray) -> np.ndarray:
        """Where steps lie on the horizontal axis; NaN where that is not known.

        Epochs and seconds are told at some steps; between two of them they grow evenly.
        """
        x = steps.astype(float)
        if self.over != "step":
            known, told = self._told(history)
            x = np.interp(x, known, told) if len(known) > 1 else np.full(len(x), np.nan)
        return log10(x) if self.log_x else x

    def step_at(self, history: History, x: float) -> float | None:
        """The step at a place of the axis; None where that is not known."""
        x = 10.0**x if self.log_x else x
        if self.over == "step":
            return x
        known, told = self._told(history)
        return float(np.interp(x, told, known)) if len(known) > 1 else None

    def _told(self, history: History) -> tuple[np.ndarray, np.ndarray]:
        """Steps and what they are in epochs or seconds; before the first step it was 0."""
        known, told = history.curve(self.over)
        return np.concatenate([[0.0], known]), np.concatenate([[0.0], told])

    def height(self, values: np.ndarray) -> np.ndarray:
        """Where values lie on the vertical axis; a logarithm of what is not above 0 is a gap."""
        return log10(values) if self.log_y else values


def drawn_of(history: History, name: str, axes: Axes, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Places of at most about `most` points of a curve."""
    steps, values = history.curve(name)
    steps, values = thin(steps, debiased_mean(values, axes.smooth), most)
    return axes.place(history, steps), axes.height(values)


def values_at(history: History, name: str, axes: Axes, x: float) -> tuple[float, float] | None:
    """Raw and smoothed value of the row that lies nearest to a place of the axis, if any does."""
    steps, values = history.curve(name)
    places = axes.place(history, steps)
    away = np.where(np.isfinite(places), np.abs(places - x), np.inf)
    if not np.isfinite(away.min(initial=np.inf)):
        return None
    at = int(away.argmin())
    return float(values[at]), float(debiased_mean(values, axes.smooth)[at])


def thin(steps: np.ndarray, values: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """At most about `most` points, keeping the lowest and highest of each stretch and both ends.

    What is no finite number is kept only where a whole stretch is none.
    """
    stride = math.ceil(len(steps) / max(most // 2, 1))
    if stride < 2:
        return steps, values
    stretches = math.ceil(len(steps) / stride)
    grid = np.full(stretches * stride, np.nan)
    grid[: len(values)] = values
    grid = grid.reshape(stretches, stride)
    finite = np.isfinite(grid)
    kept = np.zeros(grid.shape, dtype=bool)
    row = np.arange(stretches)
    kept[row, np.where(finite, grid, np.inf).argmin(1)] = True
    kept[row, np.where(finite, grid, -np.inf).argmax(1)] = True
    keep = kept.reshape(-1)[: len(steps)]
    keep[[0, -1]] = True
    return steps[keep], values[keep]


def log_range(old: tuple[float, float], places: np.ndarray) -> tuple[float, float]:
    """A range of log10 that holds all places, in quarters of a decade: kept while they fit."""
    finite = places[np.isfinite(places)]
    if not len(finite):
        return old
    low = math.floor(4 * float(finite.min())) / 4
    high = max(math.ceil(4 * float(finite.max())) / 4, low + 0.25)
    fits = old[0] <= low and high <= old[1] <= high + 0.25 and low - old[0] <= 0.25
    return old if fits else (low, high)
