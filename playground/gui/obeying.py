"""Widgets that a lesson can hide, and that nothing else shows or hides."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from playground.gui.document_model import DocumentModel
from playground.gui.lesson import is_shown


class Obeying(QObject):
    """Follows what the document hides.

    Parameters
    ----------
    model : DocumentModel
    widgets : mapping
        Key of a `Hideable` -> the widget that vanishes with it.
    parent : QWidget
        Their owner.
    """

    def __init__(
        self, model: DocumentModel, widgets: Mapping[str, QWidget], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._widgets = model, widgets
        model.changed.connect(self.follow)
        self.follow()

    def follow(self, *_: object) -> None:
        """Show and hide as the document says now."""
        for key, widget in self._widgets.items():
            widget.setVisible(is_shown(self._model.document, key))
