"""A convolution, all of it: the maps that arrive, every kernel, the maps that leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from playground.blocks.base import format_shape
from playground.explain.base import largest
from playground.explain.conv import channels_of, output_map
from playground.gui.context import Context
from playground.gui.depth._claims import at, conv_sum
from playground.gui.depth._many import Many
from playground.gui.depth._marks import Cells, Claim, Mark, Words
from playground.gui.depth._paints import Atlas
from playground.gui.depth._sharing import SharingPicture
from playground.gui.depth._tried import MOST_PRODUCTS, Tried
from playground.gui.depth._weight_drag import WeightDrag
from playground.gui.depth._window_view import WindowView
from playground.gui.depth._windows import (
    GAP,
    LINE,
    Grid,
    best_side,
    fitted,
    frame,
    frames,
    grid,
    legend,
    number,
    plane,
    thumb,
    words,
)
from playground.gui.depth.base import Level, Place, depth_view
from playground.i18n import tr

_MOST_KERNELS = 12  # beside one map
_NAMED_BIAS = 54.0  # px; width of a map above which its bias has a name
_LEAST, _MOST = 40.0, 150.0  # px; side of a map


class ConvView(WindowView):
    """Abstract: what the views of a convolution know of their block; its kernels can be dragged."""

    skips = False  # weights that meet no input are left out; else they meet a zero

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(context, place, parent)
        self.drag = WeightDrag(self)

    def needs(self) -> tuple[str, ...]:
        return ("in/0", "param/weight", "out")

    @property
    def weight(self) -> np.ndarray:
        """The kernels, (out, in / groups, k, k)."""
        return self.values["param/weight"]

    def tap_of(self, unit: int, k: int) -> tuple[int, int]:
        """Where in its tensor a kernel stands: of output map `unit`, of its k-th input map."""
        return unit, k

    def kernel_cells(
        self, rect: QRectF, unit: int, k: int, atlas: Atlas | None = None, number: int = 0
    ) -> Cells:
        """The picture of that kernel."""
        scale, tensor = self.scale("param/weight"), self.full("param/weight")
        lead, name = self.tap_of(unit, k), f"{self.node}.weight"
        values, at = self.weight[unit, k], (unit, k)
        return plane(
            rect,
            values,
            scale,
            tensor,
            lead,
            "weight",
            name,
            pointed=at,
            atlas=atlas,
            number=number,
        )

    @property
    def bias(self) -> np.ndarray | None:
        """One number an output map; None without."""
        return self.values.get("param/bias")

    def feeding(self, unit: int) -> range:
        return channels_of(unit, len(self.y), len(self.x), self.block.groups)

    def _on_snapshot(self, snapshot: Any) -> None:
        if self.drag.holds:
            self._since.invalidate()  # a map moves with the hand, at once
        super()._on_snapshot(snapshot)

    def on_snapshot(self, snapshot: Any) -> bool:
        weight = self.tensors(snapshot).get("param/weight")
        side = (self.block.kernel_size,) * 2 if self.report is not None else ()
        known = weight is not None and weight.shape[2:] == side
        return known and super().on_snapshot(snapshot)


@depth_view("conv-layer", blocks=("conv2d",), levels=(Level.LAYER,))
class ConvLayer(ConvView):
    """Input beside output, each output map with its kernels; only what is seen is drawn."""

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.sharing = SharingPicture(self)
        super().__init__(context, place, parent)

    def modes(self) -> dict[str, tuple[str, str]]:
        help = tr("The same weights at every place, beside a dense layer that does the same")
        return {**super().modes(), "sharing": (tr("Shared weights"), help)}

    def pictures(self) -> dict[str, Callable[[], list[Mark]]]:
        return {**super().pictures(), "sharing": self._draw_sharing}

    def _draw_sharing(self) -> list[Mark]:
        return self.sharing.draw(QRectF(self.sheet.rect()).adjusted(2, 0, -4, -2))

    def tried_map(self, block: Any, axes: Sequence[Any]) -> tuple[Tried | None, str]:
        """The map of the kernels as they are, moved in the tried way."""
        unit, channels = self.tried_unit(), self.feeding(self.tried_unit())
        side = self.weight.shape[2:]
        if side != (block.kernel_size,) * 2:
            return None, tr("Kernels of another size begin with weights drawn at random.")
        if np.prod([len(channels), *side, *(axis.windows for axis in axes)]) > MOST_PRODUCTS:
            return None, tr("This map is too large to be calculated here.")
        x, weight = self.full("in/0"), self.full("param/weight")

        def formula(row: int, column: int) -> str:
            places = [axis.places(i) for axis, i in zip(axes, (row, column), strict=True)]
            terms = [conv_sum(x, weight, c, (unit, k), places) for k, c in enumerate(channels)]
            terms += [at(self.full("param/bias"), unit)] if self.bias is not None else []
            return " + ".join(terms)

        found = output_map(self.x, self.weight, self.bias, axes, unit, block.groups)
        return Tried(found, formula), ""

    def picture(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -2, -2)
        share = min(0.34, max(0.2, len(self.x) / (len(self.x) + 2 * len(self.y))))
        left = QRectF(room.left(), room.top(), room.width() * share, room.height())
        right = room.adjusted(left.width() + 3 * GAP, 0, 0, 0)
        return [*self._arriving(left), *self._leaving(right)]

    def _arriving(self, room: QRectF) -> list[Mark]:
        scale, shape = self.scale("in/0"), self.x.shape
        aspect = shape[1] / shape[2]
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        below = room.adjusted(0, 2 * LINE + 2, -6, 0)
        side = self.once(
            "side of inputs",
            (below.width(), below.height(), shape),
            lambda: best_side(below, len(self.x), aspect, (0, 0), _LEAST, _MOST),
        )
        side = min(side, below.width())
        found = grid(below, len(self.x), (side, side * aspect), self.rows["in"])
        self.rows["in"] = found.first // found.columns
        self.rooms["in"] = below if found.rows > found.shown_rows else QRectF()
        title = tr("input from {id}", id=self.source)
        marks: list[Mark] = [*legend(head, title, scale, self.context.theme, below=True)]
        marks += thumb(room, found)
        for i, rect in enumerate(found.rects, start=found.first):
            marks.append(self.input_map(rect, i))
            marks.append(frame(rect, "line", 1))
        return marks

    def _leaving(self, room: QRectF) -> list[Mark]:
        scale, shape = self.scale("out"), self.y.shape
        aspect = shape[1] / shape[2]
        head = QRectF(room.left(), room.top(), room.width() / 2 - GAP, LINE)
        below = room.adjusted(0, 2 * LINE + 2, -6, 0)
        kernels = min(self.weight.shape[1], _MOST_KERNELS)
        size, beside = self.once(
            "size of outputs",
            (below.width(), below.height(), shape, kernels),
            lambda: self._size(below, aspect, kernels),
        )
        found = grid(below, len(self.y), size, self.rows["out"])
        self.rows["out"] = found.first // found.columns
        self.rooms["out"] = below if found.rows > found.shown_rows else QRectF()
        theme, out = self.context.theme, head.translated(head.width() + 2 * GAP, 0)
        weights = self.scale("param/weight")
        marks: list[Mark] = [
            *legend(head, self._kernel_words(kernels), weights, theme, below=True),
            *legend(out, tr("output"), scale, theme, below=True),
            *thumb(room, found),
        ]
        side, columns = self._kernel_grid(size[1] - LINE, kernels)
        shown = self._largest(found, kernels)
        spots = [self._kernel_places(rect, side, columns, kernels) for rect in found.rects]
        marks.append(self._kernels(found.first, shown, spots))
        for number_of, rect in enumerate(found.rects):
            marks += self._unit(found.first + number_of, rect, beside, spots[number_of])
        return marks

    def _largest(self, found: Grid, kernels: int) -> list[list[int]]:
        """Of each map that is seen, its largest kernels."""
        own = self.weight[found.first : found.first + len(found.rects)]
        norms = np.sqrt((own.reshape(*own.shape[:2], -1).astype(np.float64) ** 2).sum(2))
        return [largest(norms_of, kernels) for norms_of in norms]

    def _kernel_places(self, rect: QRectF, side: float, columns: int, kernels: int) -> list[QRectF]:
        left, top = rect.left(), rect.top() + LINE
        places = (divmod(number_of, columns) for number_of in range(kernels))
        return [
            QRectF(left + column * (side + 4), top + row * (side + 4), side, side)
            for row, column in places
        ]

    def _kernels(self, first: int, shown: list[list[int]], spots: list[list[QRectF]]) -> Many:
        """The kernels of all maps that are seen, as one picture."""
        taps = [(unit, k) for unit, ks in enumerate(shown, start=first) for k in ks]
        units, ks = np.array(taps).T
        atlas = Atlas(self.weight[units, ks], self.scale("param/weight"))
        rects = [rect for of_unit in spots for rect in of_unit]
        return Many(rects, atlas, lambda n: self.kernel_cells(rects[n], *taps[n], atlas, n))

    def _size(self, room: QRectF, aspect: float, kernels: int) -> tuple[tuple[float, float], float]:
        """Of a map with its kernels and its head, so that all fit; and the width of the kernels."""
        side = _MOST
        while True:
            beside = self._beside(side * aspect, kernels)
            size = (side + beside, max(side * aspect, 14.0) + LINE)
            found = grid(room, len(self.y), size, 0)
            if side <= _LEAST or (found.rows <= found.shown_rows and size[0] <= room.width()):
                return size, beside
            side = max(side - 4, _LEAST)

    def _kernel_words(self, kernels: int) -> str:
        shape = format_shape(self.values["param/weight"].shape)
        if kernels < self.weight.shape[1]:
            return tr("kernels {shape}: the {n} largest of each", shape=shape, n=kernels)
        return tr("kernels {shape}", shape=shape)

    def _beside(self, high: float, kernels: int) -> float:
        """Width of the kernels beside a map of this height."""
        side, columns = self._kernel_grid(high, kernels)
        return columns * (side + 4) + 4

    def _kernel_grid(self, high: float, kernels: int) -> tuple[float, int]:
        """Side of a kernel and how many stand in a row."""
        best = (14.0, kernels)
        for columns in range(1, kernels + 1):
            rows = -(-kernels // columns)
            side = min((high - 4 * (rows - 1)) / rows, 34.0)
            if side >= 16:
                return side, columns
            best = max(best, (side, -columns)) if side > 14 else best
        return max(best[0], 14.0), min(abs(best[1]), 4)

    def _unit(self, unit: int, rect: QRectF, beside: float, kernels: list[QRectF]) -> list[Mark]:
        """One output map, its number and bias above, and frames for the kernels at its left."""
        head = QRectF(rect.left(), rect.top(), rect.width(), LINE)
        marks: list[Mark] = [words(QRectF(head.left(), head.top(), 30, LINE), str(unit))]
        if self.bias is not None:
            claim = Claim(self.full("param/bias"), (unit,))
            label = tr("bias of map {n}", n=unit)
            wide = rect.width() - beside
            named = 12 if wide >= _NAMED_BIAS else 0
            place = QRectF(head.left() + beside, head.top(), named, LINE)
            if named:
                marks.append(Words(place, "b", ink="secondary", font="small", told=label))
            place = QRectF(place.right(), head.top(), wide - named, LINE)
            marks.append(number(place, float(self.bias[unit]), claim, label=label, ink="secondary"))
        marks.append(frames(kernels))
        room = QRectF(
            rect.left() + beside, head.bottom(), rect.width() - beside, rect.height() - LINE
        )
        into = fitted(room, self.y.shape[1:])
        return [*marks, self.output_map(into, unit)]

    def on_place(self) -> None:
        super().on_place()
        self._show_unit()

    def _show_unit(self) -> None:
        """Scroll to the unit that the keyboard is at."""
        if not self.place.unit or not self.values:
            return
        unit = self.place.unit[0]
        shown = [m for m in self.sheet.marks if getattr(m, "tensor", "") == self.full("out")]
        units = [m.place(0, 0)[0] for m in shown]  # type: ignore[attr-defined]
        if units and unit not in units:
            columns = max(1, len({m.rect.left() for m in shown}))
            self.rows["out"] = unit // columns
            self.redraw()
