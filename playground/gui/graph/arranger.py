"""Automatic layout of the canvas: worked out on a thread, one undo step, cards glide there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.document import edits
from playground.document.diff import diff
from playground.document.layout import (
    Card,
    Placement,
    Point,
    comfortable_width,
    layout,
    layout_part,
)
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui.graph.card import Card as CardItem
from playground.gui.widgets.background import Background
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_SECONDS = 2.0  # a layout may take; longer ones are given up, with a notice


class Arranger(QObject):
    """Finds places for the selected cards, or for all, and moves them there."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self.view = view
        self._asked = Document()
        self._part: tuple[str, ...] = ()
        self._worker = Background(self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    @property
    def gliding(self) -> bool:
        """Whether cards are on their way."""
        return self.view.glide.running

    def arrange(self) -> None:
        """Lay out the selected cards, or all unless several are selected."""
        self._asked = document = self.view.context.document.document
        chosen = self.view.context.selection.nodes
        self._part = chosen if 1 < len(chosen) < len(document.nodes) else ()
        if not document.nodes:
            return
        cards = {node.id: outline(self.view.canvas.cards[node.id]) for node in document.nodes}
        self._worker.ask(partial(_place, document, cards, self._part))

    def _on_answered(self, placement: Placement) -> None:
        model = self.view.context.document
        if self.view.busy:  # the hand goes first
            return
        changes = diff(self._asked, model.document)
        if changes.network or changes.moved:
            self.arrange()  # what was laid out is no longer what is there
            return
        ways = dict(zip(model.document.wires, placement.routes, strict=True))
        if self._part:  # wires among the others stay as they are
            part = set(self._part)
            ways = {w: way for w, way in ways.items() if part & {w.source, w.target}}
        self.view.canvas.lead_along(ways)
        with self.view.glide.motion():
            model.push(tr("Automatic layout"), lambda d: edits.move_nodes(d, placement.positions))
        if not self._part:
            self.view.glide.afterwards(self._show_all)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlaygroundError):
            raise error
        self.view.context.notices.post(str(error), "warning")

    def _show_all(self) -> None:
        if not self.view.seen().contains(self.view.canvas.contents()):
            self.view.fit_all()


def outline(card: CardItem) -> Card:
    """Size and ports of a card, for the layout."""
    rect = card.geometry.card
    ports: dict[str, dict[str, float]] = {"in": {}, "out": {}}
    for port, place in card.ports():
        side, _, name = port.partition(":")
        ports[side][name] = place.y()
    return Card(rect.width(), rect.height(), ports["in"], ports["out"])


def _place(document: Document, cards: dict[str, Card], part: tuple[str, ...]) -> Placement:
    """Runs on the thread: nothing of Qt in here."""
    positions = {node.id: node.at for node in document.nodes}
    if part:
        width = comfortable_width(cards[id] for id in part)
        return layout_part(
            cards, document.wires, positions, part, max_width=width, seconds=_SECONDS
        )
    width = comfortable_width(cards.values())
    made = layout(cards, document.wires, max_width=width, seconds=_SECONDS)
    (x, y), (u, v) = _corner(cards, positions), _corner(cards, made.positions)
    return made.moved(round(x - u), round(y - v))


def _corner(cards: dict[str, Card], positions: dict[str, Point]) -> Point:
    """The top left corner of all cards."""
    return (
        min(positions[id][0] - card.width / 2 for id, card in cards.items()),
        min(positions[id][1] - card.height / 2 for id, card in cards.items()),
    )
