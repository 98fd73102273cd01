"""The shell of a card: all of it that stays while a network trains, drawn once and kept.

Round corners are by far the dearest thing on the canvas, and many cards look alike. So on the
screen the shell of a card is an image, made anew only for another size, state, theme or zoom. On
paper (SVG, PDF, PNG) it is drawn itself: there curves stay curves.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath, QPen, QTransform

from playground.gui.graph.style import (
    CARD_RADIUS,
    FOOT,
    HEADER,
    PORT_PITCH,
    PORT_RADIUS,
    hue,
    ink_on,
)
from playground.gui.theme import Tokens

if TYPE_CHECKING:
    from playground.gui.graph.card import Card

DIM = 0.45  # opacity of a muted card
_ROOM = 8.0  # px around the card for its ports, its shadow and the ring of the focus
_LARGEST = 2_000_000  # px; a larger shell fills the screen, so there are only few
_KEPT_BYTES = 32_000_000

_SMOOTH = QPainter.RenderHint.Antialiasing
_EXACT = QPainter.RenderHint.LosslessImageRendering
_RASTER = QPaintEngine.Type.Raster
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush

Box = tuple[float, float, float, float]  # left, top, width, height


class Shell(NamedTuple):
    """Everything that decides how a shell looks, but for the theme; cards with equal ones share."""

    width: float
    height: float
    family: str
    tint: str  # of the header instead of the family's hue, "" for none
    full: bool  # with the small parts that only a near card has
    selected: bool
    focused: bool
    unknown: bool
    muted: bool
    down: bool  # ports at the top and at the bottom, not at the left and at the right
    ports: tuple[int, int]  # in and out; none while a gesture lights or enlarges them
    blank: Box | None  # where a picture will appear
    troughs: tuple[Box, float, int] | None  # the first one, from each to the next, how many
    strip: Box | None  # under the kernels


def shell_of(card: Card, full: bool) -> Shell:
    """The shell a card has now."""
    facts, geometry, plain = card.facts, card.geometry, card.lit_ports is None
    plan, picture = facts.plan, geometry.picture
    blank = troughs = None
    if plan.kind == "bars" and not card.picture.images:
        first = (picture.left(), picture.top(), picture.width(), float(plan.cell[1]))
        troughs = (first, float(plan.cell[1] + plan.gap), plan.shown)
    elif plan.kind != "none" and not (card.picture.images or card.picture.words):
        blank = picture.getRect()
    return Shell(
        geometry.card.width(),
        geometry.card.height(),
        facts.family,
        card.tint,
        full,
        card.selected,
        card.focused,
        facts.unknown,
        facts.muted,
        card.look.down,
        (len(facts.inputs), len(facts.outputs))
        if full and plain and not card.hovered_port
        else (0, 0),
        blank,
        troughs,
        geometry.strip.getRect() if full and not geometry.strip.isEmpty() else None,
    )


class _Kept:
    """The images that were used last, up to a number of bytes."""

    def __init__(self) -> None:
        self._images: OrderedDict[tuple[Shell, Tokens, float], QImage] = OrderedDict()
        self._bytes = 0

    def get(self, shell: Shell, tokens: Tokens, scale: float) -> QImage:
        """An image of a shell with `scale` px for a px of the scene."""
        key = (shell, tokens, scale)
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = _image(shell, tokens, scale)
            self._bytes += image.sizeInBytes()
            while self._bytes > _KEPT_BYTES:
                self._bytes -= self._images.popitem(last=False)[1].sizeInBytes()
        else:
            self._images.move_to_end(key)
        return image


_kept = _Kept()


def draw(painter: QPainter, shell: Shell, tokens: Tokens) -> None:
    """Draw a shell around (0, 0): on the screen from an image, at whole pixels."""
    transform = painter.worldTransform()
    ratio = painter.device().devicePixelRatioF()
    scale = round(transform.m11() * ratio, 4)
    if not _may_keep(painter, transform, shell, scale):
        paint(painter, shell, tokens)
        return
    corner = transform.map(QPointF(-shell.width / 2 - _ROOM, -shell.height / 2 - _ROOM))
    painter.setWorldTransform(QTransform())
    place = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    image = _kept.get(shell, tokens, scale)
    painter.drawImage(QRectF(place, image.size().toSizeF() / ratio), image)
    painter.setWorldTransform(transform)


def paint(painter: QPainter, shell: Shell, tokens: Tokens) -> None:
    """Draw a shell around (0, 0), stroke by stroke."""
    rect = QRectF(-shell.width / 2, -shell.height / 2, shell.width, shell.height)
    painter.setRenderHint(_SMOOTH, True)
    _ground(painter, rect, tokens)
    painter.setOpacity(DIM if shell.muted else 1.0)
    _frame(painter, rect, shell, tokens)
    if shell.full:
        _header_and_foot(painter, rect, shell, tokens)
    _hollows(painter, shell, tokens)
    painter.setOpacity(1.0)
    _ports(painter, shell, tokens)


def _may_keep(painter: QPainter, transform: QTransform, shell: Shell, scale: float) -> bool:
    """Whether this is a screen, and neither turned nor very near."""
    if transform.m12() or transform.m21() or transform.m11() != transform.m22():
        return False
    if shell.width * shell.height * scale * scale > _LARGEST or painter.testRenderHint(_EXACT):
        return False
    return bool(painter.paintEngine().type() == _RASTER)


def _image(shell: Shell, tokens: Tokens, scale: float) -> QImage:
    width, height = shell.width + 2 * _ROOM, shell.height + 2 * _ROOM
    image = QImage(int(width * scale) + 1, int(height * scale) + 1, _FORMAT)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(width / 2, height / 2)
    paint(painter, shell, tokens)
    painter.end()
    return image


def _ground(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Shadow and paper; opaque even when the card is muted, so that no wire shines through."""
    painter.setPen(_NO_PEN)
    painter.setBrush(QColor(20, 30, 60, 16))
    for grow, drop in ((0.5, 1.0), (1.0, 2.5)):
        shadow = rect.translated(0, drop).adjusted(-grow, 0, grow, grow)
        painter.drawRoundedRect(shadow, CARD_RADIUS, CARD_RADIUS)
    painter.setBrush(QColor(tokens.panel))
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)


