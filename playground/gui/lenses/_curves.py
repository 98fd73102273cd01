"""Curves over the steps of a run: what the loss and the metrics lens share."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._curve_axes import Axes, drawn_of, log_range, values_at
from playground.gui.lenses._curve_bar import TITLES, CurveBar
from playground.gui.lenses._overlay import Points, RunOverlay
from playground.gui.lenses._readings import of_curve
from playground.gui.lenses.base import Lens
from playground.gui.theme import run_colour
from playground.gui.truth import Reading
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.plot import Plot, grown
from playground.gui.widgets.plot_items import Line
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import tr
from playground.telemetry.history import History

PARTS = ("train", "test", "generator", "discriminator")
PEN = 2  # px
FAINT = 80  # opacity of a raw curve behind the smoothed one, of 255


class CurvesLens(Lens):
    """Plots every scalar called `<quantity>/<part>`; the part says whose: train, test...

    The line is drawn through rows that really happened, peaks included; smoothed, it stays behind
    its moving mean. Other runs that are shown lie behind both; pointing at a step shows it in every
    plot.
    """

    quantities: Sequence[str] = ()

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.quantity = self.quantities[0]
        self.curves: dict[str, Line] = {}  # raw
        self.smoothed: dict[str, Line] = {}
        self.axes = Axes.read(context.settings, self.key)
        self.bar = CurveBar(self.axes)
        self.log = self.bar.log_y
        self.bar.wanted.connect(self.set_axes)
        self._overlay_for: tuple[object, ...] = ()  # what the lines of other runs were drawn for
        self.plot = Plot(smooth=True)
        self.plot.retheme(context.theme.tokens)
        self.overlay = RunOverlay(self.plot, context.runs)
        self.legend = ColourKey(lines=True)
        self.value = ElidedLabel()  # a step's values
        self.value.hide()
        self.value.setObjectName("lensValue")
        top = QHBoxLayout()
        top.addWidget(self.legend, 1)
        top.addWidget(self.value, 1)  # takes the place of the legend while a step is pointed at
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.add_controls(layout)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.bar)
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.cross.setVisible(False)
        self.plot.addItem(self.cross, ignoreBounds=True)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.moved.connect(self._show_cursor)
        context.runs.changed.connect(self._on_runs)
        context.document.report_changed.connect(self._name_axes)  # a lambda would outlive the view
        self._set_scales()
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
        self.bar.offer([name for name in TITLES if name in history])
        drawn = []
        for name in names:
            part, weight = name.partition("/")[2], self.axes.smooth
            drawn.append(self._ready(history, name, 0.0))
            self.curves[part].setData(*drawn[-1])
            if weight:
                drawn.append(self._ready(history, name, weight))
            self.smoothed[part].setData(*(drawn[-1] if weight else (np.empty(0), np.empty(0))))
        if self._overlay_for != self._overlay_key():
            self._draw_overlay()
        drawn += self.overlay.points
        x, y = (np.concatenate(axis) for axis in zip(*drawn, strict=True))
        self._make_room(x, y)  # once for all curves: each alone would undo the others' room
        return True

    def _make_room(self, x: np.ndarray, y: np.ndarray) -> None:
        known = np.isfinite(x) & np.isfinite(y)
        x, y = x[known], y[known]
        if not len(x):
            return
        if not self.axes.log_x:
            self.plot.grow(x, y)
            return
        wide = log_range(self.plot.x_range, x)
        high = grown(self.plot.y_range, float(y.min()), float(y.max()))
        if (wide, high) != (self.plot.x_range, self.plot.y_range):
            self.plot.set_range(wide, high)

    def readings(self) -> list[Reading]:
        found: list[Reading] = []
        for weight, lines in ((0.0, self.curves), (self.axes.smooth, self.smoothed)):
            for part, line in lines.items():
                name = f"{self.quantity}/{part}" if part else self.quantity
                found += of_curve(self.key, name, *line.getData(), self.axes, weight)
        return found

    def _ready(self, history: History, name: str, weight: float) -> Points:
        """What is drawn of a curve: as many points as can be told apart, on the chosen axes."""
        axes = self.axes if weight == self.axes.smooth else replace(self.axes, smooth=weight)
        return drawn_of(history, name, axes, self._most(history.last_step(name)))

    def _most(self, last: int) -> int:
        """Points of a curve up to a step that can be told apart: two for each width of the pen.

        Rows crowd at the end of a logarithmic axis: there each px has its own.
        """
        wide = max(self.plot.width(), 100)
        low, high = self.plot.x_range
        if self.axes.over != "step" or self.axes.log_x or not low < last <= high:
            return 2 * wide
        return math.ceil(2 * wide / PEN * (last - low) / (high - low))

    def _overlay_key(self) -> tuple[object, ...]:
        runs = [
            (record.number, record.colour, record.title) for record in self.context.runs.shown()
        ]
        return self.quantity, self.axes, self.plot.width(), *runs

    def _draw_overlay(self) -> None:
        self._overlay_for = self._overlay_key()
        self.overlay.draw(self._is_mine, lambda h, name: self._ready(h, name, self.axes.smooth))
        self._make_legend()

    def _on_runs(self) -> None:
        if self.isVisible():
            self._on_rows([])

    def _is_mine(self, name: str) -> bool:
        return name.partition("/")[0] == self.quantity

    def _make_curves(self, parts: Sequence[str]) -> None:
        self._drop_curves()
        for part in sorted(parts, key=lambda p: PARTS.index(p) if p in PARTS else 9):
            for lines in (self.curves, self.smoothed):
                lines[part] = Line(pg.mkPen(self.colour(part), width=PEN))
                self.plot.addItem(lines[part])
        self._dim()
        self._make_legend()

    def _drop_curves(self) -> None:
        for line in (*self.curves.values(), *self.smoothed.values()):
            self.plot.removeItem(line)
        self.curves, self.smoothed = {}, {}

    def _dim(self) -> None:
        """A raw curve behind its mean is faint."""
        for part, line in self.curves.items():
            colour = self.colour(part)
            colour.setAlpha(FAINT if self.axes.smooth else 255)
            line.setPen(pg.mkPen(colour, width=1 if self.axes.smooth else PEN))

    def _make_legend(self) -> None:
        parts = [Entry(self.part_title(part), self.colour(part)) for part in self.curves if part]
        others = [Entry(r.title, QColor(run_colour(r.colour))) for r in self.overlay.drawn()]
        self.legend.set_entries([*parts, *others])

    def on_restarted(self) -> None:
        self._drop_curves()
        self.overlay.clear()
        self._overlay_for = ()
        self._make_legend()
        self._name_axes()
        self.plot.set_range((0.0, 1.0), (0.0, 1.0))

    def retheme(self) -> None:
        self.plot.retheme(self.context.theme.tokens)
        self.cross.setPen(pg.mkPen(self.context.theme.tokens.secondary, style=Qt.PenStyle.DotLine))
        self._make_curves(list(self.curves))
        self.on_rows([])

    def retranslate(self) -> None:
        self.bar.retranslate()
        self._name_axes()
        self._make_legend()

    def set_axes(self, axes: Axes) -> None:
        """Draw the curves over and on these, and remember them."""
        moved = (axes.over, axes.log_x) != (self.axes.over, self.axes.log_x)
        self.axes = axes
        axes.write(self.context.settings, self.key)
        self.bar.show_axes(axes)
        self._set_scales()
        self.plot.set_range((0.0, 1e-6) if moved else self.plot.x_range, (0.0, 1e-6))
        self._name_axes()
        self._dim()
        self.on_rows([])
        self._show_cursor()

    def measure(self) -> str:
        """What the vertical axis measures and its unit; "" where the view's title says it."""
        return ""

    def _name_axes(self, *_: object) -> None:
        self.plot.name_axes(bottom=tr(TITLES[self.axes.over]), left=self.measure())

    def _set_scales(self) -> None:
        self.plot.getAxis("left").setLogMode(False, self.axes.log_y)
        self.plot.getAxis("bottom").setLogMode(self.axes.log_x, False)

    def _on_mouse(self, at: QPointF) -> None:
        view, step = self.plot.getViewBox(), None
        if view.sceneBoundingRect().contains(at) and self.curves:
            step = self.axes.step_at(self.context.run.history, view.mapSceneToView(at).x())
        self.context.cursor.set(step)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set(None)

    def _show_cursor(self) -> None:
        """Mark the step that is pointed at, in whichever plot, and say the values there."""
        step, history = self.context.cursor.step, self.context.run.history
        shown = step is not None and bool(self.curves)
        self.cross.setVisible(False)
        self.legend.setVisible(not shown)
        self.value.setVisible(shown)
        if step is None or not shown:
            self.value.setText("")
            return
        x = float(self.axes.place(history, np.array([step]))[0])
        self.cross.setVisible(bool(np.isfinite(x)))
        self.cross.setPos(x if np.isfinite(x) else 0.0)
        words = [tr("step {step}", step=round(max(step, 0)))]
        words += self._words_at(history, x)
        for record in self.overlay.drawn():
            words += [record.title + ":", *self._words_at(record.curves, x)]
        self.value.setText("   ".join(words))

    def _words_at(self, history: History, x: float) -> Iterator[str]:
        for name in filter(self._is_mine, history):
            found = values_at(history, name, self.axes, x)
            if found is None:
                continue
            title, (raw, mean) = self.part_title(name.partition("/")[2]), found
            if self.axes.smooth:
                words = tr("{part} {mean:.4g} (raw {raw:.4g})", part=title, mean=mean, raw=raw)
            else:
                words = f"{title} {raw:.4g}"
            yield words.strip()
