"""Linked hover on the canvas: which unit of a card's picture is pointed at, and where it lies.

One listener for all cards: what lights up is drawn over them, so no card knows of the pointer.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.cursor import Unit
from playground.gui.graph import insides
from playground.gui.graph.card import Card
from playground.gui.graph.style import TILE_DETAIL

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_SMALLEST = 6.0  # px of the screen; a number may be one pixel
_PEN = 2.0  # px of the screen


def box(card: Card, number: int, rows: tuple[int, int], columns: tuple[int, int]) -> QRectF:
    """Where a part of a map lies in a card's picture.

    Parameters
    ----------
    card : Card
        Of a block that puts out maps (C, H, W).
    number : int
        The map.
    rows, columns : tuple of int
        First one, and the one after the last; what lies outside the map is cut off.

    Returns
    -------
    QRectF
        In the card's coordinates; empty when the map is not drawn or nothing is left of the box.
    """
    plan, shape = card.facts.plan, card.facts.shape
    if plan.kind != "maps" or shape is None or not 0 <= number < plan.shown:
        return QRectF()
    (top, bottom), (left, right) = (
        (max(0, first), min(end, size))
        for (first, end), size in zip((rows, columns), shape[1:], strict=True)
    )
    if top >= bottom or left >= right:
        return QRectF()
    high, wide = plan.cell[1] / shape[1], plan.cell[0] / shape[2]
    x, y = plan.place(number)
    part = QRectF(x + left * wide, y + top * high, (right - left) * wide, (bottom - top) * high)
    return part.translated(card.geometry.picture.topLeft())


def rectangle(card: Card, index: tuple[int, ...]) -> QRectF:
    """Where a number, a row, a map or, for (), the whole output lies in a card's picture.

    In the card's coordinates; empty when there is no such index or it is not drawn.
    """
    shape, plan, picture = card.facts.shape, card.facts.plan, card.geometry.picture
    if shape is None or plan.kind == "none" or len(index) > len(shape):
        return QRectF()
    if any(not 0 <= i < n for i, n in zip(index, shape, strict=False)):
        return QRectF()
    if not index:
        return QRectF(picture)
    if plan.kind == "maps":
        parts = [(i, i + 1) for i in index[1:]] + [(0, n) for n in shape[len(index) :]]
        return box(card, index[0], parts[0], parts[1])
    if plan.kind == "bars":
        # one logit is shown as the two bars of its classes: both are that number
        return _bar(card, index[0]) if plan.total == math.prod(shape) else QRectF(picture)
    return _in_strip(card, index) if plan.kind == "strip" else _cells(card, index, shape)


def index_at(card: Card, place: QPointF) -> tuple[int, ...] | None:
    """The index of the number under a point in a card's coordinates; None beside the picture.

    A card that has not been given a picture yet has nothing to point at.
    """
    shape, plan, picture = card.facts.shape, card.facts.plan, card.geometry.picture
    if shape is None or not (card.picture.images or card.picture.bars or card.picture.words):
        return None
    at = place - picture.topLeft()
    if not (0 <= at.x() < picture.width() and 0 <= at.y() < picture.height()):
        return None
    if plan.kind == "maps":
        return _in_maps(card, at)
    if plan.kind == "bars":
        number = int(at.y() / (plan.cell[1] + plan.gap))
        if plan.total != math.prod(shape):
            return (0,) * len(shape)
        return (number,) * len(shape) if number < plan.shown else None
    if plan.kind == "strip":
        return int(at.x() / plan.cell[0]), int(at.y() / plan.cell[1])
    number = int(at.y() / plan.cell[1]) * plan.columns + int(at.x() / plan.cell[0])
    if number >= plan.shown:
        return None
    return tuple(int(i) for i in np.unravel_index(number, shape))


class Pointed(QObject):
    """Tells which unit the pointer is on, and outlines the one that any view points at."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view = view
        self._cursor = view.context.cursor
        self._lit: list[Card] = []
        self._cursor.unit_moved.connect(self._light)
        self._cursor.label_moved.connect(self._light)
        view.canvas.reshaped.connect(self._light)  # a card came, or went
        view.hovered.connect(self._on_hovered)

    def outlines(self) -> list[QRectF]:
        """What is lit, in the coordinates of the scene."""
        found = []
        for card in self._lit:
            rect = self._part(card)
            if rect.isEmpty() or self.view.zoom < TILE_DETAIL:  # left out, or no picture: the card
                found.append(card.scene_card())
                continue
            least = _SMALLEST / self.view.zoom
            grow = [max(0.0, (least - size) / 2) for size in (rect.width(), rect.height())]
            rect.adjust(-grow[0], -grow[1], grow[0], grow[1])
            found.append(rect.translated(card.pos()))
        return found

    def paint(self, painter: QPainter) -> None:
        """Draw the outlines, in the coordinates of the scene."""
        rects = self.outlines()
        if not rects:
            return
        tokens = self.view.context.theme.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for colour, width in ((tokens.panel, _PEN + 2.0), (tokens.accent, _PEN)):
            pen = QPen(QColor(colour), width)  # the wider one below: it shows on blue numbers, too
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRects(rects)

    def _on_hovered(self, pos: QPointF | None) -> None:
        """The pointer is at a place of the scene, or on nothing that can be pointed at."""
        card = self.view.canvas.hovered_card if pos is not None else None
        index = None
        if card is not None and pos is not None and self.view.zoom >= TILE_DETAIL:
            index = index_at(card, pos - card.pos())
        if card is None or index is None:
            self._cursor.set_unit(None)
            self._cursor.set_label(None)
            return
        self._cursor.set_unit(Unit(self._source(card), index))
        self._cursor.set_label(_class_at(card, pos - card.pos()) if pos is not None else None)

    def _light(self) -> None:
        old, self._lit = self._lit, self._found()
        for card in (*old, *self._lit):
            if card.scene() is not None:
                self.view.canvas.update(card.sceneBoundingRect())

    def _found(self) -> list[Card]:
        """The cards that show what is pointed at: of a composite, the one around the block."""
        cards, unit = self.view.canvas.cards, self._cursor.unit
        if unit is None:
            label = self._cursor.label
            return [c for c in cards.values() if label is not None and _has_class(c, label)]
        expansion = self.view.context.document.report.expansion
        ids = {unit.node}
        if expansion is not None:
            ids |= expansion.opened.keys() | expansion.ports.keys()
        found = [cards[id] for id in ids & cards.keys() if self._source(cards[id]) == unit.node]
        return [card for card in found if _has_index(card, unit.index)]

    def _part(self, card: Card) -> QRectF:
        """The part of a card's picture that is lit."""
        unit, label = self._cursor.unit, self._cursor.label
        if label is not None and _has_class(card, label):
            return _bar(card, label)
        return rectangle(card, unit.index) if unit is not None else QRectF()

    def _source(self, card: Card) -> str:
        return insides.source(self.view.context.document.report, card.facts.id)


