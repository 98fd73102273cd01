"""A slider with its label and value above it, linear or in factors."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from playground.gui.widgets.numbers import plain

STOPS = 400  # positions of a slider over a continuous range


class QuietSlider(QSlider):
    """A horizontal slider that leaves the wheel to its page unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(40)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Scale:
    """Maps slider positions to values and back."""

    def __init__(
        self, low: float, high: float, *, whole: bool = False, log: bool = False, step: float = 0.0
    ) -> None:
        self.low, self.high, self.whole = low, high, whole
        self.log = log and low > 0
        if whole and not self.log:
            self.stops = int(high - low)
        else:
            self.stops = max(round((high - low) / step), 1) if step and not self.log else STOPS

    def value(self, position: int) -> float:
        """Value at a slider position, rounded to what a person would write."""
        share = position / max(self.stops, 1)
        if self.log:
            exact = math.exp(math.log(self.low) + share * math.log(self.high / self.low))
            rounded = float(f"{exact:.2g}")
        else:
            exact = self.low + share * (self.high - self.low)
            rounded = float(f"{exact:.4g}")
        clipped = min(max(rounded, self.low), self.high)
        return round(clipped) if self.whole else clipped

    def position(self, value: float) -> int:
        """The nearest slider position."""
        value = min(max(float(value), self.low), self.high)
        if self.log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / max(self.high - self.low, 1e-300)
        return round(share * self.stops)


class LabelledSlider(QWidget):
    """Label left, value right, slider below."""

    moved = Signal(object)  # value, while the user drags or presses keys
    released = Signal()  # the gesture is over

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = scale
        self.label, self.shown = QLabel(), QLabel()
        self.label.setObjectName("fieldLabel")
        self.shown.setObjectName("value")
        self.slider = QuietSlider()
        self.slider.setRange(0, scale.stops)
        self.slider.setPageStep(max(scale.stops // 10, 1))
        head = QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch()
        head.addWidget(self.shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.slider)
        self.format = plain
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self.released)
        self.slider.installEventFilter(self)

    def set_label(self, text: str, help_text: str = "") -> None:
        """Set the label, the accessible name and the tool tip."""
        self.label.setText(text)
        self.slider.setAccessibleName(text)
        self.setToolTip(help_text)

    def set_value(self, value: float) -> None:
        """Show a value without saying that the user moved."""
        self.slider.blockSignals(True)
        self.slider.setValue(self.scale.position(value))
        self.slider.blockSignals(False)
        self.shown.setText(self.format(value))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyRelease, QEvent.Type.FocusOut):
            self.released.emit()
        return super().eventFilter(watched, event)

    def _on_moved(self, position: int) -> None:
        value = self.scale.value(position)
        self.shown.setText(self.format(value))
        self.moved.emit(value)
        if not self.slider.isSliderDown() and not self.slider.hasFocus():
            self.released.emit()  # a click beside the handle, or a program
