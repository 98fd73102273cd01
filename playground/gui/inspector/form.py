"""A form made from declared parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from playground.gui.inspector.fields import Field, NumberParamField, TextField, make_field
from playground.gui.inspector.pin import Pin
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.parameters import ParamInfo

Sliders = Literal["all", "floats", "none"]
Submit = Callable[[str, Any, bool], str]  # name, value, still dragging -> why not, "" when done


class Cell(QWidget):
    """A label above a field, and below it why the last input was refused."""

    def __init__(self, info: ParamInfo, sliders: bool) -> None:
        super().__init__()
        self.info = info
        self.label, self.reason = QLabel(), QLabel(wordWrap=True)
        self.label.setObjectName("fieldLabel")
        self.reason.setObjectName("reason")
        self.reason.hide()
        self.field: Field = make_field(info, sliders)
        self.pin: Pin | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if self._has_slider():
            head = QHBoxLayout()
            head.setSpacing(4)
            head.addWidget(self.label, 1)
            head.addWidget(self.field.number)
            column.setSpacing(0)
            column.addLayout(head)
        else:
            column.addWidget(self.label)
        column.addWidget(self.field)
        column.addWidget(self.reason)
        column.addStretch()

    def add_pin(self) -> Pin:
        """Put a pin beside the label."""
        self.pin = Pin(self)
        if not self._has_slider():
            head = QHBoxLayout()
            head.setSpacing(2)
            self.layout().removeWidget(self.label)
            head.addWidget(self.label, 1)
            head.addWidget(self.pin)
            self.layout().insertLayout(0, head)
        else:
            self.layout().itemAt(0).layout().addWidget(self.pin)
        return self.pin

    @property
    def wide(self) -> bool:
        """Whether it needs a row of its own."""
        return self._has_slider() or (isinstance(self.field, TextField) and bool(self.info.path))

    def _has_slider(self) -> bool:
        return isinstance(self.field, NumberParamField) and self.field.slider is not None

    def retranslate(self) -> None:
        """Set label, tool tip and accessible name."""
        title = tr(self.info.title)
        label = (
            tr("{title} ({unit})", title=title, unit=tr(self.info.unit))
            if self.info.unit
            else title
        )
        help_text = tr(self.info.help) if self.info.help else ""
        self.label.setText(label)
        self.setToolTip(help_text)
        main = self.field.main()
        main.setAccessibleName(label)
        main.setAccessibleDescription(help_text)
        if isinstance(self.field, NumberParamField) and self.field.slider is not None:
            self.field.slider.setAccessibleName(label)
        if isinstance(self.field, TextField) and self.info.path:
            self.field.browse.setToolTip(tr("Browse…"))
            self.field.browse.setAccessibleName(tr("Browse…"))

    def say(self, reason: str) -> None:
        """Show why the input was refused; "" when it was fine."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        main = self.field.main()
        if bool(main.property("wrong")) != bool(reason):
            main.setProperty("wrong", bool(reason))
            main.style().unpolish(main)
            main.style().polish(main)


class Form(Retranslating, QWidget):
    """Fields in a grid. Values flow in by `set_values`, wishes flow out through `submit`.

    Parameters
    ----------
    infos : sequence of ParamInfo
        The parameters, in order; advanced ones hide behind a button.
    submit : callable
        Takes a value the user wants, does the edit, and returns why it was refused.
    columns : int
        Fields side by side.
    sliders : str
        Which numbers of a modest range get a slider and a row of their own: "all", "floats"
        or "none".
    """

    finished = Signal()  # a drag is over: the next edit is a step of its own
    pinned = Signal(str, bool)  # the user wants a parameter exposed, or concealed
    rename_wanted = Signal(str)  # ... called otherwise on the composite

    def __init__(
        self,
        infos: tuple[ParamInfo, ...],
        submit: Submit,
        columns: int = 3,
        sliders: Sliders = "all",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self.cells = {
            i.name: Cell(i, sliders == "all" or (sliders == "floats" and i.kind == "float"))
            for i in infos
        }
        for name, cell in self.cells.items():
            cell.field.edited.connect(lambda value, drag, n=name: self._on_edited(n, value, drag))
            cell.field.finished.connect(self.finished)
        self._more = QPushButton()
        self._more.setObjectName("link")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self._advanced = QWidget()
        self._columns = columns
        self._shown = frozenset(self.cells)
        self._grids = [(self._grid(advanced), advanced) for advanced in (False, True)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grids[0][0])
        hidden = self._cells_of(advanced=True)
        self._advanced.setLayout(self._grids[1][0])
        self._advanced.layout().setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._more)
        column.addWidget(self._advanced)
        self._more.setVisible(bool(hidden))
        self._advanced.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show the values of the document; parameters that are not named show their default."""
        for name, cell in self.cells.items():
            cell.field.set_value(values.get(name, cell.info.default))
            cell.say("")

    def show_pins(self, names: Mapping[str, str] | None) -> None:
        """Put a pin at each parameter; `names` says how the composite calls those it shows.

        None takes the pins away: the block lies in no composite.
        """
        for name, cell in self.cells.items():
            if cell.pin is None and names is not None:
                pin = cell.add_pin()
                pin.clicked.connect(lambda on, n=name: self.pinned.emit(n, on))
                pin.rename.triggered.connect(lambda _=False, n=name: self.rename_wanted.emit(n))
            if cell.pin is not None:
                cell.pin.setVisible(names is not None)
                cell.pin.describe(tr(cell.info.title), (names or {}).get(name, ""))

    def show_only(self, names: set[str]) -> None:
        """Hide the fields of parameters that have no meaning at the moment."""
        shown = frozenset(names)
        if shown == self._shown:
            return
        self._shown = shown
        for name, cell in self.cells.items():
            cell.setVisible(name in shown)
        for grid, advanced in self._grids:
            self._place(grid, [c for c in self._cells_of(advanced) if c.info.name in shown])

    def retranslate(self) -> None:
        for cell in self.cells.values():
            cell.retranslate()
        self._more.setText(tr("Fewer settings") if self._more.isChecked() else tr("More settings"))

    def _cells_of(self, advanced: bool) -> list[Cell]:
        return [cell for cell in self.cells.values() if cell.info.advanced == advanced]

    def _grid(self, advanced: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self._place(grid, self._cells_of(advanced))
        for index in range(self._columns):
            grid.setColumnStretch(index, 1)
        return grid

    def _place(self, grid: QGridLayout, cells: list[Cell]) -> None:
        """Put the cells into rows without holes."""
        while grid.count():
            grid.takeAt(0)
        columns, row, column = self._columns, 0, 0
        for cell in cells:
            if cell.wide and column:
                row, column = row + 1, 0
            grid.addWidget(cell, row, column, 1, columns if cell.wide else 1)
            column = columns if cell.wide else column + 1
            if column >= columns:
                row, column = row + 1, 0

    def _unfold(self, on: bool) -> None:
        self._advanced.setVisible(on)
        self.retranslate()

    def _on_edited(self, name: str, value: Any, dragging: bool) -> None:
        self.cells[name].say(self._submit(name, value, dragging))
        if not dragging:
            self.finished.emit()
