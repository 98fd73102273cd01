"""An activation drawn around one number: its curve with both scales, the place on it, its slope."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.explain import activation
from playground.gui.depth._marks import Drawing, Mark
from playground.gui.depth._paints import paints_of
from playground.gui.graph.style import Look
from playground.gui.truth import MINUS
from playground.gui.widgets.strokes import pieces
from playground.i18n import tr

_LEFT, _BELOW = 40.0, 34.0  # px for the numbers of the scales and their names
_LEAST_REACH, _LEAST_HIGH = 4.0, 60.0  # of the input; px
_TANGENT = 46.0  # px to either side of the point
_LINE = 16.0


def curve(
    rect: QRectF,
    kind: str,
    params: Mapping[str, object],
    point: tuple[float, float],
    threshold: float | None = None,
) -> list[Mark]:
    """The function `kind` as a plot; nothing for a number that is none, or without room.

    Parameters
    ----------
    point : tuple of float
        What goes in, and what comes out.
    threshold : float, optional
        Where the sum without its bias would be: marked on the axis.
    """
    if not np.isfinite(point).all() or rect.height() < _LEAST_HIGH + _BELOW or rect.width() < 120:
        return []
    reach = math.ceil(max(_LEAST_REACH, 1.25 * max(abs(point[0]), abs(threshold or 0.0))))
    line = activation.curve(kind, params, -reach, reach)
    box = rect.adjusted(_LEFT, 4, -8, -_BELOW)
    slope = activation.slope(kind, params, point[0])
    return [Drawing(rect, _Plot(box, line, point, slope, threshold))]


class _Plot:
    """Draws a function with one point on it, and its tangent there."""

    def __init__(
        self,
        box: QRectF,
        line: np.ndarray,
        point: tuple[float, float],
        slope: float,
        threshold: float | None,
    ) -> None:
        self.box, self.line, self.point, self.slope = box, line, point, slope
        self.threshold = threshold
        xs, ys = line[:, 0], line[:, 1]
        self.ends = min(float(ys.min()), 0.0), max(float(ys.max()), 0.0)
        pad = 0.06 * (self.ends[1] - self.ends[0] or 1.0)
        self.x = float(xs[0]), float(xs[-1])
        self.y = self.ends[0] - pad, self.ends[1] + pad

    def spot(self, x: float, y: float) -> QPointF:
        """Where a point of the plane is drawn."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return QPointF(
            self.box.left() + across * self.box.width(), self.box.bottom() - up * self.box.height()
        )

    def _spots(self) -> np.ndarray:
        """The function in px, (N, 2)."""
        across = (self.line[:, 0] - self.x[0]) / (self.x[1] - self.x[0])
        up = (self.line[:, 1] - self.y[0]) / (self.y[1] - self.y[0])
        box = self.box
        return np.stack(
            [box.left() + across * box.width(), box.bottom() - up * box.height()], axis=1
        )

    def __call__(self, painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.drawRect(self.box)
        painter.drawLine(self.spot(self.x[0], 0), self.spot(self.x[1], 0))
        painter.drawLine(self.spot(0, self.y[0]), self.spot(0, self.y[1]))
        self._scales(painter, look)
        x, y = self.point
        painter.setPen(QPen(QColor(look.tokens.secondary), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self.spot(x, 0), self.spot(x, y))
        painter.drawLine(self.spot(0, y), self.spot(x, y))
        painter.setClipRect(self.box)
        painter.setPen(QPen(QColor(look.tokens.accent), 2))
        pieces(self._spots()).draw(painter)
        painter.setPen(QPen(QColor(look.tokens.warning), 2))
        painter.drawLine(*self._tangent())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.accent))
        painter.drawEllipse(self.spot(x, y), 5, 5)
        if self.threshold is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.tokens.secondary), 1.6))
            painter.drawEllipse(self.spot(self.threshold, 0), 4, 4)

    def _tangent(self) -> tuple[QPointF, QPointF]:
        """A short line as steep as the function."""
        at = self.spot(*self.point)
        step = self.spot(self.point[0] + 1, self.point[1] + self.slope) - at
        size = math.hypot(step.x(), step.y()) or 1.0
        return at - step * (_TANGENT / size), at + step * (_TANGENT / size)

    def _scales(self, painter: QPainter, look: Look) -> None:
        """The numbers at the ends and at 0, and what the axes are."""
        paints, centre = paints_of(look), Qt.AlignmentFlag.AlignHCenter
        painter.setPen(paints.colour("secondary"))
        painter.setFont(paints.font("small_number"))
        ends = sorted({self.ends[0], 0.0, self.ends[1]})
        for y in ends:
            place = QRectF(self.box.left() - _LEFT, self.spot(0, y).y() - 8, _LEFT - 5, _LINE)
            paints.set(painter, place, _short(y), "small_number", Qt.AlignmentFlag.AlignRight)
        for x in (self.x[0], 0.0, self.x[1]):
            place = QRectF(self.spot(x, 0).x() - 30, self.box.bottom() + 2, 60, _LINE)
            paints.set(painter, place, _short(x), "small_number", centre)
        painter.setFont(paints.font("small"))
        below = QRectF(self.box.left(), self.box.bottom() + _LINE, self.box.width(), _LINE)
        paints.set(painter, below, tr("input"), "small", centre)
        inside = self.box.adjusted(6, 2, -6, -2)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, tr("output"))


def _short(value: float) -> str:
    return f"{value:.3g}".replace("-", MINUS)
