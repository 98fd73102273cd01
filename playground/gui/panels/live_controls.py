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

    Learning rate and batch size change the running session at once. Before the first step they
    change the document like everything else; so does the optimiser, always.
    """

    followed = Signal()  # which controls are offered may have changed

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rate = LabelledSlider(Scale(*RATES, log=True))
        self.rate.setFixedWidth(124)
        self.optimizer, self.batch = LabelledCombo(92), LabelledCombo(64)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(16)
        for widget in (self.rate, self.optimizer, self.batch):
            self.row.addWidget(widget)
        self.rate.moved.connect(self._on_rate)
        self.rate.released.connect(context.document.end_merge)
        self.batch.combo.activated.connect(
            lambda index: self._set("batch_size", self.batch.combo.itemData(index))
        )
        self.optimizer.combo.activated.connect(self._on_optimizer)
        context.document.changed.connect(self.follow)
        context.run.restarted.connect(self.follow)
        self.retranslate()
        self.follow()

    def retranslate(self) -> None:
        infos = self._infos()
        self.rate.set_label(tr("Learning rate"), _help(infos.get("lr")))
        self.optimizer.caption.setText(tr("Optimizer"))
        self.optimizer.combo.setAccessibleName(tr("Optimizer"))
        self.batch.caption.setText(tr("Batch"))
        self.batch.combo.setAccessibleName(tr("Batch size"))
        self.batch.setToolTip(_help(infos.get("batch_size")))
        self.optimizer.setToolTip(_help(infos.get("optimizer")))

    def offered(self) -> dict[QWidget, bool]:
        """Each control, and whether the kind of training has such a parameter."""
        infos = self._infos()
        names = {"lr": self.rate, "optimizer": self.optimizer, "batch_size": self.batch}
        return {widget: name in infos for name, widget in names.items()}

    def follow(self, *_: object) -> None:
        """Show what holds now: the run's own wishes, else the document's values."""
        infos, document = self._infos(), self.context.document.document
        controls = self.context.run.steering.controls
        for widget, offered in self.offered().items():
            widget.setVisible(offered)
        if "lr" in infos:
            self.rate.format = plain
            value = train_value(document, "lr") if controls.lr is None else controls.lr
            if isinstance(value, int | float) and value > 0:
                self.rate.set_value(value)
        if "optimizer" in infos:
            self.optimizer.show_choices(
                infos["optimizer"].choices, train_value(document, "optimizer")
            )
        if "batch_size" in infos:
            size = train_value(document, "batch_size")
            self.batch.show_choices(BATCHES, controls.batch_size or size)
        self.followed.emit()

    def _infos(self) -> dict[str, ParamInfo]:
        key = self.context.document.document.train.experiment
        return {i.name: i for i in experiments.get(key).infos()} if key in experiments else {}

    def _on_rate(self, value: float) -> None:
        self._set("lr", value, dragging=True)

    def _on_optimizer(self, index: int) -> None:
        self._say(
            set_train_param(
                self.context.document, "optimizer", self.optimizer.combo.itemData(index), False
            )
        )

    def _set(self, name: str, value: Any, dragging: bool = False) -> None:
        run = self.context.run
        if run.step_count > 0 or run.state == "running":
            run.change(**{name: value})
        else:
            self._say(set_train_param(self.context.document, name, value, dragging))

    def _say(self, reason: str) -> None:
        if reason:
            self.context.notices.post(reason, "warning")
            self.follow()


def _help(info: ParamInfo | None) -> str:
    return tr(info.help) if info else ""
