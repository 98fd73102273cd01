"""A depth view that is one sheet: it names tensors, makes marks of them, and that is all."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QElapsedTimer, QRectF, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Cells, Mark
from playground.gui.depth._sheet import Sheet
from playground.gui.depth.base import DepthView, Level, Place, Reading, Snapshot

NUMBERS_MS = 200  # live numbers change five times a second: faster cannot be read


class SheetView(DepthView):
    """Abstract: overrides `draw`, which makes marks of `self.values` for the room of the sheet."""

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(context, place, parent)
        self.values: Mapping[str, np.ndarray] = {}  # of the block, without "inside/<node>/"
        self.arrays: Mapping[str, np.ndarray] = {}  # everything that was measured
        self.sheet = Sheet(context)
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.clicked.connect(self._on_clicked)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.resized.connect(self.redraw)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self._since = QElapsedTimer()
        self._late: Snapshot | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._draw_late)

    def draw(self) -> list[Mark]:
        """The marks for `self.values` in the room of the sheet."""
        raise NotImplementedError

    def needs(self) -> tuple[str, ...]:
        """Names of tensors of the block without which nothing can be drawn."""
        return ("out",)

    def full(self, name: str) -> str:
        """Name of the array of a tensor of this block."""
        return f"inside/{self.node}/{name}"

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        values = self.tensors(snapshot)
        if any(name not in values for name in self.needs()):
            return False
        if values["out"].shape != self.shape:
            return False  # the network in training is older than the document
        self.values, self.arrays = values, snapshot.arrays
        self._since.start()
        self.redraw()
        return True

    def redraw(self) -> None:
        """Make the marks anew: other numbers, another place, another size."""
        if not self.values:
            return
        self.sheet.set_marks(self.draw())
        self.sheet.setAccessibleName(self.words())
        self.on_unit(self._lit())

    def readings(self) -> list[Reading]:
        return self.sheet.readings(self, self.key)

    def on_place(self) -> None:
        self.redraw()

    def on_unit(self, index: tuple[int, ...] | None) -> None:
        self.sheet.ring(self.places_of(index) if index is not None else ())

    def places_of(self, index: tuple[int, ...]) -> list[QRectF]:
        """Where a unit of this block is seen."""
        found = []
        for mark in self.sheet.marks:
            if isinstance(mark, Cells) and mark.unit is not None:
                rect = _within(mark, index)
                if rect is not None:
                    found.append(rect)
        return found

    def on_restarted(self) -> None:
        self.values, self.arrays = {}, {}

    def retheme(self) -> None:
        self.redraw()

    def retranslate(self) -> None:
        self.redraw()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        """Numbers that change all the time are drawn now and then, the last ones always."""
        wait = NUMBERS_MS - self._since.elapsed() if self._since.isValid() else 0
        if wait > 0 and self.values and snapshot is not self.context.run.past.shown:
            self._late = snapshot
            if not self._pause.isActive():
                self._pause.start(wait)
            return
        self._late = None
        super()._on_snapshot(snapshot)

    def _draw_late(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            super()._on_snapshot(late)

    def _lit(self) -> tuple[int, ...] | None:
        """The unit that is pointed at somewhere, else the one the keyboard is at."""
        unit = self.context.cursor.unit
        if unit is not None and unit.node == self.node:
            return unit.index
        return self.place.cell or self.place.unit or None

    def _on_hovered(self, found: tuple[int, ...] | Unit | None) -> None:
        if isinstance(found, Unit):
            self.context.cursor.set_unit(found)
        else:
            self.point(found)
        if found is None:
            self.on_unit(self._lit())

    def _on_clicked(self, found: tuple[int, ...] | Unit) -> None:
        if not isinstance(found, Unit):
            place = self.place
            self.place_wanted.emit(Place(place.node, place.level, found[:1], found))

    def _on_chosen(self, found: tuple[int, ...] | Unit) -> None:
        """Deeper into a unit of this block; to a unit of another one, at the same level."""
        if isinstance(found, Unit):
            node, level, index = found.node, self.place.level, found.index
        else:
            node, index = self.place.node, found
            level = Level(min(self.place.level + 1, Level.ARITHMETIC))
        self.place_wanted.emit(Place(node, level, index[:1], index))


def _within(mark: Cells, index: tuple[int, ...]) -> QRectF | None:
    """The cells of a mark that belong to a unit: one cell, or a whole map; None for none."""
    assert mark.unit is not None  # only marks of units are asked
    height, width = mark.values.shape
    first, last = mark.unit(0, 0), mark.unit(height - 1, width - 1)
    if first[: len(index)] == index == last[: len(index)]:
        return mark.rect
    for row in range(height):
        for column in range(width):
            if mark.unit(row, column)[: len(index)] == index:
                return mark.cell(row, column)
    return None
