"""Softmax, normalisations, dropout, sums and copies: every step between input and output."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, Qt

from playground.explain import stages
from playground.gui.cursor import Unit
from playground.gui.depth._answers import answers, rooms
from playground.gui.depth._marks import Cells, Index, Mark, Ramp, Words
from playground.gui.depth._panels import LINE, edge, picture, tensor_panel
from playground.gui.depth._staged import NAME, StagedSheet
from playground.gui.depth.base import Level, Probe, depth_view
from playground.gui.lenses._pictures import Scale
from playground.gui.truth import written
from playground.i18n import tr
from playground.telemetry.probes.responses import Responses

_GAP, _LEAST, _NAME = 18.0, 88.0, 150.0  # px
_STRIP = 20.0  # px; a row of a small tensor: a number for each map, or one for all
_CELL, _WIDE = 6.0, 46.0  # px; least and largest width of its cells

Row = tuple[np.ndarray, str, stages.Stage | None]  # numbers, name of their array, or their step


@depth_view("steps-layer", blocks=stages.PICTURED, levels=(Level.LAYER,))
class StepsLayer(StagedSheet):
    """Input, each step and output as pictures side by side; means and weights in rows below."""

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(4, 4, -4, -4)
        said = self.said()
        if said:
            foot = QRectF(room.left(), room.bottom() - LINE, room.width(), LINE)
            room.setBottom(foot.top() - 4)
        rows = self._rows()
        strip = QRectF(room)
        strip.setTop(room.bottom() - _STRIP * len(rows))
        room.setBottom(strip.top() - (8 if rows else 0))
        marks = self._panels(room)
        for number, (title, row) in enumerate(rows):
            top = strip.top() + number * _STRIP
            marks += self._row(QRectF(strip.left(), top, strip.width(), _STRIP), title, row)
        if said:
            marks.append(Words(foot, said, ink="secondary", told=said))
        return marks

    def said(self) -> str:
        """What has to be known about such a block."""
        running = tr("Measured with running mean and variance; a batch in training has its own.")
        texts = {
            "batch_norm1d": running,
            "batch_norm2d": running,
            "dropout": tr("While it is measured, Dropout lets every number through."),
            "flatten": tr("The same numbers in the same order: only the axes are gone."),
            "reshape": tr("The same numbers in the same order: only the axes are others."),
            "add": tr("Each number is the sum of those at the same place of every input."),
            "concat": tr("The inputs one after the other: each number is one of theirs."),
            "matmul": tr(
                "Each number is a row of the first with a row of the second: times, and sum."
            )
            if self.params.get("transpose_other")
            else tr(
                "Each number is a row of the first with a column of the second: times, and sum."
            ),
            "muted": tr("Muted: it passes its input through unchanged."),
        }
        return texts.get(self.kind, "")

    def words(self) -> str:
        titles = ", ".join(self.title(stage) for stage in self.stages()) if self.values else ""
        return tr("{id}: {steps}", id=self.node, steps=titles) if titles else self.said()

    def _panels(self, room: QRectF) -> list[Mark]:
        """Whole tensors: what arrives, steps of the same shape, what leaves."""
        names = stages.input_names(self.values)
        shape = self.values["in/0"].shape
        steps = [stage for stage in self.stages() if stage.values.shape == shape]
        count = len(names) + len(steps) + 1
        fits = max(2, int((room.width() + _GAP) // (_LEAST + _GAP)))
        steps = steps[max(0, count - fits) :]
        names = names[: max(1, fits - len(steps) - 1)]
        count = len(names) + len(steps) + 1
        wide = (room.width() - (count - 1) * _GAP) / count
        places = [
            QRectF(room.left() + i * (wide + _GAP), room.top(), wide, room.height())
            for i in range(count)
        ]
        marks: list[Mark] = []
        for name in names:
            source = self.source(name)
            unit = lambda index, source=source: Unit(source, index)  # noqa: E731
            title, values = tr("input from {id}", id=source), self.values[name]
            marks += tensor_panel(places.pop(0), title, values, self.full(name), source, None, unit)
        for stage in steps:
            made = tensor_panel(places.pop(0), self.title(stage), stage.values, NAME, stage.name)
            marks += self.calculated(made, stage)
        out = self.values["out"]
        unit = lambda index: index  # noqa: E731
        place, name = places.pop(0), self.full("out")
        return [*marks, *tensor_panel(place, tr("output"), out, name, self.node, None, unit)]

    def _rows(self) -> list[tuple[str, Row]]:
        """Small tensors below: means, sums, weights; those that are no tensor as their step."""
        shape, found = self.values["in/0"].shape, []
        for stage in self.stages():
            if stage.values.shape != shape:
                found.append((self.title(stage), (stage.values, NAME, stage)))
        for name in ("param/weight", "param/bias"):
            if name in self.values:
                title = name.rpartition("/")[2]
                found.append((title, (self.values[name], self.full(name), None)))
        return found

    def _row(self, rect: QRectF, title: str, row: Row) -> list[Mark]:
        """The numbers of a small tensor beside its title, as many as there is room for."""
        values, tensor, stage = row
        name = QRectF(rect.left(), rect.top(), _NAME, rect.height())
        room = QRectF(name.right() + 6, rect.top() + 1, rect.width() - _NAME - 6, rect.height() - 2)
        count = min(values.size, max(1, int(room.width() // _CELL)))
        room.setWidth(count * min(room.width() / count, _WIDE))
        flat = values.reshape(1, -1)[:, :count]

        def place(_row: int, column: int) -> Index:
            return tuple(int(i) for i in np.unravel_index(column, values.shape))

        told = f"{self.node}.{title}"
        scale = Scale.of(values)
        drawn = Cells(room, flat, scale, tensor, place, told)
        marks: list[Mark] = [Words(name, title, ink="secondary", font="small", told=title)]
        if not drawn.lettered:  # colours say what they are worth
            ends = f"{written(scale.low)} … {written(scale.high)}"
            right = Qt.AlignmentFlag.AlignRight
            marks.append(Words(name, ends, ink="secondary", font="small_number", align=right))
        return [*marks, *([drawn] if stage is None else self.calculated([drawn], stage))]


@depth_view("steps-neuron", blocks=stages.BLOCKS, levels=(Level.NEURON,))
class StepsNeuron(StagedSheet):
    """One unit of such a block at every step, and its answers to many samples."""

    lights = frozenset({"label", "sample"})

    def probes(self) -> Iterable[Probe]:
        return (self.inside(), Responses(self.node, self.place.unit))

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 4, -6, -4)
        steps, out, unit = self.stages(), self.values["out"], self.place.unit
        whole = [stage for stage in steps if stage.values.shape == out.shape]
        names = [n for n in stages.input_names(self.values) if self.values[n].shape == out.shape]
        places, bars = rooms(room, len(names) + len(whole) + 1, _GAP)
        marks: list[Mark] = []
        for name in names:
            title = tr("input from {id}", id=self.source(name))
            marks += self._part(places.pop(0), title, self.values[name], self.full(name), name)
        for stage in whole:
            made = self._part(places.pop(0), self.title(stage), stage.values, NAME, "")
            marks += self.calculated(made, stage)
        marks += self._part(places.pop(0), tr("output"), out, self.full("out"), "out")
        return [*marks, *answers(bars, self.arrays, self.node, unit)]

    def words(self) -> str:
        out = self.values.get("out")
        if out is None:
            return ""
        index, mean = ", ".join(map(str, self.place.unit)), float(out[self.place.unit].mean())
        return tr("Unit {index} of {id}: mean {mean:.3g}.", index=index, id=self.node, mean=mean)

    def _part(
        self, rect: QRectF, title: str, values: np.ndarray, tensor: str, name: str
    ) -> list[Mark]:
        """The numbers of the unit, in the scale of the whole tensor."""
        unit, scale = self.place.unit, Scale.of(values)
        node = self.source(name) if name.startswith("in/") else self.node
        room = rect.adjusted(0, LINE + 4, 0, -2 * LINE)
        drawn, _hidden = picture(room, values[unit], tensor, title, scale)
        head = QRectF(rect.left(), rect.top(), rect.width(), LINE)
        marks: list[Mark] = [Words(head, title, font="small", ink="secondary", told=title)]
        marks += [edge(mark.rect) for mark in drawn]
        for mark in drawn:
            assert isinstance(mark, Cells)  # pictures are made of cells
            place = _inside(mark.place, unit)
            point = _unit_of(place, node) if name else None
            marks.append(replace(mark, place=place, unit=point))
        bottom = max((mark.rect.bottom() for mark in drawn), default=room.top())
        return [*marks, Ramp(QRectF(rect.left(), bottom + 2, rect.width(), LINE), scale, "")]


def _inside(place: Callable[[int, int], Index], unit: Index) -> Callable[[int, int], Index]:
    """Places of a part of a tensor as places of the whole."""
    return lambda row, column: (*unit, *place(row, column))


def _unit_of(place: Callable[[int, int], Index], node: str) -> Callable[[int, int], Unit]:
    return lambda row, column: Unit(node, place(row, column))
