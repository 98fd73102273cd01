"""A question before a number is shown: its sign, or the number itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from playground.explain.chain_rule import Move
from playground.explain.chain_rule.quiz import asked, is_number_right, is_sign_right
from playground.gui.truth import written
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class Quiz(Retranslating, QWidget):
    """Asks for the result of a move, judges the answer and counts."""

    answered = Signal()  # the number may be shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.move_asked: Move | None = None
        self.right = self.total = 0
        self._verdict: tuple[bool, float] | None = None
        self.question, self.verdict = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.verdict.setObjectName("secondary")
        self.signs = {sign: QPushButton() for sign in (-1, 0, 1)}
        self.field = QLineEdit()
        self.field.setObjectName("monoField")
        self.field.setMaximumWidth(110)
        self.field.returnPressed.connect(self._on_typed)
        row = QHBoxLayout()
        row.setSpacing(4)
        for sign, button in self.signs.items():
            button.setObjectName("chip")
            button.clicked.connect(lambda _=False, s=sign: self.choose(s))
            row.addWidget(button)
        row.addWidget(self.field)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addLayout(row)
        column.addWidget(self.verdict)
        self.retranslate()

    @property
    def waits(self) -> bool:
        """Whether a question is open."""
        return self.move_asked is not None

    def ask(self, move: Move) -> None:
        """Ask for the result of this move."""
        self.move_asked = move
        self.field.clear()
        self.field.setProperty("wrong", "false")
        self._enable(True)
        self.retranslate()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """No question any more; the score starts anew."""
        self.right = self.total = 0
        self.drop()
        self._verdict = None
        self.retranslate()

    def drop(self) -> None:
        """The number is shown without an answer."""
        self.move_asked = None
        self._enable(False)

    def choose(self, sign: int) -> None:
        """The user thinks that it is negative (-1), zero or positive (1)."""
        if self.move_asked is not None:
            value = asked(self.move_asked)
            self._judge(is_sign_right(sign, value), value)

    def _on_typed(self) -> None:
        if self.move_asked is None:
            return
        value = asked(self.move_asked)
        right = is_number_right(self.field.text(), value)
        self.field.setProperty("wrong", "true" if right is None else "false")
        self.field.style().polish(self.field)
        if right is not None:
            self._judge(right, value)

    def _judge(self, right: bool, value: float) -> None:
        self.right, self.total = self.right + right, self.total + 1
        self._verdict = right, value
        self.drop()
        self.retranslate()
        self.answered.emit()

    def _enable(self, on: bool) -> None:
        for part in (*self.signs.values(), self.field):
            part.setEnabled(on)

    def retranslate(self) -> None:
        for sign, text in ((-1, tr("Negative")), (0, tr("Zero")), (1, tr("Positive"))):
            self.signs[sign].setText(text)
        self.field.setPlaceholderText(tr("number"))
        self.field.setAccessibleName(tr("Your prediction"))
        self.question.setText(self._words())
        self.verdict.setVisible(self._verdict is not None)
        if self._verdict is not None:
            right, value = self._verdict
            words = {"value": written(value, 3), "right": self.right, "total": self.total}
            self.verdict.setText(
                tr("Right, it is {value}. {right} of {total} so far.", **words)
                if right
                else tr("Not quite, it is {value}. {right} of {total} so far.", **words)
            )

    def _words(self) -> str:
        move = self.move_asked
        if move is None:
            return tr("Next asks for the number before it is shown.")
        if move.phase == "update":
            return tr("By how much does this weight change? Choose the sign or type the number.")
        return tr("What comes out? Choose the sign or type the number.")
