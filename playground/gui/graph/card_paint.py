"""How a card is drawn at each level of detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from playground.gui.graph import shell, stack_paint
from playground.gui.graph.card_layout import PENALTY_SIGN
from playground.gui.graph.pictures import Plan
from playground.gui.graph.style import PADDING, PORT_RADIUS, mix
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.card import Card

_SMOOTH = QPainter.RenderHint.Antialiasing


def brief(painter: QPainter, card: Card, detail: float) -> None:
    """Half way: a large title and the picture."""
    stack_paint.behind(painter, card)
    shell.draw(painter, shell.shell_of(card, full=False), card.look.tokens)
    painter.setRenderHint(_SMOOTH, True)
    painter.setOpacity(shell.DIM if card.facts.muted else 1.0)
    font, title = card.headline
    painter.setFont(font)
    painter.setPen(QColor(card.ink))
    _text(painter, title, card.geometry.header.left() + 8, card.geometry.header.center().y())
    _picture(painter, card, names=False)
    painter.setOpacity(1.0)
    if card.pinned:
        _pin(painter, card, 10.0)
    stack_paint.badge(painter, card, detail)
    if card.facts.problem is not None:
        _badge(painter, card, min(24.0, 7.0 / detail))


def full(painter: QPainter, card: Card, exposed: QRectF) -> None:
    """Near: everything that lies in the exposed part; thirty times a second it is the picture."""
    stack_paint.behind(painter, card)
    shell.draw(painter, shell.shell_of(card, full=True), card.look.tokens)
    painter.setRenderHint(_SMOOTH, True)
    painter.setOpacity(shell.DIM if card.facts.muted else 1.0)
    if exposed.intersects(card.geometry.header):
        _header(painter, card)
    _picture(painter, card, names=True)
    _strip(painter, card)
    if exposed.intersects(card.geometry.foot):
        _foot(painter, card)
    stack_paint.signs(painter, card)
    painter.setOpacity(1.0)
    if card.hovered_port or card.lit_ports is not None:
        _ports(painter, card)
    if card.pinned:
        _pin(painter, card, 8.0)
    if card.facts.problem is not None:
        _badge(painter, card, 9.0)


def tile_signs(painter: QPainter, card: Card, detail: float) -> None:
    """Far away a card is a tile, but its badges have a size that can still be read."""
    painter.translate(card.pos())
    stack_paint.badge(painter, card, detail)
    if card.facts.problem is not None:
        _badge(painter, card, min(40.0, 7.0 / detail))
    painter.translate(-card.pos())


def images(painter: QPainter, corner: QPointF, pixels: Sequence[QImage], plan: Plan) -> None:
    """Enlarge the pixels of a picture without smoothing: each stays the one number it is."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    if plan.kind in ("cells", "strip"):
        painter.drawImage(QRectF(corner, QSizeF(*plan.size)), pixels[0])
        return
    for number, one in enumerate(pixels):
        left, top = plan.place(number)
        painter.drawImage(QRectF(corner.x() + left, corner.y() + top, *plan.cell), one)


def _header(painter: QPainter, card: Card) -> None:
    header = card.geometry.header
    middle = header.center().y()
    painter.setFont(card.look.title)
    painter.setPen(QColor(card.ink))
    _text(painter, card.title, header.left() + 26, middle)
    painter.setFont(card.look.number)
    painter.setPen(QColor(card.ink if card.tint else card.look.tokens.secondary))
    right = header.right() - PADDING
    _text(painter, card.settings, right - card.settings.size().width(), middle)


def _foot(painter: QPainter, card: Card) -> None:
    tokens, foot = card.look.tokens, card.geometry.foot
    painter.setFont(card.look.small_number)
    painter.setPen(QColor(tokens.secondary))
    _text(painter, card.foot, foot.left() + PADDING, foot.center().y())
    place = QPointF(foot.right() - 13, foot.center().y())
    if card.facts.frozen:
        _snowflake(painter, QPointF(place.x() - 14, place.y()), tokens.accent)
    if card.facts.penalty is not None:
        left = foot.right() - 22 - PENALTY_SIGN - (14 if card.facts.frozen else 0)
        box = QRectF(left, foot.top(), PENALTY_SIGN, foot.height())
        painter.setPen(QColor(tokens.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, card.facts.penalty_sign)
    if card.pulse.health:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, card.pulse.health)))
        painter.drawEllipse(place, 4.0, 4.0)


def _picture(painter: QPainter, card: Card, names: bool) -> None:
    rect = card.geometry.picture
    if card.facts.unknown:
        painter.setFont(card.look.small)
        painter.setPen(QColor(card.look.tokens.secondary))
        painter.drawText(card.geometry.body, Qt.AlignmentFlag.AlignCenter, tr("unknown block"))
    if card.facts.plan.kind == "none" or rect.isEmpty():
        return
    if card.picture.images:
        images(painter, rect.topLeft(), card.picture.images, card.facts.plan)
    elif card.facts.plan.kind == "bars":
        _bars(painter, card, names)
    elif card.picture.words:
        _words(painter, card)


def _words(painter: QPainter, card: Card) -> None:
    """Tokens in rows, in the order of their steps."""
    plan, corner = card.facts.plan, card.geometry.picture.topLeft()
    painter.setFont(card.look.number)
    painter.setPen(QColor(card.look.tokens.ink))
    metrics = QFontMetricsF(card.look.number)
    for number, word in enumerate(card.picture.words[: plan.shown]):
        left, top = plan.place(number)
        place = QRectF(corner.x() + left, corner.y() + top, *plan.cell)
        text = metrics.elidedText(word, Qt.TextElideMode.ElideRight, plan.cell[0])
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _strip(painter: QPainter, card: Card) -> None:
    """The learned kernels of a convolution."""
    strip = card.geometry.strip
    if strip.isEmpty():
        return
    painter.setFont(card.look.small)
    painter.setPen(QColor(card.look.tokens.secondary))
    painter.drawText(strip.adjusted(6, 2, 0, 0), Qt.AlignmentFlag.AlignTop, tr("kernels"))
    if card.picture.kernels:
        corner = card.geometry.kernels.topLeft()
        images(painter, corner, card.picture.kernels, card.facts.kernels)


