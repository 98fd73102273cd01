"""What the colours of a picture mean: a scale of numbers, or the names of classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.scale_bar import ScaleBar


class ColourGuide(QStackedWidget):
    """Shows `bar` or `key`, whichever was told last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.key = ScaleBar(), ColourKey()
        self.addWidget(self.bar)
        self.addWidget(self.key)
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, low: float, high: float, ramp: np.ndarray, name: str) -> None:
        """Colours are numbers: see `ScaleBar`."""
        self.bar.set_range(low, high, ramp)
        self.bar.set_name(name)
        self.setCurrentWidget(self.bar)

    def show_classes(self, entries: Sequence[Entry]) -> None:
        """Colours are names; without any, nothing is shown."""
        self.key.set_entries(entries)
        self.setCurrentWidget(self.key)
