"""A panel that grows out of a card and lies over it, while the other cards keep beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from playground.gui.graph.opened.room import Look, pushed
from playground.gui.graph.style import hue
from playground.gui.settings import Preferences
from playground.gui.theme import RADIUS, family_colour

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_MS = 220
_BESIDE, _ABOVE = 170, 46  # px of the viewport that stay free at the sides, above and below
_LEAST, _MOST = QSize(560, 400), QSize(980, 640)
_SMALLEST = QSize(160, 120)
_SIDE, _FOOT = 20, 22  # px that stay free in a small window, where numbers need the room


class Growth(QWidget):
    """Abstract: grows, shrinks, and follows the canvas. `Opened` says what is in it."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view.viewport())
        self.graph, self.context = view, view.context
        self.node = ""  # whose card it covers
        self.moving = False  # it grows or shrinks
        self._share = 0.0  # how far it is open
        self._from, self._to = Look(1.0, QPointF()), Look(1.0, QPointF())
        self._picture = QPixmap()
        self._time = QVariantAnimation(self)
        self._time.setStartValue(0.0)
        self._time.setEndValue(1.0)
        self._time.setDuration(_MS)
        self._time.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._time.valueChanged.connect(self._on_time)
        self._time.finished.connect(self._on_finished)
        self._framing = QVariantAnimation(self)  # back into the picture, without growing
        self._framing.setStartValue(0.0)
        self._framing.setEndValue(1.0)
        self._framing.setDuration(_MS)
        self._framing.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._framing.valueChanged.connect(self._on_framing)
        self._framing.finished.connect(self._on_finished)
        view.looked.connect(self.lay)
        self.context.theme.changed.connect(self.update)

    def arrived(self) -> None:
        """It has grown, or shrunk."""
        raise NotImplementedError

    def show_parts(self, on: bool) -> None:
        """Show what is in it, or nothing."""
        raise NotImplementedError

    def grow(self) -> None:
        """Open over the card, with its neighbours beside it."""
        full = self.full_size()
        self._from, self._to = Look.of(self.graph), Look.beside(self.graph, self.node, full)
        self.resize(full)
        self.show()
        self.raise_()
        self.graph.header.raise_()
        self._move(opening=True)

    def shrink(self, before: Look) -> None:
        """Become the card again, with the canvas looked at as before."""
        self._from, self._to = before, Look.of(self.graph)
        self._move(opening=False)

    def frame(self) -> None:
        """Bring it and its neighbours back into the picture, so that each level begins alike."""
        full = self.full_size()
        self._from, self._to = Look.of(self.graph), Look.beside(self.graph, self.node, full)
        if self._is_calm():
            self._on_framing(1.0)
            self._on_finished()
            return
        self.moving = True
        self._framing.start()

    def stop(self) -> None:
        """Neither grow nor shrink any more; the other cards are where they belong."""
        self._time.stop()
        self._framing.stop()
        self.moving, self._share = False, 0.0
        self.settle()

    def settle(self) -> None:
        """Put the other cards back."""
        if self.node:
            self.graph.canvas.settle(self.graph.canvas.cards)

    def full_size(self) -> QSize:
        """How large it gets."""
        room = self.graph.viewport().size()
        header = self.graph.header.geometry().bottom()
        beside = min(_BESIDE, room.width() // 5)
        free = QSize(room.width() - 2 * _SIDE, room.height() - header - _FOOT)
        wanted = QSize(room.width() - 2 * beside, room.height() - header - _ABOVE)
        return wanted.expandedTo(_LEAST).boundedTo(free).boundedTo(_MOST).expandedTo(_SMALLEST)

    def lay(self) -> None:
        """Lie where the card is, and keep the others at the sides."""
        card = self.graph.canvas.cards.get(self.node)
        if card is None:
            return
        zoom, header = self.graph.zoom, self.graph.header.geometry().bottom()
        full = QRectF(QPointF(), self.full_size().toSizeF())
        middle = self.graph.viewportTransform().map(card.pos())
        full.moveCenter(middle + QPointF(0, max(0.0, (header - _ABOVE + 24) / 2)))
        small = self.graph.mapFromScene(card.scene_card()).boundingRect().toRectF()
        self.setGeometry(_between(small, full, self._share).toRect())
        scene = QRectF(0, 0, full.width() / zoom, full.height() / zoom)
        self.graph.canvas.drag(pushed(self.graph, self.node, scene, self._share))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self.context.theme.tokens
        found = self.context.document.report.blocks.get(self.node)
        group = type(found.block).group if found is not None and found.block is not None else ""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(hue(tokens, family_colour(group)).solid, 2))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.moving and not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(self._share)
            painter.drawPixmap(self.rect().adjusted(2, 2, -2, -2), self._picture)
        painter.end()

    def _move(self, *, opening: bool) -> None:
        self._time.stop()
        self._framing.stop()
        forward = QVariantAnimation.Direction.Forward
        backward = QVariantAnimation.Direction.Backward
        self._time.setDirection(forward if opening else backward)
        if self._is_calm():
            self._on_time(1.0 if opening else 0.0)
            self._on_finished()
            return
        # while it grows a picture of it is shown: to lay it out each time would not be smooth
        self._picture = self.grab()
        self.moving = True
        self.show_parts(False)
        self._time.start()

    def _on_time(self, share: float) -> None:
        self._share = share
        self._from.towards(self._to, share).take(self.graph)
        self.lay()

    def _is_calm(self) -> bool:
        return Preferences(self.context.settings).reduced_motion or not self.graph.isVisible()

    def _on_framing(self, share: float) -> None:
        self._from.towards(self._to, share).take(self.graph)
        self.lay()

    def _on_finished(self) -> None:
        self.moving = False
        self._picture = QPixmap()
        self.show_parts(True)
        self.arrived()


def _between(small: QRectF, full: QRectF, share: float) -> QRectF:
    """Part of the way from one rectangle to another."""
    top = small.topLeft() + (full.topLeft() - small.topLeft()) * share
    wide = small.width() + (full.width() - small.width()) * share
    high = small.height() + (full.height() - small.height()) * share
    return QRectF(top.x(), top.y(), wide, high)
