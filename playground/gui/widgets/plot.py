"""A quiet plot in our colours whose ranges grow in steps instead of jumping at each frame."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from playground.gui.theme import Tokens

_NAMED_HEIGHT = 32  # px of the axis below: numbers and its name
_BEYOND = 6  # px that half a number needs beyond the end of an axis


def nice_ceiling(value: float) -> float:
    """The next of 1, 1.5, 2, 3, 5, 8 times a power of ten at or above a positive value."""
    if not math.isfinite(value) or value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(
        (s * power for s in (1, 1.5, 2, 3, 5, 8) if s * power >= value * 0.9999), 10 * power
    )


def grown(old: tuple[float, float], low: float, high: float) -> tuple[float, float]:
    """A range that holds [low, high]: kept while it fits and is not three times too wide.

    Auto-range at each frame costs more than the drawing and makes the picture jump.
    """
    spread = high if low >= 0 else high - low  # a range from 0 upwards shows its 0
    if old[0] <= low and high <= old[1] and (old[1] - old[0]) <= 3 * max(spread, 1e-12):
        return old
    if low >= 0:
        return 0.0, nice_ceiling(1.03 * high)  # the highest point does not lie on the edge
    limit = nice_ceiling(max(abs(low), abs(high)))
    return -limit, limit if high > 0 else 0.0


class _Axis(pg.AxisItem):
    """An axis that has room for the names of its ends, 0 above all: half of each lies beyond it."""

    def boundingRect(self) -> QRectF:
        upright = self.orientation in ("left", "right")
        x, y = (0, _BEYOND) if upright else (2 * _BEYOND, 0)
        return super().boundingRect().adjusted(-x, -y, x, y)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Numbers with a real minus sign."""
        return [s.replace("-", "−") for s in super().tickStrings(values, scale, spacing)]


class Plot(pg.PlotWidget):
    """Axes left and below, light grid, no menus that would lie about fixed ranges.

    A frame needs as little Python as can be, for which a training would wait: axes are painted when
    they change, and kept as pictures. Curves belong into a `Line`, pictures into `Pixels`.

    Parameters
    ----------
    parent : QWidget, optional
    smooth : bool
        Smooth the edges of what does not say itself whether it is smooth, as `Line`.
    """

    paintEvent = QGraphicsView.paintEvent  # pyqtgraph's asks for `_prepare` first, in Python

    def __init__(self, parent: QWidget | None = None, *, smooth: bool = False) -> None:
        super().__init__(parent, axisItems={name: _Axis(name) for name in ("left", "bottom")})
        self.plotItem.layout.setContentsMargins(1, _BEYOND, 2 * _BEYOND, 1)
        self.setAntialiasing(smooth)
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.disableAutoRange()
        self.x_range, self.y_range = (0.0, 1.0), (0.0, 1.0)
        self._ink = "#808080"  # of the axes' names, until there is a theme
        self._named = "", "", ""  # names below and on the left, and their ink
        font = QFont(self.font())
        font.setPixelSize(10)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=6)
            axis.enableAutoSIPrefix(False)
            axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        view = self.getViewBox()
        for moved in (view.sigResized, view.sigRangeChanged, view.sigTransformChanged):
            moved.connect(self._prepare)
        self.set_range((0.0, 1.0), (0.0, 1.0))

    def retheme(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self.setBackground(QColor(tokens.panel))
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(tokens.line))
            axis.setTextPen(pg.mkPen(tokens.secondary))
        self._ink = tokens.secondary
        self.name_axes(self.getAxis("bottom").labelText, self.getAxis("left").labelText)
        self.showGrid(x=False, y=True, alpha=0.25)

    def name_axes(self, bottom: str = "", left: str = "") -> None:
        """Say what the axes measure, small, beside them; "" says nothing."""
        named = bottom, left, self._ink
        if named == self._named:  # a word that is set anew has all of its axis painted anew
            return
        self._named = named
        for name, words in (("bottom", bottom), ("left", left)):
            axis = self.getAxis(name)
            axis.setLabel(words or None, **{"font-size": "10px", "color": self._ink})
            axis.showLabel(bool(words))
            if name == "bottom":
                axis.setHeight(_NAMED_HEIGHT if words else None)

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show exactly these ranges."""
        self.x_range, self.y_range = x, y
        self.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)
        self._prepare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._prepare()

    def _prepare(self, *_: object) -> None:
        """Put what is drawn where the ranges say, before it is drawn."""
        self.scene().prepareForPaint()

    def grow(self, x: np.ndarray, y: np.ndarray) -> None:
        """Make room for points; x starts at 0, NaN and infinity do not count."""
        y = y[np.isfinite(y)]
        if not len(x) or not len(y):
            return
        last = float(x.max())
        wanted_x = (0.0, nice_ceiling(last)) if last > self.x_range[1] else self.x_range
        wanted_y = grown(self.y_range, float(y.min()), float(y.max()))
        if (wanted_x, wanted_y) != (self.x_range, self.y_range):
            self.set_range(wanted_x, wanted_y)
