"""The same weights at every place, beside the dense layer in which each output has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF

from playground.explain import sharing
from playground.gui.depth._claims import Computed, at
from playground.gui.depth._marks import Claim, Mark
from playground.gui.depth._windows import (
    GAP,
    LINE,
    fitted,
    frame,
    legend,
    line,
    number,
    plane,
    window,
    words,
)
from playground.gui.truth import written
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.depth.conv_layer import ConvLayer

_MOST_ROWS, _MOST_COLUMNS = 48, 96  # of the dense matrix
_PLACES = 3  # down and across


class SharingPicture:
    """Draws one kernel at many places of its map, and the matrix that it is; one a view."""

    def __init__(self, view: ConvLayer) -> None:
        self._view = view

    @property
    def unit(self) -> int:
        """The output map that is shown."""
        place = self._view.place
        return place.unit[0] if place.unit else 0

    def draw(self, room: QRectF) -> list[Mark]:
        """At the left what is there, at the right what a dense layer would have instead."""
        wide = room.width() * 0.46
        left = QRectF(room.left(), room.top(), wide, room.height())
        right = room.adjusted(wide + 3 * GAP, 0, 0, 0)
        return [*self._shared(left), *self._dense(right)]

    def _shared(self, room: QRectF) -> list[Mark]:
        view, unit = self._view, self.unit
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        title = tr("kernel of map {n}, the same at every place", n=unit)
        below = room.adjusted(0, 3 * LINE + 12, 0, -4)
        half = (below.height() - 2 * GAP) / 2
        into, whole = self._image(QRectF(below.left(), below.top(), room.width(), half))
        into_y = QRectF(into.left(), whole.bottom() + 2 * GAP, room.width() - 16, half)
        target = fitted(into_y, view.y.shape[1:])
        scale = view.scale("out")
        marks: list[Mark] = [
            *legend(head, title, view.scale("param/weight"), view.context.theme, below=True),
            *self._count(head.translated(0, 2 * LINE), self._shared_claim(), tr("parameters here")),
            frame(into, "line", 1),
            plane(target, view.y[unit], scale, view.full("out"), (unit,), "out", view.node),
            frame(target, "line", 1),
        ]
        return [*marks, *self._placed(into, target)]

    def _image(self, room: QRectF) -> tuple[QRectF, QRectF]:
        """Where the image lies, and all of it with its padding, in which kernels stand as well."""
        (h, w), (p, q) = self._x, (axis.padding for axis in self._view.axes)
        padded = h + 2 * p, w + 2 * q
        whole = fitted(room, padded)
        return window(whole, padded, ((p, p + h - 1), (q, q + w - 1))), whole

    @property
    def _x(self) -> tuple[int, ...]:
        return self._view.x.shape[1:]

    def _placed(self, into: QRectF, target: QRectF) -> list[Mark]:
        """The kernel on the image, at places that do not overlap, each with its output cell."""
        view, unit = self._view, self.unit
        down, across = view.axes
        lines = [_places(down.windows, _span(down)), _places(across.windows, _span(across))]
        marks: list[Mark] = []
        tensor, name = view.full("param/weight"), f"{view.node}.weight"
        for row in lines[0]:
            for column in lines[1]:
                rect = window(into, self._x, view.looks_at(row, column))
                cell = window(target, view.y.shape[1:], ((row, row), (column, column)))
                held, scale = view.weight[unit, 0], view.scale("param/weight")
                marks.append(line(rect.center(), cell.center(), "line", 1.0))
                marks.append(plane(rect, held, scale, tensor, (unit, 0), "weight", name))
                marks += [frame(rect, "line", 1), frame(cell, "accent", 1.5)]
        return sorted(marks, key=lambda mark: hasattr(mark, "values"))  # lines lie below

    def _dense(self, room: QRectF) -> list[Mark]:
        view, unit = self._view, self.unit
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        marks: list[Mark] = [
            *legend(
                head,
                tr("the same as a dense layer: a row an output"),
                view.scale("param/weight"),
                view.context.theme,
                below=True,
            ),
            *self._count(
                head.translated(0, 2 * LINE), self._dense_claim(), tr("parameters if dense")
            ),
        ]
        sizes = view.y[unit].size, view.x[0].size
        rows, columns = min(sizes[0], _MOST_ROWS), min(sizes[1], _MOST_COLUMNS)
        taps = sharing.dense_taps(view.axes, rows, columns)
        kernel, tensor = view.weight[unit, 0].astype(np.float64), view.full("param/weight")
        values = np.array([[sum(kernel[tap] for tap in cell) for cell in line] for line in taps])

        def formula(row: int, column: int) -> str:
            terms = [at(tensor, unit, 0, *tap) for tap in taps[row][column]]
            return " + ".join(f"float({term})" for term in terms) or "0.0"

        def place(row: int, column: int) -> tuple[int, int]:
            return row, column

        below = room.adjusted(0, 3 * LINE + 12, -2, -LINE - 6)
        into = fitted(below, (rows, columns))
        scale, name = view.scale("param/weight"), tr("weight of a dense layer")
        marks.append(Computed(into, values, scale, "", place, name, formula=formula))
        marks.append(frame(into, "line", 1))
        foot = QRectF(room.left(), into.bottom() + 3, room.width(), LINE)
        text = tr(
            "{rows} of {all} outputs, {columns} of {every} inputs of one map",
            rows=rows,
            all=sizes[0],
            columns=columns,
            every=sizes[1],
        )
        return [*marks, words(foot, text)]

    def _shared_claim(self) -> tuple[int, Claim]:
        view = self._view
        bias = view.bias is not None
        found = f't["{view.full("param/weight")}"].size'
        found += f' + t["{view.full("param/bias")}"].size' if bias else ""
        return sharing.shared_count(view.weight.shape, bias), Claim(formula=found)

    def _dense_claim(self) -> tuple[int, Claim]:
        view = self._view
        bias = view.bias is not None
        out = f't["{view.full("out")}"].size'
        found = f't["{view.full("in/0")}"].size * {out}' + (f" + {out}" if bias else "")
        return sharing.dense_count(view.x.shape, view.y.shape, bias), Claim(formula=found)

    def _count(self, rect: QRectF, found: tuple[int, Claim], text: str) -> list[Mark]:
        value, claim = found
        look = self._view.sheet.look
        wide = look.width(look.number, written(value, 0)) + 8
        at = QRectF(rect.left(), rect.top(), wide, LINE)
        rest = rect.adjusted(wide, 0, 0, 0)
        return [
            number(at, value, claim, 0, label=text, ink="ink", font="number"),
            words(rest, text),
        ]


def _span(axis: object) -> int:
    """Windows from one to the next that does not overlap it."""
    return -(-((axis.kernel - 1) * axis.dilation + 1) // axis.stride)  # type: ignore[attr-defined]


def _places(windows: int, apart: int) -> list[int]:
    """Some windows of an axis, spread over it, with room between them."""
    count = max(1, min(_PLACES, (windows - 1) // (apart + 1) + 1))
    if count == 1:
        return [windows // 2]
    return [round(i * (windows - 1) / (count - 1)) for i in range(count)]
