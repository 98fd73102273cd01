"""Lens: which classes are taken for which."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.explain.evaluation import confusion_matrix, most_confused
from playground.gui.context import Context
from playground.gui.lenses._judged import Judged, Judgement
from playground.gui.lenses._readings import shifted
from playground.gui.lenses.base import lens
from playground.gui.truth import Reading
from playground.gui.widgets.matrix import Cell, Matrix
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr

MOST = 60  # classes at once: of more, those with the most mistakes


@lens("confusion", title=mark("Confusion"))
class ConfusionLens(Judged):
    """Counts of test samples by true and predicted class; click a cell to see its samples."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.matrix = Matrix(context.theme)
        self.matrix.pointed.connect(self._on_pointed)
        self.matrix.clicked.connect(self._on_clicked)
        self.shown = np.zeros(0, dtype=np.int64)  # class of each row and column
        self.found: Judgement | None = None
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.hits, self.mistakes = ScaleBar(), ScaleBar()
        scales = QHBoxLayout()
        scales.setSpacing(8)
        scales.addWidget(self.hits, 1)
        scales.addWidget(self.mistakes, 1)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.matrix, 1)
        layout.addLayout(scales)
        cursor = context.cursor
        cursor.label_moved.connect(self._light)
        cursor.sample_moved.connect(self._light)
        cursor.picked_changed.connect(self._light)
        self.retheme()
        self.retranslate()

    def judge(self, found: Judgement) -> bool:
        self.found = found
        if found.count <= MOST:
            self.shown = np.arange(found.count)
            counts = confusion_matrix(found.targets, found.predicted, found.count)
            totals = counts.sum(1)
        else:
            self.shown = most_confused(found.targets, found.predicted, MOST)
            place = np.full(found.count, -1)
            place[self.shown] = np.arange(len(self.shown))
            both = (place[found.targets] >= 0) & (place[found.predicted] >= 0)
            rows, columns = place[found.targets[both]], place[found.predicted[both]]
            counts = confusion_matrix(rows, columns, len(self.shown))
            totals = np.bincount(found.targets, minlength=found.count)[self.shown]
        names = tuple(found.name(int(label)) for label in self.shown)
        self.matrix.set_counts(counts, names, totals)
        right = int((found.targets == found.predicted).sum())
        words = [tr("{right} of {n} right", right=right, n=len(found.rows))]
        words.append(tr("1 = all of a class"))
        if found.count > MOST:
            words.append(tr("the {n} classes with the most mistakes", n=len(self.shown)))
        words.append(self.left_out(found))
        self.note.setText(", ".join(word for word in words if word))
        self._light()
        return True

    def readings(self) -> list[Reading]:
        """Colours of the cells, and the counts that they stand for."""
        if self.found is None:
            return []
        found, colours = [], self.matrix.colours()
        for row, true in enumerate(self.shown.tolist()):
            for column, said in enumerate(self.shown.tolist()):
                rect = self.matrix.cell_rect(row, column)
                corner = rect.topLeft().toPoint()
                spot = QRect(corner.x() + 2, corner.y() + 2, 2, 2)
                found += [
                    Reading(
                        view=self.key,
                        where=spot,
                        formula=f"confusion_colour(t, {true}, {said})",
                        colour=tuple(int(c) for c in colours[row, column, :3]),
                    ),
                    Reading(
                        view=self.key,
                        where=rect.toRect(),
                        formula=f"confusion_count(t, {true}, {said})",
                        value=float(self.matrix.counts[row, column]),
                    ),
                ]
        return shifted(found, self.matrix, self)

    def _on_pointed(self, cell: Cell | None) -> None:
        label = None if cell is None else int(self.shown[cell[0]])
        self.context.cursor.set_label(label)

    def _on_clicked(self, row: int, column: int) -> None:
        self.context.cursor.pick(int(self.shown[row]), int(self.shown[column]))

    def _place(self, label: int | None) -> int | None:
        found = np.flatnonzero(self.shown == label) if label is not None else []
        return int(found[0]) if len(found) else None

    def _light(self) -> None:
        """Show the class and the sample that are pointed at, and the cell that is picked."""
        cursor, matrix = self.context.cursor, self.matrix
        matrix.lit = self._place(cursor.label)
        matrix.lit_cell = self._cell_of_sample()
        row, column = self._place(cursor.picked.true), self._place(cursor.picked.predicted)
        both = cursor.picked.true is None, cursor.picked.predicted is None
        if all(both) or (row is None and not both[0]) or (column is None and not both[1]):
            matrix.picked = None
        else:
            matrix.picked = (-1 if row is None else row, -1 if column is None else column)
        matrix.update()

    def _cell_of_sample(self) -> Cell | None:
        sample, found = self.context.cursor.sample, self.found
        if sample is None or sample.split != "test" or found is None:
            return None
        at = np.flatnonzero(found.rows == sample.number)
        if not len(at):
            return None
        row = self._place(int(found.targets[at[0]]))
        column = self._place(int(found.predicted[at[0]]))
        return None if row is None or column is None else (row, column)

    def on_restarted(self) -> None:
        self.found = None

    def retheme(self) -> None:
        self.matrix.retheme()
        self.hits.set_range(0.0, 1.0, self.context.theme.sequential(np.linspace(0, 1, 64), 1.0))
        self.mistakes.set_range(0.0, 1.0, self.matrix.mistake_ramp())

    def retranslate(self) -> None:
        self.hits.set_name(tr("right"))
        self.mistakes.set_name(tr("wrong"))
        self.hits.setToolTip(tr("Right: share of the samples of the true class"))
        self.mistakes.setToolTip(tr("Mistakes: share of the samples of the true class"))
        self.matrix.setAccessibleName(tr("Confusion matrix"))
        if self.found is not None:
            self.judge(self.found)
        self.matrix.update()
