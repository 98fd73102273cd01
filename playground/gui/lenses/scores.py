"""Lens: what a discriminator says of real and of forged samples, as two histograms."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._gan_words import loss_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.paced import Paced
from playground.gui.truth import Reading, written
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.plot import Plot, nice_ceiling
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.scores import Scores

BINS = 48
ROOM = 0.06  # of the range, free at both ends
WORDS_MS = 200  # live numbers change 5 times a second
KINDS = ("real", "fake")
THRESHOLDS = {"non_saturating": 0.0, "least_squares": 0.5}  # a score of wgan_gp has none


@lens("scores", title=mark("Discriminator's verdicts"))
class ScoresLens(Lens):
    """Two histograms on one axis: verdicts on training samples and on generated ones.

    Dashed lines are the means of both, the full line is where "forged" becomes "real", if the loss
    has such a place. A training sample that is pointed at elsewhere is marked by its verdict.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.scores: dict[str, np.ndarray] = {}  # "real", "fake" -> verdicts (N,)
        self.counts: dict[str, np.ndarray] = {}  # the same -> samples in each bin
        self._rows, self._batch = np.empty(0, dtype=int), 0
        self._pointed = -1  # bin under the pointer
        self.note, self.key_of_kinds = ElidedLabel(), ColourKey()
        self.note.setObjectName("lensLegend")
        self.plot = Plot()
        self.bars = {kind: pg.PlotCurveItem(fillLevel=0.0) for kind in KINDS}
        self.means = {kind: pg.InfiniteLine(angle=90) for kind in KINDS}
        self.threshold, self.lit = pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=90)
        for item in (*self.bars.values(), self.threshold, *self.means.values(), self.lit):
            self.plot.addItem(item, ignoreBounds=True)
        self._say_soon = Paced(self._say, WORDS_MS, self)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.key_of_kinds)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.sample_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Scores(),)

    def waits_for(self) -> str:
        return tr(
            "This view shows a discriminator's verdicts: it needs an experiment of the kind GAN."
        )

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        found = {kind: snapshot.arrays.get(f"scores/{kind}") for kind in KINDS}
        scores = {kind: a for kind, a in found.items() if a is not None}
        if len(scores) < len(KINDS):
            return False
        self.scores = scores
        self._rows = snapshot.arrays["scores/rows"]
        self._batch = int(snapshot.arrays["scores/batch"])
        self._name()
        self._draw_bars()
        self._light()
        return True

    def on_restarted(self) -> None:
        self.scores, self.counts = {}, {}

    # -- drawing ----------------------------------------------------------------------------------

    @property
    def limit(self) -> float | None:
        """Where the verdict turns from forged to real; None for scores without such a place."""
        return THRESHOLDS.get(loss_of(self.context))

    def finite(self, kind: str) -> np.ndarray:
        """Verdicts that can be drawn, float64."""
        scores = self.scores[kind].astype(float)
        return scores[np.isfinite(scores)]

    def _draw_bars(self) -> None:
        low, high = self._framed()
        edges = np.linspace(low, high, BINS + 1)
        tallest = 0.0
        for kind in KINDS:
            scores = self.finite(kind)
            self.counts[kind] = np.histogram(scores, BINS, (low, high))[0]
            heights = self.counts[kind] / max(len(self.scores[kind]), 1)
            self.bars[kind].setData(x=edges, y=heights, stepMode="center")
            tallest = max(tallest, float(heights.max()))
            self.means[kind].setVisible(len(scores) > 0)
            if len(scores):
                self.means[kind].setValue(float(scores.mean()))
        self.threshold.setVisible(self.limit is not None)
        if self.limit is not None:
            self.threshold.setValue(self.limit)
        top = self.plot.y_range[1]
        if not 0.4 * top < 1.05 * tallest <= top:
            top = nice_ceiling(1.05 * tallest) if tallest else 1.0
        if (self.plot.x_range, self.plot.y_range) != ((low, high), (0.0, top)):
            self.plot.set_range((low, high), (0.0, top))
        self._say_soon()

    def _framed(self) -> tuple[float, float]:
        """The range of the axis: the old one while all verdicts fit and fill half of it."""
        all_of_them = np.concatenate([self.finite(kind) for kind in KINDS])
        places = [*all_of_them, *([] if self.limit is None else [self.limit])]
        if not places:
            return 0.0, 1.0
        low, high = float(min(places)), float(max(places))
        room = ROOM * (high - low) or max(1.0, abs(high))
        old = self.plot.x_range
        if old[0] <= low and high <= old[1] and old[1] - old[0] <= 2 * (high - low):
            return old
        digits = -math.floor(math.log10(room))  # the ends are short numbers
        return round(low - room, digits), round(high + room, digits)

    # -- words ------------------------------------------------------------------------------------

    def _name(self) -> None:
        across = {
            "non_saturating": tr("logit of the discriminator (above 0: real)"),
            "least_squares": tr("verdict (1: real, 0: forged)"),
        }.get(loss_of(self.context), tr("score of the critic (high: real)"))
        if self.plot.getAxis("bottom").labelText != across:
            self.plot.name_axes(across, tr("share of samples"))

    def _say(self) -> None:
        if not self.scores:
            return
        self.note.setText(self._words_of_bin() or self._words_of_all())

    def _words_of_all(self) -> str:
        words = [
            tr("{n} real: {what}", n=len(self.scores["real"]), what=self._told("real")),
            tr("{n} generated: {what}", n=len(self.scores["fake"]), what=self._told("fake")),
        ]
        if self._batch < len(self.scores["real"]):
            words.append(tr("judged in batches of {n}", n=self._batch))
        return "; ".join(words)

    def _told(self, kind: str) -> str:
        """Mean, and how many are taken for real."""
        scores, total, limit = self.finite(kind), len(self.scores[kind]), self.limit
        words = [tr("mean {mean}", mean=written(float(scores.mean())) if len(scores) else "NaN")]
        if limit is not None:
            share = float((scores > limit).sum()) / max(total, 1)
            words.append(tr("{share:.0%} called real", share=share))
        if len(scores) < total:
            words.append(tr("{n} not finite", n=total - len(scores)))
        return ", ".join(words)

    def _words_of_bin(self) -> str:
        """How many lie where the pointer is; "" when it is nowhere."""
        if not 0 <= self._pointed < BINS:
            return ""
        edges = np.linspace(*self.plot.x_range, BINS + 1)
        return tr(
            "{low} to {high}: {real} real, {fake} generated",
            low=written(float(edges[self._pointed])),
            high=written(float(edges[self._pointed + 1])),
            real=int(self.counts["real"][self._pointed]),
            fake=int(self.counts["fake"][self._pointed]),
        )

    # -- pointing ---------------------------------------------------------------------------------

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        low, high = self.plot.x_range
        inside = view.sceneBoundingRect().contains(at)
        share = (view.mapSceneToView(at).x() - low) / (high - low) if inside else -1.0
        self._pointed = math.floor(share * BINS)
        self._say()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointed = -1
        self._say()

    def _light(self) -> None:
        """The verdict on the training sample that is pointed at."""
        sample, scores = self.context.cursor.sample, self.scores.get("real")
        self.lit.setVisible(False)
        if sample is None or sample.split != "train" or scores is None:
            return
        at = np.flatnonzero(self._rows == sample.number)[:1]
        if len(at) and np.isfinite(scores[at[0]]):
            self.lit.setValue(float(scores[at[0]]))
            self.lit.setVisible(True)

    # -- the rest ---------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """Heights of all bins, where the means lie, and the threshold."""
        found: list[Reading] = []
        if not self.scores:
            return found
        low, high = self.plot.x_range
        for kind in KINDS:
            name = f't["scores/{kind}"].astype(float)'
            sound = f"{name}[np.isfinite({name})]"
            _, heights = self.bars[kind].getData()
            for i, height in enumerate(heights.tolist()):
                bins = f"np.histogram({sound}, {BINS}, ({low!r}, {high!r}))[0]"
                claim = f"{bins}[{i}] / len({name})"
                found.append(Reading(view=self.key, where=i, formula=claim, value=height))
            if self.means[kind].isVisible():
                at = float(self.means[kind].value())
                found.append(
                    Reading(view=self.key, where=BINS, formula=f"{sound}.mean()", value=at)
                )
        return found

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        for kind, colour in zip(KINDS, (tokens.positive, tokens.negative), strict=True):
            soft = QColor(colour)
            soft.setAlphaF(0.4)
            self.bars[kind].setPen(pg.mkPen(colour, width=1))
            self.bars[kind].setBrush(pg.mkBrush(soft))
            self.means[kind].setPen(pg.mkPen(colour, width=2, style=Qt.PenStyle.DashLine))
        self.threshold.setPen(pg.mkPen(tokens.secondary, width=1))
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        self._show_key()

    def _show_key(self) -> None:
        tokens = self.context.theme.tokens
        self.key_of_kinds.set_entries(
            [
                Entry(tr("real"), QColor(tokens.positive)),
                Entry(tr("generated, from fixed noise"), QColor(tokens.negative)),
            ],
            tr("dashed: means"),
        )

    def retranslate(self) -> None:
        self._show_key()
        self.plot.setAccessibleName(tr("Verdicts on real and on generated samples"))
        self._name()
        self._say()
