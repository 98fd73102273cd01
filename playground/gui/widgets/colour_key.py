"""Which colour is which: dots, or short lines, with their names in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MARK, GAP, BETWEEN = 8.0, 4.0, 10.0  # px of a mark, behind it, and behind a name
LEAST = 22.0  # px of a name: narrower, it says nothing


def small_font(widget: QWidget) -> QFont:
    """The font of names beside colours."""
    font = QFont(widget.font())
    font.setPixelSize(10)
    return font


class Entry(NamedTuple):
    """A colour and whose it is."""

    name: str
    colour: QColor


class ColourKey(QWidget):
    """As many entries as there is room for; "+3" tells how many are left out, the tool tip all."""

    def __init__(self, parent: QWidget | None = None, *, lines: bool = False) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.words = ""  # ahead of them
        self._lines = lines
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[Entry], words: str = "") -> None:
        """Show these from now on, behind some words."""
        if (tuple(entries), words) == (self.entries, self.words):
            return
        self.entries, self.words = tuple(entries), words
        self.setAccessibleDescription(self.full_text())
        self.setToolTip(self.full_text())
        self.update()

    def full_text(self) -> str:
        """All of it, as words."""
        return ", ".join(filter(None, (self.words, *(entry.name for entry in self.entries))))

    def sizeHint(self) -> QSize:
        return QSize(160, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(self))
        metrics, x = painter.fontMetrics(), 0.0
        ink = self.palette().placeholderText().color()
        middle, elide = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        if self.words:
            painter.setPen(ink)
            painter.drawText(QRectF(0, 0, self.width(), 16), middle, self.words)
            x = metrics.horizontalAdvance(self.words) + BETWEEN
        widths = [metrics.horizontalAdvance(entry.name) + 1.0 for entry in self.entries]
        for number, (entry, wide) in enumerate(zip(self.entries, widths, strict=True)):
            rest = len(self.entries) - number
            more = f"+{rest}"
            kept = 0.0 if rest == 1 else metrics.horizontalAdvance(f"+{rest - 1}") + BETWEEN
            room = self.width() - x - MARK - GAP - kept
            if room < min(wide, LEAST):
                painter.setPen(ink)
                painter.drawText(QRectF(x, 0, self.width() - x, 16), middle, more)
                break
            self._paint_mark(painter, x, entry.colour)
            painter.setPen(ink)
            words = metrics.elidedText(entry.name, elide, int(min(wide, room)))
            painter.drawText(QRectF(x + MARK + GAP, 0, room, 16), middle, words)
            x += MARK + GAP + min(wide, room) + BETWEEN
        painter.end()

    def _paint_mark(self, painter: QPainter, x: float, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if self._lines:
            painter.drawRect(QRectF(x, 6.5, MARK, 3.0))
        else:
            painter.drawEllipse(QPointF(x + MARK / 2, 8.0), 3.5, 3.5)
