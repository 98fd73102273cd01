"""A frame: a titled, coloured ground behind some cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.layout import FRAME_BAR, FRAME_ROOM
from playground.document.model import Group
from playground.gui.graph import stack_paint
from playground.gui.graph.style import CARD_RADIUS, FULL_DETAIL, Look, mix
from playground.gui.theme import class_colour
from playground.i18n import tr

BAR, ROOM = FRAME_BAR, FRAME_ROOM  # px; the layout leaves as much
_FAR_TITLE = 40  # px; largest letters of the title, from afar


class FrameItem(QGraphicsItem):
    """Draws one frame. Only its title bar can be grasped: a press inside is one on the canvas."""

    def __init__(self, group: Group, look: Look) -> None:
        super().__init__()
        self.group, self.look = group, look
        self.selected = False
        self.beside = ""  # words at the right of the title bar
        self._rect = QRectF()
        self.setZValue(-3)

    def set_group(self, group: Group) -> None:
        """Show another title or colour."""
        self.group = group
        self.setToolTip(group.title)
        self.update()

    def set_beside(self, words: str) -> None:
        """Show words at the right of the title bar."""
        if words != self.beside:
            self.beside = words
            self.update()

    def lie_around(self, cards: QRectF) -> None:
        """Take the place behind these cards."""
        self.prepareGeometryChange()
        self._rect = cards.adjusted(-ROOM, -ROOM - BAR, ROOM, ROOM)
        # smaller frames lie upon larger ones
        self.setZValue(-3 + 1 / (2 + self._rect.width() * self._rect.height()))
        self.update()

    def relook(self) -> None:
        """Theme or fonts changed."""
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Draw the outline of a selected frame."""
        if selected != self.selected:
            self.selected = selected
            self.update()

    def rect(self) -> QRectF:
        """The frame in the scene."""
        return self._rect

    def bar(self) -> QRectF:
        """Its title bar in the scene."""
        return QRectF(self._rect.left(), self._rect.top(), self._rect.width(), BAR)

    @property
    def opened(self) -> str:
        """Path of the composite that is opened in place in this frame, "" for a plain frame."""
        return self.group.id[:-1] if self.group.id.endswith("/") else ""

    def sign(self) -> QRectF:
        """Where an opened composite is closed again."""
        return stack_paint.sign_of(self.bar()) if self.opened else QRectF()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-3, -3, 3, 3)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.bar())
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tokens = self.look.tokens
        colour = stack_paint.FAMILY if self.opened else class_colour(self.group.colour)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(tokens.canvas, colour, 0.09))
        painter.drawRoundedRect(self._rect, CARD_RADIUS, CARD_RADIUS)
        if detail >= FULL_DETAIL:
            painter.fillPath(self._top(), mix(tokens.canvas, colour, 0.24))
        edge = QColor(tokens.accent) if self.selected else mix(tokens.canvas, colour, 0.5)
        pen = QPen(edge, 2 if self.selected else 1.2)
        pen.setCosmetic(detail < FULL_DETAIL)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._rect, CARD_RADIUS, CARD_RADIUS)
        if self.opened and detail >= FULL_DETAIL:
            stack_paint.square(painter, self.sign(), QColor(stack_paint.FAMILY), plus=False)
        self._title(painter, detail)

    def _title(self, painter: QPainter, detail: float) -> None:
        """In the bar; from afar larger, over the whole height above the cards."""
        font, place = QFont(self.look.title), self.bar()
        if detail < FULL_DETAIL:
            font.setPixelSize(round(min(_FAR_TITLE, 12 / max(detail, 0.01))))
            place = place.adjusted(0, 0, 0, ROOM)
        nameless = tr("Frame") if detail >= FULL_DETAIL else ""
        words = self.group.title.partition("\n")[0] or nameless
        painter.setFont(font)
        tokens = self.look.tokens
        painter.setPen(QColor(tokens.ink if self.group.title else tokens.secondary))
        if self.beside and detail >= FULL_DETAIL:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setFont(self.look.number)
            painter.drawText(place.adjusted(0, 0, -12, 0), right, self.beside)
            painter.setFont(font)
            place = place.adjusted(0, 0, -self.look.width(self.look.number, self.beside) - 16, 0)
        room = place.width() - (40 if self.opened else 24)
        text = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        left = 28 if self.opened and detail >= FULL_DETAIL else 12
        painter.drawText(place.adjusted(left, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _top(self) -> QPainterPath:
        whole, bar = QPainterPath(), QPainterPath()
        whole.addRoundedRect(self._rect, CARD_RADIUS, CARD_RADIUS)
        bar.addRect(self.bar())
        return whole.intersected(bar)
