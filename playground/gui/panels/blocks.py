"""The palette: every kind of block, by family, to click or to drag."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from playground.blocks.base import GROUPS
from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.graph.kinds import composite_key, ready_keys
from playground.gui.graph.stack import FAMILY
from playground.gui.theme import family_colour
from playground.gui.widgets import fuzzy
from playground.gui.widgets.chip import Chip
from playground.gui.widgets.texts import Retranslating
from playground.i18n import mark, tr
from playground.registry import blocks

MIME_TYPE = "application/x-playground-block"
COLUMNS = 2
WIDEST = 94  # px; a chip with a longer name takes the whole row


class _Group(QWidget):
    """One family: its name and the chips of its blocks in two columns."""

    def __init__(self, name: str, chips: list[Chip]) -> None:
        super().__init__()
        self.name, self.chips = name, chips
        self.title = QLabel()
        self.title.setObjectName("groupTitle")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(6)
        self.grid.setVerticalSpacing(3)
        for column in range(COLUMNS):
            self.grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 7)
        layout.setSpacing(3)
        layout.addWidget(self.title)
        layout.addLayout(self.grid)
        for chip in chips:  # shown without a parent, each would be a window of its own for a moment
            chip.setParent(self)

    def show_chips(self, wanted: set[Chip]) -> None:
        """Lay out only these chips, without gaps."""
        shown = [chip for chip in self.chips if chip in wanted]
        for chip in self.chips:
            self.grid.removeWidget(chip)
            chip.setVisible(chip in wanted)
        row = column = 0
        for chip in shown:
            span = COLUMNS if chip.sizeHint().width() > WIDEST else 1
            if column + span > COLUMNS:
                row, column = row + 1, 0
            self.grid.addWidget(chip, row, column, 1, span)
            column += span
        self.setVisible(bool(shown))


class BlocksPanel(Retranslating, QWidget):
    """The families; the search field stands in the header of the dock.

    Says which block the user wants, and does nothing itself.
    """

    chosen = Signal(str)  # key of a block to insert

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_first)
        self.chips = {key: self._chip(key, family_colour(c.group)) for key, c in blocks.items()}
        self.ready = ready_keys()
        self.chips |= {key: self._chip(key, FAMILY) for key in self.ready}
        self.groups = [self._group(name) for name in _group_names()]
        self._composites: tuple[tuple[str, str], ...] = ()
        self._own: _Group | None = None
        self.empty = QLabel(wordWrap=True)
        self.empty.setObjectName("secondary")
        self.empty.hide()
        content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(0)
        for group in self.groups:
            column.addWidget(group)
        column.addWidget(self.empty)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(scroll)
        context.document.changed.connect(lambda old, new: self.show_composites(new))
        self.retranslate()
        self.show_composites(context.document.document)

    def show_composites(self, document: Document) -> None:
        """Offer the composites of the document, so that another instance can be placed."""
        titles = tuple((one.id, one.title or one.id) for one in document.composites)
        if titles == self._composites:
            return
        self._composites = titles
        if self._own is not None:
            self.groups.remove(self._own)
            self._column.removeWidget(self._own)
            self._own.hide()
            self._own.deleteLater()
            for chip in self._own.chips:
                del self.chips[chip.payload]
            self._own = None
        if titles:
            self._own = _Group(mark("This document"), [self._composite(*one) for one in titles])
            self.groups.insert(0, self._own)
            self._column.insertWidget(0, self._own)
        self.retranslate()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("Search blocks (Space)"))
        self.search.setAccessibleName(tr("Search blocks"))
        self.empty.setText(tr("No block is called that."))
        for group in self.groups:
            group.title.setText(tr(group.name).upper())
        for chip in self._own.chips if self._own is not None else ():
            chip.setAccessibleName(tr("Insert {title}", title=chip.text()))
            chip.setToolTip(tr("Another one, linked to those that are there."))
        for key, chip in self.chips.items():
            if key not in blocks:
                continue
            cls = blocks.get(key)
            self._word(chip, cls.title, cls.summary())
        for key, ready in self.ready.items():
            self._word(self.chips[key], ready.title, ready.about)
        self._filter()

    @staticmethod
    def _word(chip: Chip, title: str, about: str) -> None:
        chip.setText(tr(title))
        chip.setToolTip(tr(about))
        chip.setAccessibleName(tr("Insert {title}", title=tr(title)))

    def _chip(self, key: str, colour: str) -> Chip:
        chip = Chip(colour, MIME_TYPE, key)
        chip.clicked.connect(lambda: self.chosen.emit(key))
        return chip

    def _composite(self, definition: str, title: str) -> Chip:
        key = composite_key(definition)
        chip = self.chips[key] = Chip(FAMILY, MIME_TYPE, key)
        chip.setText(title)
        chip.clicked.connect(lambda: self.chosen.emit(key))
        return chip

    def _group(self, name: str) -> _Group:
        return _Group(name, [c for key, c in self.chips.items() if self._family(key) == name])

    def _family(self, key: str) -> str:
        return self.ready[key].group if key in self.ready else blocks.get(key).group

    def _matches(self) -> list[Chip]:
        return fuzzy.best(
            self.search.text(),
            self.chips.values(),
            lambda chip: (chip.text(), chip.payload, _english(chip)),
        )

    def _filter(self) -> None:
        wanted = set(self._matches())
        for group in self.groups:
            group.show_chips(wanted)
        self.empty.setVisible(not wanted)

    def _choose_first(self) -> None:
        matches = self._matches()
        if matches and self.search.text().strip():
            self.chosen.emit(matches[0].payload)
            self.search.clear()


def _english(chip: Chip) -> str:
    ready = ready_keys().get(chip.payload)
    if ready is not None:
        return ready.title
    return blocks.get(chip.payload).title if chip.payload in blocks else chip.text()


def _group_names() -> list[str]:
    """The families that have blocks: ours in their order, then those of plug-ins."""
    present = {cls.group for _, cls in blocks.items()}
    return [name for name in GROUPS if name in present] + sorted(present - set(GROUPS))
