"""What the keys do while the canvas has the focus.

Menus offer the same commands with the same shortcuts; these work where no menu is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

STEP = 8.0  # px an arrow key moves a card
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_PLAIN: dict[Qt.Key, str] = {
    Qt.Key.Key_Delete: "delete_selected",
    Qt.Key.Key_Backspace: "delete_selected",
    Qt.Key.Key_X: "delete_and_reconnect",
    Qt.Key.Key_M: "toggle_mute",
    Qt.Key.Key_F: "toggle_freeze",
    Qt.Key.Key_L: "arrange",
    Qt.Key.Key_Period: "fit_selection",
    Qt.Key.Key_F5: "fit_selection",
    Qt.Key.Key_Home: "fit_all",
    Qt.Key.Key_Escape: "leave",
}
_CONTROL: dict[Qt.Key, str] = {
    Qt.Key.Key_Delete: "delete_and_reconnect",
    Qt.Key.Key_A: "select_all",
    Qt.Key.Key_C: "copy",
    Qt.Key.Key_X: "cut",
    Qt.Key.Key_V: "paste",
    Qt.Key.Key_D: "duplicate",
    Qt.Key.Key_Plus: "zoom_in",
    Qt.Key.Key_Equal: "zoom_in",
    Qt.Key.Key_Minus: "zoom_out",
    Qt.Key.Key_0: "reset_zoom",
}
_SHIFT: dict[Qt.Key, str] = {Qt.Key.Key_A: "add_note"}


def action_of(view: GraphView, event: QKeyEvent) -> Callable[[], object] | None:
    """What a key press does, or None when it does nothing here."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in ARROWS:
        return _arrow(view, key, held)
    tables = {
        Qt.KeyboardModifier.NoModifier: _PLAIN,
        Qt.KeyboardModifier.ControlModifier: _CONTROL,
        Qt.KeyboardModifier.ShiftModifier: _SHIFT,
    }
    name = tables.get(held, {}).get(key)
    return getattr(view, name) if name else None


def _arrow(view: GraphView, key: Qt.Key, held: Qt.KeyboardModifier) -> Callable[[], object] | None:
    """Arrows move the selected cards; with Ctrl they select the next or the previous one."""
    dx, dy = ARROWS[key]
    if held == Qt.KeyboardModifier.ControlModifier:
        return lambda: view.select_next(dx + dy)
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    if not view.context.selection.nodes:
        return lambda: view.select_next(0)
    return lambda: view.editor.nudge(dx * STEP, dy * STEP)
