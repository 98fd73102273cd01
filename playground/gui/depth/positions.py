"""Positional encodings: place by channel as a picture, and how alike a place is to all others."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, Qt

from playground.explain.positions import rotary
from playground.gui.depth._claims import Computed
from playground.gui.depth._marks import Bar, Cells, Claim, Mark, Ramp, Words, figure
from playground.gui.depth._panels import LINE
from playground.gui.depth._sheet_view import Meant
from playground.gui.depth.base import Level, depth_view
from playground.gui.depth.generic import LayerView
from playground.gui.lenses._pictures import Scale
from playground.gui.truth import written
from playground.i18n import mark, tr

TITLES = {
    "sine": mark("waves that are added: a row a position, a column a channel"),
    "learned": mark("learned numbers that are added: a row a position, a column a channel"),
    "rotary": mark("cosine and sine of the angle of each pair: a row a position"),
}
_SHARE = 0.6  # of the height, for the encoding; input and output lie below
_HIGH = 300.0  # px; lower, there is no room for them
_LABEL, _GAP = 26.0, 16.0  # px
_NUMBER = 52.0
_LETTER = 12.0  # px; lower rows have no room for a number


@depth_view("positions-layer", blocks=("positional_encoding",), levels=(Level.LAYER,))
class PositionsLayer(LayerView):
    """The encoding, a bar a position for its product with the chosen one, input and output."""

    def needs(self) -> tuple[str, ...]:
        return ("in/0", "out", *(("param/weight",) if self._kind == "learned" else ()))

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(4, 4, -4, -4)
        if room.height() < _HIGH:
            return self._encoding(room)
        below = QRectF(room)
        below.setTop(room.top() + _SHARE * room.height())
        room.setBottom(below.top() - _GAP)
        return [*self._encoding(room), *self.panels(below)]

    def _panels(self) -> list[tuple[str, np.ndarray, str, str]]:
        """Only input and output: what is learned is the encoding."""
        return [panel for panel in super()._panels() if "/param/" not in panel[2]]

    @property
    def _block(self) -> Any:
        assert self.report is not None  # what is drawn is in the document
        return self.report.block

    @property
    def _kind(self) -> str:
        return self._block.kind if self.report is not None else "sine"

    @property
    def _chosen(self) -> tuple[int, int]:
        """The position, and the channel, that were chosen last."""
        steps, channels = self.values["out"].shape
        place = (*(self.place.cell or self.place.unit), 0, 0)
        return min(place[0], steps - 1), min(place[1], channels - 1)

    def places_of(self, index: tuple[int, ...]) -> list[QRectF]:
        """A number, or the row of a position; and beside it number and bar of its position."""
        told = (mark for mark in self.sheet.marks if isinstance(mark, Bar | Words))
        bars = [mark.rect for mark in told if mark.index == index[:1]]
        if len(index) != 1:
            return [*super().places_of(index), *bars]
        cells = next(m for m in self.sheet.marks if isinstance(m, Computed))
        if index[0] >= len(cells.values):
            return []
        first, last = (cells.cell(index[0], c) for c in (0, cells.values.shape[1] - 1))
        return [first.united(last), *bars]

    def _on_clicked(self, found: Meant) -> None:
        super()._on_clicked(self._whole(found))

    def _on_chosen(self, found: Meant) -> None:
        super()._on_chosen(self._whole(found))

    def _whole(self, found: Meant) -> Meant:
        """A position is one of the channel that was chosen last."""
        is_position = isinstance(found, tuple) and len(found) == 1
        return (found[0], self._chosen[1]) if is_position else found

    # -- the numbers, and what they claim to be --------------------------------------------------

    def _matrix(self) -> np.ndarray:
        """(positions, channels)."""
        out = self.values["out"]
        if self._kind == "learned":
            found: np.ndarray = self.values["param/weight"][: len(out)].astype(float)
            return found
        if self._kind == "rotary":
            return rotary(*out.shape, self._block.num_heads, self._block.base)
        found = out.astype(float) - self.values["in/0"].astype(float)
        return found

    def _row(self, step: int) -> str:
        """All channels of a position."""
        if self._kind == "learned":
            return f't["{self.full("param/weight")}"][{step}].astype(float)'
        if self._kind == "rotary":
            heads = self._block.num_heads
            each = self.values["out"].shape[1] // heads
            angle = f"{step} * {self._block.base!r} ** (np.arange({each // 2}) * 2.0 / -{each})"
            both = f"np.stack([np.cos({angle}), np.sin({angle})], -1).reshape(-1)"
            return f"np.tile({both}, {heads})"
        out, arrived = self.full("out"), self.full("in/0")
        return f'(t["{out}"][{step}].astype(float) - t["{arrived}"][{step}].astype(float))'

    # -- marks -----------------------------------------------------------------------------------

    def _encoding(self, room: QRectF) -> list[Mark]:
        values = self._matrix()
        steps, channels = values.shape
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        wide = 0.6 * room.width() - _LABEL - _GAP
        high = room.height() - 2 * LINE - 4
        width, height = wide / channels, min(high / steps, 26.0)
        width, height = (float(int(n)) if n >= 1 else n for n in (width, height))
        rect = QRectF(
            round(room.left() + _LABEL), round(head.bottom()), width * channels, height * steps
        )
        scale = Scale.signed(values)
        cells = Computed(
            rect,
            values,
            scale,
            "",
            lambda row, column: (row, column),
            f"{self.node}.{self._kind}",
            unit=lambda row, column: (row, column),
            formula=lambda row, column: f"float({self._row(row)}[{column}])",
        )
        head.setWidth(wide + _LABEL)
        title = tr(TITLES[self._kind])
        foot = QRectF(rect.left(), rect.bottom() + 2, wide, LINE)
        left = rect.left() + wide + _GAP
        beside = QRectF(left, room.top(), max(room.right() - left, 20.0), rect.height())
        return [
            Words(head, title, ink="secondary", font="small", told=title),
            *self._places(cells),
            cells,
            Ramp(foot, scale, ""),
            *self._products(beside, cells),
        ]

    def _places(self, cells: Cells) -> list[Mark]:
        """Numbers of positions, as many as can be read, and that of the chosen one."""
        chosen, _ = self._chosen
        height = cells.cell(0, 0).height()
        every = max(1, int(-(-_LETTER // max(height, 0.1))))
        found: list[Mark] = []
        for step in range(len(cells.values)):
            if step != chosen and (step % every or abs(step - chosen) < every):
                continue
            center = cells.cell(step, 0).center().y()
            where = QRectF(cells.rect.left() - _LABEL, center - 7, _LABEL - 4, 14)
            ink = "accent" if step == chosen else "secondary"
            right = Qt.AlignmentFlag.AlignRight
            found.append(Words(where, str(step), ink=ink, font="small", align=right))
        return found

    def _products(self, room: QRectF, cells: Cells) -> list[Mark]:
        """The chosen position times each one: a bar beside the row of each."""
        chosen, _ = self._chosen
        title = tr("product of position {i} with each position", i=chosen)
        head = QRectF(room.left(), room.top(), room.width(), LINE)
        marks: list[Mark] = [Words(head, title, ink="secondary", font="small", told=title)]
        values = cells.values
        products = [float(row @ values[chosen]) for row in values]
        scale = Scale.signed(np.array(products))
        lettered = cells.cell(0, 0).height() >= _LETTER and room.width() > 2 * _NUMBER
        for step, product in enumerate(products):
            row = cells.cell(step, 0)
            bar = QRectF(room.left(), row.top(), room.width(), row.height())
            claim = Claim(formula=f"float({self._row(step)} @ {self._row(chosen)})")
            index = (step,)
            if lettered:
                number = QRectF(bar.left(), bar.top(), _NUMBER, bar.height())
                marks.append(figure(number, product, claim, index=index))
                bar.setLeft(number.right() + 6)
            inset = 2.0 if row.height() > 6 else 0.0
            told = tr("position {i} times position {j}", i=chosen, j=step)
            bar = bar.adjusted(0, inset, 0, -inset)
            marks.append(Bar(bar, product, scale, claim, told=told, index=index))
        foot = QRectF(room.left(), cells.rect.bottom() + 2, room.width(), LINE)
        ends = tr("bars end at {low} and {high}", low=written(scale.low), high=written(scale.high))
        marks.append(Words(foot, ends, ink="secondary", font="small", told=ends))
        return marks
