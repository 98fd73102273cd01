"""Lens: how good the network is at each class."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from playground.explain.evaluation import ClassScores, class_scores
from playground.gui.context import Context
from playground.gui.lenses._judged import Judged, Judgement
from playground.gui.lenses.base import lens
from playground.gui.truth import Reading
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr

COLUMNS = (mark("class"), mark("precision"), mark("recall"), mark("F1"), mark("support"))
HELP = (
    mark("Click a row to see the samples of its class"),
    mark("Of the samples taken for this class, the share that are of it"),
    mark("Of the samples of this class, the share that are taken for it"),
    mark("Harmonic mean of precision and recall"),
    mark("Test samples of this class"),
)
NARROW = 400  # px
Index = QModelIndex | QPersistentModelIndex


class ScoresTable(QAbstractTableModel):
    """A row a class; sorting asks for the numbers, classes without one come last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scores: ClassScores | None = None
        self.names: tuple[str, ...] = ()
        self.order = np.zeros(0, dtype=np.int64)  # class of each row
        self._column, self._sense = 0, Qt.SortOrder.AscendingOrder

    def set_scores(self, scores: ClassScores, names: tuple[str, ...]) -> None:
        """Show these numbers."""
        grown = len(names) != len(self.names)
        if grown:
            self.beginResetModel()
        self.scores, self.names = scores, names
        self.order = self._sorted()
        if grown:
            self.endResetModel()
        elif names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(names) - 1, len(COLUMNS) - 1))

    def column(self, column: int) -> np.ndarray:
        """The numbers of a column, a class each."""
        s = self.scores
        assert s is not None  # only asked for when there are rows
        return (np.arange(len(self.names)), s.precision, s.recall, s.f1, s.support)[column]

    def _sorted(self) -> np.ndarray:
        values = self.column(self._column).astype(float)
        down = self._sense == Qt.SortOrder.DescendingOrder
        key = -values if down else values
        return np.lexsort((np.arange(len(values)), key, np.isnan(values)))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._sense = column, order
        if self.scores is not None:
            self.layoutAboutToBeChanged.emit()
            self.order = self._sorted()
            self.layoutChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        label, column = int(self.order[index.row()]), index.column()
        if column == 0:
            return self.names[label]
        value = float(self.column(column)[label])
        if column == len(COLUMNS) - 1:
            return f"{value:.0f}"
        return "–" if math.isnan(value) else f"{value:.3f}"

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(HELP[section])
        return None


@lens("class_scores", title=mark("Scores by class"))
class ClassScoresLens(Judged):
    """Precision, recall, F1 and support of every class; click a column to sort by it."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.model = ScoresTable(self)
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(20)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMouseTracking(True)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(44)
        self.table.entered.connect(lambda index: self._point(index.row()))
        self.table.clicked.connect(lambda index: self._pick(index.row()))
        self.table.activated.connect(lambda index: self._pick(index.row()))
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        self._found: Judgement | None = None
        context.cursor.label_moved.connect(self._light)
        self.retranslate()

    def judge(self, found: Judgement) -> bool:
        self._found = found
        scores = class_scores(found.targets, found.predicted, found.count)
        self.model.set_scores(scores, tuple(found.name(i) for i in range(found.count)))
        there = scores.support > 0
        words = [
            tr(
                "mean over {n} classes: recall {recall:.3f}, F1 {f1:.3f}",
                n=int(there.sum()),
                recall=float(scores.recall[there].mean()),
                f1=float(scores.f1[there].mean()),
            ),
            self.left_out(found),
        ]
        self.note.setText(", ".join(word for word in words if word))
        return True

    def readings(self) -> list[Reading]:
        """The cells as they are written."""
        found: list[Reading] = []
        if self._found is None:
            return found
        said, true = "t['predictions/probabilities'].argmax(1)", "t['predictions/targets']"
        for row, label in enumerate(self.model.order.tolist()):
            hits = f"(({said} == {label}) & ({true} == {label})).sum()"
            named, there = f"({said} == {label}).sum()", f"({true} == {label}).sum()"
            parts = ((hits, named), (hits, there), (f"2 * {hits}", f"({named} + {there})"))
            formulas = [f"'{{:.3f}}'.format({a} / {b}) if {b} else '–'" for a, b in parts]
            for column, formula in enumerate([*formulas, f"str({there})"], 1):
                words = self.model.data(self.model.index(row, column))
                found.append(Reading(view=self.key, where=row, formula=formula, words=words))
        return found

    def _point(self, row: int) -> None:
        self.context.cursor.set_label(int(self.model.order[row]))

    def _pick(self, row: int) -> None:
        self.context.cursor.pick(true=int(self.model.order[row]))

    def _light(self) -> None:
        """Select the row of the class that is pointed at."""
        label = self.context.cursor.label
        at = np.flatnonzero(self.model.order == label) if label is not None else []
        if len(at):
            self.table.selectRow(int(at[0]))
        else:
            self.table.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns of equal width; in a narrow view each has what its words need."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        narrow = self.width() < NARROW
        header.setSectionResizeMode(mode.Fixed if narrow else mode.Stretch)
        header.setSectionResizeMode(0, mode.Stretch)
        for column, words in enumerate(COLUMNS[1:] if narrow else (), 1):
            header.resizeSection(column, header.fontMetrics().horizontalAdvance(tr(words)) + 14)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_label(None)

    def on_restarted(self) -> None:
        self._found = None

    def retranslate(self) -> None:
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.table.setAccessibleName(tr("Scores by class"))
        self._fit_columns()
        if self._found is not None:
            self.judge(self._found)
