"""What a gesture is: from a press of a mouse button to its release, or until Esc."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


@dataclass(frozen=True, slots=True)
class Mouse:
    """One position of the mouse."""

    pos: QPointF  # in the scene
    spot: QPointF  # in the viewport, px
    button: Qt.MouseButton
    modifiers: Qt.KeyboardModifier

    @property
    def adds(self) -> bool:
        """Shift or Ctrl is held: add to the selection."""
        both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self.modifiers & both)


class Gesture:
    """One use of the mouse. It shows what would happen, and pushes one edit at its end."""

    cursor: Qt.CursorShape | None = None

    def __init__(self, view: Stage, mouse: Mouse) -> None:
        self.view, self.first = view, mouse

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        """A new gesture when this press starts one."""
        raise NotImplementedError

    def move(self, mouse: Mouse) -> None:
        """The mouse moved."""

    def end(self, mouse: Mouse) -> None:
        """The button was released: do it."""

    def cancel(self) -> None:
        """Esc, or the window lost the mouse: as if nothing had happened."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the canvas, in the coordinates of the scene."""
