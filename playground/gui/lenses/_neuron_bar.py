"""Below the network: which plane is drawn, and how."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from playground.check.report import Report
from playground.check.unit_names import unit_names
from playground.gui.lenses._layer_count import LayerCount
from playground.gui.lenses._neuron_state import Choice
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import tr
from playground.telemetry.probes.plane_cut import Axes

PCA: Final = "pca"  # instead of two inputs
MOST_NAMED = 200  # inputs that can be chosen by name


class NeuronBar(QWidget):
    """Shows a `Choice` and axes, and says what the user wants instead."""

    wanted = Signal(object)  # Choice
    axes_wanted = Signal(object)  # Axes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.axes = Choice(), (0, 1)
        self.layers, self.note = LayerCount(), ElidedLabel()
        self._offers_layers = False
        self.note.setObjectName("lensLegend")
        self.across, self.up = QComboBox(), QComboBox()
        for box in (self.across, self.up):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(5)
            box.activated.connect(self._on_axis)
        names = ("before", "sign", "test", "warped")
        self.buttons = {name: QToolButton(checkable=True, objectName="toggle") for name in names}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.layers)
        row.addWidget(self.across)
        row.addWidget(self.up)
        row.addWidget(self.note, 1)
        for name, button in self.buttons.items():
            button.toggled.connect(
                lambda on, n=name: self.wanted.emit(replace(self.choice, **{n: on}))
            )
            row.addWidget(button)
        self.retranslate()

    def show_choice(self, choice: Choice) -> None:
        """Show it as it is."""
        self.choice = choice
        for name, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(getattr(choice, name))

    def show_layers(self, on: bool) -> None:
        """Offer more and fewer layers, where there is room."""
        self._offers_layers = on
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The menus of the layers say the same as the count, so a narrow lens can do without."""
        hint = super().minimumSizeHint()
        if not self.layers.isHidden():
            hint.setWidth(hint.width() - self._count_width())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.minimumSizeHint().width()
        self.layers.setVisible(self._offers_layers and room >= self._count_width())

    def _count_width(self) -> int:
        return self.layers.minimumSizeHint().width() + self.layout().spacing()

    def show_axes(self, axes: Axes, names: Sequence[str]) -> None:
        """Offer inputs by name; with two there is nothing to choose."""
        self.axes = axes
        several = len(names) > 2
        self.across.setVisible(several)
        self.up.setVisible(several and axes != PCA)
        if several:
            for place, box in enumerate((self.across, self.up)):
                self._fill(box, names, place, axes)
        note = ""
        if several and axes == PCA:
            note = tr("plane of the two directions in which the samples differ most")
        elif several:
            note = tr("all other inputs at their mean")
        self.note.setText(note)

    def _fill(self, box: QComboBox, names: Sequence[str], place: int, axes: Axes) -> None:
        with QSignalBlocker(box):
            box.clear()
            if place == 0:
                box.addItem(tr("PCA"), PCA)
            for number, name in enumerate(names[:MOST_NAMED]):
                box.addItem(name, number)
            box.setCurrentIndex(box.findData(PCA if axes == PCA else axes[place]))

    def _on_axis(self, _index: int) -> None:
        across, up = self.across.currentData(), self.up.currentData()
        if across == PCA:
            self.axes_wanted.emit(PCA)
            return
        if self.axes == PCA or up is None or up == across:
            up = 1 if across == 0 else 0
        self.axes_wanted.emit((int(across), int(up)))

    def retranslate(self) -> None:
        """The language changed."""
        words = {
            "before": (tr("Before"), tr("Each neuron before its activation: its weighted sum")),
            "sign": (
                tr("Discretise"),
                tr("Show only whether a neuron puts out more or less than 0"),
            ),
            "test": (
                tr("Test data"),
                tr("Show the samples that are kept aside to test on, as rings"),
            ),
            "warped": (
                tr("Warped grid"),
                tr("Where two neurons of a layer send the plane: click one, then another"),
            ),
        }
        for name, (text, told) in words.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(told)
        self.across.setAccessibleName(tr("Input that runs across"))
        self.up.setAccessibleName(tr("Input that runs up"))


def first_axes(report: Report) -> Axes:
    """The plane to begin with: of single pixels no two say much."""
    field = report.fields.get("x")
    return "pca" if field is not None and len(field.shape) > 1 else (0, 1)


def input_names(report: Report) -> list[str]:
    """What the inputs of the model are called, for the choice of a plane; [] without one."""
    model = report.models.get("main")
    if model is None or not model.inputs:
        return []
    node = model.inputs[0]
    names = unit_names(report, node)
    if names:
        return [tr(name) for name in names]
    return [f"x[{i}]" for i in range(math.prod(report.shape(node) or (0,)))]
