"""The stamps of one place of the input of a transposed convolution, and where they land."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from playground.explain import stamps
from playground.explain.base import largest
from playground.gui.depth._claims import Computed, at
from playground.gui.depth._marks import Claim, Mark
from playground.gui.depth._pool_maps import blanks
from playground.gui.depth._sliding_view import sign
from playground.gui.depth._windows import (
    GAP,
    LINE,
    fitted,
    frame,
    legend,
    number,
    window,
    words,
)
from playground.gui.depth.conv_cell import stretched
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.depth.transposed_unit import TransposedUnit

_LEAST_ROW, _MOST_ROW = 54.0, 200.0  # px
_SIGN = 20.0  # px
_NUMBER = 46.0  # px; the number of the input
_LEGEND = 148.0  # px; a scale and both of its ends


class StampPicture:
    """Draws a row a channel: the number that arrives, its kernel, its stamp; and the output."""

    def __init__(self, view: TransposedUnit) -> None:
        self._view = view

    def draw(self, room: QRectF) -> list[Mark]:
        """Rows at the left, the output with the place of the stamps at the right."""
        right = min(room.width() * 0.38, room.height() - 3 * LINE)
        left = room.adjusted(0, 0, -right - 3 * GAP, -LINE - GAP)
        into = QRectF(left.right() + 3 * GAP, room.top(), right, left.height())
        foot = QRectF(room.left(), room.bottom() - LINE, room.width(), LINE)
        text = tr(
            "Each input number stamps the kernel into the output; where stamps meet, they add."
        )
        return [*self._rows(left), *self._output(into), words(foot, text, "ink")]

    def _rows(self, room: QRectF) -> list[Mark]:
        view = self._view
        values, inside = stamps.stamp(
            view.x, view.weight, view.axes, view.unit, view.at, view.block.groups
        )
        below = room.adjusted(0, 2 * LINE + 4, 0, 0)
        fits = max(1, int((below.height() + GAP) // (_LEAST_ROW + GAP)))
        shown = largest(np.abs(values).reshape(len(values), -1).sum(1), fits)
        high = min((below.height() + GAP) / len(shown) - GAP, _MOST_ROW)
        scale = Scale.signed(values)
        marks = self._heads(room, high, scale, len(shown) < len(values))
        for row, k in enumerate(shown):
            top = below.top() + row * (high + GAP)
            place = QRectF(below.left(), top, below.width(), high)
            marks += self._row(place, k, values[k], inside, scale)
        return marks

    def _rooms(self, room: QRectF, high: float) -> tuple[QRectF, QRectF, QRectF]:
        """For input, kernel and stamp of a row."""
        small = min(high, room.width() * 0.24, 120.0)
        lead = max(small + _NUMBER + _SIGN, _LEGEND)
        wide = (room.width() - lead - _SIGN) / 2
        start = room.left() + lead
        return (
            QRectF(room.left(), room.top(), small, high),
            QRectF(start, room.top(), wide, high),
            QRectF(start + wide + _SIGN, room.top(), wide, high),
        )

    def _heads(self, room: QRectF, high: float, scale: Scale, some: bool) -> list[Mark]:
        view = self._view
        inputs = tr("input from {id}", id=view.source)
        if some:
            inputs = tr("largest channels of {id}", id=view.source)
        rooms = self._rooms(room, high)
        heads = (
            (inputs, view.scale("in/0"), rooms[1].left() - rooms[0].left()),
            (tr("kernel of map {n}", n=view.unit), view.scale("param/weight"), rooms[1].width()),
            (tr("stamp"), scale, rooms[2].width()),
        )
        return [
            mark
            for place, (title, one, wide) in zip(rooms, heads, strict=True)
            for mark in legend(
                QRectF(place.left(), room.top(), wide - GAP, LINE),
                title,
                one,
                view.context.theme,
                below=True,
            )
        ]

    def _row(
        self, room: QRectF, k: int, values: np.ndarray, inside: np.ndarray, scale: Scale
    ) -> list[Mark]:
        view, place = self._view, self._view.at
        channel, tensor = view.feeding(view.unit)[k], view.full("in/0")
        rooms = self._rooms(room, room.height())
        into = fitted(rooms[0], view.x.shape[1:])
        shape = view.weight.shape[2:]
        held, made = (stretched(r, shape) for r in rooms[1:])
        middle = room.top() + max(into.height(), held.height()) / 2
        for rect in (into, held, made):
            rect.moveTop(middle - rect.height() / 2)
        lead, x = view.tap_of(view.unit, k), at(tensor, channel, *place)
        weight = view.full("param/weight")

        def formula(row: int, column: int) -> str:
            return f"float({x}) * float({at(weight, *lead, row, column)}) + 0.0"

        def tap(row: int, column: int) -> tuple[int, int]:
            return row, column

        stamp = Computed(made, values, scale, "", tap, tr("stamp"), formula=formula)
        one = QRectF(into.right() + 6, middle - LINE / 2, _NUMBER, LINE)
        told = f"{view.source}[{channel}, {place[0]}, {place[1]}]"
        value, claim = float(view.x[(channel, *place)]), Claim(tensor, (channel, *place))
        looked = window(into, view.x.shape[1:], tuple((i, i) for i in place))
        return [
            view.input_map(into, channel),
            view.kernel_cells(held, view.unit, k),
            stamp,
            *blanks(stamp, inside),
            *(frame(rect, "line", 1) for rect in (into, held, made)),
            frame(looked, "accent", 2),
            number(one, value, claim, label=told),
            sign(QRectF(held.left() - _SIGN, held.center().y() - 9, _SIGN, 18), "×"),
            sign(QRectF(made.left() - _SIGN, made.center().y() - 9, _SIGN, 18), "="),
        ]

    def _output(self, room: QRectF) -> list[Mark]:
        view, unit = self._view, self._view.unit
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        into = fitted(room.adjusted(0, 2 * LINE + 4, 0, 0), view.y.shape[1:])
        into.moveTopLeft(QPointF(into.left(), room.top() + 2 * LINE + 4))
        title, scale = tr("output map {n}", n=unit), view.scale("out")
        marks: list[Mark] = [
            *legend(head, title, scale, view.context.theme, below=True),
            view.output_map(into, unit),
            frame(into, "line", 1),
        ]
        lines = [a.windows_on(i).tolist() for a, i in zip(view.axes, view.at, strict=True)]
        if view.block.dilation > 1:  # a stamp with holes
            marks += [
                frame(window(into, view.y.shape[1:], ((r, r), (c, c))), "accent", 1)
                for r in lines[0]
                for c in lines[1]
            ]
        spans = view.seen_by(*view.at)
        if spans is not None:
            marks.append(frame(window(into, view.y.shape[1:], spans), "accent", 2))
        return marks
