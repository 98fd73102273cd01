"""The graph of the chain rule: a box `data | grad` for each number, or for each block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from playground.explain.chain_rule import Box, Edge, Move, Number, Record, boxes_of
from playground.explain.chain_rule.boxes import LOSS
from playground.gui.depth._marks import Cells, Claim, Drawing, Mark, Words, figure
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale

FIGURE = 58.0  # px for a number
LINE = 20.0  # px; height of a box of one number
PICTURE = (46.0, 120.0)  # px; a tensor as a picture, at least and at most
ACROSS = (34.0, 90.0)  # px between two columns, at least and at most
DOWN = (6.0, 22.0)  # px between two rows
EDGE = 6.0  # px around everything
MOST_CELLS = 32  # of a picture, along one side


@dataclass(frozen=True)
class Shown:
    """What is known after some moves.

    Parameters
    ----------
    values, grads : frozenset of str
        Ids of the boxes whose number is known.
    partial : mapping
        Id of a box -> the sum of the paths so far.
    lit : tuple of str or None
        The edge that the last move went along.
    box : str
        The box that it filled in.
    done : frozenset
        Edges that were gone along.
    """

    values: frozenset[str] = frozenset()
    grads: frozenset[str] = frozenset()
    partial: Mapping[str, Number] = field(default_factory=dict)
    lit: tuple[str, str] | None = None
    box: str = ""
    done: frozenset[tuple[str, str]] = frozenset()


def shown_after(
    record: Record, boxes: tuple[Box, ...], moves: tuple[Move, ...], *, lit: bool
) -> Shown:
    """What these moves have brought to light; the inputs are known from the beginning.

    `lit` says that the last one is to stand out.
    """
    values = {box.id for box in boxes if box.node and not record.by_id[box.node].sources}
    grads: set[str] = set()
    partial: dict[str, Number] = {}
    done: set[tuple[str, str]] = set()
    for move in moves:
        if move.phase == "forward":
            values.add(move.box)
        elif move.phase == "backward":
            if move.edge is not None:
                done.add(move.edge)
            if move.edge is not None and move.box == move.edge[0]:
                if move.path is None or move.path[0] == move.path[1]:
                    grads.add(move.box)
                    partial.pop(move.box, None)
                elif move.so_far is not None:
                    partial[move.box] = move.so_far
    last = moves[-1] if moves and lit else None
    return Shown(
        frozenset(values),
        frozenset(grads),
        partial,
        last.edge if last else None,
        last.box if last else "",
        frozenset(done),
    )


class Board:
    """Where every box of a record lies, and the marks that paint it."""

    def __init__(self, record: Record, look: Look) -> None:
        self.record = record
        self.boxes, self.edges = boxes_of(record)
        self.by_id = {box.id: box for box in self.boxes}
        self._label = max(look.width(look.small, box.title) for box in self.boxes) + 12
        self._label = min(self._label, 90.0)
        self._picture = PICTURE[0]
        self.rects: dict[str, QRectF] = {}
        self.fit(QSize(0, 0))

    def fit(self, room: QSize) -> None:
        """Spread everything over this room, as far as that helps; it may take more."""
        columns = 1 + max(box.column for box in self.boxes)
        rows = max(Counter(box.column for box in self.boxes).values())
        if not self.record.small:
            free = (room.height() - 2 * EDGE) / rows - DOWN[0] - 34
            wide = ((room.width() - 2 * EDGE) / columns - ACROSS[0] - 12) / 2
            self._picture = _within(PICTURE, min(free, max(wide, 72.0)))
        sizes = [(box.column, self._size(box)) for box in self.boxes]
        widths = [max(s.width() for c, s in sizes if c == column) for column in range(columns)]
        heights = [sum(s.height() for c, s in sizes if c == column) for column in range(columns)]
        across = (room.width() - 2 * EDGE - sum(widths)) / max(columns - 1, 1)
        down = (room.height() - 2 * EDGE - max(heights)) / max(rows, 1)
        self._place(widths, heights, QSizeF(_within(ACROSS, across), _within(DOWN, down)), room)

    def _size(self, box: Box) -> QSizeF:
        if self.record.small or box.id == LOSS:
            return QSizeF(self._label + 2 * FIGURE, LINE)
        return QSizeF(2 * self._picture + 12, self._picture + 34)

    def _place(self, widths: list[float], heights: list[float], gap: QSizeF, room: QSize) -> None:
        """Columns from left to right, each in the middle."""
        counts = Counter(box.column for box in self.boxes)
        full = [h + gap.height() * (counts[column] - 1) for column, h in enumerate(heights)]
        tallest = max(*full, room.height() - 2 * EDGE)
        lefts = list(accumulate([w + gap.width() for w in widths], initial=EDGE))
        tops = [EDGE + (tallest - height) / 2 for height in full]
        self.rects = {}
        for box in self.boxes:
            size = self._size(box)
            self.rects[box.id] = QRectF(QPointF(lefts[box.column], tops[box.column]), size)
            tops[box.column] += size.height() + gap.height()
        self.size = QSizeF(lefts[-1] - gap.width() + EDGE, tallest + 2 * EDGE)

    def marks(self, shown: Shown) -> list[Mark]:
        """Everything, edges first."""
        whole = QRectF(QPointF(0, 0), self.size)
        marks: list[Mark] = [Drawing(whole, self._edges(shown))]
        for number, box in enumerate(self.boxes):
            rect = self.rects[box.id]
            marks.append(Drawing(rect.adjusted(-2, -2, 2, 2), _frame(rect, box.id == shown.box)))
            if self.record.small or box.id == LOSS:
                marks += self._line(number, box, rect, shown)
            else:
                marks += self._pictures(number, box, rect, shown)
        return marks

    def _edges(self, shown: Shown) -> Callable[[QPainter, Look], None]:
        edges, rects = self.edges, self.rects

        def draw(painter: QPainter, look: Look) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            last: Edge | None = None
            for edge in edges:
                if (edge.source, edge.target) == shown.lit:
                    last = edge
                    continue
                done = (edge.source, edge.target) in shown.done
                colour = look.tokens.secondary if done else look.tokens.line
                _curve(painter, rects[edge.source], rects[edge.target], QPen(QColor(colour), 1.2))
            if last is not None:
                pen = QPen(QColor(look.tokens.accent), 3)
                _curve(painter, rects[last.source], rects[last.target], pen)

        return draw

    def _line(self, number: int, box: Box, rect: QRectF, shown: Shown) -> list[Mark]:
        """Title, data and grad in one line."""
        title = QRectF(rect.left() + 6, rect.top(), rect.width() - 2 * FIGURE - 8, rect.height())
        marks: list[Mark] = [
            Words(title, box.title, font="small", ink="secondary", index=(number,), told=box.title)
        ]
        names = ("loss", "") if box.id == LOSS else (f"{box.node}/out", f"{box.node}/grad")
        for place, name in enumerate(names):
            left = rect.right() - (2 - place) * FIGURE
            spot = QRectF(left, rect.top(), FIGURE - 5, rect.height())
            known = box.id in (shown.grads if place else shown.values)
            if known and name:
                shape = self.record.arrays[f"backprop/{name}"].shape
                index = tuple(int(i) for i in np.unravel_index(box.unit or 0, shape))
                value = float(self.record.arrays[f"backprop/{name}"][index])
                claim = Claim(f"backprop/{name}", index)
                marks.append(_number(spot, value, claim, number, "accent" if place else "ink"))
            elif place and box.id in shown.partial:
                so_far = shown.partial[box.id]
                claim = Claim(formula=so_far.ref)
                marks.append(_number(spot, so_far.value, claim, number, "secondary"))
        return marks

    def _pictures(self, number: int, box: Box, rect: QRectF, shown: Shown) -> list[Mark]:
        """Title, and data and grad as pictures with their ranges."""
        title = QRectF(rect.left() + 5, rect.top() + 1, rect.width() - 10, 16)
        shape = self.record.array(box.node, "out").shape
        told = f"{box.title} {'×'.join(map(str, shape))}"
        marks: list[Mark] = [
            Words(title, box.title, font="small", index=(number,), told=told),
        ]
        for place, part in enumerate(("out", "grad")):
            if box.id not in (shown.grads if place else shown.values):
                continue
            name = f"backprop/{box.node}/{part}"
            values = self.record.arrays[name]
            matrix, index = as_matrix(values)
            left = rect.left() + 5 + place * (self._picture + 2)
            spot = fitted(QRectF(left, rect.top() + 17, self._picture, self._picture), matrix.shape)
            scale = Scale.signed(values) if place else Scale.of(values)
            label = f"∂L/∂{box.node}" if place else box.node
            marks.append(Cells(spot, matrix, scale, name, index, label))
            text = QRectF(left, rect.bottom() - 16, self._picture, 14)
            marks += peak_mark(text, values, name)
        return marks


def peak_mark(rect: QRectF, values: np.ndarray, name: str) -> list[Mark]:
    """The end of the scale of a picture, below it; nothing where there is no finite number."""
    if not np.isfinite(values).any():
        return []
    formula = f'np.abs(t["{name}"][np.isfinite(t["{name}"])]).max(initial=0.0) or 1.0'
    looks = {"font": "small_number", "ink": "secondary", "align": Qt.AlignmentFlag.AlignHCenter}
    return [figure(rect, Scale.of(values).high, Claim(formula=formula), **looks)]


def _number(rect: QRectF, value: float, claim: Claim, number: int, ink: str) -> Words:
    return figure(rect, value, claim, ink=ink, index=(number,))


def _within(limits: tuple[float, float], value: float) -> float:
    return min(max(value, limits[0]), limits[1])


def _frame(rect: QRectF, lit: bool) -> Callable[[QPainter, Look], None]:
    def draw(painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(look.tokens.accent if lit else look.tokens.line)
        painter.setPen(QPen(colour, 2 if lit else 1))
        painter.setBrush(QColor(look.tokens.accent_soft if lit else look.tokens.panel))
        painter.drawRoundedRect(rect, 6, 6)

    return draw


def _curve(painter: QPainter, source: QRectF, target: QRectF, pen: QPen) -> None:
    start = QPointF(source.right(), source.center().y())
    end = QPointF(target.left(), target.center().y())
    bend = (end.x() - start.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def fitted(room: QRectF, shape: tuple[int, ...]) -> QRectF:
    """The largest rectangle of square cells in a room; long vectors may be stretched."""
    height, width = shape
    side = min(room.width() / width, room.height() / height)
    w, h = width * side, max(height * side, 6.0)
    return QRectF(room.center().x() - w / 2, room.center().y() - h / 2, w, h)


def as_matrix(
    values: np.ndarray,
) -> tuple[np.ndarray, Callable[[int, int], tuple[int, ...]]]:
    """A tensor as a picture of single numbers of it, and where each stands in the tensor.

    Vectors lie in rows; of several maps the first one or four are shown; of large ones every n-th
    number.
    """
    places = np.arange(values.size).reshape(values.shape)
    if places.ndim < 2:
        count = places.size
        width = next(w for w in range(int(np.ceil(np.sqrt(count))), count + 1) if count % w == 0)
        flat = places.reshape(-1, width)
    elif places.ndim == 2:
        flat = places
    else:
        maps = places.reshape(-1, *places.shape[-2:])
        flat = maps[0] if len(maps) < 4 else np.block([[maps[0], maps[1]], [maps[2], maps[3]]])
    strides = [-(-side // MOST_CELLS) for side in flat.shape]
    flat = flat[:: strides[0], :: strides[1]]

    def index(row: int, column: int) -> tuple[int, ...]:
        return tuple(int(i) for i in np.unravel_index(flat[row, column], values.shape))

    return values.reshape(-1)[flat], index
