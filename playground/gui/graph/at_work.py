"""Slow motion, shown: which block is at work, which way light goes, and in words what it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from playground.gui.graph.card import Card
from playground.gui.graph.flow import light
from playground.gui.graph.speech import say
from playground.gui.graph.style import CARD_RADIUS, TILE_DETAIL
from playground.gui.graph.wire import WireItem
from playground.gui.settings import Preferences
from playground.gui.widgets.numbers import measured
from playground.i18n import tr
from playground.telemetry.operation import Operation
from playground.telemetry.snapshot import Snapshot

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_MS = 600  # from block to block
_RING = 4.0  # px around a card
_PILL_HEIGHT = 28.0
_FROM_BELOW = 14.0  # px


class AtWork(QObject):
    """Follows the operation of the snapshot that is shown; without one it paints nothing."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view = view
        self.operation: Operation | None = None
        self._moved: frozenset[str] = frozenset()  # blocks whose gradient has come
        self._time = QVariantAnimation(self)
        self._time.setStartValue(0.0)
        self._time.setEndValue(1.0)
        self._time.setDuration(_MS)
        self._time.valueChanged.connect(lambda _value: self.view.viewport().update())
        view.context.run.snapshot.connect(self._on_snapshot)

    def cards(self) -> list[Card]:
        """The cards at work: of a block inside a composite that is closed, the composite's."""
        operation = self.operation
        if operation is None:
            return []
        if operation.kind != "update":
            card = self._card(operation.node)
            return [card] if card is not None else []
        found = {
            id(card): card for card in map(self._card, sorted(self._moved)) if card is not None
        }
        return [card for card in found.values() if card.facts.parameters]

    def wires(self) -> Iterator[tuple[WireItem, bool]]:
        """The wires that light runs along, and whether it runs forward."""
        operation = self.operation
        if operation is None or operation.kind not in ("forward", "backward"):
            return
        ids, forward = {card.facts.id for card in self.cards()}, operation.kind == "forward"
        for item in self.view.canvas.wires():
            if (item.wire.target if forward else item.wire.source) in ids:
                yield item, forward

    def paint(self, painter: QPainter) -> None:
        """Draw what is at work, in the coordinates of the scene."""
        if self.operation is None:
            return
        tokens = self.view.context.theme.tokens
        back = self.operation.kind == "backward"
        colour = tokens.negative if back else tokens.accent
        if self.view.zoom >= TILE_DETAIL:
            self._paint_wires(painter, colour)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), 3))
            for card in self.cards():
                around = card.scene_card().adjusted(-_RING, -_RING, _RING, _RING)
                painter.drawRoundedRect(around, CARD_RADIUS + _RING, CARD_RADIUS + _RING)
        self._paint_words(painter, colour)

    def words(self) -> str:
        """What is being done, in the user's language."""
        operation = self.operation
        if operation is None:
            return ""
        if operation.kind == "forward":
            if not operation.batch:
                return tr("Forward: {id} makes its output", id=operation.node)
            return tr(
                "Forward: {id} makes its output. Cards show the first of {n} samples.",
                id=operation.node,
                n=operation.batch,
            )
        if operation.kind == "backward":
            return tr("Backward: how the loss changes with the output of {id}", id=operation.node)
        if operation.kind == "loss":
            value = operation.loss if operation.loss is not None else float("nan")
            return tr("The loss of this batch: {value}", value=measured(value))
        return tr("Update: the optimiser moves the weights of the marked blocks")

    def _paint_wires(self, painter: QPainter, colour: str) -> None:
        running = self._time.state() == QVariantAnimation.State.Running
        share = float(self._time.currentValue()) if running else 1.0
        for item, forward in self.wires():
            pen = QPen(QColor(colour), 2.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(item.path())
            if running:
                painter.setPen(Qt.PenStyle.NoPen)
                place = item.path().pointAtPercent(share if forward else 1.0 - share)
                light(painter, place, colour)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        """At the foot of the canvas, whatever part of the network is in view."""
        room = self.view.viewport().rect()
        tokens, font = self.view.context.theme.tokens, self.view.font()
        font.setPixelSize(12)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setFont(font)
        metrics = painter.fontMetrics()
        most = max(room.width() - 40, 80)
        text = metrics.elidedText(self.words(), Qt.TextElideMode.ElideRight, most - 44)
        pill = QRectF(0, 0, metrics.horizontalAdvance(text) + 44, _PILL_HEIGHT)
        pill.moveCenter(QPointF(room.center()))
        pill.moveBottom(room.bottom() - _FROM_BELOW)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(pill.left() + 16, pill.center().y()), 4, 4)
        painter.setPen(QColor(tokens.ink))
        left = pill.adjusted(28, 0, 0, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _card(self, node: str) -> Card | None:
        """The card of a block, or of the nearest composite around it."""
        while node and node not in self.view.canvas.cards:
            node = node.rpartition(".")[0]
        return self.view.canvas.cards.get(node)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.operation == self.operation:
            return
        self.operation = snapshot.operation
        come = (name.partition("/") for name in snapshot.arrays)
        self._moved = frozenset(id for kind, _, id in come if kind == "backward")
        self._time.stop()
        if self.operation is not None:
            say(self.view, self.words())
            calm = Preferences(self.view.context.settings).reduced_motion
            if not calm and self.view.isVisible():
                self._time.start()
        self.view.viewport().update()
