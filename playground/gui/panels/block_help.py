"""F1: what the selected block does, its formula, its ports, its settings and its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.blocks.base import Block, Port
from playground.gui.context import Context
from playground.gui.inspector.block_page import HelpBox
from playground.i18n import tr
from playground.registry import blocks


class BlockHelp(QDialog):
    """Explains one kind of block. All its texts can be selected and copied, by keyboard, too."""

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cls = blocks.get(key) if key in blocks else None
        self.setWindowTitle(tr(cls.title) if cls else key)
        self.resize(460, 520)
        self.box = HelpBox(context)
        self.box.show_block(cls)
        self.details = QLabel(_details(cls) if cls else "", wordWrap=True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setVisible(bool(self.details.text()))
        for label in (self.box.text, self.box.source, self.details):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt lets only clicks get there
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.box)
        inner.addWidget(self.details)
        inner.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(scroll, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.box.text.setFocus()


def _details(cls: type[Block]) -> str:
    """Ports and settings, one a line."""
    lines = [_port(tr("Input"), port) for port in cls.inputs]
    lines += [_port(tr("Output"), port) for port in cls.outputs]
    settings = [
        tr("{name}: {help}", name=tr(info.title), help=tr(info.help))
        for info in cls.infos()
        if info.help
    ]
    if settings:
        lines += ["", tr("Settings"), *settings]
    return "\n".join(lines)


def _port(side: str, port: Port) -> str:
    return tr("{side} {port}: {shape}", side=side, port=port.name, shape=port.words())
