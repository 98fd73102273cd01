"""One selected block: settings, shapes, cost, weights, what it does, what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from playground.blocks.base import Block, Shape, format_shape
from playground.check.cost import BYTES_PER_NUMBER
from playground.check.report import NodeReport, Report
from playground.document import edits
from playground.document.composites import (
    conceal,
    expose,
    exposed_name,
    is_port,
    local,
    parent,
)
from playground.document.model import Node
from playground.gui.context import Context
from playground.gui.inspector.form import Form
from playground.gui.inspector.formula import FormulaView
from playground.gui.inspector.live_weights import LiveWeights
from playground.gui.inspector.penalty_row import PenaltyRow
from playground.gui.inspector.submit import set_block_param
from playground.gui.panels.doctor import FindingList
from playground.gui.panels.problems import ProblemList
from playground.gui.theme import family_colour
from playground.gui.widgets.numbers import short
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.registry import blocks


class BlockPage(Retranslating, QWidget):
    """Everything about one block. `show_node` points it at another one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context.at_level()
        self.node = ""
        self._block = ""
        self.form: Form | None = None
        self.dot, self.title, self.id_edit = QLabel("●"), QLabel(), QLineEdit()
        self.title.setObjectName("panelTitle")
        self.id_edit.setObjectName("flatMono")
        self.id_edit.setMaximumWidth(130)
        self.id_edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.id_edit.editingFinished.connect(self._rename)
        self.facts = {name: (QLabel(), QLabel()) for name in ("shape", "cost")}
        self.penalty, self.live = PenaltyRow(context), LiveWeights(context)
        self.problems = ProblemList(context, node="")
        self.findings = FindingList(context, node="")
        self.help = HelpBox(context)
        self._lay_out()

    def _lay_out(self) -> None:
        self.head = QWidget()  # stands in the header of the dock
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.dot)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.id_edit)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 0, 14, 4)
        self.column.setSpacing(12)
        self.column.addWidget(self.penalty)
        for caption, value in self.facts.values():
            caption.setObjectName("fieldLabel")
            value.setObjectName("value")
            value.setWordWrap(True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row = QHBoxLayout()
            row.addWidget(caption)
            row.addWidget(value, 1)
            self.column.addLayout(row)
        self.column.addWidget(self.problems)
        self.column.addWidget(self.findings)
        self.column.addWidget(self.live)
        self.column.addWidget(self.help)
        self.column.addStretch()

    def show_node(self, id: str) -> None:
        """Show a block of the document."""
        self.node = id
        self.problems.set_node(id)
        self.findings.set_node(id)
        node = self.context.document.document.node(id)
        if node.block != self._block or self.form is None:
            self._block = node.block
            self._remake_form()
        self.follow()

    def follow(self) -> None:
        """Show the document's present values."""
        node = self.context.document.document.by_id.get(self.node)
        if node is None:
            return
        if node.block != self._block:
            self.show_node(node.id)
            return
        cls = self._cls()
        self.title.setText(node.title or (tr(cls.title) if cls else node.block))
        self.dot.setStyleSheet(f"color: {family_colour(cls.group if cls else '')};")
        if not self.id_edit.hasFocus():
            self.id_edit.setText(local(node.id))
        if self.form is not None:
            self.form.set_values(node.params)
            inner = parent(node.id) and not is_port(node)
            self.form.show_pins(self._exposed() if inner else None)
        self.show_report(self.context.document.report)

    def show_report(self, report: Report) -> None:
        """Show shapes and costs of a check."""
        found = report.nodes.get(self.node)
        self.facts["shape"][1].setText(shape_words(found))
        self.facts["cost"][1].setText(cost_words(found))
        self.penalty.show_node(self.node)
        self.live.show_node(self.node if found and found.cost.parameters else "")

    def retranslate(self) -> None:
        self.facts["shape"][0].setText(tr("Shape"))
        self.facts["cost"][0].setText(tr("Cost per sample"))
        self.id_edit.setAccessibleName(tr("Name of the block"))
        self.id_edit.setToolTip(tr("The block's name in files, code and weights. Click to rename."))
        if self.node:
            self.help.show_block(self._cls())
            self.follow()

    def _cls(self) -> type[Block] | None:
        return blocks.get(self._block) if self._block in blocks else None

    def _remake_form(self) -> None:
        if self.form is not None:
            self.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        cls = self._cls()
        if cls is not None:
            self.form = Form(cls.infos(), self._submit, columns=3, sliders="floats", parent=self)
            self.form.finished.connect(self.context.document.end_merge)
            self.form.pinned.connect(self._pin)
            self.form.setVisible(bool(cls.infos()))
            self.column.insertWidget(0, self.form)
        self.retranslate()

    def _exposed(self) -> dict[str, str]:
        """Parameters of the block that the composite around it shows, and what it calls them."""
        document, path = self.context.level.base.document, self.node
        names = {name: exposed_name(document, path, name) for name in self.form.cells}
        return {name: shown for name, shown in names.items() if shown}

    def _pin(self, name: str, on: bool) -> None:
        path, base = self.node, self.context.level.base
        if on:
            text = tr("Expose {name} of {id}", name=name, id=local(path))
            done = base.push(text, lambda document: expose(document, path, name))
        else:
            text = tr("Conceal {name} of {id}", name=name, id=local(path))
            done = base.push(text, lambda document: conceal(document, path, name))
        if not done:
            self.follow()

    def _submit(self, name: str, value: Any, dragging: bool) -> str:
        node: Node = self.context.document.document.node(self.node)
        return set_block_param(self.context.document, node, name, value, dragging)

    def _rename(self) -> None:
        new = self.id_edit.text().strip()
        old = self.node
        if not new or new == local(old) or old not in self.context.document.document.by_id:
            self.id_edit.setText(local(old))
            return
        path = old.removesuffix(local(old)) + new
        done = self.context.document.push(
            tr("Rename {old} to {new}", old=local(old), new=new),
            lambda document: edits.rename_node(document, old, path),
        )
        if done:
            self.context.selection.set([path])
        else:
            self.id_edit.setText(local(old))


class HelpBox(Retranslating, QFrame):
    """What a block does, in plain words, with its formula and where it comes from."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("helpBox")
        self.title, self.text, self.source = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setObjectName("sectionTitle")
        self.text.setObjectName("secondary")
        self.source.setObjectName("caption")
        self.formula = FormulaView(context.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for widget in (self.title, self.text, self.formula, self.source):
            column.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(tr("What this layer does"))

    def show_block(self, cls: type[Block] | None) -> None:
        """Explain a kind of block."""
        if cls is None:
            self.text.setText(
                tr("This block comes from a plug-in that is not installed. It is kept as it is.")
            )
        else:
            self.text.setText(tr(cls.summary()))
        formula, source = (cls.formula, cls.source) if cls else ("", "")
        self.formula.show_formula(formula)
        self.source.setText(tr("Source: {source}", source=source) if source else "")
        self.source.setVisible(bool(source))


def shape_words(found: NodeReport | None) -> str:
    """The shapes that arrive and the shape that leaves: "1×8×8 → 8×8×8"."""
    if found is None:
        return "–"
    arrive = ", ".join(_shape(shape) for shape in found.inputs)
    leave = _shape(found.output)
    return f"{arrive} → {leave}" if arrive else leave


def cost_words(found: NodeReport | None) -> str:
    """Parameters, operations and memory of the output of a block, for one sample."""
    if found is None or found.output is None:
        return "–"
    cost = found.cost
    return tr(
        "{n:,} parameters · {flops} · activations {size}",
        n=cost.parameters,
        flops=short(cost.flops, "FLOP"),
        size=short((cost.activations + cost.inner) * BYTES_PER_NUMBER, "B"),
    )


def _shape(shape: Shape | None) -> str:
    return "?" if shape is None else format_shape(shape)
