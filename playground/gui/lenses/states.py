"""Lens: states of a recurrent layer as lines over the sequence, and which are on together."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.explain.thresholds import Match, matches, units_on
from playground.gui.context import Context
from playground.gui.lenses._attention_state import labels_of
from playground.gui.lenses._block_lens import Following
from playground.gui.lenses._states_query import Answers, QueryBar
from playground.gui.lenses.base import Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.gaps import draw_line, points_of
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.states import States
from playground.telemetry.probes.unrolled import KINDS

TEST = 1  # code of the split that the others are from
MOST = 64  # lines; units that are on come first


@lens("states", title=mark("States"))
class StatesLens(Following):
    """A line a unit. Those above the threshold over the chosen steps are lit, and looked for.

    The same units may be on in other samples: where that lasts longest is told first, a click
    follows that sample.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        self.h: np.ndarray | None = None  # (T, U)
        self.others = np.empty((0, 0, 0), np.float32)  # (N, T, U)
        self.own: int | None = None  # which of the others the sample itself is
        self.tokens: np.ndarray | None = None
        self.units: list[int] = []  # that are on
        self.found: list[Match] = []
        self.lines: dict[int, pg.PlotDataItem] = {}  # unit -> its line
        super().__init__(context, node, parent)
        self.bar, self.note, self.answers = QueryBar(), ElidedLabel(), Answers()
        self.note.setObjectName("lensLegend")
        self.plot = Plot()
        self.level = pg.InfiniteLine(angle=0, movable=False)
        self.region = pg.LinearRegionItem(movable=False)
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        for item in (self.region, self.level, self.cross):
            self.plot.addItem(item, ignoreBounds=True)
        self.cross.hide()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.bar, self.note, self.plot, self.answers):
            layout.addWidget(widget, widget is self.plot)
        self.bar.changed.connect(self._ask)
        self.answers.chosen.connect(lambda n: context.selection.follow(Sample("test", n)))
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.place_moved.connect(self._light)
        context.selection.sample_changed.connect(self.refresh_probes)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        sample = self.context.selection.sample
        return (States(self.shown, sample.number, sample.split),) if self.shown else ()

    def waits_for(self) -> str:
        if not any(map(self.fits, self.context.document.report.nodes)):
            return tr("Put a recurrent block (RNN, LSTM, GRU) into the network to see its states.")
        return super().waits_for()

    def fits(self, node: str) -> bool:
        found = self.context.document.report.nodes.get(node)
        return found is not None and found.node.block in KINDS and not found.node.muted

    def forget(self) -> None:
        self.h = None

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        start = f"states/{self.shown}"
        h, others = (snapshot.arrays.get(f"{start}/{part}") for part in ("h", "others"))
        if h is None or others is None or not h.size:
            return False
        fresh = self.h is None or len(self.h) != len(h)
        self.h, self.others, self.tokens = h, others, snapshot.arrays.get("states/tokens")
        code, number = (int(n) for n in snapshot.arrays[f"{start}/at"][1:3])
        self.own = number if code == TEST and number < len(others) else None
        peak = float(np.abs(h[np.isfinite(h)]).max(initial=1.0))
        self.bar.set_steps(len(h), peak)
        self.plot.set_range((0.0, max(len(h) - 1.0, 1.0)), (-peak, peak))
        if fresh:
            self.bar.set_range(len(h) - 1, len(h) - 1)
        else:
            self._ask()
        return True

    def readings(self) -> list[Reading]:
        """Every point of every line, which units are on, and how long in which samples."""
        if self.h is None:
            return []
        name, found = f"states/{self.shown}/h", []
        for unit, line in self.lines.items():
            for at, value in zip(*(part.tolist() for part in points_of(line)), strict=True):
                step = int(at)
                place = (step, unit)
                found.append(
                    Reading(view=self.key, where=step, tensor=name, index=place, value=value)
                )
        (first, last), level = self.bar.range, self.bar.threshold
        on = f'np.flatnonzero((t["{name}"][{first}:{last + 1}] > {level}).all(0))'
        told = ", ".join(map(str, self.units))
        formula = f'", ".join(map(str, {on}))'
        found.append(Reading(view=self.key, where=0, formula=formula, words=told))
        for match in self.found:
            other = f't["states/{self.shown}/others"][{match.sample}][:, {self.units}] > {level}'
            formula = f'max(map(len, "".join(" x"[int(k)] for k in ({other}).all(1)).split()))'
            long = float(match.length)
            found.append(Reading(view=self.key, where=match.sample, formula=formula, value=long))
        return found

    def _ask(self) -> None:
        """Find the units that are on, and where else they are."""
        if self.h is None:
            return
        (first, last), level = self.bar.range, self.bar.threshold
        self.units = units_on(self.h, level, first, last)
        found = matches(self.others, level, self.units)
        self.found = [match for match in found if match.sample != self.own]
        self._draw_lines()
        self.level.setPos(level)
        self.region.setRegion((first - 0.5, last + 0.5))
        self._say()
        self._tell()

    def _tell(self) -> None:
        count = len(self.others) - (self.own is not None)
        self.answers.tell(self.found, count, bool(self.units))

    def _draw_lines(self) -> None:
        assert self.h is not None  # asked with some only
        steps, count = self.h.shape
        rest = [unit for unit in range(count) if unit not in self.units]
        shown = sorted([*self.units, *rest][:MOST])
        if shown != list(self.lines):
            for line in self.lines.values():
                self.plot.removeItem(line)
            self.lines = {unit: pg.PlotDataItem(connect="finite") for unit in shown}
            for line in self.lines.values():
                self.plot.addItem(line)
        for unit, line in self.lines.items():
            draw_line(line, np.arange(steps, dtype=float), self.h[:, unit].astype(float))
        self._paint()

    def _say(self) -> None:
        assert self.h is not None  # asked with some only
        steps, count = self.h.shape
        (first, last) = self.bar.range
        vocabulary = getattr(self.context.document.report.fields.get("x"), "vocabulary", ())
        labels = labels_of(self.tokens, vocabulary, steps)[first : last + 1]
        words = tr("{k} of {n} units are on", k=len(self.units), n=count)
        if self.units:
            words += ": " + ", ".join(map(str, self.units))
        if self.tokens is not None:
            words += "; " + tr("read there: {tokens}", tokens=" ".join(labels))
        if count > MOST:
            words += "; " + tr("{n} lines are shown", n=len(self.lines))
        self.note.setText(words)

    def _paint(self) -> None:
        tokens = self.context.theme.tokens
        for unit, line in self.lines.items():
            lit = unit in self.units
            colour = QColor(tokens.accent if lit else tokens.secondary)
            colour.setAlphaF(1.0 if lit else 0.3)
            line.setPen(pg.mkPen(colour, width=2.0 if lit else 1.0))
            line.setZValue(2 if lit else 1)

    def _light(self) -> None:
        place = self.context.cursor.place
        there = place is not None and self.h is not None and place < len(self.h)
        self.cross.setVisible(there)
        if there:
            self.cross.setPos(place)

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        step = round(view.mapSceneToView(at).x())
        inside = view.sceneBoundingRect().contains(at) and self.h is not None
        there = inside and 0 <= step < len(self.h)
        self.context.cursor.set_place(step if there else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_place(None)

    def on_restarted(self) -> None:
        self.h = None
        self._follow()

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.level.setPen(pg.mkPen(tokens.warning, width=1.5))
        self.cross.setPen(pg.mkPen(tokens.secondary, style=Qt.PenStyle.DotLine))
        ground = QColor(tokens.accent)
        ground.setAlphaF(0.12)
        self.region.setBrush(ground)
        for line in self.region.lines:
            line.setPen(pg.mkPen(tokens.accent, width=1))
        self.answers.colour = tokens.accent
        self._paint()
        self._tell()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.plot.name_axes(bottom=tr("step"), left=tr("state h"))
        self._ask()
