"""Lens: a series, its one-step predictions, and a forecast that feeds on itself."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._judged import target_field
from playground.gui.lenses._sample_colours import unit_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.theme import Tokens
from playground.gui.truth import Reading
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.gaps import draw_line, points_of
from playground.gui.widgets.plot import Plot, grown
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.forecast import Forecast

BEFORE, BEHIND = 1.0, 2.0  # horizons that are shown before the start, and from it on
WIDE = 680  # px; from here on words and tools share a line
LINES = ("true", "one_step", "rolled")


@lens("forecast", title=mark("Rolling forecast"))
class ForecastLens(Lens):
    """The test series; what is predicted one step ahead; and a roll on its own predictions.

    A click sets where the roll starts. Beside it the error by horizon, of many starts, and that of
    saying that the last known value stays.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.arrays: dict[str, np.ndarray] = {}
        self.asked = Forecast()
        self.note, self.key_row = ElidedLabel(), ColourKey(lines=True)
        self.error_key = ColourKey(lines=True)
        self.note.setObjectName("lensLegend")
        self.start_word, self.start = QLabel(), QSpinBox()
        self.horizon_word, self.horizon = QLabel(), QSpinBox()
        self.start.setRange(0, 10**6)
        self.horizon.setRange(1, 1000)
        self.horizon.setValue(self.asked.horizon)
        for box in (self.start, self.horizon):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._on_asked)
        self.plot, self.errors = Plot(), Plot()
        self.lines = {name: pg.PlotDataItem(connect="finite") for name in LINES}
        self.curves = {name: pg.PlotDataItem(connect="finite") for name in ("rmse", "naive")}
        self.here = pg.InfiniteLine(angle=90, movable=False)
        self.lit = pg.InfiniteLine(angle=90, movable=False)
        for item in (self.here, self.lit):
            self.plot.addItem(item, ignoreBounds=True)
        self.lit.hide()
        for line in self.lines.values():
            self.plot.addItem(line)
        for curve in self.curves.values():
            self.errors.addItem(curve)
        self.errors.set_range((1.0, 2.0), (0.0, 1e-9))  # grown by the first errors
        self._lay_out()
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        context.cursor.sample_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        for widget in (self.start_word, self.start, self.horizon_word, self.horizon):
            tools.addWidget(widget)
        tools.addStretch()
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setSpacing(2)
        self.head.addWidget(self.note, 1)
        self.head.addLayout(tools)
        parts = QHBoxLayout()
        parts.setSpacing(8)
        for key, plot, stretch in ((self.key_row, self.plot, 3), (self.error_key, self.errors, 2)):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(key)
            column.addWidget(plot, 1)
            parts.addLayout(column, stretch)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.head)
        layout.addLayout(parts, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        self.head.setDirection(ways.LeftToRight if self.width() >= WIDE else ways.TopToBottom)
        super().resizeEvent(event)

    # -- the base ---------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        return (self.asked,)

    def waits_for(self) -> str:
        field = target_field(self.context)
        if field is None or field.kind != "float" or field.classes:
            return tr("This view needs a network that predicts numbers, not classes.")
        return super().waits_for()

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        start = "forecast/"
        found = {
            n.removeprefix(start): a for n, a in snapshot.arrays.items() if n.startswith(start)
        }
        if "fits" not in found:
            return False
        if not found["fits"] or "rolled" not in found:
            self.say(
                tr(
                    "This view needs windows of a series that follow each other, and a network "
                    "that predicts the next value of one column."
                )
            )
            return False
        self.arrays = found
        self._draw_lines()
        return True

    def readings(self) -> list[Reading]:
        """Every point of the lines."""
        if not self.arrays:
            return []
        found = []
        begins = {"true": 0, "one_step": 0, "rolled": int(self.arrays["at"][1])}
        begins |= {"rmse": 1, "naive": 1}
        for name, line in {**self.lines, **self.curves}.items():
            for x, y in zip(*points_of(line), strict=True):
                formula = f't["forecast/{name}"][{int(x) - begins[name]}]'
                found.append(Reading(view=self.key, where=int(x), formula=formula, value=float(y)))
        return found

    def on_restarted(self) -> None:
        self.arrays = {}

    # -- inside -----------------------------------------------------------------------------------

    def _draw_lines(self) -> None:
        a, start = self.arrays, int(self.arrays["at"][1])
        steps, count = len(a["rolled"]), len(a["true"])
        low = max(0, int(start - BEFORE * steps))
        high = min(count, int(start + BEHIND * steps) + 1)
        joined = np.append(a["follows"][low + 1 : high], 0).astype(np.int32)  # gaps between series
        for name in ("true", "one_step"):
            x = np.arange(low, high, dtype=float)
            draw_line(self.lines[name], x, a[name][low:high], joined)
        draw_line(self.lines["rolled"], np.arange(start, start + steps, dtype=float), a["rolled"])
        self.here.setPos(start)
        shown = np.concatenate([points_of(self.lines[name])[1] for name in LINES])
        x_range, y_range = (float(low), float(max(high - 1, low + 1))), self.plot.y_range
        if len(shown):
            bottom, top = float(shown.min()), float(shown.max())
            fits = y_range[0] <= bottom and top <= y_range[1]
            if not fits or y_range[1] - y_range[0] > 2 * max(top - bottom, 1e-12):
                margin = 0.08 * (top - bottom) or 1.0
                y_range = bottom - margin, top + margin
        if (x_range, y_range) != (self.plot.x_range, self.plot.y_range):
            self.plot.set_range(x_range, y_range)
        ahead = np.arange(1, steps + 1, dtype=float)
        for name, curve in self.curves.items():
            draw_line(curve, ahead, a[name])
        worst = np.concatenate([a["rmse"], a["naive"]])
        worst = worst[np.isfinite(worst)]
        up = grown(self.errors.y_range, 0.0, float(worst.max())) if len(worst) else (0.0, 1.0)
        self.errors.set_range((1.0, float(max(steps, 2))), up)
        self._name_errors()
        self._say()
        self._light()

    def _say(self) -> None:
        if not self.arrays:
            return
        field = target_field(self.context)
        unit = f" {field.unit}" if field is not None and field.unit else ""
        self.note.setText(verdict(self.arrays["rmse"], self.arrays["naive"], unit))

    def _on_asked(self, _value: int = 0) -> None:
        self.asked = Forecast(start=self.start.value(), horizon=self.horizon.value())
        self.refresh_probes()

    def _place(self, at: QPointF) -> int | None:
        """The test sample under a point of the scene."""
        view = self.plot.getViewBox()
        if not self.arrays or not view.sceneBoundingRect().contains(at):
            return None
        found = round(view.mapSceneToView(at).x())
        return found if 0 <= found < len(self.arrays["true"]) else None

    def _on_mouse(self, at: QPointF) -> None:
        place = self._place(at)
        self.context.cursor.set_sample(None if place is None else Sample("test", place))

    def _on_clicked(self, event: QMouseEvent) -> None:
        place = self._place(event.scenePos())
        if place is not None:
            self.start.setValue(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_sample(None)

    def _light(self) -> None:
        """Point at the sample that is pointed at elsewhere, and write its numbers."""
        sample = self.context.cursor.sample
        there = sample is not None and sample.split == "test" and bool(self.arrays)
        number = sample.number if there and sample is not None else -1
        there = 0 <= number < len(self.arrays.get("true", ()))
        self.lit.setVisible(there)
        if there:
            self.lit.setPos(number)
        self._name_lines(number if there else None)

    def _name_lines(self, number: int | None) -> None:
        names = (tr("true"), tr("one step ahead"), tr("rolling"))
        entries = []
        for key, name in zip(LINES, names, strict=True):
            place = number
            if place is not None and key == "rolled":
                place -= int(self.arrays["at"][1])
            values = self.arrays.get(key)
            if place is not None and values is not None and 0 <= place < len(values):
                name += " " + short(float(values[place]))
            entries.append(Entry(name, QColor(_colour(self.context.theme.tokens, key))))
        where = "" if number is None else tr("test sample {n}", n=number)
        self.key_row.set_entries(entries, where)

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        for plot in (self.plot, self.errors):
            plot.retheme(tokens)
        for name, line in {**self.lines, **self.curves}.items():
            dashed = name in ("one_step", "naive")
            style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
            line.setPen(pg.mkPen(_colour(self.context.theme.tokens, name), width=1.6, style=style))
            line.setSymbolBrush(QColor(_colour(self.context.theme.tokens, name)))
        self.here.setPen(pg.mkPen(tokens.warning, style=Qt.PenStyle.DotLine))
        self.lit.setPen(pg.mkPen(tokens.secondary, style=Qt.PenStyle.DotLine))
        self._name_errors()
        self._light()

    def _name_errors(self) -> None:
        names = {"rmse": tr("rolling"), "naive": tr("last value stays")}
        entries = [
            Entry(name, QColor(_colour(self.context.theme.tokens, key)))
            for key, name in names.items()
        ]
        rolls = int(self.arrays["at"][3]) if self.arrays else 0
        words = tr("RMSE of {n} rolls", n=rolls) if rolls else tr("RMSE")
        self.error_key.set_entries(entries, words)

    def retranslate(self) -> None:
        unit = unit_of(self.context)
        self.plot.name_axes(bottom=tr("test sample, in the order of time"), left=tr("value") + unit)
        self.errors.name_axes(bottom=tr("horizon, steps ahead"), left=tr("RMSE") + unit)
        self.start_word.setText(tr("start"))
        self.horizon_word.setText(tr("horizon"))
        self.start.setAccessibleName(tr("Test sample at which the roll starts"))
        self.horizon.setAccessibleName(tr("How many steps ahead"))
        self.plot.setToolTip(
            tr(
                "Click to start the roll there: from then on the network reads its own "
                "predictions; other columns keep their true values."
            )
        )
        self._name_errors()
        self._say()
        self._light()


def verdict(rmse: np.ndarray, naive: np.ndarray, unit: str) -> str:
    """The errors of the first and last horizon, and up to which one the last value is beaten."""
    words = tr(
        "RMSE one step ahead {first}{unit}, {n} steps ahead {last}{unit}",
        first=short(float(rmse[0])),
        last=short(float(rmse[-1])),
        n=len(rmse),
        unit=unit,
    )
    worse = np.flatnonzero(~(rmse < naive))
    if not len(worse):
        return words + "; " + tr("better than the last value at every horizon")
    if worse[0] == 0:
        return words + "; " + tr("no better than the last value one step ahead")
    return words + "; " + tr("better than the last value up to {n} steps", n=int(worse[0]))


def _colour(tokens: Tokens, name: str) -> str:
    colours = {
        "true": tokens.ink,
        "one_step": tokens.accent,
        "rolled": tokens.warning,
        "rmse": tokens.warning,
        "naive": tokens.secondary,
    }
    return colours[name]
