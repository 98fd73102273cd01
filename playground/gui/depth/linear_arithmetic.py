"""One number of a fully connected layer, term by term: tanh(0.80·0.51 − 1.20·0.33) = 0.01."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from playground.explain import activation
from playground.explain.base import Number, Ref, Sum
from playground.gui.depth._curve import curve
from playground.gui.depth._dense import Dense
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Claim, Mark, Words
from playground.gui.depth._terms import Terms
from playground.gui.depth.base import Level, depth_view
from playground.i18n import tr

_CURVE, _NOTE = (560.0, 260.0), 18.0  # px; largest plot of the activation, the line below it
_FORMULA = 9  # products that the formula shows; the rows show as many as fit


@depth_view("linear-arithmetic", blocks=("linear",), levels=(Level.ARITHMETIC,))
class LinearArithmetic(Dense):
    """The formula with the numbers in it, and below every term with where it comes from."""

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 4, -6, -4)
        formula = Formula(room, self.sheet.look, self.claim, self.told, self.unit_of)
        self._write(formula)
        top = formula.bottom + 10
        rest = QRectF(room.left(), top, room.width(), max(room.bottom() - top, 0))
        return [*formula.marks, *self._rows(rest)]

    def words(self) -> str:
        if "param/weight" not in self.values:
            return ""
        return ". ".join(
            mark.told + " " + mark.text if mark.told else mark.text
            for mark in self.sheet.marks
            if isinstance(mark, Words) and mark.font == "bold_number"
        )

    def _write(self, formula: Formula) -> None:
        """Function of a sum = result; a layer without an activation has no function."""
        total = self.sum(_FORMULA)
        after = self.after_values()
        if after is not None:
            formula.sign(self.function.lower(), "ink").sign("(")
        formula.sum(total, self._rest(total))
        if after is not None:
            formula.sign(")").sign("=")
            result = float(after[self.cell])
            claim = Claim(f"inside/{self.after}/out", self.cell)
            told = f"{self.after}[{_list(self.cell)}]"
            formula.claim, formula.told = (lambda _ref: claim), (lambda _ref: told)
            formula.number(Number(result, Ref("out", self.cell)), bold=True)
        else:
            formula.sign("=").number(total.total, bold=True)

    def _rows(self, rect: QRectF) -> list[Mark]:
        terms = Terms(rect, self.claim, self.told, self.unit_of)
        terms.head(("", tr("weight"), tr("input"), tr("product")))
        after = self.after_values()
        bias = "param/bias" in self.values
        most = terms.rows_that_fit() - bias - (1 if after is None else 2)
        count = self.values["param/weight"].shape[1]
        most = count if count <= most else max(1, most - 1)  # a row for what is left out
        total = self.sum(most)
        terms.add(total, self._rest(total))
        assert total.total.ref is not None  # a number of the output
        told = self.told(total.total.ref)
        name = tr("sum = output [{index}]", index=_list(self.cell))
        terms.total(name, total.total.value, self.claim(total.total.ref), told, after is None)
        if after is not None:
            claim = Claim(f"inside/{self.after}/out", self.cell)
            told = f"{self.after}[{_list(self.cell)}]"
            name = tr("{function} of it", function=self.function)
            terms.total(name, float(after[self.cell]), claim, told)
        left = QRectF(rect)
        left.setTop(terms.bottom + 10)
        return [*terms.marks, *self._curve(left, total.total.value)]

    def _curve(self, rect: QRectF, z: float) -> list[Mark]:
        """Where there is room: the activation behind, with and without the bias."""
        after = self.after_values()
        found = self.context.document.report.blocks.get(self.after)
        if after is None or found is None or found.block is None:
            return []
        bias = self.values.get("param/bias")
        kind, params = found.node.block, found.block.model_dump()
        if kind not in activation.FUNCTIONS:
            return []
        room = QRectF(rect.left(), rect.top(), min(rect.width(), _CURVE[0]), 0)
        room.setBottom(min(rect.bottom(), rect.top() + _CURVE[1]) - _NOTE)
        without = z - float(bias[self.cell[-1]]) if bias is not None else None
        drawn = curve(room, kind, params, (z, float(after[self.cell])), without)
        note = QRectF(rect.left(), room.bottom() + 2, rect.width(), _NOTE)
        said = tr("Ring: the sum without its bias. The bias moves it to the point.")
        words = [Words(note, said, ink="secondary", font="small", told=said)]
        return [*drawn, *(words if drawn and bias is not None else [])]

    def _rest(self, total: Sum) -> str:
        """The sum of the terms that are not shown, as a claim; "" where all are."""
        if not total.left_out:
            return ""
        shown = [
            t.factors[0].ref.index[-1]
            for t in total.terms
            if t.factors[0].ref is not None and len(t.factors) == 2
        ]
        weight, x = self.full("param/weight"), self.full("in/0")
        lead = "".join(f"[{i}]" for i in self.lead)
        products = f't["{weight}"][{self.cell[-1]}].astype(float) * t["{x}"]{lead}'
        return f"np.delete({products}, {shown}).sum()"


def _list(index: tuple[int, ...]) -> str:
    return ", ".join(map(str, index))
