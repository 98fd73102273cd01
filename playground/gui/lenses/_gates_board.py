"""Strips of a recurrent layer, one below the other: a column a step, a row a unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.gui.depth._marks import Cells, Drawing, Index, Mark, Ramp, Words
from playground.gui.graph.style import Look
from playground.gui.lenses._gates_answer import Answer
from playground.gui.lenses._gates_state import NAMES, Cell, Layer, scale_of
from playground.gui.lenses._gates_words import Piece, pieces
from playground.gui.truth import written
from playground.i18n import tr

_LINE = 14.0  # px of a title, and of the names of the steps
_LEAST_ROW, _LEAST_COLUMN = 2.0, 3.0  # px; units and steps are left out before they get smaller
_TALLEST = 20.0  # px of a row
_HIGH = 44.0  # px of a strip that is high enough
_NARROWEST, _BETWEEN = 165.0, 14.0  # px of a column of strips, and between two
_LINES = 3  # of the sum of the chosen cell, one fewer where there is much room
_SAID = 2  # of the answer, in a what-if
_WIDE = 800.0  # px
_TEXT, _SPACE = 16.0, 6.0  # px of one of those, and between two words
_RING = 8.0  # px, the smallest ring around a cell


@dataclass(frozen=True, slots=True, eq=False)
class Strip(Cells):
    """One gate or state over time; `units` and `steps` say which ones are shown."""

    key: str = ""
    units: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()

    def cell_at(self, at: QPointF) -> Cell | None:
        """What is under a point."""
        found = self.at(at)
        return None if found is None else Cell(self.key, self.steps[found[1]], self.units[found[0]])

    def hit(self, at: QPointF) -> Index | None:
        found = self.cell_at(at)
        # numbers, because a sheet tells units by their indices: the strip by its place among all
        return None if found is None else (list(NAMES).index(found.strip), found.step, found.unit)

    def tip(self, at: QPointF) -> str:
        found, place = self.cell_at(at), self.at(at)
        if found is None or place is None:
            return ""
        said = {"name": tr(NAMES[self.key]), "unit": found.unit, "step": found.step}
        said["token"] = self.labels[found.step]
        value = written(float(self.values[place]), 4)
        if self.labels[found.step] == str(found.step):
            return tr("{name}, unit {unit}, step {step}: {value}", **said, value=value)
        return tr("{name}, unit {unit}, step {step} ({token}): {value}", **said, value=value)


def cell_of(hit: object) -> Cell | None:
    """The cell that a click or the pointer means."""
    if not isinstance(hit, tuple) or len(hit) != 3:
        return None
    return Cell(list(NAMES)[hit[0]], hit[1], hit[2])


class Board:
    """Sets the marks into a rectangle.

    Attributes
    ----------
    marks : list of Mark
    strips : dict
        Name -> its strip.
    rings : list of QRectF
        The chosen cell.
    every_unit, every_step : int
        Every how many-th unit of the layer, and step, is shown.
    """

    def __init__(
        self,
        rect: QRectF,
        look: Look,
        layer: Layer,
        cell: Cell,
        labels: Sequence[str],
        answer: Answer | None = None,
    ) -> None:
        self.look, self.layer, self.cell, self.labels = look, layer, cell, tuple(labels)
        self.marks: list[Mark] = []
        self.strips: dict[str, Strip] = {}
        self.rings: list[QRectF] = []
        self.every_step = self.every_unit = 1
        lines = _LINES if rect.width() < _WIDE else _LINES - 1
        said = answer.pieces(cell.step) if answer is not None else []
        foot = rect.bottom() - (len(said) > 0) * _SAID * _TEXT
        below = foot - lines * _TEXT
        self._columns(QRectF(rect.left(), rect.top(), rect.width(), below - 4 - rect.top()))
        self._ring()
        self._sum(QRectF(rect.left(), below, rect.width(), lines * _TEXT))
        if said:
            room = QRectF(rect.left(), foot, rect.width(), _SAID * _TEXT)
            self.marks += self._flow(room, said, cut=True) or []

    def _columns(self, rect: QRectF) -> None:
        """All strips: one below the other, or in several columns where that makes them higher."""
        strips = list(self.layer.strips.items())
        most = max(1, min(int(rect.width() / _NARROWEST), len(strips)))
        for columns in range(1, most + 1):
            rows = -(-len(strips) // columns)
            high = (rect.height() - _LINE) / rows
            if high >= _LINE + _HIGH:
                break
        wide = (rect.width() - (columns - 1) * _BETWEEN) / columns
        steps, units = self.layer.unrolled.h_th.shape
        self.every_step = _stride(steps, wide, _LEAST_COLUMN)
        self.every_unit = _stride(units, high - _LINE - 2, _LEAST_ROW)
        for start in range(0, len(strips), rows):
            left, top = rect.left() + start // rows * (wide + _BETWEEN), rect.top()
            for key, values in strips[start : start + rows]:
                top = self._strip(QRectF(left, top, wide, high), key, values)
            self.marks.append(self._names(QRectF(left, top, wide, _LINE), self.strips[key]))

    def _strip(self, rect: QRectF, key: str, values: np.ndarray) -> float:
        """Title and cells; where they end."""
        count, width = values.shape
        room = rect.height() - _LINE - 2
        every = self.every_unit if key != "x" else _stride(width, room, _LEAST_ROW)
        units = tuple(range(0, width, every))
        steps = tuple(range(0, count, self.every_step))
        scale = scale_of(key, self.layer.beside(key))
        side = max(float(int(min(rect.width() / len(steps), 40.0))), 1.0)
        high = max(float(int(min(room / len(units), _TALLEST))), 1.0)
        place = QRectF(
            round(rect.left()), round(rect.top() + _LINE), side * len(steps), high * len(units)
        )
        name = tr(NAMES[key])
        if key == "x" and every > 1:
            name = tr("{name}, 1 in {n} numbers", name=name, n=every)
        title = QRectF(rect.left(), rect.top(), rect.width(), _LINE)
        self.marks.append(Ramp(title, scale, name))
        strip = Strip(
            place,
            np.ascontiguousarray(values[np.ix_(steps, units)].T),
            scale,
            self.layer.name(key),
            lambda row, column: (steps[column], units[row]),
            key=key,
            units=units,
            steps=steps,
            labels=self.labels,
        )
        self.strips[key] = strip
        self.marks.append(strip)
        return place.bottom() + 2

    def where(self, cell: Cell) -> QRectF | None:
        """Where a cell is painted; None for one that is left out."""
        strip = self.strips.get(cell.strip)
        if strip is None or cell.step not in strip.steps or cell.unit not in strip.units:
            return None
        return strip.cell(strip.units.index(cell.unit), strip.steps.index(cell.step))

    def column(self, step: int | None) -> list[QRectF]:
        """A step in all strips of states; none for one that is left out."""
        found = []
        for key in ("c", "h"):
            strip = self.strips.get(key)
            if strip is not None and step in strip.steps:
                top = strip.cell(0, strip.steps.index(step))
                found.append(
                    ring_around(
                        top.united(strip.cell(len(strip.units) - 1, strip.steps.index(step)))
                    )
                )
        return found

    def _ring(self) -> None:
        place = self.where(self.cell)
        if place is not None:
            self.rings.append(ring_around(place))

    def _names(self, rect: QRectF, strip: Strip) -> Drawing:
        """What the steps are called: tokens or numbers, as many as can be read."""
        names = [self.labels[step] for step in strip.steps]
        chosen = strip.steps.index(self.cell.step) if self.cell.step in strip.steps else -1

        def draw(painter: QPainter, look: Look) -> None:
            painter.setFont(look.small)
            width = strip.cell(0, 0).width()
            widest = max(painter.fontMetrics().horizontalAdvance(name) for name in names)
            every = max(1, int(-(-(widest + 5) // width)))
            for column, name in enumerate(names):
                if column != chosen and (column % every or 0 <= abs(column - chosen) < every > 1):
                    continue
                wide = painter.fontMetrics().horizontalAdvance(name) + 2.0
                left = strip.cell(0, column).center().x() - wide / 2
                left = max(min(left, rect.right() - wide), rect.left())
                place = QRectF(left, rect.top(), wide, rect.height())
                tokens = look.tokens
                painter.setPen(QColor(tokens.accent if column == chosen else tokens.secondary))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

        return Drawing(rect, draw)

    def _sum(self, rect: QRectF) -> None:
        """How the chosen number comes about: as many terms as there is room for."""
        cell = self.cell
        head = tr(
            "{name}, unit {unit}, step {step}:",
            name=tr(NAMES[cell.strip]),
            unit=cell.unit,
            step=cell.step,
        )
        for most in (6, 4, 3, 2, 1):
            marks = self._flow(rect, [Piece(head), *pieces(self.layer, self.cell, most)])
            if marks is not None:
                self.marks += marks
                return

    def _flow(self, rect: QRectF, line: list[Piece], cut: bool = False) -> list[Mark] | None:
        """The line broken into lines; where it does not fit, None or what of it does."""
        x, y = rect.left(), rect.top()
        marks: list[Mark] = []
        groups: list[list[Piece]] = []
        for piece in line:
            if piece.glued:
                groups[-1].append(piece)
            else:
                groups.append([piece])
        for number, group in enumerate(groups):
            font = "number" if number else "small"
            widths = [self.look.width(getattr(self.look, font), p.text) for p in group]
            if x + sum(widths) + 2 > rect.right() and x > rect.left():
                x, y = rect.left(), y + _TEXT
            if y + _TEXT > rect.bottom() + 1:
                return marks if cut else None
            for piece, wide in zip(group, widths, strict=True):
                ink, place = "ink" if piece.claim else "secondary", QRectF(x, y, wide + 2, _TEXT)
                marks.append(Words(place, piece.text, piece.claim, ink=ink, font=font))
                x += wide
            x += _SPACE
        return marks


def ring_around(place: QRectF) -> QRectF:
    """A ring within which the cell can be seen."""
    across, down = (max(0.0, (_RING - side) / 2) for side in (place.width(), place.height()))
    return place.adjusted(-across, -down, across, down)


def _stride(count: int, room: float, least: float) -> int:
    """Every how many-th of so many fits with so many px each."""
    return max(1, int(-(-count // max(int(room / least), 1))))
