"""A tensor in a rectangle: its picture, its statistics, its histogram, as marks."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.blocks.base import format_shape
from playground.blocks.causal_mask import HIDDEN
from playground.gui.depth._histogram import Histogram
from playground.gui.depth._marks import Cells, Claim, Drawing, Index, Mark, Ramp, Words, figure
from playground.gui.depth._paints import Atlas
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.gui.truth import MINUS
from playground.i18n import tr

LINE = 18.0  # px; height of a line of text
COLUMN = 16  # numbers; more of them no longer stand in one column
BINS = 24
_LEAST_TILE, _GAP = 20.0, 4.0  # px
_LARGEST_CELL, _LARGEST_MAP = 26.0, 240.0  # px; of a vector, of a tensor with more than two axes
_MATRIX_CELL = 40.0  # px; numbers fit into such a cell
_BARS = 64.0  # px; least height of a histogram with its ends
_TIGHT = 74.0  # px; half of a panel that has no room for three digits
_TALL = 4096  # px; picture that Qt scales without rounding errors
_BESIDE = 420.0  # px; a panel of this width has its numbers beside its picture

Unit = Callable[[Index], Index]


def picture(
    rect: QRectF,
    values: np.ndarray,
    tensor: str,
    name: str,
    scale: Scale | None = None,
    unit: Unit | None = None,
) -> tuple[list[Mark], int]:
    """The numbers of a tensor of any rank as colours; and how many there was no room for.

    Parameters
    ----------
    rect : QRectF
        The room.
    values, tensor, name : np.ndarray, str, str
        The tensor, the name of its array in a snapshot, and how the user knows it.
    scale : Scale, optional
        Unless given, one that holds all finite values.
    unit : callable, optional
        Index of a number -> the unit it belongs to, where units can be chosen.
    """
    scale = scale or Scale.of(values)

    def cells(
        room: QRectF,
        part: np.ndarray,
        place: Callable[[int, int], Index],
        atlas: Atlas | None = None,
        number: int = 0,
    ) -> Cells:
        wanted = None if unit is None else (lambda r, c: unit(place(r, c)))
        return Cells(room, part, scale, tensor, place, name, wanted, atlas=atlas, number=number)

    if values.size == 0:
        return [], 0
    if values.ndim == 0:
        return [cells(_sized(rect, 1, 1), values.reshape(1, 1), lambda r, c: ())], 0
    if values.ndim == 1:
        return _vector(rect, values, cells)
    if values.ndim == 2:
        room = _sized(rect, *values.shape)
        return [cells(room, values, lambda r, c: (r, c))], 0
    return _maps(rect, values, cells, scale)


def statistics(rect: QRectF, values: np.ndarray, tensor: str) -> list[Mark]:
    """Smallest, mean, largest, standard deviation: two by two, a label and a number each."""
    kinds = (
        (tr("min"), "min"),
        (tr("max"), "max"),
        (tr("mean"), "mean"),
        (tr("std"), "std"),
    )
    marks: list[Mark] = []
    half = min(rect.width() / 2, 140.0)  # a number far from its label is hard to find
    digits, name, gap = (2, 28, 2) if half < _TIGHT else (3, 34, 8)
    for number, (label, function) in enumerate(kinds):
        row, column = divmod(number, 2)
        x, y = rect.left() + column * half, rect.top() + row * LINE
        with np.errstate(invalid="ignore"):
            value = float(getattr(np, function)(values)) if values.size else math.nan
        marks.append(Words(QRectF(x, y, name, LINE), label, ink="secondary", font="small"))
        place = QRectF(x + name, y, max(half - name - gap, 10), LINE)
        formula = f't["{tensor}"].{function}()'
        marks.append(figure(place, value, Claim(formula=formula), digits, font="small_number"))
    return marks


def histogram(rect: QRectF, values: np.ndarray, tensor: str) -> list[Mark]:
    """How often which size of number is there; says its ends and how many are no numbers."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return [Words(rect, tr("no finite number"), ink="secondary", font="small")]
    low, high = float(finite.min()), float(finite.max())
    if low == high:
        low, high = low - 0.5, high + 0.5
    counts, _edges = np.histogram(finite, BINS, (low, high))
    bars = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - LINE)
    marks: list[Mark] = [Histogram(bars, counts, (low, high), tensor)]
    foot = QRectF(rect.left(), bars.bottom(), rect.width(), LINE)
    ends = ((low, Qt.AlignmentFlag.AlignLeft), (high, Qt.AlignmentFlag.AlignRight))
    for value, align in ends:
        text = f"{value:.3g}".replace("-", MINUS)
        marks.append(Words(foot, text, ink="secondary", font="small_number", align=align))
    middle = Qt.AlignmentFlag.AlignHCenter
    said = tr("{n} numbers", n=f"{finite.size:,}")
    if rect.width() >= 180:
        marks.append(Words(foot, said, ink="secondary", font="small", align=middle))
    return marks


