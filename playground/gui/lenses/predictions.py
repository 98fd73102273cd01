"""Lens: test samples with what the network says about them, the wrong ones first."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._pictures import Scale, as_image
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.predictions import Predictions

SHOWN = 60  # samples drawn at most


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
        self.shown: tuple[int, ...] = ()  # numbers of the test samples in the pictures
        self.plot = Plot()
        self.points = pg.ScatterPlotItem(size=6, pxMode=True)
        self.ideal = pg.PlotCurveItem()
        self.plot.addItem(self.ideal)
        self.plot.addItem(self.points)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.note)
        layout.addWidget(self.tiles, 1)
        layout.addWidget(self.plot, 1)
        self._snapshot: Snapshot | None = None
        self.retheme()

    def probes(self) -> tuple[Probe, ...]:
        return (Predictions(),)

    def waits_for(self) -> str:
        return tr("This view shows test samples: the data needs a test share above 0.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays, targets = snapshot.arrays, snapshot.arrays.get("predictions/targets")
        if targets is None:
            return False
        self._snapshot = snapshot
        probabilities = arrays.get("predictions/probabilities")
        self.tiles.setVisible(probabilities is not None)
        self.plot.setVisible(probabilities is None)
        if probabilities is not None:
            self._draw_classes(arrays["predictions/inputs"], probabilities, targets)
        else:
            self._draw_numbers(arrays["predictions/values"], targets)
        return True

    def _draw_classes(
        self, inputs: np.ndarray, probabilities: np.ndarray, targets: np.ndarray
    ) -> None:
        if targets.ndim > 1:  # one-hot
            targets = targets.argmax(1)
        predicted = probabilities.argmax(1)
        order = wrong_first(predicted, targets, probabilities.max(1))[:SHOWN]
        self.shown = tuple(int(i) for i in order)
        theme, scale = self.context.theme, Scale.of(inputs)
        tokens = theme.tokens
        wrong = int((predicted != targets).sum())
        self.note.setText(
            tr("{wrong} of {total} wrong, wrong ones first", wrong=wrong, total=len(targets))
        )
        tiles = []
        for i in order:
            rgba, values = as_image(inputs[i], theme, scale)
            right = predicted[i] == targets[i]
            said, true = self._class_name(predicted[i]), self._class_name(targets[i])
            tiles.append(
                Tile(
                    rgba=rgba,
                    values=values,
                    caption=said if right else f"{said}≠{true}",
                    colour=tokens.good if right else tokens.bad,
                    name=tr(
                        "test sample {i}: predicted {said} ({p:.1%}), true {true}; "
                        "click to follow it through the network; input",
                        i=i,
                        said=said,
                        p=float(probabilities[i].max()),
                        true=true,
                    ),
                )
            )
        self.tiles.set_tiles(tiles)

    def _on_clicked(self, tile: int) -> None:
        """Follow that sample through the network."""
        self.context.selection.follow(Sample("test", self.shown[tile]))

    def _class_name(self, label: int) -> str:
        field = self.context.document.report.fields.get("y")
        classes = field.classes if field else ()
        return classes[label] if label < len(classes) else str(label)

    def _draw_numbers(self, values: np.ndarray, targets: np.ndarray) -> None:
        said, true = values.reshape(len(values), -1)[:, 0], targets.reshape(len(targets), -1)[:, 0]
        self.note.setText(tr("{n} samples; on the line the network is right", n=len(true)))
        low = float(min(np.nanmin(said), true.min()))
        high = float(max(np.nanmax(said), true.max()))
        x = self.plot.x_range
        if not (x[0] <= low and high <= x[1] and x[1] - x[0] < 2 * (high - low)):
            margin = 0.1 * (high - low) or 1.0
            x = (low - margin, high + margin)
            self.plot.set_range(x, x)
        self.ideal.setData([x[0], x[1]], [x[0], x[1]])
        self.points.setData(x=true, y=said)

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.points.setBrush(pg.mkBrush(tokens.accent))
        self.points.setPen(pg.mkPen(tokens.panel, width=0.5))
        self.ideal.setPen(pg.mkPen(tokens.secondary, width=1))
        self.retranslate()

    def retranslate(self) -> None:
        self.plot.name_axes(bottom=tr("true value"), left=tr("predicted value"))
        if self._snapshot is not None:
            self.on_snapshot(self._snapshot)
