"""Lens: a block's weights as live pictures."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtWidgets import QWidget

from playground.blocks.base import format_shape
from playground.gui.context import Context
from playground.gui.lenses._block_lens import BlockLens
from playground.gui.lenses._grasp import Grasp
from playground.gui.lenses._pictures import Scale, map_tiles
from playground.gui.lenses._readings import of_tiles
from playground.gui.lenses.base import Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.weight_hand import Place
from playground.gui.widgets.scale_bar import short
from playground.gui.widgets.tiles import Spot, Tile
from playground.i18n import mark, tr
from playground.telemetry.probes.weights import Weights

MOST_KERNELS = 256  # drawn at once
RECURRENT = "rnn", "lstm", "gru"
BY_UNIT = "linear", "conv2d"  # (out, ...): others count inputs or words first


@lens("weights", title=mark("Weights"))
class WeightsLens(BlockLens):
    """Blue is positive, orange is negative; the scale is symmetric, so neutral is always zero.

    Linear: one picture, a row a neuron, a column an input. Convolution: one picture a kernel.
    RNN, LSTM, GRU: a row a unit of a gate; inputs, then states, layer after layer.
    Press on a cell and drag up or down to change that weight while the network runs: Shift is
    finer, Esc puts it back. With the keys: arrows, + and −, Enter to type a number.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.grasp = Grasp(self.tiles, self.place_of, context)

    def place_of(self, tile: int, row: int, column: int) -> Place | None:
        """The weight that is drawn in a cell."""
        values = self.values
        if values is None or not 1 <= values.ndim <= 4 or values.ndim == 3 or self._is_joined:
            return None
        index = (row, column) if values.ndim == 2 else (column,)
        if values.ndim == 4:
            index = (*divmod(tile, values.shape[1]), row, column)
        return Place(self.shown, "weight", index)

    def retranslate(self) -> None:
        super().retranslate()
        self._name_cells()
        self.grasp.relabel()

    def probes(self) -> tuple[Probe, ...]:
        return (Weights(node=self.shown),) if self.shown else ()

    def waits_for(self) -> str:
        return tr("Select a block with weights, such as Linear or Conv 2-D.")

    def fits(self, node: str) -> bool:
        found = self.context.document.report.nodes.get(node)
        return found is not None and found.cost.parameters > 0

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        values = snapshot.arrays.get(f"weights/{self.shown}")
        if values is None:
            return False
        drawn = self.draw(values)
        self._name_cells()
        return drawn

    def _name_cells(self) -> None:
        """What rows and columns are."""
        values, words = self.values, ""
        if values is not None and values.ndim == 4:
            words = tr("one picture per kernel")
        elif values is not None and values.ndim == 2 and self._is_by_unit:
            words = tr("row: neuron, column: input")
        elif values is not None and self._is_joined:
            words = tr("row: gate and unit, column: input, then state")
        if words != self.scale_bar.name:
            self.scale_bar.set_name(words)

    def tiles_of(self, values: np.ndarray, scale: Scale) -> list[Tile]:
        theme = self.context.theme
        name = f"{self.shown}.weights" if self._is_joined else f"{self.shown}.weight"
        if values.ndim == 4:  # (out, in, kernel height, kernel width)
            out, into = values.shape[:2]
            kernels = values.reshape(-1, *values.shape[2:])[:MOST_KERNELS]
            tiles = map_tiles(kernels, theme, scale, name)
            names = (f"{name}[{i // into}, {i % into}]" for i in range(out * into))
            return [
                Tile(rgba=tile.rgba, values=tile.values, name=place)
                for tile, place in zip(tiles, names, strict=False)
            ]
        flat = np.atleast_2d(values)
        return [Tile(rgba=scale.colours(theme, flat), values=flat, name=name)]

    def unit_at(self, tile: int, row: int, column: int) -> tuple[int, ...] | None:
        assert self.values is not None  # the base asks only then
        if not self._is_by_unit:
            return None
        return (tile // self.values.shape[1],) if self.values.ndim == 4 else (row,)

    def lights_of(self, index: tuple[int, ...]) -> tuple[Iterable[int], Spot | None]:
        assert self.values is not None  # the base asks only then
        if not self._is_by_unit:
            return (), None
        if self.values.ndim == 4:
            into = self.values.shape[1]
            return range(index[0] * into, (index[0] + 1) * into), None
        return (), Spot(0, index[-1])  # features are the last axis of what a linear block gives

    @property
    def _is_joined(self) -> bool:
        """Whether several weights stand side by side, in torch's order."""
        found = self.context.document.report.nodes.get(self.shown)
        return found is not None and found.node.block in RECURRENT

    @property
    def _is_by_unit(self) -> bool:
        """Whether the first axis of the weight counts what the block puts out."""
        found = self.context.document.report.nodes.get(self.shown)
        return found is not None and found.node.block in BY_UNIT

    def readings(self) -> list[Reading]:
        if self.values is None:
            return []
        tensor, shape, scale = (
            f"weights/{self.shown}",
            self.values.shape,
            self.scale_of(self.values),
        )

        def place(tile: int, row: int, column: int) -> tuple[str, tuple[int, ...]]:
            index = (row, column) if len(shape) == 2 else (column,)
            if len(shape) == 4:
                index = (*divmod(tile, shape[1]), row, column)
            return tensor, index

        return of_tiles(self, self.key, self.tiles, scale, place)

    def scale_of(self, values: np.ndarray) -> Scale:
        return Scale.signed(values)

    def words(self, values: np.ndarray) -> str:
        text = mark("{id}.weight  {shape}  mean {mean}, SD {std}")
        if self._is_joined:
            text = mark("{id}, all weights  {shape}  mean {mean}, SD {std}")
        words = tr(
            text,
            id=self.shown,
            shape=format_shape(values.shape),
            mean=short(float(values.mean()), 2),
            std=short(float(values.std()), 2),
        )
        if values.ndim == 4 and values.shape[0] * values.shape[1] > MOST_KERNELS:
            words += "  " + tr("(the first {n} kernels)", n=MOST_KERNELS)
        return words
