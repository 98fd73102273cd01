"""Nothing is selected: the document's title, what it is about, and how it is trained."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from playground.check.report import Report
from playground.document import edits
from playground.document.model import TrainSpec
from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.inspector.form import Cell, Form
from playground.gui.inspector.submit import set_train_param
from playground.gui.lesson import hidden_params, is_shown
from playground.gui.preset_words import shown, stored
from playground.gui.widgets.numbers import short
from playground.gui.widgets.texts import Retranslating
from playground.i18n import mark, tr
from playground.parameters import ParamInfo
from playground.registry import experiments


def _whole(name: str, title: str, help_text: str, low: int, high: int) -> ParamInfo:
    return ParamInfo(name, "int", low, help_text, title, "", low, high, (), False, "", False, False)


# steps and seed are fields of the document itself, not parameters of an experiment
STEPS = _whole("steps", mark("Steps"), mark("Optimiser steps after which the run ends."), 1, 10**12)
SEED = _whole("seed", mark("Seed"), mark("Start of all chance: same seed, same run."), 0, 2**63 - 1)


class AboutEdit(QPlainTextEdit):
    """A text of some lines that is handed over when the focus leaves."""

    def __init__(self, done: Any) -> None:
        super().__init__()
        self._done = done
        self.setTabChangesFocus(True)
        self.setFixedHeight(78)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._done(self.toPlainText())
        return super().event(event)


class DocumentPage(Retranslating, QWidget):
    """Forms of the document as a whole."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.title, self.about = QLineEdit(), AboutEdit(self._set_about)
        self.title.editingFinished.connect(self._set_title)
        self.labels = {name: QLabel() for name in ("title", "about", "experiment")}
        for label in self.labels.values():
            label.setObjectName("fieldLabel")
        self.head = QLabel()  # stands in the header of the dock
        self.head.setObjectName("panelTitle")
        self.training = QLabel()
        self.training.setObjectName("sectionTitle")
        self.summary = QLabel(wordWrap=True)
        self.summary.setObjectName("secondary")
        self.experiment = QuietCombo()
        self.experiment.activated.connect(self._on_experiment)
        self.numbers = {info.name: Cell(info, sliders=False) for info in (STEPS, SEED)}
        for name, cell in self.numbers.items():
            cell.field.edited.connect(lambda value, _drag, n=name: self._set_number(n, value))
        self.form: Form | None = None
        self._form_of = ""
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 0, 14, 4)
        self.column.setSpacing(4)
        for widget in (
            self.labels["title"], self.title, self.labels["about"], self.about, self.summary,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self.training)
        self.column.addWidget(self.labels["experiment"])
        self.column.addWidget(self.experiment)
        row = QHBoxLayout()
        row.setSpacing(8)
        for cell in self.numbers.values():
            row.addWidget(cell, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.column.addSpacing(4)
        self.column.addStretch()

    def retranslate(self) -> None:
        self.labels["title"].setText(tr("Title"))
        self.labels["about"].setText(tr("About"))
        self.labels["experiment"].setText(tr("Kind of training"))
        self.training.setText(tr("Training"))
        self.head.setText(tr("Network"))
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("Untitled"))
        self.about.setAccessibleName(tr("About"))
        self.about.setPlaceholderText(tr("What should one see here?"))
        self.experiment.setAccessibleName(tr("Kind of training"))
        for cell in self.numbers.values():
            cell.retranslate()
        self.experiment.clear()
        for key, cls in experiments.items():
            self.experiment.addItem(tr(cls.title), key)
        self.follow()

    def follow(self) -> None:
        """Show the document's present values."""
        document = self.context.document.document
        if not self.title.hasFocus() or not self.title.isModified():
            self.title.setText(shown(document.title))
        about = shown(document.about)
        if not self.about.hasFocus() and self.about.toPlainText() != about:
            self.about.setPlainText(about)
        self.experiment.setCurrentIndex(self.experiment.findData(document.train.experiment))
        for name, cell in self.numbers.items():
            cell.field.set_value(getattr(document.train, name))
            cell.say("")
        if self._form_of != document.train.experiment:
            self._remake_form(document.train.experiment)
        if self.form is not None:
            self.form.set_values(document.train.params)
            self.form.show_only(self.form.cells.keys() - hidden_params(document))
        for widget in (self.labels["experiment"], self.experiment):
            widget.setVisible(is_shown(document, "experiment"))
        self.numbers["seed"].setVisible(is_shown(document, "seed"))
        self.show_report(self.context.document.report)

    def show_report(self, report: Report) -> None:
        """Show what the whole network costs."""
        blocks, cost = len(report.blocks), report.cost
        number = tr("{n} block", n=blocks) if blocks == 1 else tr("{n} blocks", n=blocks)
        self.summary.setText(
            tr(
                "{blocks}, {parameters:,} parameters, {flops} per sample",
                blocks=number,
                parameters=cost.parameters,
                flops=short(cost.flops, "FLOP"),
            )
        )

    def _remake_form(self, key: str) -> None:
        if self.form is not None:
            self.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._form_of = key
        if key in experiments:
            infos = experiments.get(key).infos()
            self.form = Form(infos, self._submit, columns=2, sliders="none", parent=self)
            self.form.finished.connect(self.context.document.end_merge)
            self.column.insertWidget(self.column.count() - 1, self.form)

    def _submit(self, name: str, value: Any, dragging: bool) -> str:
        return set_train_param(self.context.document, name, value, dragging)

    def _set_title(self) -> None:
        text = self.title.text().strip()
        self.title.setModified(False)
        self.context.document.push(
            tr("Change the title"),
            lambda document: edits.set_title(document, stored(text, document.title)),
        )

    def _set_about(self, text: str) -> None:
        self.context.document.push(
            tr("Change the description"),
            lambda document: edits.set_about(document, stored(text, document.about)),
        )

    def _on_experiment(self, index: int) -> None:
        key = self.experiment.itemData(index)
        if key == self.context.document.document.train.experiment:
            return
        # a parameter that the other kind of training does not know would be an error there
        known = set(experiments.get(key).model_fields)
        self.context.document.push(
            tr("Train as {title}", title=self.experiment.itemText(index)),
            lambda document: edits.set_train(
                document,
                experiment=key,
                params={n: v for n, v in document.train.params.items() if n in known},
            ),
        )

    def _set_number(self, name: str, value: Any) -> None:
        cell = self.numbers[name]
        low, high = cell.info.minimum, cell.info.maximum
        if not isinstance(value, int) or not low <= value <= high:
            cell.say(tr("A whole number from {low:,} to {high:,}.", low=low, high=high))
            return
        cell.say("")
        try:
            TrainSpec.model_validate({name: value})
        except ValueError as error:  # the model is stricter than this form: say so, change nothing
            cell.say(str(error))
            return
        self.context.document.push(
            tr("Change {name} of the training", name=name),
            lambda document: edits.set_train(document, **{name: value}),
        )
