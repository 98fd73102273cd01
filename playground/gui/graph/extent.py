"""The rectangle around everything on a canvas: asked for often, measured seldom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from playground.document.diff import Changes

if TYPE_CHECKING:
    from playground.gui.graph.scene import GraphScene


class Extent:
    """Remembers the rectangle; what is added only widens it."""

    def __init__(self, canvas: GraphScene) -> None:
        self._canvas = canvas
        self._whole: QRectF | None = None

    def whole(self) -> QRectF:
        """Around all cards, wires, notes and frames."""
        if self._whole is None:
            canvas = self._canvas
            cards = united(card.scene_card() for card in canvas.cards.values())
            wires = united(item.rect() for item in canvas.wires())
            notes = united(n.rect().translated(n.pos()) for n in canvas.notes.values())
            self._whole = united((cards, wires, notes, canvas.frames.bounds()))
        return self._whole

    def follow(self, changes: Changes, came: Iterable[QRectF]) -> None:
        """The document changed: where something only came, it widens the rectangle."""
        gone = changes.removed or changes.wires_removed or changes.moved
        if gone or changes.notes or changes.groups:
            self._whole = None
        elif self._whole is not None:
            self._whole = united((self._whole, *came))

    def forget(self) -> None:
        """Something moved, or has another size."""
        self._whole = None


def united(rects: Iterable[QRectF]) -> QRectF:
    """The rectangle around some others."""
    whole = QRectF()
    for rect in rects:
        whole = whole.united(rect)
    return whole
