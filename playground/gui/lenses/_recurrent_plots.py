"""Losses over the steps, and gradients over the lag, of the three."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from playground.gui.lenses._logs import decades, log10, log_plot, set_decades
from playground.gui.lenses._recurrent_table import NAMES, colour_of_kind
from playground.gui.theme import Tokens
from playground.gui.widgets.plot_items import Line
from playground.gui.widgets.texts import ElidedLabel

BESIDE = 620  # px: so wide, both plots stand beside each other
DEEPEST = 12.0  # powers of ten below the longest gradient that are shown
DOT = 6.0  # px of a curve of one step
PREFIX = "recurrent_race"
LOSSES = {kind: f"{PREFIX}/loss/{kind}" for kind in NAMES}
GRADIENTS = {f"{kind}/h": f"{PREFIX}/gradient/{kind}/h" for kind in NAMES}
GRADIENTS["lstm/c"] = f"{PREFIX}/gradient/lstm/c"


def direction(width: int) -> QBoxLayout.Direction:
    """How parts stand to each other in so much room."""
    ways = QBoxLayout.Direction
    return ways.LeftToRight if width >= BESIDE else ways.TopToBottom


class RecurrentPlots(QWidget):
    """Two plots with a line of words above each; beside each other where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losses, self.gradients = log_plot(smooth=True), log_plot(smooth=True)
        self.loss_words, self.gradient_words = ElidedLabel(), ElidedLabel()
        self.loss_lines = {kind: Line(pg.mkPen("#808080"), alone=DOT) for kind in NAMES}
        self.gradient_lines = {key: Line(pg.mkPen("#808080"), alone=DOT) for key in GRADIENTS}
        self.constant = pg.InfiniteLine(angle=0, movable=False)
        self.losses.addItem(self.constant, ignoreBounds=True)
        for plot, lines in (
            (self.losses, self.loss_lines),
            (self.gradients, self.gradient_lines),
        ):
            for line in lines.values():
                plot.addItem(line, ignoreBounds=True)
        self.sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.sides.setContentsMargins(0, 0, 0, 0)
        self.sides.setSpacing(4)
        for words, plot in (
            (self.loss_words, self.losses),
            (self.gradient_words, self.gradients),
        ):
            words.setObjectName("lensLegend")
            side = QVBoxLayout()
            side.setSpacing(0)
            side.addWidget(words)
            side.addWidget(plot, 1)
            plot.getViewBox().sigResized.connect(self._on_resized)
            self.sides.addLayout(side, 1)

    def show_losses(self, arrays: Mapping[str, np.ndarray], constant: float) -> None:
        """Draw the curves, and how good who always answers the mean is."""
        mean = log10(np.array([constant]))
        self.constant.setVisible(bool(np.isfinite(mean[0])))
        if np.isfinite(mean[0]):
            self.constant.setPos(float(mean[0]))
        every, last = [mean], 0.0
        for kind, line in self.loss_lines.items():
            steps, values = arrays.get(LOSSES[kind], np.empty((2, 0)))
            logs = log10(values)
            line.setData(steps, logs)
            every.append(logs)
            last = max(last, float(steps[-1]) if len(steps) else 0.0)
        y = decades(self.losses.y_range, np.concatenate(every))
        old = self.losses.x_range[1]
        far = old if 0.4 * old <= last <= old else max(1.5 * last, 20.0)
        _show(self.losses, (0.0, far), y)

    def show_gradients(self, arrays: Mapping[str, np.ndarray], lag: int) -> None:
        """Draw the length of the gradient at each lag."""
        every = []
        for key, line in self.gradient_lines.items():
            logs = log10(arrays.get(GRADIENTS[key], np.empty(0)))
            line.setData(np.arange(len(logs), dtype=float), logs)
            every.append(logs)
        logs = np.concatenate(every)
        logs = logs[np.isfinite(logs)]
        if len(logs):
            logs = np.maximum(logs, logs.max() - DEEPEST)
        _show(self.gradients, (0.0, float(lag)), decades(self.gradients.y_range, logs))

    def forget(self) -> None:
        """Draw nothing."""
        for line in (*self.loss_lines.values(), *self.gradient_lines.values()):
            line.setData(np.empty(0), np.empty(0))
        self.constant.hide()
        set_decades(self.losses, (0.0, 20.0), (-2.0, 0.0))

    def retheme(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        for plot in (self.losses, self.gradients):
            plot.retheme(tokens)
        self.constant.setPen(pg.mkPen(tokens.secondary, width=1.4, style=Qt.PenStyle.DashLine))
        for kind, line in self.loss_lines.items():
            line.setPen(pg.mkPen(colour_of_kind(kind), width=1.6))
        for key, line in self.gradient_lines.items():
            kind, _, state = key.partition("/")
            style = Qt.PenStyle.DashLine if state == "c" else Qt.PenStyle.SolidLine
            line.setPen(pg.mkPen(colour_of_kind(kind), width=1.6, style=style))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.setDirection(direction(event.size().width()))

    def _on_resized(self, *_: object) -> None:
        """More or less room for the powers of ten."""
        for plot in (self.losses, self.gradients):
            set_decades(plot, plot.x_range, plot.y_range)


def _show(plot: pg.PlotWidget, x: tuple[float, float], y: tuple[float, float]) -> None:
    if (x, y) != (plot.x_range, plot.y_range):
        set_decades(plot, x, y)
