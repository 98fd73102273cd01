"""Middle button, or left button with Space held: shift the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt

from playground.gui.graph.gestures.base import Gesture, Mouse

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class Pan(Gesture):
    """The canvas sticks to the mouse."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: Stage, mouse: Mouse) -> None:
        super().__init__(view, mouse)
        self._spot = mouse.spot

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        middle = mouse.button == Qt.MouseButton.MiddleButton
        held = mouse.button == Qt.MouseButton.LeftButton and view.space_held
        return cls(view, mouse) if middle or held else None

    def move(self, mouse: Mouse) -> None:
        self.view.space_used = True
        self.view.scroll_by(self._spot - mouse.spot)
        self._spot = mouse.spot
