"""Which sample the cards follow through the network: its split and its number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from playground.check.report import Report
from playground.data.base import Dataset
from playground.data.prepare import count_test, count_train
from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.selection import Sample
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

OWN = "own"  # the split of a sample that the user drew
UNKNOWN = 1_000_000  # samples that data may have whose size nobody knows before it is read


def count_samples(dataset: Dataset | None, split: str) -> int:
    """Samples of a split; `UNKNOWN` where only reading the data would tell."""
    if dataset is None:
        return UNKNOWN
    count = count_train(dataset) if split == "train" else count_test(dataset)
    return UNKNOWN if count is None else count


class SamplePicker(Retranslating, QWidget):
    """A small choice of split and number; arrow keys walk through the samples."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.split, self.number = QuietCombo(), QSpinBox()
        self._own: Sample | None = None  # the sample that the user drew last
        self.split.setObjectName("quiet")
        self.number.setObjectName("small")
        self.number.setFixedWidth(76)
        self.number.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.split)
        row.addWidget(self.number)
        for split in ("train", "test"):  # retranslate() gives them their words
            self.split.addItem("", split)
        self.split.activated.connect(self._choose)
        self.number.valueChanged.connect(self._choose)
        context.selection.sample_changed.connect(self._show)
        context.document.loaded.connect(lambda: context.selection.follow(Sample()))
        context.document.report_changed.connect(self._on_report)
        self.retranslate()
        self._on_report(context.document.report)

    def retranslate(self) -> None:
        self.split.setItemText(0, tr("Training sample"))
        self.split.setItemText(1, tr("Test sample"))
        if self.split.count() > 2:
            self.split.setItemText(2, tr("My drawing"))
        help = tr(
            "The sample that the cards follow through the network. A click on a test prediction "
            "chooses it, too."
        )
        for widget in (self.split, self.number):
            widget.setToolTip(help)
        self.split.setAccessibleName(tr("Training or test sample"))
        self.number.setAccessibleName(tr("Number of the sample"))
        self._fit()

    def _fit(self) -> None:
        """Room for the longest word."""
        self.split.ensurePolished()
        metrics = self.split.fontMetrics()
        texts = (self.split.itemText(index) for index in range(self.split.count()))
        self.split.setFixedWidth(max(map(metrics.horizontalAdvance, texts)) + 32)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.parentWidget().parentWidget().setFocus()  # back to the canvas
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            event.accept()  # beside the fields: no gesture of the canvas below
            return True
        return super().event(event)

    def _choose(self, *_: object) -> None:
        dataset = self.context.document.report.dataset
        split = self.split.currentData()
        if split == OWN:
            if self._own is not None:
                self.context.selection.follow(self._own)
            return
        number = min(self.number.value(), max(count_samples(dataset, split) - 1, 0))
        self.context.selection.follow(Sample(split, number))

    def _on_report(self, report: Report) -> None:
        self.setVisible(any(n.block is not None and n.block.reads for n in report.nodes.values()))
        sample = self.context.selection.sample
        if not isinstance(sample.split, str):
            field = report.fields.get("x")
            if field is not None and field.shape != sample.split.shape:  # other data
                self._own = None
                self.context.selection.follow(Sample())
            self._show()
            return
        last = max(count_samples(report.dataset, sample.split) - 1, 0)
        if report.dataset is not None and sample.number > last:
            self.context.selection.follow(sample._replace(number=last))
        self._show()

    def _show(self) -> None:
        sample, dataset = self.context.selection.sample, self.context.document.report.dataset
        own = not isinstance(sample.split, str)
        if own:
            self._own = sample
        self._offer_own()
        self.number.setVisible(not own)
        if own:
            self.split.setCurrentIndex(self.split.findData(OWN))
            return
        self.number.blockSignals(True)
        self.number.setMaximum(max(count_samples(dataset, sample.split) - 1, sample.number))
        self.number.setValue(sample.number)
        self.number.blockSignals(False)
        self.split.setCurrentIndex(self.split.findData(sample.split))

    def _offer_own(self) -> None:
        """One's own sample can be chosen again once there is one."""
        place = self.split.findData(OWN)
        if self._own is not None and place < 0:
            self.split.addItem(tr("My drawing"), OWN)
            self._fit()
        elif self._own is None and place >= 0:
            self.split.removeItem(place)
