"""A tensor in a rectangle: its picture, its statistics, its histogram, as marks."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRectF, Qt

from playground.blocks.base import format_shape
from playground.gui.depth._marks import Bar, Cells, Claim, Index, Mark, Ramp, Words, figure
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

LINE = 18.0  # px; height of a line of text
COLUMN = 16  # numbers; more of them no longer stand in one column
BINS = 24
_LEAST_TILE, _GAP = 20.0, 4.0  # px
_LARGEST_CELL = 26.0  # px

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

    def cells(room: QRectF, part: np.ndarray, place: Callable[[int, int], Index]) -> Cells:
        wanted = None if unit is None else (lambda r, c: unit(place(r, c)))
        return Cells(room, part, scale, tensor, place, name, wanted)

    if values.size == 0:
        return [], 0
    if values.ndim == 0:
        return [cells(_sized(rect, 1, 1), values.reshape(1, 1), lambda r, c: ())], 0
    if values.ndim == 1:
        return _vector(rect, values, cells)
    if values.ndim == 2:
        room = _sized(rect, *values.shape)
        return [cells(room, values, lambda r, c: (r, c))], 0
    return _maps(rect, values, cells)


def statistics(rect: QRectF, values: np.ndarray, tensor: str) -> list[Mark]:
    """Smallest, mean, largest, standard deviation: two by two, a label and a number each."""
    kinds = (
        (tr("min"), "min"),
        (tr("max"), "max"),
        (tr("mean"), "mean"),
        (tr("std"), "std"),
    )
    marks: list[Mark] = []
    half = rect.width() / 2
    for number, (label, function) in enumerate(kinds):
        row, column = divmod(number, 2)
        x, y = rect.left() + column * half, rect.top() + row * LINE
        with np.errstate(invalid="ignore"):
            value = float(getattr(np, function)(values)) if values.size else math.nan
        marks.append(Words(QRectF(x, y, 34, LINE), label, ink="secondary", font="small"))
        place = QRectF(x + 34, y, max(half - 42, 10), LINE)
        formula = f't["{tensor}"].{function}()'
        marks.append(figure(place, value, Claim(formula=formula), 3, font="small_number"))
    return marks


def histogram(rect: QRectF, values: np.ndarray, tensor: str) -> list[Mark]:
    """How often which size of number is there; says its ends and how many are no numbers."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return [Words(rect, tr("no finite number"), ink="secondary", font="small")]
    low, high = float(finite.min()), float(finite.max())
    if low == high:
        low, high = low - 0.5, high + 0.5
    counts, edges = np.histogram(finite, BINS, (low, high))
    scale = Scale(0.0, float(counts.max()))
    wide = rect.width() / BINS
    bars = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - LINE)
    marks: list[Mark] = []
    for number, count in enumerate(counts):
        place = QRectF(bars.left() + number * wide, bars.top(), max(wide - 1, 1), bars.height())
        formula = (
            f'np.histogram(t["{tensor}"][np.isfinite(t["{tensor}"])], {BINS}, '
            f"({low!r}, {high!r}))[0][{number}]"
        )
        told = tr(
            "{n} numbers from {low:.3g} to {high:.3g}",
            n=int(count),
            low=float(edges[number]),
            high=float(edges[number + 1]),
        )
        claim = Claim(formula=formula)
        marks.append(Bar(place, float(count), scale, claim, True, told, colour="accent"))
    foot = QRectF(rect.left(), bars.bottom(), rect.width() / 2, LINE)
    right = foot.translated(rect.width() / 2, 0)
    marks.append(Words(foot, f"{low:.3g}", ink="secondary", font="small_number"))
    marks.append(
        Words(
            right,
            f"{high:.3g}",
            ink="secondary",
            font="small_number",
            align=Qt.AlignmentFlag.AlignRight,
        )
    )
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
    """Title and shape, picture, statistics, histogram, from top to bottom."""
    head = QRectF(rect.left(), rect.top(), rect.width(), LINE)
    below = 4 * LINE + 58
    room = QRectF(
        rect.left(), rect.top() + LINE + 4, rect.width(), max(rect.height() - LINE - 4 - below, 24)
    )
    marks, hidden = picture(room, values, tensor, name, scale, unit)
    shape = format_shape(values.shape)
    words = f"{title}  {shape}"
    if hidden:
        words = tr("{title}  {shape}, {n} more", title=title, shape=shape, n=hidden)
    bottom = max((mark.rect.bottom() for mark in marks), default=room.bottom())
    ramp = QRectF(rect.left(), bottom + 2, rect.width(), LINE)
    marks.append(Ramp(ramp, scale or Scale.of(values), ""))
    foot = QRectF(rect.left(), rect.bottom() - below + 8, rect.width(), 2 * LINE)
    bars = QRectF(rect.left(), foot.bottom() + 4, rect.width(), rect.bottom() - foot.bottom() - 4)
    return [
        Words(head, words, font="small", ink="secondary", told=words),
        *marks,
        *statistics(foot, values, tensor),
        *histogram(bars, values, tensor),
    ]


def _sized(rect: QRectF, rows: int, columns: int) -> QRectF:
    """The part of a rectangle where cells are square and not too large, in its top left."""
    side = min(rect.width() / columns, rect.height() / rows)
    if side < 1:
        return QRectF(rect.left(), rect.top(), min(rect.width(), columns * 8.0), rect.height())
    wide = min(rect.width() / columns, max(side, 44.0)) if columns <= 4 else side
    side = min(side, _LARGEST_CELL)
    wide = min(wide, 2 * _LARGEST_CELL) if columns <= 4 else side
    return QRectF(rect.left(), rect.top(), wide * columns, side * rows)


Make = Callable[[QRectF, np.ndarray, Callable[[int, int], Index]], Cells]


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


def _maps(rect: QRectF, values: np.ndarray, cells: Make) -> tuple[list[Mark], int]:
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
    side = min(side, 160.0, rect.width())
    columns = max(1, int((rect.width() + _GAP) // (side + _GAP)))
    rows = max(1, int((rect.height() + _GAP + 0.01) // (side * aspect + _GAP)))
    shown = min(count, rows * columns)
    marks: list[Mark] = []
    flat = values.reshape(count, height, width)
    for number in range(shown):
        row, column = divmod(number, columns)
        x, y = column * (side + _GAP), row * (side * aspect + _GAP)
        room = QRectF(rect.left() + x, rect.top() + y, side, side * aspect)
        start = tuple(int(i) for i in np.unravel_index(number, lead))
        marks.append(cells(room, flat[number], lambda r, c, start=start: (*start, r, c)))
    return marks, count - shown
