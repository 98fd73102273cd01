"""Says that a lesson hides controls, and brings them back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.document.model import Document
from playground.gui.document_model import DocumentModel
from playground.gui.lesson import HIDEABLE, is_shown, num_hidden, show_all, toggle
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class HiddenChip(Retranslating, QToolButton):
    """There while something is hidden; its menu shows each control again, or all."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setObjectName("pill")
        self.setFixedHeight(24)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        model.changed.connect(self._on_changed)
        self.retranslate()

    @property
    def wanted(self) -> bool:
        """Whether anything is hidden."""
        return num_hidden(self.model.document) > 0

    def retranslate(self) -> None:
        self.setText(tr("{n} hidden", n=num_hidden(self.model.document)))
        help_text = tr("This document hides controls for a lesson. Show them again")
        self.setToolTip(help_text)
        self.setAccessibleName(help_text)
        self.setVisible(self.wanted)

    def _on_changed(self, old: Document, new: Document) -> None:
        if old.view.hidden != new.view.hidden:
            self.retranslate()

    def _fill(self) -> None:
        self.menu().clear()
        self.menu().addAction(tr("Show all controls"), lambda: show_all(self.model))
        self.menu().addSeparator()
        for found in HIDEABLE:
            if not is_shown(self.model.document, found.key):
                self.menu().addAction(
                    tr("Show {name}", name=tr(found.title)), partial(toggle, self.model, found)
                )
