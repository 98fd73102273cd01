"""One neuron of the network, large: its function, its sum for a sample, its activation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.explain import activation, linear
from playground.explain.base import Ref
from playground.gui.cursor import Unit
from playground.gui.depth._around import sources
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Cells, Claim, Drawing, Mark, Ramp, Words, figure
from playground.gui.graph.style import Look
from playground.gui.lenses._neuron_columns import Column
from playground.gui.lenses._neuron_net import Network
from playground.gui.lenses._neuron_points import Frame, Points, Warp
from playground.gui.lenses._pictures import Scale
from playground.gui.selection import Sample
from playground.gui.theme import Theme
from playground.gui.truth import Reading
from playground.gui.widgets.strokes import pieces
from playground.i18n import tr

_TERMS = 4  # products that the formula shows
_HEAD = 17.0  # px
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Cloud:
    """Colours of the samples by split, and which of them are marked."""

    colours: dict[str, Sequence[str]]
    lit: Sample | None = None
    chosen: Sample | None = None

    def points(self, frame: Frame, split: str, places: np.ndarray, tensor: str) -> Points:
        """The samples of a split at these places."""
        colours = self.colours.get(split, ())
        count = min(len(places), len(colours))
        marked = [
            s.number if s is not None and s.split == split else None
            for s in (self.lit, self.chosen)
        ]
        return Points(frame, places[:count], colours[:count], tensor, split, *marked)


class Pane:
    """Makes the marks of the neuron that is looked at.

    Parameters
    ----------
    network : Network
    unit : tuple of int
        Number of its column, and of the unit in it.
    second : int or None
        Another unit of the column, for the bent grid.
    cloud : Cloud
    look : Look
    """

    def __init__(
        self, network: Network, unit: tuple[int, int], second: int | None, cloud: Cloud, look: Look
    ) -> None:
        self.network, self.shown, self.look, self.cloud = network, network.shown, look, cloud
        self.number, self.unit = unit
        self.second = second
        self.standing = network.standings[self.number]
        self.column: Column = self.standing.column
        self.node = network.node_of(self.standing)

    def marks(self, room: QRectF) -> list[Mark]:
        """Title, picture, formula and curve, from the top."""
        side = max(40.0, min(room.width() - 2, room.height() - 190 if self.column.layer else 300))
        side = min(side, room.height() - _HEAD - 20)
        box = QRectF(room.left(), room.top() + _HEAD + 2, side, side)
        warped = self.network.choice.warped and self.second is not None
        drawn = list(self._warped(box) if warped else self._function(box))
        found: list[Mark] = [*self._title(room, warped), *drawn]
        if self.column.layer and not warped:
            rest = QRectF(room)
            rest.setTop(box.bottom() + 24)
            found += self._sum(rest)
        return found

    def _title(self, room: QRectF, warped: bool) -> Iterator[Mark]:
        text = f"{self.node}[{self.unit}]"
        if warped:
            text = tr("{a} across, {b} up", a=text, b=f"[{self.second}]")
        elif not self.column.layer:
            text = self.network.unit_name(self.standing, self.unit)
        place = QRectF(room.left(), room.top(), room.width(), _HEAD)
        yield Words(place, text, font="title", told=text)

    # -- its function ----------------------------------------------------------------------------

    def _function(self, box: QRectF) -> Iterator[Mark]:
        at, extent = self.shown.map_of(self.node, self.unit), self.shown.all("extent")
        maps = self.shown.of(self.node, "maps")
        if at is None or maps is None or extent is None:
            return
        scale, tensor = self.shown.scale_of(self.node), self.shown.name(self.node, "maps")
        values, last = maps[at, ::-1], maps.shape[1] - 1
        if self.network.choice.sign:
            values = scale.high * np.sign(values)
        yield _Map(
            box,
            values,
            scale,
            tensor,
            lambda r, c: (at, last - r, c),
            self.node,
            sign=self.network.choice.sign,
        )
        left, right, low, high = (float(v) for v in extent)
        yield from self._points(Frame(box, (left, right, low, high)), "neurons")
        yield Ramp(QRectF(box.left(), box.bottom() + 3, box.width(), 16), scale, "")

    def _points(self, frame: Frame, name: str) -> Iterator[Points]:
        for split in ("train", "test") if self.network.choice.test else ("train",):
            places = self.shown.arrays.get(f"{name}/{split}")
            if places is not None and len(places):
                yield self.cloud.points(frame, split, places, f"{name}/{split}")

    def _warped(self, box: QRectF) -> Iterator[Mark]:
        grid, pair = self.shown.of(self.node, "warp"), self.shown.of(self.node, "pair")
        if grid is None or pair is None or pair.tolist() != [self.unit, self.second]:
            return
        edge = 1.1 * Scale.signed(grid).high
        frame = Frame(box, (-edge, edge, -edge, edge))
        yield Warp(frame, grid, self.shown.name(self.node, "warp"))
        yield from self._points(frame, f"neurons/{self.node}")
        told = tr("Where both neurons send the lines of the plane, and the samples with it")
        place = QRectF(box.left(), box.bottom() + 3, box.width(), 16)
        yield Words(place, told, ink="secondary", font="small", told=told)

    # -- its arithmetic --------------------------------------------------------------------------

    def _sum(self, room: QRectF) -> Iterator[Mark]:
        layer, before = self.column.layer, self.network.standings[self.number - 1].column.node
        weight, bias = self.shown.of(layer, "weight"), self.shown.of(layer, "bias")
        x, z = self.shown.of(before, "value"), self.shown.of(layer, "value")
        if weight is None or x is None or z is None or weight.shape != (len(z), len(x)):
            return
        names = {
            "in/0": self.shown.name(before, "value"),
            "param/weight": self.shown.name(layer, "weight"),
            "param/bias": self.shown.name(layer, "bias"),
            "out": self.shown.name(layer, "value"),
        }
        formula = Formula(
            room,
            self.look,
            lambda ref: Claim(names[ref.tensor], ref.index),
            lambda ref: f"{names[ref.tensor]}{list(ref.index)}",
            lambda ref: Unit(before, ref.index) if ref.tensor == "in/0" else None,
        )
        total = linear.neuron(x, weight, bias, z, (self.unit,), _TERMS)
        after = self._after(z)
        if after is not None:
            formula.sign(self.activation, "ink").sign("(")
        products = f't["{names["param/weight"]}"][{self.unit}].astype(float)'
        products += f' * t["{names["in/0"]}"]'
        used = [
            t.factors[0].ref.index[-1]
            for t in total.terms
            if len(t.factors) == 2 and t.factors[0].ref is not None
        ]
        formula.sum(total, f"np.delete({products}, {used}).sum()")
        if after is not None:
            formula.sign(")")
        formula.sign("=")
        if after is None:
            formula.number(total.total, bold=True)
        else:
            claim = Claim(self.shown.name(self.column.activation, "value"), (self.unit,))
            formula._write(after, claim, Ref("out", (self.unit,)), True, 2)
        yield from formula.marks
        rest = QRectF(room)
        rest.setTop(formula.bottom + 6)
        if after is not None:
            yield from self._threshold(rest, float(z[self.unit]), after, bias)

    def _after(self, z: np.ndarray) -> float | None:
        """What the activation makes of the sum, where it follows at once."""
        node = self.column.activation
        if not node or sources(self.network.report, node) != [self.column.layer]:
            return None
        values = self.shown.of(node, "value")
        return float(values[self.unit]) if values is not None and len(values) == len(z) else None

    @property
    def activation(self) -> str:
        """Key of its activation: tanh."""
        return self.network.report.blocks[self.column.activation].node.block

    def _threshold(
        self, room: QRectF, z: float, a: float, bias: np.ndarray | None
    ) -> Iterator[Mark]:
        """The activation over the sum without the bias: the bias moves it, −b is its threshold."""
        b = float(bias[self.unit]) if bias is not None else 0.0
        if room.height() < 58 or not np.isfinite([z, a, b]).all():
            return
        found = self.network.report.blocks[self.column.activation].block
        params = found.model_dump() if found is not None else {}
        reach = max(3.0, 1.2 * abs(z), 1.2 * abs(b), 1.2 * abs(z - b))
        line = activation.curve(self.activation, params, -reach + b, reach + b)
        line[:, 0] -= b
        head = QRectF(room.left(), room.top(), 104, _HEAD)
        said = tr("threshold −bias")
        yield Words(head, said, ink="secondary", font="small", told=said)
        if bias is not None:
            place = QRectF(head.right() + 4, head.top(), 60, _HEAD)
            claim = Claim(
                formula=f'-t["{self.shown.name(self.column.layer, "bias")}"][{self.unit}]'
            )
            yield figure(place, -b, claim, font="small_number", align=_LEFT)
        box = QRectF(
            room.left(),
            head.bottom() + 2,
            room.width() - 2,
            min(room.bottom() - head.bottom() - 4, 120.0),
        )
        yield Drawing(box, _Curve(box, line, (z - b, a), -b))


@dataclass(frozen=True, slots=True, eq=False)
class _Map(Cells):
    """A large map; of its sign only, where that is asked for."""

    sign: bool = False

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        """Numbered row by row from the top: dots of samples lie over some of the cells."""
        for number, reading in enumerate(Cells.readings(self, view, theme, look)):
            told = replace(reading, where=number)
            if self.sign:
                at = ", ".join(map(str, reading.index))
                formula = f'{self.scale.high!r} * np.sign(t["{reading.tensor}"][{at}])'
                told = replace(told, tensor="", index=(), formula=formula)
            yield told


class _Curve:
    """Draws the activation, its threshold and the place of the sample on it."""

    def __init__(
        self, box: QRectF, line: np.ndarray, point: tuple[float, float], threshold: float
    ) -> None:
        self.box, self.line, self.point, self.threshold = box, line, point, threshold
        low, high = min(float(line[:, 1].min()), 0.0), max(float(line[:, 1].max()), 0.0)
        pad = 0.08 * (high - low or 1.0)
        self.frame = Frame(box, (float(line[0, 0]), float(line[-1, 0]), low - pad, high + pad))

    def __call__(self, painter: QPainter, look: Look) -> None:
        spots = self.frame.spots(self.line)
        zero = self.frame.spots(np.array([[self.threshold, 0.0], list(self.point)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.drawRect(self.box)
        y = float(zero[0, 1])
        painter.drawLine(QPointF(self.box.left(), y), QPointF(self.box.right(), y))
        painter.setPen(QPen(QColor(look.tokens.secondary), 1.2, Qt.PenStyle.DashLine))
        x = float(zero[0, 0])
        painter.drawLine(QPointF(x, self.box.top()), QPointF(x, self.box.bottom()))
        painter.setPen(QPen(QColor(look.tokens.accent), 2))
        pieces(spots).draw(painter)
        painter.setBrush(QColor(look.tokens.accent))
        painter.drawEllipse(QPointF(*zero[1].tolist()), 4.5, 4.5)
