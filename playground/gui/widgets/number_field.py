"""A field for a number: typed, or moved by its arrows, the arrow keys or the wheel."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from playground.gui.widgets.numbers import plain


class NumberField(QAbstractSpinBox):
    """Accepts any text while typing and hands it over when Enter is pressed or the focus leaves.

    It checks nothing but its arrows' limits: whoever owns it says why a value is wrong.
    """

    edited = Signal(object)  # int, float, None for an empty optional field, or the text as it is

    def __init__(
        self,
        *,
        whole: bool,
        minimum: float | None = None,
        maximum: float | None = None,
        log: bool = False,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.whole, self.log, self.optional = whole, log, optional
        self.minimum = -math.inf if minimum is None else minimum
        self.maximum = math.inf if maximum is None else maximum
        self._value: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(48)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(4, 0, 0, 0)
        self.editingFinished.connect(self._on_finished)

    def make_inline(self) -> None:
        """Look like a quiet number at the right end of a line of text."""
        self.setObjectName("inline")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(68)

    def set_value(self, value: float | None) -> None:
        """Show a value; keeps what the user is typing right now."""
        changed = value != self._value
        self._value = value
        if changed or not self.hasFocus():
            self.lineEdit().setText("" if value is None else plain(value))

    def value(self) -> float | None:
        """The value last shown or accepted, not what is being typed."""
        return self._value

    def stepBy(self, steps: int) -> None:
        old = self.parse(self.text())
        if not isinstance(old, int | float):
            return
        if self.log and old > 0:
            new = float(f"{old * 10 ** (steps / 10):.2g}")
        elif self.whole:
            new = old + steps
        else:
            size = 10.0 ** math.floor(math.log10(max(abs(old), 1e-3)))
            new = float(f"{old + steps * size / 10:.10g}")
        new = min(max(new, self.minimum), self.maximum)
        self.edited.emit(int(new) if self.whole else new)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flag, number = QAbstractSpinBox.StepEnabledFlag, self.parse(self.text())
        if not isinstance(number, int | float):
            return flag.StepNone
        up = flag.StepUpEnabled if number < self.maximum else flag.StepNone
        return up | (flag.StepDownEnabled if number > self.minimum else flag.StepNone)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return (QValidator.State.Acceptable, text, position)

    def parse(self, text: str) -> object:
        """The number a text means; None for an empty optional field; else the text itself."""
        text = text.strip().replace("−", "-")
        if not text and self.optional:
            return None
        try:
            number = float(text)
        except ValueError:
            return text
        return int(number) if self.whole and number.is_integer() else number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.lineEdit().setText("" if self._value is None else plain(self._value))
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _on_finished(self) -> None:
        value = self.parse(self.text())
        if value != self._value:
            self.edited.emit(value)
