"""A fully connected layer: every neuron a row of weights, between its inputs and its outputs."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._dense import Dense
from playground.gui.depth._marks import Cells, Mark, Ramp, Words
from playground.gui.depth._matrix import GAP, LABEL, SIDE, Window
from playground.gui.depth._sheet_view import Meant
from playground.gui.depth.base import Level, Place, depth_view
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

_FOOT = 22.0  # px for the scales


@depth_view("linear-layer", blocks=("linear",), levels=(Level.LAYER,))
class LinearLayer(Dense):
    """y = W x + b as it is calculated: inputs above the weights, biases and outputs beside them.

    Pointing at a weight lights up its row and its column: what it takes, and where it goes.
    """

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(context, place, parent)
        self.window_: Window | None = None
        self.scrolled: tuple[int | None, int | None] = (None, None)  # middle row, middle column
        self.sheet.pointed.connect(self._on_pointed)
        self.sheet.installEventFilter(self)

    def draw(self) -> list[Mark]:
        weight, out = self.values["param/weight"], self.values["out"]
        columns = self._columns()
        room = QRectF(self.sheet.rect()).adjusted(4, 2, -4, -_FOOT)
        row, column = self.scrolled
        if row is None:
            row = self.place.cell[-1] if self.place.cell else 0
        window = Window.fit(room, weight.shape, len(columns), (row, column or 0))
        self.window_ = window
        rows = slice(window.row, window.row + window.rows)
        cols = slice(window.column, window.column + window.columns)
        lead = self.lead
        x = self.values["in/0"][lead]
        scales = {
            "weights": self.weights_scale(),
            "input": Scale.of(x),
            "output": Scale.of(out[lead]),
        }
        marks: list[Mark] = [
            Cells(
                window.inputs,
                x[None, cols],
                scales["input"],
                self.full("in/0"),
                lambda r, c: (*lead, window.column + c),
                self.source,
                lambda r, c: Unit(self.source, (*lead, window.column + c)),
            ),
            Cells(
                window.matrix,
                weight[rows, cols],
                scales["weights"],
                self.full("param/weight"),
                lambda r, c: (window.row + r, window.column + c),
                f"{self.node}.weight",
                lambda r, c: (*lead, window.row + r),
            ),
        ]
        for number in range(len(columns)):
            marks += self._column(number, window, scales)
        labels = self._scale_labels()
        return [*marks, *self._labels(window, weight.shape), *_foot(room, scales, labels)]

    def _scale_labels(self) -> tuple[str, ...]:
        """What has each of the scales."""
        bias = "param/bias" in self.values
        output = tr("output")
        if self.after_values() is not None:
            output = f"{output}, {self.function}"
        return tr("weights, bias") if bias else tr("weights"), tr("input"), output

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """The wheel scrolls the matrix where not all of it is seen; else it zooms, as ever."""
        if event.type() == QEvent.Type.Wheel and watched is self.sheet:
            return self._on_wheel(cast(QWheelEvent, event))
        return bool(super().eventFilter(watched, event))

    def _on_wheel(self, event: QWheelEvent) -> bool:
        keys, window = event.modifiers(), self.window_
        if window is None or keys & Qt.KeyboardModifier.ControlModifier:
            return False
        height, width = self.values["param/weight"].shape
        across = window.rows == height or bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if (window.columns == width) if across else (window.rows == height):
            return False
        turned = event.angleDelta()
        sign = -1 if (turned.y() or turned.x()) > 0 else 1
        row, column = window.row + window.rows // 2, window.column + window.columns // 2
        if across:
            column = min(max(column + sign * max(1, window.columns // 4), 0), width - 1)
        else:
            row = min(max(row + sign * max(1, window.rows // 4), 0), height - 1)
        self.scrolled = row, column
        event.accept()
        self.redraw()
        return True

    def on_place(self) -> None:
        self.scrolled = (None, self.scrolled[1])  # the row of the keyboard is seen
        super().on_place()

    def words(self) -> str:
        if "param/weight" not in self.values:
            return ""
        neurons, inputs = self.values["param/weight"].shape
        said = tr("{n} neurons with {k} weights each.", n=neurons, k=inputs)
        if self.place.cell:
            value = float(self.values["out"][self.place.cell])
            at = ", ".join(str(i) for i in self.place.cell)
            said += " " + tr("Neuron {index} puts out {value:.3g}.", index=at, value=value)
        return said

    def places_of(self, index: tuple[int, ...]) -> list[QRectF]:
        if self.window_ is None or not index:
            return []
        row = self.window_.row_rect(index[-1])
        return [] if row.isEmpty() else [row.adjusted(4 - LABEL, 0, self._sides_width(), 0)]

    def places_meant(self, thing: Meant) -> list[QRectF]:
        """An input lights its column as well."""
        found = super().places_meant(thing)
        if self.window_ is not None and isinstance(thing, Unit) and thing.node == self.source:
            column = self.window_.column_rect(thing.index[-1]) if thing.index else QRectF()
            found += [] if column.isEmpty() else [column]
        return found

    def _columns(self) -> list[tuple[str, np.ndarray, str, str]]:
        """Title, values, array name and name told of what stands right of the weights."""
        found = []
        if "param/bias" in self.values:
            bias = self.values["param/bias"]
            found.append((tr("+ bias"), bias, self.full("param/bias"), f"{self.node}.bias"))
        found.append((tr("= output"), self.values["out"], self.full("out"), self.node))
        after = self.after_values()
        if after is not None:
            found.append((f"→ {self.function}", after, f"inside/{self.after}/out", self.after))
        return found

    def _column(self, number: int, window: Window, scales: dict[str, Scale]) -> list[Mark]:
        """The bias, the output or what follows it, a cell a row of the weights, with a title."""
        title, values, tensor, name = self._columns()[number]
        lead, bias = self.lead, tensor.endswith("bias")
        at = () if bias else lead
        rect = window.side(number)
        cells = Cells(
            rect,
            values[at][window.row : window.row + window.rows, None],
            scales["weights"] if bias else scales["output"],
            tensor,
            lambda r, c: (*at, window.row + r),
            name,
            lambda r, c: (*lead, window.row + r),
        )
        head = QRectF(rect.left() - GAP / 2, rect.top() - 20, SIDE + GAP, 18)
        centre = Qt.AlignmentFlag.AlignHCenter
        return [cells, Words(head, title, ink="secondary", font="small", align=centre)]

    def _sides_width(self) -> float:
        return len(self._columns()) * (SIDE + GAP)

    def _labels(self, window: Window, shape: tuple[int, ...]) -> list[Mark]:
        inputs, matrix = window.inputs, window.matrix
        right = Qt.AlignmentFlag.AlignRight
        title = tr("input from {id}", id=self.source)
        seen = _range(window.column, window.columns, shape[1])
        words = f"{title}  {seen}"
        more = tr("the wheel scrolls") if window.columns < shape[1] else ""
        if window.rows < shape[0]:
            more = tr("the wheel scrolls, with Shift across") if more else tr("the wheel scrolls")
            rows = _range(window.row, window.rows, shape[0])
            words = f"{words}   {tr('neurons {seen}', seen=rows)}"
        words = f"{words}   ({more})" if more else words
        top = QRectF(inputs.left(), inputs.top() - 19, max(matrix.width(), 260), 18)
        marks: list[Mark] = [Words(top, words, ink="secondary", font="small", told=words)]
        step = max(1, round(14 / window.cell[1] + 0.49))
        for row in range(0, window.rows, step):
            rect = window.row_rect(window.row + row)
            place = QRectF(rect.left() - LABEL, rect.top(), LABEL - 6, rect.height())
            place = place.adjusted(0, -4, 0, 4)
            number = window.row + row
            index = (*self.lead, number)
            marks.append(
                Words(place, str(number), None, 0, "secondary", "small_number", right, index)
            )
        return marks

    def _on_pointed(self, at: QPointF | None) -> None:
        """Light up what depends on what: the row of a neuron, the column of an input."""
        window = self.window_
        if at is None or window is None:
            return
        w = window.cell[0]
        column = window.column + int((at.x() - window.matrix.left()) // w)
        over = window.matrix.united(window.inputs).contains(at)
        inside = window.column <= column < window.column + window.columns
        if not (over and inside):
            return
        rings = [window.column_rect(column).united(_cell(window.inputs, column - window.column, w))]
        if window.inputs.contains(at):
            sides = window.side(0).adjusted(0, 0, self._sides_width() - SIDE - GAP, 0)
            rings.append(sides)  # everything that it goes into
        else:
            row = window.row + int((at.y() - window.matrix.top()) // window.cell[1])
            rings += self.places_of((row,))
        self.sheet.ring(rings)


def _cell(row: QRectF, number: int, width: float) -> QRectF:
    return QRectF(row.left() + number * width, row.top(), width, row.height())


def _range(first: int, count: int, total: int) -> str:
    """Which of many are seen: "0–63 of 1,000"; the number alone where all are."""
    if count == total:
        return f"{total:,}"
    return tr("{first}–{last} of {total:,}", first=first, last=first + count - 1, total=total)


def _foot(room: QRectF, scales: dict[str, Scale], labels: tuple[str, ...]) -> list[Mark]:
    wide = room.width() / len(scales)
    return [
        Ramp(QRectF(room.left() + i * wide, room.bottom() + 2, wide - 6, 18), scale, label)
        for i, (label, scale) in enumerate(zip(labels, scales.values(), strict=True))
    ]