def tensor_panel(
    rect: QRectF,
    title: str,
    values: np.ndarray,
    tensor: str,
    name: str,
    scale: Scale | None = None,
    unit: Unit | None = None,
) -> list[Mark]:
    """Title and shape, picture, statistics, histogram: from top to bottom, or side by side."""
    head = QRectF(rect.left(), rect.top(), rect.width(), LINE)
    body = rect.adjusted(0, LINE + 4, 0, 0)
    room, numbers = _halves(body)
    scale = scale or _scale_of(values)
    marks, hidden = picture(room, values, tensor, name, scale, unit)
    shape = format_shape(values.shape)
    words = f"{title}  {shape}"
    if hidden:
        words = tr("{title}  {shape}, {n} more", title=title, shape=shape, n=hidden)
    bottom = max((mark.rect.bottom() for mark in marks), default=room.bottom())
    ramp = QRectF(room.left(), bottom + 2, room.width(), LINE)
    edges = [edge(mark.rect) for mark in marks]  # a colour like that of the panel has an end too
    foot = QRectF(numbers.left(), numbers.top(), numbers.width(), 2 * LINE)
    bars = numbers.adjusted(0, 2 * LINE + 4, 0, 0)
    return [
        Words(head, words, font="small", ink="secondary", told=words),
        *edges,
        *marks,
        Ramp(ramp, scale, ""),
        *statistics(foot, values, tensor),
        *histogram(bars, values, tensor),
    ]


def _scale_of(values: np.ndarray) -> Scale:
    """The scale of all numbers but scores that a mask hides: beside them all others look like 0."""
    seen = values[values > HIDDEN]
    return Scale.of(seen if seen.size else values)


def _halves(body: QRectF) -> tuple[QRectF, QRectF]:
    """Room for the picture, less the range of its colours, and for statistics and histogram."""
    if body.width() >= max(_BESIDE, 1.2 * body.height()):
        left = 0.6 * body.width()
        room = QRectF(body.left(), body.top(), left, body.height() - LINE - 4)
        high = min(body.height(), 2 * LINE + 4 + 2.5 * _BARS)
        return room, QRectF(body.left() + left + 18, body.top(), body.width() - left - 18, high)
    below = 2 * LINE + 4 + _BARS
    room = QRectF(body.left(), body.top(), body.width(), body.height() - below - LINE - 8)
    room.setHeight(max(room.height(), 24.0))
    return room, QRectF(body.left(), body.bottom() - below, body.width(), below)


def edge(rect: QRectF) -> Drawing:
    """A hair line around a picture, outside of its colours."""
    around = rect.adjusted(-0.5, -0.5, 0.5, 0.5)

    def draw(painter: QPainter, look: Look) -> None:
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(around)

    return Drawing(around.adjusted(-1, -1, 1, 1), draw)


def _sized(rect: QRectF, rows: int, columns: int) -> QRectF:
    """The part of a rectangle where cells are square and not too large, in its top left."""
    side = min(rect.width() / columns, rect.height() / rows)
    if side < 1:
        return QRectF(rect.left(), rect.top(), min(rect.width(), columns * 8.0), rect.height())
    wide = min(rect.width() / columns, max(side, 44.0)) if columns <= 4 else side
    side = min(side, _LARGEST_CELL if 1 in (rows, columns) else _MATRIX_CELL)
    wide = min(wide, 2 * _LARGEST_CELL) if columns <= 4 else side
    return QRectF(rect.left(), rect.top(), wide * columns, side * rows)


Make = Callable[..., Cells]  # room, numbers, their places, perhaps an atlas and a number in it


def _vector(rect: QRectF, values: np.ndarray, cells: Make) -> tuple[list[Mark], int]:
    """A column, or where that gets too long rows of equal length."""
    count = len(values)
    if count <= COLUMN:
        room = _sized(rect, count, 1)
        return [cells(room, values[:, None], lambda r, c: (r,))], 0
    columns = math.ceil(math.sqrt(count * rect.width() / max(rect.height(), 1.0)))
    columns = min(max(columns, 1), count)
    rows, rest = divmod(count, columns)
    side = min(rect.width() / columns, rect.height() / (rows + bool(rest)), _LARGEST_CELL)
    marks: list[Mark] = []
    if rows:
        room = QRectF(rect.left(), rect.top(), columns * side, rows * side)
        full = values[: rows * columns].reshape(rows, columns)
        marks.append(cells(room, full, lambda r, c: (r * columns + c,)))
    if rest:
        room = QRectF(rect.left(), rect.top() + rows * side, rest * side, side)
        start = rows * columns
        marks.append(cells(room, values[None, start:], lambda r, c: (start + c,)))
    return marks, 0


def _maps(rect: QRectF, values: np.ndarray, cells: Make, scale: Scale) -> tuple[list[Mark], int]:
    """One tile a map of the last two axes, as many as there is room for."""
    lead, (height, width) = values.shape[:-2], values.shape[-2:]
    count = math.prod(lead)
    aspect = height / width
    side = _LEAST_TILE
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        wide = (rect.width() - (columns - 1) * _GAP) / columns
        high = (rect.height() - (rows - 1) * _GAP) / rows / aspect
        side = max(side, min(wide, high))
        if wide < side:
            break
    side = min(side, _LARGEST_MAP, rect.width())
    columns = max(1, int((rect.width() + _GAP) // (side + _GAP)))
    rows = max(1, int((rect.height() + _GAP + 0.01) // (side * aspect + _GAP)))
    shown = min(count, rows * columns)
    marks: list[Mark] = []
    flat = values.reshape(count, height, width)
    atlas = Atlas(flat[:shown], scale) if shown * height <= _TALL else None
    for number in range(shown):
        row, column = divmod(number, columns)
        x, y = column * (side + _GAP), row * (side * aspect + _GAP)
        room = QRectF(rect.left() + x, rect.top() + y, side, side * aspect)
        start = tuple(int(i) for i in np.unravel_index(number, lead))
        place = partial(_in_map, start)
        marks.append(cells(room, flat[number], place, atlas, number))
    return marks, count - shown


def _in_map(start: Index, row: int, column: int) -> Index:
    return (*start, row, column)
