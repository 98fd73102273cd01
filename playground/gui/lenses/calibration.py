"""Lens: whether the network is right as often as it is sure."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.explain.evaluation import Calibration, bins_of, calibration
from playground.gui.context import Context
from playground.gui.lenses._judged import Judged, Judgement
from playground.gui.lenses._near import halo
from playground.gui.lenses.base import lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr

BINS = 10


@lens("calibration", title=mark("Calibration"))
class CalibrationLens(Judged):
    """Reliability diagram: a bar a bin of certainty, as high as the share of right answers there.

    On the line, the network is right as often as it is sure; below it, it is too sure of itself.
    The dots tell the mean certainty of each bin, their size how many samples lie in it.
    Source: Guo et al. 2017, arXiv:1706.04599.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.found: Calibration | None = None
        self._judged: Judgement | None = None
        self._missing = ""
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.plot = Plot()
        self.plot.set_range((0.0, 1.02), (0.0, 1.03))
        self.bars = pg.BarGraphItem(x0=[], x1=[], y0=[], height=[])
        self.ideal = pg.PlotCurveItem([0.0, 1.0], [0.0, 1.0])
        self.dots = pg.ScatterPlotItem(pxMode=True)
        self.lit = halo()
        self.lit.setSize(20)  # larger than the largest dot
        for item in (self.bars, self.ideal, self.dots, self.lit):
            self.plot.addItem(item)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.sample_moved.connect(self._light)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.plot, 1)
        self.retheme()
        self.retranslate()

    def judge(self, found: Judgement) -> bool:
        self.found, self._judged = calibration(found.probabilities, found.targets, BINS), found
        self._missing = self.left_out(found)
        self._draw_bins()
        return True

    def _draw_bins(self) -> None:
        c = self.found
        assert c is not None  # both callers have seen it
        there = c.counts > 0
        self.bars.setOpts(
            x0=c.edges[:-1][there] + 0.004,
            x1=c.edges[1:][there] - 0.004,
            y0=np.zeros(int(there.sum())),
            height=c.accuracy[there],
        )
        sizes = 4 + 10 * np.sqrt(c.counts[there] / max(c.counts.max(), 1))
        self.dots.setData(x=c.certainty[there], y=c.accuracy[there], size=sizes)
        self._light()

    def bin_of(self, sample: Sample | None) -> int | None:
        """The bin in which a test sample lies; None for one that is in none."""
        if self._judged is None or sample is None or sample.split != "test":
            return None
        at = np.flatnonzero(self._judged.rows == sample.number)
        sure = self._judged.probabilities[at].astype(float).max(1, initial=0.0)
        return int(bins_of(sure, BINS)[0]) if len(at) else None

    def _light(self) -> None:
        """Ring the dot of the bin of the sample that is pointed at, and say what is known of it."""
        c, place = self.found, self.bin_of(self.context.cursor.sample)
        if c is not None and place is not None:
            self.lit.setData(x=c.certainty[place : place + 1], y=c.accuracy[place : place + 1])
        else:
            self.lit.clear()
        self._say(place)

    def readings(self) -> list[Reading]:
        """Heights of the bars, and the mean certainty where their dots lie."""
        if self.found is None:
            return []
        p, y = "t['predictions/probabilities'].astype(float)", "t['predictions/targets']"
        sure, right = f"{p}.max(1)", f"({p}.argmax(1) == {y})"
        heights, (places, _) = self.bars.opts["height"], self.dots.getData()
        found: list[Reading] = []
        for i, at in enumerate(np.flatnonzero(self.found.counts).tolist()):
            inside = f"[(np.ceil({sure} * {BINS}) - 1).clip(0, {BINS - 1}) == {at}].mean()"
            for part, value in ((right, heights[i]), (sure, places[i])):
                formula = f"{part}{inside}"
                found.append(Reading(view=self.key, where=at, formula=formula, value=float(value)))
        return found

    def _say(self, at: int | None = None) -> None:
        c = self.found
        if c is None:
            return
        if at is not None and c.counts[at]:
            words = tr(
                "{n} samples between {low:.0%} and {high:.0%} sure: on average {sure:.1%}, "
                "right in {right:.1%}",
                n=int(c.counts[at]),
                low=float(c.edges[at]),
                high=float(c.edges[at + 1]),
                sure=float(c.certainty[at]),
                right=float(c.accuracy[at]),
            )
        else:
            words = tr(
                "calibration error {error:.3f}, {n} samples",
                error=c.error,
                n=int(c.counts.sum()),
            )
        self.note.setText(f"{words}, {self._missing}" if self._missing else words)

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        inside = view.sceneBoundingRect().contains(at)
        place = int(view.mapSceneToView(at).x() * BINS) if inside else -1
        self._say(place if 0 <= place < BINS else None)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)
        self._say()

    def on_restarted(self) -> None:
        self.found = self._judged = None
        self.lit.clear()

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.bars.setOpts(brush=pg.mkBrush(tokens.accent_soft), pen=pg.mkPen(tokens.accent))
        self.ideal.setPen(pg.mkPen(tokens.secondary, style=Qt.PenStyle.DashLine))
        self.dots.setBrush(pg.mkBrush(tokens.accent))
        self.dots.setPen(pg.mkPen(tokens.panel))
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))

    def retranslate(self) -> None:
        self.plot.name_axes(bottom=tr("how sure it is"), left=tr("share of right answers"))
        self.plot.setToolTip(
            tr(
                "Dashed: right as often as sure. A larger dot stands for more samples. The "
                "expected calibration error is the mean distance from the dashed line, by samples."
            )
        )
        self._say()
