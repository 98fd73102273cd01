"""One output map of a convolution: the kernel slides, and each input channel has its share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from playground.explain import conv
from playground.explain.base import largest
from playground.gui.context import Context
from playground.gui.depth._claims import Computed, conv_sum
from playground.gui.depth._marks import Bar, Claim, Mark
from playground.gui.depth._sliding_view import SlidingView, sign
from playground.gui.depth._windows import (
    GAP,
    LINE,
    fitted,
    frame,
    legend,
    number,
    plane,
    window,
    words,
)
from playground.gui.depth.base import Level, Place, depth_view
from playground.gui.depth.conv_layer import ConvView
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

_LEAST_ROW, _MOST_ROW = 46.0, 330.0  # px
_SIGN = 18.0  # px between two pictures
_BAR = 92.0  # px; a bar and its number
_LEAST_SUM = 150.0  # px; sum, bias and output beside each other
_WIDE_NUMBER = 52.0  # px; room for three digits


class SlidingConv(SlidingView, ConvView):
    """Abstract: a convolution whose output cell `at` is looked at."""

    @property
    def cell(self) -> conv.Cell:
        """The output cell, taken apart."""
        of = self.x, self.weight, self.bias, self.axes, self.unit, self.at, self.block.groups
        return self.once("cell", of, lambda: conv.cell(*of))

    def sum_claim(self, cell: conv.Cell, k: int) -> Claim:
        """What channel number k of the group adds to the cell."""
        return Claim(later=partial(self._sums, cell, [self.tap_of(self.unit, k)], [k]))

    def _sums(self, cell: conv.Cell, kernels: Sequence[tuple[int, int]], ks: Sequence[int]) -> str:
        """What some channels add to a cell, as an expression: of hundreds a long one."""
        x, weight = self.full("in/0"), self.full("param/weight")
        found = [
            conv_sum(x, weight, cell.channels[k], kernel, cell.places, self.skips)
            for k, kernel in zip(ks, kernels, strict=True)
        ]
        return " + ".join(found)

    def total(self, rect: QRectF, cell: conv.Cell) -> list[Mark]:
        """Sum over the channels, bias, result: three numbers in a line."""
        third = rect.width() / 3
        all_of = range(len(cell.sums))
        kernels = [self.tap_of(self.unit, k) for k in all_of]
        sums = partial(self._sums, cell, kernels, all_of)
        found = float(self.y[(self.unit, *self.at)])
        parts = [
            (tr("sum"), float(cell.sums.sum()), Claim(later=sums)),
            (tr("bias"), cell.bias, Claim(self.full("param/bias"), (self.unit,))),
            (tr("output"), found, Claim(self.full("out"), (self.unit, *self.at))),
        ]
        if self.bias is None:
            parts[1] = (tr("no bias"), 0.0, Claim(formula="0.0"))
        marks: list[Mark] = []
        for i, (label, value, claim) in enumerate(parts):
            place = QRectF(rect.left() + i * third, rect.top(), third - _SIGN, LINE)
            marks.append(words(place, label))
            below = place.translated(0, LINE)
            wide = place.width() >= _WIDE_NUMBER
            digits, font = (3, "number") if wide else (2, "small_number")
            marks.append(number(below, value, claim, digits, font=font))
            if i < 2:
                mark = "=" if i else "+"
                marks.append(sign(QRectF(below.right(), below.top(), _SIGN, LINE), mark))
        return marks


@depth_view("conv-unit", blocks=("conv2d",), levels=(Level.NEURON,))
class ConvUnit(SlidingConv):
    """Each row: a channel that arrives, its kernel, and the map that the two make together."""

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(context, place, parent)
        # of which tensors, the maps, their scale
        self._maps: tuple[Any, np.ndarray, Scale] = (None, np.zeros(0), Scale(0.0, 1.0))

    def picture(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(2, 0, -6, -6)
        many = len(self.feeding(self.unit)) > 1
        right = min(room.width() * (0.28 if many else 0.38), room.height() - 3 * LINE)
        right = max(right, _LEAST_SUM)
        left = room.adjusted(0, 0, -right - 3 * GAP, 0)
        into = QRectF(left.right() + 3 * GAP, room.top(), right, room.height())
        marks, source = self._rows(left, many)
        target = self._output(into)
        lines = [] if many else self.lines(source, target[-1])
        return [*lines, *marks, *target, *self.tied(source, target[-1])]

    def _rows(self, room: QRectF, many: bool) -> tuple[list[Mark], Any]:
        """A row a channel, in one or more columns; and the first picture of the input."""
        cell = self.cell
        below = room.adjusted(0, 2 * LINE + 4, 0, 0)
        columns, rows, high = self._layout(below, len(cell.sums), many)
        shown = self._shown(cell, columns * rows)
        marks: list[Mark] = self._heads(room, len(shown) < len(cell.sums), many)
        wide = (below.width() + 2 * GAP) / columns
        source = None
        for number_of, k in enumerate(shown):
            column, row = divmod(number_of, rows)
            at = QPointF(below.left() + column * wide, below.top() + row * (high + GAP))
            pictures = self._row(cell, k, at, high, many)
            source = source or pictures[0]
            marks += pictures
        return marks, source

    def _layout(self, room: QRectF, count: int, many: bool) -> tuple[int, int, float]:
        """Columns, rows and the height of a row, so that all channels are as large as can be."""
        widths = sum(self._shares(many))
        fixed = (_BAR + 3 * _SIGN) if many else _SIGN
        fits = max(1, int((room.height() + GAP) // (_LEAST_ROW + GAP)))
        best = (1, fits, _LEAST_ROW)
        for columns in range(1, 5 if many else 2):
            wide = (room.width() + 2 * GAP) / columns - 2 * GAP
            rows = -(-count // columns)
            high = min((room.height() + GAP) / rows - GAP, (wide - fixed) / widths, _MOST_ROW)
            if high >= _LEAST_ROW and (high > best[2] or best[0] * best[1] < count):
                best = (columns, rows, high)
            elif (wide - fixed) / widths >= _LEAST_ROW and best[0] * best[1] < count:
                best = (columns, fits, _LEAST_ROW)
        return best

    def _shares(self, many: bool) -> list[float]:
        """Widths of the pictures of a row, for a height of 1: input, kernel, share."""
        (high, wide), (p, q) = self.x.shape[1:], self.margins()
        padded = (wide + 2 * q) / (high + 2 * p)
        return [padded, 1.0, *([self.y.shape[2] / self.y.shape[1]] if many else [])]

    def _shown(self, cell: conv.Cell, most: int) -> list[int]:
        """Channels that have rows: all, or those that give the map most."""
        if len(cell.sums) <= most:
            return list(range(len(cell.sums)))
        sizes = np.abs(self._contributions()).reshape(len(cell.sums), -1).mean(1)
        return largest(sizes, most)

    def _contributions(self) -> np.ndarray:
        """What each channel adds to the map; made once for each reading."""
        key = (self.x, self.weight, self.unit)
        known = self._maps[0]
        if known is None or any(a is not b for a, b in zip(known, key, strict=True)):
            maps = self.channel_maps()
            self._maps = key, maps, Scale.signed(maps)
        return self._maps[1]

    def _shared_scale(self) -> Scale:
        """That of what all channels add."""
        self._contributions()
        return self._maps[2]

    def channel_maps(self) -> np.ndarray:
        """What each channel adds to the map."""
        return conv.channel_maps(self.x, self.weight, self.axes, self.unit, self.block.groups)

    def _heads(self, room: QRectF, some: bool, many: bool) -> list[Mark]:
        """What the pictures of a row are, and their colours."""
        inputs = tr("input from {id}", id=self.source)
        if some:
            inputs = tr("largest channels of {id}", id=self.source)
        heads = [
            (inputs, self.scale("in/0")),
            (tr("kernel of map {n}", n=self.unit), self.scale("param/weight")),
        ]
        if many:
            heads.append((tr("what each adds"), self._shared_scale()))
        wide = room.width() / len(heads)
        marks: list[Mark] = []
        for i, (title, scale) in enumerate(heads):
            head = QRectF(room.left() + i * wide, room.top(), wide - GAP, LINE)
            marks += legend(head, title, scale, self.context.theme, below=True)
        return marks

    def _row(self, cell: conv.Cell, k: int, at: QPointF, high: float, many: bool) -> list[Mark]:
        channel, rooms, x = cell.channels[k], [], at.x()
        for share in self._shares(many):
            rooms.append(QRectF(x, at.y(), share * high, high))
            x += share * high + _SIGN
        into = self._unpadded(rooms[0])
        source = self.input_map(into, channel)
        kernel = fitted(rooms[1], self.weight.shape[2:], 44.0)
        kernel.moveTop(into.center().y() - kernel.height() / 2)
        held = self.kernel_cells(kernel, self.unit, k)
        looked = window(into, self.x.shape[1:], self.looks_at(*self.at), cut=True)
        middle = QRectF(rooms[0].right(), kernel.center().y() - 9, _SIGN, 18)
        marks = [source, held, frame(into, "line", 1), frame(kernel, "line", 1), sign(middle, "×")]
        marks.append(frame(looked, "accent", 1.5))
        if many:
            bar = QRectF(x - _SIGN + 6, at.y(), _BAR, high)
            marks += self._share(cell, k, rooms[2], bar)
        return marks

    def _unpadded(self, room: QRectF) -> QRectF:
        """The image in a room that has a place for the padding as well."""
        (high, wide), (p, q) = self.x.shape[1:], self.margins()
        padded = high + 2 * p, wide + 2 * q
        return window(fitted(room, padded), padded, ((p, p + high - 1), (q, q + wide - 1)))

    def margins(self) -> tuple[int, int]:
        """Rows and columns that windows may look at beyond each border of the input."""
        down, across = self.axes
        return down.padding, across.padding

    def _share(self, cell: conv.Cell, k: int, room: QRectF, bar: QRectF) -> list[Mark]:
        maps, scale = self._contributions(), self._shared_scale()
        into = fitted(room, self.y.shape[1:])
        x, weight, axes = self.full("in/0"), self.full("param/weight"), self.axes
        kernel = self.tap_of(self.unit, k)

        def formula(row: int, column: int) -> str:
            places = [a.places(i) for a, i in zip(axes, (row, column), strict=True)]
            return conv_sum(x, weight, cell.channels[k], kernel, places, self.skips)

        atlas = self.atlas_of("shares", (maps,), maps, scale)
        plain = plane(into, maps[k], scale, "", (), None, tr("share"), atlas=atlas, number=k)
        share = Computed(
            plain.rect,
            plain.values,
            scale,
            "",
            plain.place,
            plain.name,
            formula=formula,
            atlas=plain.atlas,
            number=k,
        )
        claim, value = self.sum_claim(cell, k), float(cell.sums[k])
        told = tr("what channel {n} adds to this cell", n=cell.channels[k])
        high = QRectF(bar.left(), into.center().y() - 5, bar.width() - 46, 10)
        text = QRectF(high.right() + 4, high.center().y() - LINE / 2, 42, LINE)
        limit = self.once("scale of sums", (cell.sums,), lambda: Scale.signed(cell.sums))
        limit = limit if np.isfinite(cell.sums).any() else scale
        middle = QRectF(room.left() - _SIGN, into.center().y() - 9, _SIGN, 18)
        cell_at = window(into, self.y.shape[1:], tuple((i, i) for i in self.at))
        return [
            share,
            frame(into, "line", 1),
            sign(middle, "="),
            frame(cell_at, "accent", 1.5),
            Bar(high, value, limit, claim, told=told),
            number(text, value, claim, label=told, align=Qt.AlignmentFlag.AlignRight),
        ]

    def _output(self, room: QRectF) -> list[Mark]:
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        below = room.adjusted(0, 2 * LINE + 4, 0, -2 * LINE - 8)
        into = fitted(below, self.y.shape[1:])
        into.moveTopLeft(QPointF(into.left(), below.top()))
        foot = QRectF(room.left(), into.bottom() + 8, room.width(), 2 * LINE)
        title = tr("output map {n}", n=self.unit)
        scale = self.scale("out")
        return [
            *legend(head, title, scale, self.context.theme, below=True),
            *self.total(foot, self.cell),
            frame(into, "line", 1),
            self.output_map(into, self.unit),
        ]
