"""A formula with the numbers in it, set in lines like words; every number knows what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt

from playground.explain.base import Number, Ref, Sum
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Claim, Mark, Words
from playground.gui.depth._paints import paints_of
from playground.gui.graph.style import Look
from playground.gui.truth import MINUS, written
from playground.i18n import tr

LINE = 22.0  # px; height of a line
_LEFT = Qt.AlignmentFlag.AlignLeft


class Formula:
    """Sets signs and numbers one after the other, and breaks lines between them.

    Parameters
    ----------
    rect : QRectF
        The room; lines below it are left out by the caller, who sees `bottom`.
    look : Look
        Fonts.
    claim, told, unit : callable
        Place of a number -> what it claims, what the pointer is told, which unit lights up.
    """

    def __init__(
        self,
        rect: QRectF,
        look: Look,
        claim: Callable[[Ref], Claim],
        told: Callable[[Ref], str],
        unit: Callable[[Ref], Unit | None],
    ) -> None:
        self.rect, self.look = rect, look
        self.claim, self.told, self.unit = claim, told, unit
        self.marks: list[Mark] = []
        self._x, self._y = rect.left(), rect.top()

    @property
    def bottom(self) -> float:
        """Where the next thing can stand."""
        return self._y + LINE

    def sign(self, text: str, ink: str = "secondary") -> Formula:
        """An operator, a bracket, the name of a function."""
        self.marks.append(Words(self._place(text, "number"), text, ink=ink, font="number"))
        return self

    def number(self, value: Number, *, bold: bool = False, digits: int = 2) -> Formula:
        """A number; a negative one bears its sign."""
        assert value.ref is not None  # numbers of a formula stand in tensors
        return self._write(value.value, self.claim(value.ref), value.ref, bold, digits)

    def derived(self, value: float, formula: str, told: str = "", digits: int = 2) -> Formula:
        """A number that stands in no tensor."""
        text = written(value, digits)
        rect = self._place(text, "number")
        claim = Claim(formula=formula)
        self.marks.append(Words(rect, text, claim, digits, font="number", told=told))
        return self

    def sum(self, total: Sum, rest: str) -> Formula:
        """All terms with their signs; what is left out is one number, claimed to be `rest`."""
        for place, term in enumerate(total.terms):
            first, *others = term.factors
            plus = place > 0
            if plus:
                self.sign("+" if not _negative(first.value) else MINUS)
            if plus:
                self.magnitude(first)
            else:
                self.number(first)
            for factor in others:
                self.sign("·").number(factor)
        if total.left_out:
            negative = _negative(total.rest)
            self.sign(MINUS if negative else "+")
            part = f"-({rest})" if negative else rest
            self.derived(abs(total.rest), part)
            self.sign(tr("({n} smaller terms)", n=total.left_out))
        return self

    def magnitude(self, value: Number, digits: int = 2) -> Formula:
        """A number behind a sign that is set already: without its own."""
        assert value.ref is not None  # numbers of a formula stand in tensors
        claim = self.claim(value.ref)
        if _negative(value.value):
            at = ", ".join(map(str, claim.index))
            claim = Claim(formula=f't["{claim.tensor}"][{at}] * -1.0')
            return self._write(-value.value, claim, value.ref, False, digits)
        return self._write(value.value, claim, value.ref, False, digits)

    def _write(self, value: float, claim: Claim, ref: Ref, bold: bool, digits: int) -> Formula:
        text, font = written(value, digits), "bold_number" if bold else "number"
        rect = self._place(text, font)
        unit, told = self.unit(ref), self.told(ref)
        self.marks.append(Words(rect, text, claim, digits, "ink", font, _LEFT, unit, told))
        return self

    def _place(self, text: str, font: str) -> QRectF:
        width = paints_of(self.look).width(font, text)
        if self._x + width > self.rect.right() and self._x > self.rect.left():
            self._x, self._y = self.rect.left() + 18, self._y + LINE
        rect = QRectF(self._x, self._y, width + 1, LINE)
        self._x += width + 5
        return rect

    def new_line(self) -> Formula:
        """Go on in the next line."""
        self._x, self._y = self.rect.left(), self._y + LINE
        return self


def _negative(value: float) -> bool:
    return value < 0
