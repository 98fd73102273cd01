"""Maps, kernels and the windows on them, as marks: shared by convolution and pooling."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.depth._marks import Cells, Claim, Drawing, Index, Words
from playground.gui.depth._paints import Atlas, paints_of
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme
from playground.gui.truth import written

GAP = 6.0  # px between two pictures
LINE = 16.0  # px; height of a line of small text
_LEAST_END = 32.0  # px; room for the number at the end of a scale
_SMOOTH, _HOLLOW = QPainter.RenderHint.Antialiasing, Qt.BrushStyle.NoBrush
_SOLID, _DASHED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
_HALO = 20.0  # px; a smaller cell would be hidden by one


class Spot(NamedTuple):
    """What the pointer is on: a cell of an input, of a kernel, or of the output."""

    kind: Literal["in", "weight", "out"]
    index: Index


def plane(
    rect: QRectF,
    values: np.ndarray,
    scale: Scale,
    tensor: str,
    lead: Index,
    kind: Literal["in", "weight", "out"] | None,
    name: str,
    digits: int = 2,
    pointed: Index | None = None,
    atlas: Atlas | None = None,
    number: int = 0,
) -> Cells:
    """One map (H, W) of a tensor; of a large one every n-th number, so that none is below a px.

    Parameters
    ----------
    lead : tuple of int
        Index of the map in its tensor; a cell's index is that and its row and column.
    kind : str or None
        What the pointer is told to be on; None: nothing.
    pointed : tuple of int, optional
        Which map of that kind, where the tensor counts in another way.
    atlas, number : Atlas, int, optional
        The picture of this and other maps, where there is one, and which of them this is.
    """
    step = thinning(values.shape, rect)
    shown = values[::step, ::step]

    def place(row: int, column: int) -> Index:
        return (*lead, row * step, column * step)

    def spot(row: int, column: int) -> Index:
        assert kind is not None
        at = (*(lead if pointed is None else pointed), row * step, column * step)
        return Spot(kind, at)  # type: ignore[return-value]

    unit = spot if kind is not None else None
    atlas = atlas if step == 1 else None
    return Cells(rect, shown, scale, tensor, place, name, unit, digits, atlas, number)


def thinning(shape: Sequence[int], rect: QRectF) -> int:
    """Every how many-th number is shown."""
    height, width = shape
    return max(
        1, math.ceil(height / max(rect.height(), 1)), math.ceil(width / max(rect.width(), 1))
    )


def fitted(rect: QRectF, shape: Sequence[int], largest: float = 1e9) -> QRectF:
    """The largest room for a map (H, W) in a rectangle, cells square, in its top left."""
    height, width = shape
    side = min(rect.width() / width, rect.height() / height, largest)
    return QRectF(rect.left(), rect.top(), max(side * width, 1.0), max(side * height, 1.0))


def window(
    rect: QRectF, shape: Sequence[int], spans: Sequence[tuple[int, int]], cut: bool = False
) -> QRectF:
    """Where rows and columns first..last of a map lie; `cut` off at its border.

    Nothing, an empty rectangle, where there are no rows or no columns.
    """
    (top, bottom), (left, right) = spans
    if bottom < top or right < left:
        return QRectF()
    h, w = rect.height() / shape[0], rect.width() / shape[1]
    found = QRectF(
        rect.left() + left * w,
        rect.top() + top * h,
        (right - left + 1) * w,
        (bottom - top + 1) * h,
    )
    return found.intersected(rect) if cut else found


def frame(rect: QRectF, colour: str = "accent", wide: float = 2.0, dashed: bool = False) -> Drawing:
    """A frame in a colour of the theme; around nothing there is none."""

    def draw(painter: QPainter, look: Look) -> None:
        if rect.isNull():
            return
        painter.setRenderHint(_SMOOTH)
        painter.setPen(paints_of(look).pen(colour, wide, _DASHED if dashed else _SOLID))
        painter.setBrush(_HOLLOW)
        painter.drawRect(rect)

    return Drawing(rect.adjusted(-wide, -wide, wide, wide), draw)


def frames(rects: Sequence[QRectF], colour: str = "line") -> Drawing:
    """A hair line around each of many pictures, drawn in one go."""
    around = QRectF()
    for rect in rects:
        around = around.united(rect)

    def draw(painter: QPainter, look: Look) -> None:
        painter.setRenderHint(_SMOOTH)
        painter.setPen(paints_of(look).pen(colour))
        painter.setBrush(_HOLLOW)
        painter.drawRects(list(rects))

    return Drawing(around.adjusted(-1, -1, 1, 1), draw)


def line(a: QPointF, b: QPointF, colour: str = "line", wide: float = 1.0) -> Drawing:
    """A line in a colour of the theme."""

    def draw(painter: QPainter, look: Look) -> None:
        painter.setRenderHint(_SMOOTH)
        painter.setPen(paints_of(look).pen(colour, wide))
        painter.drawLine(a, b)

    return Drawing(QRectF(a, b).normalized().adjusted(-wide, -wide, wide, wide), draw)


def glow(rect: QRectF, colour: str = "warning") -> Drawing:
    """The winner of a window: a bright ring, with a halo where that leaves its colour to see."""
    halo = ((5.0, 70),) if min(rect.width(), rect.height()) >= _HALO else ()

    def draw(painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for wide, alpha in (*halo, (2.0, 255)):
            ink = QColor(getattr(look.tokens, colour))
            ink.setAlpha(alpha)
            painter.setPen(QPen(ink, wide))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 2, 2)

    return Drawing(rect.adjusted(-3, -3, 3, 3), draw)


def legend(
    rect: QRectF, title: str, scale: Scale, theme: Theme, below: bool = False
) -> list[Words | Drawing]:
    """A title, and at its right, or `below` it, the colour scale with the numbers at its ends."""
    wide, right = (44.0 if scale.low else 28.0), Qt.AlignmentFlag.AlignRight
    whole = 2 * wide + 48
    if below:
        start, top, room = rect.left(), rect.top() + LINE - 1, rect.width()
        if room < whole:
            wide = min(wide, (room - 48) / 2)
            wide = wide if wide >= _LEAST_END or not scale.low else 0.0
    else:
        start, top, room = rect.right() - whole, rect.top(), rect.width() - whole - 4
    if room < 60:
        return [words(rect, title)]
    low = QRectF(start, top, wide, LINE)
    bar = QRectF(low.right() + 4, top + 4, 40, LINE - 8)
    high = QRectF(bar.right() + 4, top, 52, LINE)
    return [
        words(QRectF(rect.left(), rect.top(), room, LINE), title),
        Words(low, written(scale.low), ink="secondary", font="small_number", align=right),
        Drawing(bar, lambda painter, look: paints_of(look).draw_ramp(painter, bar, scale, theme)),
        Words(high, written(scale.high), ink="secondary", font="small_number"),
    ]


def words(rect: QRectF, text: str, ink: str = "secondary", font: str = "small") -> Words:
    """A line of text that says nothing of a tensor."""
    return Words(rect, text, ink=ink, font=font, told=text)


def number(
    rect: QRectF, value: float, claim: Claim, digits: int = 2, *, label: str = "", **looks: object
) -> Words:
    """A number that is read back by the tests; a label belongs in a text of its own."""
    looks = {"font": "small_number", **looks}
    return Words(rect, written(value, digits), claim, digits, told=label, **looks)  # type: ignore[arg-type]


class Grid(NamedTuple):
    """Pictures of equal size in rows; `first` is the number of the first that is shown."""

    rects: tuple[QRectF, ...]
    first: int
    columns: int
    rows: int  # that there are, shown or not
    shown_rows: int


def grid(rect: QRectF, count: int, size: tuple[float, float], row: int) -> Grid:
    """As many of `count` pictures of a size as fit into a rectangle, from a row on."""
    wide, high = size
    columns = min(count, max(1, int((rect.width() + GAP) // (wide + GAP))))
    rows = math.ceil(count / columns)
    shown = max(1, int((rect.height() + GAP + 0.01) // (high + GAP)))
    row = max(0, min(row, rows - shown))
    first = row * columns
    rects = tuple(
        QRectF(
            rect.left() + (i % columns) * (wide + GAP),
            rect.top() + (i // columns) * (high + GAP),
            wide,
            high,
        )
        for i in range(min(count - first, shown * columns))
    )
    return Grid(rects, first, columns, rows, shown)


def best_side(
    rect: QRectF, count: int, aspect: float, extra: tuple[float, float], least: float, most: float
) -> float:
    """The largest width of a map so that all fit with what stands beside and above each."""
    beside, above = extra
    best = least
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        wide = (rect.width() + GAP) / columns - GAP - beside
        high = ((rect.height() + GAP) / rows - GAP - above) / aspect
        best = max(best, min(wide, high, most))
        if wide < least:
            break
    return best


def thumb(rect: QRectF, found: Grid) -> list[Drawing]:
    """How far a grid is scrolled, at the right of its room; nothing where all is seen."""
    if found.rows <= found.shown_rows:
        return []
    share = found.shown_rows / found.rows
    start = found.first / found.columns / found.rows
    bar = QRectF(
        rect.right() - 4,
        rect.top() + start * rect.height(),
        4,
        max(share * rect.height(), 12),
    )

    def draw(painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.secondary))
        painter.drawRoundedRect(bar, 2, 2)

    return [Drawing(bar, draw)]
