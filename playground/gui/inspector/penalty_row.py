"""What the weights of a selected block cost in training: as the training says, or their own."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from playground.document.model import Penalty
from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.inspector.rate_box import RateBox
from playground.gui.penalty_choice import (
    HIGHEST,
    KINDS,
    RATES,
    TITLES,
    can_have,
    kind_of,
    of_kind,
    own_penalty,
    set_penalty,
    words_around,
)
from playground.gui.widgets.numbers import plain
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class PenaltyRow(Retranslating, QWidget):
    """Two fields, the kind and the rate; hidden at a block that learns nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.base, self.level, self.path = context.level.base, context.level, ""
        self.titles = {name: QLabel() for name in ("kind", "rate")}
        self.kind, self.rate = QuietCombo(), RateBox(RATES)
        self.reason = QLabel(wordWrap=True)
        self.reason.setObjectName("reason")
        self.kind.activated.connect(self._on_kind)
        self.rate.edited.connect(self._on_rate)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, (label, field) in enumerate(
            zip(self.titles.values(), self._fields(), strict=True)
        ):
            label.setObjectName("fieldLabel")
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 2 - column)
        grid.addWidget(self.reason, 2, 0, 1, 2)
        self.retranslate()

    def show_node(self, path: str) -> None:
        """Show what holds for a block, or for the inside of a composite."""
        if path != self.path:
            self.say("")
            self.rate.forget()
        self.path, document = path, self.base.document
        shown = can_have(document, self.level.report, path)
        self.setVisible(shown)
        if not shown:
            return
        own = own_penalty(document, path)
        self.kind.setItemText(0, words_around(document, path))
        self.kind.setCurrentIndex(KINDS.index(kind_of(own)))
        self.kind.setToolTip(self.kind.currentText())
        costs = own is not None and own.kind != "none"
        for widget in (self.titles["rate"], self.rate):
            widget.setVisible(costs)
        if costs:
            self.rate.set_value(own.rate)

    def say(self, reason: str) -> None:
        """Why a rate was refused; "" when it was fine."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def retranslate(self) -> None:
        self.titles["kind"].setText(tr("Regularisation"))
        self.titles["rate"].setText(tr("Regularisation rate"))
        self.kind.setAccessibleName(tr("Regularisation"))
        self.rate.setAccessibleName(tr("Regularisation rate"))
        self.setToolTip(
            tr(
                "What the weights of this block cost in training. A choice of its own replaces "
                "what the training says; biases, and the scales of a norm, cost nothing then."
            )
        )
        current = self.kind.currentIndex()
        self.kind.clear()
        self.kind.addItems([tr(TITLES[kind]) for kind in KINDS])
        self.kind.setCurrentIndex(current)
        if self.path:
            self.show_node(self.path)

    def _fields(self) -> tuple[QWidget, QWidget]:
        return self.kind, self.rate

    def _on_kind(self, index: int) -> None:
        self.say("")
        set_penalty(self.base, self.path, of_kind(self.base.document, self.path, KINDS[index]))
        self.show_node(self.path)

    def _on_rate(self, value: object) -> None:
        own = own_penalty(self.base.document, self.path)
        if own is None:
            return
        if not isinstance(value, float) or not 0.0 <= value <= HIGHEST:
            self.say(tr("A number from 0 to {high}.", high=plain(HIGHEST)))
            return
        self.say("")
        set_penalty(self.base, self.path, Penalty(kind=own.kind, rate=value))
