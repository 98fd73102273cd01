"""Below the curves: smoothing, what they are drawn over, and both scales."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from playground.gui.lenses._curve_axes import OVER, SMOOTHEST, Axes
from playground.gui.widgets.slider import QuietSlider
from playground.i18n import mark, tr

TITLES = {"step": mark("step"), "epoch": mark("epoch"), "seconds": mark("time in s")}
STOPS = 100  # of the smoothing


class CurveBar(QWidget):
    """Shows `axes` and says what the user wants instead."""

    wanted = Signal(object)  # Axes

    def __init__(self, axes: Axes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axes = axes
        self._offered: list[bool] = []  # of OVER
        self.smooth, self.shown, self.over = QuietSlider(), QLabel(), QComboBox()
        self.log_x = QToolButton(checkable=True, objectName="toggle")
        self.log_y = QToolButton(checkable=True, objectName="toggle")
        self.smooth.setRange(0, round(STOPS * SMOOTHEST))
        self.smooth.setMaximumWidth(120)
        self.shown.setObjectName("lensLegend")
        self.shown.setMinimumWidth(26)
        for key in OVER:
            self.over.addItem(key, key)
        self.over.setMinimumContentsLength(4)  # a lens may be narrow
        self.over.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.smooth, 1)
        row.addWidget(self.shown)
        row.addStretch()
        for widget in (self.over, self.log_x, self.log_y):
            row.addWidget(widget)
        for button in (self.log_x, self.log_y):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_axes(axes)
        self.smooth.valueChanged.connect(lambda v: self._want(smooth=v / STOPS))
        self.over.activated.connect(lambda i: self._want(over=self.over.itemData(i)))
        self.log_x.toggled.connect(lambda on: self._want(log_x=on))
        self.log_y.toggled.connect(lambda on: self._want(log_y=on))
        self.retranslate()

    def _want(self, **change: object) -> None:
        self.wanted.emit(replace(self.axes, **change))

    def show_axes(self, axes: Axes) -> None:
        """Show these; says nothing."""
        self.axes = axes
        for widget, value in (
            (self.smooth, round(axes.smooth * STOPS)),
            (self.log_x, axes.log_x),
            (self.log_y, axes.log_y),
        ):
            widget.blockSignals(True)  # told by the lens, not by the user
            widget.setValue(value) if widget is self.smooth else widget.setChecked(value)
            widget.blockSignals(False)
        self.over.setCurrentIndex(OVER.index(axes.over))
        self.shown.setText(f"{axes.smooth:.2f}" if axes.smooth else tr("raw"))

    def offer(self, names: Collection[str]) -> None:
        """Only what the run tells can be chosen; steps always."""
        offered = [key == "step" or key in names or key == self.axes.over for key in OVER]
        if offered == self._offered:  # asked with each row of a run
            return
        self._offered = offered
        for index, can in enumerate(offered):
            self.over.model().item(index).setEnabled(can)

    def retranslate(self) -> None:
        """Set every text again."""
        for index, key in enumerate(OVER):
            self.over.setItemText(index, tr(TITLES[key]))
        self.log_x.setText(tr("log x"))
        self.log_y.setText(tr("log y"))
        self.over.setAccessibleName(tr("Horizontal axis"))
        self.over.setToolTip(tr("What the curves are drawn over; time is without pauses"))
        self.log_x.setToolTip(tr("Logarithmic horizontal axis: the beginning gets room."))
        self.log_y.setToolTip(tr("Logarithmic vertical axis: equal distances are equal factors."))
        self.smooth.setAccessibleName(tr("Smoothing"))
        self.smooth.setToolTip(
            tr(
                "Smoothing: a moving mean, in which a point further back counts less by this "
                "factor; the raw curve stays, faint. 0 is raw."
            )
        )
        self.show_axes(self.axes)
