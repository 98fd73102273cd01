"""What the lenses on one block share: they follow the selection unless tied to a block."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.check.report import NodeReport
from playground.document.composites import is_instance
from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.lenses._pictures import Scale
from playground.gui.lenses.base import Lens
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Spot, Tile, Tiles


class Following(Lens):
    """A lens on one block: the one it is tied to, or the selected one."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.shown = node  # id of the block in the picture
        context.selection.changed.connect(self._follow)
        context.document.changed.connect(self._on_document)
        self.shown = self.node or self.choose()

    def fits(self, node: str) -> bool:
        """Whether this block has something to show here."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another block comes next."""

    def choose(self) -> str:
        """The selected block if it fits, else the one shown, else the first that fits."""
        nodes = self.context.document.report.nodes
        chosen = [
            id
            for selected in reversed(self.context.selection.nodes)
            for id in (selected, *(i for i in nodes if i.startswith(f"{selected}.")))
        ]
        wanted = (*chosen, self.shown, *nodes)
        return next((id for id in wanted if _is_block(nodes.get(id)) and self.fits(id)), "")

    def _follow(self) -> None:
        if self.node:
            return
        chosen = self.choose()
        if chosen != self.shown:
            self.shown = chosen
            self.forget()
            self.say(self.waits_for())
            self.refresh_probes()
            if self.isVisible() and self.context.run.shown is not None:
                self._on_snapshot(self.context.run.shown)

    def _on_document(self, _old: Document, new: Document) -> None:
        if self.shown not in self.context.document.report.nodes:
            self._follow()


class BlockLens(Following):
    """Pictures of one block's tensor with their scale below."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.values: np.ndarray | None = None  # the tensor in the picture
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.tiles = Tiles(gap=4)
        self.scale_bar = ScaleBar()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.note)
        layout.addWidget(self.tiles, 1)
        layout.addWidget(self.scale_bar)
        self.tiles.hovered.connect(self._on_hovered)
        context.cursor.unit_moved.connect(self._light)

    def unit_at(self, tile: int, row: int, column: int) -> tuple[int, ...] | None:
        """Which unit of the block's output a cell belongs to; None for none."""
        raise NotImplementedError

    def lights_of(self, index: tuple[int, ...]) -> tuple[Iterable[int], Spot | None]:
        """Tiles, or the one row or cell, that show a unit."""
        raise NotImplementedError

    def _on_hovered(self, tile: int, row: int, column: int) -> None:
        there = tile >= 0 and self.values is not None
        index = self.unit_at(tile, row, column) if there else None
        self.context.cursor.set_unit(None if index is None else Unit(self.shown, index))

    def _light(self) -> None:
        unit = self.context.cursor.unit
        here = unit is not None and unit.index and unit.node == self.shown
        here = here and self.values is not None
        tiles, spot = self.lights_of(unit.index) if unit is not None and here else ((), None)
        self.tiles.light(tiles)
        self.tiles.point_out(spot)

    def tiles_of(self, values: np.ndarray, scale: Scale) -> list[Tile]:
        """The pictures of the tensor."""
        raise NotImplementedError

    def scale_of(self, values: np.ndarray) -> Scale:
        """The scale of the pictures."""
        return Scale.of(values)

    def words(self, values: np.ndarray) -> str:
        """The line above the pictures, in the user's language."""
        raise NotImplementedError

    def draw(self, values: np.ndarray) -> bool:
        """Show this tensor."""
        self.values = values
        theme, scale = self.context.theme, self.scale_of(values)
        # a matrix or a vector is no picture: its cells need not be square
        self.tiles.set_tiles(self.tiles_of(values, scale), fill=values.ndim < 3)
        self.scale_bar.set_range(scale.low, scale.high, scale.ramp(theme))
        self.note.setText(self.words(values))
        self._light()
        return True

    def retheme(self) -> None:
        if self.values is not None:
            self.draw(self.values)

    def retranslate(self) -> None:
        self.retheme()

    def forget(self) -> None:
        self.values = None

    def on_restarted(self) -> None:
        self.forget()
        self._follow()


def _is_block(found: NodeReport | None) -> bool:
    """Whether it is a block of the network, and not a composite, which holds several."""
    return found is not None and not is_instance(found.node)
