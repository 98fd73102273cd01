"""One selected composite: its name, what it exposes, repeats, links, cost, what is wrong inside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.check.report import Report
from playground.document import composites, edits
from playground.document.composites import local
from playground.document.composites.definitions import MAX_REPEAT
from playground.document.model import Composite, Node
from playground.gui.context import Context
from playground.gui.graph.kinds import definition_of_node
from playground.gui.graph.stack import FAMILY
from playground.gui.inspector.block_page import cost_words, shape_words
from playground.gui.inspector.exposed_form import ExposedForm
from playground.gui.inspector.penalty_row import PenaltyRow
from playground.gui.panels.problems import ProblemList
from playground.gui.widgets.number_field import NumberField
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class CompositePage(Retranslating, QWidget):
    """Everything about one instance, and about the definition that it may share with others."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.base, self.level, self.node = context.level.base, context.level, ""
        self.context = context
        self.dot, self.id_edit = QLabel("■"), QLineEdit()
        self.title = QLineEdit()
        self.title.setObjectName("flat")
        self.title.editingFinished.connect(self._retitle)
        self.id_edit.setObjectName("flatMono")
        self.id_edit.setMaximumWidth(130)
        self.id_edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.id_edit.editingFinished.connect(self._rename)
        self.facts = {name: (QLabel(), QLabel()) for name in ("shape", "cost")}
        self.exposed, self.penalty = ExposedForm(context), PenaltyRow(context)
        self.repeat = NumberField(whole=True, minimum=1, maximum=MAX_REPEAT)
        self.repeat.edited.connect(self._repeat)
        self.repeat_label, self.share = QLabel(), QCheckBox()
        self.share.clicked.connect(self._share)
        self.linked, self.detach = QLabel(wordWrap=True), QPushButton()
        self.detach.clicked.connect(self._detach)
        self.open, self.in_place, self.unpack = QPushButton(), QPushButton(), QPushButton()
        self.open.clicked.connect(lambda: self.level.enter(self.node))
        self.in_place.clicked.connect(self._toggle)
        self.unpack.clicked.connect(self._unpack)
        self.problems = ProblemList(context, node="")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.dot.setStyleSheet(f"color: {FAMILY};")
        self.head = QWidget()  # stands in the header of the dock
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        for widget, stretch in ((self.dot, 0), (self.title, 1), (self.id_edit, 0)):
            head.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 4)
        column.setSpacing(12)
        column.addLayout(_row(self.open, self.in_place, self.unpack))
        column.addWidget(self.exposed)
        self.repeat_label.setObjectName("fieldLabel")
        self.repeat.setMaximumWidth(90)
        column.addLayout(_row(self.repeat_label, self.repeat, self.share))
        column.addWidget(self.penalty)
        self.linked.setObjectName("caption")
        column.addLayout(_row(self.linked, self.detach, stretch=False))
        for caption, value in self.facts.values():
            caption.setObjectName("fieldLabel")
            value.setObjectName("value")
            value.setWordWrap(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row = QHBoxLayout()
            row.addWidget(caption)
            row.addWidget(value, 1)
            column.addLayout(row)
        column.addWidget(self.problems)
        column.addStretch()

    def show_node(self, id: str) -> None:
        """Show another instance."""
        self.node = id
        self.problems.set_node(id)
        self.follow()

    def follow(self) -> None:
        """Show the document's present values."""
        node, definition = self._node(), self._definition()
        if node is None:
            return
        instance = composites.read_instance(node)
        if not self.title.hasFocus():
            self.title.setText(definition.title if definition else "")
            self.title.setPlaceholderText(instance.definition)
        if not self.id_edit.hasFocus():
            self.id_edit.setText(local(node.id))
        self.repeat.set_value(instance.repeat)
        self.share.setChecked(instance.share_weights)
        self.share.setVisible(instance.repeat > 1)
        document = self.base.document
        count = len(list(composites.instances(document, instance.definition)))
        several = composites.is_linked(document, instance.definition)
        self.linked.setText(
            tr("{n} are linked: a change inside holds for all of them.", n=max(count, 2))
            if several
            else tr("Nothing else is linked to it: a change inside holds for it alone.")
        )
        self.detach.setVisible(several)
        found = composites.exposed_of(document, self.node) if definition else ()
        self.exposed.show_exposed(self.node, found)
        self.show_report(self.context.document.report)

    def show_report(self, report: Report) -> None:
        """Show shapes and costs of a check."""
        found = report.nodes.get(self.node)
        self.facts["shape"][1].setText(shape_words(found))
        self.facts["cost"][1].setText(cost_words(found))
        self.penalty.show_node(self.node)

    def retranslate(self) -> None:
        self.facts["shape"][0].setText(tr("Shape"))
        self.facts["cost"][0].setText(tr("Cost per sample"))
        self.title.setAccessibleName(tr("Name of the composite"))
        self.title.setToolTip(tr("All that are linked have this name."))
        self.id_edit.setAccessibleName(tr("Name of the block"))
        self.id_edit.setToolTip(tr("The block's name in files, code and weights. Click to rename."))
        self.repeat_label.setText(tr("Repeat"))
        self.repeat.setAccessibleName(tr("Repeat"))
        self.repeat.setToolTip(tr("How many times it follows itself, output to input."))
        self.share.setText(tr("Share weights"))
        self.share.setToolTip(tr("All repeats use the same weights, as in a recurrent network."))
        self.detach.setText(tr("Detach"))
        self.detach.setToolTip(tr("Give this one an inside of its own."))
        self.open.setText(tr("Open"))
        self.in_place.setText(tr("Open in place"))
        self.unpack.setText(tr("Unpack"))
        self.follow()

    # -- what the user wants -------------------------------------------------------------------

    def _node(self) -> Node | None:
        return self.level.document.by_id.get(self.node)

    def _definition(self) -> Composite | None:
        node = self._node()
        return definition_of_node(self.base.document, node) if node is not None else None

    def _retitle(self) -> None:
        definition, text = self._definition(), self.title.text().strip()
        if definition is not None and text != definition.title:
            self.base.push(
                tr("Rename the composite"),
                lambda d: composites.set_definition_title(d, definition.id, text),
            )

    def _rename(self) -> None:
        old, new = self.node, self.id_edit.text().strip()
        if self._node() is None or not new or new == local(old):
            self.id_edit.setText(local(old))
            return
        path = old.removesuffix(local(old)) + new
        text = tr("Rename {old} to {new}", old=local(old), new=new)
        if self.level.push(text, lambda document: edits.rename_node(document, old, path)):
            self.context.selection.set([path])
        else:
            self.id_edit.setText(local(old))

    def _repeat(self, times: Any) -> None:
        path = self.node
        if not self.base.push(
            tr("Repeat {id} {n} times", id=local(path), n=times),
            lambda d: composites.set_repeat(d, path, times),
        ):
            self.follow()

    def _share(self, on: bool) -> None:
        path, times = self.node, composites.read_instance(self._node()).repeat
        text = tr("Share weights") if on else tr("Weights of their own")
        self.base.push(text, lambda d: composites.set_repeat(d, path, times, share_weights=on))

    def _detach(self) -> None:
        path = self.node
        self.base.push(tr("Detach the composite"), lambda d: composites.detach(d, path))

    def _toggle(self) -> None:
        self.level.open(self.node)

    def _unpack(self) -> None:
        path = self.node
        self.base.push(tr("Unpack the composite"), lambda d: composites.unpack(d, path))


def _row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if stretch or number else 1)
    if stretch:
        row.addStretch()
    return row
