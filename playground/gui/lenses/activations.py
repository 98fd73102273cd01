"""Lens: what a block puts out for one sample."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtWidgets import QWidget

from playground.blocks.base import format_shape
from playground.gui.context import Context
from playground.gui.lenses._block_lens import BlockLens
from playground.gui.lenses._pictures import Scale, in_rows, map_tiles
from playground.gui.lenses._readings import of_tiles
from playground.gui.lenses.base import Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.tiles import Spot, Tile
from playground.i18n import mark, tr
from playground.telemetry.probes.activations import Activations

MOST_MAPS = 256  # drawn at once


@lens("activations", title=mark("Activations"))
class ActivationsLens(BlockLens):
    """Every map or neuron of the selected block for the sample chosen above the canvas."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        context.selection.sample_changed.connect(self.refresh_probes)

    def probes(self) -> tuple[Probe, ...]:
        sample = self.context.selection.sample
        return (Activations(sample=sample.number, split=sample.split),)

    def waits_for(self) -> str:
        return tr("Select a block to see what it puts out.")

    def fits(self, node: str) -> bool:
        found = self.context.document.report.nodes.get(node)
        return found is not None and found.output is not None

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        values = snapshot.arrays.get(f"activations/{self.shown}")
        return values is not None and self.draw(values)

    def tiles_of(self, values: np.ndarray, scale: Scale) -> list[Tile]:
        theme = self.context.theme
        if values.ndim == 3:
            return map_tiles(values[:MOST_MAPS], theme, scale, self.shown)
        # of a sequence a row is a step
        flat = values if values.ndim == 2 else in_rows(values.reshape(-1))
        return [Tile(rgba=scale.colours(theme, flat), values=flat, name=self.shown)]

    def unit_at(self, tile: int, row: int, column: int) -> tuple[int, ...] | None:
        assert self.values is not None  # the base asks only then
        if self.values.ndim == 3:
            return tile, row, column
        flat = row * self.tiles.tiles[tile].values.shape[1] + column
        return tuple(int(i) for i in np.unravel_index(flat, self.values.shape)) or None

    def lights_of(self, index: tuple[int, ...]) -> tuple[Iterable[int], Spot | None]:
        assert self.values is not None  # the base asks only then
        shape = self.values.shape
        if len(index) > len(shape) or any(i >= n for i, n in zip(index, shape, strict=False)):
            return (), None
        if len(shape) == 3:
            whole = len(index) < 3
            return (index[:1] if whole else (), None if whole else Spot(*index))
        if len(index) < len(shape):
            return (), None
        row, column = divmod(
            int(np.ravel_multi_index(index, shape)), self.tiles.tiles[0].values.shape[1]
        )
        return (), Spot(0, row, column)

    def readings(self) -> list[Reading]:
        if self.values is None:
            return []
        tensor, values = f"activations/{self.shown}", self.values

        def place(tile: int, row: int, column: int) -> tuple[str, tuple[int, ...]]:
            if values.ndim == 3:
                return tensor, (tile, row, column)
            width = self.tiles.tiles[tile].values.shape[1]
            at = np.unravel_index(row * width + column, values.shape) if values.ndim else ()
            return tensor, tuple(int(i) for i in at)

        return of_tiles(self, self.key, self.tiles, self.scale_of(values), place)

    def words(self, values: np.ndarray) -> str:
        return tr(
            "{id}  {shape}  from {low} to {high}",
            id=self.shown,
            shape=format_shape(values.shape),
            low=short(float(np.nanmin(values, initial=np.inf))),
            high=short(float(np.nanmax(values, initial=-np.inf))),
        )
