"""One number of a convolution: patch times kernel, channel by channel, and the sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QRectF, Qt

from playground.explain.base import largest
from playground.explain.conv import Cell
from playground.explain.windows import OUTSIDE
from playground.gui.cursor import Unit
from playground.gui.depth._claims import Computed, at
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Bar, Cells, Mark
from playground.gui.depth._pool_maps import blanks
from playground.gui.depth._sliding_view import sign
from playground.gui.depth._windows import (
    GAP,
    LINE,
    Spot,
    fitted,
    frame,
    legend,
    number,
    window,
)
from playground.gui.depth.base import Level, depth_view
from playground.gui.depth.conv_unit import SlidingConv
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

_SIGN = 18.0  # px
_LEAST_ROW, _MOST_ROW = 54.0, 200.0  # px
_BAR = 84.0
_MOST_TERMS = 12  # products that are written out

Expression = Callable[[int, int], str]  # row and column -> what stands there


@depth_view("conv-cell", blocks=("conv2d",), levels=(Level.ARITHMETIC,))
class ConvCell(SlidingConv):
    """Each row a channel: what the window holds, the weights, the products, and what they make."""

    def picture(self) -> list[Mark]:
        cell = self.cell
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -6, -6)
        foot = QRectF(room.left(), room.bottom() - 2 * LINE, min(room.width(), 420), 2 * LINE)
        below = room.adjusted(0, 2 * LINE + 4, 0, -2 * LINE - 10)
        fits = max(1, int((below.height() + GAP) // (_LEAST_ROW + GAP)))
        shown = largest(cell.sums, fits)
        high = min((below.height() + GAP) / len(shown) - GAP, _MOST_ROW)
        marks: list[Mark] = self.total(foot, cell)
        for row, k in enumerate(shown):
            place = QRectF(below.left(), below.top() + row * (high + GAP), below.width(), high)
            marks += self._row(cell, k, place)
        grids = [m for m in marks if isinstance(m, Cells)][:4]
        marks += self._heads(room, cell, len(shown), grids)
        if len(shown) == 1:
            bottom = max(mark.rect.bottom() for mark in grids)
            marks += self._written(
                QRectF(room.left(), bottom + 3 * GAP, room.width(), foot.top() - bottom - 3 * GAP),
                cell,
            )
        return marks

    def _heads(self, room: QRectF, cell: Cell, shown: int, below: list[Cells]) -> list[Mark]:
        """Above the first row: what each column is, and its colours."""
        theme, inputs = self.context.theme, self.patch_title()
        if shown < len(cell.sums):
            inputs = tr("the {n} largest of {all} channels", n=shown, all=len(cell.sums))
        heads = (
            (inputs, self.scale("in/0")),
            (tr("kernel of map {n}", n=self.unit), self.scale("param/weight")),
            (tr("products"), self._products(cell)),
        )
        lefts = [below[0].rect.left(), below[2].rect.left(), below[3].rect.left(), room.right()]
        marks: list[Mark] = []
        for left, right, (title, scale) in zip(lefts, lefts[1:], heads, strict=False):
            head = QRectF(left, room.top(), right - left - GAP, LINE)
            marks += legend(head, title, scale, theme, below=True)
        return marks

    def _written(self, room: QRectF, cell: Cell) -> list[Mark]:
        """The sum with its numbers, where there is one channel and few products."""
        taps = [(int(i), int(j)) for i, j in np.argwhere(cell.inside)]
        if not 0 < len(taps) <= _MOST_TERMS:
            return []
        nothing = lambda _ref: None  # noqa: E731 - numbers name what they claim themselves
        text = Formula(room, self.sheet.look, nothing, nothing, nothing)  # type: ignore[arg-type]
        for number_of, tap in enumerate(taps):
            patch, weight = self.formulas(cell, 0)
            if number_of:
                text.sign("+")
            text.derived(float(cell.patch[0][tap]), patch(*tap), tr("patch"))
            text.sign("·")
            text.derived(float(self.weight[self.unit, 0][tap]), weight(*tap), tr("weight"))
        if self.bias is not None:
            bias = at(self.full("param/bias"), self.unit)
            text.sign("+").derived(float(self.bias[self.unit]), bias, tr("bias"))
        found = at(self.full("out"), self.unit, *self.at)
        text.sign("=").derived(float(self.y[(self.unit, *self.at)]), found, tr("output"))
        return text.marks if text.bottom <= room.bottom() else []

    def patch_title(self) -> str:
        """What stands above the numbers that are multiplied."""
        return tr("patch of {id}", id=self.source)

    def _row(self, cell: Cell, k: int, room: QRectF) -> list[Mark]:
        channel = cell.channels[k]
        small = min(room.height(), room.width() * 0.13, 110.0)
        input_room = QRectF(room.left(), room.top(), small, room.height())
        into = fitted(input_room, self.x.shape[1:])
        wide = (room.width() - small - _BAR - 4 * _SIGN) / 3
        cells = [
            QRectF(into.right() + _SIGN + i * (wide + _SIGN), room.top(), wide, room.height())
            for i in range(3)
        ]
        cells = [stretched(place, cell.kernel.shape[1:]) for place in cells]
        source = self.input_map(into, channel)
        looked = window(into, self.x.shape[1:], self.looks_at(*self.at), cut=True)
        grids = self._grids(cell, k, cells)
        marks: list[Mark] = [source, frame(into, "line", 1), frame(looked, "accent", 2)]
        for place, text in ((cells[0], ""), (cells[1], "×"), (cells[2], "=")):
            middle = QRectF(place.left() - _SIGN, place.center().y() - 9, _SIGN, 18)
            marks += (
                [frame(place, "line", 1), sign(middle, text)] if text else [frame(place, "line", 1)]
            )
        if self.skips:
            marks += [blank for i in (0, 2) for blank in blanks(grids[i], cell.inside)]
        else:
            marks += [
                frame(grids[0].cell(int(i), int(j)).adjusted(3, 3, -3, -3), "line", 1, True)
                for i, j in np.argwhere(~cell.inside)  # in the padding
            ]
        return [*marks[:3], *grids, *marks[3:], *self._sum(cell, k, cells[2], room)]

    def formulas(self, cell: Cell, k: int) -> tuple[Expression, Expression]:
        """Where a number of the patch stands, and one of the kernel."""
        x, tensor = self.full("in/0"), self.full("param/weight")
        channel, lead = cell.channels[k], self.tap_of(self.unit, k)

        def value(row: int, column: int) -> str:
            places_at = [int(p[i]) for p, i in zip(cell.places, (row, column), strict=True)]
            return "0.0" if OUTSIDE in places_at else at(x, channel, *places_at)

        def weight(row: int, column: int) -> str:
            return at(tensor, *lead, row, column)

        return value, weight

    def _grids(self, cell: Cell, k: int, places: list[QRectF]) -> list[Cells]:
        """Patch, kernel and products: a number each, as large as there is room for."""
        unit, lead = self.unit, self.tap_of(self.unit, k)
        value, weight = self.formulas(cell, k)

        def spot(row: int, column: int) -> Any:
            return Spot("weight", (unit, k, row, column))

        def product(row: int, column: int) -> str:
            if self.skips and not cell.inside[row, column]:
                return "0.0"
            return f"float({value(row, column)}) * float({weight(row, column)}) + 0.0"

        def tap(row: int, column: int) -> tuple[int, ...]:
            return (row, column)

        def grid(
            number: int, name: str, seen: np.ndarray, scale: Scale, formula: Expression
        ) -> Computed:
            atlas = self.atlas_of(("patches", "", "products")[number], (seen,), seen, scale)
            looks: dict[str, Any] = {"formula": formula, "atlas": atlas, "number": k}
            return Computed(places[number], seen[k], scale, "", tap, name, spot, **looks)

        scale = self.scale("param/weight")
        kernel = Cells(
            places[1],
            self.weight[unit, k],
            scale,
            self.full("param/weight"),
            lambda row, column: (*lead, row, column),
            f"{self.node}.weight",
            spot,
            atlas=self.atlas_of("kernels", (self.weight, unit), self.weight[unit], scale),
            number=k,
        )
        return [
            grid(0, tr("patch"), cell.patch, self.scale("in/0"), value),
            kernel,
            grid(2, tr("product"), cell.products, self._products(cell), product),
        ]

    def _products(self, cell: Cell) -> Scale:
        """The scale of all products."""
        made = cell.products
        return self.once("scale of products", (made,), lambda: Scale.signed(made))

    def _sum(self, cell: Cell, k: int, after: QRectF, room: QRectF) -> list[Mark]:
        claim, value = self.sum_claim(cell, k), float(cell.sums[k])
        told = tr("what channel {n} adds to this cell", n=cell.channels[k])
        limit = self.once("scale of sums", (cell.sums,), lambda: Scale.signed(cell.sums))
        middle, x = after.center().y(), after.right() + _SIGN
        text = QRectF(x, middle - LINE, _BAR - 8, LINE)
        bar = QRectF(x, middle + 3, _BAR - 8, 8)
        return [
            sign(QRectF(after.right(), middle - 9, _SIGN, 18), "Σ"),
            number(
                text, value, claim, 3, label=told, font="number", align=Qt.AlignmentFlag.AlignLeft
            ),
            Bar(bar, value, limit, claim, told=told),
        ]

    def lit_in(self, mark: Cells, spot: Spot) -> QRectF | None:
        """A term lights patch, weight and product, and its place in the input."""
        if mark.unit is None:
            return None
        shown = cast(Spot, mark.unit(0, 0))
        if spot.kind == "weight" and shown.kind == "weight":
            same = shown.index[1] == spot.index[1]
            return mark.cell(spot.index[2], spot.index[3]) if same else None
        if spot.kind == "weight":
            cell = self.cell
            places = [int(p[i]) for p, i in zip(cell.places, spot.index[2:], strict=True)]
            if cell.channels[spot.index[1]] != shown.index[0] or OUTSIDE in places:
                return None
            return self.part(mark, tuple((p, p) for p in places))
        if spot.kind == "in" and shown.kind == "weight":
            taps = [
                np.nonzero(p == i)[0] for p, i in zip(self.cell.places, spot.index[1:], strict=True)
            ]
            here = self.cell.channels[shown.index[1]] == spot.index[0]
            return (
                mark.cell(int(taps[0][0]), int(taps[1][0]))
                if here and all(map(len, taps))
                else None
            )
        return super().lit_in(mark, spot)

    def _on_clicked(self, spot: Any) -> None:
        """A click on the input looks at the cell whose window begins there."""
        if not isinstance(spot, Unit) and spot.kind == "in":
            spans = self.seen_by(spot.index[1], spot.index[2])
            if spans is not None:
                at = tuple((a + b) // 2 for a, b in spans)
                self._go(Level.ARITHMETIC, (self.unit, *at))


def stretched(rect: QRectF, shape: Any) -> QRectF:
    """Room for a grid of numbers: cells wider than high where that lets the numbers be read."""
    rows, columns = shape
    high = min(rect.height() / rows, 56.0)
    wide = min(rect.width() / columns, max(1.3 * high, 52.0))
    high = min(high, wide)
    found = QRectF(rect.left(), 0, wide * columns, high * rows)
    found.moveTop(rect.center().y() - found.height() / 2)
    return found
