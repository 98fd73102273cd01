"""What is wrong with the document, and the buttons that repair it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.gui.context import Context
from playground.gui.widgets.texts import ElidedButton, Retranslating
from playground.i18n import tr


class ProblemCard(QWidget):
    """One problem: where, what, what to do, and its repairs."""

    picked = Signal(str)  # id of the block to go to
    repaired = Signal(object)  # Fix

    def __init__(self, problem: Problem, colour: str, show_place: bool = True) -> None:
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
        message = QLabel(problem.message, wordWrap=True)
        hint = QLabel(problem.hint, wordWrap=True)
        hint.setObjectName("caption")
        if not problem.hint:
            hint.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self.place, message, hint):
            words.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons = [self._button(fix) for fix in problem.fixes]
        for button in self.buttons:
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch()
            words.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(7)
        layout.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def _button(self, fix: Fix) -> QPushButton:
        button = ElidedButton(fix.title)
        button.setObjectName("repair")
        button.clicked.connect(lambda: self.repaired.emit(fix))
        return button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.problem.node:
            self.picked.emit(self.problem.node)


class ProblemList(Retranslating, QWidget):
    """The problems of the whole document, or of one block; follows every check."""

    focused = Signal(str)  # go to this block

    def __init__(self, context: Context, node: str | None = None) -> None:
        super().__init__()
        self.context, self.node = context, node
        self.cards: list[ProblemCard] = []
        self._problems: tuple[Problem, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        context.document.report_changed.connect(self.show_report)
        context.theme.changed.connect(self._remake)
        self.show_report(context.document.report)

    def show_report(self, report: Report) -> None:
        """List the problems of a check."""
        problems = report.problems if self.node is None else report.problems_of(self.node)
        if problems != self._problems:
            self._problems = problems
            self._remake()

    def set_node(self, node: str) -> None:
        """List the problems of another block."""
        self.node = node
        self.show_report(self.context.document.report)

    def retranslate(self) -> None:
        """Nothing to do: the document is checked again in the new language."""

    def _remake(self) -> None:
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        tokens = self.context.theme.tokens
        self.cards = []
        for problem in self._problems:
            colour = tokens.bad if problem.severity == "error" else tokens.warning
            card = ProblemCard(problem, colour, show_place=self.node is None)
            card.picked.connect(self._on_picked)
            card.repaired.connect(self._on_repaired)
            self.cards.append(card)
            self.column.addWidget(card)

    def _on_picked(self, node: str) -> None:
        self.context.selection.set([node])
        self.focused.emit(node)

    def _on_repaired(self, fix: Fix) -> None:
        self.context.level.base.push(fix.title, fix.edit)


class ProblemsPanel(Retranslating, QWidget):
    """The list in a scroll area, and a good word when it is empty."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.list = ProblemList(context)
        self.none = QLabel(wordWrap=True)
        self.none.setObjectName("secondary")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 2, 14, 2)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        context.document.report_changed.connect(self._update)
        self.retranslate()

    def retranslate(self) -> None:
        self.none.setText(tr("Nothing is wrong. Press Play."))
        self._update()

    def _update(self, *_: object) -> None:
        self.none.setVisible(not self.context.document.report.problems)
