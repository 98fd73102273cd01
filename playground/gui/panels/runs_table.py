"""The runs as a table: one row a run, one column a number, sortable by each."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPixmap

from playground.check.words import difference
from playground.gui.runs import Runs
from playground.gui.theme import run_colour
from playground.i18n import mark, tr
from playground.telemetry.runs import RunRecord

Index = QModelIndex | QPersistentModelIndex
NAME, CHANGED, STEPS, SECONDS = range(4)
FIRST_METRIC = 4
SORT_ROLE = Qt.ItemDataRole.UserRole
_HIDDEN = {"epoch", "seconds", "probe_share", "measuring"}  # say nothing about how good a run is

_QUANTITIES = {
    "loss": mark("Loss"),
    "accuracy": mark("Accuracy"),
    "exact": mark("Samples answered without a mistake"),
    "perplexity": mark("Perplexity"),
    "bits_per_character": mark("Bits per character"),
    "reconstruction": mark("Reconstruction, nats a sample"),
    "kl": mark("KL divergence of the codes, nats a sample"),
    "negative_elbo": mark("−ELBO, nats a sample"),
    "mae": mark("Mean absolute error"),
    "modes": mark("Modes found"),
    "high_quality": mark("Share of good samples"),
    "distance": mark("Distance to the real samples"),
    "lr": mark("Learning rate"),
    "rate": mark("Steps / s"),
}
_PARTS = {
    "train": mark("train"),
    "test": mark("test"),
    "generator": mark("generator"),
    "discriminator": mark("discriminator"),
}


def metric_title(name: str) -> str:
    """What a scalar such as "loss/test" is called, in the user's language."""
    quantity, _, part = name.partition("/")
    title = tr(_QUANTITIES.get(quantity, quantity))
    return (
        tr("{quantity} ({part})", quantity=title, part=tr(_PARTS.get(part, part)))
        if part
        else title
    )


class RunsTable(QAbstractTableModel):
    """Name (with the switch that shows it in the plots), what changed, steps, time, metrics."""

    def __init__(self, runs: Runs) -> None:
        super().__init__(runs)
        self.runs = runs
        self.rows: list[RunRecord] = []
        self.metrics: list[str] = []
        self._changes: dict[tuple[int, int], str] = {}  # by identity of both documents
        runs.changed.connect(self.refresh)
        runs.grown.connect(self.refresh)
        self.rebuild()

    def rebuild(self) -> None:
        """Runs came or went."""
        self.beginResetModel()
        self.rows = self.runs.comparable()
        self.metrics = self._names()
        self.endResetModel()

    def refresh(self) -> None:
        """Numbers, names or colours are others; the selection stays where the runs are the same."""
        if self.runs.comparable() != self.rows or self._names() != self.metrics:
            self.rebuild()
        elif self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def record(self, row: int) -> RunRecord:
        """The run of a row."""
        return self.rows[row]

    def change_of(self, row: int) -> str:
        """What makes a run another one than the run before it, in words."""
        if row == 0:
            return ""
        old, new = self.rows[row - 1].document, self.rows[row].document
        key = (id(old), id(new))
        if key not in self._changes:
            self._changes = {} if len(self._changes) > 1000 else self._changes
            words = difference(old, new)
            self._changes[key] = tr(", ").join(words) if words else tr("the same")
        return self._changes[key]

    # -- Qt's model -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else FIRST_METRIC + len(self.metrics)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        return None

    def title(self, column: int) -> str:
        """Heading of a column in the user's language."""
        if column >= FIRST_METRIC:
            return metric_title(self.metrics[column - FIRST_METRIC])
        return (tr("Run"), tr("Changed"), tr("Steps"), tr("Time"))[column]

    def is_better_low(self, column: int) -> bool:
        """Whether a column holds a metric whose least value is the best one."""
        return column >= FIRST_METRIC and self.metrics[column - FIRST_METRIC].startswith(
            ("loss", "mae", "perplexity", "bits", "reconstruction", "negative_elbo")
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
            if self.rows[index.row()] is not self.runs.current:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record, column = self.rows[index.row()], index.column()
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.EditRole):
            return self._text(index.row(), column)
        if role == SORT_ROLE:
            return self._value(index.row(), column)
        if role == roles.CheckStateRole and column == NAME and record is not self.runs.current:
            return Qt.CheckState.Checked if record.visible else Qt.CheckState.Unchecked
        if role == roles.DecorationRole and column == NAME:
            return self._swatch(record)
        if role == roles.FontRole and record is self.runs.current:
            font = QFont()
            font.setBold(True)
            return font
        if role == roles.TextAlignmentRole and column >= STEPS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == roles.ToolTipRole:
            return self._tip(index.row(), column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.runs.show(record, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            self.runs.rename(record, str(value))
            return True
        return False

    # -- inside -----------------------------------------------------------------------------------

    def _names(self) -> list[str]:
        """The scalars that any run has: tests first, then training, then the rest."""
        found = dict.fromkeys(name for run in self.runs.comparable() for name in run.curves)
        names = [name for name in found if name not in _HIDDEN]

        def rank(name: str) -> int:
            part = name.partition("/")[2]
            return {"test": 0, "train": 1}.get(part, 2 if part else 3)

        return sorted(names, key=rank)

    def _value(self, row: int, column: int) -> Any:
        record = self.rows[row]
        if column >= FIRST_METRIC:
            value = record.curves.last(self.metrics[column - FIRST_METRIC])
            return math.inf if value is None or math.isnan(value) else value
        return (record.title, self.change_of(row), record.steps, record.seconds)[column]

    def _text(self, row: int, column: int) -> str:
        value = self._value(row, column)
        if column >= FIRST_METRIC:
            missing = self.rows[row].curves.last(self.metrics[column - FIRST_METRIC]) is None
            return "–" if missing else f"{value:.4g}"
        if column == STEPS:
            return f"{value:,}"
        return tr("{seconds} s", seconds=f"{value:.1f}") if column == SECONDS else str(value)

    def _tip(self, row: int, column: int) -> str:
        record = self.rows[row]
        if column == NAME and record.parent is not None:
            parent = self.runs.find(record.parent[0])
            name = parent.title if parent else tr("Run {n}", n=record.parent[0])
            return tr("Branched off {run} at step {step}", run=name, step=record.parent[1])
        return self._text(row, column)

    @staticmethod
    def _swatch(record: RunRecord) -> QPixmap:
        swatch = QPixmap(10, 10)
        swatch.fill(QColor(run_colour(record.colour)))
        return swatch
