"""What the cell that is pointed at looks at, as boxes on the cards before it, back to the data.

Drawn over the cards, like what `pointed` outlines: no card knows of it. While nothing is pointed at
there are no boxes, and nothing is worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTransform

from playground.blocks.base import numel
from playground.explain.receptive_field import Field, receptive_fields
from playground.explain.spread import extent
from playground.gui.field_words import short_size, size_of
from playground.gui.graph import insides
from playground.gui.graph.card import Card
from playground.gui.graph.pointed import box, rectangle
from playground.gui.graph.style import FULL_DETAIL, TILE_DETAIL

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_PEN, _HALO = 1.6, 3.6  # px of the screen; the halo below makes it show on any number
_ROOMY = 14.0  # px of the screen; a halo would hide the numbers of a smaller box
_PILL = 17.0  # px of the screen; height of the words
_REACH = 130.0  # px of the screen that words may stick out of a card
_QUICK_S = 0.01  # a network that takes longer is walked when the pointer rests
_REST_MS = 80


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """A card with maps, and what of them is looked at."""

    card: Card
    field: Field

    def rects(self) -> Iterator[QRectF]:
        """A box on each drawn map that the cell looks at, in the coordinates of the scene.

        One around all maps where it looks at all of all: a frame each would say no more.
        """
        card, field = self.card, self.field
        if field.count == numel(field.shape):
            yield rectangle(card, ()).translated(card.pos())
            return
        alike = len(field.mask) == 1
        for channel in field.channels:
            if channel >= card.facts.plan.shown:
                return
            spans = field.box.spans
            if not alike:  # a concatenation, or groups: each map may have a box of its own
                spans = extent(field.mask[channel : channel + 1], (1, *field.shape[1:]))
            rows, columns = ((first, last + 1) for first, last in spans)
            rect = box(card, int(channel), rows, columns)
            if not rect.isEmpty():
                yield rect.translated(card.pos())

    def cut(self) -> tuple[bool, bool, bool, bool]:
        """Whether it runs out into the padding: above, at the right, below, at the left."""
        (top, bottom), (left, right) = self.field.box.spans
        (up, down), (west, east) = self.field.box.reach
        return up < top, east > right, down > bottom, west < left


class FieldBoxes(QObject):
    """Follows the unit of the cursor, whichever view points at it, and paints its boxes."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.view = view
        self.looked: tuple[Looked, ...] = ()
        self._cost = 0.0  # s; of the walk before
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._walk)
        view.context.cursor.unit_moved.connect(self._follow)
        view.canvas.reshaped.connect(self._follow)  # a card came, or went
        view.context.document.report_changed.connect(lambda _report: self._follow())

    def words(self) -> list[tuple[Looked, str]]:
        """What is said below which card: all of it below the data, in short where there is room.

        Inside a composite nothing is read: there the first card says all.
        """
        found = []
        for x in self.looked:
            if x.card.facts.reads or x is self.looked[-1]:
                found.append((x, size_of(x.field)))
            elif self.view.zoom >= FULL_DETAIL:
                text = short_size(x.field)
                if self._width(text) <= self.view.zoom * x.card.scene_card().width():
                    found.append((x, text))
        return found

    def paint(self, painter: QPainter) -> None:
        """Draw boxes and words, in the coordinates of the scene."""
        if not self.looked or self.view.zoom < TILE_DETAIL:  # from farther away cards have no maps
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for looked in self.looked:
            self._paint_boxes(painter, looked)
        for looked, text in self.words():
            self._paint_words(painter, looked.card, text)

    # -- what is looked at -----------------------------------------------------------------------

    def _follow(self) -> None:
        """Something else is pointed at: the old boxes go at once."""
        self._rest.stop()
        if self._cost > _QUICK_S and self.view.context.cursor.unit is not None:
            self._show(())
            self._rest.start()
        else:
            self._walk()

    def _walk(self) -> None:
        began = perf_counter()
        self._show(tuple(self._found()))
        if self.looked:
            self._cost = perf_counter() - began

    def _show(self, looked: tuple[Looked, ...]) -> None:
        old, self.looked = self.looked, looked
        margin = _REACH / self.view.zoom if old or looked else 0.0
        for card in (x.card for x in (*old, *looked)):
            if card.scene() is not None:
                rect = card.sceneBoundingRect().adjusted(-margin, 0, margin, margin / 4)
                self.view.canvas.update(rect)

    def _found(self) -> list[Looked]:
        """The cards before the unit, nearest first.

        A neuron that takes whole maps looks at all of them: they are framed whole, for that is how
        it differs from a cell of a convolution. A unit that is a map or a row, not a number, has
        no field of its own.
        """
        unit, report = self.view.context.cursor.unit, self.view.context.document.report
        shape = report.shape(unit.node) if unit is not None else None
        if unit is None or shape is None or unit.node not in report.blocks:
            return []
        if len(unit.index) != len(shape) or not shape:
            return []
        if not all(0 <= i < n for i, n in zip(unit.index, shape, strict=True)):
            return []
        cards: dict[str, list[Card]] = {}
        for id, card in self.view.canvas.cards.items():
            if card.facts.plan.kind == "maps":
                cards.setdefault(insides.source(report, id), []).append(card)
        if not cards.keys() - {unit.node}:
            return []
        fields = receptive_fields(report, unit.node, unit.index)
        return [
            Looked(card, field)
            for id, field in fields.items()
            if id != unit.node
            for card in cards.get(id, ())
            if card.facts.shape == field.shape
        ]

    # -- painting --------------------------------------------------------------------------------

    def _paint_boxes(self, painter: QPainter, looked: Looked) -> None:
        tokens, zoom = self.view.context.theme.tokens, self.view.zoom
        rects, cut = list(looked.rects()), looked.cut()
        if rects and min(rects[0].width(), rects[0].height()) * zoom >= _ROOMY:
            painter.setPen(_pen(tokens.panel, _HALO))
            painter.drawRects(rects)
        sides = [_sides(rect) for rect in rects]
        for dashed in (False, True):
            lines = [s for four in sides for s, out in zip(four, cut, strict=True) if out == dashed]
            if lines:
                painter.setPen(_pen(tokens.warning, _PEN, dashed))
                painter.drawLines(lines)

    def _width(self, text: str) -> float:
        """Of the words with their frame, px of the screen."""
        return QFontMetricsF(self.view.canvas.look.small).horizontalAdvance(text) + 14

    def _paint_words(self, painter: QPainter, card: Card, text: str) -> None:
        """Over the foot: there it hides no number of a map, nor a kernel."""
        look = self.view.canvas.look
        at = painter.worldTransform().map(card.pos() + card.geometry.foot.center())
        pill = QRectF(0, 0, self._width(text), _PILL)
        pill.moveCenter(QPointF(round(at.x()), round(at.y())))
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setFont(look.small)
        painter.setPen(QPen(QColor(look.tokens.warning), 1))
        painter.setBrush(QColor(look.tokens.panel))
        painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
        painter.setPen(QColor(look.tokens.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def _sides(rect: QRectF) -> tuple[QLineF, QLineF, QLineF, QLineF]:
    """Above, at the right, below, at the left."""
    a, b, c, d = rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()
    return QLineF(a, b), QLineF(b, c), QLineF(c, d), QLineF(d, a)


def _pen(colour: str, width: float, dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    if dashed:  # there it goes on into the padding
        pen.setDashPattern([2.0, 2.0])
    return pen