def _bars(painter: QPainter, card: Card, names: bool) -> None:
    """A bar a number; before the first number only the names beside the empty troughs."""
    plan, rect, bars = card.facts.plan, card.geometry.picture, card.picture.bars
    if not (bars or (names and card.facts.labels)):
        return
    for number in range(plan.shown):
        top = rect.top() + number * (plan.cell[1] + plan.gap)
        trough = QRectF(rect.left(), top, rect.width(), plan.cell[1])
        if number < len(bars):
            _bar(painter, card, number, trough, names)
        elif names and number < len(card.facts.labels):
            _label(painter, card, number, card.facts.labels[number], trough)


def _bar(painter: QPainter, card: Card, number: int, trough: QRectF, names: bool) -> None:
    tokens, picture = card.look.tokens, card.picture
    bar = picture.bars[number]
    filled = QRectF(trough)
    filled.setLeft(trough.left() + bar.start * trough.width())
    filled.setWidth(max(1.5, (bar.end - bar.start) * trough.width()))
    colour = QColor(*bar.colour)
    if number == picture.choice and picture.target >= 0:
        colour = QColor(tokens.good if picture.choice == picture.target else tokens.bad)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(filled, min(3.0, filled.width() / 2), 3)
    if not names:
        return
    if bar.label:
        _label(painter, card, number, bar.label, trough)
    if picture.values:
        painter.setFont(card.look.small_number)
        painter.setPen(QColor(tokens.secondary))
        place = QRectF(trough.right() + 6, trough.top() - 4, 60, trough.height() + 8)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{bar.value:+.2f}")


def _label(painter: QPainter, card: Card, number: int, label: str, trough: QRectF) -> None:
    right_one = number == card.picture.target
    font = card.look.bold_number if right_one else card.look.number
    painter.setFont(font)
    painter.setPen(QColor(card.look.tokens.ink if right_one else card.look.tokens.secondary))
    width = card.geometry.labels
    text = QFontMetricsF(font).elidedText(label, Qt.TextElideMode.ElideRight, width - 8)
    place = QRectF(trough.left() - width, trough.top() - 4, width - 8, trough.height() + 8)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


def _ports(painter: QPainter, card: Card) -> None:
    """While a gesture lights or enlarges them; else they belong to the shell."""
    tokens = card.look.tokens
    solid = card.hue.solid
    for name, place in card.ports():
        lit = card.lit_ports is not None and name in card.lit_ports
        dimmed = card.lit_ports is not None and not lit
        colour = mix(solid.name(), tokens.canvas, 0.7) if dimmed else solid
        painter.setPen(QPen(QColor(tokens.accent) if lit else colour, 2.0))
        painter.setBrush(QColor(tokens.accent_soft if lit else tokens.panel))
        radius = PORT_RADIUS + (2 if lit or name == card.hovered_port else 0)
        painter.drawEllipse(place, radius, radius)


def _badge(painter: QPainter, card: Card, radius: float) -> None:
    tokens, rect = card.look.tokens, card.geometry.card
    assert card.facts.problem is not None  # the caller asked
    error = card.facts.problem.severity == "error"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    centre = QPointF(rect.right() - 4, rect.top() + 4)
    painter.setPen(QPen(QColor(tokens.panel), radius / 5))
    painter.setBrush(QColor(tokens.bad if error else tokens.warning))
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#ffffff"))
    bar = QRectF(centre.x() - radius / 8, centre.y() - radius * 0.55, radius / 4, radius * 0.65)
    painter.drawRoundedRect(bar, radius / 8, radius / 8)
    painter.drawEllipse(QPointF(centre.x(), centre.y() + radius * 0.4), radius / 7, radius / 7)


def _pin(painter: QPainter, card: Card, radius: float) -> None:
    """A drawing pin in the upper left corner."""
    tokens, corner = card.look.tokens, card.geometry.card.topLeft()
    painter.save()
    painter.translate(corner - QPointF(2, 2))  # beside the title
    painter.scale(radius / 8, radius / 8)
    painter.setPen(QPen(QColor(tokens.line), 1.2))
    painter.setBrush(QColor(tokens.panel))
    painter.drawEllipse(QPointF(), 8.0, 8.0)
    painter.rotate(35)
    painter.setPen(QPen(QColor(tokens.accent), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(0, 0.5), QPointF(0, 5.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(QRectF(-2, -4.5, 4, 4.5), 1, 1)
    painter.drawRoundedRect(QRectF(-3.6, -0.8, 7.2, 1.8), 0.9, 0.9)
    painter.restore()


def _snowflake(painter: QPainter, centre: QPointF, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for angle in (0, 60, 120):
        arm = QLineF.fromPolar(4.5, angle + 30).translated(centre)
        painter.drawLine(arm)
        painter.drawLine(QLineF(arm.p1(), 2 * arm.p1() - arm.p2()))


def _text(painter: QPainter, text, left: float, middle: float) -> None:
    """A static text, centred on a line."""
    painter.drawStaticText(QPointF(left, middle - text.size().height() / 2), text)


def _pen(colour: str, width: float, *, cosmetic: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(cosmetic)
    return pen
