"""What is wrong with the document and with its training, and the buttons that repair it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.errors import join
from playground.gui.context import Context
from playground.gui.panels.doctor import FindingList
from playground.gui.panels.problem_card import ProblemCard
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.train.health import Finding

_MOST = 60  # cards; nobody reads more at once, and each edit makes them anew


class ProblemList(Retranslating, QWidget):
    """The problems of the whole document, or of one block; follows every check.

    Cards are made only while somebody can see them: each looks for its repairs, which takes longer
    than all the rest of an edit.
    """

    focused = Signal(str)  # go to this block

    def __init__(self, context: Context, node: str | None = None) -> None:
        super().__init__()
        self.context, self.node = context, node
        self._cards: list[ProblemCard] = []
        self._problems: tuple[Problem, ...] = ()
        self._stale = False  # the cards show an earlier check
        self.rest = QLabel(wordWrap=True)
        self.rest.setObjectName("caption")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        context.document.report_changed.connect(self.show_report)
        context.theme.changed.connect(self._outdate)
        self.column.addWidget(self.rest)
        self.show_report(context.document.report)

    def show_report(self, report: Report) -> None:
        """List the problems of a check."""
        problems = report.problems if self.node is None else report.problems_of(self.node)
        if problems != self._problems:
            self._problems = problems
            self._outdate()

    @property
    def cards(self) -> list[ProblemCard]:
        """A card a problem, the first ones of many."""
        if self._stale:
            self._remake()
        return self._cards

    def set_node(self, node: str) -> None:
        """List the problems of another block."""
        self.node = node
        self.show_report(self.context.document.report)

    def retranslate(self) -> None:
        """Nothing to do: the document is checked again in the new language."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._remake()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._remake()

    def _remake(self) -> None:
        self._stale = False
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        tokens = self.context.theme.tokens
        self._cards = []
        left = len(self._problems) - _MOST
        self.rest.setText(tr("{n} more problems: first mend those above.", n=f"{left:,}"))
        self.rest.setVisible(left > 0)
        for problem in self._problems[:_MOST]:
            colour = tokens.bad if problem.severity == "error" else tokens.warning
            card = ProblemCard(problem, colour, show_place=self.node is None)
            card.picked.connect(self._on_picked)
            card.repaired.connect(self._on_repaired)
            self._cards.append(card)
            self.column.insertWidget(self.column.count() - 1, card)

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
        self.list, self.findings = ProblemList(context), FindingList(context)
        self.none = QLabel(wordWrap=True)
        self.none.setObjectName("secondary")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 2, 14, 2)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self.findings)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        context.document.report_changed.connect(self._update)
        context.doctor.changed.connect(self._update)
        context.doctor.found.connect(self._announce)
        self.findings.focused.connect(self.list.focused)
        self.retranslate()

    def retranslate(self) -> None:
        self.none.setText(tr("Nothing is wrong. Press Play."))
        self._update()

    def _update(self, *_: object) -> None:
        context = self.context
        self.none.setVisible(not context.document.report.problems and not context.doctor.findings)

    def _announce(self, finding: Finding) -> None:
        """One notice for what makes going on vain; the dot of the card says the rest quietly."""
        if finding.severity == "error" and finding.kind != "not_finite":  # its end is told already
            self.context.notices.post(join(finding.message, finding.hint), "warning")
