"""Rows of numbers with their bars, set one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from playground.gui.depth._marks import Bar, Claim, Mark, Words, figure
from playground.gui.lenses._pictures import Scale

ROW = 17.0  # px
NAME, NUMBER = 58.0, 48.0  # px of a name, of a number
_PLACE = 30.0  # px of the number of a feature
_SMALL = 3.0  # px from a row's edge to its bar


class Rows:
    """Sets rows from the top of a rectangle; `bottom` says where the next one stands."""

    def __init__(self, rect: QRectF) -> None:
        self.rect, self.bottom = rect, rect.top()
        self.marks: list[Mark] = []

    def gap(self) -> None:
        """Some room."""
        self.bottom += 6

    def whole(self) -> QRectF:
        """The next row, as wide as there is room."""
        return QRectF(self.rect.left(), self.bottom, self.rect.width(), ROW)

    def line(self, text: str, ink: str = "ink") -> None:
        """A sentence."""
        self.marks.append(Words(self.whole(), text, ink=ink, font="small", told=text))
        self.bottom += ROW

    def heads(self, texts: Sequence[str], rects: Sequence[QRectF]) -> None:
        """Titles over columns: the first on its left, the others over the ends of the numbers."""
        for place, (text, rect) in enumerate(zip(texts, rects, strict=True)):
            wide = rect if place else rect.adjusted(0, 0, 20, 0)
            align = {"align": figure(rect, 0.0, Claim()).align} if place else {}
            self.marks.append(Words(wide, text, ink="secondary", font="small", **align))
        self.bottom += ROW - 2

    def triples(self) -> list[tuple[QRectF, QRectF]]:
        """Number and bar of three columns behind the place of a name."""
        each = (self.rect.width() - _PLACE) / 3
        found = []
        for n in range(3):
            x = self.rect.left() + _PLACE + n * each
            number = QRectF(x, self.bottom, NUMBER, ROW)
            width = max(each - NUMBER - 10, 4.0)
            found.append((number, self.bar_in(QRectF(x + NUMBER + 4, self.bottom, width, ROW))))
        return found

    def place(self) -> QRectF:
        """Where the name of a row of three columns stands."""
        return QRectF(self.rect.left(), self.bottom, _PLACE, ROW)

    def pairs(self) -> list[QRectF]:
        """Name, number and bar, number and bar."""
        bar = max(18.0, min(60.0, (self.rect.width() - NAME - 3 * NUMBER) / 4))
        widths = (NAME, NUMBER, bar, NUMBER)
        found, x = [], self.rect.left()
        for width in widths:
            found.append(QRectF(x, self.bottom, width, ROW))
            x += width + 5
        return [*found, QRectF(x, self.bottom, max(self.rect.right() - x, 4.0), ROW)]

    @staticmethod
    def bar_in(rect: QRectF) -> QRectF:
        """Where a bar lies in a place of a row."""
        return rect.adjusted(0, _SMALL, 0, -_SMALL)

    def three(
        self,
        name: str,
        values: Sequence[float],
        claims: Sequence[Claim],
        scales: Sequence[Scale],
    ) -> None:
        """Three numbers, each with its bar."""
        self.marks.append(Words(self.place(), name, ink="secondary", font="small_number"))
        columns = zip(self.triples(), values, claims, scales, strict=True)
        for (number, bar), value, claim, scale in columns:
            self.marks += [figure(number, value, claim), Bar(bar, value, scale, claim)]
        self.bottom += ROW

    def total(self, name: str, value: float, formula: str, bold: bool = False) -> None:
        """A line below: a name, and a number under the last of three columns."""
        number = self.triples()[2][0]
        rect = self.whole()
        rect.setRight(number.left())
        ink, font = ("ink", "bold_number") if bold else ("secondary", "number")
        self.marks.append(Words(rect, name, ink=ink, font="small", told=name))
        self.marks.append(figure(number, value, Claim(formula=formula), font=font))
        self.bottom += ROW
