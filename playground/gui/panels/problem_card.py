"""One problem as a list shows it: where, what, and the buttons that repair it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from playground.check.problems import Fix, Problem
from playground.gui.widgets.texts import ElidedButton
from playground.i18n import tr
from playground.train.health import Finding


class ProblemCard(QWidget):
    """One problem: where, what, what to do, and its repairs."""

    picked = Signal(str)  # id of the block to go to
    repaired = Signal(object)  # Fix

    def __init__(self, problem: Problem | Finding, colour: str, show_place: bool = True) -> None:
        super().__init__()
        self.problem = problem
        place = problem.node or problem.place
        self.place = QPushButton(place)
        self.place.setObjectName("link")
        if not (place and show_place):
            self.place.hide()
        self.place.setEnabled(bool(problem.node))
        self.place.clicked.connect(lambda: self.picked.emit(problem.node))
        dot = QLabel("●")
        dot.setStyleSheet(f"color: {colour};")
        dot.setAccessibleName(tr("Error") if problem.severity == "error" else tr("Warning"))
        self.message = QLabel(problem.message, wordWrap=True)
        self.hint = QLabel(problem.hint, wordWrap=True)
        self.hint.setObjectName("caption")
        if not problem.hint:
            self.hint.hide()
        words = self.words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self.place, self.message, self.hint):
            words.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons = [self._button(fix) for fix in problem.fixes]
        for button in self.buttons:
            self.add_button(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(7)
        layout.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def add_button(self, button: QPushButton) -> None:
        """Put one more button under the words."""
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        self.words.addLayout(row)

    def _button(self, fix: Fix) -> QPushButton:
        button = ElidedButton(fix.title)
        button.setObjectName("repair")
        button.clicked.connect(lambda: self.repaired.emit(fix))
        return button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.problem.node:
            self.picked.emit(self.problem.node)
