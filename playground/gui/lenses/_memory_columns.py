"""The steps of one sample as columns: the one that is pointed at draws arcs to earlier steps."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.depth._sheet import Sheet
from playground.gui.inspector.fields import QuietCombo
from playground.gui.lenses._attention_state import labels_of
from playground.gui.lenses._memory_arcs import ArcBoard, Sequence, scale_words
from playground.gui.lenses._memory_lines import Reach, reaches_in
from playground.gui.truth import Reading
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import tr


class Columns(QWidget):
    """One state of one layer and direction, chosen above; emits the step that is pointed at."""

    pointed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.reaches: list[Reach] = []
        self.board: ArcBoard | None = None
        self._arrays: Mapping[str, np.ndarray] = {}
        self.note, self.choice, self.sheet = ElidedLabel(), QuietCombo(), Sheet(context)
        self.note.setObjectName("lensLegend")
        self.choice.setMinimumContentsLength(12)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.sheet, 1)
        self.choice.activated.connect(self.redraw)
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.resized.connect(self.redraw)
        context.cursor.place_moved.connect(self.redraw)

    def set_arrays(self, arrays: Mapping[str, np.ndarray]) -> bool:
        """Show a snapshot; False where it holds no arcs."""
        reaches = reaches_in(arrays, "arcs")
        if not reaches:
            return False
        self.reaches, self._arrays = reaches, arrays
        names = [reach.words for reach in reaches]
        if [self.choice.itemText(i) for i in range(self.choice.count())] != names:
            chosen = max(self.choice.currentIndex(), 0)
            self.choice.clear()
            self.choice.addItems(names)
            self.choice.setCurrentIndex(chosen if chosen < len(names) else 0)
        self.choice.setVisible(len(names) > 1)
        self.redraw()
        return True

    def scale_words(self) -> str:
        """How thick an arc is."""
        return scale_words(self.board.sequence) if self.board is not None else ""

    def forget(self) -> None:
        """A new run begins."""
        self.reaches, self.board = [], None
        self.sheet.set_marks([])
        self.note.setText("")

    def readings(self, view: QWidget, key: str) -> list[Reading]:
        """Every arc and every number below."""
        return self.sheet.readings(view, key) if self.reaches else []

    def redraw(self, *_: object) -> None:
        """Lay it out anew: other arrays, another size, or another step is pointed at."""
        if not self.reaches:
            return
        reach = self.reaches[max(self.choice.currentIndex(), 0)]
        room = QRectF(self.sheet.rect()).adjusted(4, 2, -6, -2)
        sequence = self._sequence(reach)
        self.board = ArcBoard(room, self.sheet.look, sequence, self.context.cursor.place)
        self.sheet.set_marks(self.board.marks)
        place = self.board.column(sequence.end)
        self.sheet.ring([place] if place is not None else [])
        self.note.setText(self._words(sequence))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.choice.setAccessibleName(tr("Which state, layer and direction"))
        self.sheet.setAccessibleName(tr("Steps of the sample, and arcs between them"))
        self.redraw()

    def _sequence(self, reach: Reach) -> Sequence:
        total = int(reach.steps.max()) + 1
        vocabulary = getattr(self.context.document.report.fields.get("x"), "vocabulary", ())
        tokens, x = self._arrays.get("arcs/tokens"), self._arrays.get("arcs/x")
        labels: tuple[str, ...] = ()
        if tokens is not None and len(tokens) >= total:
            labels = labels_of(tokens, vocabulary, len(tokens))
            return Sequence(reach, labels)
        return Sequence(reach, labels, x if x is not None and len(x) >= total else None)

    def _words(self, sequence: Sequence) -> str:
        code, number = (int(n) for n in self._arrays["arcs/sample"])
        split = (tr("train"), tr("test"), tr("your own"))[code]
        words = tr(
            "{split} sample {n}, loss of step {step}: arcs to the steps before it",
            split=split,
            n=number,
            step=sequence.end,
        )
        if int(self._arrays["arcs/answer"][0]) < 0:
            words = tr("{split} sample {n}, its loss: arcs to all steps", split=split, n=number)
        if self.board is not None and self.board.every > 1:
            words += ", " + tr("1 in {n} steps is shown", n=self.board.every)
        return words

    def _on_hovered(self, found: object) -> None:
        step = found[0] if isinstance(found, tuple) else None
        self.context.cursor.set_place(step)
        if step is not None:
            self.pointed.emit(step)
