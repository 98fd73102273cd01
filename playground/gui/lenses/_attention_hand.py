"""Changing scores and heads by hand: the sheet that is dragged, its keys, and a row of fields."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from playground.explain import attention
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.lenses._attention_state import Opened, Spot
from playground.gui.lenses._attention_what_if import LIMIT, WhatIf
from playground.gui.lenses._walked_sheet import WalkedSheet
from playground.gui.widgets.number_field import NumberField
from playground.i18n import tr

PER_PX = 0.05  # score by which a cell is dragged
NUDGE = 0.5  # by a key
_STARTS = 4.0  # px from which a press is a drag


class ScoreSheet(WalkedSheet):
    """A sheet whose cells can be dragged up and down, by keys, too."""

    keys = frozenset({*WalkedSheet.keys, Qt.Key.Key_Backspace})
    grabbed = Signal()  # the cell that was clicked is dragged from here
    dragged = Signal(float)  # px up since then
    nudged = Signal(int)  # up or down, by keys
    released = Signal()  # the score of the cell shall be as calculated

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._from: float | None = None  # px where a cell was pressed
        self._drags = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._hit(event.position())
        cell = isinstance(found, Unit) and len(found.index) == 3
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self._from, self._drags = event.position().y(), False
            self.grabbed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        up = self._from - event.position().y()
        self._drags = self._drags or abs(up) >= _STARTS
        if self._drags:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
            self.dragged.emit(up)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._from, self._drags = None, False
        self.unsetCursor()

    def on_key(self, key: Qt.Key, shift: bool) -> bool:
        if key == Qt.Key.Key_Backspace:
            self.released.emit()
        elif shift and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.nudged.emit(1 if key == Qt.Key.Key_Up else -1)
        else:
            return super().on_key(key, shift)
        return True


class ScoreField(NumberField):
    """A score: its arrows go by tenths."""

    def stepBy(self, steps: int) -> None:
        old = self.parse(self.text())
        if isinstance(old, int | float):
            new = round(old + 0.1 * steps, 3)
            self.edited.emit(min(max(new, self.minimum), self.maximum))


class WhatIfBar(QWidget):
    """The score of the chosen cell, whether its head is muted, and one button that takes all back.

    The button is off instead of gone: the row does not jump under the pointer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.score_words, self.mute = QLabel(), QLabel(), QCheckBox()
        self.score = ScoreField(whole=False, minimum=-LIMIT, maximum=LIMIT)
        self.score.setFixedWidth(76)
        self.score_words.setBuddy(self.score)
        self.reset = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.words, self.score_words, self.score, self.mute, self.reset):
            row.addWidget(widget)
        row.addStretch(1)

    def retranslate(self, head: int) -> None:
        """Set every text in the current language."""
        self.words.setText(tr("What if"))
        self.score_words.setText(tr("score"))
        self.mute.setText(tr("head {n} muted", n=head + 1))
        self.reset.setText(tr("Reset"))
        told = tr(
            "Sends this sample through the network again with the change. A view only: the network "
            "and its training stay as they are."
        )
        drag = tr(
            "Drag a cell of the large matrix up or down, or type its score. With the keys: arrows "
            "choose a cell, Shift+Up and Shift+Down change its score, Backspace takes that back."
        )
        self.words.setToolTip(f"{told}\n{drag}")
        self.score.setToolTip(f"{told}\n{drag}")
        self.mute.setToolTip(f"{told}\n" + tr("A muted head gives zeros in place of its mix."))
        self.reset.setToolTip(tr("Takes back all scores and heads that were changed here."))
        self.score.setAccessibleName(tr("Score of the chosen cell"))


class Hand(QObject):
    """Turns drags, keys and fields into changes; the lens says which cell is chosen."""

    changed = Signal()
    chosen = Signal(object)  # Spot, by keys

    def __init__(self, sheet: ScoreSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bar = WhatIfBar()
        self.edits = WhatIf()
        self.spot: Spot | None = None
        self.block: Opened | None = None
        self._base = 0.0  # score where a drag began
        sheet.grabbed.connect(self._on_grabbed)
        sheet.dragged.connect(lambda up: self._set(round(self._base + PER_PX * up, 2)))
        sheet.walked.connect(self._walk)
        sheet.nudged.connect(lambda steps: self._set(round(self.score() + NUDGE * steps, 2)))
        sheet.released.connect(lambda: self._set(None))
        self.bar.score.edited.connect(self._on_typed)
        self.bar.mute.clicked.connect(self._on_mute)
        self.bar.reset.clicked.connect(self.take_back)
        self.retranslate()

    def show_spot(self, spot: Spot, block: Opened) -> None:
        """The chosen cell, and the heads of its block as they are shown."""
        self.spot, self.block = spot, block
        self._fill()

    def score(self) -> float:
        """Of the chosen cell: the one that is set, or the one that is calculated."""
        spot, block = self.spot, self.block
        if spot is None or block is None:
            return 0.0
        kept = self.edits.score(spot)
        if kept is not None:
            return kept
        q, k = (x[spot.head : spot.head + 1] for x in (block.q, block.k))
        return float(attention.scores(q, k)[0, spot.query, spot.key])

    def take_back(self) -> None:
        """Everything as the network has it."""
        self._take(WhatIf())

    def retranslate(self) -> None:
        """The language changed."""
        self.bar.retranslate(self.spot.head if self.spot is not None else 0)

    @property
    def _is_hidden(self) -> bool:
        spot, block = self.spot, self.block
        return spot is None or block is None or (block.causal and spot.key > spot.query)

    def _fill(self) -> None:
        self.retranslate()
        hidden = self._is_hidden
        self.bar.score.setEnabled(not hidden)
        self.bar.score.set_value(None if hidden else round(self.score(), 3))
        if hidden:
            self.bar.score.setToolTip(tr("The causal mask hides this key: it comes later."))
        self.bar.mute.setChecked(self.spot is not None and self.edits.is_muted(self.spot))
        self.bar.reset.setEnabled(bool(self.edits))

    def _take(self, edits: WhatIf) -> None:
        if edits != self.edits:
            self.edits = edits
            self.changed.emit()
        self._fill()

    def _set(self, value: float | None) -> None:
        if self.spot is not None and not self._is_hidden:
            self._take(self.edits.with_score(self.spot, value))

    def _on_grabbed(self) -> None:
        self._base = self.score()

    def _on_typed(self, value: object) -> None:
        if value is None or isinstance(value, int | float):
            self._set(None if value is None else float(value))
        else:
            self._fill()  # no number: the old one again

    def _on_mute(self, muted: bool) -> None:
        if self.spot is not None:
            self._take(self.edits.with_muted(self.spot, muted))

    def _walk(self, down: int, right: int) -> None:
        spot, block = self.spot, self.block
        if spot is None or block is None:
            return
        _, rows, columns = block.weights.shape
        query = min(max(spot.query + down, 0), rows - 1)
        key = min(max(spot.key + right, 0), columns - 1)
        self.chosen.emit(Spot(spot.node, spot.head, query, key))
