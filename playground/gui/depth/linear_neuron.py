"""One neuron: the picture of its function, what it listens to, and who listens to it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.explain import linear
from playground.explain.base import largest
from playground.gui.cursor import Unit
from playground.gui.depth import _rows as rows
from playground.gui.depth._answers import answers
from playground.gui.depth._around import flattened
from playground.gui.depth._dense import Dense
from playground.gui.depth._marks import Cells, Claim, Drawing, Mark, Ramp, Words, figure
from playground.gui.depth._panels import picture
from playground.gui.depth.base import Level, Probe, depth_view
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr
from playground.telemetry.probes.plane import Plane
from playground.telemetry.probes.responses import Responses

_GAP = 20.0  # px between two columns
_LINE = 20.0  # px
_ANSWERS = 110.0  # px; height of the bars of its answers
_LEFT = Qt.AlignmentFlag.AlignLeft


@depth_view("linear-neuron", blocks=("linear",), levels=(Level.NEURON,))
class LinearNeuron(Dense):
    """On data in a plane its function as a heat map, on images its weights as a picture."""

    others = True
    lights = frozenset({"label", "sample"})

    def probes(self) -> Iterable[Probe]:
        unit = self.place.unit or (0,)
        drawn = tuple(node for node in (self.node, self.after) if node)
        return (
            *super().probes(),
            Plane(nodes=drawn, units=unit[-1:]),
            Responses(self.after or self.node, unit),
        )

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 2, -6, -4)
        listeners = self._listeners()
        shares = (0.36, 0.36, 0.28) if listeners is not None else (0.45, 0.55)
        free = room.width() - (len(shares) - 1) * _GAP
        columns, x = [], room.left()
        for share in shares:
            columns.append(QRectF(x, room.top(), free * share, room.height()))
            x += free * share + _GAP
        marks = [*self._picture(columns[0]), *self._inputs(columns[1])]
        if listeners is not None:
            marks += self._outputs(columns[2], listeners)
        return marks

    def words(self) -> str:
        if "out" not in self.values:
            return ""
        value = float(self.values["out"][self.cell])
        said = tr("Neuron {index} puts out {value:.3g}.", index=self.cell[-1], value=value)
        after = self.after_values()
        if after is not None:
            made = float(after[self.cell])
            said += " " + tr("{name} makes {value:.3g} of it.", name=self.function, value=made)
        return said

    # -- its picture -----------------------------------------------------------------------------

    def _picture(self, rect: QRectF) -> list[Mark]:
        marks = self._numbers(QRectF(rect.left(), rect.top(), rect.width(), _LINE))
        seen = QRectF(rect).adjusted(0, _LINE + 4, 0, -_ANSWERS - 8)
        foot = QRectF(rect.left(), rect.bottom() - _ANSWERS, rect.width(), _ANSWERS)
        node = self.after or self.node
        drawn = self._maps(seen) or self._image(seen)
        # close below its picture; where there is none its answers have all the room
        foot.setTop(max((mark.rect.bottom() + 10 for mark in drawn), default=seen.top()))
        foot.setHeight(min(foot.height(), 1.6 * _ANSWERS))
        return [*marks, *drawn, *answers(foot, self.arrays, node, self.place.unit)]

    def _numbers(self, rect: QRectF) -> list[Mark]:
        """What it puts out for the sample, before and after the activation."""
        found = [(tr("output"), self.values["out"], self.full("out"))]
        after = self.after_values()
        if after is not None:
            found.append((self.function, after, f"inside/{self.after}/out"))
        marks: list[Mark] = []
        wide = rect.width() / len(found)
        for number, (label, values, tensor) in enumerate(found):
            x = rect.left() + number * wide
            said = self.sheet.look.width(self.sheet.look.text, label) + 8
            place = QRectF(x + said, rect.top(), 56, rect.height())
            claim = Claim(tensor, self.cell)
            marks.append(Words(QRectF(x, rect.top(), said, rect.height()), label, ink="secondary"))
            value = float(values[self.cell])
            marks.append(
                figure(place, value, claim, font="bold_number", align=_LEFT, index=self.cell)
            )
        return marks

    def _maps(self, rect: QRectF) -> list[Mark]:
        """Its function over the plane of the data, before and after the activation."""
        nodes = [node for node in (self.node, self.after) if node and self._has_map(node)]
        if not nodes:
            return []
        side = min((rect.width() - 8 * (len(nodes) - 1)) / len(nodes), rect.height() - 2 * _LINE)
        marks: list[Mark] = []
        for number, node in enumerate(nodes):
            tensor = f"plane/{node}/maps"
            values = self.arrays[tensor][0][::-1]  # the lowest y is at the bottom
            last = len(values) - 1
            scale = Scale.signed(self.arrays[tensor])
            left = rect.left() + number * (side + 8)
            place = QRectF(left, rect.top() + _LINE, side, side)
            head = QRectF(left, rect.top(), side, _LINE)
            before = tr("before {function}", function=self.function)
            title = self.function if node == self.after else before
            title = title if len(nodes) > 1 else tr("its function")
            marks.append(Words(head, title, ink="secondary", font="small"))
            marks.append(
                Cells(place, values, scale, tensor, lambda r, c, last=last: (0, last - r, c), node)
            )
            marks.append(self._pin(place, node))
            foot = QRectF(left, place.bottom() + 2, side + 4, _LINE - 2)
            marks.append(Ramp(foot, scale, ""))
        return marks

    def _has_map(self, node: str) -> bool:
        units = self.arrays.get(f"plane/{node}/units")
        return units is not None and units.tolist() == [self.cell[-1]]

    def _pin(self, rect: QRectF, node: str) -> Mark:
        """A ring where the sample lies, where the neuron gets the features themselves."""
        extent, x = self.arrays[f"plane/{node}/extent"], self.values["in/0"]
        source = self.context.document.report.flat.by_id.get(self.source)
        ring = QRectF()
        if source is not None and source.block == "input" and x.shape == (2,):
            x0, x1, y0, y1 = (float(v) for v in extent)
            across, up = (float(x[0]) - x0) / (x1 - x0), (float(x[1]) - y0) / (y1 - y0)
            ring = QRectF(0, 0, 8, 8)
            ring.moveCenter(
                QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height())
            )

        def draw(painter: QPainter, look: Look) -> None:
            if not ring.isEmpty():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(look.tokens.ink), 1.6))
                painter.drawEllipse(ring)

        return Drawing(rect, draw, ring.adjusted(-2, -2, 2, 2))

    def _image(self, rect: QRectF) -> list[Mark]:
        """Its weights in the shape of the image that was flattened, beside that image."""
        shape = flattened(self.context.document.report, self.node)
        weight, x = self.values["param/weight"], self.values["in/0"]
        if not shape or int(np.prod(shape)) != weight.shape[1] or x.ndim != 1:
            return []
        unit, half = self.cell[-1], (rect.width() - 12) / 2
        kinds = (
            (tr("its weights"), weight[unit], self.full("param/weight"), (unit,)),
            (tr("input"), x, self.full("in/0"), ()),
        )
        marks: list[Mark] = []
        for number, (title, values, tensor, lead) in enumerate(kinds):
            left = rect.left() + number * (half + 12)
            scale = self.weights_scale() if lead else Scale.of(x)
            marks.append(
                Words(QRectF(left, rect.top(), half, _LINE), title, ink="secondary", font="small")
            )
            room = QRectF(left, rect.top() + _LINE, half, rect.height() - 2 * _LINE)
            drawn, _ = picture(room, values.reshape(shape), tensor, self.node, scale)
            marks += [self._flat(mark, shape, lead) for mark in drawn if isinstance(mark, Cells)]
            bottom = max((mark.rect.bottom() for mark in drawn), default=room.bottom())
            marks.append(Ramp(QRectF(left, bottom + 2, half, _LINE - 2), scale, ""))
        return marks

    def _flat(self, mark: Cells, shape: tuple[int, ...], lead: tuple[int, ...]) -> Cells:
        """The cells of an image as places in the row of numbers that it became.

        A pixel, and the weight that it is multiplied by, both mean that input.
        """

        def number(row: int, column: int) -> int:
            place = 0
            for index, size in zip(mark.place(row, column), shape, strict=True):
                place = place * size + index
            return place

        return Cells(
            mark.rect,
            mark.values,
            mark.scale,
            mark.tensor,
            lambda r, c: (*lead, number(r, c)),
            mark.name,
            lambda r, c: Unit(self.source, (number(r, c),)),
            mark.digits,
            mark.atlas,
            mark.number,
        )

    # -- what it takes, and who takes it ---------------------------------------------------------

    def _inputs(self, rect: QRectF) -> list[Mark]:
        weight, x = self.values["param/weight"], self.values["in/0"]
        cell, lead = self.cell, self.lead
        shares = linear.incoming(x, weight, cell)
        w, i = self.full("param/weight"), self.full("in/0")
        at = "".join(f"[{n}]" for n in lead)
        products = f'np.abs(t["{w}"][{cell[-1]}].astype(float) * t["{i}"]{at})'
        found = []
        for number in largest(shares, rows.fit(rect)):
            found.append(
                rows.Row(
                    name=f"x[{number}]",
                    value=float(weight[cell[-1], number]),
                    claim=Claim(w, (cell[-1], number)),
                    share=float(shares[number]),
                    share_formula=f"{products}[{number}] / max({products}.sum(), 1e-300)",
                    unit=Unit(self.source, (*lead, number)),
                    told=tr("output [{index}] of {id}", index=number, id=self.source),
                )
            )
        title = tr("listens to {n} inputs", n=len(shares))
        if len(found) < len(shares):
            title = tr("listens to {n} inputs, most to", n=len(shares))
        heads = (tr("weight"), tr("share, %"))
        return rows.listed(rect, title, heads, found, self.weights_scale())

    def _listeners(self) -> np.ndarray | None:
        """Weights of the next fully connected layer."""
        weight = self.beside(self.next, "param/weight") if self.next else None
        count = self.values["param/weight"].shape[0]
        fits = weight is not None and weight.ndim == 2 and weight.shape[1] == count
        return weight if fits else None

    def _outputs(self, rect: QRectF, weight: np.ndarray) -> list[Mark]:
        unit = self.cell[-1]
        shares = linear.outgoing(weight, unit)
        tensor = f"inside/{self.next}/param/weight"
        found = []
        for number in largest(shares, rows.fit(rect)):
            sizes = f'np.abs(t["{tensor}"][{number}].astype(float))'
            found.append(
                rows.Row(
                    name=f"[{number}]",
                    value=float(weight[number, unit]),
                    claim=Claim(tensor, (number, unit)),
                    share=float(shares[number]),
                    share_formula=f"{sizes}[{unit}] / max({sizes}.sum(), 1e-300)",
                    unit=Unit(self.next, (number,)),
                    told=tr("neuron {index} of {id}", index=number, id=self.next),
                )
            )
        title = tr("heard by {id}", id=self.next)
        heads = (tr("weight"), tr("share, %"))
        scale = self.once("scale of listeners", (weight,), lambda: Scale.signed(weight))
        return rows.listed(rect, title, heads, found, scale)
