"""What a user sees when nothing is open: presets as cards, recent files, an empty canvas."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.document.format import read
from playground.document.model import Document
from playground.errors import FormatError
from playground.gui.panels.miniature import Miniature
from playground.gui.settings import Preferences
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.resources import preset_paths

COLUMNS = 4


class PresetCard(QPushButton):
    """One preset: its graph, its title, what it is about."""

    def __init__(self, name: str, document: Document) -> None:
        super().__init__()
        self.name, self.document = name, document
        self.setObjectName("card")
        self.setFixedHeight(226)
        self.setMinimumWidth(180)
        self.miniature = Miniature(document)
        self.title, self.about = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setObjectName("sectionTitle")
        self.about.setObjectName("caption")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 10)
        column.setSpacing(2)
        column.addWidget(self.miniature)
        for label in (self.title, self.about):
            label.setContentsMargins(13, 0, 13, 0)
            column.addWidget(label)
        column.setStretch(2, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts; presets are written in English and translated like everything else."""
        title = tr(self.document.title) if self.document.title else self.name
        about = tr(self.document.about) if self.document.about else ""
        self.title.setText(title)
        self.about.setText(about)
        self.setAccessibleName(title)
        self.setToolTip(about)


class StartPage(Retranslating, QWidget):
    """Stands in the place of the graph and its panels."""

    preset_chosen = Signal(str)
    file_chosen = Signal(object)  # Path
    new_chosen = Signal()
    open_chosen = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.hint, self.recent_title = QLabel(), QLabel(wordWrap=True), QLabel()
        self.title.setObjectName("startTitle")
        self.hint.setObjectName("secondary")
        self.recent_title.setObjectName("sectionTitle")
        self.new, self.open_file, self.back = QPushButton(), QPushButton(), QPushButton()
        self.new.setObjectName("primary")
        self.back.setObjectName("link")
        self.new.clicked.connect(self.new_chosen)
        self.open_file.clicked.connect(self.open_chosen)
        self.back.clicked.connect(self.close_page)
        self.cards: list[PresetCard] = []
        self.recent: list[QPushButton] = []
        self.grid, self.recent_column = QGridLayout(), QVBoxLayout()
        self.grid.setSpacing(12)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.hint)
        head.addLayout(words, 1)
        for button in (self.back, self.open_file, self.new):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(20)
        column.addLayout(head)
        column.addLayout(self.grid)
        column.addWidget(self.recent_title)
        column.addLayout(self.recent_column)
        column.addStretch()
        content.setMaximumWidth(1180)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def retranslate(self) -> None:
        self.title.setText("Neural Playground")
        self.hint.setText(
            tr("Draw a network, press Play, and watch everything that happens inside it.")
        )
        self.new.setText(tr("Empty canvas"))
        self.open_file.setText(tr("Open a file…"))
        self.back.setText(tr("Back to the network"))
        self.recent_title.setText(tr("Recent files"))
        for card in self.cards:
            card.retranslate()

    def open(self, closable: bool = True) -> None:
        """Show the page; without a document behind it there is nothing to go back to."""
        self.back.setVisible(closable)
        self._fill()
        self.opened.emit()
        (self.cards[0] if self.cards else self.new).setFocus()

    def close_page(self) -> None:
        """Back to the network."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisibleTo(self):
            self.close_page()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        if not self.cards:
            for name, document in sorted(_presets(), key=lambda pair: len(pair[1].nodes)):
                self._add_card(name, document)  # small networks first
        for button in self.recent:
            button.hide()
            button.deleteLater()
        self.recent = []
        for path in [p for p in self.preferences.recent if p.is_file()]:
            button = QPushButton(f"{path.name}    {path.parent}")
            button.setObjectName("link")
            button.clicked.connect(lambda _on=False, p=path: self.file_chosen.emit(p))
            self.recent.append(button)
            self.recent_column.addWidget(button)
        self.recent_title.setVisible(bool(self.recent))

    def _add_card(self, name: str, document: Document) -> None:
        card = PresetCard(name, document)
        card.clicked.connect(lambda: self.preset_chosen.emit(name))
        index = len(self.cards)
        self.cards.append(card)
        self.grid.addWidget(card, index // COLUMNS, index % COLUMNS)


def _presets() -> Iterator[tuple[str, Document]]:
    """Every preset that this version can read."""
    for name, path in preset_paths().items():
        try:
            yield name, read(path)
        except FormatError:  # a preset of a newer version in the same folder
            logging.getLogger(__name__).warning("cannot read %s", path, exc_info=True)