def _in_maps(card: Card, at: QPointF) -> tuple[int, ...] | None:
    """Map, row and column under a point of the picture; None in the gap between two maps."""
    shape, plan = card.facts.shape, card.facts.plan
    assert shape is not None  # a plan of maps has one
    pitch = plan.cell[0] + plan.gap, plan.cell[1] + plan.gap
    column, row = int(at.x() / pitch[0]), int(at.y() / pitch[1])
    x, y = at.x() - column * pitch[0], at.y() - row * pitch[1]
    number = row * plan.columns + column
    if x >= plan.cell[0] or y >= plan.cell[1] or number >= plan.shown:
        return None
    return number, int(y / plan.cell[1] * shape[1]), int(x / plan.cell[0] * shape[2])


def _bar(card: Card, number: int) -> QRectF:
    plan, picture = card.facts.plan, card.geometry.picture
    if plan.kind != "bars" or not 0 <= number < plan.shown:
        return QRectF()
    top = picture.top() + plan.place(number)[1]
    return QRectF(picture.left(), top, picture.width(), plan.cell[1])


def _in_strip(card: Card, index: tuple[int, ...]) -> QRectF:
    """Around a number of a sequence, or a step: its column."""
    plan, picture = card.facts.plan, card.geometry.picture
    row, rows = (index[1], 1) if len(index) > 1 else (0, plan.rows)
    if index[0] >= plan.columns or row >= plan.rows:
        return QRectF()
    wide, high = plan.cell
    part = QRectF(index[0] * wide, row * high, wide, rows * high)
    return part.translated(picture.topLeft())


def _cells(card: Card, index: tuple[int, ...], shape: tuple[int, ...]) -> QRectF:
    """Around the cells of an index: they follow one another, row by row."""
    plan, picture = card.facts.plan, card.geometry.picture
    rest = shape[len(index) :]
    first = int(np.ravel_multi_index((*index, *(0 for _ in rest)), shape))
    last = min(first + math.prod(rest), plan.shown) - 1
    if last < first:
        return QRectF()
    (top, left), (bottom, right) = divmod(first, plan.columns), divmod(last, plan.columns)
    if bottom > top:
        left, right = 0, plan.columns - 1
    wide, high = plan.cell
    part = QRectF(left * wide, top * high, (right - left + 1) * wide, (bottom - top + 1) * high)
    return part.translated(picture.topLeft())


def _has_index(card: Card, index: tuple[int, ...]) -> bool:
    """Whether a card's block puts that out, drawn or not."""
    shape = card.facts.shape
    if not index:
        return True
    inside = shape is not None and len(index) <= len(shape)
    return inside and all(0 <= i < n for i, n in zip(index, shape or (), strict=False))


def _has_class(card: Card, label: int) -> bool:
    """Whether a card shows a bar for each class, and one of them is this."""
    return bool(card.facts.loss) and 0 <= label < len(card.facts.labels)


def _class_at(card: Card, place: QPointF) -> int | None:
    """The class whose bar is under a point of a card."""
    if not card.facts.loss:
        return None
    bars = (n for n in range(card.facts.plan.shown) if place.y() < _bar(card, n).bottom())
    return next(bars, None)
