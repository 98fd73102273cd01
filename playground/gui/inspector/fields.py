"""One editable field for each kind of parameter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from playground.gui.widgets.number_field import NumberField
from playground.gui.widgets.slider import QuietSlider, Scale
from playground.i18n import tr
from playground.parameters import ParamInfo

MODEST = 200  # a whole number with at most so many values gets a slider


class Field(QWidget):
    """Base: shows a value, says when the user wants another one."""

    edited = Signal(object, bool)  # value, whether a gesture (a drag) is still going on
    finished = Signal()  # the gesture is over

    def __init__(self, info: ParamInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    def set_value(self, value: Any) -> None:
        """Show a value; tells nobody."""
        raise NotImplementedError

    def main(self) -> QWidget:
        """The widget that takes the focus and shows that a value is wrong."""
        raise NotImplementedError


class NumberParamField(Field):
    """A number field; where the range is modest, a slider with the number beside the label."""

    def __init__(self, info: ParamInfo, sliders: bool) -> None:
        super().__init__(info)
        self.number = NumberField(
            whole=info.kind == "int",
            minimum=info.minimum,
            maximum=info.maximum,
            log=info.log,
            optional=info.optional,
        )
        self.slider: QuietSlider | None = None
        self.scale = scale_of(info) if sliders else None
        if self.scale is not None:
            self.slider = QuietSlider()
            self.slider.setRange(0, self.scale.stops)
            self.row.addWidget(self.slider)
            self.slider.valueChanged.connect(self._on_slid)
            self.slider.sliderReleased.connect(self.finished)
            self.number.make_inline()
        else:
            self.row.addWidget(self.number)
        self.number.edited.connect(lambda value: self.edited.emit(value, False))

    def main(self) -> QWidget:
        return self.number

    def set_value(self, value: Any) -> None:
        self.number.set_value(value)
        if self.slider is not None and self.scale is not None and value is not None:
            self.slider.blockSignals(True)
            self.slider.setValue(self.scale.position(value))
            self.slider.blockSignals(False)

    def _on_slid(self, position: int) -> None:
        assert self.slider is not None  # connected only with both
        assert self.scale is not None
        self.edited.emit(self.scale.value(position), self.slider.isSliderDown())


class BoolField(Field):
    """A switch."""

    def __init__(self, info: ParamInfo) -> None:
        super().__init__(info)
        self.box = QCheckBox()
        self.row.addWidget(self.box)
        self.box.clicked.connect(lambda on: self.edited.emit(on, False))

    def main(self) -> QWidget:
        return self.box

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class QuietCombo(QComboBox):
    """A combo box that changes by the wheel only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """A choice; the entries are the words of the file, which are torch's."""

    def __init__(self, info: ParamInfo) -> None:
        super().__init__(info)
        self.combo = QuietCombo()
        for choice in info.choices:
            self.combo.addItem(str(choice), choice)
        self.row.addWidget(self.combo)
        self.combo.activated.connect(
            lambda index: self.edited.emit(self.combo.itemData(index), False)
        )

    def main(self) -> QWidget:
        return self.combo

    def set_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(self.combo.findText(str(value)))
        self.combo.setToolTip(str(value))


class TextField(Field):
    """A text, a path with a dialog, or a list of numbers such as 1, 8, 8."""

    def __init__(self, info: ParamInfo) -> None:
        super().__init__(info)
        self._shown = ""
        self.edit = QLineEdit()
        self.edit.setObjectName("monoField")
        self.row.addWidget(self.edit, 1)
        if info.path:
            self.browse = QToolButton(text="…")
            self.browse.clicked.connect(self._browse)
            self.row.addWidget(self.browse)
        self.edit.editingFinished.connect(self._on_finished)

    def main(self) -> QWidget:
        return self.edit

    def set_value(self, value: Any) -> None:
        if isinstance(value, list | tuple):
            text = ", ".join(str(item) for item in value)
        else:
            text = "" if value is None else str(value)
        changed = text != self._shown
        self._shown = text
        if changed or not self.edit.hasFocus():
            self.edit.setText(text)

    def _on_finished(self) -> None:
        text = self.edit.text().strip()
        if text == self._shown:
            return
        if not text and self.info.optional:
            self.edited.emit(None, False)
        elif self.info.kind == "tuple":
            self.edited.emit([_number(part) for part in text.split(",") if part.strip()], False)
        else:
            self.edited.emit(text, False)

    def _browse(self) -> None:
        if self.info.path == "folder":
            chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), self._shown)
        else:
            chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"), self._shown)
        if chosen:
            self.edited.emit(chosen, False)


def _number(text: str) -> object:
    text = text.strip()
    try:
        return int(text)
    except ValueError:
        return text


def scale_of(info: ParamInfo) -> Scale | None:
    """The slider scale of a parameter, or None when its range is too wide for one."""
    low, high = info.minimum, info.maximum
    if low is None or high is None or info.optional:
        return None
    if info.kind == "int" and not info.log:
        return Scale(low, high, whole=True) if high - low <= MODEST else None
    if info.kind not in ("int", "float") or (info.log and low <= 0):
        return None
    if not info.log and high - low > MODEST:
        return None
    step = 0.01 if not info.log and high - low <= 2 else 0.0
    return Scale(low, high, whole=info.kind == "int", log=info.log, step=step)


def make_field(info: ParamInfo, sliders: bool) -> Field:
    """The field for a parameter."""
    if info.kind in ("int", "float"):
        return NumberParamField(info, sliders)
    if info.kind == "bool":
        return BoolField(info)
    return ChoiceField(info) if info.kind == "choice" else TextField(info)
