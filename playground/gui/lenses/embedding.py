"""Lens: where the network puts samples before its last layer decides."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.explain.tsne import ITERATIONS, Layout, tsne
from playground.gui.context import Context
from playground.gui.lenses._judged import target_field
from playground.gui.lenses._pictures import Scale, as_image
from playground.gui.lenses._sample_colours import SampleColours, class_name, unit_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.colour_guide import ColourGuide
from playground.gui.widgets.stepwise import Stepwise
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.thumbnails import Thumbnails
from playground.gui.widgets.tiles import to_image
from playground.i18n import mark, tr
from playground.telemetry.probes.embedding import Embedding


@lens("embedding", title=mark("Embedding"))
class EmbeddingLens(Lens):
    """Samples close together look alike to the last layer. PCA is drawn at once; t-SNE on demand.

    t-SNE keeps neighbours together, but distances between groups and their sizes mean nothing.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.vectors: np.ndarray | None = None  # (N, K) principal components
        self.share = np.zeros(2)
        self.layer = ""  # block that puts the vectors out
        self.map: Layout | None = None  # of t-SNE; None shows PCA
        self._map_step = 0
        self._step = 0
        self._split = "test"
        self._inputs: np.ndarray | None = None
        self._targets: np.ndarray | None = None
        self.dress = SampleColours(())
        self._work = Stepwise(self)
        self._work.came.connect(self._on_map)
        self._work.ended.connect(self._say)
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.button = QPushButton(objectName="link")
        self.button.clicked.connect(self._on_button)
        self.again = QPushButton(objectName="link")
        self.again.clicked.connect(self.start_map)
        self.pictures = QToolButton(checkable=True, checked=True, autoRaise=True)
        self.pictures.toggled.connect(self._on_pictures)
        self.guide = ColourGuide()
        self.plane = Thumbnails()
        self.plane.pointed.connect(self._on_pointed)
        self.plane.clicked.connect(self._on_clicked)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.note, 1)
        for widget in (self.pictures, self.again, self.button):
            head.addWidget(widget)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.plane, 1)
        layout.addWidget(self.guide)
        context.cursor.sample_moved.connect(self._light)
        context.cursor.label_moved.connect(self._light)
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Embedding(),)

    def waits_for(self) -> str:
        if "main" not in self.context.document.report.models:
            return tr("This view needs a single network called main; this one has several.")
        return tr("Press Play: samples gather here by what the last layer sees.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays = snapshot.arrays
        found = [name for name in arrays if name.startswith("embedding/vectors/")]
        if not found:
            return False
        vectors = arrays[found[0]]
        if not np.isfinite(vectors).any():
            self.say(tr("What the last layer sees is NaN for every sample."))
            return False
        self.layer, self.vectors = found[0].removeprefix("embedding/vectors/"), vectors
        self.share, self._step = arrays["embedding/share"], snapshot.step
        self._split = "test" if int(arrays["embedding/split"]) else "train"
        inputs, targets = arrays["embedding/inputs"], arrays.get("embedding/targets")
        if inputs is not self._inputs or targets is not self._targets:
            self._inputs, self._targets = inputs, targets
            self._dress()
        if self.map is None:
            self.plane.set_points(self.flat())
        self._light()
        self._say()
        return True

    def flat(self) -> np.ndarray:
        """The first two components, turned to lie as they did before: a sign means nothing."""
        assert self.vectors is not None  # set by on_snapshot
        points = self.vectors[:, :2].astype(float)
        old = self.plane.points
        if self.map is None and old.shape == points.shape:
            agree = np.nansum(old * points, axis=0)
            points = points * np.where(agree < 0, -1.0, 1.0)
        return points

    def _dress(self) -> None:
        """Colours and pictures of the samples."""
        assert self._inputs is not None  # set by on_snapshot
        theme, inputs, targets = self.context.theme, self._inputs, self._targets
        self.dress = SampleColours.of(self.context, len(inputs), targets)
        scale = self.dress.scale
        if scale is None:
            self.guide.show_classes(self.dress.entries)
        else:
            name = tr("true value") + unit_of(self.context)
            self.guide.show_scale(scale.low, scale.high, scale.ramp(theme), name)
        images = []
        if inputs.ndim >= 3:
            shades = Scale.of(inputs)
            images = [to_image(as_image(sample, theme, shades)[0]) for sample in inputs]
        self.pictures.setVisible(bool(images))
        self.plane.set_samples(self.dress.colours, images)

    def readings(self) -> list[Reading]:
        """Where the samples lie by PCA, but for the sign of a direction, which means nothing."""
        if self.map is not None or self.vectors is None:
            return []
        name = f'np.abs(t["embedding/vectors/{self.layer}"])'
        places = [
            Reading(view=self.key, where=i, formula=f"{name}[{i}, {k}]", value=abs(float(point[k])))
            for i, point in enumerate(self.plane.points)
            for k in (0, 1)
        ]
        return places + self.dress.readings(self.key, "embedding/targets")

    # -- t-SNE ----------------------------------------------------------------------------------

    def start_map(self) -> None:
        """Lay out what the last layer sees now, on a thread."""
        if self.vectors is None:
            return
        sound = np.isfinite(self.vectors).all(1)
        self._rows, self._map_step = np.flatnonzero(sound), self._step
        self.map = Layout(0, self.vectors[sound][:, :2].astype(float), 0.0)
        self._work.start(tsne(self.vectors[sound].astype(float)))
        self._say()

    def _on_button(self) -> None:
        """t-SNE, or cancel it, or back to PCA."""
        if self.map is None:
            self.start_map()
            return
        self._work.cancel()
        self.map = None
        if self.vectors is not None:
            self.plane.set_points(self.vectors[:, :2].astype(float))
        self._say()

    def _on_map(self, layout: Layout) -> None:
        self.map = layout
        points = np.full((len(self.plane.points), 2), np.nan)
        points[self._rows] = layout.points
        self.plane.set_points(points)
        self._say()

    def _say(self) -> None:
        self.again.setVisible(self.map is not None and not self._work.busy)
        if self.map is None:
            self.button.setText(tr("t-SNE"))
            words = tr(
                "{id}: PCA, {a:.0%} + {b:.0%} of the variance",
                id=self.layer,
                a=float(self.share[0]),
                b=float(self.share[1]),
            )
        elif self._work.busy:
            self.button.setText(tr("Cancel"))
            words = tr("t-SNE {n} of {total}", n=self.map.iteration, total=ITERATIONS)
        else:
            self.button.setText(tr("PCA"))
            words = tr(
                "{id}: t-SNE of step {step}, divergence {kl:.2f}",
                id=self.layer,
                step=self._map_step,
                kl=self.map.divergence,
            )
        self.note.setText(words)

    # -- samples --------------------------------------------------------------------------------

    def _on_pointed(self, index: int) -> None:
        sample = None if index < 0 else Sample(self._split, index)
        self.context.cursor.set_sample(sample)

    def _on_clicked(self, index: int) -> None:
        """Follow that sample through the network."""
        self.context.selection.follow(Sample(self._split, index))

    def _light(self) -> None:
        cursor, lit = self.context.cursor, []
        if cursor.sample is not None:
            there = cursor.sample.split == self._split
            lit = [cursor.sample.number] if there else []
        elif cursor.label is not None and self._targets is not None:
            labelled = self._targets.dtype.kind in "iu"
            lit = np.flatnonzero(self._targets == cursor.label).tolist() if labelled else []
        self.plane.light(lit)
        sample = cursor.sample
        if sample is not None and lit and self._targets is not None:
            self.plane.setToolTip(self._words_of(sample.number))

    def _words_of(self, number: int) -> str:
        target = self._targets[number] if self._targets is not None else None
        field = target_field(self.context)
        if field is not None and field.classes:
            name = class_name(self.context, int(target))
            return tr("sample {n}: {name}; click to follow it", n=number, name=name)
        return tr("sample {n}; click to follow it", n=number)

    def _on_pictures(self, shown: bool) -> None:
        self.plane.with_images = shown
        self.plane.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._work.busy:
            self._on_button()  # nobody looks: back to PCA

    def on_restarted(self) -> None:
        self._work.cancel()
        self.map = self.vectors = self._inputs = self._targets = None
        self.plane.points = np.zeros((0, 2))

    def retheme(self) -> None:
        if self._inputs is not None:
            self._dress()

    def retranslate(self) -> None:
        self.pictures.setText(tr("pictures"))
        self.pictures.setToolTip(tr("Samples as pictures, or as dots in the colour of their class"))
        self.again.setText(tr("Again"))
        self.again.setToolTip(tr("t-SNE of what the last layer sees now"))
        self.button.setToolTip(
            tr(
                "t-SNE keeps neighbours together; distances between groups, and their sizes, "
                "mean nothing."
            )
        )
        self.plane.setAccessibleName(tr("Embedding"))
        if self._inputs is not None:
            self._dress()
        self._say()
