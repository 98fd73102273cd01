"""Lens: a metric over the steps of the run."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from playground.gui.lenses._curves import CurvesLens
from playground.gui.lenses.base import lens
from playground.i18n import mark, tr

TITLES = {
    "accuracy": mark("Accuracy"),
    "exact": mark("Samples answered without a mistake"),
    "perplexity": mark("Perplexity"),
    "bits_per_character": mark("Bits per character"),
    "reconstruction": mark("Reconstruction, nats a sample"),
    "kl": mark("KL divergence of the codes, nats a sample"),
    "negative_elbo": mark("−ELBO, nats a sample"),
    "r2": mark("R²: share of the variance explained"),
    "mae": mark("Mean absolute error"),
    "modes": mark("Modes that receive samples"),
    "high_quality": mark("Share of good samples"),
    "distance": mark("Distance to the real samples"),
    "lr": mark("Learning rate"),
    "rate": mark("Steps per second"),
}


@lens("metrics", title=mark("Metrics"))
class MetricsLens(CurvesLens):
    """How good the network is in numbers people use; choose which one to see."""

    quantities = tuple(TITLES)

    def add_controls(self, layout: QVBoxLayout) -> None:
        self._names: tuple[str, ...] = ()  # of the history, for which the choice was filled
        self._present: list[str] = []
        self.choice = QComboBox()
        self.choice.activated.connect(self._on_chosen)
        layout.addWidget(self.choice)

    def on_rows(self, rows: list[Any]) -> bool:
        names = tuple(self.context.run.history)
        if names != self._names:  # seldom: a name comes with its first row
            self._names = names
            present = {name.partition("/")[0] for name in names}
            self._present = [quantity for quantity in TITLES if quantity in present]
            if self._present and self._present != self._offered():
                self._fill(self._present)
        return bool(self._present) and super().on_rows(rows)

    def _offered(self) -> list[str]:
        return [self.choice.itemData(i) for i in range(self.choice.count())]

    def retranslate(self) -> None:
        super().retranslate()
        self.choice.setAccessibleName(tr("Metric"))
        for index in range(self.choice.count()):
            self.choice.setItemText(index, tr(TITLES[self.choice.itemData(index)]))

    def _fill(self, present: list[str]) -> None:
        if self.quantity not in present:
            self.quantity = present[0]
        self.choice.clear()
        for quantity in present:
            self.choice.addItem(tr(TITLES[quantity]), quantity)
        self.choice.setCurrentIndex(present.index(self.quantity))
        self._frame()

    def on_restarted(self) -> None:
        super().on_restarted()
        self._frame()

    def _frame(self) -> None:
        if self.quantity in ("accuracy", "exact", "high_quality"):
            self.plot.set_range(self.plot.x_range, (0.0, 1.05))

    def _on_chosen(self, index: int) -> None:
        self.quantity = self.choice.itemData(index)
        self.on_restarted()
        self.on_rows([])
