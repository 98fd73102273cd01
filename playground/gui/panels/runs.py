"""Runs side by side: a table to compare, rename, show, bring back and export them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.check.words import difference
from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.gui.panels.runs_table import CHANGED, NAME, SORT_ROLE, RunsTable
from playground.gui.widgets.texts import ElidedLabel, Retranslating
from playground.i18n import tr
from playground.telemetry.runs import RunRecord, export


class RunsPanel(Retranslating, QWidget):
    """The table with its buttons; below it the difference of two selected runs in words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.runs = context, context.runs
        self.table_model = RunsTable(context.runs)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSortRole(SORT_ROLE)
        self.sorted.setSourceModel(self.table_model)
        self.table = self._make_table()
        self.sort_box, self.sort_label = QComboBox(), QLabel()
        self.sort_label.setBuddy(self.sort_box)
        self.keep, self.more = QToolButton(checkable=True), QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self))
        self.more.menu().aboutToShow.connect(lambda: self._fill(self.more.menu()))
        self.note = ElidedLabel()
        self.note.setObjectName("secondary")
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.empty.setObjectName("secondary")
        self._lay_out()
        self.sort_box.activated.connect(self._on_sort)
        self.keep.toggled.connect(self._on_keep)
        self.table_model.modelReset.connect(self._refresh)
        self.table.selectionModel().selectionChanged.connect(self._compare)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(tr("Runs side by side"))
        self.sort_label.setText(tr("Sort by"))
        self.sort_box.setAccessibleName(tr("Sort by"))
        self.keep.setText(tr("Keep with the document"))
        self.keep.setToolTip(tr("Save these runs beside the document whenever it is saved."))
        self.more.setText(tr("More"))
        self.more.setToolTip(tr("Rename, bring back, export, forget"))
        self.empty.setText(tr("Press Play: every run with at least one step is listed here."))
        self.table_model.rebuild()

    # -- what the menu and the commands do --------------------------------------------------------

    def selected(self) -> list[RunRecord]:
        """The selected runs, in the order of the table."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = (self.sorted.mapToSource(self.sorted.index(row, 0)).row() for row in rows)
        return [self.table_model.record(row) for row in found]

    def bring_back(self, record: RunRecord) -> None:
        """Make the document of a run the current one; one undoable edit."""
        self.context.document.push(
            tr("Bring back the document of {run}", run=record.title), lambda _now: record.document
        )

    def look_back_at(self, record: RunRecord) -> None:
        """Put a run on the timeline: every view shows its last kept step."""
        past = self.context.run.past
        past.choose(record.number)
        self.context.cursor.set(past.wanted)

    def ask_export(self) -> bool:
        """Let the user choose a file for the curves of the selected runs, or of all."""
        path = self.context.document.path
        stem = path.with_suffix("") if path else Path.home() / "runs"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), tr("Export the curves"), f"{stem}.csv", tr("Tables (*.csv *.jsonl)")
        )
        if not chosen:
            return False
        target = Path(chosen)
        return self.export(target if target.suffix else target.with_suffix(".csv"))

    def export(self, path: Path) -> bool:
        """Write the curves of the selected runs, or of all; False (and a notice) if that failed."""
        try:
            export(path, self.selected() or self.runs.comparable())
        except PlaygroundError as error:
            self.context.notices.post(str(error), "error")
            return False
        self.context.notices.post(tr("Saved {name}.", name=path.name))
        return True

    # -- inside -----------------------------------------------------------------------------------

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("runs")
        table.setModel(self.sorted)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        table.setShowGrid(False)
        table.setSortingEnabled(True)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(24)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        for widget in (self.sort_label, self.sort_box):
            top.addWidget(widget)
        top.addStretch()
        top.addWidget(self.keep)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.note)

    def _refresh(self) -> None:
        """The rows are others: offer the columns to sort by, say what is empty."""
        model = self.table_model
        any_runs = bool(model.rows)
        self.table.setVisible(any_runs)
        self.empty.setVisible(not any_runs)
        titles = [model.title(column) for column in range(model.columnCount())]
        if titles != [self.sort_box.itemText(i) for i in range(1, self.sort_box.count())]:
            chosen = self.sort_box.currentText()
            self.sort_box.clear()
            self.sort_box.addItem(tr("Order of the runs"), -1)
            for column, title in enumerate(titles):
                self.sort_box.addItem(title, column)
            self.sort_box.setCurrentIndex(max(0, self.sort_box.findText(chosen)))
            self._size_columns()
        self.keep.blockSignals(True)  # shows what is, and asks for nothing
        self.keep.setChecked(self.runs.kept)
        self.keep.blockSignals(False)
        self._compare()

    def _size_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.table_model.columnCount()):
            width = header.fontMetrics().horizontalAdvance(self.table_model.title(column)) + 34
            header.resizeSection(column, {NAME: 150, CHANGED: 260}.get(column, max(width, 76)))

    def _on_sort(self, index: int) -> None:
        column = self.sort_box.itemData(index)
        falling = column >= 0 and not self.table_model.is_better_low(column)
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, order)
        self.sorted.sort(column, order)

    def _on_keep(self, kept: bool) -> None:
        self.runs.set_kept(kept)
        if not kept:
            return
        path = self.context.document.path
        if path is None:
            self.context.notices.post(tr("The runs are kept once the document is saved."))
            return
        try:
            self.runs.save_beside(path)
        except PlaygroundError as error:
            self.context.notices.post(str(error), "error")

    def _compare(self) -> None:
        """Two selected runs: their difference; else what the table can do."""
        chosen = self.selected() if self.table_model.rows else []
        if len(chosen) != 2:
            self.note.setText(tr("Select two runs to see what differs.") if chosen else "")
            return
        first, second = sorted(chosen, key=self.runs.records.index)
        words = difference(first.document, second.document)
        self.note.setText(
            tr(
                "{first} → {second}: {changes}",
                first=first.title,
                second=second.title,
                changes=tr(", ").join(words) if words else tr("the same"),
            )
        )

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self._fill(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        chosen = self.selected()
        one = chosen[0] if len(chosen) == 1 else None
        rename = menu.addAction(tr("Rename"), self._rename)
        back = menu.addAction(
            tr("Bring back its document"), lambda: one is not None and self.bring_back(one)
        )
        colour = menu.addAction(
            tr("Another colour"), lambda: [self.runs.recolour(r, r.colour + 1) for r in chosen]
        )
        look = menu.addAction(
            tr("Show it on the timeline"), lambda: one is not None and self.look_back_at(one)
        )
        for action in (rename, back):
            action.setEnabled(one is not None)
        look.setEnabled(one is not None and one.number in self.context.run.past.runs())
        colour.setEnabled(bool(chosen))
        menu.addSeparator()
        menu.addAction(tr("Export the curves…"), self.ask_export)
        menu.addSeparator()
        forget = menu.addAction(tr("Forget"), lambda: [self.runs.remove(r) for r in chosen])
        forget.setEnabled(any(record in self.runs.others for record in chosen))
        menu.addAction(tr("Forget all but the current run"), self.runs.clear)

    def _rename(self) -> None:
        (index, *_) = self.table.selectionModel().selectedRows()
        self.table.edit(index.siblingAtColumn(NAME))
