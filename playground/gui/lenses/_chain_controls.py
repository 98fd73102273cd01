"""The buttons of the chain rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QSlider, QWidget

from playground.gui.widgets.texts import ElidedLabel, Retranslating
from playground.i18n import tr


class Controls(Retranslating, QWidget):
    """Back, Next, Next block, a slider over all operations, and how questions are asked."""

    next_wanted = Signal()
    back_wanted = Signal()
    block_wanted = Signal()
    follow_wanted = Signal()
    moved = Signal(int)  # the slider

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button, self.next_button = QPushButton(), QPushButton()
        self.block_button, self.follow_button = QPushButton(), QPushButton()
        self.next_button.setObjectName("primary")
        self.slider, self.count = QSlider(Qt.Orientation.Horizontal), ElidedLabel()
        self.count.setObjectName("mono")
        self.ask = QCheckBox()
        self._state: tuple[int | None, int] = (None, 0)
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.block_button.clicked.connect(self.block_wanted)
        self.follow_button.clicked.connect(self.follow_wanted)
        self.slider.valueChanged.connect(self.moved)
        buttons, more = QHBoxLayout(), QHBoxLayout()
        for widget in (self.back_button, self.next_button, self.block_button):
            buttons.addWidget(widget)
        buttons.addWidget(self.slider, 1)
        buttons.addWidget(self.count)
        more.addWidget(self.ask)
        more.addStretch(1)
        more.addWidget(self.follow_button)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addLayout(buttons, 1)
        self._row.addLayout(more)
        self.retranslate()

    def set_wide(self, wide: bool) -> None:
        """Everything in one row, where there is room."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if wide else down)

    def show_state(self, position: int | None, total: int) -> None:
        """`position` moves of `total` are shown; None: it follows the training."""
        self._state, live = (position, total), position is None
        blocked = self.slider.blockSignals(True)
        self.slider.setRange(0, total)
        self.slider.setValue(position or 0)
        self.slider.blockSignals(blocked)
        self.back_button.setEnabled(bool(position))
        self.next_button.setEnabled(position != total)
        self.block_button.setEnabled(position != total)
        self.follow_button.setEnabled(not live)
        words = tr("{n} moves", n=total) if live else tr("{i} of {n}", i=position, n=total)
        self.count.setText(words)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(words) + 6)

    def retranslate(self) -> None:
        self.back_button.setText(tr("Back"))
        self.next_button.setText(tr("Next"))
        self.block_button.setText(tr("Next block"))
        self.follow_button.setText(tr("Follow the training"))
        self.ask.setText(tr("Ask me first"))
        self.back_button.setToolTip(tr("Take the last number away (Left)"))
        self.next_button.setToolTip(tr("Show the next number (Right)"))
        self.block_button.setToolTip(tr("Go on to the next block (Page down)"))
        self.follow_button.setToolTip(tr("Leave this step and show the newest again (Esc)"))
        self.ask.setToolTip(tr("Predict each number before it is shown"))
        self.slider.setAccessibleName(tr("Operation"))
        self.show_state(*self._state)
