"""Every change of the document, newest below; a click goes back or forward to it."""

from __future__ import annotations

from PySide6.QtWidgets import QUndoView, QWidget

from playground.gui.document_model import DocumentModel
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class HistoryPanel(Retranslating, QUndoView):
    """The undo history as a list."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(model.undo_stack, parent)
        self.setObjectName("history")
        self.retranslate()

    def retranslate(self) -> None:
        self.setEmptyLabel(tr("As it was opened"))
        self.setAccessibleName(tr("History of the changes"))
