"""Curves over the steps of a run: what the loss and the metrics lens share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._overlay import Points, RunOverlay
from playground.gui.lenses._readings import of_curve
from playground.gui.lenses.base import Lens
from playground.gui.theme import run_colour
from playground.gui.truth import Reading
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.plot_items import Line
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import tr

PARTS = ("train", "test", "generator", "discriminator")


class _Swatch(QWidget):
    """A short line in a curve's colour."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self.colour = colour
        self.setFixedSize(QSize(14, 12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 5, 14, 3, self.colour)
        painter.end()


class CurvesLens(Lens):
    """Plots every scalar called `<quantity>/<part>`; the part says whose: train, test...

    The line is drawn through rows that really happened, peaks included. Other runs that are shown
    lie behind it; pointing at a step shows it in every plot.
    """

    quantities: Sequence[str] = ()

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.quantity = self.quantities[0]
        self.curves: dict[str, Line] = {}
        self._overlay_for: tuple[object, ...] = ()  # what the lines of other runs were drawn for
        self.plot = Plot(smooth=True)
        self.plot.retheme(context.theme.tokens)
        self.overlay = RunOverlay(self.plot, context.runs)
        self.legend_box = QWidget()
        self.legend = QHBoxLayout(self.legend_box)
        self.legend.setContentsMargins(0, 0, 0, 0)
        self.legend.setSpacing(4)
        self.value = ElidedLabel()
        self.value.hide()
        self.value.setObjectName("lensValue")
        self.log = QToolButton(checkable=True, autoRaise=True)
        self.log.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.log.toggled.connect(self._on_log)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.legend_box, 1)
        top.addWidget(self.value, 1)  # takes the place of the legend while a step is pointed at
        top.addWidget(self.log)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.add_controls(layout)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.cross.setVisible(False)
        self.plot.addItem(self.cross, ignoreBounds=True)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.moved.connect(self._show_cursor)
        context.runs.changed.connect(self._on_runs)
        self.retheme()
        self.retranslate()

    def add_controls(self, layout: QVBoxLayout) -> None:
        """Put a subclass's own controls above the legend; called before the first drawing."""

    def colour(self, part: str) -> QColor:
        """Train blue, test orange; the two networks of a GAN likewise."""
        t = self.context.theme.tokens
        return QColor(t.accent if part in ("train", "generator") else t.negative)

    def part_title(self, part: str) -> str:
        """Name of a part in the user's language."""
        titles = {
            "train": tr("train"),
            "test": tr("test"),
            "generator": tr("generator"),
            "discriminator": tr("discriminator"),
        }
        return titles.get(part, part)

    def on_rows(self, rows: list[Any]) -> bool:
        history = self.context.run.history
        names = [name for name in history if self._is_mine(name)]
        if not names:
            return False
        if {name.partition("/")[2] for name in names} != set(self.curves):
            self._make_curves([name.partition("/")[2] for name in names])
        drawn = []
        for name in names:
            steps, values = self._ready(history.curve(name))
            self.curves[name.partition("/")[2]].setData(steps, values)
            drawn.append((steps, values))
        if self._overlay_for != self._overlay_key():
            self._draw_overlay()
        drawn += self.overlay.points
        steps, values = (np.concatenate(axis) for axis in zip(*drawn, strict=True))
        self.plot.grow(steps, values)  # once for all curves: each alone would undo the others' room
        return True

    def readings(self) -> list[Reading]:
        found: list[Reading] = []
        for part, line in self.curves.items():
            name = f"{self.quantity}/{part}" if part else self.quantity
            steps, values = line.getData()
            found += of_curve(self.key, name, steps, values, log=self.log.isChecked())
        return found

    def _ready(self, points: Points) -> Points:
        """What is drawn of a curve: as many points as can be told apart, on the chosen axis."""
        steps, values = _thin(*points, 2 * max(self.plot.width(), 100))
        if self.log.isChecked():
            values = np.log10(np.maximum(values, 1e-12))
        return steps, values

    def _overlay_key(self) -> tuple[object, ...]:
        runs = [
            (record.number, record.colour, record.title) for record in self.context.runs.shown()
        ]
        return self.quantity, self.log.isChecked(), self.plot.width(), *runs

    def _draw_overlay(self) -> None:
        self._overlay_for = self._overlay_key()
        self.overlay.draw(self._is_mine, self._ready)
        self._make_legend()

    def _on_runs(self) -> None:
        if self.isVisible():
            self._on_rows([])

    def _is_mine(self, name: str) -> bool:
        return name.partition("/")[0] == self.quantity

    def _make_curves(self, parts: Sequence[str]) -> None:
        for curve in self.curves.values():
            self.plot.removeItem(curve)
        self.curves = {}
        for part in sorted(parts, key=lambda p: PARTS.index(p) if p in PARTS else 9):
            curve = Line(pg.mkPen(self.colour(part), width=2))
            self.plot.addItem(curve)
            self.curves[part] = curve
        self._make_legend()

    def _make_legend(self) -> None:
        while (item := self.legend.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        for part in self.curves:
            if part:
                self.legend.addWidget(_Swatch(self.colour(part)))
                label = QLabel(self.part_title(part))
                label.setObjectName("lensLegend")
                self.legend.addWidget(label)
                self.legend.addSpacing(8)
        for record in self.overlay.drawn():
            self.legend.addWidget(_Swatch(QColor(run_colour(record.colour))))
            label = ElidedLabel(record.title)
            label.setObjectName("lensLegend")
            self.legend.addWidget(label, 1)
        self.legend.addStretch()

    def on_restarted(self) -> None:
        for curve in self.curves.values():
            self.plot.removeItem(curve)
        self.curves = {}
        self.overlay.clear()
        self._overlay_for = ()
        self._make_legend()
        self.plot.set_range((0.0, 1.0), (0.0, 1.0))

    def retheme(self) -> None:
        self.plot.retheme(self.context.theme.tokens)
        self.cross.setPen(pg.mkPen(self.context.theme.tokens.secondary, style=Qt.PenStyle.DotLine))
        self._make_curves(list(self.curves))
        self.on_rows([])

    def retranslate(self) -> None:
        self.log.setText(tr("log"))
        self.log.setToolTip(tr("Logarithmic vertical axis: equal distances are equal factors."))
        self.plot.name_axes(bottom=tr("step"))
        self.plot.getAxis("bottom").setToolTip(tr("Optimiser steps"))
        self._make_legend()

    def _on_log(self, checked: bool) -> None:
        axis = self.plot.getAxis("left")
        axis.setLogMode(False, checked)
        self.plot.set_range(self.plot.x_range, (0.0, 1e-6))
        self.on_rows([])

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        inside = view.sceneBoundingRect().contains(at) and bool(self.curves)
        self.context.cursor.set(view.mapSceneToView(at).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set(None)

    def _show_cursor(self) -> None:
        """Mark the step that is pointed at, in whichever plot, and say the values there."""
        step = self.context.cursor.step
        shown = step is not None and bool(self.curves)
        self.cross.setVisible(shown)
        self.legend_box.setVisible(not shown)
        self.value.setVisible(shown)
        if step is None or not shown:
            self.value.setText("")
            return
        self.cross.setPos(step)
        words = [tr("step {step}", step=round(max(step, 0)))]
        for part in self.curves:
            name = f"{self.quantity}/{part}" if part else self.quantity
            steps, values = self.context.run.history.curve(name)
            if len(steps):
                nearest = values[int(np.abs(steps - step).argmin())]
                words.append(f"{self.part_title(part)} {nearest:.4g}".strip())
        self.value.setText("   ".join(words))


def _thin(steps: np.ndarray, values: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """At most about `most` points, keeping the lowest and highest of each stretch."""
    stride = len(steps) // max(most // 2, 1)
    if stride < 2:
        return steps, values
    whole = len(steps) // stride * stride
    grid = np.nan_to_num(values[:whole].reshape(-1, stride), nan=0.0)
    base = np.arange(0, whole, stride)
    keep = np.unique(
        np.concatenate([base + grid.argmin(1), base + grid.argmax(1), [len(steps) - 1]])
    )
    return steps[keep], values[keep]
