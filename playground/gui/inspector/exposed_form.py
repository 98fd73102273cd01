"""The parameters that a composite shows as its own: the inner block's fields, a value an instance.

A pin takes one back inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QVBoxLayout, QWidget

from playground.document import composites
from playground.document.composites import local
from playground.document.composites.interface import Exposed, conceal_name, rename_exposed
from playground.document.model import Composite
from playground.gui.context import Context
from playground.gui.inspector.form import Form
from playground.gui.inspector.submit import refusal
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.registry import blocks


class ExposedForm(Retranslating, QWidget):
    """Remakes its fields when other parameters are exposed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.base, self.path = context.level.base, ""
        self.found: tuple[Exposed, ...] = ()
        self.form: Form | None = None
        self.hint = QLabel(wordWrap=True)
        self.hint.setObjectName("caption")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.hint)
        self.retranslate()

    def retranslate(self) -> None:
        self.hint.setText(
            tr("The pin at a parameter of a block inside shows that parameter here as well.")
        )

    def show_exposed(self, path: str, found: Sequence[Exposed]) -> None:
        """Show the exposed parameters of an instance, with its values."""
        old = [(one.name, one.info) for one in self.found]
        self.path, self.found = path, tuple(one for one in found if one.info is not None)
        if self.form is None or old != [(one.name, one.info) for one in self.found]:
            self._remake()
        self.form.set_values({one.name: one.value for one in self.found})
        self.form.show_pins({one.name: one.name for one in self.found})
        for cell in self.form.cells.values():
            cell.pin.rename.setVisible(True)
        self.form.setVisible(bool(self.found))
        self.hint.setVisible(not self.found)

    def _remake(self) -> None:
        if self.form is not None:
            self.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        infos = tuple(
            replace(one.info, name=one.name, title=one.name, advanced=False) for one in self.found
        )
        self.form = Form(infos, self._submit, columns=3, sliders="floats", parent=self)
        self.form.finished.connect(self.base.end_merge)
        self.form.pinned.connect(lambda name, _on: self._conceal(name))
        self.form.rename_wanted.connect(self.ask_name)
        self.column.insertWidget(0, self.form)

    def _submit(self, name: str, value: Any, dragging: bool) -> str:
        path = self.path
        reason = self._refusal(name, value)
        if reason:
            return reason
        self.base.push(
            tr("Change {name} of {id}", name=name, id=local(path)),
            lambda document: composites.set_exposed(document, path, name, value),
            merge=f"{path}.{name}" if dragging else None,
        )
        return ""

    def _refusal(self, name: str, value: Any) -> str:
        """Why the block inside does not take this value; "" when it does."""
        one = next(one for one in self.found if one.name == name)
        id, _, param = one.ends[0].rpartition(".")
        node = self._definition().by_id[id]
        if composites.is_instance(node) or node.block not in blocks:
            return ""  # the check says it
        return refusal(blocks.get(node.block), node.params, param, value)

    def ask_name(self, name: str) -> QInputDialog:
        """Let the user call a parameter otherwise; the rest of the window goes on."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("Rename"))
        dialog.setLabelText(tr("What the composite calls “{name}”:", name=name))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda text: self.rename(name, text.strip()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def rename(self, name: str, new_name: str) -> None:
        """Call an exposed parameter otherwise; one undoable edit, refused where it cannot be."""
        definition = self._definition().id
        self.base.push(
            tr("Rename {old} to {new}", old=name, new=new_name),
            lambda document: rename_exposed(document, definition, name, new_name),
        )

    def _conceal(self, name: str) -> None:
        definition = self._definition().id
        self.base.push(
            tr("Conceal {name} of {id}", name=name, id=local(self.path)),
            lambda document: conceal_name(document, definition, name),
        )

    def _definition(self) -> Composite:
        document = self.base.document
        return composites.definition_of(document, composites.find(document, self.path))
