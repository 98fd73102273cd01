"""Room for an opened card: the others move aside as long as it is open, and the view comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QTransform

from playground.document import topology
from playground.document.model import Document

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_MOST = 300  # cards; of more only the neighbours move
_ZOOM = (0.5, 0.8)  # at which neighbours are seen beside it
_LEAST_ZOOM = 0.4  # for neighbours that would be cut
_SMALLER = 0.92  # of one try to the next
_EDGE = 8.0  # px that stay free beside the outermost neighbour
_SAME = 24.0  # px of the scene; centres nearer than that lie in one column

Places = dict[str, tuple[float, float]]


def pushed(view: GraphView, node: str, size: QRectF, share: float) -> Places:
    """Where the other cards are seen: moved apart by what the card grows, in their order.

    Parameters
    ----------
    view : GraphView
    node : str
        Id of the opened card.
    size : QRectF
        What it takes now, in px of the scene; only its size counts.
    share : float
        How far it is open, 0 to 1.
    """
    document, cards = view.context.document.document, view.canvas.cards
    card = cards[node].scene_card()
    x0, y0 = document.by_id[node].at
    grow_x = max(0.0, size.width() - card.width()) / 2 * share
    grow_y = max(0.0, size.height() - card.height()) / 2 * share
    others = [other for other in document.nodes if other.id != node]
    if len(others) > _MOST:
        near = _neighbours(document, node)
        others = [other for other in others if other.id in near]
    down = view.canvas.look.down
    places = {}
    for other in others:
        x, y = other.at
        across, along = (y - y0, x - x0) if not down else (x - x0, y - y0)
        beside = abs(along) > _SAME
        if beside:
            step = grow_y if down else grow_x
            shift = step if along > 0 else -step
            places[other.id] = (x, y + shift) if down else (x + shift, y)
        else:
            step = grow_x if down else grow_y
            shift = step if across > 0 else -step
            places[other.id] = (x + shift, y) if down else (x, y + shift)
    return places


def _neighbours(document: Document, node: str) -> set[str]:
    """The blocks that a wire leads from or to."""
    near = {w.source for w in topology.incoming(document)[node]}
    return near | {w.target for w in topology.outgoing(document)[node]}


def _reach(view: GraphView, node: str, full: QSize, zoom: float) -> tuple[float, float]:
    """How far an opened card and its neighbours go to the left and right of its middle, in px."""
    cards = view.canvas.cards
    places = pushed(view, node, QRectF(QPointF(), full.toSizeF() / zoom), 1.0)
    x0, _ = view.context.document.document.by_id[node].at
    left, right = -full.width() / 2, full.width() / 2
    for id in _neighbours(view.context.document.document, node) & places.keys() & cards.keys():
        middle, half = (places[id][0] - x0) * zoom, cards[id].scene_card().width() / 2 * zoom
        left, right = min(left, middle - half), max(right, middle + half)
    return left, right


class Look:
    """How the canvas is looked at: its zoom and the middle of what is seen."""

    def __init__(self, zoom: float, centre: QPointF) -> None:
        self.zoom, self.centre = zoom, centre

    @classmethod
    def of(cls, view: GraphView) -> Look:
        """How it is looked at now."""
        return cls(view.zoom, view.seen().center())

    @classmethod
    def beside(cls, view: GraphView, node: str, full: QSize) -> Look:
        """With an opened card of a size and all its neighbours in the picture, as large as fits.

        Where there are neighbours at one side only, the card moves to the other side.
        """
        zoom, room = min(max(view.zoom, _ZOOM[0]), _ZOOM[1]), view.viewport().width() - 2 * _EDGE
        left, right = _reach(view, node, full, zoom)
        while right - left > room and zoom > _LEAST_ZOOM:
            zoom = max(_SMALLER * zoom, _LEAST_ZOOM)
            left, right = _reach(view, node, full, zoom)
        off = (left + right) / 2
        free = max(0.0, (room - full.width()) / 2)  # farther the card itself would be cut
        off = min(max(off, -free), free)
        return cls(zoom, view.canvas.cards[node].pos() + QPointF(off / zoom, 0))

    def towards(self, other: Look, share: float) -> Look:
        """Part of the way to another look."""
        zoom = self.zoom * (other.zoom / self.zoom) ** share
        return Look(zoom, self.centre + (other.centre - self.centre) * share)

    def take(self, view: GraphView) -> None:
        """Look at the canvas like this."""
        view.setTransform(QTransform.fromScale(self.zoom, self.zoom))
        view.look_at(self.centre)
