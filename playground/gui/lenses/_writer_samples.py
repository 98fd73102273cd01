"""Texts of one run, kept at fixed intervals."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import tr

KEPT = 20  # texts of a whole run, about


@dataclass(frozen=True, slots=True)
class Text:
    """What was written at a step."""

    step: int
    prompt: str
    text: str


def interval(steps: int) -> int:
    """Steps between two texts that are kept: 1, 2 or 5 times a power of ten."""
    wanted, size = max(steps / KEPT, 1.0), 1
    while True:
        for factor in (1, 2, 5):
            if factor * size >= wanted:
                return factor * size
        size *= 10


class WriterSamples(QWidget):
    """A list with the step of each text; above them all the newest."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every = 1
        self.texts: list[Text] = []
        self.title = ElidedLabel()
        self.title.setObjectName("lensLegend")
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(40)
        self.list.currentRowChanged.connect(lambda _row: self.picked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        self.clear(1)

    def clear(self, every: int) -> None:
        """Forget all; from now on a text is kept each `every` steps."""
        self.every, self.texts = every, []
        self.list.clear()
        self.list.addItem(tr("newest"))
        self.list.setCurrentRow(0)
        self.retranslate()

    def add(self, text: Text) -> None:
        """Keep a text where it is the first one of its interval; of earlier steps it comes late."""
        slots = [kept.step // self.every for kept in self.texts]
        slot = text.step // self.every
        if slot in slots:
            return
        place = sum(other < slot for other in slots)
        self.texts.insert(place, text)
        self.list.insertItem(len(self.texts) - place, self._item(text))

    def chosen(self) -> Text | None:
        """The text of the row that is chosen; None for the newest."""
        row = self.list.currentRow()
        return self.texts[len(self.texts) - row] if row > 0 else None

    def line(self, text: Text) -> str:
        """A text as its row shows it."""
        return f"{text.step:,}  {one_line(text.prompt + text.text)}"

    def _item(self, text: Text) -> QListWidgetItem:
        item = QListWidgetItem(self.line(text))
        item.setToolTip(f"{text.prompt}{text.text}"[:600])
        return item

    def retranslate(self) -> None:
        """Set every text again."""
        self.list.item(0).setText(tr("newest"))
        self.list.setAccessibleName(tr("Texts of earlier steps"))
        self.title.setText(
            tr("Steps and their texts, one each {n} steps as they were read", n=f"{self.every:,}")
        )


def one_line(text: str) -> str:
    """A text with ends of lines as signs."""
    return text.replace("\n", "↵")
