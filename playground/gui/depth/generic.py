"""Any block, opened: what enters, what it knows, what leaves, with statistics and histograms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF

from playground.gui.cursor import Unit
from playground.gui.depth._answers import answers, rooms
from playground.gui.depth._marks import Cells, Index, Mark, Ramp, Words
from playground.gui.depth._panels import LINE, edge, picture, tensor_panel
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth.base import Level, Probe, depth_view
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr
from playground.telemetry.probes.inside import sources_of
from playground.telemetry.probes.responses import Responses

_LEAST = 96.0  # px; width of a panel
_GAP = 18.0  # px between two panels


@depth_view("layer", levels=(Level.LAYER,))
class LayerView(SheetView):
    """Input, weights and output of a block, side by side."""

    def probes(self) -> Iterable[Probe]:
        return (self.inside(),)

    def draw(self) -> list[Mark]:
        return self.panels(QRectF(self.sheet.rect()).adjusted(4, 4, -4, -4))

    def panels(self, room: QRectF) -> list[Mark]:
        """All tensors side by side, as many as there is room for."""
        panels, room = self._panels(), QRectF(room)
        fits = max(1, int((room.width() + _GAP) // (_LEAST + _GAP)))
        hidden = max(0, len(panels) - fits)
        if hidden:  # the output always has its place
            panels = [*panels[: fits - 1], panels[-1]]
            room.adjust(0, 0, 0, -LINE)
        wide = (room.width() - (len(panels) - 1) * _GAP) / len(panels)
        marks: list[Mark] = []
        for number, (title, values, tensor, name) in enumerate(panels):
            place = QRectF(room.left() + number * (wide + _GAP), room.top(), wide, room.height())
            unit: Callable[[Index], Index] | None = None  # what is learned is nobody's output
            if tensor.endswith("/out"):
                unit = lambda index: index  # noqa: E731
            elif "/in/" in tensor:
                unit = lambda index, source=name: Unit(source, index)  # noqa: E731
            scale = Scale.signed(values) if "/param/" in tensor else None
            marks += tensor_panel(place, title, values, tensor, name, scale, unit)
        if hidden:
            foot = QRectF(room.left(), room.bottom(), room.width(), LINE)
            words = tr("{n} tensors more: make the window larger to see them.", n=hidden)
            marks.append(Words(foot, words, font="small", ink="secondary"))
        return marks

    def words(self) -> str:
        out = self.values.get("out")
        if out is None:
            return ""
        return tr(
            "{id} puts out {n} numbers, from {low:.3g} to {high:.3g}.",
            id=self.node,
            n=out.size,
            low=float(np.nanmin(out, initial=np.inf)),
            high=float(np.nanmax(out, initial=-np.inf)),
        )

    def _panels(self) -> list[tuple[str, np.ndarray, str, str]]:
        """Title, values, array name, name told: inputs, then what is learned, then the output."""
        sources = sources_of(self.context.document.report.flat, self.node)
        found = []
        for number, source in enumerate(sources):
            name = f"in/{number}"
            if name in self.values:
                title = tr("input from {id}", id=source)
                found.append((title, self.values[name], self.full(name), source))
        for name, values in self.values.items():
            kind, _, last = name.partition("/")
            if kind in ("param", "buffer") and values.size and values.dtype.kind == "f":
                found.append((last, values, self.full(name), f"{self.node}.{last}"))
        found.append((tr("output"), self.values["out"], self.full("out"), self.node))
        return found


@depth_view("neuron", levels=(Level.NEURON,))
class NeuronView(SheetView):
    """One unit of any block: what it puts out for the sample and for many, and its weights."""

    lights = frozenset({"label", "sample"})

    def probes(self) -> Iterable[Probe]:
        return (self.inside(), Responses(self.node, self.place.unit))

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 4, -6, -4)
        out, unit = self.values["out"], self.place.unit
        panels = [(tr("output"), out, self.full("out"), self.node)]
        for name, values in self.values.items():
            if name.startswith("param/") and values.shape[:1] == out.shape[:1]:
                last = name.rpartition("/")[2]
                panels.append((last, values, self.full(name), f"{self.node}.{last}"))
        places, bars = rooms(room, len(panels), _GAP)
        marks: list[Mark] = []
        for place, (title, values, tensor, name) in zip(places, panels, strict=True):
            marks += _unit_panel(place, title, values, tensor, name, unit)
        return [*marks, *answers(bars, self.arrays, self.node, unit)]

    def words(self) -> str:
        out = self.values.get("out")
        if out is None:
            return ""
        index = ", ".join(map(str, self.place.unit))
        mean = float(out[self.place.unit].mean())
        return tr("Unit {index} of {id}: mean {mean:.3g}.", index=index, id=self.node, mean=mean)


def _unit_panel(
    rect: QRectF,
    title: str,
    values: np.ndarray,
    tensor: str,
    name: str,
    unit: tuple[int, ...],
) -> list[Mark]:
    """The part of a tensor that belongs to a unit, in the scale of the whole tensor."""
    scale = Scale.signed(values) if "/param/" in tensor else Scale.of(values)
    part = values[unit]
    head = QRectF(rect.left(), rect.top(), rect.width(), LINE)
    room = QRectF(rect.left(), head.bottom() + 4, rect.width(), rect.height() - 3 * LINE)
    drawn, _hidden = picture(room, part, tensor, name, scale)
    marks: list[Mark] = [Words(head, title, font="small", ink="secondary")]
    marks += [edge(mark.rect) for mark in drawn]
    chosen = tensor.endswith("/out")
    for mark in drawn:
        assert isinstance(mark, Cells)  # pictures are made of cells
        own = mark.place
        place = lambda r, c, own=own: (*unit, *own(r, c))  # noqa: E731
        marks.append(replace(mark, place=place, unit=place if chosen else None))
    bottom = max((mark.rect.bottom() for mark in drawn), default=room.top())
    marks.append(Ramp(QRectF(rect.left(), bottom + 2, rect.width(), LINE), scale, ""))
    return marks
