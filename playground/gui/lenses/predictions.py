"""Lens: test samples with what the network says about them, the wrong ones first."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Picked
from playground.gui.lenses._judged import Judgement, judgement, lacks_test, of_tokens, target_field
from playground.gui.lenses._near import halo, nearest
from playground.gui.lenses._pictures import Scale, as_images
from playground.gui.lenses._readings import of_pictures, of_points
from playground.gui.lenses._sample_colours import unit_of
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.predictions import Predictions

SHOWN = 60  # samples drawn at most
ROOMY = 240  # px of height, below which pictures get the room of their scale


def wrong_first(predicted: np.ndarray, targets: np.ndarray, certainty: np.ndarray) -> np.ndarray:
    """Order of the samples: wrong ones first, led by the most certain; then the right ones."""
    right = predicted == targets
    return np.lexsort((np.arange(len(targets)), np.where(right, 0.0, -certainty), right))


@lens("predictions", title=mark("Test predictions"))
class PredictionsLens(Lens):
    """Classes: each sample with its predicted (and true) class. Numbers: predicted against true."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.tiles = Tiles(gap=8, largest=64)
        self.tiles.clicked.connect(self._on_clicked)
        self.tiles.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tiles.hovered.connect(self._on_hovered)
        self.shown: tuple[int, ...] = ()  # numbers of the test samples in the pictures
        self._scaled = ""  # when the scale is shown: "always", where there is room, or never
        self._shown = np.zeros(0, dtype=np.intp)  # their places in `_found`
        self._found: Judgement | None = None
        self.scale_bar = ScaleBar()
        self.all = QPushButton(objectName="link")
        self.all.clicked.connect(lambda: context.cursor.pick())
        self.all.hide()
        self.plot = Plot()
        self.points = pg.ScatterPlotItem(size=6, pxMode=True)
        self.ideal = pg.PlotCurveItem()
        self.plot.addItem(self.ideal)
        self.plot.addItem(self.points)
        self.lit = halo()
        self.plot.addItem(self.lit)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.all)
        layout.addLayout(head)
        layout.addWidget(self.tiles, 1)
        layout.addWidget(self.scale_bar)
        layout.addWidget(self.plot, 1)
        self._sound: np.ndarray = np.empty(0, dtype=int)  # answers that are drawn
        self._snapshot: Snapshot | None = None
        context.cursor.sample_moved.connect(self._light)
        context.cursor.label_moved.connect(self._light)
        context.cursor.picked_changed.connect(self._on_picked)
        self.retheme()

    def probes(self) -> tuple[Probe, ...]:
        return (Predictions(),)

    def waits_for(self) -> str:
        if (field := target_field(self.context)) is None:
            return tr("This view shows answers to test samples: this network predicts nothing.")
        if field.kind == "token":
            return of_tokens()
        if lacks_test(self.context):
            return tr("This view needs test samples: give the data a test share above 0.")
        return tr("Press Play: this view fills while the network trains.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays, targets = snapshot.arrays, snapshot.arrays.get("predictions/targets")
        if targets is None or not len(targets):
            return False
        self._snapshot = snapshot
        found = judgement(self.context, snapshot)
        self.tiles.setVisible(found is not None)
        self.plot.setVisible(found is None)
        if found is not None:
            self._draw_classes(arrays["predictions/inputs"], found)
        else:
            self.all.hide()
            self._scaled = ""
            self._show_scale()
            self._found = None  # of a task with classes before
            self._draw_numbers(arrays["predictions/values"], targets)
        return True

    def _draw_classes(self, inputs: np.ndarray, found: Judgement) -> None:
        targets, predicted, picked = found.targets, found.predicted, self.context.cursor.picked
        certainty = found.probabilities.max(1, initial=0.0)
        order = wrong_first(predicted, targets, certainty)
        wrong, total = int((predicted != targets).sum()), len(targets)
        words = tr("{wrong} of {total} wrong, those first (said ≠ true)", wrong=wrong, total=total)
        self.all.setVisible(picked != Picked())
        if picked != Picked():
            order = order[self._is_picked(found)[order]]
            words = self._words_of_pick(found, len(order))
        if found.missing:
            words += ", " + tr("{n} answers are NaN", n=found.missing)
        self.note.setText(words)
        order = order[:SHOWN]
        self._shown, self._found = order, found
        self.shown = tuple(int(i) for i in found.rows[order])
        theme, scale = self.context.theme, Scale.of(inputs)
        rows = inputs[found.rows[order]]
        pictures = as_images(rows, theme, scale)
        self.tiles.set_tiles(
            [self._tile(found, int(i), *seen) for i, seen in zip(order, pictures, strict=True)]
        )
        self._scaled = "always" if inputs.ndim < 4 else "roomy" if inputs.shape[1] != 3 else ""
        self._show_scale()
        self.scale_bar.set_range(scale.low, scale.high, scale.ramp(theme))
        self.scale_bar.set_name(self._words_of_scale(inputs.ndim))
        self._light()

    def _show_scale(self) -> None:
        room = self._scaled == "always" or (self._scaled == "roomy" and self.height() >= ROOMY)
        self.scale_bar.setVisible(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_scale()

    def _words_of_scale(self, ndim: int) -> str:
        """What the cells of a picture are, in their order."""
        field = self.context.document.report.fields.get("x")
        unit = f" ({field.unit})" if field is not None and field.unit else ""
        if field is not None and ndim == 2 and 1 < len(field.names) <= 4:
            return ", ".join(tr(name) for name in field.names) + unit
        return tr("input") + unit

    def readings(self) -> list[Reading]:
        """Pictures with who they are taken for; for numbers, points of said against true."""
        if self._snapshot is None:
            return []
        if self.tiles.isHidden():
            flat = "np.ravel(t['predictions/{}'][{{i}}])[0]"
            formulas = (flat.format("targets"), flat.format("values"))
            return of_points(self.key, *self.points.getData(), formulas, self._sound)
        scale = Scale.of(self._snapshot.arrays["predictions/inputs"])
        found = of_pictures(self, self.key, self.tiles, "predictions/inputs", self.shown, scale)
        for number in range(len(self.tiles.rectangles())):
            formula = f"verdict(t, {self.shown[number]})"
            words = self.tiles.tiles[number].caption
            found.append(Reading(view=self.key, where=number, formula=formula, words=words))
        return found

    def _is_picked(self, found: Judgement) -> np.ndarray:
        picked = self.context.cursor.picked
        chosen = np.ones(len(found.rows), dtype=bool)
        if picked.true is not None:
            chosen &= found.targets == picked.true
        if picked.predicted is not None:
            chosen &= found.predicted == picked.predicted
        return chosen

    def _words_of_pick(self, found: Judgement, count: int) -> str:
        picked = self.context.cursor.picked
        if picked.true is None:
            assert picked.predicted is not None  # one of both is picked
            return tr("{n} taken for {said}", n=count, said=found.name(picked.predicted))
        true = found.name(picked.true)
        if picked.predicted is None:
            return tr("{n} of class {true}", n=count, true=true)
        said = found.name(picked.predicted)
        return tr("{n} of class {true} taken for {said}", n=count, true=true, said=said)

    def _tile(self, found: Judgement, i: int, rgba: np.ndarray, values: np.ndarray) -> Tile:
        tokens, row = self.context.theme.tokens, int(found.rows[i])
        right = found.predicted[i] == found.targets[i]
        said, true = found.name(int(found.predicted[i])), found.name(int(found.targets[i]))
        return Tile(
            rgba=rgba,
            values=values,
            caption=said if right else f"{said}≠{true}",
            colour=tokens.good if right else tokens.bad,
            name=tr(
                "test sample {i}: predicted {said} ({p:.1%}), true {true}; "
                "click to follow it through the network; input",
                i=row,
                said=said,
                p=float(found.probabilities[i].max()),
                true=true,
            ),
        )

    def _on_clicked(self, tile: int) -> None:
        """Follow that sample through the network."""
        self.context.selection.follow(Sample("test", self.shown[tile]))

    def _on_hovered(self, tile: int, _row: int, _column: int) -> None:
        sample = Sample("test", self.shown[tile]) if 0 <= tile < len(self.shown) else None
        self.context.cursor.set_sample(sample)

    def _on_mouse(self, at: QPointF) -> None:
        """Numbers: the pointer is somewhere on the plot."""
        x, y = self.points.getData()
        point = nearest(self.plot, at, x, y)
        sample = Sample("test", int(self._sound[point])) if point is not None else None
        self.context.cursor.set_sample(sample)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_sample(None)

    def _light(self) -> None:
        """The sample that is pointed at, or all of the class that is."""
        cursor, found = self.context.cursor, self._found
        lit: list[int] = []
        if found is not None and cursor.sample is not None and cursor.sample.split == "test":
            lit = [i for i, row in enumerate(self.shown) if row == cursor.sample.number]
        elif found is not None and cursor.label is not None:
            lit = np.flatnonzero(found.targets[self._shown] == cursor.label).tolist()
        self.tiles.light(lit)
        sample, x, y = cursor.sample, *self.points.getData()
        there = sample is not None and sample.split == "test" and found is None
        at = np.flatnonzero(self._sound == sample.number) if there and sample is not None else []
        self.lit.setData(x=x[at], y=y[at]) if len(at) else self.lit.clear()

    def _on_picked(self) -> None:
        if self._snapshot is not None and self.isVisible():
            self._guard(lambda: self.on_snapshot(self._snapshot))

    def _draw_numbers(self, values: np.ndarray, targets: np.ndarray) -> None:
        said, true = values.reshape(len(values), -1)[:, 0], targets.reshape(len(targets), -1)[:, 0]
        sound = np.isfinite(said)
        words = tr("{n} samples; on the line the network is right", n=int(sound.sum()))
        if not sound.all():
            words += ", " + tr("{n} answers are NaN", n=int((~sound).sum()))
        self.note.setText(words)
        low = float(min(said[sound].min(initial=np.inf), true.min()))
        high = float(max(said[sound].max(initial=-np.inf), true.max()))
        x = self.plot.x_range
        if not (x[0] <= low and high <= x[1] and x[1] - x[0] < 2 * (high - low)):
            margin = 0.1 * (high - low) or 1.0
            x = (low - margin, high + margin)
            self.plot.set_range(x, x)
        self.ideal.setData([x[0], x[1]], [x[0], x[1]])
        self._name_axes()
        self._sound = np.flatnonzero(sound)  # Qt dies of points at infinity
        self.points.setData(x=true[sound], y=said[sound])
        self._light()

    def _name_axes(self) -> None:
        unit = unit_of(self.context)
        self.plot.name_axes(bottom=tr("true value") + unit, left=tr("predicted value") + unit)

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.points.setBrush(pg.mkBrush(tokens.accent))
        self.points.setPen(pg.mkPen(tokens.panel, width=0.5))
        self.lit.setPen(pg.mkPen(tokens.ink, width=2))
        self.ideal.setPen(pg.mkPen(tokens.secondary, width=1))
        self.retranslate()

    def on_restarted(self) -> None:
        self._snapshot = self._found = None

    def retranslate(self) -> None:
        self.all.setText(tr("Show all"))
        self._name_axes()
        if self._snapshot is not None:
            self.on_snapshot(self._snapshot)
