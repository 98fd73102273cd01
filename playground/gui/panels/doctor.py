"""What the training doctor found, in the same list and with the same buttons as other problems."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.panels.problem_card import ProblemCard
from playground.gui.widgets.texts import ElidedButton
from playground.i18n import tr
from playground.train.health import Finding


class FindingCard(ProblemCard):
    """One finding: also when it began, and the way back to before."""

    rewound = Signal(int)  # step to go back to

    def __init__(
        self, finding: Finding, colour: str, show_place: bool = True, can_rewind: bool = False
    ) -> None:
        super().__init__(finding, colour, show_place)
        where = finding.node or tr("Training")
        self.place.setText(
            tr("{place} · since step {step}", place=where, step=f"{finding.step:,}")
            if show_place
            else tr("Training, since step {step}", step=f"{finding.step:,}")
        )
        self.place.setVisible(True)
        self.rewind = ElidedButton("")
        self.rewind.setObjectName("repair")
        self.rewind.clicked.connect(lambda: self.rewound.emit(self.problem.rewind_step))
        self.add_button(self.rewind)
        self._can_rewind = can_rewind
        self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Show other words of the same illness; its repairs stay."""
        self.problem = finding
        self.message.setText(finding.message)
        self.hint.setText(finding.hint)
        step = finding.rewind_step
        self.rewind.setVisible(self._can_rewind and step is not None)
        if step is not None:
            self.rewind.setText(tr("Go back to step {step}", step=f"{step:,}"))


class FindingList(QWidget):
    """The findings of the whole training, or those of one block; follows the run."""

    focused = Signal(str)  # go to this block

    def __init__(self, context: Context, node: str | None = None) -> None:
        super().__init__()
        self.context, self.node = context, node
        self.cards: list[FindingCard] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        context.doctor.changed.connect(self.refresh)
        context.theme.changed.connect(self._remake)
        self.refresh()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that belong here."""
        found = self.context.doctor.findings
        return found if self.node is None else tuple(f for f in found if f.node == self.node)

    def set_node(self, node: str) -> None:
        """List the findings of another block."""
        self.node = node
        self.refresh()

    def refresh(self) -> None:
        """Show what stands now. A list of the same illnesses only gets its new numbers."""
        findings = self.findings
        shown = [card.problem for card in self.cards]
        same = len(shown) == len(findings) and all(
            (old.kind, old.node, old.step, old.severity) == (f.kind, f.node, f.step, f.severity)
            and old.fixes is f.fixes
            for old, f in zip(shown, findings, strict=True)
        )
        if not same:
            self._remake()
            return
        for card, finding in zip(self.cards, findings, strict=True):
            if card.problem is not finding:
                card.show_finding(finding)

    def _remake(self) -> None:
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        tokens, can_rewind = self.context.theme.tokens, self.context.doctor.rewind is not None
        self.cards = []
        for finding in self.findings:
            colour = tokens.bad if finding.severity == "error" else tokens.warning
            card = FindingCard(finding, colour, self.node is None, can_rewind)
            card.picked.connect(self._on_picked)
            card.repaired.connect(lambda fix: self.context.document.push(fix.title, fix.edit))
            card.rewound.connect(self._on_rewound)
            self.cards.append(card)
            self.column.addWidget(card)

    def _on_picked(self, node: str) -> None:
        self.context.selection.set([node])
        self.focused.emit(node)

    def _on_rewound(self, step: int) -> None:
        if self.context.doctor.rewind is not None:
            self.context.doctor.rewind(step)
