"""Points of the plane on their way from noise to data, over the data and the arrows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._readings import of_points
from playground.gui.lenses._sample_colours import axes_of
from playground.gui.truth import Reading
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.scale_bar import short

TIP = 0.3  # of an arrow: length of the two strokes of its head


class PointsView(QWidget):
    """A plot that is told what to show; it holds the arrays of the newest reading."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.away = 0  # points outside the picture
        self.longest = ""  # size of the longest arrow, in words
        self._samples = np.empty((1, 0, 2))
        self._real, self._grid = np.empty((0, 2)), np.empty((0, 2))
        self._arrows = np.empty((1, 0, 2))
        self._rows = np.empty(0, dtype=int)
        self._pulled = np.empty(0, dtype=int)  # numbers of the arrows that are drawn
        self._ends = np.empty((0, 2))  # of the arrows that are drawn
        self.plot = Plot(smooth=True)
        self.plot.setAspectLocked(True)
        self.real = pg.ScatterPlotItem(size=3, pxMode=True, pen=None)
        self.dots = pg.ScatterPlotItem(size=5, pxMode=True)
        self.lines = pg.PlotCurveItem(connect="pairs")
        for item in (self.real, self.lines, self.dots):
            self.plot.addItem(item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def take(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Hold the arrays of a reading."""
        self._samples, self._real = arrays["denoising/samples"], arrays["denoising/real"]
        self._grid, self._arrows = arrays["denoising/grid"], arrays["denoising/arrows"]
        limit = float(np.abs(self._grid).max(initial=1e-6)) * 1.04
        if self.plot.x_range != (-limit, limit):
            self.plot.set_range((-limit, limit), (-limit, limit))
        self.plot.name_axes(*axes_of(self.context))

    def draw(self, moment: int, with_arrows: bool) -> None:
        """Show this moment, from 0 for noise."""
        points = self._samples[moment]
        self._rows = np.flatnonzero(np.isfinite(points).all(1))  # Qt dies of points at infinity
        shown = points[self._rows].astype(float)
        self.away = int((np.abs(shown) > self.plot.x_range[1]).any(1).sum())
        self.real.setData(x=self._real[:, 0], y=self._real[:, 1])
        self.dots.setData(x=shown[:, 0], y=shown[:, 1])
        self._draw_arrows(self._arrows[moment] if with_arrows else self._arrows[moment][:0])

    def _draw_arrows(self, arrows: np.ndarray) -> None:
        """Arrows as long as what they show; the longest one is as long as a cell of the grid."""
        pulls = arrows.astype(float)
        self._pulled = np.flatnonzero(np.isfinite(pulls).all(1))  # the others are left out
        most = float(np.linalg.norm(pulls[self._pulled], axis=1).max(initial=0.0))
        if most == 0.0:
            self.longest, self._ends = "", np.empty((0, 2))
            self.lines.setData(np.empty(0), np.empty(0))
            return
        grid = self._grid.astype(float)
        cell = float(grid.max() - grid.min()) / max(len(grid) ** 0.5 - 1, 1.0)
        start, step = grid[self._pulled], pulls[self._pulled] * (cell / most)
        self.longest, self._ends = short(most, 2), start + step
        across = np.stack([-step[:, 1], step[:, 0]], axis=1)
        heads = [self._ends - TIP * (step + side * 0.6 * across) for side in (-1, 1)]
        pieces = [start, self._ends, self._ends, heads[0], self._ends, heads[1]]
        lines = np.stack(pieces, axis=1).reshape(-1, 2)
        self.lines.setData(lines[:, 0], lines[:, 1])

    def readings(self, key: str, moment: int) -> list[Reading]:
        """Where the points lie, the data, and where the arrows end."""
        claims = tuple(f't["denoising/samples"][{moment}][{{i}}, {axis}]' for axis in (0, 1))
        found = of_points(key, *self.dots.getData(), (claims[0], claims[1]), self._rows)
        real = ('t["denoising/real"][{i}, 0]', 't["denoising/real"][{i}, 1]')
        found += of_points(key, *self.real.getData(), real)
        if len(self._ends):
            arrows, grid = f't["denoising/arrows"][{moment}]', 't["denoising/grid"]'
            sound = f"{arrows}[np.isfinite({arrows}).all(1)]"
            scale = (
                f"np.diff(np.unique({grid}[:, 0])).min() / np.linalg.norm({sound}, axis=1).max()"
            )
            ends = tuple(
                f"{grid}[{{i}}, {axis}] + {arrows}[{{i}}, {axis}] * {scale}" for axis in (0, 1)
            )
            found += of_points(key, *self._ends.T, (ends[0], ends[1]), self._pulled)
        return found

    def retheme(self) -> None:
        """Take the colours of the theme."""
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.plot.showGrid(x=False, y=False)
        self.lines.setPen(pg.mkPen(tokens.negative, width=1))
        self.real.setBrush(pg.mkBrush(tokens.secondary))
        self.dots.setBrush(pg.mkBrush(tokens.accent))
        self.dots.setPen(pg.mkPen(tokens.panel, width=0.5))
