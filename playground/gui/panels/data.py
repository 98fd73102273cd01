"""The data: which, how it looks, and its settings."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.data.base import GROUPS, Dataset, Field
from playground.document import edits
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui import draw_data
from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.inspector.form import Form
from playground.gui.inspector.submit import set_data_param
from playground.gui.lesson import hidden_params, is_shown
from playground.gui.panels.feature_row import FeatureRow
from playground.gui.panels.own_data import OwnData
from playground.gui.panels.preview import Preview
from playground.gui.widgets.background import Background
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.registry import datasets

Glance = tuple[dict[str, Field], dict[str, np.ndarray], tuple[str, ...]]
DELAY_MS = 150  # a dragged slider asks for one preview, not for fifty


class DataPanel(Retranslating, QWidget):
    """Shows the document's dataset. The chooser stands in the header of the dock."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.chooser = QuietCombo()
        self.chooser.setObjectName("quiet")
        self.chooser.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(self._on_chosen)
        self.preview = Preview(context.theme)
        self.counts, self.about, self.notes = (QLabel(wordWrap=True) for _ in range(3))
        for label in (self.counts, self.about, self.notes):
            label.setObjectName("caption")
        self.open_own, self.features = OwnData(context), FeatureRow(context)
        self.regenerate, self.draw = QPushButton(), QPushButton()
        self.draw.setCheckable(True)
        self.regenerate.clicked.connect(lambda: draw_data.regenerate(context))
        self.draw.clicked.connect(lambda on: draw_data.draw_points(context, on))
        self.form: Form | None = None
        self._shown: tuple[str, Any] = ("", None)
        self._seen: tuple[Any, int] | None = None
        self._lay_out()
        self._painter = Background(self)
        self._painter.answered.connect(self._on_glance)
        self._painter.failed.connect(self._on_failed)
        self._later = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._later.timeout.connect(self._look)
        context.document.changed.connect(self._on_changed)
        context.document.report_changed.connect(self._show_counts)
        context.document.report_changed.connect(self._show_tools)
        context.document.changed.connect(self._show_tools)
        context.brush.changed.connect(self._show_tools)
        self._show(context.document.document)
        self.retranslate()

    def retranslate(self) -> None:
        self._fill_chooser()
        self.chooser.setAccessibleName(tr("Dataset"))
        self.regenerate.setText(tr("Regenerate"))
        self.regenerate.setToolTip(tr("Other random points of the same kind; training goes on"))
        self.draw.setText(tr("Draw points"))
        self.draw.setToolTip(tr("Paint, drag and erase points, also while the network trains"))
        self._show_counts()

    def _lay_out(self) -> None:
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(14, 0, 14, 0)
        self.column.setSpacing(8)
        for widget in (self.preview, self.counts):
            self.column.addWidget(widget)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.regenerate, 1)
        tools.addWidget(self.draw, 1)
        self.column.addLayout(tools)
        for widget in (self.features, self.notes, self.about):
            self.column.addWidget(widget)
        self.column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        foot = QHBoxLayout()  # stays in sight however long the form is
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.open_own)
        foot.addStretch()
        layout.addLayout(foot)

    def _fill_chooser(self) -> None:
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for group in _group_names():
            for key, cls in datasets.items():
                if cls.group == group:
                    self.chooser.addItem(tr(cls.title), key)
            self.chooser.insertSeparator(self.chooser.count())
        spec = self.context.document.document.data
        if self.chooser.findData(spec.dataset) < 0:
            self.chooser.addItem(spec.dataset, spec.dataset)
        self.chooser.setCurrentIndex(self.chooser.findData(spec.dataset))
        self.chooser.blockSignals(False)
        self.chooser.ensurePolished()
        text = self.chooser.fontMetrics().horizontalAdvance(self.chooser.currentText())
        self.chooser.setFixedWidth(text + 30)

    def _on_chosen(self, index: int) -> None:
        key = self.chooser.itemData(index)
        if key and key != self.context.document.document.data.dataset:
            self.context.document.push(
                tr("Use the data {title}", title=self.chooser.itemText(index)),
                lambda document: edits.set_data(document, key),
            )

    def _on_changed(self, old: Document, new: Document) -> None:
        if old.data != new.data or old.train.seed != new.train.seed:
            self._show(new)

    def _show(self, document: Document) -> None:
        key = document.data.dataset
        cls = datasets.get(key) if key in datasets else None
        if self._shown != (key, cls):
            self._shown = (key, cls)
            self._remake_form(cls)
            self._fill_chooser()
            self.about.setText("")
        if self.form is not None:
            self.form.set_values(document.data.params)
        self._show_counts()
        self._show_tools()
        if self.isVisible():
            self._later.start()

    def _remake_form(self, cls: type[Dataset] | None) -> None:
        if self.form is not None:
            self.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = None
        if cls is not None:
            infos = tuple(info for info in cls.infos() if info.name not in cls.drawn)
            self.form = Form(infos, self._submit, columns=1, parent=self)
            self.form.finished.connect(self.context.document.end_merge)
            self.column.insertWidget(self.column.count() - 1, self.form)

    def _show_tools(self, *_: object) -> None:
        """What can be done with this data, as far as no lesson hides it."""
        document = self.context.document.document
        self.features.setVisible(self.features.possible and is_shown(document, "features"))
        self.regenerate.setVisible(
            draw_data.can_regenerate(self.context) and is_shown(document, "regenerate")
        )
        self.draw.setVisible(draw_data.can_draw(self.context))
        self.draw.setChecked(self.context.brush.active)
        for widget in (self.chooser, self.open_own):
            if widget.parent() is not None:  # else it would be a window of its own
                widget.setVisible(is_shown(document, "dataset"))
        if self.form is not None:
            self.form.show_only(self.form.cells.keys() - hidden_params(document))

    def _submit(self, name: str, value: Any, dragging: bool) -> str:
        return set_data_param(self.context.document, name, value, dragging)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._later.start()

    def _look(self) -> None:
        """Ask for a few samples, unless the picture shows them already."""
        spec, seed = self.context.document.document.data, self.context.document.document.train.seed
        if self._seen == (spec, seed):
            return
        self._seen = (spec, seed)
        try:
            dataset = datasets.get(spec.dataset).make(spec.params)
        except PlaygroundError as error:
            self._on_failed(error)
            return
        self._painter.ask(lambda: _glance(dataset, seed))

    def _on_glance(self, glance: Glance) -> None:
        fields, arrays, notes = glance
        self.preview.show_samples(fields, arrays)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._show_counts()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlaygroundError):
            raise error  # a bug: the log and a notice, like everywhere
        self.preview.say(f"{error.message}\n{error.hint}".strip())
        self.notes.hide()

    def _show_counts(self, *_: object) -> None:
        document, report = self.context.document.document, self.context.document.report
        if document.data.dataset not in datasets:
            self.counts.setText(tr("This data comes from a plug-in that is not installed."))
            return
        cls = datasets.get(document.data.dataset)
        self.counts.setText(describe(cls, report.dataset, dict(report.fields)))
        self.about.setText(tr(cls.summary()))
        self.counts.setToolTip(cls.source)


