"""Left click on the plus of a composite's card, or on the minus of its frame: open it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, QRectF, Qt

from playground.gui.graph import stack_paint
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.style import FULL_DETAIL

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_REACH = 3.0  # px around the sign that count as a hit


class Unfold(Gesture):
    """Pressed and let go on the same sign. The view that goes into composites does the rest."""

    def __init__(self, view: Stage, mouse: Mouse, path: str) -> None:
        super().__init__(view, mouse)
        self._path = path

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton or view.zoom < FULL_DETAIL:
            return None
        path = composite_at(view, mouse.pos)
        return cls(view, mouse, path) if path else None

    def end(self, mouse: Mouse) -> None:
        if composite_at(self.view, mouse.pos) == self._path:
            self.view.toggle(self._path)


def composite_at(view: Stage, pos: QPointF) -> str:
    """The composite whose sign lies under a point of the scene, "" for none."""
    card = view.canvas.card_at(pos)
    if card is not None and card.facts.stack is not None:
        sign = stack_paint.sign_of(card.geometry.card).translated(card.pos())
        return card.facts.id if _near(sign, pos) else ""
    frame = view.canvas.frame_at(pos) if card is None else None
    if frame is not None and frame.opened and _near(frame.sign(), pos):
        return frame.opened
    return ""


def _near(sign: QRectF, pos: QPointF) -> bool:
    return sign.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(pos)
