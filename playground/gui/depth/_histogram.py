"""The bars of a histogram as one mark: a sheet may hold a hundred and fifty of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.depth._marks import Mark
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme
from playground.gui.truth import Reading
from playground.i18n import tr


@dataclass(frozen=True, slots=True, eq=False)
class Histogram(Mark):
    """How many of some numbers lie in each of equal parts of their range.

    Parameters
    ----------
    rect : QRectF
        A bar as high as it is the largest count.
    counts : np.ndarray, shape (bars,), int64
    ends : tuple of two float
        Where the first part begins and the last one ends.
    tensor : str
        Name of the numbers, or `formula`.
    formula : str
        How the numbers are made, where they stand nowhere.
    """

    rect: QRectF
    counts: np.ndarray
    ends: tuple[float, float]
    tensor: str
    formula: str = ""

    @property
    def scale(self) -> Scale:
        """Of all bars."""
        return Scale(0.0, float(self.counts.max(initial=1)))

    def bar(self, number: int, share: float = 1.0) -> QRectF:
        """The room of a bar, or that part of it from below."""
        wide, r = self.rect.width() / len(self.counts), self.rect
        high = share * r.height()
        return QRectF(r.left() + number * wide, r.bottom() - high, max(wide - 1, 1), high)

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        accent, high = QColor(look.tokens.accent), self.scale.high
        for number, count in enumerate(self.counts.tolist()):
            if count:
                painter.fillRect(self.bar(number, count / high), accent)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.drawLine(self.rect.bottomLeft(), self.rect.bottomRight())

    def tip(self, at: QPointF) -> str:
        if not self.rect.contains(at):
            return ""
        bars, (low, high) = len(self.counts), self.ends
        number = min(int((at.x() - self.rect.left()) / self.rect.width() * bars), bars - 1)
        part = (high - low) / bars
        return tr(
            "{n} numbers from {low:.3g} to {high:.3g}",
            n=int(self.counts[number]),
            low=low + number * part,
            high=low + (number + 1) * part,
        )

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        numbers, (low, high) = self.formula or f't["{self.tensor}"]', self.ends
        made = f"np.histogram({numbers}[np.isfinite({numbers})], {len(self.counts)}"
        for number, count in enumerate(self.counts.tolist()):
            yield Reading(
                view=view,
                where=self.bar(number).toRect(),
                formula=f"{made}, ({low!r}, {high!r}))[0][{number}]",
                scale=self.scale,
                length=count / self.scale.high,
            )
