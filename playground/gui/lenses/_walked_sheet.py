"""A sheet whose cells are reached by keys."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.gui.context import Context
from playground.gui.depth._sheet import Sheet

ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WalkedSheet(Sheet):
    """Tells by which way the arrows go; says with a frame that it has the focus."""

    keys: ClassVar[frozenset[Qt.Key]] = frozenset(ARROWS)
    walked = Signal(int, int)  # rows and columns

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def on_key(self, key: Qt.Key, shift: bool) -> bool:
        """Do what a key means; False where it means nothing."""
        if key not in ARROWS or shift:
            return False
        self.walked.emit(*ARROWS[key])
        return True

    def event(self, event: QEvent) -> bool:
        """Its keys are not those of the window, while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = Qt.KeyboardModifier
            others = event.modifiers() & ~(modifiers.ShiftModifier | modifiers.KeypadModifier)
            if event.key() in self.keys and not others:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.on_key(Qt.Key(event.key()), shift):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self.look.tokens.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()
