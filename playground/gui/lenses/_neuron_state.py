"""What the picture of a network shows, out of a snapshot: arrays by their meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from playground.gui.lenses._neuron_columns import Column
from playground.gui.lenses._pictures import Scale


@dataclass(frozen=True, slots=True)
class Choice:
    """How the user wants it.

    Parameters
    ----------
    before : bool
        Each neuron before its activation.
    sign : bool
        Only the sign of what it puts out.
    test : bool
        The test samples too.
    warped : bool
        The grid that two neurons make of the plane, instead of the function of one.
    """

    before: bool = False
    sign: bool = False
    test: bool = False
    warped: bool = False


@dataclass(slots=True)
class Shown:
    """Arrays of one reading of the probe `Neurons`, and the scales they are drawn in."""

    arrays: Mapping[str, np.ndarray] = field(default_factory=dict)
    _highs: dict[str, float] = field(default_factory=dict)  # of columns: they do not jump

    def name(self, node: str, what: str) -> str:
        """Full name of an array."""
        return f"neurons/{node}/{what}"

    def of(self, node: str, what: str) -> np.ndarray | None:
        """An array of a block."""
        return self.arrays.get(self.name(node, what))

    def all(self, what: str) -> np.ndarray | None:
        """An array of the whole plane: "extent", "train"."""
        return self.arrays.get(f"neurons/{what}")

    def map_of(self, node: str, unit: int) -> int | None:
        """Which map of a block is that of a unit."""
        units = self.of(node, "units")
        if units is None or not len(units) or not units[0] <= unit <= units[-1]:
            return None
        return int(unit - units[0])

    def weights_scale(self, layer: str) -> Scale:
        """One scale for weights and biases of a layer."""
        weight, bias = self.of(layer, "weight"), self.of(layer, "bias")
        parts = [a.ravel() for a in (weight, bias) if a is not None]
        return Scale.signed(np.concatenate(parts) if parts else np.zeros(1))

    def scale_of(self, node: str) -> Scale:
        """The scale of all maps of a block; it changes in steps, so that nothing flickers."""
        maps = self.of(node, "maps")
        peak = _peak(maps) if maps is not None else 0.0
        high = self._highs.get(node, 0.0)
        if peak > high or peak < 0.5 * high:
            high = 1.15 * peak if peak > 1.001 or peak < 0.87 else 1.001
        self._highs[node] = high = high or 1.0
        return Scale(-high, high)

    def fits(self, columns: tuple[Column, ...], choice: Choice) -> bool:
        """Whether the arrays are those of these columns: the run may lag behind the document."""
        for before, column in zip((None, *columns), columns, strict=False):
            maps = self.of(column.drawn(choice.before), "maps")
            if maps is None:
                return False
            if before is None or not column.layer:
                continue
            weight = self.of(column.layer, "weight")
            if weight is None or weight.shape != (column.units, before.units):
                return False
        return True


def _peak(maps: np.ndarray) -> float:
    """The largest size of a finite number."""
    high, low = float(maps.max(initial=0.0)), float(maps.min(initial=0.0))
    if not np.isfinite(high - low):
        finite = maps[np.isfinite(maps)]
        high, low = float(finite.max(initial=0.0)), float(finite.min(initial=0.0))
    return max(high, -low)
