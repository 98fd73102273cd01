"""Kernel, stride, padding and dilation tried out on the block itself, before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from playground.blocks.base import Block, Shape, format_shape
from playground.document import edits
from playground.document.composites import edit_at, local, parent
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui.depth._marks import Mark
from playground.gui.depth._tried import TriedPicture
from playground.gui.depth._windows import LINE, words
from playground.gui.settings import Preferences
from playground.gui.widgets.numbers import short
from playground.i18n import tr
from playground.registry import blocks

if TYPE_CHECKING:
    from playground.gui.depth._window_view import WindowView

_NAMES = ("kernel_size", "stride", "padding", "dilation", "output_padding")
_MOST = 99  # px; what a block takes is for its declaration to say
_LOW = 220.0  # px; in less the sums stand in one line
_IN_A_ROW = 4  # fields: more do not fit beside each other


class WindowTrial(QWidget):
    """Fields for the numbers of a window, what they would give, and a button that takes them."""

    changed = Signal()

    def __init__(self, view: WindowView) -> None:
        super().__init__(view)
        self._view, self._base = view, {}
        fields = type(view.block).model_fields
        self._optional = {n for n in _NAMES if n in fields and fields[n].default is None}
        self.fields: dict[str, QSpinBox] = {}
        self.labels: dict[str, QLabel] = {}
        self.picture = TriedPicture(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        row = self._row(column)
        for name in (n for n in _NAMES if hasattr(view.block, n)):
            field, label = QSpinBox(), QLabel()
            field.setRange(0, _MOST)
            field.valueChanged.connect(self.changed)
            label.setBuddy(field)
            if len(self.fields) == _IN_A_ROW:
                row.addStretch(1)
                row = self._row(column)
            self.fields[name], self.labels[name] = field, label
            row.addWidget(label)
            row.addWidget(field)
        self.take = QPushButton(autoDefault=False)
        self.take.setObjectName("depthLevel")
        self.take.clicked.connect(self.apply)
        row.addWidget(self.take)
        row.addStretch(1)
        self.retranslate()
        self.sync()
        view.context.document.report_changed.connect(self._on_report)

    def _row(self, column: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        return row

    def _same(self) -> str:
        """What an optional number says that is not given."""
        return tr("= kernel")

    @property
    def _block(self) -> Block | None:
        """The block of the document; None once it is deleted or makes no sense."""
        report = self._view.report
        return report.block if report is not None else None

    def _on_report(self) -> None:
        """An edit, undo, or another shape that arrives: also where no numbers come any more."""
        if self._block is None:
            return
        self.sync()
        if self.isVisible():
            self.changed.emit()

    def sync(self) -> None:
        """Show what the document says, where that has changed."""
        if self._block is None:
            return
        now = {name: getattr(self._block, name) for name in self.fields}
        if now == self._base:
            return
        self._base = now
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.setValue(now[name] or 0)
            field.blockSignals(False)

    def values(self) -> dict[str, Any]:
        """What is tried; an optional stride of 0 is none: the side of the window."""
        return {
            name: None if name in self._optional and not field.value() else field.value()
            for name, field in self.fields.items()
        }

    def outcome(self) -> tuple[Block | None, Shape, str]:
        """The block as it would be, the shape of its output, and why not."""
        report = self._view.report
        if report is None or not report.inputs or report.inputs[0] is None:
            return None, (), tr("What arrives at this block is not known.")
        kept = {k: v for k, v in self.values().items() if v is not None}
        params = {k: v for k, v in report.node.params.items() if k not in self.fields}
        try:
            block = blocks.get(report.node.block).make({**params, **kept})
            return block, block.shapes(report.inputs[0]), ""
        except PlaygroundError as error:
            return None, (), " ".join(part for part in (error.message, error.hint) if part)

    def apply(self) -> None:
        """Take them: one step of the history."""
        block, _, reason = self.outcome()
        if block is None:
            self._view.context.notices.post(reason, "warning")
            return
        values, node = self.values(), self._view.node

        def edit(document: Document) -> Document:
            for name, value in values.items():
                document = edits.set_param(document, local(node), name, value)
            return document

        model = self._view.context.level.base  # type: ignore[union-attr]
        text = tr("Change the window of {id}", id=node)
        model.push(text, lambda document: edit_at(document, parent(node), edit))

    def draw(self, room: QRectF) -> list[Mark]:
        """The image with its padding, every window on it, and the sum that gives the size."""
        self.sync()
        block, shape, reason = self.outcome()
        self.take.setEnabled(block is not None and self.values() != self._base)
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        if block is None:
            return [words(head, reason, "bad")]
        report = self._view.report
        x = report.inputs[0] if report is not None else None
        assert x is not None  # the outcome has a shape
        axes, sums = self._view.tried(block, x, shape)
        texts = [
            tr("down: {sum}", sum=sums[0]),
            tr("across: {sum}", sum=sums[1]),
            tr(
                "output {shape}, {flops} a sample",
                shape=format_shape(shape),
                flops=short(block.cost(x, shape).flops, "FLOP"),
            ),
        ]
        if room.height() < _LOW:
            texts = ["   ".join(texts)]
        marks: list[Mark] = [
            words(head.translated(0, i * LINE), text, "ink") for i, text in enumerate(texts)
        ]
        below = room.adjusted(0, len(texts) * LINE + 6, 0, 0)
        tried, why = self._view.tried_map(block, axes)
        return [*marks, *self.picture.draw(below, axes, tried, why)]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        still = Preferences(self._view.context.settings).reduced_motion
        self.picture.slide.play(not still)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.picture.slide.play(False)

    def retranslate(self) -> None:
        """Texts in the user's language."""
        texts = {
            "kernel_size": tr("Kernel"),
            "stride": tr("Stride"),
            "padding": tr("Padding"),
            "dilation": tr("Dilation"),
            "output_padding": tr("Output padding"),
        }
        for name, label in self.labels.items():
            label.setText(texts[name])
            if name in self._optional:
                self.fields[name].setSpecialValueText(self._same())
            self.fields[name].setAccessibleName(texts[name])
        self.take.setText(tr("Apply"))
        self.take.setToolTip(tr("Give the block this window; undo brings the old one back"))
