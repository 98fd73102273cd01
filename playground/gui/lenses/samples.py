"""Lens: what a generator makes, beside real samples."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._pictures import Scale, as_images
from playground.gui.lenses._readings import of_pictures, of_points
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.samples import Samples

AMONG = 5000  # training samples that generated pictures are compared with, at most


@lens("samples", title=mark("Samples"))
class SamplesLens(Lens):
    """Images: a grid from fixed noise beside real ones. Points: both clouds in the plane.

    The real ones are the first training samples: they tell which, and light up. The generated ones
    are no samples of the data, so there is nothing to light elsewhere. Instead of the first ones,
    the training sample that is nearest to each generated picture may stand there.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.real: np.ndarray | None = None
        self.fake: np.ndarray | None = None
        self._close: dict[str, np.ndarray] = {}  # "nearest", "distance", ... while they are shown
        self._sound: np.ndarray = np.empty(0, dtype=int)  # generated points that are drawn
        self.real_label, self.fake_label = ElidedLabel(), ElidedLabel()
        self.real_tiles, self.fake_tiles = Tiles(gap=3), Tiles(gap=3)
        self.closest = QCheckBox()
        self.closest.toggled.connect(lambda _on: self.refresh_probes())
        self.images = QWidget()
        columns = QHBoxLayout(self.images)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        for label, tiles in (
            (self.fake_label, self.fake_tiles),
            (self.real_label, self.real_tiles),
        ):
            label.setObjectName("lensLegend")
            column, head = QVBoxLayout(), QHBoxLayout()
            head.addWidget(label, 1)
            if tiles is self.real_tiles:
                head.addWidget(self.closest)
            column.addLayout(head)
            column.addWidget(tiles, 1)
            columns.addLayout(column, 1)
        self.plot = Plot()
        self.plot.setAspectLocked(True)
        self.real_points = pg.ScatterPlotItem(size=5, pxMode=True)
        self.fake_points = pg.ScatterPlotItem(size=5, pxMode=True)
        self.plot.addItem(self.real_points)
        self.plot.addItem(self.fake_points)
        self.lit = halo()
        self.plot.addItem(self.lit)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.real_tiles.hovered.connect(lambda tile, _row, _column: self._point_tile(tile))
        context.cursor.sample_moved.connect(self._light)
        self.legend = ElidedLabel()
        self.legend.setObjectName("lensLegend")
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.images, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot, 1)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        report = self.context.document.report
        field = report.fields.get("x")
        flat = field is not None and len(field.shape) == 1
        if flat:
            return (Samples(count=256),)
        return (Samples(count=64, among=AMONG if self.closest.isChecked() else 0),)

    def waits_for(self) -> str:
        return tr("This view shows what a generator makes: it needs an experiment of the kind GAN.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        real, fake = snapshot.arrays.get("samples/real"), snapshot.arrays.get("samples/fake")
        if real is None or fake is None:
            return False
        self.real, self.fake = real, fake
        flat = fake.ndim == 2
        names = ("nearest", "distance", "beside", "among")
        told = {name: snapshot.arrays.get(f"samples/{name}") for name in names}
        wanted = self.closest.isChecked() and not flat
        self._close = {n: a for n, a in told.items() if a is not None} if wanted else {}
        self.images.setVisible(not flat)
        self.plot.setVisible(flat)
        self.legend.setVisible(flat)
        if flat:
            self._draw_points()
        else:
            self._draw_images()
        self._light()
        return True

    def _point_tile(self, tile: int) -> None:
        """The pointer is on a real picture."""
        self._point(int(self._close["nearest"][tile]) if self._close and tile >= 0 else tile)

    def _point(self, number: int) -> None:
        self.context.cursor.set_sample(Sample("train", number) if number >= 0 else None)

    def _on_mouse(self, at: QPointF) -> None:
        """Points: the pointer is somewhere on the plot."""
        found = nearest(self.plot, at, *self.real_points.getData())
        self._point(found if found is not None else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _light(self) -> None:
        """The real sample that is pointed at."""
        sample, real = self.context.cursor.sample, self.real
        there = sample is not None and sample.split == "train" and real is not None
        at = sample.number if sample is not None and there and sample.number < len(real) else -1
        if self._close:
            number = sample.number if sample is not None and sample.split == "train" else -1
            tiles = np.flatnonzero(self._close["nearest"] == number).tolist()
        else:
            tiles = [at] if at >= 0 else []
        self.real_tiles.light(tiles)
        self.fake_tiles.light(tiles if self._close else ())
        if at >= 0 and real is not None and real.ndim == 2:
            self.lit.setData(x=real[at : at + 1, 0], y=real[at : at + 1, 1])
        else:
            self.lit.clear()

    def readings(self) -> list[Reading]:
        if self.real is None or self.fake is None:
            return []
        if self.fake.ndim == 2:
            found = []
            clouds = (
                (self.real_points, "samples/real", None),
                (self.fake_points, "samples/fake", self._sound),
            )
            for points, name, rows in clouds:
                formulas = (f't["{name}"][{{i}}, 0]', f't["{name}"][{{i}}, 1]')
                found += of_points(self.key, *points.getData(), formulas, rows)
            return found
        scale, rows = Scale.of(self.real), range(max(len(self.real), len(self.fake)))
        name = "samples/beside" if self._close else "samples/real"
        return [
            *of_pictures(self, self.key, self.real_tiles, name, rows, scale),
            *of_pictures(self, self.key, self.fake_tiles, "samples/fake", rows, scale),
        ]

    def _draw_images(self) -> None:
        assert self.real is not None  # set by on_snapshot, like fake
        assert self.fake is not None
        # generator outputs of tanh lie in -1..1, pictures in 0..1: one scale from the real ones
        theme, scale = self.context.theme, Scale.of(self.real)
        close = self._close
        away = [short(float(d), 2) for d in close["distance"]] if close else None
        numbers = close["nearest"].tolist() if close else range(len(self.real))
        for tiles, samples, name, which in (
            (self.real_tiles, close.get("beside", self.real), tr("real sample"), numbers),
            (self.fake_tiles, self.fake, tr("generated sample"), range(len(self.fake))),
        ):
            shown = []
            pictures = as_images(samples, theme, scale)
            for i, (number, (rgba, values)) in enumerate(zip(which, pictures, strict=True)):
                caption = away[i] if away else ""  # below both: so they stay side by side
                shown.append(
                    Tile(rgba=rgba, values=values, caption=caption, name=f"{name} {number} ")
                )
            tiles.set_tiles(shown)
        self._name_columns()

    def _name_columns(self) -> None:
        self.fake_label.setText(tr("Generated, from fixed noise"))
        self.real_label.setText(
            tr("Nearest of {n} training samples, distance", n=int(self._close["among"]))
            if self._close
            else tr("Real")
        )

    def _draw_points(self) -> None:
        assert self.real is not None  # set by on_snapshot, like fake
        assert self.fake is not None
        real, fake = self.real[:, :2], self.fake[:, :2]
        limit = 1.25 * float(np.abs(real).max())
        if self.plot.x_range != (-limit, limit):
            self.plot.set_range((-limit, limit), (-limit, limit))
        self.real_points.setData(x=real[:, 0], y=real[:, 1])
        sound = np.isfinite(fake).all(axis=1)
        self._sound = np.flatnonzero(sound)  # Qt dies of points at infinity
        self.fake_points.setData(x=fake[sound, 0], y=fake[sound, 1])
        away = int((np.abs(fake[sound]) > limit).any(axis=1).sum())
        words = tr("blue: real, orange: generated, from {n} fixed noise vectors", n=len(fake))
        if away:
            words += tr(" ({n} lie outside the picture)", n=away)
        if not sound.all():
            words += ", " + tr("{n} answers are NaN", n=int((~sound).sum()))
        self.legend.setText(words)

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.plot.showGrid(x=False, y=False)
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        self.real_points.setPen(pg.mkPen(None))
        self.real_points.setBrush(pg.mkBrush(tokens.positive))
        self.fake_points.setPen(pg.mkPen(None))
        self.fake_points.setBrush(pg.mkBrush(tokens.negative))
        if self.fake is not None and self.fake.ndim > 2:
            self._draw_images()

    def retranslate(self) -> None:
        self._name_columns()
        self.closest.setText(tr("nearest"))
        high = self.closest.sizeHint().height()  # the grids begin level with each other
        self.fake_label.setMinimumHeight(high)
        self.real_label.setMinimumHeight(high)
        self.closest.setToolTip(
            tr(
                "Beside each generated sample the training sample that is nearest to it, and how "
                "far away: next to nothing would be one that was learnt by heart"
            )
        )
        if self.fake is not None and self.fake.ndim == 2:
            self._draw_points()
