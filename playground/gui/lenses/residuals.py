"""Lens: how far predicted numbers lie from the true ones."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from playground.explain.evaluation import Residuals, residuals
from playground.gui.context import Context
from playground.gui.lenses._judged import lacks_test, of_tokens, target_field
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._sample_colours import unit_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.plot import Plot, grown
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.predictions import Predictions


@lens("residuals", title=mark("Residuals"))
class ResidualsLens(Lens):
    """Predicted minus true value of each test sample, and how they are spread.

    A cloud without a shape around 0 is what is left when all that can be learned is learned.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.found: Residuals | None = None
        self._arrays: tuple[np.ndarray, np.ndarray] | None = None  # predicted, true: (N, D)
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.choice = QComboBox()
        self.choice.activated.connect(self._draw_output)
        self.cloud, self.spread = Plot(), Plot()
        self.dots = pg.ScatterPlotItem(size=6, pxMode=True)
        self.lit = halo()
        self.zero = pg.InfiniteLine(pos=0.0, angle=0, movable=False)
        self.middle = pg.InfiniteLine(pos=0.0, angle=90, movable=False)
        self.bars = pg.BarGraphItem(x0=[], x1=[], y0=[], height=[])
        for item in (self.zero, self.dots, self.lit):
            self.cloud.addItem(item)
        self.spread.addItem(self.bars)
        self.spread.addItem(self.middle, ignoreBounds=True)
        self.cloud.scene().sigMouseMoved.connect(self._on_mouse)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.cloud, 1)
        row.addWidget(self.spread, 1)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(row, 1)
        context.cursor.sample_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Predictions(),)

    def waits_for(self) -> str:
        field = target_field(self.context)
        if field is not None and field.kind == "token":
            return of_tokens()
        if field is None or field.classes:
            return tr("This view needs a network that predicts numbers, not classes.")
        if lacks_test(self.context):
            return tr("This view needs test samples: give the data a test share above 0.")
        return tr("Press Play: this view fills while the network trains.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        values = snapshot.arrays.get("predictions/values")
        targets = snapshot.arrays.get("predictions/targets")
        field = target_field(self.context)
        classes = field is not None and bool(field.classes)
        if values is None or targets is None or not len(targets) or classes:
            return False
        said, true = values.reshape(len(values), -1), targets.reshape(len(targets), -1)
        if said.shape != true.shape:
            return False
        self._arrays = said, true
        if self.choice.count() != said.shape[1]:
            self.choice.clear()
            for output in range(said.shape[1]):
                self.choice.addItem(tr("output {n}", n=output))
        self.choice.setVisible(said.shape[1] > 1)
        self._name_axes()
        return self._draw_output()

    def _draw_output(self, _index: int = 0) -> bool:
        if self._arrays is None:
            return False
        said, true = (part[:, max(self.choice.currentIndex(), 0)] for part in self._arrays)
        found = self.found = residuals(said, true)
        if not len(found.rows):
            self.say(tr("All {n} answers of the network are NaN.", n=found.missing))
            return False
        limit = float(found.edges[-1])
        low, high = float(found.true.min()), float(found.true.max())
        y = grown(self.cloud.y_range, -limit, limit)
        x = self.cloud.x_range
        if not (x[0] <= low and high <= x[1] and x[1] - x[0] <= 3 * max(high - low, 1e-12)):
            margin = 0.06 * (high - low) or 1.0
            x = low - margin, high + margin
        if (x, y) != (self.cloud.x_range, self.cloud.y_range):
            self.cloud.set_range(x, y)
        self.dots.setData(x=found.true, y=found.values)
        self.bars.setOpts(
            x0=found.edges[:-1],
            x1=found.edges[1:],
            y0=np.zeros(len(found.counts)),
            height=found.counts,
        )
        across, up = grown(self.spread.x_range, -limit, limit), float(found.counts.max())
        counts = grown(self.spread.y_range, 0.0, up)
        if (across, counts) != (self.spread.x_range, self.spread.y_range):
            self.spread.set_range(across, counts)
        self._light()
        return True

    def readings(self) -> list[Reading]:
        """The dots, and the bars of the histogram."""
        if self.found is None:
            return []
        found, output = [], max(self.choice.currentIndex(), 0)
        said, true = (
            f"t['predictions/{name}'].astype(float).reshape(len(t['predictions/targets']), -1)"
            f"[:, {output}]"
            for name in ("values", "targets")
        )
        for row, x, y in zip(self.found.rows, *self.dots.getData(), strict=True):
            for value, formula in ((x, f"{true}[{row}]"), (y, f"({said} - {true})[{row}]")):
                found.append(
                    Reading(view=self.key, where=int(row), formula=formula, value=float(value))
                )
        rest, heights = f"({said} - {true})", self.bars.opts["height"]
        span = f"(-np.abs({rest}).max(), np.abs({rest}).max())"
        for i, height in enumerate(heights):
            formula = f"np.histogram({rest}, {len(heights)}, {span})[0][{i}]"
            found.append(Reading(view=self.key, where=i, formula=formula, value=float(height)))
        return found

    def _say(self) -> str:
        found = self.found
        if found is None:
            return ""
        sample = self.context.cursor.sample
        at = np.flatnonzero(found.rows == sample.number) if sample is not None else []
        if len(at) and sample is not None and sample.split == "test":
            i = int(at[0])
            return tr(
                "test sample {n}: predicted {said}, true {true}, residual {rest}",
                n=sample.number,
                said=short(float(found.predicted[i])),
                true=short(float(found.true[i])),
                rest=short(float(found.values[i])),
            )
        words = tr(
            "mean {bias}, SD {spread}, {n} samples",
            bias=short(found.bias),
            spread=short(found.spread),
            n=len(found.rows),
        )
        if found.missing:
            words += ", " + tr("{n} answers are NaN", n=found.missing)
        return words

    def _on_mouse(self, at: QPointF) -> None:
        found = self.found
        dot = None if found is None else nearest(self.cloud, at, found.true, found.values)
        there = found is not None and dot is not None
        self.context.cursor.set_sample(Sample("test", int(found.rows[dot])) if there else None)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_sample(None)

    def _light(self) -> None:
        found, sample = self.found, self.context.cursor.sample
        at = []
        if found is not None and sample is not None and sample.split == "test":
            at = np.flatnonzero(found.rows == sample.number)
        if found is None or not len(at):
            self.lit.clear()
        else:
            self.lit.setData(x=found.true[at], y=found.values[at])
        self.note.setText(self._say())

    def on_restarted(self) -> None:
        self.found = self._arrays = None

    def _name_axes(self) -> None:
        unit = unit_of(self.context)
        rest = tr("predicted − true") + unit
        self.cloud.name_axes(bottom=tr("true value") + unit, left=rest)
        self.spread.name_axes(bottom=rest, left=tr("samples"))

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        for plot in (self.cloud, self.spread):
            plot.retheme(tokens)
        self.dots.setBrush(pg.mkBrush(tokens.accent))
        self.dots.setPen(pg.mkPen(tokens.panel, width=0.5))
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        self.zero.setPen(pg.mkPen(tokens.secondary))
        self.middle.setPen(pg.mkPen(tokens.secondary))
        self.bars.setOpts(brush=pg.mkBrush(tokens.accent_soft), pen=pg.mkPen(tokens.accent))

    def retranslate(self) -> None:
        self._name_axes()
        self.choice.setAccessibleName(tr("Which output"))
        for output in range(self.choice.count()):
            self.choice.setItemText(output, tr("output {n}", n=output))
        self.note.setText(self._say())
