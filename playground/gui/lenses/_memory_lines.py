"""Lines of the gradient against the lag, and what their slope says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from playground.explain.slopes import Slope, slope_of
from playground.gui.lenses._gates_state import layer_words
from playground.gui.truth import written
from playground.i18n import tr

WIDE = 1.0  # powers of ten over all lags: less neither vanishes nor explodes


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """One state of one layer in one direction: its gradient, lag by lag.

    Parameters
    ----------
    node : str
        Id of the block.
    state : str
        "h", or "c" for the memory of an LSTM.
    layer, reverse : int, bool
        Which layer, and whether it reads backwards.
    steps : np.ndarray, shape (L,)
        The step at lag 0, 1, 2, ...
    values : np.ndarray, shape (L,)
        Length of the gradient there, mean over samples.
    words : str
        What the line is called.
    probe : str
        Whose arrays they are.
    """

    node: str
    state: str
    layer: int
    reverse: bool
    steps: np.ndarray
    values: np.ndarray
    words: str
    probe: str = "memory"

    @property
    def slope(self) -> Slope | None:
        """The straight line through the logarithms; None where there are fewer than two."""
        return slope_of(np.arange(len(self.values)), self.values)

    def formula(self, lag: int) -> str:
        """Where the value at a lag stands."""
        return f't["{self.tensor}"][{", ".join(map(str, self.index(lag)))}]'

    @property
    def tensor(self) -> str:
        """Name of its array."""
        return f"{self.probe}/{self.node}/{self.state}"

    def index(self, lag: int) -> tuple[int, int, int]:
        """Where in its array the value at a lag stands."""
        return self.layer, int(self.reverse), int(self.steps[lag])

    def verdict(self) -> str:
        """What each step back does to the gradient."""
        slope = self.slope
        if slope is None:
            return tr("{name}: no gradient reaches back", name=self.words)
        span = slope.per_place * (len(self.values) - 1)
        end = tr("vanishes") if span < -WIDE else tr("explodes") if span > WIDE else tr("stays")
        words = tr(
            "{name}: × {factor} per step back (R² {r2}), {verdict}",
            name=self.words,
            factor=written(10.0**slope.per_place, 3),
            r2=written(slope.r2, 2),
            verdict=end,
        )
        lost = int((self.values == 0).sum())
        if lost:
            words += ", " + tr("exactly 0 at {n} lags", n=lost)
        return words


def reaches_in(arrays: Mapping[str, np.ndarray], probe: str = "memory") -> list[Reach]:
    """Every line of a reading, in the order in which the network calculates the blocks."""
    found = []
    for name, array in arrays.items():
        start, _, state = name.rpartition("/")
        at = arrays.get(f"{start}/at")
        if not start.startswith(f"{probe}/") or state not in ("h", "c") or at is None:
            continue
        node = start.partition("/")[2]
        layers, ways, steps = array.shape
        for layer in range(layers):
            for way in range(ways):
                end = int(at[1 + way])
                order = np.arange(end, steps) if way else np.arange(end, -1, -1)
                words = f"{node} {state}"
                if layers > 1 or ways > 1:
                    words += ", " + layer_words(layer, bool(way), layers)
                values = array[layer, way][order].astype(float)
                found.append(Reach(node, state, layer, bool(way), order, values, words, probe))
    return found
