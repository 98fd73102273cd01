"""One step, shown: light runs forward along the wires, then the gradient runs back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter

from playground.document import topology
from playground.document.model import Document
from playground.gui.graph.style import TILE_DETAIL
from playground.gui.settings import Preferences
from playground.telemetry.snapshot import Snapshot

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_MS = 1400  # forward and back
_RADIUS = 5.0
_MOST = 200  # wires; in a larger network single lights explain nothing


class Flow(QObject):
    """Plays after a single step, unless the settings ask for less motion."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view = view
        self._step = 0
        self._depths: dict[str, int] = {}
        self._time = QVariantAnimation(self)
        self._time.setStartValue(0.0)
        self._time.setEndValue(2.0)
        self._time.setDuration(_MS)
        self._time.valueChanged.connect(lambda _value: self.view.viewport().update())
        self._time.finished.connect(self.view.viewport().update)
        view.context.run.snapshot.connect(self._on_snapshot)

    @property
    def running(self) -> bool:
        """Whether light is on its way."""
        return self._time.state() == QVariantAnimation.State.Running

    def paint(self, painter: QPainter) -> None:
        """Draw the lights of this moment, in the coordinates of the scene."""
        if not self.running or self.view.zoom < TILE_DETAIL:
            return
        tokens, now = self.view.context.theme.tokens, float(self._time.currentValue())
        forward = now <= 1.0
        reached = now if forward else 2.0 - now
        levels = max(self._depths.values(), default=0) + 1
        painter.setPen(Qt.PenStyle.NoPen)
        for item in self.view.canvas.wires():
            share = reached * levels - self._depths.get(item.wire.source, 0)
            if 0.0 <= share <= 1.0:
                place = item.path().pointAtPercent(share)
                light(painter, place, tokens.accent if forward else tokens.negative)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        single = snapshot.step == self._step + 1 and self.view.context.run.state == "paused"
        single = single and snapshot.operation is None  # slow motion has shown its own light
        self._step = snapshot.step
        document = self.view.context.document.document
        calm = Preferences(self.view.context.settings).reduced_motion
        if single and not calm and self.view.isVisible() and len(document.wires) <= _MOST:
            self._depths = depths(document)
            self._time.stop()
            self._time.start()


def depths(document: Document) -> dict[str, int]:
    """Node id -> the number of wires on the longest way to it."""
    found = {node.id: 0 for node in document.nodes}
    arriving = topology.incoming(document)
    for id in topology.order(document):
        found[id] = max((found[wire.source] + 1 for wire in arriving[id]), default=0)
    return found


def light(painter: QPainter, place: QPointF, colour: str) -> None:
    """Draw a light at a place of the scene."""
    glow = QColor(colour)
    glow.setAlpha(70)
    painter.setBrush(glow)
    painter.drawEllipse(place, 2 * _RADIUS, 2 * _RADIUS)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(place, _RADIUS, _RADIUS)
