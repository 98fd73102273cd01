"""Wires that would be drawn through a card of somebody else are led around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainterPath

from playground.document.layout import (
    Card,
    Direction,
    LayoutTooLargeError,
    Point,
    Route,
    ways_around,
)
from playground.document.model import Wire
from playground.gui.graph.arranger import outline
from playground.gui.widgets.background import Background

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_MS = 60  # of quiet before the wires are looked at
_MOST = 300  # wires; beyond, single ones cannot be followed anyway
_SECONDS = 1.0


class Detours(QObject):
    """Looks at the wires whenever cards have come, gone, moved or grown."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self.view = view
        self._seen: object = None  # what was looked at last
        self._worker = Background(self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)
        self._later = QTimer(self, singleShot=True, interval=_MS)
        self._later.timeout.connect(self._look)
        view.canvas.reshaped.connect(self._later.start)
        self._later.start()

    def _look(self) -> None:
        canvas = self.view.canvas
        items = list(canvas.wires())
        if self.view.busy or self.view.arranger.gliding:
            self._later.start()  # they end with cards at other places
            return
        if not 1 < len(items) <= _MOST:
            return
        state = self._state()
        if state == self._seen:
            return
        self._seen = state
        wires = [item.wire for item in items]
        down = canvas.look.down
        cards = {id: outline(card, down) for id, card in canvas.cards.items()}
        positions = {id: (card.x(), card.y()) for id, card in canvas.cards.items()}
        lines = [_points(item.path()) for item in items]
        direction: Direction = "down" if down else "right"
        self._worker.ask(partial(_find, cards, positions, wires, lines, direction))

    def _state(self) -> object:
        """All that decides which wires are hidden."""
        canvas = self.view.canvas
        rects = {id: card.scene_card().getRect() for id, card in canvas.cards.items()}
        return rects, [item.wire for item in canvas.wires()]

    def _on_answered(self, ways: dict[Wire, Route]) -> None:
        if self._state() != self._seen:  # cards have moved on since: look again
            self._seen = None
            self._later.start()
        elif ways:
            self.view.canvas.lead_along(ways)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LayoutTooLargeError):  # those wires stay as they are
            raise error


def _find(
    cards: dict[str, Card],
    positions: dict[str, Point],
    wires: list[Wire],
    lines: list[list[Point]],
    direction: Direction,
) -> dict[Wire, Route]:
    """Runs on the thread: nothing of Qt in here."""
    ways = ways_around(cards, positions, wires, lines, direction=direction, seconds=_SECONDS)
    return {wires[number]: way for number, way in ways.items()}


def _points(path: QPainterPath) -> list[Point]:
    """A curve as a poly-line."""
    return [(p.x(), p.y()) for polygon in path.toSubpathPolygons() for p in polygon]
