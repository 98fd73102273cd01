"""How the stamps of a transposed convolution overlap, and the pattern that this leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF

from playground.explain import stamps
from playground.explain.windows import OUTSIDE
from playground.gui.depth._claims import Computed, at
from playground.gui.depth._marks import Mark
from playground.gui.depth._windows import (
    GAP,
    LINE,
    fitted,
    frame,
    legend,
    plane,
    words,
)
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.depth.transposed_layer import TransposedLayer

_SHARES = (0.25, 0.375, 0.375)  # of the width: input, counts, answer to ones


class OverlapPicture:
    """Draws the input, how many of its numbers reach each output, and the answer to plain ones."""

    def __init__(self, view: TransposedLayer) -> None:
        self._view = view

    @property
    def unit(self) -> int:
        """The output map that is shown."""
        place = self._view.place
        return place.unit[0] if place.unit else 0

    def draw(self, room: QRectF) -> list[Mark]:
        """Three maps in a row, and in words what is to be seen."""
        wide, x, rooms = room.width() - 4 * GAP, room.left(), []
        for share in _SHARES:
            rooms.append(QRectF(x, room.top(), share * wide, room.height() - 2 * LINE - GAP))
            x += share * wide + 2 * GAP
        foot = QRectF(room.left(), room.bottom() - 2 * LINE, room.width(), LINE)
        marks = [*self._input(rooms[0]), *self._counts(rooms[1]), *self._answer(rooms[2])]
        texts = self._texts()
        return marks + [words(foot.translated(0, i * LINE), t, "ink") for i, t in enumerate(texts)]

    def _input(self, room: QRectF) -> list[Mark]:
        view = self._view
        channel = view.feeding(self.unit)[0]
        scale, tensor = view.scale("in/0"), view.full("in/0")
        into = self._below(room, view.x.shape[1:])
        title = tr("input from {id}", id=view.source)
        shown = plane(into, view.x[channel], scale, tensor, (channel,), "in", view.source)
        return [*self._head(room, title, scale), shown, frame(into, "line", 1)]

    def _counts(self, room: QRectF) -> list[Mark]:
        """How many numbers of each channel reach each number of the output."""
        axes = self._view.axes
        counts = stamps.overlaps(axes).astype(np.float64)
        scale = Scale(0.0, float(max(counts.max(), 1.0)))

        def formula(row: int, column: int) -> str:
            lines = [_reaching(axis, i) for axis, i in zip(axes, (row, column), strict=True)]
            return f"float({lines[0]} * {lines[1]})"

        title = tr("stamps on each number of the output")
        return self._calculated(room, counts, scale, formula, title, 0)

    def _answer(self, room: QRectF) -> list[Mark]:
        """The map that an image of ones would become with the kernels as they are."""
        view, unit = self._view, self.unit
        ones, kernels, axes = np.ones_like(view.x), view.weight, view.axes
        values = stamps.channel_maps(ones, kernels, axes, unit, view.block.groups).sum(0)
        own = float(view.bias[unit]) if view.bias is not None else 0.0
        bias = f"float({at(view.full('param/bias'), unit)})" if view.bias is not None else "0.0"
        channels, (_, number) = view.feeding(unit), view.tap_of(unit, 0)
        part = f"{channels.start}:{channels.stop}, {number}"
        held = f't["{view.full("param/weight")}"][{part}].astype(float)'

        def formula(row: int, column: int) -> str:
            places = [axis.places(i) for axis, i in zip(axes, (row, column), strict=True)]
            taps = [np.nonzero(p != OUTSIDE)[0].tolist() for p in places]
            down, across = (f"np.array({line}, int)" for line in taps)
            return f"{held}[:, {down}][:, :, {across}].sum() + {bias}"

        values = values + own
        title = tr("map {n}, if all inputs were 1", n=unit)
        return self._calculated(room, values, Scale.of(values), formula, title, 2)

    def _calculated(
        self,
        room: QRectF,
        values: np.ndarray,
        scale: Scale,
        formula: Callable[[int, int], str],
        title: str,
        digits: int,
    ) -> list[Mark]:
        into = self._below(room, values.shape)
        plain = plane(into, values, scale, "", (self.unit,), "out", title, digits)

        def place(row: int, column: int) -> tuple[int, ...]:
            return plain.place(row, column)[1:]

        shown = Computed(
            into, plain.values, scale, "", place, title, plain.unit, plain.digits, formula=formula
        )
        return [*self._head(room, title, scale), shown, frame(into, "line", 1)]

    def _head(self, room: QRectF, title: str, scale: Scale) -> list[Mark]:
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        return [*legend(head, title, scale, self._view.context.theme, below=True)]

    def _below(self, room: QRectF, shape: tuple[int, ...]) -> QRectF:
        return fitted(room.adjusted(0, 2 * LINE + 4, 0, 0), shape)

    def _texts(self) -> tuple[str, str]:
        view = self._view
        block, (least, most) = view.block, view.axes[0].turns
        first = tr(
            "Each input number stamps the kernel into the output; where stamps meet, they add."
        )
        if least == most:
            second = tr(
                "Kernel {k}, stride {s}: away from the border each number gets {n} of them.",
                k=block.kernel_size,
                s=block.stride,
                n=most**2,
            )
        else:
            second = tr(
                "Kernel {k}, stride {s}: {least} to {most} stamps lie there in turns, a "
                "checkerboard. A kernel that is a multiple of the stride has none.",
                k=block.kernel_size,
                s=block.stride,
                least=least**2,
                most=most**2,
            )
        return first, second


def _reaching(axis: stamps.Stamps, place: int) -> str:
    """How many inputs reach an output along an axis, counted in another way: tap by tap."""
    back = axis.way_back
    far = f"({place} + {back.padding} - {back.dilation} * u)"
    met = f"{far} % {back.stride} == 0 and 0 <= {far} // {back.stride} < {axis.size}"
    return f"sum({met} for u in range({back.kernel}))"


__all__ = ["OverlapPicture"]