def _frame(painter: QPainter, rect: QRectF, shell: Shell, tokens: Tokens) -> None:
    whole, top = QPainterPath(), QPainterPath()
    whole.addRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    top.addRect(QRectF(rect.left(), rect.top(), rect.width(), HEADER))
    ground = QColor(shell.tint) if shell.tint else hue(tokens, shell.family).header
    painter.fillPath(whole.intersected(top), ground)
    wide = 2.0 if shell.full else 4.5  # from half way as wide on the screen
    pen = QPen(QColor(tokens.accent), wide) if shell.selected else QPen(QColor(tokens.line), 1.2)
    if shell.unknown:
        pen = QPen(QColor(tokens.accent if shell.selected else tokens.secondary), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(_NO_BRUSH)
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    if shell.focused:
        ring = QColor(tokens.accent)
        ring.setAlpha(90)
        painter.setPen(QPen(ring, 4 if shell.full else 8))
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), CARD_RADIUS + 3, CARD_RADIUS + 3)


def _header_and_foot(painter: QPainter, rect: QRectF, shell: Shell, tokens: Tokens) -> None:
    """The dot of the family and the line above the foot."""
    painter.setPen(QPen(QColor(ink_on(shell.tint)), 1.0) if shell.tint else _NO_PEN)
    painter.setBrush(hue(tokens, shell.family).solid)
    painter.drawEllipse(QPointF(rect.left() + 15, rect.top() + HEADER / 2), 4.5, 4.5)
    painter.setPen(QPen(QColor(tokens.line), 1.0))
    line = rect.bottom() - FOOT
    if line > rect.top() + HEADER:  # the port of a composite has only a header
        painter.drawLine(QLineF(rect.left() + 1, line, rect.right() - 1, line))


def _hollows(painter: QPainter, shell: Shell, tokens: Tokens) -> None:
    """What the pictures, the bars and the kernels lie in."""
    painter.setPen(_NO_PEN)
    if shell.blank is not None:
        painter.setBrush(QColor(tokens.field))
        painter.drawRoundedRect(QRectF(*shell.blank), 3, 3)
    if shell.troughs is not None:
        first, pitch, count = shell.troughs
        painter.setBrush(QColor(tokens.hover))
        for number in range(count):
            painter.drawRoundedRect(QRectF(*first).translated(0, number * pitch), 3, 3)
    if shell.strip is not None:
        painter.setBrush(QColor(tokens.field))
        painter.drawRoundedRect(QRectF(*shell.strip), 4, 4)


def _ports(painter: QPainter, shell: Shell, tokens: Tokens) -> None:
    painter.setPen(QPen(hue(tokens, shell.family).solid, 2.0))
    painter.setBrush(QColor(tokens.panel))
    for side, count in zip((-1, 1), shell.ports, strict=True):
        for along in port_offsets(count):
            across = QPointF(side * shell.width / 2, along)
            place = QPointF(along, side * shell.height / 2) if shell.down else across
            painter.drawEllipse(place, PORT_RADIUS, PORT_RADIUS)


def port_offsets(count: int) -> list[float]:
    """Where the ports of one side lie, in px from its middle."""
    return [(number - (count - 1) / 2) * PORT_PITCH for number in range(count)]
