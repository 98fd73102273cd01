"""Which task, how far back, how fast they learn, pause and restart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.gui.widgets.number_field import NumberField
from playground.gui.widgets.slider import QuietSlider
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.registry import datasets

HELP = {  # task -> what is asked
    "adding_problem": mark(
        "Add the two marked numbers of a sequence; one of them lies in its first half."
    ),
    "delayed_recall": mark("Say at the last step which letter was shown at the first one."),
}
LAGS = (5, 200)
RATES = (1e-5, 1.0)


class RecurrentBar(QWidget):
    """The controls of the race of recurrent networks; what they mean is the lens's."""

    task_chosen = Signal(str)
    lag_moved = Signal(int)
    rate_edited = Signal(float)
    play_wanted = Signal()
    restart_wanted = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task, self.slider = QComboBox(), QuietSlider()
        self.lag, self.rate_words, self.step = QLabel(), QLabel(), ElidedLabel()
        self.play, self.restart = QToolButton(), QToolButton(text="↺")
        self.rate = NumberField(whole=False, minimum=RATES[0], maximum=RATES[1], log=True)
        self.rate.setFixedWidth(68)
        for label in (self.lag, self.step, self.rate_words):
            label.setObjectName("lensLegend")
        self.step.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for key in HELP:
            self.task.addItem(key, key)
        self.task.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.slider.setRange(*LAGS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row(self.task, self.lag, (self.slider, 1)))
        settings = self.play, self.restart, self.rate_words, self.rate
        column.addLayout(self._row(*settings, (self.step, 1)))
        self.task.activated.connect(lambda i: self.task_chosen.emit(self.task.itemData(i)))
        self.slider.valueChanged.connect(self._on_lag)
        self.rate.edited.connect(self._on_rate)
        self.play.clicked.connect(self.play_wanted)
        self.restart.clicked.connect(self.restart_wanted)
        self.retranslate()

    @staticmethod
    def _row(*parts: QWidget | tuple[QWidget, int]) -> QHBoxLayout:
        """Widgets beside each other; a number beside one is how it stretches."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for part in parts:
            row.addWidget(*part) if isinstance(part, tuple) else row.addWidget(part)
        return row

    def show_settings(self, task: str, lag: int, rate: float, going: bool) -> None:
        """Show what is."""
        self.task.setCurrentIndex(self.task.findData(task))
        self.task.setToolTip(tr(HELP[task]))
        self.slider.blockSignals(True)  # told by the lens, not by the user
        self.slider.setValue(lag)
        self.slider.blockSignals(False)
        self.lag.setText(tr("lag {n}", n=lag))
        self.rate.set_value(rate)
        self.play.setText("❚❚" if going else "▶")
        self.play.setToolTip(tr("Pause these three") if going else tr("Let these three go on"))
        self.play.setAccessibleName(self.play.toolTip())

    def _on_lag(self, lag: int) -> None:
        self.lag.setText(tr("lag {n}", n=lag))
        self.lag_moved.emit(lag)

    def _on_rate(self, value: object) -> None:
        low, high = RATES
        if isinstance(value, int | float) and low <= value <= high:
            self.rate_edited.emit(float(value))
            return
        old = self.rate.value()
        self.rate.set_value(None)
        self.rate.set_value(old)
        self.refused.emit(
            tr("{value} is no number from {low} to {high}.", value=value, low=low, high=high)
        )

    def retranslate(self) -> None:
        """Set every text again."""
        for index, key in enumerate(HELP):
            self.task.setItemText(index, tr(datasets.get(key).title))
        self.task.setAccessibleName(tr("Task"))
        self.lag.setMinimumWidth(self.lag.fontMetrics().horizontalAdvance(tr("lag {n}", n=200)))
        self.slider.setAccessibleName(tr("Lag, steps back"))
        self.slider.setToolTip(
            tr("From the first step of a sequence to its last one; another lag begins anew")
        )
        self.rate_words.setText(tr("Adam, rate"))
        self.rate.setAccessibleName(tr("Learning rate of all three"))
        self.rate.setToolTip(tr("Learning rate of all three; they go on with it"))
        self.restart.setToolTip(tr("Begin anew, with the same first weights and batches"))
        self.restart.setAccessibleName(self.restart.toolTip())
