"""What only the card of a composite has: sheets behind it, its signs, the names of its ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.graph.card_layout import PENALTY_SIGN
from playground.gui.graph.stack import FAMILY
from playground.gui.graph.style import CARD_RADIUS, HEADER, mix

if TYPE_CHECKING:
    from playground.blocks.base import Port
    from playground.gui.graph.card import Card

SHEET = 5.0  # px a sheet stands out
SIGN = 13.0  # px; side of the sign that opens the card
__all__ = ["FAMILY", "badge", "behind", "link", "sign_of", "signs", "square"]
_SMOOTH = QPainter.RenderHint.Antialiasing


def behind(painter: QPainter, card: Card) -> None:
    """The sheets of a repeated composite: to the lower right, the farthest first."""
    if card.facts.stack is None or not card.facts.stack.sheets:
        return
    tokens, rect = card.look.tokens, card.geometry.card
    painter.setRenderHint(_SMOOTH, True)
    family = card.hue.solid.name()
    for number in range(card.facts.stack.sheets, 0, -1):
        place = rect.translated(number * SHEET, number * SHEET)
        edge = tokens.accent if card.selected else mix(tokens.line, family, 0.35).name()
        painter.setPen(QPen(QColor(edge), 1.2))
        painter.setBrush(mix(tokens.panel, family, 0.06 + 0.05 * number))
        painter.drawRoundedRect(place, CARD_RADIUS, CARD_RADIUS)


def signs(painter: QPainter, card: Card) -> None:
    """Near: the sign that opens it in place, how often it is repeated, whether it is linked."""
    stack, geometry = card.facts.stack, card.geometry
    if stack is None:
        return
    painter.setRenderHint(_SMOOTH, True)
    square(painter, sign_of(geometry.card), card.hue.solid, plus=True)
    _edge(painter, card)
    if stack.badge:
        width = card.settings.size().width() + 12
        right = geometry.header.right() - 6
        _pill(painter, card, QRectF(right - width, geometry.header.center().y() - 9, width, 18))
    if stack.linked:
        place = QPointF(geometry.foot.right() - 29, geometry.foot.center().y())
        if card.facts.frozen:
            place -= QPointF(18, 0)
        if card.facts.penalty is not None:
            place -= QPointF(PENALTY_SIGN, 0)
        link(painter, place, card.look.tokens.secondary)
    for ports, side in ((card.facts.inputs, "in"), (card.facts.outputs, "out")):
        _names(painter, card, ports, side)


def badge(painter: QPainter, card: Card, detail: float) -> None:
    """Far: how often it is repeated, in a size that can still be read."""
    stack = card.facts.stack
    if stack is None:
        return
    _edge(painter, card)
    if not stack.badge:
        return
    painter.setRenderHint(_SMOOTH, True)
    painter.save()
    rect, scale = card.geometry.card, min(3.0, 0.8 / max(detail, 0.05))
    painter.translate(rect.left() + 4, rect.bottom() - 4)  # in the empty foot: titles stay whole
    painter.scale(scale, scale)
    width = card.settings.size().width() + 12
    _pill(painter, card, QRectF(0, -18, width, 18))
    painter.restore()


def sign_of(card: QRectF) -> QRectF:
    """Where the sign lies that opens a card, or closes the frame with such a corner."""
    centre = QPointF(card.left() + 15, card.top() + HEADER / 2)
    return QRectF(centre.x() - SIGN / 2, centre.y() - SIGN / 2, SIGN, SIGN)


def square(painter: QPainter, place: QRectF, colour: QColor, plus: bool) -> None:
    """A plus or a minus in a square."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, 3.5, 3.5)
    painter.setPen(QPen(QColor("#ffffff"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    centre, arm = place.center(), place.width() * 0.27
    painter.drawLine(QLineF(centre.x() - arm, centre.y(), centre.x() + arm, centre.y()))
    if plus:
        painter.drawLine(QLineF(centre.x(), centre.y() - arm, centre.x(), centre.y() + arm))


def link(painter: QPainter, centre: QPointF, colour: str) -> None:
    """Two links of a chain."""
    painter.save()
    painter.translate(centre)
    painter.rotate(-45)
    painter.setPen(QPen(QColor(colour), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left in (-6.6, -0.4):
        painter.drawRoundedRect(QRectF(left, -2.3, 7.0, 4.6), 2.3, 2.3)
    painter.restore()


def _edge(painter: QPainter, card: Card) -> None:
    """A second line below the header: there is more inside."""
    header = card.geometry.header
    painter.setPen(QPen(card.hue.solid, 2.0))
    y = header.bottom() - 1
    painter.drawLine(QLineF(header.left() + 1, y, header.right() - 1, y))


def _pill(painter: QPainter, card: Card, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(card.hue.solid)
    painter.drawRoundedRect(place, 9, 9)
    painter.setPen(QColor("#ffffff"))
    painter.setFont(card.look.number)
    size = card.settings.size()
    left = place.center().x() - size.width() / 2
    painter.drawStaticText(QPointF(left, place.center().y() - size.height() / 2), card.settings)


def _names(painter: QPainter, card: Card, ports: tuple[Port, ...], side: str) -> None:
    if len(ports) < 2 or card.look.down:  # side by side there is no room for words
        return
    painter.setFont(card.look.small)
    painter.setPen(QColor(card.look.tokens.secondary))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for name, place in card.ports():
        if name.startswith(f"{side}:"):
            word = name.partition(":")[2]
            box = QRectF(place.x() + 10, place.y() - 9, 120, 18)
            if side == "out":
                box.moveRight(place.x() - 10)
            painter.drawText(box, left if side == "in" else right, word)
