"""What the colours of the cards mean, at the lower left of the canvas and on pictures of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.gui.graph.style import Look
from playground.i18n import tr

HEIGHT = 20.0  # px
_GAP = 6.0
_BAR_WIDTH = 120.0
_SWATCH = 10.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour and its meaning."""

    colour: str
    words: str


@dataclass(frozen=True)
class Caption:
    """Everything a legend says.

    Parameters
    ----------
    title : str
        What the colours tell, with its unit or batch size.
    ramp : np.ndarray or None
        RGBA colours from low to high, (n, 4) uint8.
    ends : tuple of str
        The numbers at both ends of the ramp, and between them how it divides.
    swatches : tuple of Swatch
        Single colours.
    """

    title: str
    ramp: np.ndarray | None = None
    ends: tuple[str, str, str] = ("", "", "")
    swatches: tuple[Swatch, ...] = ()

    def words(self) -> str:
        """The same for those who do not see it."""
        low, middle, high = self.ends
        scale = f"{low} … {high} ({middle})" if self.ramp is not None else ""
        parts = [self.title, scale, *(swatch.words for swatch in self.swatches)]
        return ". ".join(part for part in parts if part)


def size_of(caption: Caption, look: Look, *, titled: bool = False) -> QSizeF:
    """The room a legend needs; `titled` with the name of what it is about."""
    parts = _parts(caption, look, titled)
    return QSizeF(sum(width for width, _ in parts) + _GAP * (len(parts) + 1), HEIGHT)


def paint(
    painter: QPainter, corner: QPointF, caption: Caption, look: Look, *, titled: bool = False
) -> None:
    """Draw a legend, one line, with its upper left corner at a place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.small)
    left = corner.x() + _GAP
    for width, draw in _parts(caption, look, titled):
        draw(painter, QRectF(left, corner.y(), width, HEIGHT))
        left += width + _GAP


_Part = tuple[float, Callable[[QPainter, QRectF], None]]  # width in px, and what is drawn there


def _parts(caption: Caption, look: Look, titled: bool) -> list[_Part]:
    parts = []
    if titled:
        parts.append(_text(caption.title, look, look.tokens.ink))
    if caption.ramp is not None:
        low, middle, high = caption.ends
        parts.append(_text(low, look))
        parts.append((_BAR_WIDTH, partial(_ramp, caption.ramp, look)))
        parts.append(_text(f"{high} · {middle}", look))
    for swatch in caption.swatches:
        parts.append((_SWATCH, partial(_swatch, swatch, look)))
        parts.append(_text(swatch.words, look))
    return parts


def _text(words: str, look: Look, colour: str = "") -> _Part:
    def draw(painter: QPainter, place: QRectF) -> None:
        painter.setPen(QColor(colour or look.tokens.secondary))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    return QFontMetricsF(look.small).horizontalAdvance(words) + 1, draw


def _ramp(ramp: np.ndarray, look: Look, painter: QPainter, place: QRectF) -> None:
    bar = QRectF(place.left(), place.center().y() - _SWATCH / 2, place.width(), _SWATCH)
    step = bar.width() / len(ramp)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number, (red, green, blue, _) in enumerate(ramp.tolist()):
        left = bar.left() + number * step
        painter.fillRect(QRectF(left, bar.top(), step, bar.height()), QColor(red, green, blue))
    _edge(painter, bar, look)


def _swatch(swatch: Swatch, look: Look, painter: QPainter, place: QRectF) -> None:
    box = QRectF(place.left(), place.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
    painter.fillRect(box, QColor(swatch.colour))
    _edge(painter, box, look)


def _edge(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.tokens.line), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def how(log: bool) -> str:
    """How a scale divides, for the middle of its legend."""
    return tr("logarithmic") if log else tr("linear")
