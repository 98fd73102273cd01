"""What the bar lets a user change while the network learns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.inspector.submit import set_train_param, train_value
from playground.gui.widgets.numbers import plain
from playground.gui.widgets.slider import LabelledSlider, Scale
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.parameters import ParamInfo
from playground.registry import experiments

# by which parameter an experiment's learning rate can be changed while it runs, first found
RATE_NAMES = ("lr", "lr_generator")
RATES = (1e-5, 1.0)  # ends of the learning-rate slider, within what the experiment accepts
BATCHES = (1, 2, 4, 8, 10, 16, 32, 64, 128, 256, 512, 1024)


class LabelledCombo(QWidget):
    """A caption above a choice."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.caption, self.combo = QLabel(), QuietCombo()
        self.caption.setObjectName("caption")
        self.combo.setFixedWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.caption)
        column.addWidget(self.combo)

    def show_choices(self, choices: tuple[Any, ...], chosen: Any) -> None:
        """Offer these and show which one holds."""
        if self.combo.count() != len(choices) or self.combo.itemData(0) != choices[0]:
            self.combo.clear()
            for choice in choices:
                self.combo.addItem(str(choice), choice)
        if self.combo.findText(str(chosen)) < 0 and chosen is not None:
            self.combo.addItem(str(chosen), chosen)
        self.combo.setCurrentIndex(self.combo.findText(str(chosen)))


class LiveControls(Retranslating, QWidget):
    """Learning rate, optimiser and batch size, as far as the experiment has them.

    They change the document like everything else; a running session goes on with it at once.
    """

    followed = Signal()  # which controls are offered may have changed

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rate = LabelledSlider(Scale(*RATES, log=True))
        self.rate.setFixedWidth(134)
        self.optimizer, self.batch = LabelledCombo(92), LabelledCombo(64)
        self._named = ""  # the experiment that the labels speak of
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(16)
        for widget in (self.rate, self.optimizer, self.batch):
            self.row.addWidget(widget)
        self.rate.moved.connect(self._on_rate)
        self.rate.released.connect(context.document.end_merge)
        self.batch.combo.activated.connect(
            lambda index: self._set_batch_size(self.batch.combo.itemData(index))
        )
        self.optimizer.combo.activated.connect(self._on_optimizer)
        context.document.changed.connect(self.follow)
        context.run.restarted.connect(self.follow)
        self.retranslate()
        self.follow()

    def retranslate(self) -> None:
        infos = self._infos()
        rate = infos.get(self._rate_name())
        self.rate.set_label(tr("Learning rate") if rate is None else tr(rate.title), _help(rate))
        self.optimizer.caption.setText(tr("Optimizer"))
        self.optimizer.combo.setAccessibleName(tr("Optimizer"))
        self.batch.caption.setText(tr("Batch"))
        self.batch.combo.setAccessibleName(tr("Batch size"))
        self.batch.setToolTip(_help(infos.get("batch_size")))
        self.optimizer.setToolTip(_help(infos.get("optimizer")))

    def offered(self) -> dict[QWidget, bool]:
        """Each control, and whether the kind of training has such a parameter."""
        infos = self._infos()
        names = {
            self._rate_name(): self.rate,
            "optimizer": self.optimizer,
            "batch_size": self.batch,
        }
        return {widget: name in infos for name, widget in names.items()}

    def follow(self, *_: object) -> None:
        """Show what the document says."""
        infos, document = self._infos(), self.context.document.document
        for widget, offered in self.offered().items():
            widget.setVisible(offered)
        name = self._rate_name()
        if name in infos:
            if document.train.experiment != self._named:
                self._named = document.train.experiment
                self.retranslate()
            self.rate.format = plain
            value = train_value(document, name)
            if isinstance(value, int | float) and value > 0:
                self.rate.set_value(value)
        if "optimizer" in infos:
            self.optimizer.show_choices(
                infos["optimizer"].choices, train_value(document, "optimizer")
            )
        if "batch_size" in infos:
            self.batch.show_choices(BATCHES, train_value(document, "batch_size"))
        self.followed.emit()

    def _infos(self) -> dict[str, ParamInfo]:
        key = self.context.document.document.train.experiment
        return {i.name: i for i in experiments.get(key).infos()} if key in experiments else {}

    def _rate_name(self) -> str:
        infos = self._infos()
        return next((name for name in RATE_NAMES if name in infos), RATE_NAMES[0])

    def _on_rate(self, value: float) -> None:
        self._say(set_train_param(self.context.document, self._rate_name(), value, True))

    def _on_optimizer(self, index: int) -> None:
        self._say(
            set_train_param(
                self.context.document, "optimizer", self.optimizer.combo.itemData(index), False
            )
        )

    def _set_batch_size(self, size: int) -> None:
        self._say(set_train_param(self.context.document, "batch_size", size, False))

    def _say(self, reason: str) -> None:
        if reason:
            self.context.notices.post(reason, "warning")
            self.follow()


def _help(info: ParamInfo | None) -> str:
    return tr(info.help) if info else ""
