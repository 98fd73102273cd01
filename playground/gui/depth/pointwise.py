"""One number of a block that mixes little: tanh(0.51) = 0.47, with the function drawn below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, Qt

from playground.blocks.base import Block
from playground.explain import activation
from playground.explain.base import Derived, Number, Ref
from playground.explain.pointwise import BLOCKS, statement
from playground.gui.cursor import Unit
from playground.gui.depth._around import sources
from playground.gui.depth._curve import curve
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Claim, Mark, Words, figure
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth.base import Level, Probe, depth_view
from playground.gui.truth import MINUS
from playground.i18n import tr

_MOST, _WIDEST = 340.0, 640.0  # px; the drawn function gets no larger
_LINE = 18.0
_DIGITS = 3  # a quotient of small numbers cannot be followed with fewer
_FLIPPED = {"+": MINUS, "−": "+"}  # before a number below zero
_LEFT = Qt.AlignmentFlag.AlignLeft


@depth_view("pointwise", levels=(Level.ARITHMETIC,))
class PointwiseView(SheetView):
    """The statement of one number; of an activation also its curve, and its slope there."""

    @classmethod
    def suits(cls, block: Block, level: Level) -> bool:
        """Blocks whose numbers come about in one line."""
        return type(block).key in BLOCKS

    def needs(self) -> tuple[str, ...]:
        return ("out", "in/0")

    def probes(self) -> Iterable[Probe]:
        return (self.inside(),)

    @property
    def kind(self) -> str:
        """Key of the block; "muted" for one that hands its input on."""
        found = self.report
        return "" if found is None else "muted" if found.node.muted else found.node.block

    @property
    def params(self) -> dict[str, object]:
        """Parameters of the block, those that are not written down too."""
        found = self.report
        return found.block.model_dump() if found is not None and found.block is not None else {}

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 6, -6, -6)
        formula = Formula(room, self.sheet.look, self._claim, self._told, self._unit)
        pieces = statement(self.kind, self.params, self.values, self.place.cell)
        last = len(pieces) - 1
        for place, piece in enumerate(pieces):
            behind = pieces[place + 1] if place < last else None
            if isinstance(piece, str):
                flip = piece in _FLIPPED and isinstance(behind, Number) and behind.value < 0
                sign = _FLIPPED[piece] if flip else piece
                formula.sign(sign, "ink" if piece.isalpha() else "secondary")
            elif isinstance(piece, Derived):
                full = piece.formula.replace('t["', f't["inside/{self.node}/')
                formula.derived(piece.value, full, digits=_DIGITS)
            elif pieces[place - 1 : place] and pieces[place - 1] in _FLIPPED:
                formula.magnitude(piece, digits=_DIGITS)  # its sign has been set
            else:
                formula.number(piece, bold=place == last, digits=_DIGITS)
        rest = QRectF(room)
        rest.setTop(formula.bottom + 12)
        return [*formula.marks, *self._notes(rest)]

    def words(self) -> str:
        return " ".join(mark.text for mark in self.sheet.marks if isinstance(mark, Words))

    def _notes(self, rect: QRectF) -> list[Mark]:
        if self.kind in activation.FUNCTIONS:
            return self._curve(rect)
        passing = {
            "dropout": tr("While it is measured, Dropout lets every number through."),
            "flatten": tr("The same numbers in the same order: only the axes are gone."),
            "reshape": tr("The same numbers in the same order: only the axes are others."),
            "muted": tr("Muted: it passes its input through unchanged."),
        }
        said = passing.get(self.kind, "")
        if self.kind == "features" and self.report is not None and self.report.block is not None:
            symbol = self.report.block.unit_names()[self.place.cell[0]]
            said = tr("{symbol}: a function of the data that needs no weights.", symbol=symbol)
        place = QRectF(rect.left(), rect.top(), rect.width(), _LINE)
        return [Words(place, said, ink="secondary", told=said)] if said else []

    def _curve(self, rect: QRectF) -> list[Mark]:
        """The function around the number, the place it is at, and how steep it is there."""
        x, y = (
            float(self.values["in/0"][self.place.cell]),
            float(self.values["out"][self.place.cell]),
        )
        if not np.isfinite([x, y]).all() or rect.height() < 60 + _LINE:
            return []
        slope = activation.slope(self.kind, self.params, x)
        x_name, at = self.full("in/0"), ", ".join(map(str, self.place.cell))
        formula = f'slope("{self.kind}", {self.params!r}, float(t["{x_name}"][{at}]))'
        steep = figure(QRectF(), slope, Claim(formula=formula), align=_LEFT)
        marks: list[Mark] = []
        left = rect.left()
        for text, font in (
            (tr("slope here"), "text"),
            (steep.text, "number"),
            (tr("= the share of a gradient that gets through"), "text"),
        ):
            wide = self.sheet.look.width(getattr(self.sheet.look, font), text) + 2
            place = QRectF(left, rect.top(), min(wide, max(rect.right() - left, 10)), _LINE)
            mine = font == "number"
            marks.append(
                replace(steep, rect=place)
                if mine
                else Words(place, text, ink="secondary", told=text)
            )
            left += wide + 6
        room = QRectF(rect.left(), rect.top() + _LINE + 8, min(rect.width(), _WIDEST), 0)
        room.setBottom(min(rect.bottom(), room.top() + _MOST))
        return [*marks, *curve(room, self.kind, self.params, (x, y))]

    def _claim(self, ref: Ref) -> Claim:
        return Claim(self.full(ref.tensor), ref.index)

    def _told(self, ref: Ref) -> str:
        index = ", ".join(map(str, ref.index))
        if ref.tensor.startswith("in/"):
            return tr("output [{index}] of {id}", index=index, id=self._source(ref))
        name = ref.tensor.rpartition("/")[2]
        return f"{self.node}[{index}]" if name == "out" else f"{self.node}.{name}[{index}]"

    def _unit(self, ref: Ref) -> Unit | None:
        if ref.tensor.startswith("in/"):
            return Unit(self._source(ref), ref.index)
        return Unit(self.node, ref.index) if ref.tensor == "out" else None

    def _source(self, ref: Ref) -> str:
        found = sources(self.context.document.report, self.node)
        number = int(ref.tensor[3:])
        return found[number] if number < len(found) else ""
