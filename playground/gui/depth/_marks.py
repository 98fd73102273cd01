"""What a sheet is made of: cells in colours, numbers, words, bars. Each knows what it claims."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.gui.cursor import Unit
from playground.gui.depth._paints import Atlas, hatch, inks_on, paints_of
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.gui.selection import Sample
from playground.gui.theme import Theme
from playground.gui.truth import Reading, written
from playground.gui.widgets.tiles import to_image

Index = tuple[int, ...]

_TEXT_CELL = (38.0, 16.0)  # px; smaller cells have no room for their number
GRID_CELL = 9.0  # px; smaller cells have no lines between them
_LEFT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter
_SPOT = 3  # px from the corner of a cell, where no number hides its colour


@dataclass(frozen=True, slots=True)
class Claim:
    """What a number on the screen is: a place in a tensor, or a formula of tensors.

    Both as in `Reading`: full names of arrays of the snapshot.
    """

    tensor: str = ""
    index: Index = ()
    formula: str = ""
    later: Callable[[], str] | None = None  # makes a formula that is too long to make each time

    def expression(self) -> str:
        """The formula, at hand or made now."""
        return self.formula if self.later is None else self.later()


class Mark:
    """Abstract: one thing that is painted on a sheet."""

    rect: QRectF

    def pieces(self) -> Iterable[Mark]:
        """The marks that stand for it where they are asked one by one: itself, unless many."""
        return (self,)

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        """Draw it, or what of it lies in `clip`."""
        raise NotImplementedError

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        """What it claims; `where` is in px of the sheet."""
        yield from ()

    def covers(self) -> Iterable[QRectF]:
        """Where it hides the colours of others."""
        return ()

    def hit(self, at: QPointF) -> Index | Unit | Sample | None:
        """The unit or number of the block under a point, one of another block, or a sample."""
        return None

    def tip(self, at: QPointF) -> str:
        """What the pointer is told here."""
        return ""


@dataclass(frozen=True, slots=True, eq=False)
class Cells(Mark):
    """A matrix of numbers as colours, with the numbers where there is room.

    Parameters
    ----------
    rect : QRectF
        Where.
    values : np.ndarray, shape (H, W)
        The numbers.
    scale : Scale
        How they become colours.
    tensor : str
        The array that they are from.
    place : callable
        Row and column -> index in that array.
    name : str
        What the pointer is told before the index: "hidden.weight".
    unit : callable or None
        Row and column -> the unit of a block that a click or the pointer means; None: no unit.
    digits : int
        Of the numbers.
    atlas, number : Atlas or None, int
        The picture of these and other numbers, where there is one, and which of its maps they are.
    """

    rect: QRectF
    values: np.ndarray
    scale: Scale
    tensor: str
    place: Callable[[int, int], Index]
    name: str = ""
    unit: Callable[[int, int], Index] | None = None
    digits: int = 2
    atlas: Atlas | None = None
    number: int = 0

    def cell(self, row: int, column: int) -> QRectF:
        """Where a number is painted."""
        r, (height, width) = self.rect, self.values.shape
        w, h = r.width() / width, r.height() / height
        return QRectF(r.x() + column * w, r.y() + row * h, w, h)

    def at(self, spot: QPointF) -> tuple[int, int] | None:
        """Row and column under a point."""
        if not self.values.size or not self.rect.contains(spot):
            return None
        height, width = self.values.shape
        row = int((spot.y() - self.rect.top()) / self.rect.height() * height)
        column = int((spot.x() - self.rect.left()) / self.rect.width() * width)
        return min(row, height - 1), min(column, width - 1)

    def hit(self, at: QPointF) -> Index | None:
        found = self.at(at)
        return self.unit(*found) if found is not None and self.unit is not None else None

    def tip(self, at: QPointF) -> str:
        found = self.at(at)
        if found is None:
            return ""
        index = ", ".join(str(i) for i in self.place(*found))
        return f"{self.name}[{index}] = {written(float(self.values[found]), 4)}"

    @property
    def lettered(self) -> bool:
        """Whether there is room for the numbers."""
        if not self.values.size:
            return False
        cell = self.cell(0, 0)
        return cell.width() >= _TEXT_CELL[0] and cell.height() >= _TEXT_CELL[1]

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.values.size or not self.rect.intersects(clip):
            return
        height, width = self.values.shape
        w, h = self.rect.width() / width, self.rect.height() / height
        lettered = w >= _TEXT_CELL[0] and h >= _TEXT_CELL[1]
        if self.atlas is not None:
            self.atlas.draw(painter, self.rect, theme, self.number)
            rgba = self._colours(theme) if lettered or not self.atlas.finite else None
        else:
            rgba = self._colours(theme)
            if rgba.size > 4:
                painter.drawImage(self.rect, to_image(rgba))
            elif rgba[0, 0, 3]:
                painter.fillRect(self.rect, QColor(*rgba[0, 0].tolist()))
        missing = () if rgba is None or rgba[..., 3].all() else np.argwhere(rgba[..., 3] == 0)
        for row, column in missing:
            hatch(painter, self.cell(int(row), int(column)), look)
        if (height > 1 or width > 1) and min(w, h) >= GRID_CELL:
            self._lines(painter, look)
        if lettered and rgba is not None:
            self._letters(painter, look, rgba)

    def _letters(self, painter: QPainter, look: Look, rgba: np.ndarray) -> None:
        """The numbers, all of one ink after the other."""
        paints, cell = paints_of(look), self.cell(0, 0)
        painter.setFont(paints.font("number"))
        x, y, w, h = cell.x(), cell.y(), cell.width(), cell.height()
        inks = inks_on(rgba, look.tokens.ink).tolist()
        texts = [[paints.fitting(v, self.digits, w) for v in row] for row in self.values.tolist()]
        for ink in sorted({ink for row in inks for ink in row}):
            painter.setPen(paints.colour(ink))
            for row, (own, line) in enumerate(zip(inks, texts, strict=True)):
                for column, text in enumerate(line):
                    if own[column] == ink:
                        place = QRectF(x + column * w, y + row * h, w, h)
                        paints.write(painter, place, text, "number", _CENTRE)

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        if not self.values.size:
            return
        rgba = self._colours(theme)
        for (row, column), _value in np.ndenumerate(self.values):
            cell, colour = self.cell(row, column), rgba[row, column]
            spot = cell.topLeft().toPoint()
            side = max(1, min(2 * _SPOT, int(cell.width()) - 2, int(cell.height()) - 2))
            yield Reading(
                view=view,
                where=QRect(spot.x() + 1, spot.y() + 1, side, side),
                tensor=self.tensor,
                index=self.place(row, column),
                colour=tuple(int(c) for c in colour[:3]) if colour[3] else (),
                scale=self.scale,
            )
        if self.lettered:
            yield from self._numbers(view, look)

    def _numbers(self, view: str, look: Look) -> Iterator[Reading]:
        paints = paints_of(look)
        for (row, column), value in np.ndenumerate(self.values):
            cell = self.cell(row, column)
            digits = paints.digits(float(value), self.digits, cell.width())
            if digits is None:
                continue
            yield Reading(
                view=view,
                where=cell.toRect(),
                tensor=self.tensor,
                index=self.place(row, column),
                text=written(float(value), digits),
                digits=digits,
            )

    def _colours(self, theme: Theme) -> np.ndarray:
        """RGBA; what is no finite number is transparent: it is hatched."""
        if self.atlas is not None:
            return self.atlas.colours(theme, self.number)
        return self.scale.colours(theme, self.values)

    def _lines(self, painter: QPainter, look: Look) -> None:
        height, width = self.values.shape
        painter.setPen(paints_of(look).pen("panel"))
        x0, y0, x1, y1 = self.rect.getCoords()  # type: ignore[attr-defined]
        w, h = self.rect.width() / width, self.rect.height() / height
        upright = [x0 + column * w for column in range(1, width)]
        level = [y0 + row * h for row in range(1, height)]
        lines = [QLineF(x, y0, x, y1) for x in upright]
        painter.drawLines(lines + [QLineF(x0, y, x1, y) for y in level])


@dataclass(slots=True, eq=False)
class Words(Mark):
    """A text, or a number with what it claims to be.

    `text` of a number is made by `figure`, so that it is written in one way everywhere.
    Nobody changes one; it is not frozen because a frozen one takes four times as long to make.
    """

    rect: QRectF
    text: str
    claim: Claim | None = None
    digits: int = 2
    ink: str = "ink"  # a colour of the theme
    font: str = "text"  # a font of `Look`
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    index: Index | Unit | None = None  # the unit that a click means
    told: str = ""

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        paints, font = paints_of(look), self.font
        painter.setFont(paints.fonts[font])
        painter.setPen(paints.colour(self.ink))
        paints.write(painter, self.rect, self.text, font, self.align)

    def hit(self, at: QPointF) -> Index | Unit | None:
        return self.index if self.rect.contains(at) else None

    def tip(self, at: QPointF) -> str:
        return self.told if self.rect.contains(at) else ""

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        if self.claim is not None:
            yield Reading(
                view=view,
                where=self.rect.toRect(),
                tensor=self.claim.tensor,
                index=self.claim.index,
                formula=self.claim.expression(),
                text=self.text,
                digits=self.digits,
            )


def figure(rect: QRectF, value: float, claim: Claim, digits: int = 2, **looks: object) -> Words:
    """A number on a sheet."""
    looks = {"font": "number", "align": Qt.AlignmentFlag.AlignRight, **looks}
    return Words(rect, written(value, digits), claim, digits, **looks)  # type: ignore[arg-type]


@dataclass(slots=True, eq=False)
class Bar(Mark):
    """A number as a length from a zero line: to the right or up, or the other way below 0."""

    rect: QRectF  # the whole room: its end is the end of the scale
    value: float
    scale: Scale
    claim: Claim
    upright: bool = False
    told: str | Callable[[], str] = ""  # made when the pointer is there, where there are many
    index: Index | Unit | Sample | None = None  # what a click means
    colour: str = ""  # of the theme; "" for positive and negative

    @property
    def share(self) -> float:
        """Signed part of the full length; NaN for no number."""
        share = float(self.value) / self.scale.high
        return share if math.isnan(share) else min(max(share, -1.0), 1.0)

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        if not math.isfinite(self.value):
            hatch(painter, self.rect, look)
            return
        paints = paints_of(look)
        name = self.colour or ("negative" if self.value < 0 else "positive")
        filled, zero = self._parts()
        painter.fillRect(filled, paints.colour(name))
        painter.setPen(paints.pen("line"))
        painter.drawLine(zero)

    def _parts(self) -> tuple[QRectF, QLineF]:
        """What is filled, and the zero line."""
        x, y, w, h = self.rect.getRect()  # type: ignore[attr-defined]
        share, signed = self.share, self.scale.low < 0
        if self.upright:
            zero = y + h / 2 if signed else y + h
            tall = abs(share) * (h / 2 if signed else h)
            top = zero - tall if share > 0 else zero
            return QRectF(x, top, w, tall), QLineF(x, zero, x + w, zero)
        zero = x + w / 2 if signed else x
        wide = abs(share) * (w / 2 if signed else w)
        return QRectF(zero - wide if share < 0 else zero, y, wide, h), QLineF(zero, y, zero, y + h)

    def hit(self, at: QPointF) -> Index | Unit | Sample | None:
        return self.index if self.rect.contains(at) else None

    def tip(self, at: QPointF) -> str:
        if not self.rect.contains(at):
            return ""
        return self.told if isinstance(self.told, str) else self.told()

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        finite = np.isfinite(self.value)
        yield Reading(
            view=view,
            where=self.rect.toRect(),
            tensor=self.claim.tensor,
            index=self.claim.index,
            formula=self.claim.expression(),
            scale=self.scale,
            length=self.share if finite else None,
            colour=None if finite else (),
        )


@dataclass(slots=True, eq=False)
class Drawing(Mark):
    """Something that claims no number: a frame, a line, an arrow."""

    rect: QRectF
    draw: Callable[[QPainter, Look], None] = field(repr=False)
    over: QRectF = field(default_factory=QRectF)  # what of other marks cannot be seen for it

    def covers(self) -> Iterable[QRectF]:
        return (self.over,)

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if self.rect.intersects(clip):
            painter.save()
            self.draw(painter, look)
            painter.restore()


@dataclass(slots=True, eq=False)
class Ramp(Mark):
    """The range of a colour scale, stated: its colours between its two ends."""

    rect: QRectF
    scale: Scale
    label: str

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        paints = paints_of(look)
        painter.setFont(paints.font("small"))
        painter.setPen(paints.colour("secondary"))
        x, r = self.rect.left(), self.rect
        low, high = written(self.scale.low, 2), written(self.scale.high, 2)
        for text in (self.label, low):
            if x > r.left() or text == self.label:
                room = QRectF(x, r.top(), r.right() - x, r.height())
                paints.set(painter, room, text, "small", _LEFT)
            x += paints.width("small", text) + 6
        strip = QRectF(x, r.center().y() - 4, max(min(64.0, r.right() - x - 40), 12.0), 8)
        paints.draw_ramp(painter, strip, self.scale, theme)
        end = QRectF(strip.right() + 6, r.top(), 60, r.height())
        paints.set(painter, end, high, "small", _LEFT)
