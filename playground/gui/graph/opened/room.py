"""Room for an opened card: the others move aside as long as it is open, and the view comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from playground.document import topology

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_MOST = 300  # cards; of more only the neighbours move
_ZOOM = (0.5, 0.8)  # at which neighbours are seen beside it
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
        near = {w.source for w in topology.incoming(document)[node]}
        near |= {w.target for w in topology.outgoing(document)[node]}
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


class Look:
    """How the canvas is looked at: its zoom and the middle of what is seen."""

    def __init__(self, zoom: float, centre: QPointF) -> None:
        self.zoom, self.centre = zoom, centre

    @classmethod
    def of(cls, view: GraphView) -> Look:
        """How it is looked at now."""
        return cls(view.zoom, view.seen().center())

    @classmethod
    def beside(cls, view: GraphView, node: str) -> Look:
        """With a card in the middle, and its neighbours large enough to be read."""
        zoom = min(max(view.zoom, _ZOOM[0]), _ZOOM[1])
        return cls(zoom, view.canvas.cards[node].pos())

    def towards(self, other: Look, share: float) -> Look:
        """Part of the way to another look."""
        zoom = self.zoom * (other.zoom / self.zoom) ** share
        return Look(zoom, self.centre + (other.centre - self.centre) * share)

    def take(self, view: GraphView) -> None:
        """Look at the canvas like this."""
        view.setTransform(QTransform.fromScale(self.zoom, self.zoom))
        view.look_at(self.centre)
