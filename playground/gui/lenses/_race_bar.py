"""Which surface, play and pause, one step, how fast, and where on the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from playground.explain.race.surfaces import SURFACES
from playground.gui.widgets.slider import QuietSlider
from playground.i18n import mark, tr

STEPS = 1000
SPEEDS = (5, 20, 60, 200)  # steps a second
TITLES = {
    "bowl": mark("Bowl"),
    "ravine": mark("Ravine"),
    "saddle": mark("Saddle"),
    "rosenbrock": mark("Rosenbrock"),
}


class RaceBar(QWidget):
    """The controls of a race; what they mean is the lens's."""

    surface_chosen = Signal(str)
    play_wanted = Signal()
    step_wanted = Signal(int)
    moved = Signal(int)  # to this step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.surface, self.speed, self.play = QComboBox(), QComboBox(), QToolButton()
        self.back, self.forward = QToolButton(text="◂"), QToolButton(text="▸")
        self.slider, self.label = QuietSlider(), QLabel()
        self.label.setObjectName("lensLegend")
        self.label.setMinimumWidth(64)
        self.slider.setRange(0, STEPS)
        for key in SURFACES:
            self.surface.addItem(key, key)
        for speed in SPEEDS:
            self.speed.addItem(str(speed), speed)
        self.speed.setCurrentIndex(1)
        for box in (self.surface, self.speed):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.surface, self.back, self.play, self.forward, self.speed):
            row.addWidget(widget)
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        self.surface.activated.connect(lambda i: self.surface_chosen.emit(self.surface.itemData(i)))
        self.play.clicked.connect(self.play_wanted)
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.forward.clicked.connect(lambda: self.step_wanted.emit(1))
        self.slider.valueChanged.connect(self.moved)
        self.show_state(False, 0)
        self.retranslate()

    def steps_a_second(self) -> int:
        """The speed that is chosen."""
        return int(self.speed.currentData())

    def show_state(self, playing: bool, step: int) -> None:
        """Show what is."""
        self.play.setText("❚❚" if playing else "▶")
        self.play.setToolTip(tr("Pause the race") if playing else tr("Start the race"))
        self.play.setAccessibleName(self.play.toolTip())
        self.slider.blockSignals(True)  # told by the lens, not by the user
        self.slider.setValue(step)
        self.slider.blockSignals(False)
        self.label.setText(tr("step {step}", step=step))

    def show_surface(self, key: str) -> None:
        """Show which surface it is."""
        self.surface.setCurrentIndex(self.surface.findData(key))

    def retranslate(self) -> None:
        """Set every text again."""
        for index, key in enumerate(SURFACES):
            self.surface.setItemText(index, tr(TITLES[key]))
        for index, speed in enumerate(SPEEDS):
            self.speed.setItemText(index, tr("{n} steps/s", n=speed))
        self.surface.setAccessibleName(tr("Surface"))
        self.speed.setAccessibleName(tr("Speed of the race"))
        self.slider.setAccessibleName(tr("Step of the race"))
        self.slider.setToolTip(tr("All racers at this step"))
        for button, words in (
            (self.back, tr("One step back")),
            (self.forward, tr("One step forward")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