def _glance(dataset: Dataset, seed: int) -> Glance:
    from playground.data.prepare import preview

    samples = preview(dataset, seed)
    return dict(dataset.fields()), dict(samples.arrays), samples.notes


def describe(cls: type[Dataset], dataset: Dataset | None, fields: dict[str, Field]) -> str:
    """How many samples of which kind, in one line: "1,797 samples, 1 × 8 × 8, 10 classes"."""
    count = dataset.count() if dataset is not None else None
    parts = []
    if isinstance(count, int):
        parts.append(tr("{n:,} samples", n=count))
    if "x" in fields and fields["x"].kind == "token":
        parts.append(tr("{n} steps", n=fields["x"].shape[0]))
    elif "x" in fields and len(fields["x"].shape) == 1:
        parts.append(tr("{n} features", n=fields["x"].shape[0]))
    elif "x" in fields and fields["x"].shape:
        parts.append(" × ".join(str(n) for n in fields["x"].shape))
    classes = next((field.classes for field in fields.values() if field.classes), ())
    if classes:
        parts.append(tr("{n} classes", n=len(classes)))
    return " · ".join(parts)


def _group_names() -> list[str]:
    present = {cls.group for _, cls in datasets.items()}
    return [name for name in GROUPS if name in present] + sorted(present - set(GROUPS))
