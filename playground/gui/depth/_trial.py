"""Kernel, stride, padding and dilation tried out on the block itself, before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from playground.blocks.base import Block, Shape, format_shape
from playground.document import edits
from playground.document.composites import edit_at, local, parent
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.explain.windows import Axis
from playground.gui.depth._marks import Drawing, Mark
from playground.gui.depth._windows import LINE, fitted, frame, window, words
from playground.gui.graph.style import Look
from playground.i18n import tr
from playground.registry import blocks

if TYPE_CHECKING:
    from playground.gui.depth._window_view import WindowView

_NAMES = ("kernel_size", "stride", "padding", "dilation", "output_padding")
_MOST = 99  # px; what a block takes is for its declaration to say
_MOST_DRAWN = 2500  # windows


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(6)
        for name in (n for n in _NAMES if hasattr(view.block, n)):
            field, label = QSpinBox(), QLabel()
            field.setRange(0, _MOST)
            field.valueChanged.connect(self.changed)
            label.setBuddy(field)
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
            tr("output {shape}", shape=format_shape(shape)),
        ]
        marks: list[Mark] = [
            words(head.translated(0, i * LINE), text, "ink") for i, text in enumerate(texts)
        ]
        return [*marks, *_windows(room.adjusted(4, 3 * LINE + 8, -4, -4), axes)]

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
            self.fields[name].setAccessibleName(texts[name])
        self.take.setText(tr("Apply"))
        self.take.setToolTip(tr("Give the block this window; undo brings the old one back"))


def _windows(room: QRectF, axes: tuple[Axis, ...]) -> list[Mark]:
    """Where windows stand: all outlined, the first and the last with the places that they read."""
    down, across = axes
    padded = down.size + 2 * down.padding, across.size + 2 * across.padding
    whole = fitted(room, padded, 40.0)
    image = window(
        whole,
        padded,
        tuple((axis.padding, axis.padding + axis.size - 1) for axis in axes),
    )

    def rect(i: int, j: int) -> QRectF:
        spans = [axis.unclipped(at) for axis, at in zip(axes, (i, j), strict=True)]
        return window(image, (down.size, across.size), [(int(s[0]), int(s[-1])) for s in spans])

    many = down.windows * across.windows > _MOST_DRAWN
    last = (down.windows - 1, across.windows - 1)
    every = (
        {(0, 0), last} if many else {(i, j) for i in range(last[0] + 1) for j in range(last[1] + 1)}
    )
    step = image.width() / across.size, image.height() / down.size

    def draw(painter: QPainter, look: Look) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.tokens.secondary), 0.7))
        for i, j in every:
            painter.drawRect(rect(i, j).adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.accent_soft))
        for i, j in {(0, 0), last}:
            for row in down.unclipped(i):
                for column in across.unclipped(j):
                    left, top = image.left() + column * step[0], image.top() + row * step[1]
                    painter.drawRect(QRectF(left, top, *step).adjusted(2, 2, -2, -2))

    return [
        Drawing(whole.adjusted(-40, -40, 40, 40), draw),
        frame(whole, "secondary", 1, dashed=True),
        frame(image, "ink", 1.5),
        frame(rect(0, 0), "accent", 2),
        frame(rect(*last), "accent", 2),
    ]
