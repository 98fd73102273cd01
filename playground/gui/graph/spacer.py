"""Puts a block among the others: the edit, and the neighbours that move aside, in one undo step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from playground.document import edits, topology
from playground.gui.graph import room

if TYPE_CHECKING:
    from playground.gui.document_model import Edit
    from playground.gui.graph.stage import Stage

Finder = Callable[[str, dict[str, QRectF]], room.Places]


class Spacer:
    """How large a card is, is known only when it is there: so the room is made after the edit."""

    def __init__(self, view: Stage) -> None:
        self.view = view

    def among(self, text: str, edit: Edit, id: str) -> bool:
        """Do an edit that puts a block into wires; what lies in its way glides aside."""
        return self._do(text, edit, id, self._aside)

    def beside(self, text: str, edit: Edit, id: str) -> bool:
        """Do an edit that puts a block on the canvas; it goes below what lies there."""
        return self._do(text, edit, id, lambda id, rects: room.below(rects, id))

    def _aside(self, id: str, rects: dict[str, QRectF]) -> room.Places:
        document = self.view.context.document.document
        before = topology.ancestors(document, id) - {id}
        return room.aside(rects, id, before, down=self.view.canvas.look.down)

    def _do(self, text: str, edit: Edit, id: str, find: Finder) -> bool:
        model, key = self.view.context.document, f"put {id}"
        model.end_merge()
        if not model.push(text, edit, merge=key):
            return False
        id = self.view.context.level.named(id)
        cards = self.view.canvas.cards
        places = find(id, {other: card.scene_card() for other, card in cards.items()})
        if places:
            with self.view.glide.motion():
                model.push(text, lambda d: edits.move_nodes(d, places), merge=key)
        model.end_merge()
        return True
