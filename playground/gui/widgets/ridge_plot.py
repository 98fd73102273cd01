"""Histograms one in front of the other, the newest in front: how a distribution moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from pyqtgraph.functions import create_qpolygonf, ndarray_from_qpolygonf
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.gui.theme import Tokens
from playground.gui.widgets.plot import grown
from playground.gui.widgets.scale_bar import short
from playground.telemetry.ridges import Histogram

TOP, FOOT, LEFT, RIGHT = 16.0, 16.0, 34.0, 6.0  # px around the ridges
LEAST = 5.0  # px between two ridges: closer ones nobody can tell apart
TALLEST = 44.0  # px of a fullest bin, at most


@dataclass(slots=True, eq=False)
class _Shape:
    """What is always the same of a histogram, and its outline, which is only filled anew.

    Parameters
    ----------
    edges, heights : np.ndarray, shape (2 * bins + 2,)
        Corners of the outline: values, and shares of the fullest bin.
    counted : int
    polygon : QPolygonF
    corners : np.ndarray, shape (2 * bins + 2, 2)
        The numbers in the polygon.
    """

    edges: np.ndarray
    heights: np.ndarray
    counted: int
    polygon: QPolygonF
    corners: np.ndarray
    _place: tuple[float, ...] = ()  # where it is

    def placed(self, left: float, wide: float, base: float, high: float) -> QPolygonF:
        """The outline with value 0 at `left` and the foot at `base`, px."""
        place = left, wide, base, high
        if place != self._place:
            self._place = place
            x, y = self.corners.T
            np.multiply(self.edges, wide, out=x)
            x += left
            np.multiply(self.heights, high, out=y)
            y += base
        return self.polygon

    @classmethod
    def of(cls, histogram: Histogram) -> _Shape:
        """That of a histogram."""
        edges = np.repeat(histogram.edges(), 2)
        heights = np.concatenate([[0.0], np.repeat(histogram.heights(), 2), [0.0]])
        polygon = create_qpolygonf(len(edges))
        return cls(edges, heights, histogram.counted, polygon, ndarray_from_qpolygonf(polygon))


class RidgePlot(QWidget):
    """Ridges over the same horizontal axis; each is as high as its counts beside its fullest bin.

    The axis has a range that grows in steps, so that the picture does not tremble.
    """

    pointed = Signal(object)  # step under the pointer, None when it leaves

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.histograms: tuple[Histogram, ...] = ()  # those that are drawn, oldest first
        self.range = (0.0, 0.0)
        self.marked: int | None = None  # step that is pointed at, here or in another view
        self.seen: int | None = None  # earlier step that the window shows
        self._tokens: Tokens | None = None
        self._all: Sequence[Histogram] = ()
        self._shapes: dict[Histogram, _Shape] = {}  # of all of these
        self.setMouseTracking(True)
        self.setMinimumSize(60, 60)

    def retheme(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def set_ridges(self, histograms: Sequence[Histogram], seen: int | None = None) -> None:
        """Show these, by step; `seen` is an earlier step that is looked at and stands out."""
        drawn = self.histograms, self.range, self.seen
        self._all, self.seen = histograms, seen
        self._shapes = {h: self._shapes.get(h) or _Shape.of(h) for h in histograms}
        found = [h for h in histograms if self._shapes[h].counted]
        if found:
            low, high = min(h.low for h in found), max(h.high for h in found)
            self.range = grown(self.range, low, high) if high > low or low else (-1.0, 1.0)
        self._choose()
        if (self.histograms, self.range, self.seen) != drawn:
            self.update()

    def forget(self) -> None:
        """Another tensor comes next: begin with another axis."""
        self.range, self._all, self.histograms, self._shapes = (0.0, 0.0), (), (), {}
        self.update()

    def mark(self, step: float | None) -> None:
        """Lift out the ridge nearest to a step; None: none."""
        at = None
        if step is not None and self.histograms:
            at = min((h.step for h in self.histograms), key=lambda s: abs(s - step))
        if at != self.marked:
            self.marked = at
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 200)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._choose()
        self.update()

    def _choose(self) -> None:
        """As many as there is room for; always the first, the newest and the one looked at."""
        room = max(int((self.height() - TOP - FOOT) * 0.8 / LEAST), 2)
        count = len(self._all)
        if count <= room:
            self.histograms = tuple(self._all)
        else:
            chosen = set(np.linspace(0, count - 1, room).round().astype(int).tolist())
            chosen |= {i for i, h in enumerate(self._all) if h.step == self.seen}
            self.histograms = tuple(self._all[i] for i in sorted(chosen))

    # -- where things are -----------------------------------------------------------------------

    def x_of(self, value: float) -> float:
        """Horizontal place of a value."""
        low, high = self.range
        share = (value - low) / (high - low) if high > low else 0.5
        return LEFT + share * (self.width() - LEFT - RIGHT)

    def value_at(self, x: float) -> float:
        """Value at a horizontal place."""
        low, high = self.range
        return low + (x - LEFT) / max(self.width() - LEFT - RIGHT, 1.0) * (high - low)

    def base_of(self, index: int) -> float:
        """Vertical place of the foot of a ridge: the newest lies lowest."""
        return self._bases()[index]

    def _bases(self) -> list[float]:
        """Those of all ridges."""
        high, count = self.height(), len(self.histograms)
        first = TOP + min((high - TOP - FOOT) * 0.3, TALLEST)
        gap = (high - FOOT - first) / max(count - 1, 1)
        return [first + index * gap for index in range(count)] if count > 1 else [high - FOOT]

    @property
    def tallest(self) -> float:
        """Px of a fullest bin."""
        return max(min((self.height() - TOP - FOOT) * 0.3, TALLEST), 4.0)

    def outline(self, index: int) -> QPolygonF:
        """The steps of one histogram, from its foot over all bins back to its foot."""
        return self._outline(self.histograms[index], self.base_of(index), self.tallest)

    def _outline(self, histogram: Histogram, base: float, tallest: float) -> QPolygonF:
        shape = self._shapes[histogram]
        if histogram.low == histogram.high:
            x = self.x_of(histogram.low)
            high = base - tallest if shape.counted else base
            return QPolygonF([QPointF(x - 1, base), QPointF(x, high), QPointF(x + 1, base)])
        low, top = self.range
        wide = (self.width() - LEFT - RIGHT) / (top - low)
        return shape.placed(LEFT - low * wide, wide, base, -tallest)

    def ridge_at(self, at: QPointF) -> int | None:
        """Index of the ridge whose foot lies next below a point."""
        if not self.histograms or at.y() > self.height() - FOOT + 4:
            return None
        below = [i for i, base in enumerate(self._bases()) if base >= at.y() - 2]
        return below[0] if below else None

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        if tokens is None:
            return
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        self._paint_frame(painter, tokens)
        tallest, bases = self.tallest, self._bases()
        for index, (histogram, base) in enumerate(zip(self.histograms, bases, strict=False)):
            self._paint_ridge(painter, tokens, index, self._outline(histogram, base, tallest))
        painter.end()

    def _paint_frame(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(QColor(tokens.secondary))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(LEFT, 0, self.width() - LEFT, TOP), left, self.title)
        low, high = self.range
        if low < 0 < high:
            x = self.x_of(0.0)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QPointF(x, TOP), QPointF(x, self.height() - FOOT))
        painter.setPen(QColor(tokens.secondary))
        foot = QRectF(LEFT, self.height() - FOOT + 2, self.width() - LEFT - RIGHT, FOOT - 2)
        painter.drawText(foot, left, short(low))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, right, short(high))

    def _paint_ridge(
        self, painter: QPainter, tokens: Tokens, index: int, outline: QPolygonF
    ) -> None:
        histogram = self.histograms[index]
        lit = histogram.step in (self.marked, self.seen)
        count = len(self.histograms)
        share = index / (count - 1) if count > 1 else 1.0  # the newest is strongest
        colour = tokens.warning if lit else tokens.accent
        painter.setBrush(_mix(tokens.panel, colour, 0.75 if lit else 0.12 + 0.5 * share))
        painter.setPen(_mix(tokens.panel, colour, 0.9 if lit else 0.35 + 0.6 * share))
        painter.drawPolygon(outline)
        last = index == len(self.histograms) - 1
        if lit or index == 0 or last:
            painter.setPen(QColor(tokens.warning if lit else tokens.secondary))
            place = QRectF(0, self.base_of(index) - 10, LEFT - 4, 12)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, _steps(histogram.step))

    # -- pointer --------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.ridge_at(event.position())
        self.pointed.emit(None if index is None else self.histograms[index].step)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)


def _steps(step: int) -> str:
    """A step in at most five characters."""
    return str(step) if step < 10_000 else f"{step / 1000:.3g}k"


@lru_cache(maxsize=4096)
def _mix(ground: str, colour: str, share: float) -> QColor:
    """Opaque, so that a ridge hides what lies behind it."""
    pairs = zip(QColor(ground).getRgb()[:3], QColor(colour).getRgb()[:3], strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return QColor(red, green, blue)
