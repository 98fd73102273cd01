"""Many small maps as one mark: dozens of kernels are painted in one go and made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from playground.gui.depth._marks import GRID_CELL, Cells, Mark
from playground.gui.depth._paints import Atlas
from playground.gui.graph.style import Look
from playground.gui.theme import Theme


class Many(Mark):
    """Maps of an atlas, a place each, all of one size.

    Parameters
    ----------
    rects : sequence of QRectF
        Where the maps of the atlas are painted, in their order.
    atlas : Atlas
        Their picture.
    make : callable
        Number of a map -> it, with everything that it claims and means.
    """

    def __init__(self, rects: Sequence[QRectF], atlas: Atlas, make: Callable[[int], Cells]) -> None:
        self.rects, self.atlas, self._make = rects, atlas, make
        self._pieces: tuple[Cells, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing on the maps but their colours."""
        _, height, width = self.atlas.maps.shape
        first = self.rects[0]
        small = min(first.width() / width, first.height() / height) < GRID_CELL
        return self.atlas.finite and small

    def pieces(self) -> Iterable[Mark]:
        if len(self._pieces) != len(self.rects):
            self._pieces = tuple(self._make(number) for number in range(len(self.rects)))
        return self._pieces

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rects:
            return
        if not self.is_plain:
            for part in self.pieces():
                part.paint(painter, look, theme, clip)
            return
        for number, rect in enumerate(self.rects):
            self.atlas.draw(painter, rect, theme, number)
