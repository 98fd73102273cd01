"""How much memory the earlier steps take, beside the timeline; its menu sets how much they may."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QToolTip, QWidget

from playground.gui.context import Context
from playground.gui.past_memory import MEMORIES, choose_memory, in_use
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class MemoryChip(Retranslating, QToolButton):
    """Megabytes in use; the sentence in the tool tip and above the choices says of how many."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("pill")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        self.words = menu.addAction("")
        self.words.setEnabled(False)
        menu.addSeparator()
        self.choices = []
        for megabytes in MEMORIES:
            action = group.addAction(
                menu.addAction("", lambda mb=megabytes: choose_memory(self.context, mb))
            )
            action.setCheckable(True)
            action.setData(megabytes)
            self.choices.append(action)
        self.setMenu(menu)
        menu.aboutToShow.connect(self._open)
        context.run.past.changed.connect(self.refresh)
        self.retranslate()

    @property
    def megabytes(self) -> int:
        """How much the earlier steps may take."""
        return self.context.run.memory >> 20

    def retranslate(self) -> None:
        for action in self.choices:
            action.setText(tr(MEMORIES[action.data()]))
        self.setAccessibleName(tr("Memory for earlier steps"))
        self.refresh()

    def refresh(self) -> None:
        """Show what is used now."""
        text = tr("{n} MB", n=f"{self.context.run.past.nbytes / 2**20:.0f}")
        if text != self.text():
            self.setText(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            words = in_use(self.context.run.past, self.megabytes)
            QToolTip.showText(event.globalPos(), f"{tr('Memory for earlier steps')}\n{words}", self)
            return True
        return super().event(event)

    def _open(self) -> None:
        self.words.setText(in_use(self.context.run.past, self.megabytes))
        for action in self.choices:
            action.setChecked(action.data() == self.megabytes)
