"""The marks of a whole network: columns of neurons, and the weights between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.check.report import Report
from playground.check.unit_names import unit_names
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Claim, Mark, Words, figure
from playground.gui.graph.style import Look
from playground.gui.lenses._neuron_columns import BESIDE, VALUE, Column, Standing
from playground.gui.lenses._neuron_head import Heading, parts_of
from playground.gui.lenses._neuron_layers import Layers
from playground.gui.lenses._neuron_marks import BiasDot, Edges, SmallMap, indices, palette
from playground.gui.lenses._neuron_state import Choice, Shown
from playground.gui.theme import Theme
from playground.i18n import tr

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_BUTTON = 15.0  # px
_WIDEST_HEAD = 200.0  # px
_COUNT = 92.0  # px that a minus, the number of neurons and a plus take


@dataclass(frozen=True, slots=True, eq=False)
class Button(Mark):
    """A sign that does something when it is pressed."""

    rect: QRectF
    text: str
    act: Callable[[], None]
    told: str

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.setBrush(QColor(look.tokens.field))
        painter.drawRoundedRect(self.rect, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(look.text)
        painter.setPen(QColor(look.tokens.ink))
        painter.drawText(self.rect, Qt.AlignmentFlag.AlignCenter, self.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def tip(self, at: QPointF) -> str:
        return self.told if self.rect.contains(at) else ""


@dataclass(frozen=True, slots=True)
class Network:
    """Makes the marks.

    Parameters
    ----------
    report : Report
    theme : Theme
    standings : sequence of Standing
    shown : Shown
    choice : Choice
    layers : Layers
        What can be done to them.
    lit : Unit or None
        What is pointed at: the wires of that neuron are lit.
    """

    report: Report
    theme: Theme
    standings: Sequence[Standing]
    shown: Shown
    choice: Choice
    layers: Layers
    lit: Unit | None = None

    def marks(self) -> list[Mark]:
        """All of them, wires first."""
        found: list[Mark] = [*self._wires()]
        table, apart = palette(self.theme), self._apart()
        for number, standing in enumerate(self.standings):
            found += self._heads(number, standing, apart)
            found += self._neurons(number, standing, table)
        return found

    def node_of(self, standing: Standing) -> str:
        """The block that is drawn."""
        return standing.column.drawn(self.choice.before)

    def unit_name(self, standing: Standing, unit: int) -> str:
        """x₁ for an input, the number of a neuron."""
        names = unit_names(self.report, standing.column.node)
        return tr(names[unit]) if unit < len(names) else str(unit)

    def _wires(self) -> Iterator[Edges]:
        for before, after in zip(self.standings, self.standings[1:], strict=False):
            layer = after.column.layer
            weight = self.shown.of(layer, "weight")
            if weight is None:
                continue
            rows = slice(after.start, after.start + after.count)
            columns = slice(before.start, before.start + before.count)
            starts = [before.right(i) for i in range(before.count)]
            ends = [after.left(i) for i in range(after.count)]
            room = QRectF(starts[0].x(), 0, ends[0].x() - starts[0].x(), 1e5)
            yield Edges(
                room,
                np.array([(p.x(), p.y()) for p in starts]),
                np.array([(p.x(), p.y()) for p in ends]),
                weight[rows, columns],
                (after.start, before.start),
                layer,
                self.shown.name(layer, "weight"),
                self.shown.weights_scale(layer),
                self._lit_wires(before, after),
            )

    def _lit_wires(self, before: Standing, after: Standing) -> Callable[[int, int], bool] | None:
        """Lines of the neuron that is pointed at."""
        unit = self.lit
        if unit is None or not unit.index:
            return None
        if unit.node in (after.column.node, after.column.layer):
            return lambda row, _column: row == unit.index[-1]
        if unit.node in (before.column.node, before.column.layer):
            return lambda _row, column: column == unit.index[-1]
        return None

    def _heads(self, number: int, standing: Standing, apart: float) -> Iterator[Mark]:
        column, head = standing.column, standing.head()
        hidden, middle = column.units - standing.count, head.center().x()
        wide = max(min(_WIDEST_HEAD, apart - 6), 40.0)
        yield self._title(number, column, QRectF(middle - wide / 2, head.top() - 2, wide, 15))
        said = _counted(column, standing)
        wide = min(head.width(), apart - 4)
        line = QRectF(middle - wide / 2, head.top() + 14, wide, 15)
        told = tr("Turn the wheel to see the others") if hidden else said
        yield Words(line, said, ink="secondary", font="small", align=_CENTRE, told=told)
        if apart >= _COUNT and self.layers.can_resize(column):  # the menu has them, too
            for sign, by, told in (
                ("−", -1, tr("One neuron less in {id}", id=column.layer)),
                ("+", 1, tr("One neuron more in {id}", id=column.layer)),
            ):
                x = middle + by * 37 - _BUTTON / 2
                if column.units + by > 0:
                    place = QRectF(x, line.top(), _BUTTON, _BUTTON)
                    yield Button(
                        place, sign, lambda b=by: self.layers.resize(column.layer, b), told
                    )

    def _title(self, number: int, column: Column, place: QRectF) -> Heading:
        """Its name, with the menu."""
        found = (self.report.blocks.get(id) for id in column.blocks)  # None: it is gone already
        kinds = tuple(block.node.block if block is not None else "" for block in found)
        parts = parts_of(self.report.document, column, kinds)
        told = tr("{layer}: click to change it", layer=" · ".join(parts))
        return Heading(place, parts, partial(self.layers.open_menu, number), told)

    def _apart(self) -> float:
        """Px from column to column."""
        centres = [standing.tiles[0].center().x() for standing in self.standings]
        return min((b - a for a, b in pairwise(centres)), default=_WIDEST_HEAD)

    def _neurons(self, number: int, standing: Standing, table: list[int]) -> Iterator[Mark]:
        node, column = self.node_of(standing), standing.column
        maps, first = self.shown.of(node, "maps"), self.shown.map_of(node, standing.start)
        if maps is None or first is None or first + standing.count > len(maps):
            return
        scale = self.shown.scale_of(node)
        here = maps[first : first + standing.count, ::-1]
        if self.choice.sign:
            here = scale.high * np.sign(here)
        places = np.ascontiguousarray(indices(here, scale.high))
        values = self.shown.of(node, "value")
        bias = self.shown.of(column.layer, "bias") if column.layer else None
        weights = self.shown.weights_scale(column.layer) if column.layer else scale
        for row, rect in enumerate(standing.tiles):
            unit = standing.start + row
            name = f"{node}[{unit}]"
            yield SmallMap(
                rect,
                places[row],
                table,
                scale,
                self.shown.name(node, "maps"),
                first + row,
                Unit(node, (unit,)),
                self._told(standing, unit, name, scale.high),
                self.choice.sign,
            )
            if number == 0:
                yield self._label(standing, unit, rect)
            if bias is not None and rect.width() >= 20:
                spot = QRectF(rect.left(), rect.bottom() - 7, 7, 7)
                tensor = self.shown.name(column.layer, "bias")
                yield BiasDot(spot, float(bias[unit]), weights, tensor, column.layer, unit)
            if values is not None and unit < len(values):
                yield from self._value(standing, unit, rect, float(values[unit]))

    def _value(self, standing: Standing, unit: int, rect: QRectF, value: float) -> Iterator[Mark]:
        """What it makes of the sample: below it, or beside it where they stand close."""
        claim = Claim(self.shown.name(self.node_of(standing), "value"), (unit,))
        if standing.has_room_below:
            place = QRectF(rect.left() - 10, rect.bottom(), rect.width() + 20, VALUE)
            align = _CENTRE
        else:
            place = QRectF(rect.right() + 3, rect.center().y() - 7, BESIDE - 3, 14)
            align = Qt.AlignmentFlag.AlignLeft
        yield figure(place, value, claim, font="small_number", align=align)

    def _label(self, standing: Standing, unit: int, rect: QRectF) -> Words:
        name = self.unit_name(standing, unit)
        room = min(rect.left() - 4, 60.0)
        place = QRectF(rect.left() - room - 4, rect.top(), room, rect.height())
        right = Qt.AlignmentFlag.AlignRight
        return Words(place, name, ink="secondary", font="small", align=right, told=name)

    def _told(self, standing: Standing, unit: int, name: str, high: float) -> str:
        if not standing.column.layer:
            name = self.unit_name(standing, unit)
        scale = tr("colours from −{high:.3g} to {high:.3g}", high=high)
        return tr("{name}: {scale}. Double-click opens it.", name=name, scale=scale)


def _counted(column: Column, standing: Standing) -> str:
    """How many units there are, or which of them are visible."""
    if standing.count < column.units:
        last = standing.start + standing.count - 1
        return tr("{a}–{b} of {n}", a=standing.start, b=last, n=column.units)
    if column.units == 1:
        return tr("1 neuron") if column.layer else tr("1 input")
    words = tr("{n} neurons", n=column.units) if column.layer else tr("{n} inputs", n=column.units)
    return words
