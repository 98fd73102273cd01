"""Lens: move a point through the noise, and see what the generator makes there."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._gan_words import classes
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._pictures import Scale, as_image
from playground.gui.lenses._readings import of_pictures, of_points
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading, written
from playground.gui.widgets.dots import Dots
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.point_pad import PointPad
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.latent_pad import LatentPad

REACH = 3.0  # standard deviations; beyond there is hardly any noise


@lens("latent_pad", title=mark("Walk through the noise"))
class LatentPadLens(Lens):
    """Two numbers of the noise are a place in a square; all others stay as the seed has them.

    Beside it stand what the generator makes there, and the training sample that is nearest to it,
    with the distance.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.arrays: dict[str, np.ndarray] = {}
        self.label = 0
        self.pad = PointPad(REACH)
        self.columns = (QSpinBox(prefix="z", maximum=1), QSpinBox(prefix="z", maximum=1))
        self.columns[1].setValue(1)
        self.labels = QComboBox()
        self.note, self.made_label, self.near_label = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self.made_tiles, self.near_tiles = Tiles(), Tiles()
        self.plot = Plot()
        self.plot.setAspectLocked(True)
        self.cloud, self.made, self.lit = Dots(), Dots(), halo()
        self.way = pg.PlotCurveItem()
        for item in (self.cloud, self.way, self.made, self.lit):
            self.plot.addItem(item, ignoreBounds=True)
        self._lay_out()
        self.pad.moved.connect(self._ask)
        for box in self.columns:
            box.valueChanged.connect(self._on_columns)
        self.labels.activated.connect(self._on_label)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.near_tiles.hovered.connect(lambda tile, _row, _column: self._point(tile >= 0))
        context.cursor.sample_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for box in self.columns:
            head.addWidget(box)
        head.addWidget(self.labels)
        self.labels.hide()
        head.addWidget(self.note, 1)
        self.pictures = QWidget()
        beside = QHBoxLayout(self.pictures)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        for label, tiles in (
            (self.made_label, self.made_tiles),
            (self.near_label, self.near_tiles),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(tiles, 1)
            beside.addLayout(column, 1)
        for label in (self.note, self.made_label, self.near_label):
            label.setObjectName("lensLegend")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pad, 2)
        row.addWidget(self.pictures, 3)
        row.addWidget(self.plot, 3)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(row, 1)

    def probes(self) -> tuple[Probe, ...]:
        first, second = (box.value() for box in self.columns)
        return (LatentPad((first, second), self.pad.point, self.label),)

    def waits_for(self) -> str:
        return tr("This view shows what a generator makes: it needs an experiment of the kind GAN.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        found = {n: a for n, a in snapshot.arrays.items() if n.startswith("latent_pad/")}
        if "latent_pad/made" not in found:
            return False
        self.arrays = found
        last = len(found["latent_pad/noise"]) - 1
        for box in self.columns:
            box.setMaximum(last)
            box.setVisible(last > 1)
        first, second = self.columns
        if first.value() == second.value() and last > 0:  # a longer noise than before
            second.setValue((first.value() + 1) % (last + 1))
        self._name()
        self._offer(classes(self.context))
        self._draw_all()
        return True

    def on_restarted(self) -> None:
        self.arrays = {}

    # -- choices ----------------------------------------------------------------------------------

    def _ask(self, *_place: float) -> None:
        self.refresh_probes()

    def _on_columns(self) -> None:
        """Two different numbers: the other one makes way."""
        first, second = self.columns
        if first.value() == second.value() and first.maximum() > 0:
            other = second if self.sender() is first else first
            other.setValue((first.value() + 1) % (first.maximum() + 1))
            return  # that one asks
        self._name()
        self._ask()

    def _on_label(self, label: int) -> None:
        self.label = label
        self._ask()

    def _offer(self, names: list[str]) -> None:
        if [self.labels.itemText(i) for i in range(self.labels.count())] != names:
            self.labels.clear()
            self.labels.addItems(names)
        self.labels.setCurrentIndex(self.label)
        self.labels.setVisible(bool(names))

    # -- drawing ----------------------------------------------------------------------------------

    @property
    def is_flat(self) -> bool:
        """Whether samples are points of a plane."""
        return "latent_pad/cloud" in self.arrays

    def _draw_all(self) -> None:
        self.pictures.setVisible(not self.is_flat)
        self.plot.setVisible(self.is_flat)
        (self._draw_points if self.is_flat else self._draw_pictures)()
        self._say()
        self._light()

    def scale(self) -> Scale:
        """One for both pictures, from the real one: generated ones may lie beyond it."""
        return Scale.of(self.arrays["latent_pad/beside"])

    def _draw_pictures(self) -> None:
        theme, scale = self.context.theme, self.scale()
        for tiles, name, words in (
            (self.made_tiles, "made", tr("generated sample")),
            (self.near_tiles, "beside", tr("training sample")),
        ):
            rgba, values = as_image(self.arrays[f"latent_pad/{name}"][0], theme, scale)
            tiles.set_tiles([Tile(rgba=rgba, values=values, name=f"{words} ")])

    def _draw_points(self) -> None:
        a, tokens = self.arrays, self.context.theme.tokens
        cloud, made, beside = (a[f"latent_pad/{n}"] for n in ("cloud", "made", "beside"))
        limit = 1.25 * float(np.abs(cloud).max())
        if self.plot.x_range != (-limit, limit):
            self.plot.set_range((-limit, limit), (-limit, limit))
        colours = [tokens.positive] * len(cloud)
        self.cloud.set_dots(cloud[:, 0], cloud[:, 1], colours, ground=tokens.panel)
        there = made if np.isfinite(made).all() else made[:0]  # Qt dies of others
        self.made.set_dots(
            there[:, 0], there[:, 1], [tokens.negative] * len(there), ground=tokens.ink
        )
        ends = np.concatenate([there, beside]) if len(there) else np.empty((0, 2))
        self.way.setData(ends[:, 0].astype(float), ends[:, 1].astype(float))

    def _say(self) -> None:
        if self.arrays:
            away = _away(self.arrays)
            self.note.setText("; ".join(_origin(self.arrays, away if self.is_flat else "")))
            self.made_label.setText(tr("Generated"))
            self.near_label.setText(away)

    def _name(self) -> None:
        first, second = (f"z{box.value()}" for box in self.columns)
        self.pad.name_axes(first, second if self.columns[1].maximum() > 0 else "")

    # -- pointing ---------------------------------------------------------------------------------

    def _point(self, there: bool) -> None:
        number = int(self.arrays["latent_pad/nearest"]) if there and self.arrays else -1
        self.context.cursor.set_sample(Sample("train", number) if number >= 0 else None)

    def _on_mouse(self, at: QPointF) -> None:
        """Points: the nearest training sample is one of the data, the others show where it lies."""
        if self.is_flat:
            beside = self.arrays["latent_pad/beside"]
            self._point(nearest(self.plot, at, *beside.T) is not None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(False)

    def _light(self) -> None:
        sample, a = self.context.cursor.sample, self.arrays
        number = sample.number if sample is not None and sample.split == "train" else -1
        lit = bool(a) and int(a["latent_pad/nearest"]) == number
        self.near_tiles.light((0,) if lit else ())
        if lit and self.is_flat:
            beside = a["latent_pad/beside"]
            self.lit.setData(x=beside[:, 0], y=beside[:, 1])
        else:
            self.lit.clear()

    # -- the rest ---------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """Both pictures, or where the points lie; and where the point of the noise is."""
        a, found = self.arrays, []
        if not a:
            return []
        if self.is_flat:
            claims = ('t["latent_pad/cloud"][{i}, 0]', 't["latent_pad/cloud"][{i}, 1]')
            found += of_points(self.key, *self.cloud.getData(), claims)
            claims = ('t["latent_pad/made"][0, 0]', 't["latent_pad/made"][0, 1]')
            found += of_points(self.key, *self.made.getData(), claims)
            ends = ('t["latent_pad/beside"][0, 0]', 't["latent_pad/beside"][0, 1]')
            found += of_points(self.key, *(v[1:] for v in self.way.getData()), ends)
            return found
        for tiles, name in ((self.made_tiles, "made"), (self.near_tiles, "beside")):
            found += of_pictures(self, self.key, tiles, f"latent_pad/{name}", (0,), self.scale())
        return found

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.plot.showGrid(x=False, y=False)
        self.pad.retheme(tokens)
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        self.way.setPen(pg.mkPen(tokens.ink, width=1.6))
        if self.arrays:
            self._draw_all()

    def retranslate(self) -> None:
        self.pad.setAccessibleName(tr("Place in the noise"))
        self.pad.setToolTip(
            tr(
                "Two numbers of the noise, in standard deviations: drag the point, or move it by "
                "the arrow keys (Shift: less; Home: back to the middle)."
            )
        )
        for box, words in zip(
            self.columns,
            (tr("Number of the noise to the right"), tr("Number of the noise upwards")),
            strict=True,
        ):
            box.setToolTip(words)
            box.setAccessibleName(words)
        self.labels.setAccessibleName(tr("The class that is made"))
        self._name()
        if self.arrays:
            self._draw_all()


def _origin(a: dict[str, np.ndarray], away: str) -> list[str]:
    """Of which noise the sample is made, and what it was compared with."""
    noise, chosen = a["latent_pad/noise"], a["latent_pad/chosen"].tolist()
    place = ", ".join(f"z{i} = {written(float(noise[i]))}" for i in chosen)
    words = [tr("made from {place}", place=place)]
    if len(noise) > len(chosen):
        words.append(tr("{n} other numbers fixed by the seed", n=len(noise) - len(chosen)))
    if away:
        words.append(away)
    among = int(a["latent_pad/among"])
    return [*words, tr("compared with the first {n} training samples", n=among)]


def _away(a: dict[str, np.ndarray]) -> str:
    """Which training sample is nearest, and how far away."""
    if not np.isfinite(a["latent_pad/made"]).all():
        return tr("No finite number: nothing is near")
    distance = short(float(a["latent_pad/distance"]), 3)
    number = int(a["latent_pad/nearest"])
    return tr("Nearest: number {n}, distance {d}", n=number, d=distance)
