"""An image that grows: each map beside the larger one, and the pixels that a number is made of."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF

from playground.blocks.base import Shape
from playground.explain import pool
from playground.explain.enlarge import Enlarged, blended
from playground.gui.depth._claims import at
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Claim, Mark
from playground.gui.depth._windows import fitted
from playground.gui.depth.base import Level, depth_view
from playground.gui.depth.pool_layer import Pair, PoolLayer, PoolView
from playground.gui.depth.pool_unit import PoolCell, PoolUnit, SlidingPool
from playground.i18n import tr

_LARGER = 2.0  # at most, as a picture: a factor of 16 would leave nothing of the input


class UpsampleView(PoolView):
    """Abstract: an upsampling, shown as a pooling the other way round; fractions are its shares."""

    def axes_of(self, block: Any, x: Shape, y: Shape) -> tuple[Any, ...]:
        """How pixels are copied or blended down and across."""
        return tuple(Enlarged(n, block.scale_factor, block.mode == "bilinear") for n in x[1:])

    def modes(self) -> dict[str, tuple[str, str]]:
        found = super().modes()
        return {mode: text for mode, text in found.items() if mode in ("field", "gradient")}

    def looks_at(self, row: int, column: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Rows and columns of the pixels that count."""
        down, across = self.axes
        return down.span(row), across.span(column)


@depth_view("upsample-layer", blocks=("upsample",), levels=(Level.LAYER,))
class UpsampleLayer(UpsampleView, PoolLayer):
    """A pair of maps a channel, the second larger."""

    def _target_room(self, left: QRectF) -> QRectF:
        factor = min(float(self.block.scale_factor), _LARGER)
        room = QRectF(0, 0, left.width() * factor, left.height() * factor)
        return fitted(room, self.y.shape[1:])


class SlidingUpsample(UpsampleView, SlidingPool):
    """Abstract: an upsampling whose output cell `at` is looked at."""

    def taken(self, pair: Pair) -> pool.Pooled:
        """The output cell, taken apart."""
        return blended(self.x[self.unit], self.axes, self.at)

    def formula(self, rect: QRectF, cell: pool.Pooled, pair: Pair) -> list[Mark]:
        """The pixels with their fractions."""
        text = Formula(rect, self.sheet.look, lambda _: Claim(), lambda _: "", lambda _: None)
        down, across = (len(places) for places in cell.places)
        taps = [(row, column) for row in range(down) for column in range(across)]
        for number, (row, column) in enumerate(taps):
            if number:
                text.sign("+")
            if len(taps) > 1:
                told = tr("fraction of this pixel")
                text.derived(
                    float(cell.share[row, column]), self._fraction(cell, row, column), told
                )
                text.sign("·")
            text.derived(float(cell.values[row, column]), self.term(cell, pair, row, column))
        text.sign("=")
        value = float(self.y[(self.unit, *self.at)])
        text.derived(value, at(self.full("out"), self.unit, *self.at))
        return text.marks

    def _fraction(self, cell: pool.Pooled, row: int, column: int) -> str:
        """How near a pixel is to the number, down times across; written down in another way."""
        parts = []
        taps = zip(self.axes, self.at, cell.places, (row, column), strict=True)
        for axis, place, places, tap in taps:
            middle = f"({place} + 0.5) / {axis.factor} - 0.5"
            middle = f"min(max({middle}, 0), {axis.size - 1})"
            parts.append(f"max(0, 1 - abs({middle} - {int(places[tap])}))")
        return " * ".join(parts)

    def rule(self, cell: pool.Pooled) -> str:
        """What is done, in words."""
        if self.block.mode == "bilinear":
            return tr(
                "Nothing is learned: the nearer a pixel, the more of it; fractions add up to 1."
            )
        side = self.block.scale_factor
        return tr("Nothing is learned: each pixel is copied into {n} × {n} numbers.", n=side)

    def _patch_title(self) -> str:
        if self.mode == "gradient":
            return tr("handed back to the pixels")
        if self.block.mode == "bilinear":
            return tr("pixels around it")
        return tr("pixel")

    _window_title = _patch_title


@depth_view("upsample-unit", blocks=("upsample",), levels=(Level.NEURON,))
class UpsampleUnit(SlidingUpsample, PoolUnit):
    """The map that arrives, the pixels that count, the map that leaves, and the rule."""

    left_share = 0.36


@depth_view("upsample-cell", blocks=("upsample",), levels=(Level.ARITHMETIC,))
class UpsampleCell(SlidingUpsample, PoolCell):
    """One number of a map: the pixels it is made of, their fractions, and d number / d each."""
