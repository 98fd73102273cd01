"""One output map of a transposed convolution, and one number of it; or the stamp of one input."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from playground.explain import stamps
from playground.explain.conv import Cell
from playground.gui.context import Context
from playground.gui.depth._marks import Mark
from playground.gui.depth._sliding_view import middle
from playground.gui.depth._stamp import StampPicture
from playground.gui.depth._windows import Spot
from playground.gui.depth.base import Level, Place, depth_view
from playground.gui.depth.conv_cell import ConvCell
from playground.gui.depth.conv_unit import ConvUnit, SlidingConv
from playground.gui.depth.transposed_layer import Transposed
from playground.i18n import tr


class SlidingTransposed(Transposed, SlidingConv):
    """Abstract: a transposed convolution whose output cell `at` is looked at."""

    @property
    def cell(self) -> Cell:
        """The output cell, taken apart."""
        of = self.x, self.weight, self.bias, self.axes, self.unit, self.at, self.block.groups
        return self.once("cell", of, lambda: stamps.cell(*of))


@depth_view("transposed-unit", blocks=("conv_transpose2d",), levels=(Level.NEURON,))
class TransposedUnit(SlidingTransposed, ConvUnit):
    """Each row: a channel that arrives, its kernel, and the map that its stamps make together.

    Or the stamps of a single place of the input, which then is what is slid over.
    """

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.stamp = StampPicture(self)
        self._over_input = False
        super().__init__(context, place, parent)

    def modes(self) -> dict[str, tuple[str, str]]:
        help = tr("What a single place of the input stamps into the output, channel by channel")
        return {**super().modes(), "stamp": (tr("Stamp"), help)}

    def pictures(self) -> dict[str, Callable[[], list[Mark]]]:
        return {**super().pictures(), "stamp": self._draw_stamp}

    def _draw_stamp(self) -> list[Mark]:
        return self.stamp.draw(QRectF(self.sheet.rect()).adjusted(2, 0, -6, -6))

    def on_mode(self) -> None:
        super().on_mode()
        cell, self._over_input = self.cell_index(), self.mode == "stamp"
        if self.values:
            self.slide.set_shape(self.ground())
            self.slide.put(self._start(cell) if self._over_input else (cell[1], cell[2]))

    def ground(self) -> tuple[int, int]:
        return (self.x.shape[1], self.x.shape[2]) if self._over_input else super().ground()

    def at_of(self, spot: Spot) -> tuple[int, int] | None:
        if not self._over_input:
            return super().at_of(spot)
        if spot.kind == "in":
            return spot.index[1], spot.index[2]
        if spot.kind == "out" and all(
            last >= first for first, last in self.looks_at(*spot.index[1:])
        ):
            return middle(self.looks_at(*spot.index[1:]))
        return None

    def cell_index(self) -> tuple[int, int, int]:
        """The output cell that is looked at: of a stamp the one in its middle."""
        if not self._over_input or not self.values:
            return super().cell_index()
        spans = self.seen_by(*self.at)
        return (self.unit, *(middle(spans) if spans is not None else (0, 0)))

    def _start(self, cell: tuple[int, int, int]) -> tuple[int, int]:
        """The place of the input that reaches a cell, or one near it."""
        spans = self.looks_at(cell[1], cell[2])
        near = tuple(
            i * n // m for i, n, m in zip(cell[1:], self.x.shape[1:], self.y.shape[1:], strict=True)
        )
        found = [(a + b) // 2 if b >= a else c for (a, b), c in zip(spans, near, strict=True)]
        return found[0], found[1]

    def _place(self) -> None:
        super()._place()
        if self._over_input and self.values and len(self.place.cell) == 3:
            self.slide.set_shape(self.ground())
            self.slide.put(self._start(self.place.cell))  # type: ignore[arg-type]

    def channel_maps(self) -> np.ndarray:
        return stamps.channel_maps(self.x, self.weight, self.axes, self.unit, self.block.groups)


@depth_view("transposed-cell", blocks=("conv_transpose2d",), levels=(Level.ARITHMETIC,))
class TransposedCell(SlidingTransposed, ConvCell):
    """Each row a channel: the inputs whose stamps meet here, their weights, and the products."""

    def patch_title(self) -> str:
        return tr("numbers of {id} that reach it", id=self.source)
