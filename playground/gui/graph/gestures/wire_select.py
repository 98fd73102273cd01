"""Left press on a wire: select it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt

from playground.gui.graph.gestures.base import Gesture, Mouse

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


class SelectWire(Gesture):
    """A click selects one wire; with Shift or Ctrl it adds or takes away."""

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton or view.canvas.card_at(mouse.pos):
            return None
        item = view.canvas.wire_at(mouse.pos)
        if item is None:
            return None
        selection = view.context.selection
        if not mouse.adds:
            selection.set((), (item.wire,))
        elif item.wire in selection.wires:
            selection.set(selection.nodes, [w for w in selection.wires if w != item.wire])
        else:
            selection.set(selection.nodes, (*selection.wires, item.wire))
        return cls(view, mouse)
