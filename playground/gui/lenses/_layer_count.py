"""How many hidden layers there are, between a minus and a plus."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class LayerCount(Retranslating, QWidget):
    """Shows a number, and says that the user wants another one."""

    wanted = Signal(int)  # +1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fewer, self.more = (QToolButton(text=sign, objectName="toggle") for sign in "−+")
        self.label, self._count = QLabel(objectName="lensLegend"), 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(4)
        for widget in (self.fewer, self.label, self.more):
            row.addWidget(widget)
        self.fewer.clicked.connect(lambda: self.wanted.emit(-1))
        self.more.clicked.connect(lambda: self.wanted.emit(1))
        self.retranslate()

    def show_count(self, count: int, *, more: bool, fewer: bool) -> None:
        """Show how many there are, and whether there can be more or fewer."""
        self._count = count
        self.more.setEnabled(more)
        self.fewer.setEnabled(fewer)
        self.retranslate()

    def retranslate(self) -> None:
        n = self._count
        self.label.setText(tr("1 hidden layer") if n == 1 else tr("{n} hidden layers", n=n))
        for button, text in (
            (self.fewer, tr("Remove the last hidden layer")),
            (self.more, tr("Add a hidden layer before the output")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
