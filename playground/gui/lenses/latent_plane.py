"""Lens: the plane of a variational autoencoder's codes, with what is read from each place."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._pictures import Scale, as_image
from playground.gui.lenses._readings import colour_of, of_points
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.theme import class_colour
from playground.gui.truth import Reading
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.dots import Dots
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.plot_items import Pixels
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.latent_plane import LatentPlane
from playground.telemetry.probes.own import Split


@lens("latent_plane", title=mark("Plane of codes"))
class LatentPlaneLens(Lens):
    """What the decoder gives for a grid of codes, each picture where its code lies.

    Dots are samples of the data at the mean of their codes, in the colours of their classes. New
    samples are read from codes drawn around the middle, with deviation 1 in both directions.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.pictures: np.ndarray | None = None
        self.codes = np.empty((0, 2))
        self.targets: np.ndarray | None = None
        self._grid = np.zeros(1)
        self._rows = np.empty(0, dtype=int)  # of the codes that are drawn
        self._split: Split = "test"
        self.plot = Plot()
        self.plot.setAspectLocked(True)
        self.image, self.dots, self.lit = Pixels(), Dots(), halo()
        for item in (self.image, self.dots, self.lit):
            self.plot.addItem(item)
        self.shown = QCheckBox(checked=True)
        self.shown.toggled.connect(self._on_shown)
        self.note, self.bar, self.key_of_classes = ElidedLabel(), ScaleBar(), ColourKey()
        self.note.setObjectName("lensLegend")
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.shown)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.key_of_classes)
        layout.addWidget(self.bar)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.sample_moved.connect(self._light)
        context.cursor.label_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (LatentPlane(),)

    def waits_for(self) -> str:
        return tr(
            "This view needs a variational autoencoder whose codes are two numbers: a Noise block "
            "of length 2."
        )

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays = snapshot.arrays
        if "latent/pictures" not in arrays:
            return False
        self.pictures, self.codes = arrays["latent/pictures"], arrays["latent/codes"]
        self.targets, self._grid = arrays.get("latent/targets"), arrays["latent/grid"]
        self._split = "test" if int(arrays["latent/split"]) else "train"
        self._show_all()
        self._light()
        return True

    # -- drawing --------------------------------------------------------------------------------

    def _show_all(self) -> None:
        assert self.pictures is not None  # set by on_snapshot
        theme, scale = self.context.theme, Scale.of(self.pictures)
        rows = [
            np.concatenate([as_image(one, theme, scale)[0] for one in row], axis=1)
            for row in self.pictures
        ]
        mosaic = np.concatenate(rows)[::-1]  # the plot counts rows from below
        side = len(self._grid)
        low, high = float(self._grid[0]), float(self._grid[-1])
        half = (high - low) / (side - 1) / 2 if side > 1 else 0.5
        edge = (low - half, high + half)
        self.image.set_pixels(mosaic, QRectF(edge[0], edge[0], *[edge[1] - edge[0]] * 2))
        if self.plot.x_range != edge:
            self.plot.set_range(edge, edge)
        self.bar.set_range(scale.low, scale.high, scale.ramp(theme))
        self._draw_codes()

    def _draw_codes(self) -> None:
        self._rows = np.flatnonzero(np.isfinite(self.codes).all(1))  # Qt dies of points at infinity
        tokens, points = self.context.theme.tokens, self.codes[self._rows].astype(float)
        colours = [tokens.accent] * len(points)
        if self.targets is not None:
            colours = [class_colour(int(label)) for label in self.targets[self._rows]]
        if self.shown.isChecked():
            self.dots.set_dots(points[:, 0], points[:, 1], colours, ground=tokens.panel)
        else:
            self.dots.clear()
        labels = [] if self.targets is None else np.unique(self.targets).tolist()
        self.key_of_classes.set_entries(
            [Entry(self._name(label), QColor(class_colour(label))) for label in labels]
        )
        self._say()

    def _name(self, label: int) -> str:
        field = self.context.document.report.fields.get("y")
        names = field.classes if field is not None else ()
        return tr(names[label]) if label < len(names) else str(label)

    def _say(self) -> None:
        test = self._split == "test"
        words = tr("pictures: what is read from each code")
        if self.shown.isChecked():
            dots = (
                tr("dots: {n} test samples, at the mean of their codes", n=len(self._rows))
                if test
                else tr("dots: {n} training samples, at the mean of their codes", n=len(self._rows))
            )
            words = f"{words}; {dots}"
        edge = self.plot.x_range[1]
        away = int((np.abs(self.codes[self._rows]) > edge).any(1).sum())
        if away:
            words += tr(" ({n} lie outside the picture)", n=away)
        self.note.setText(words)

    def _on_shown(self, _shown: bool) -> None:
        self._draw_codes()
        self._light()

    # -- pointing -------------------------------------------------------------------------------

    def _on_mouse(self, at: QPointF) -> None:
        dot = nearest(self.plot, at, *self.dots.getData())
        sample = None if dot is None else Sample(self._split, int(self._rows[dot]))
        self.context.cursor.set_sample(sample)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_sample(None)

    def _light(self) -> None:
        """The sample that is pointed at, or all of the class that is."""
        cursor, rows = self.context.cursor, np.empty(0, dtype=int)
        if self.shown.isChecked():
            if cursor.sample is not None:
                there = cursor.sample.split == self._split
                rows = self._rows[self._rows == cursor.sample.number] if there else rows
            elif cursor.label is not None and self.targets is not None:
                rows = self._rows[self.targets[self._rows] == cursor.label]
        self.lit.setData(x=self.codes[rows, 0], y=self.codes[rows, 1])

    # -- the rest -------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """Colours of the mosaic, numbered row by row from below, and where the samples lie."""
        rgba = self.image.image
        if self.pictures is None or rgba is None:
            return []
        side = len(self._grid)
        high, wide = (n // side for n in rgba.shape[:2])
        scale, found = Scale.of(self.pictures), []
        for row in range(rgba.shape[0]):
            for column in range(rgba.shape[1]):
                down, y = divmod(rgba.shape[0] - 1 - row, high)
                right, x = divmod(column, wide)
                found.append(
                    Reading(
                        view=self.key,
                        where=row * rgba.shape[1] + column,
                        formula=f'pixel(t["latent/pictures"][{down}, {right}], {y}, {x})',
                        colour=colour_of(rgba[row, column]),
                        scale=scale,
                    )
                )
        if self.shown.isChecked():
            claims = ('t["latent/codes"][{i}, 0]', 't["latent/codes"][{i}, 1]')
            found += of_points(self.key, *self.dots.getData(), claims, self._rows)
        return found

    def on_restarted(self) -> None:
        self.pictures = self.targets = None
        self.codes = np.empty((0, 2))

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.plot.showGrid(x=False, y=False)
        self.image.hatch = tokens.bad
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        if self.pictures is not None:
            self._show_all()

    def retranslate(self) -> None:
        self.shown.setText(tr("samples"))
        self.shown.setToolTip(tr("Show where samples of the data lie"))
        self.bar.set_name(tr("what the decoder gives"))
        self.plot.name_axes(tr("first number of the code"), tr("second number"))
        if self.pictures is not None:
            self._draw_codes()
