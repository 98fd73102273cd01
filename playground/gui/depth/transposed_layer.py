"""A transposed convolution, all of it: the maps that arrive, every kernel, the maps it stamps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from playground.blocks.base import Block, Shape
from playground.explain import stamps
from playground.explain.windows import Axis
from playground.gui.context import Context
from playground.gui.depth._marks import Mark
from playground.gui.depth._overlap import OverlapPicture
from playground.gui.depth.base import Level, Place, depth_view
from playground.gui.depth.conv_layer import ConvLayer, ConvView
from playground.i18n import tr


class Transposed(ConvView):
    """Abstract: what the views of a transposed convolution know of their block.

    Read from the output, a number of it is a sum over a patch of the input as in a convolution: its
    pictures are those of one, with kernels that stand in their tensor in another order.
    """

    skips = True

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self._turned: tuple[Any, np.ndarray] = (None, np.zeros(0))
        super().__init__(context, place, parent)

    def axes_of(self, block: Any, x: Shape, y: Shape) -> tuple[Any, ...]:
        """How the stamps lie down and across."""
        return stamps.stamps_of(block, x, y)

    @property
    def weight(self) -> np.ndarray:
        """The kernels as a convolution has them: (out, in / groups, k, k)."""
        held = self.values["param/weight"]
        if self._turned[0] is not held:
            self._turned = held, stamps.oriented(held, self.block.groups)
        return self._turned[1]

    def tap_of(self, unit: int, k: int) -> tuple[int, int]:
        return self.feeding(unit)[k], unit % self.values["param/weight"].shape[1]

    def margins(self) -> tuple[int, int]:
        """None around the input: the padding cuts off the output."""
        return 0, 0

    def looks_at(self, row: int, column: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Rows and columns of the input that reach a cell; (0, -1) where none does."""
        down, across = self.axes
        return down.span(row), across.span(column)

    def tried(self, block: Block, x: Shape, y: Shape) -> tuple[tuple[Axis, ...], list[str]]:
        """The stamps on the output: the windows of the convolution that goes the other way."""
        axes = tuple(found.way_back for found in stamps.stamps_of(block, x, y))
        more = getattr(block, "output_padding", 0)
        return axes, [stamps.size_formula(axis, more) for axis in axes]


@depth_view("transposed-layer", blocks=("conv_transpose2d",), levels=(Level.LAYER,))
class TransposedLayer(Transposed, ConvLayer):
    """Input beside output, each output map with its kernels; and how the stamps overlap."""

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.overlap = OverlapPicture(self)
        super().__init__(context, place, parent)

    def modes(self) -> dict[str, tuple[str, str]]:
        found = super().modes()
        del found["sharing"]  # said by the stamps themselves
        help = tr(
            "How many input numbers stamp each number of the output, and where that is uneven"
        )
        return {**found, "overlap": (tr("Overlaps"), help)}

    def tried_map(self, block: Any, axes: Any) -> tuple[None, str]:
        return None, ""  # what is tried lies on the output: stamps, not windows

    def pictures(self) -> dict[str, Callable[[], list[Mark]]]:
        return {**super().pictures(), "overlap": self._draw_overlap}

    def _draw_overlap(self) -> list[Mark]:
        return self.overlap.draw(QRectF(self.sheet.rect()).adjusted(2, 0, -4, -2))
