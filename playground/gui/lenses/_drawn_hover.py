"""Linked hover of a drawing: its pixels are numbers of the input, its bars are classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.gui.cursor import Unit
from playground.gui.widgets.tiles import Spot

if TYPE_CHECKING:
    from playground.gui.lenses.drawing import DrawingLens


class DrawnHover(QObject):
    """Tells what the pointer is on, and lets stand out what any view points at."""

    def __init__(self, lens: DrawingLens) -> None:
        super().__init__(lens)
        self._lens, self._cursor = lens, lens.context.cursor
        lens.seen.hovered.connect(self._on_pixel)
        lens.bars.hovered.connect(self._on_bar)
        self._cursor.unit_moved.connect(self._light)
        self._cursor.label_moved.connect(self._light)

    def _source(self) -> str:
        """The block that puts out the picture, "" while there is none."""
        for id, found in self._lens.context.document.report.blocks.items():
            block = found.block
            if block is not None and block.reads and getattr(block, "field", "") == "x":
                return id
        return ""

    def _on_pixel(self, _tile: int, row: int, column: int) -> None:
        """Of three channels, all alike, the first stands for all."""
        node = self._source() if row >= 0 else ""
        self._cursor.set_unit(Unit(node, (0, row, column)) if node else None)

    def _on_bar(self, number: int) -> None:
        self._cursor.set_label(number if number >= 0 and self._lens.is_classes else None)

    def _light(self) -> None:
        unit, label, seen = self._cursor.unit, self._cursor.label, self._lens.seen
        here = unit is not None and bool(seen.tiles) and unit.node == self._source()
        index = unit.index if unit is not None and here else ()
        seen.light((0,) if len(index) == 1 else ())
        seen.point_out(Spot(0, *index[1:]) if len(index) == 3 else None)
        self._lens.bars.light(label if label is not None and self._lens.is_classes else -1)
