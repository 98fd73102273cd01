"""While something is dragged: it snaps to what lies near, and lines show why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.graph.gestures.base import Mouse
from playground.gui.graph.snapping import Neighbours, Snap, to_grid
from playground.gui.graph.style import GRID
from playground.gui.settings import Preferences

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_REACH = 6.0  # px of the screen
_TICK = 4.0  # px of the screen; half of the strokes at the ends of a distance
_STEP = 4  # px; what snaps to nothing lies at whole multiples, so that places stay tidy


class Guides:
    """The other cards, notes and frames that are seen when a drag begins, as lines to snap to.

    Parameters
    ----------
    view : Stage
    rect : QRectF
        What is dragged, where it lies when the drag begins.
    anchor : QPointF
        The point of it that the document knows, which keeps to the grid.
    cards, notes, frames : iterable of str
        Ids of all that moves along.
    """

    def __init__(
        self,
        view: Stage,
        rect: QRectF,
        anchor: QPointF,
        cards: Iterable[str] = (),
        notes: Iterable[str] = (),
        frames: Iterable[str] = (),
    ) -> None:
        self.view, self._rect, self._anchor = view, QRectF(rect), anchor
        self._moving = (frozenset(cards), frozenset(notes), frozenset(frames))
        settings = Preferences(view.context.settings)
        self._lines, self._grid = settings.snap, settings.snap_grid
        self._neighbours: Neighbours | None = None  # made when the drag really begins
        self._snap = Snap()

    def shift(self, mouse: Mouse, start: QPointF) -> tuple[float, float]:
        """How far to move what is dragged, for a mouse that pressed at `start`."""
        way = mouse.pos - start
        rect = self._rect.translated(way)
        if mouse.modifiers & Qt.KeyboardModifier.AltModifier:
            self._show(Snap())
            return round(way.x()), round(way.y())
        snap = self._find(rect) if self._lines else Snap()
        self._show(snap)
        dx, dy = to_grid(_pair(self._anchor + way), GRID if self._grid else _STEP)
        return (
            way.x() + (dx if snap.dx is None else snap.dx),
            way.y() + (dy if snap.dy is None else snap.dy),
        )

    def clear(self) -> None:
        """The drag is over."""
        self._show(Snap())

    def paint(self, painter: QPainter) -> None:
        """Draw the lines over the canvas."""
        if not (self._snap.guides or self._snap.gaps):
            return
        pen = QPen(QColor(self.view.context.theme.tokens.accent), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # sharp, one pixel wide
        painter.drawLines(list(self._snap.guides))
        tick = _TICK / self.view.zoom
        for line in self._snap.gaps:
            painter.drawLine(line)
            across = QPointF(0, tick) if line.dx() else QPointF(tick, 0)
            for end in (line.p1(), line.p2()):
                painter.drawLine(end - across, end + across)

    def _find(self, rect: QRectF) -> Snap:
        if self._neighbours is None:
            self._neighbours = Neighbours(self._others())
        return self._neighbours.snap(rect, _REACH / self.view.zoom)

    def _others(self) -> Iterable[QRectF]:
        canvas, seen = self.view.canvas, self.view.seen()
        cards, notes, frames = self._moving
        found = [card.scene_card() for id, card in canvas.cards.items() if id not in cards]
        found += [
            item.rect().translated(item.pos())
            for id, item in canvas.notes.items()
            if id not in notes
        ]
        found += [
            item.rect()
            for id, item in canvas.frames.items.items()
            if id not in frames and cards.isdisjoint(item.group.nodes)  # else it moves along
        ]
        return [rect for rect in found if rect.intersects(seen)]

    def _show(self, snap: Snap) -> None:
        old, self._snap = self._snap, snap
        reach = _TICK / self.view.zoom
        for line in (*old.guides, *old.gaps, *snap.guides, *snap.gaps):
            area = QRectF(line.p1(), line.p2()).normalized()
            self.view.redraw(area.adjusted(-reach, -reach, reach, reach))


def _pair(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
