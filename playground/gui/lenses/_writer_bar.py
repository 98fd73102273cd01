"""What a network is to write on from, and how it chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from playground.gui.widgets.number_field import NumberField
from playground.gui.widgets.numbers import plain
from playground.i18n import tr
from playground.telemetry.writing.sampling import Choice

ROOMY = 560  # px of width from which on all stands in one row
LIMITS = {"temperature": (0.0, 100.0), "top_k": (0, 1_000_000), "top_p": (1e-6, 1.0)}


class WriterBar(QWidget):
    """A field for the prompt, and three numbers. A value out of range is put back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(temperature=0.8)
        self.prompt = QLineEdit(objectName="monoField")
        self.prompt.setMaxLength(10_000)
        self.fields = {
            name: NumberField(whole=name == "top_k", minimum=low, maximum=high)
            for name, (low, high) in LIMITS.items()
        }
        self.labels = {name: QLabel(objectName="fieldLabel") for name in LIMITS}
        numbers = QHBoxLayout()
        numbers.setSpacing(4)
        for name, field in self.fields.items():
            field.setFixedWidth(56)
            field.set_value(getattr(self.choice, name))
            field.edited.connect(lambda value, name=name: self._on_edited(name, value))
            numbers.addWidget(self.labels[name])
            numbers.addWidget(field)
            numbers.addSpacing(2)
        numbers.addStretch()
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self.prompt, 1)
        self._rows.addLayout(numbers)
        self.prompt.editingFinished.connect(self.changed)
        self.retranslate()

    def text(self) -> str:
        """The prompt; a backslash with an n stands for the end of a line."""
        return self.prompt.text().replace("\\n", "\n")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._rows.setDirection(way.LeftToRight if self.width() >= ROOMY else way.TopToBottom)

    def _on_edited(self, name: str, value: object) -> None:
        low, high = LIMITS[name]
        whole = name == "top_k"
        good = isinstance(value, int if whole else int | float) and low <= value <= high
        if good:
            parts = {key: getattr(self.choice, key) for key in LIMITS}
            self.choice = Choice(**{**parts, name: value})
        field, kept = self.fields[name], getattr(self.choice, name)
        field.set_value(kept)
        field.lineEdit().setText(plain(kept))  # also while it has the focus
        if good:
            self.changed.emit()

    def retranslate(self) -> None:
        """Set every text again."""
        self.prompt.setPlaceholderText(tr("Prompt"))
        self.prompt.setAccessibleName(tr("Prompt"))
        self.prompt.setToolTip(
            tr("What the network writes on from. \\n is the end of a line. Enter begins.")
        )
        words = {
            "temperature": (
                tr("Temperature"),
                tr("Scores are divided by it: 0 takes the likeliest token, 1 leaves all as it is."),
            ),
            "top_k": (tr("top-k"), tr("Only so many of the likeliest tokens; 0 means all.")),
            "top_p": (
                tr("top-p"),
                tr("Only the likeliest tokens that together have this probability; 1 means all."),
            ),
        }
        for name, (label, help) in words.items():
            self.labels[name].setText(label)
            for widget in (self.labels[name], self.fields[name]):
                widget.setToolTip(help)
            self.fields[name].setAccessibleName(label)
