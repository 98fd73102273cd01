"""Lens: which units of the ReLUs are silent, for how many samples."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.lenses._pictures import Scale, in_rows
from playground.gui.lenses._readings import of_tiles
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.gui.widgets.tiles import Spot, Tile, Tiles
from playground.i18n import mark, tr
from playground.telemetry.probes.silent import Silent


@lens("dead_units", title=mark("Dead units"))
class DeadUnitsLens(Lens):
    """A picture a ReLU, a cell a unit: the share of some training samples for which it is 0.

    A unit with the full colour is 0 for all of them. No gradient comes back through it, so nothing
    before it can wake it.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.shares: dict[str, np.ndarray] = {}  # block -> share of the samples a unit
        self.note = ElidedLabel()
        self.note.setObjectName("lensLegend")
        self.tiles = Tiles(gap=10, largest=420, framed=True)
        self.tiles.hovered.connect(self._on_hovered)
        context.cursor.unit_moved.connect(self._light)
        self.scale_bar = ScaleBar()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.note)
        layout.addWidget(self.tiles, 1)
        layout.addWidget(self.scale_bar)
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Silent(),)

    def waits_for(self) -> str:
        nodes = self.context.document.report.nodes.values()
        if any(found.node.block == "relu" for found in nodes):
            return tr("Press Play: this view shows which units are silent.")
        return tr("Only units of a ReLU can die, and this network has none.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        self.shares = {
            name.partition("/")[2]: array
            for name, array in snapshot.arrays.items()
            if name.startswith("silent/")
        }
        return bool(self.shares) and self._draw_units()

    def _draw_units(self) -> bool:
        theme, tiles = self.context.theme, []
        order = list(self.context.document.report.nodes)
        rank = {block: i for i, block in enumerate(order)}
        self.shares = dict(sorted(self.shares.items(), key=lambda s: rank.get(s[0], len(rank))))
        for block, share in self.shares.items():
            values = in_rows(share.reshape(-1))
            dead = int((share == 1).sum())
            tiles.append(
                Tile(
                    rgba=theme.sequential(values.astype(np.float64), 1.0),
                    values=values,
                    caption=tr("{id}: {dead} of {n}", id=block, dead=dead, n=share.size),
                    colour=theme.tokens.bad if dead else "",
                    name=tr("{id}, share of the samples for which it is 0", id=block),
                )
            )
        self.tiles.set_tiles(tiles)
        self._light()
        ramp = theme.sequential(np.linspace(0.0, 1.0, 64), 1.0)
        self.scale_bar.set_range(0.0, 1.0, ramp)
        units = sum(share.size for share in self.shares.values())
        dead = sum(int((share == 1).sum()) for share in self.shares.values())
        self.note.setText(tr("{dead} of {n} units are 0 for every sample", dead=dead, n=units))
        return True

    def readings(self) -> list[Reading]:
        blocks = list(self.shares)

        def place(tile: int, row: int, column: int) -> tuple[str, tuple[int, ...]]:
            width = self.tiles.tiles[tile].values.shape[1]
            return f"silent/{blocks[tile]}", (row * width + column,)

        return of_tiles(self, self.key, self.tiles, Scale(0.0, 1.0), place) if blocks else []

    def _on_hovered(self, tile: int, row: int, column: int) -> None:
        if tile < 0:
            self.context.cursor.set_unit(None)
            return
        block = list(self.shares)[tile]
        width = self.tiles.tiles[tile].values.shape[1]
        self.context.cursor.set_unit(Unit(block, (row * width + column,)))

    def _light(self) -> None:
        """The unit that is pointed at; a map's cells belong to the map."""
        unit, spot = self.context.cursor.unit, None
        if unit is not None and unit.index and unit.node in self.shares:
            tile = list(self.shares).index(unit.node)
            spot = Spot(tile, *divmod(unit.index[0], self.tiles.tiles[tile].values.shape[1]))
        self.tiles.point_out(spot)

    def on_restarted(self) -> None:
        self.shares = {}

    def retheme(self) -> None:
        if self.shares:
            self._draw_units()

    def retranslate(self) -> None:
        self.scale_bar.set_name(tr("share of samples at 0"))
        self.retheme()
