"""Lens: samples, what an autoencoder makes of them, and the error."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._pictures import Scale, as_image
from playground.gui.lenses._readings import of_pictures
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.selection import Sample
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import ScaleBar, short
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.own import Split
from playground.telemetry.probes.reconstructions import Reconstructions


class _Column(QWidget):
    """Tiles with a heading, and a scale below."""

    def __init__(self) -> None:
        super().__init__()
        self.label, self.tiles, self.bar = ElidedLabel(), Tiles(gap=3), ScaleBar()
        self.label.setObjectName("lensLegend")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.tiles, 1)
        layout.addWidget(self.bar)


@lens("reconstructions", title=mark("Reconstructions"))
class ReconstructionsLens(Lens):
    """Input beside reconstruction beside error, sample by sample in the same place.

    Input and reconstruction share one scale; that of the error is symmetric around 0.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.input: np.ndarray | None = None
        self.output: np.ndarray | None = None
        self._split: Split = "test"
        self.columns = (_Column(), _Column(), _Column())
        layout = QHBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for column in self.columns:
            layout.addWidget(column, 1)
            column.tiles.hovered.connect(lambda tile, _row, _column: self._point(tile))
        context.cursor.sample_moved.connect(self._light)
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Reconstructions(),)

    def waits_for(self) -> str:
        return tr("This view compares samples with what an autoencoder makes of them.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        arrays = snapshot.arrays
        given, back = arrays.get("reconstructions/input"), arrays.get("reconstructions/output")
        if given is None or back is None or given.shape != back.shape:
            return False
        self.input, self.output = given, back
        self._split = "test" if int(arrays["reconstructions/split"]) else "train"
        self._show_all()
        self._light()
        return True

    def scales(self) -> tuple[Scale, Scale]:
        """Of input and reconstruction, and of the error."""
        assert self.input is not None  # whoever asks has looked
        assert self.output is not None
        return Scale.of(self.input), Scale.signed(self.errors())

    def errors(self) -> np.ndarray:
        """Reconstruction minus input; of colour pictures the mean over the three channels."""
        assert self.input is not None  # whoever asks has looked
        assert self.output is not None
        found = self.output - self.input
        return found.mean(1, keepdims=True) if self._is_colour else found

    @property
    def _is_colour(self) -> bool:
        return self.input is not None and self.input.ndim == 4 and self.input.shape[1] == 3

    def _show_all(self) -> None:
        assert self.input is not None  # set by on_snapshot, like output
        assert self.output is not None
        theme, (plain, signed) = self.context.theme, self.scales()
        pictures = (
            (self.input, plain, tr("input")),
            (self.output, plain, tr("reconstruction")),
            (self.errors(), signed, tr("error")),
        )
        for column, (samples, scale, name) in zip(self.columns, pictures, strict=True):
            shown = []
            for number, sample in enumerate(samples):
                rgba, values = as_image(sample, theme, scale)
                shown.append(Tile(rgba=rgba, values=values, name=f"{name} {number} "))
            column.tiles.set_tiles(shown)
            column.bar.set_range(scale.low, scale.high, scale.ramp(theme))
        self._say()

    def _say(self) -> None:
        given, back, error = (column.label for column in self.columns)
        test = self._split == "test"
        given.setText(tr("Input: test samples") if test else tr("Input: training samples"))
        back.setText(tr("Reconstruction"))
        error.setText(tr("Error"))
        if self.input is not None and self.output is not None:
            square = float(np.square(self.output - self.input, dtype=np.float64).mean())
            error.setText(tr("Error, mean square {value}", value=short(square)))
        self.columns[2].bar.set_name(tr("reconstruction − input"))

    def _point(self, tile: int) -> None:
        self.context.cursor.set_sample(Sample(self._split, tile) if tile >= 0 else None)

    def _light(self) -> None:
        """The sample that is pointed at, in all three."""
        sample = self.context.cursor.sample
        there = sample is not None and self.input is not None and sample.split == self._split
        lit = (sample.number,) if sample is not None and there else ()
        for column in self.columns:
            column.tiles.light(lit)

    def readings(self) -> list[Reading]:
        if self.input is None or self.output is None:
            return []
        plain, signed = self.scales()
        rows, name = range(len(self.input)), "reconstructions"
        given, back, error = (column.tiles for column in self.columns)
        found = of_pictures(self, self.key, given, f"{name}/input", rows, plain)
        found += of_pictures(self, self.key, back, f"{name}/output", rows, plain)
        whole = '(t["reconstructions/output"] - t["reconstructions/input"])'
        if self._is_colour:
            whole += ".mean(1, keepdims=True)"
        for reading in of_pictures(self, self.key, error, f"{name}/output", rows, signed):
            claim = reading.formula.replace('t["reconstructions/output"]', whole)
            found.append(replace(reading, formula=claim))
        return found

    def on_restarted(self) -> None:
        self.input = self.output = None

    def retheme(self) -> None:
        if self.input is not None:
            self._show_all()

    def retranslate(self) -> None:
        if self.input is not None:
            self._show_all()
        else:
            self._say()
