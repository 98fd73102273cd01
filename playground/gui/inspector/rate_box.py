"""A field for a rate: the usual ones are offered, any other can be typed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent

from playground.gui.inspector.fields import QuietCombo
from playground.gui.widgets.numbers import plain


class RateBox(QuietCombo):
    """Hands a number over when it is chosen, or when Enter is pressed or the focus leaves.

    It checks nothing: whoever owns it says why a rate is wrong.
    """

    edited = Signal(object)  # float, or the text as it is

    def __init__(self, offered: Sequence[float]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.setCompleter(None)  # "0.0" must not become 0.001
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItems([plain(rate) for rate in offered])
        self._value = math.nan
        self.lineEdit().editingFinished.connect(self._take)
        self.activated.connect(lambda _index: self._take())

    def set_value(self, value: float) -> None:
        """Show a rate; keeps what the user is typing right now."""
        changed, self._value = value != self._value, value
        if changed or not self.lineEdit().hasFocus():
            with QSignalBlocker(self):
                self.setCurrentIndex(self.findText(plain(value)))
                self.setEditText(plain(value))

    def forget(self) -> None:
        """What is shown, or typed, belongs to something else."""
        self._value = math.nan

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setEditText(plain(self._value))
        super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.currentText().strip().replace("−", "-")
        try:
            value: float | str = float(text)
        except ValueError:
            value = text
        if value != self._value:
            self.edited.emit(value)
