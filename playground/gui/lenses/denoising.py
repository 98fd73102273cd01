"""Lens: new samples come out of noise, moment by moment."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._denoising_points import PointsView
from playground.gui.lenses._denoising_strips import StripsView
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.slider import QuietSlider
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.denoising import Denoising

FRAME_MS = 120  # from one moment to the next while it plays
STRIPS, MOMENTS = 8, 9  # of images: samples, and moments of each


@lens("denoising", title=mark("From noise to samples"))
class DenoisingLens(Lens):
    """Points flow from noise to data: choose the moment, or let it play. Images: film strips.

    The noise is the same every time, so that samples change only because the network does. Arrows
    say where the network would move a point: away from the noise that it sees there.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.samples: np.ndarray | None = None
        self.times, self.total = np.zeros(1, dtype=int), 1
        self.points, self.strips = PointsView(context), StripsView(context)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.points)
        self.pages.addWidget(self.strips)
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.play = QToolButton(checkable=True, autoRaise=True)
        self.arrows = QToolButton(checkable=True, checked=True, autoRaise=True)
        self.slider = QuietSlider()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self.play.toggled.connect(self._on_play)
        self.arrows.toggled.connect(self._show_moment)
        self.slider.valueChanged.connect(self._show_moment)
        self.controls = QWidget()
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        row.addWidget(self.arrows)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.controls)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        field = self.context.document.report.fields.get("x")
        flat = field is not None and len(field.shape) == 1
        return (Denoising() if flat else Denoising(count=STRIPS, moments=MOMENTS),)

    def waits_for(self) -> str:
        return tr("This view shows how samples come out of noise: it needs the training Diffusion.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays = snapshot.arrays
        if "denoising/samples" not in arrays:
            return False
        first = self.samples is None
        self.samples, self.times = arrays["denoising/samples"], arrays["denoising/times"]
        self.total = int(arrays["denoising/steps"])
        flat = self.samples.shape[2:] == (2,)
        self.pages.setCurrentWidget(self.points if flat else self.strips)
        self.controls.setVisible(flat)
        last = len(self.times) - 1
        if first or self.slider.maximum() != last:
            self.slider.blockSignals(True)
            self.slider.setRange(0, last)
            self.slider.setValue(last)
            self.slider.blockSignals(False)
        if flat:
            self.points.take(arrays)
        else:
            self.strips.take(self.samples, self.times, arrays["denoising/real"])
        self._show_moment()
        return True

    @property
    def moment(self) -> int:
        """Which moment is shown, from 0 for noise."""
        return self.slider.value()

    def _show_moment(self, *_: object) -> None:
        if self.samples is None:
            return
        flat = self.pages.currentWidget() is self.points
        if flat:
            self.points.draw(self.moment, self.arrows.isChecked())
        self._say(flat)

    def _say(self, flat: bool) -> None:
        if not flat:
            words = tr("noise steps left: {steps}", steps=", ".join(str(n) for n in self.times))
            self.note.setText(words)
            return
        left = int(self.times[self.moment])
        words = tr("{n} of {total} noise steps left", n=left, total=self.total)
        if self.points.away:
            words += tr(" ({n} lie outside the picture)", n=self.points.away)
        if self.points.longest:
            words += tr("; longest arrow: {value} σ of the noise", value=self.points.longest)
        self.note.setText(words)

    # -- playing --------------------------------------------------------------------------------

    def _on_play(self, on: bool) -> None:
        if on and self.moment == self.slider.maximum():
            self.slider.setValue(0)
        self._timer.start() if on else self._timer.stop()
        self._name_play()

    def _on_tick(self) -> None:
        if self.moment >= self.slider.maximum():
            self.play.setChecked(False)
        else:
            self.slider.setValue(self.moment + 1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)

    # -- the rest -------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        if self.samples is None:
            return []
        if self.pages.currentWidget() is self.points:
            return self.points.readings(self.key, self.moment)
        return self.strips.readings(self, self.key)

    def on_restarted(self) -> None:
        self.samples = None
        self.play.setChecked(False)

    def retheme(self) -> None:
        self.points.retheme()
        self.strips.retheme()
        self._show_moment()

    def _name_play(self) -> None:
        playing = self.play.isChecked()
        self.play.setText("❚❚" if playing else "▶")
        words = tr("Hold") if playing else tr("Let the points flow from noise to data")
        self.play.setToolTip(words)
        self.play.setAccessibleName(words)

    def retranslate(self) -> None:
        self._name_play()
        self.slider.setAccessibleName(tr("Moment"))
        self.slider.setToolTip(tr("From noise, on the left, to samples"))
        self.arrows.setText(tr("arrows"))
        self.arrows.setToolTip(
            tr("Where the network would move a point: against the noise it sees, along the score.")
        )
        self.points.setToolTip(tr("Grey: training points. In colour: points that began as noise."))
        self.strips.setToolTip(
            tr("Each row is a sample: noise on the left, what comes out of it on the right.")
        )
        self.strips.retranslate()
        self._show_moment()
