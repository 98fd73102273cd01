"""Where the user is inside the network: overview, layer, neuron, arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from playground.blocks.base import Shape
from playground.check.report import NodeReport, Report
from playground.gui.cursor import Cursor
from playground.gui.document_model import DocumentModel
from playground.registry import depth_views


class Level(IntEnum):
    """How near a block is looked at."""

    OVERVIEW = 0  # the graph of cards
    LAYER = 1  # all units of one block
    NEURON = 2  # one unit
    ARITHMETIC = 3  # one number, and how it comes about


@dataclass(frozen=True, slots=True)
class Place:
    """What is looked at.

    Parameters
    ----------
    node : str
        Id of the block, a path inside composites; "" at the overview.
    level : Level
        How near.
    unit : tuple of int
        The neuron, map or head: where it is in the block's output; () for none.
    cell : tuple of int
        One number: its full index in the block's output; () for none.
    """

    node: str = ""
    level: Level = Level.OVERVIEW
    unit: tuple[int, ...] = ()
    cell: tuple[int, ...] = ()


def view_for(found: NodeReport, level: Level) -> type[Any] | None:
    """The most special view of a block at a level, None where there is none."""
    assert found.block is not None  # a block that can be opened is a known one
    ranked = [(cls.rank(found.block, level), key) for key, cls in depth_views.items()]
    best, key = max(ranked, default=(0, ""))
    return depth_views.get(key) if best > 0 else None


class DepthModel(QObject):
    """Goes from level to level; a block that is gone, or has no output, is left."""

    changed = Signal(object, object)  # old Place, new Place

    def __init__(self, document: DocumentModel, cursor: Cursor) -> None:
        super().__init__()
        self._document, self._cursor = document, cursor
        self.place = Place()
        document.report_changed.connect(self._on_report)
        document.loaded.connect(self.close)

    def can_open(self, node: str) -> bool:
        """Whether there is a block of this id with an output that is known."""
        found = self._document.report.blocks.get(node)
        return found is not None and found.block is not None and found.output is not None

    def open(self, node: str) -> bool:
        """Look at all units of a block; False when it cannot be looked into."""
        return self.go(Place(node, Level.LAYER))

    def go(self, place: Place) -> bool:
        """Look there; what the place leaves open is filled in. False when it cannot be."""
        if place.level is not Level.OVERVIEW:
            if not self.can_open(place.node):
                return False
            found = self._document.report.blocks[place.node]
            if view_for(found, place.level) is None:
                return False
            assert found.output is not None  # can_open has seen it
            place = _filled(place, found.output)
        else:
            place = Place()
        if place != self.place:
            old, self.place = self.place, place
            self.changed.emit(old, place)
        return True

    def deeper(self) -> bool:
        """One level down: into the unit or the number pointed at, else into the first."""
        here = self.place
        if here.level in (Level.OVERVIEW, Level.ARITHMETIC):
            return False
        pointed = self._cursor.unit
        index = pointed.index if pointed is not None and pointed.node == here.node else ()
        if here.level is Level.LAYER:
            return self.go(
                Place(here.node, Level.NEURON, index[:1] or here.unit, index or here.cell)
            )
        return self.go(replace(here, level=Level.ARITHMETIC, cell=index or here.cell))

    def up(self) -> bool:
        """One level up; False at the overview."""
        here = self.place
        if here.level is Level.OVERVIEW:
            return False
        return self.go(replace(here, level=Level(here.level - 1)))

    def close(self) -> None:
        """Back to the overview."""
        self.go(Place())

    def _on_report(self, _report: Report) -> None:
        if self.place.node and not self.go(self.place):
            self.close()


def _filled(place: Place, shape: Shape) -> Place:
    """The same place with a unit and a number that the block has: the first unless it says."""
    unit, cell = _inside(place.unit, shape), _inside(place.cell, shape)
    if place.level > Level.LAYER:
        unit = unit or (0,) * min(1, len(shape))
        if len(cell) < len(shape) or cell[: len(unit)] != unit:
            cell = unit + (0,) * (len(shape) - len(unit))
    return replace(place, unit=unit, cell=cell)


def _inside(index: tuple[int, ...], shape: Shape) -> tuple[int, ...]:
    """An index cut off at the shape: an edit may have made the block smaller."""
    return tuple(min(max(i, 0), n - 1) for i, n in zip(index, shape, strict=False))
