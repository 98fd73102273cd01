"""What the keys do while the canvas has the focus.

Which key does what is said by `Context.shortcuts`, as for the menus; these work where no menu is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView


def action_of(view: GraphView, event: QKeyEvent) -> Callable[[], object] | None:
    """What a key press does, or None when it does nothing here."""
    for keys in _spellings(event):
        command = view.context.shortcuts.command_of(keys)
        if command is not None and command.canvas is not None:
            canvas = command.canvas
            return lambda: canvas(view)
    return None


def _spellings(event: QKeyEvent) -> Iterator[str]:
    """The key as shortcuts spell it; also without Shift where Shift only makes the character."""
    shift = Qt.KeyboardModifier.ShiftModifier
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    yield _text(event.key(), held)
    character = event.text()
    if held & shift and character.isprintable() and not character.isalpha() and character.strip():
        yield _text(event.key(), held & ~shift)


def _text(key: int, held: Qt.KeyboardModifier) -> str:
    sequence = QKeySequence(QKeyCombination(held, Qt.Key(key)))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
