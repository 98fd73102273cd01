"""Pens, colours and texts of a sheet, made once: what is painted thirty times a second is known."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
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
from playground.gui.theme import Theme, Tokens
from playground.gui.truth import written
from playground.gui.widgets.tiles import to_image

_MOST_TEXTS = 4096  # kept; numbers that change all the time are few where they are rounded
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Text(NamedTuple):
    """A text that is laid out, and its size in px."""

    laid: QStaticText
    wide: float
    single: bool  # a line


class Atlas:
    """Small maps (N, H, W) of one scale as one picture: one by one their colours take long."""

    def __init__(self, maps: np.ndarray, scale: Scale) -> None:
        self.maps, self.scale = maps, scale
        self._made: tuple[Tokens, np.ndarray, QImage] | None = None
        self.finite = bool(np.isfinite(maps).all())  # nothing of it is hatched

    def _drawn(self, theme: Theme) -> tuple[Tokens, np.ndarray, QImage]:
        if self._made is None or self._made[0] is not theme.tokens:
            rgba = self.scale.colours(theme, self.maps)
            count, height, width = self.maps.shape
            image = to_image(rgba.reshape(count * height, width, 4))
            self._made = theme.tokens, rgba, image
        return self._made

    def colours(self, theme: Theme, number: int) -> np.ndarray:
        """RGBA of a map, uint8 (H, W, 4)."""
        found: np.ndarray = self._drawn(theme)[1][number]
        return found

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme, number: int) -> None:
        """Paint a map."""
        _, height, width = self.maps.shape
        part = QRectF(0, number * height, width, height)
        painter.drawImage(rect, self._drawn(theme)[2], part)


class Paints:
    """What is painted with in the colours and fonts of a `Look`; colours and fonts by name."""

    def __init__(self, look: Look) -> None:
        self.tokens, self._number = look.tokens, look.number
        self.fonts = {
            name: getattr(look, name)
            for name in ("title", "text", "small", "brief", "number", "small_number", "bold_number")
        }
        self._metrics = {name: QFontMetricsF(font) for name, font in self.fonts.items()}
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
        return self.fonts[name]

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
            laid.prepare(QTransform(), self.fonts[font])
            wide = self._metrics[font].horizontalAdvance(text)
            found = self._texts[font, text] = Text(laid, wide, "\n" not in text)
        return found

    def width(self, font: str, text: str) -> float:
        """Width in px of a text in a font."""
        known = self._texts.get((font, text))
        return (known or self.text(font, text)).wide

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
        known = self._texts.get((font, text)) or self.text(font, text)
        room = rect.getRect()  # type: ignore[attr-defined]
        if known.wide > room[2] + 1:
            text = self._short(font, text, room[2] + 1)
            known = self.text(font, text)
        self._set(painter, room, known, font, align)

    def set(
        self, painter: QPainter, rect: QRectF, text: str, font: str, align: Qt.AlignmentFlag
    ) -> None:
        """The same without dots: what is too long is cut off."""
        room = rect.getRect()  # type: ignore[attr-defined]
        self._set(painter, room, self.text(font, text), font, align)

    def _set(
        self,
        painter: QPainter,
        room: tuple[float, float, float, float],
        text: Text,
        font: str,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Px for px what `QPainter.drawText` paints, which lays the text out each time."""
        x, y, wide, high = room
        laid, known, single = text
        rest, above = wide - known, high - self._high[font]
        if rest < 0 or above < 0 or not single:  # cut off at the border
            flags = align | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(x, y, wide, high), flags, laid.text())
            return
        if align is not _LEFT:
            x += rest if align is _RIGHT else rest / 2
        painter.drawStaticText(QPointF(x, y + above / 2), laid)

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


_last: list[Paints] = []  # those asked for last: one sheet asks hundreds of times
_known: WeakKeyDictionary[Look, Paints] = WeakKeyDictionary()


def paints_of(look: Look) -> Paints:
    """Those of a look; made anew once it has other colours or fonts."""
    if _last and _last[0].is_of(look):
        return _last[0]
    found = _known.get(look)
    if found is None or not found.is_of(look):
        found = _known[look] = Paints(look)
    _last[:] = [found]
    return found


def inks_on(rgba: np.ndarray, plain: str) -> np.ndarray:
    """`ink_on` of many grounds, (H, W) of str; `plain` on what is transparent."""
    known = (rgba[..., :3] / np.float32(255)).astype(np.float64)
    light = 0.299 * known[..., 0] + 0.587 * known[..., 1] + 0.114 * known[..., 2]
    inks = np.where(light > 0.5, ink_on("#ffffff"), ink_on("#000000"))
    return np.where(rgba[..., 3] > 0, inks, plain)


def hatch(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Say that here is no finite number: never with a colour of the scale."""
    paints = paints_of(look)
    painter.fillRect(rect, paints.colour("panel"))
    painter.fillRect(rect, QBrush(paints.colour("bad"), Qt.BrushStyle.BDiagPattern))
