"""Lens: a generator and a discriminator at play in the plane."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses import _gan_words as words
from playground.gui.lenses._gan_bar import GanBar
from playground.gui.lenses._gan_items import Arrows, Sheet
from playground.gui.lenses._gan_readings import readings_of
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._sample_colours import axes_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.paced import NUMBERS_MS, Paced
from playground.gui.selection import Sample
from playground.gui.theme import family_colour
from playground.gui.truth import Reading
from playground.gui.widgets.colour_guide import ColourGuide
from playground.gui.widgets.dots import Dots
from playground.gui.widgets.plot import nice_ceiling
from playground.gui.widgets.plot_items import Line, Pixels
from playground.gui.widgets.point_plot import PointPlot
from playground.i18n import mark, tr
from playground.telemetry.probes.gan_plane import GanPlane

SOFT = 0.45  # of the full colours of the verdict, so that samples stand out
ARROWS = 120  # of the generated samples have one: more would cover the picture
BESIDE = 170  # px of the words beside the plane
LONGEST = 0.12  # of the picture's width, for an arrow at the end of the scale

Arrays = dict[str, np.ndarray]


@lens("gan_plane", title=mark("Game in the plane"))
class GanPlaneLens(Lens):
    """Real and generated samples, the verdict on each point, the warped noise, and who should move.

    Pointing at a generated sample draws a line to the nearest training sample, which lights up
    elsewhere; pointing at a real one lights it up.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.arrays: Arrays = {}
        self.scalars: dict[str, float] = {}  # newest test metrics that came with what is shown
        self.limit = 1.0  # of the gradient: the length that the longest arrow stands for
        self.label, self._at = 0, -1  # class looked at; generated sample that is pointed at
        self.bar, self.guide = GanBar(), ColourGuide()
        self.plot = PointPlot()
        self.plot.setAntialiasing(True)
        self.plot.setAspectLocked(True)
        self.image, self.sheet, self.arrows = Pixels(), Sheet(), Arrows()
        self.real, self.fake, self.lit = Dots(), Dots(), halo()
        self.way = Line(pg.mkPen("#808080", width=1.6))
        for item in (self.image, self.sheet, self.real, self.fake, self.arrows, self.way, self.lit):
            self.plot.addItem(item, ignoreBounds=True)
        self.facts, self.legend = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._tell_soon = Paced(self._tell, NUMBERS_MS, self)
        self._lay_out()
        self.bar.layers_changed.connect(self._show_layers)
        self.bar.players_chosen.connect(lambda who: context.run.change(players=who))
        self.bar.label_chosen.connect(self._choose_label)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.plot.left.connect(self._leave)
        context.cursor.sample_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def _lay_out(self) -> None:
        beside = QWidget()  # the plane is square, a dock is wide
        beside.setFixedWidth(BESIDE)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self.facts, self.legend):
            label.setObjectName("lensLegend")
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self.guide)
        plane = QHBoxLayout()
        plane.setSpacing(8)
        plane.addWidget(self.plot, 1)
        plane.addWidget(beside)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.bar)
        layout.addLayout(plane, 1)

    def probes(self) -> tuple[Probe, ...]:
        return (GanPlane(label=self.label),)

    def waits_for(self) -> str:
        return tr("This view needs a GAN on data with two features, such as Ring of Gaussians.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        found = {n: a for n, a in snapshot.arrays.items() if n.startswith("gan_plane/")}
        if "gan_plane/fake" not in found:
            return False
        self.arrays = found
        measured = snapshot.scalars
        self.scalars |= {name: measured[name] for name in words.METRICS if name in measured}
        self.bar.show_players(self.context.run.steering.controls.players)
        self.bar.show_labels(words.classes(self.context), self.label)
        x0, x1, y0, y1 = (float(v) for v in found["gan_plane/extent"])
        if self.plot.x_range != (x0, x1) or self.plot.y_range != (y0, y1):
            self.plot.set_range((x0, x1), (y0, y1))
        self._draw_all()
        return True

    def on_restarted(self) -> None:
        self.arrays, self.scalars, self._at = {}, {}, -1

    def readings(self) -> list[Reading]:
        return readings_of(self)

    # -- drawing ----------------------------------------------------------------------------------

    def _draw_all(self) -> None:
        t = self.context.theme.tokens
        a = {name.partition("/")[2]: array for name, array in self.arrays.items()}
        self._draw_surface(a.get("surface"))
        self.sheet.set_manifold(a["manifold"])
        for dots, points, colour in (
            (self.real, a["real"], t.positive),
            (self.fake, a["fake"][self.sound], t.negative),
        ):
            dots.set_dots(points[:, 0], points[:, 1], [colour] * len(points), ground=t.panel)
        self._draw_arrows(a["fake"], a.get("arrows"))
        self._show_layers()
        self._tell_soon()

    @property
    def sound(self) -> np.ndarray:
        """Numbers of the generated samples that can be drawn: Qt dies of points at infinity."""
        return np.flatnonzero(np.isfinite(self.arrays["gan_plane/fake"]).all(axis=1))

    @property
    def pulled(self) -> np.ndarray:
        """Numbers of the generated samples that have an arrow."""
        arrows = self.arrays.get("gan_plane/arrows")
        if arrows is None:
            return np.empty(0, dtype=int)
        whole = np.isfinite(arrows).all(axis=1)
        return np.array([i for i in self.sound[:ARROWS] if whole[i]], dtype=int)

    @property
    def stretch(self) -> float:
        """Units of the plane for an arrow of 1 unit of loss per unit of the plane."""
        x0, x1 = self.plot.x_range
        return LONGEST * (x1 - x0) / self.limit

    def _draw_surface(self, values: np.ndarray | None) -> None:
        if values is None:
            self.image.image = None
            self.image.setVisible(False)
            self.guide.show_classes([])
            return
        low, high = words.ends(self.context, values)
        theme = self.context.theme
        shade = SOFT * (2 * (values.astype(float) - low) / (high - low) - 1)
        x0, x1, y0, y1 = (float(v) for v in self.arrays["gan_plane/extent"])
        self.image.set_pixels(theme.diverging(shade, 1.0), QRectF(x0, y0, x1 - x0, y1 - y0))
        ramp = theme.diverging(SOFT * np.linspace(-1, 1, 64), 1.0)
        self.guide.show_scale(low, high, ramp, words.verdict(self.context))

    def _draw_arrows(self, fake: np.ndarray, arrows: np.ndarray | None) -> None:
        if arrows is None or not len(self.pulled):
            self.arrows.set_arrows(np.empty((0, 2)), np.empty((0, 2)))
            return
        starts, pulls = (a[self.pulled].astype(float) for a in (fake, arrows))
        longest = float(np.linalg.norm(pulls, axis=1).max())
        if not 0.4 * self.limit < longest <= self.limit:
            self.limit = nice_ceiling(longest)
        self.arrows.set_arrows(starts, starts + self.stretch * pulls)

    def _show_layers(self) -> None:
        surface = "gan_plane/surface" in self.arrays
        for layer, item in (
            ("manifold", self.sheet),
            ("real", self.real),
            ("fake", self.fake),
            ("arrows", self.arrows),
        ):
            item.setVisible(self.bar.shows(layer))
        self.image.setVisible(surface and self.bar.shows("surface"))
        self.guide.setVisible(surface and self.bar.shows("surface"))
        self._say_legend()
        self._light()

    def _say_legend(self) -> None:
        if not self.arrays:
            return
        shown = {layer for layer in self.bar.buttons if self.bar.shows(layer)}
        self.legend.setText(words.legend(self.context, self.arrays, shown, self.limit))

    def _tell(self) -> None:
        if self.arrays:
            self.facts.setText(words.facts(self.context, self.arrays, self.scalars, self._at))

    # -- pointer and choices ----------------------------------------------------------------------

    def _choose_label(self, label: int) -> None:
        self.label = label
        self.refresh_probes()

    def _on_mouse(self, at: QPointF) -> None:
        if not self.arrays:
            return
        fake = self.arrays["gan_plane/fake"]
        self._at, sample = -1, None
        if self.bar.shows("fake") and (dot := nearest(self.plot, at, *fake.T)) is not None:
            self._at = dot
            sample = Sample("train", int(self.arrays["gan_plane/neighbour"][dot]))
        elif self.bar.shows("real"):
            real = self.arrays["gan_plane/real"]
            if (dot := nearest(self.plot, at, *real.T)) is not None:
                sample = Sample("train", int(self.arrays["gan_plane/rows"][dot]))
        self.context.cursor.set_sample(sample)
        self._tell()
        self._light()

    def _leave(self) -> None:
        self._at = -1
        self.context.cursor.set_sample(None)
        self._tell()
        self._light()

    def _light(self) -> None:
        """The real sample that is pointed at, and the way to it from the generated one."""
        sample, a = self.context.cursor.sample, self.arrays
        self.way.setData(np.empty(0), np.empty(0))
        self.lit.clear()
        if not a or sample is None or sample.split != "train":
            return
        places = words.places(a, sample.number)
        self.lit.setData(x=places[:, 0], y=places[:, 1])
        if self._at >= 0 and int(a["gan_plane/neighbour"][self._at]) == sample.number:
            ends = np.stack([a["gan_plane/fake"][self._at], a["gan_plane/beside"][self._at]])
            self.way.setData(ends[:, 0], ends[:, 1])

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.plot.showGrid(x=False, y=False)
        self.image.hatch = tokens.secondary
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        self.way.setPen(pg.mkPen(tokens.ink, width=1.6))
        self.arrows.colour = QColor(tokens.ink).name()
        self.sheet.colour = family_colour("Generative")
        if self.arrays:
            self._draw_all()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.plot.name_axes(*axes_of(self.context))
        if self.arrays:
            self._draw_all()
