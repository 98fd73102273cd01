"""The way of a racer in px, worked out once and drawn up to any step."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF

from playground.explain.race.track import Track
from playground.gui.widgets.strokes import pieces

GRAIN = 0.5  # px; steps that stay within it are seen as one point
FAR = 1e4  # px; what is painted lies closer


class Way:
    """Lines from point to point; most of a thousand steps are shorter than a px.

    A point that is no finite number is left out, one that is far off stays in a range that can be
    painted.

    Parameters
    ----------
    track : Track
    origin, unit : np.ndarray, shape (2,)
        Px of (0, 0), and px that 1 means along both axes.
    """

    def __init__(self, track: Track, origin: np.ndarray, unit: np.ndarray) -> None:
        self.track = track
        found = np.flatnonzero(np.isfinite(track.points).all(1))
        self._px = np.clip(origin + track.points[found] * unit, -FAR, FAR)
        self._found = found
        grains = np.rint(self._px / GRAIN)
        moved = (grains[1:] != grains[:-1]).any(1)
        self._kept = np.concatenate([[0], 1 + np.flatnonzero(moved)])
        self.lines = pieces(self._px[self._kept])

    def points(self, step: int) -> np.ndarray:
        """Px (N, 2) of all points up to a step."""
        px: np.ndarray = self._px[: np.searchsorted(self._found, self.track.at(step), "right")]
        return px

    def until(self, step: int) -> tuple[int, QLineF]:
        """How many of `lines` are whole at a step, and the line from there to where it ends."""
        end = len(self.points(step)) - 1
        last = int(np.searchsorted(self._kept, end, "right")) - 1
        return last, QLineF(*self._px[self._kept[last]].tolist(), *self._px[end].tolist())
