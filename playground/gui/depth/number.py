"""One number of a block that has no formula here: what it is, and all that it can come from."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from playground.explain.base import Number, Ref
from playground.gui.cursor import Unit
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Claim, Mark, Words
from playground.gui.depth.base import Level, depth_view
from playground.gui.depth.generic import LayerView
from playground.i18n import tr

_LINE = 18.0  # px


@depth_view("number", levels=(Level.ARITHMETIC,))
class NumberView(LayerView):
    """Its name and its value, where it is from in words, and the tensors around it."""

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 6, -6, -4)
        cell = self.place.cell
        formula = Formula(
            room,
            self.sheet.look,
            lambda ref: Claim(self.full(ref.tensor), ref.index),
            lambda _ref: self._name(),
            lambda ref: Unit(self.node, ref.index),
        )
        value = float(self.values["out"][cell])
        formula.sign(self._name(), "ink").sign("=")
        formula.number(Number(value, Ref("out", cell)), bold=True, digits=4)
        said = self._said()
        line = QRectF(room.left(), formula.bottom + 4, room.width(), _LINE)
        rest = room.adjusted(0, line.bottom() + 6 - room.top(), 0, 0)
        return [*formula.marks, Words(line, said, ink="secondary", told=said), *self.panels(rest)]

    def words(self) -> str:
        if "out" not in self.values:
            return ""
        value = float(self.values["out"][self.place.cell])
        return f"{self._name()} = {value:.4g}. {self._said()}"

    def _name(self) -> str:
        return f"{self.node}[{', '.join(map(str, self.place.cell))}]"

    def _said(self) -> str:
        """Where such a number is from."""
        key = self.report.node.block if self.report is not None else ""
        if key == "input":
            return tr("Read from the data: no block has calculated it.")
        if key == "noise":
            return tr("Drawn at random, from a normal distribution of mean 0 and deviation 1.")
        if key == "time_embedding":
            return tr("A wave of the time t: how many steps of noise the sample has had.")
        return tr("There is no formula for it here: all that enters the block is below.")
