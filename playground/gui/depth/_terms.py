"""The terms of a sum in rows: factors, product, and how much of the sum it is, as a bar."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt

from playground.explain.base import Ref, Sum, Term
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Bar, Claim, Mark, Words, figure
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

ROW = 20.0  # px
_NAME, _NUMBER, _SIGN = 92.0, 54.0, 16.0  # px; widths of columns
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Terms:
    """Sets rows from the top of a rectangle; `bottom` says where the next thing can stand."""

    def __init__(
        self,
        rect: QRectF,
        claim: Callable[[Ref], Claim],
        told: Callable[[Ref], str],
        unit: Callable[[Ref], Unit | None],
    ) -> None:
        self.rect, self.bottom = rect, rect.top()
        self.claim, self.told, self.unit = claim, told, unit
        self.marks: list[Mark] = []

    def rows_that_fit(self) -> int:
        """Rows there is room for."""
        return max(0, int((self.rect.bottom() - self.bottom) // ROW))

    def head(self, texts: tuple[str, ...]) -> None:
        """Titles over name, first factor, second factor, product."""
        rects = self._columns()
        for rect, text in zip((rects[0], rects[1], rects[3], rects[5]), texts, strict=False):
            align = Qt.AlignmentFlag.AlignRight if rect is not rects[0] else _left()
            self.marks.append(Words(rect, text, ink="secondary", font="small", align=align))
        self.bottom += ROW

    def add(self, total: Sum, rest: str) -> None:
        """All terms of a sum, what is left out, a line, and the total."""
        values = [abs(t.value) for t in total.terms if math.isfinite(t.value)]
        values += [abs(total.rest)] if math.isfinite(total.rest) else []
        peak = max(values, default=0.0) or 1.0
        scale = Scale(-peak, peak)
        for term in total.terms:
            self._term(term, scale)
        if total.left_out:
            rects = self._columns()
            said = tr("{n} smaller terms", n=total.left_out)
            wide = QRectF(rects[0].left(), self.bottom, _NAME + _NUMBER + _SIGN, ROW)
            self.marks.append(Words(wide, said, ink="secondary"))
            self._product(rects, total.rest, Claim(formula=rest), scale, said, None)
            self.bottom += ROW

    def total(self, name: str, value: float, claim: Claim, told: str, bold: bool = True) -> None:
        """The line below the terms."""
        rects = self._columns()
        font = "bold_number" if bold else "number"
        wide = QRectF(rects[0].left(), self.bottom, _NAME + 2 * _NUMBER + 2 * _SIGN, ROW)
        self.marks.append(Words(wide, name, ink="ink", told=told))
        self.marks.append(figure(rects[5], value, claim, 2, font=font, told=told))
        self.bottom += ROW

    def _term(self, term: Term, scale: Scale) -> None:
        rects = self._columns()
        refs = [f.ref for f in term.factors if f.ref is not None]
        last = refs[-1]
        unit, told = self.unit(last), self.told(last)
        self.marks.append(
            Words(
                rects[0],
                _short(last, told),
                ink="secondary",
                font="small_number",
                index=unit,
                told=told,
            )
        )
        if len(term.factors) == 1:
            self._product(rects, term.value, self.claim(last), scale, told, unit)
        else:
            for rect, factor in zip((rects[1], rects[3]), term.factors, strict=False):
                assert factor.ref is not None  # factors stand in tensors
                told = self.told(factor.ref)
                mark = figure(rect, factor.value, self.claim(factor.ref), told=told, index=unit)
                self.marks.append(mark)
            for rect, sign in ((rects[2], "×"), (rects[4], "=")):
                self.marks.append(Words(rect, sign, ink="secondary", align=_CENTRE))
            claims = [self.claim(f) for f in refs]
            formula = " * ".join(f"float({_get(c)})" for c in claims)
            self._product(rects, term.value, Claim(formula=formula), scale, told, unit)
        self.bottom += ROW

    def _product(
        self,
        rects: list[QRectF],
        value: float,
        claim: Claim,
        scale: Scale,
        told: str,
        unit: Unit | None,
    ) -> None:
        self.marks.append(figure(rects[5], value, claim, told=told, index=unit))
        if rects[6].width() > 24:
            bar = rects[6].adjusted(0, 4, 0, -4)
            self.marks.append(Bar(bar, value, scale, claim, told=told, index=unit))

    def _columns(self) -> list[QRectF]:
        """Name, first factor, times, second factor, equals, product, bar."""
        found, x = [], self.rect.left()
        name = min(_NAME, max(40.0, self.rect.width() - 3 * _NUMBER - 2 * _SIGN))
        for width in (name, _NUMBER, _SIGN, _NUMBER, _SIGN, _NUMBER):
            found.append(QRectF(x, self.bottom, width, ROW))
            x += width
        room = max(0.0, min(self.rect.right() - x - 12, 220.0))
        return [*found, QRectF(x + 12, self.bottom, room, ROW)]


def _get(claim: Claim) -> str:
    return f't["{claim.tensor}"][{", ".join(map(str, claim.index))}]'


def _short(ref: Ref, told: str) -> str:
    """How a row is called: the index of its input, or the word of the parameter."""
    if ref.tensor.startswith("in/"):
        return "x[{}]".format(", ".join(map(str, ref.index)))
    return ref.tensor.rpartition("/")[2] if ref.tensor.startswith("param/") else told


def _left() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft
