"""Images on their way from noise to samples: a film strip a sample."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._pictures import Scale, as_image
from playground.gui.lenses._readings import of_pictures
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.tiles import Tile, Tiles
from playground.i18n import tr


class StripsView(QWidget):
    """Rows of tiles: a row a sample, a column a moment."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._samples: np.ndarray | None = None  # (moments, count, *shape)
        self._times, self._real = np.zeros(1, dtype=int), np.zeros(1)
        self.tiles, self.bar = Tiles(gap=3, columns=1), ScaleBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.tiles, 1)
        layout.addWidget(self.bar)

    @property
    def scale(self) -> Scale:
        """That of the data; noise goes beyond its ends and takes their colours."""
        return Scale.of(self._real)

    def take(self, samples: np.ndarray, times: np.ndarray, real: np.ndarray) -> None:
        """Show these samples (moments, count, *shape), with so many noise steps left."""
        self._samples, self._times, self._real = samples, times, real
        self._draw()

    def _draw(self) -> None:
        if self._samples is None:
            return
        theme, scale, shown = self.context.theme, self.scale, []
        moments, count = self._samples.shape[:2]
        self.tiles.columns = moments
        for number in range(count):
            for moment in range(moments):
                rgba, values = as_image(self._samples[moment, number], theme, scale)
                left = int(self._times[moment])
                name = tr("sample {n}, {left} noise steps left ", n=number, left=left)
                shown.append(Tile(rgba=rgba, values=values, name=name))
        self.tiles.set_tiles(shown)
        self.bar.set_range(scale.low, scale.high, scale.ramp(theme))

    def readings(self, view: QWidget, key: str) -> list[Reading]:
        """Each pixel of each picture."""
        if self._samples is None:
            return []
        found = []
        moments, count = self._samples.shape[:2]
        where = [f"{moment}, {number}" for number in range(count) for moment in range(moments)]
        found += of_pictures(view, key, self.tiles, "denoising/samples", where, self.scale)
        return found

    def retheme(self) -> None:
        """The colours changed."""
        self._draw()

    def retranslate(self) -> None:
        """The language changed."""
        self.bar.set_name(tr("on the scale of the data: what lies beyond takes its ends"))
        self._draw()
