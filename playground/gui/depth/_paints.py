"""Pens, colours and texts of a sheet, made once: what is painted thirty times a second is known."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QStaticText,
    QTransform,
)

from playground.gui.graph.style import Look, ink_on
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme
from playground.gui.truth import written
from playground.gui.widgets.tiles import to_image

_MOST_TEXTS = 4096  # kept; numbers that change all the time are few where they are rounded
_RIGHT, _CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class Text(NamedTuple):
    """A text that is laid out, and its size in px."""

    laid: QStaticText
    wide: float


class Painted(NamedTuple):
    """Numbers as colours: their own, and the part of a picture of many that shows them."""

    rgba: np.ndarray
    image: QImage
    part: QRectF


def painted(values: np.ndarray, scale: Scale, theme: Theme) -> list[Painted]:
    """Small maps (N, H, W) as colours, made all at once: one by one the calls take their time."""
    count, height, width = values.shape
    rgba = scale.colours(theme, values)
    image = to_image(rgba.reshape(count * height, width, 4))
    return [Painted(rgba[i], image, QRectF(0, i * height, width, height)) for i in range(count)]


class Paints:
    """What is painted with in the colours and fonts of a `Look`; colours and fonts by name."""

    def __init__(self, look: Look) -> None:
        self.tokens, self._number = look.tokens, look.number
        self._look_fonts = {
            name: getattr(look, name)
            for name in ("title", "text", "small", "brief", "number", "small_number", "bold_number")
        }
        self._metrics = {name: QFontMetricsF(font) for name, font in self._look_fonts.items()}
        self._high = {name: metrics.height() for name, metrics in self._metrics.items()}
        self._texts: dict[tuple[str, str], Text] = {}
        self._elided: dict[tuple[str, str, float], str] = {}
        self._colours: dict[str, QColor] = {}
        self._ramps: dict[float, QImage] = {}  # by the share of the lower end in the upper one
        self._pens: dict[tuple[str, float, Qt.PenStyle], QPen] = {}

    def is_of(self, look: Look) -> bool:
        """Whether the look has not changed since."""
        return look.number is self._number and look.tokens is self.tokens

    def font(self, name: str) -> QFont:
        """A font of the look."""
        return self._look_fonts[name]

    def colour(self, name: str) -> QColor:
        """A colour of the theme, or one as #rrggbb."""
        found = self._colours.get(name)
        if found is None:
            colour = name if name.startswith("#") else getattr(self.tokens, name)
            found = self._colours[name] = QColor(colour)
        return found

    def pen(self, name: str, wide: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A pen in a colour of the theme."""
        key = (name, wide, style)
        found = self._pens.get(key)
        if found is None:
            found = self._pens[key] = QPen(self.colour(name), wide, style)
        return found

    def text(self, font: str, text: str) -> Text:
        """A text, laid out."""
        found = self._texts.get((font, text))
        if found is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            laid = QStaticText(text)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            laid.prepare(QTransform(), self._look_fonts[font])
            found = Text(laid, self._metrics[font].horizontalAdvance(text))
            self._texts[font, text] = found
        return found

    def width(self, font: str, text: str) -> float:
        """Width in px of a text in a font."""
        return self.text(font, text).wide

    def digits(self, value: float, most: int, wide: float) -> int | None:
        """As many digits as a cell of a width has room for, None where not even one has."""
        for fewer in range(most, -1, -1):
            if self.width("number", written(value, fewer)) <= wide - 4:
                return fewer
        return None

    def fitting(self, value: float, most: int, wide: float) -> str:
        """A number with so many digits; "" without room."""
        for fewer in range(most, -1, -1):
            text = written(value, fewer)
            if self.width("number", text) <= wide - 4:
                return text
        return ""

    def write(
        self, painter: QPainter, rect: QRectF, text: str, font: str, align: Qt.AlignmentFlag
    ) -> None:
        """One line at the left, the right or in the centre of a room; too long, it ends in dots.

        The painter has the font and the pen already.
        """
        room = rect.width() + 1
        if self.text(font, text).wide > room:
            text = self._short(font, text, room)
        self.set(painter, rect, text, font, align)

    def set(
        self, painter: QPainter, rect: QRectF, text: str, font: str, align: Qt.AlignmentFlag
    ) -> None:
        """The same without dots; px for px `QPainter.drawText`, which lays it out each time."""
        found = self.text(font, text)
        rest, above = rect.width() - found.wide, rect.height() - self._high[font]
        if rest < 0 or above < 0 or "\n" in text:  # what is too large is cut off at the border
            painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, text)
            return
        shift = rest if align is _RIGHT else rest / 2 if align is _CENTRE else 0.0
        painter.drawStaticText(QPointF(rect.x() + shift, rect.y() + above / 2), found.laid)

    def draw_ramp(self, painter: QPainter, rect: QRectF, scale: Scale, theme: Theme) -> None:
        """The colours of a scale from low to high."""
        share = scale.low / scale.high
        found = self._ramps.get(share)
        if found is None:
            found = self._ramps[share] = to_image(scale.ramp(theme)[None])
        painter.drawImage(rect, found)

    def _short(self, font: str, text: str, wide: float) -> str:
        key = (font, text, wide)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) >= _MOST_TEXTS:
                self._elided.clear()
            found = self._metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, wide)
            self._elided[key] = found
        return found


_known: WeakKeyDictionary[Look, Paints] = WeakKeyDictionary()


def paints_of(look: Look) -> Paints:
    """Those of a look; made anew once it has other colours or fonts."""
    found = _known.get(look)
    if found is None or not found.is_of(look):
        found = _known[look] = Paints(look)
    return found


def inks_on(rgba: np.ndarray, plain: str) -> np.ndarray:
    """`ink_on` of many grounds, (H, W) of str; `plain` on what is transparent."""
    known = (rgba[..., :3] / np.float32(255)).astype(np.float64)
    light = 0.299 * known[..., 0] + 0.587 * known[..., 1] + 0.114 * known[..., 2]
    inks = np.where(light > 0.5, ink_on("#ffffff"), ink_on("#000000"))
    return np.where(rgba[..., 3] > 0, inks, plain)
