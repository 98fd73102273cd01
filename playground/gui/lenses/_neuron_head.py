"""The words above a column of neurons: which layer, its activation, its regularisation; a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.check.words import penalty_words
from playground.document.model import Document
from playground.gui.depth._marks import Mark
from playground.gui.graph.style import Look
from playground.gui.lenses._neuron_columns import Column
from playground.gui.penalty_choice import own_penalty
from playground.gui.theme import Theme
from playground.i18n import tr
from playground.registry import blocks

_ARROW = " ▾"
_SPACE = 12.0  # px left and right of the words, together


@dataclass(frozen=True, slots=True, eq=False)
class Heading(Mark):
    """Opens the menu of a layer when it is pressed.

    Parameters
    ----------
    rect : QRectF
        The room there is.
    parts : tuple of str
        The name of the layer, its activation, its regularisation; where there is little room the
        name alone. What it has not, is left out.
    act : callable
    told : str
    """

    rect: QRectF
    parts: tuple[str, ...]
    act: Callable[[], None]
    told: str

    def text(self, look: Look) -> str:
        """As many of the parts as there is room for."""
        room = self.rect.width() - _SPACE
        name, kept = self.parts[0], len(self.parts[0])
        for parts in (self.parts, self.parts[:2], (name, *self.parts[2:]), (name,)):
            text = " · ".join(parts) + _ARROW
            if look.width(look.small, text) <= room:
                return text
        while kept > 1 and look.width(look.small, f"{name[:kept]}…{_ARROW}") > room:
            kept -= 1
        return f"{name[:kept]}…{_ARROW}"

    def box(self, look: Look) -> QRectF:
        """Around the words."""
        wide = min(look.width(look.small, self.text(look)) + _SPACE, self.rect.width())
        left = self.rect.center().x() - wide / 2
        return QRectF(left, self.rect.top(), wide, self.rect.height())

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        box = self.box(look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.setBrush(QColor(look.tokens.field))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(look.small)
        painter.setPen(QColor(look.tokens.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text(look))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def tip(self, at: QPointF) -> str:
        return self.told if self.rect.contains(at) else ""


def parts_of(document: Document, column: Column, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """What there is to say about a layer: name, activation, regularisation of its own.

    Parameters
    ----------
    kinds : tuple of str
        Key of each of the column's blocks, wherever they lie.
    """
    found = [column.layer or column.node]
    key = kinds[column.blocks.index(column.activation)] if column.activation else ""
    if key:
        found.append(tr(blocks.get(key).title))
    own = own_penalty(document, column.layer) if column.layer else None
    if own is not None:
        found.append(penalty_words(own) if own.kind != "none" else "L∅")
    return tuple(found)
