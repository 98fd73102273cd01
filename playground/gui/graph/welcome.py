"""On an empty canvas: how to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.i18n import tr


class Welcome(QWidget):
    """Offers the two ways to begin: a first block, or a preset."""

    block_requested = Signal()
    presets_requested = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.heading, self.text = QLabel(), QLabel()
        self.add, self.presets = QPushButton(), QPushButton()
        self.presets.setObjectName("primary")
        self.add.clicked.connect(self.block_requested)
        self.presets.clicked.connect(self.presets_requested)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        for widget in (self.heading, self.text):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(widget)
        box.addSpacing(8)
        for button in (self.add, self.presets):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            box.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)
        context.theme.changed.connect(self.retheme)
        self.retheme()
        self.retranslate()

    def retheme(self) -> None:
        """Take the theme's colours."""
        tokens = self.context.theme.tokens
        self.heading.setStyleSheet(f"color: {tokens.ink}; font-size: 16px; font-weight: 600;")
        self.text.setStyleSheet(f"color: {tokens.secondary}; font-size: 13px;")

    def retranslate(self) -> None:
        """Set all texts."""
        self.heading.setText(tr("An empty canvas"))
        self.text.setText(tr("Press Space to add a block, or open a preset."))
        self.add.setText(tr("Add a block"))
        self.presets.setText(tr("Open a preset"))
        self.adjustSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
