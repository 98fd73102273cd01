"""From far away all cards are tiles and all wires hair lines, drawn with a few strokes in all.

One by one they would cost a call each, several times that of the drawing itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from playground.gui.graph import card_paint
from playground.gui.graph.card import Card
from playground.gui.graph.style import TILE_DETAIL, Look, hue
from playground.gui.graph.wire import WireItem


def paint(painter: QPainter, look: Look, cards: Iterable[Card], wires: Iterable[WireItem]) -> None:
    """Draw these in the coordinates of the scene; nothing when each of them draws itself."""
    detail = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
    if detail >= TILE_DETAIL:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _wires(painter, look, wires)
    cards = list(cards)
    painter.setPen(Qt.PenStyle.NoPen)
    for (family, tint, _), rects in tiles(cards).items():
        painter.setBrush(QColor(tint) if tint else hue(look.tokens, family).tile)
        painter.drawRects(rects)
    _outline(painter, QColor(look.tokens.line), 1.0, [c for c in cards if c.tint])
    _outline(painter, look.accent, 2.0, [c for c in cards if c.selected])
    for card in cards:
        if card.facts.problem is not None or card.facts.stack is not None:
            card_paint.tile_signs(painter, card, detail)


def tiles(cards: Iterable[Card]) -> dict[tuple[str, str, bool], list[QRectF]]:
    """The rectangles of the cards that look alike from afar: by family, tint and error."""
    found: dict[tuple[str, str, bool], list[QRectF]] = {}
    for card in cards:
        kind = card.tile
        if kind in found:
            found[kind].append(card.scene_card())
        else:
            found[kind] = [card.scene_card()]
    return found


def _outline(painter: QPainter, colour: QColor, width: float, cards: list[Card]) -> None:
    """Around selected cards, and tinted ones: a tint may be that of the ground."""
    if cards:
        pen = QPen(colour, width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([card.scene_card() for card in cards])


def _wires(painter: QPainter, look: Look, wires: Iterable[WireItem]) -> None:
    plain: list[QLineF] = []
    bad: list[QLineF] = []
    lit: list[QLineF] = []
    for item in wires:
        (lit if item.selected or item.marked else bad if item.faulty else plain).extend(item.lines)
    for colour, lines in ((look.wire, plain), (look.bad, bad), (look.accent, lit)):
        if lines:
            painter.setPen(QColor(colour))  # a hair line, whatever the zoom
            painter.drawLines(lines)
