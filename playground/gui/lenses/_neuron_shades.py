"""Colours of the samples on the plane, worked out only when the samples are others."""

from __future__ import annotations

import numpy as np

from playground.gui.theme import Theme, class_colour
from playground.telemetry.snapshot import Snapshot

STEPS = 41  # colours of targets that are numbers


class Shades:
    """#rrggbb of each sample by split: its class, or its target in the symmetric scale."""

    def __init__(self, theme: Theme) -> None:
        self.of: dict[str, list[str]] = {}
        self._theme = theme
        self._from: tuple[object, ...] = ()

    def forget(self) -> None:
        """The colours of the theme, or the data, are others."""
        self._from = ()

    def know(self, snapshot: Snapshot) -> None:
        """Take the targets of a snapshot."""
        names = ("data/train_y", "data/test_y", "neurons/train", "neurons/test")
        found = [snapshot.arrays.get(name) for name in names]
        if any(a is not b for a, b in zip(found, self._from or (None,) * 4, strict=True)):
            self._from = tuple(found)
            for split, y, x in zip(("train", "test"), found[:2], found[2:], strict=True):
                self.of[split] = self._shades(y, 0 if x is None else len(x))

    def _shades(self, y: np.ndarray | None, count: int) -> list[str]:
        if y is None:
            return [self._theme.tokens.secondary] * count
        if y.ndim > 1 and y.shape[1] > 1:
            y = y.argmax(axis=1)
        if y.dtype.kind in "iu":
            return [class_colour(int(label)) for label in y]
        values = y.reshape(-1)
        peak = float(np.nanmax(np.abs(values), initial=1e-6))
        places = np.nan_to_num(np.rint((STEPS // 2) * values / peak))
        ramp = self._theme.diverging(np.linspace(-1, 1, STEPS), 1.0)
        names = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b, _ in ramp.tolist()]
        return [names[int(place) + STEPS // 2] for place in places]
