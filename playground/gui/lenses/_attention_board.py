"""All heads small, layer by layer, and one of them large with the names of its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.gui.cursor import Unit
from playground.gui.depth._marks import Cells, Drawing, Index, Mark, Words
from playground.gui.graph.style import Look
from playground.gui.lenses._attention_state import Opened, Spot
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme
from playground.gui.truth import Reading, written
from playground.i18n import tr

SHARES = Scale(0.0, 1.0)  # of all matrices
_GAP, _LINE = 6.0, 13.0  # px between matrices, height of a name
_STRIP = 0.42  # of the width for all heads, at most
_LABEL = 62.0  # px, the widest name of a step
_LEAST_LABEL = 11.0  # px between two names
_RING = 8.0  # px, the smallest ring around a cell


@dataclass(frozen=True, slots=True, eq=False)
class Shares(Cells):
    """The matrix of one head: a row a query, a column a key."""

    block: Opened | None = None
    head: int = 0
    queries: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    whole: bool = False  # a click means the head, not the cell

    def hit(self, at: QPointF) -> Index | Unit | None:
        found = self.at(at)
        if found is None or self.block is None:
            return None
        return Unit(self.block.node, (self.head,) if self.whole else (self.head, *found))

    def tip(self, at: QPointF) -> str:
        found = self.at(at)
        if found is None or self.block is None:
            return ""
        row, column = found
        words = tr(
            "{query} (step {i}) looks at {key} (step {j}): {share}",
            query=self.queries[row],
            i=row,
            key=self.keys[column],
            j=column,
            share=written(float(self.values[row, column]), 4),
        )
        return f"{self.block.node}, {head_words(self.head)}: {words}"

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        cell = self.cell(0, 0) if self.values.size else QRectF()
        if min(cell.width(), cell.height()) >= 1:  # smaller ones share their pixels
            yield from Cells.readings(self, view, theme, look)


def head_words(head: int) -> str:
    """What a head is called; people count from 1."""
    return tr("head {n}", n=head + 1)


class Board:
    """Sets the marks into a rectangle.

    Attributes
    ----------
    marks : list of Mark
    rings : list of QRectF
        The head and the cell that are chosen, and cells whose score was set by hand.
    """

    def __init__(
        self,
        rect: QRectF,
        look: Look,
        blocks: Mapping[str, Opened],
        spot: Spot,
        labels: Callable[[int], tuple[str, ...]],
    ) -> None:
        self.look, self.blocks, self.spot, self.labels = look, blocks, spot, labels
        self.marks: list[Mark] = []
        self.rings: list[QRectF] = []
        many = sum(block.heads for block in blocks.values()) > 1
        wide = QRectF(rect)
        if many:
            strip = QRectF(rect)
            strip.setWidth(self._strip_width(rect))
            self._heads(strip)
            wide.setLeft(strip.right() + _GAP)
        self._large(wide)

    def _strip_width(self, rect: QRectF) -> float:
        most = max(block.heads for block in self.blocks.values())
        tall = (rect.height() / len(self.blocks)) - _LINE - _GAP
        return min(most * (max(tall, 12.0) + _GAP), _STRIP * rect.width())

    def _heads(self, rect: QRectF) -> None:
        most = max(block.heads for block in self.blocks.values())
        high = rect.height() / len(self.blocks)
        side = min(rect.width() / most - _GAP, high - _LINE - 2)
        if side < 4:
            return
        for number, block in enumerate(self.blocks.values()):
            top = rect.top() + number * min(high, side + _LINE + _GAP)
            name = QRectF(rect.left(), top, rect.width(), _LINE)
            unit = Unit(block.node)
            self.marks.append(Words(name, block.node, ink="secondary", font="small", index=unit))
            for head in range(block.heads):
                corner = QPointF(rect.left() + head * (side + _GAP) + 1, top + _LINE)
                cells = self._matrix(block, head, corner, QRectF(0, 0, side, side), True)
                self.marks += _muted(cells) if head in block.muted else [cells]
                if (block.node, head) == (self.spot.node, self.spot.head):
                    self.rings.append(cells.rect)

    def _matrix(
        self, block: Opened, head: int, corner: QPointF, room: QRectF, whole: bool
    ) -> Shares:
        """Cells of whole pixels where there is room for that, so that each can be seen."""
        _, rows, columns = block.weights.shape
        side = min(room.width() / columns, room.height() / rows)
        side = float(int(side)) if side >= 1 else side
        return Shares(
            QRectF(round(corner.x()), round(corner.y()), side * columns, side * rows),
            block.weights[head],
            SHARES,
            block.name("weights"),
            lambda row, column: (head, row, column),
            block=block,
            head=head,
            queries=self.labels(rows),
            keys=self.labels(columns),
            whole=whole,
        )

    def _large(self, rect: QRectF) -> None:
        block = self.blocks[self.spot.node]
        _, rows, columns = block.weights.shape
        queries, keys = self.labels(rows), self.labels(columns)
        metrics = QFontMetricsF(self.look.small)
        left = min(max(map(metrics.horizontalAdvance, queries)) + 6, _LABEL)
        over = min(max(map(metrics.horizontalAdvance, keys)) + 6, _LABEL)
        flat = (rect.width() - left) / columns >= over  # the names of the columns lie
        top = _LINE + (_LINE if flat else over)
        room = QRectF(0, 0, max(rect.width() - left - 2, 4.0), max(rect.height() - top - 2, 4.0))
        corner = QPointF(rect.left() + left, rect.top() + top)
        cells = self._matrix(block, self.spot.head, corner, room, False)
        title = QRectF(rect.left(), rect.top(), rect.width(), _LINE)
        words = f"{block.node}, {head_words(self.spot.head)}"
        if self.spot.head in block.muted:
            words += " " + tr("(muted)")
        self.marks += [
            Words(title, words, ink="ink", font="small"),
            cells,
            self._names(cells, queries, keys, flat, left, top - _LINE),
        ]
        changed = [(i, j) for head, i, j in block.changed if head == self.spot.head]
        for place in dict.fromkeys([(self.spot.query, self.spot.key), *changed]):
            cell = cells.cell(*place)
            more = max(0.0, (_RING - cell.width()) / 2)  # a ring within which it can be seen
            self.rings.append(cell.adjusted(-more, -more, more, more))

    def _names(
        self,
        cells: Shares,
        queries: Sequence[str],
        keys: Sequence[str],
        flat: bool,
        left: float,
        over: float,
    ) -> Drawing:
        """Names of rows and columns, as many as can be read; those of the chosen cell stand out."""
        spot, cell = self.spot, cells.cell(0, 0)
        frame = cells.rect.adjusted(-left, -over, 0, 0)

        def draw(painter: QPainter, look: Look) -> None:
            painter.setFont(look.small)
            every = max(1, int(-(-_LEAST_LABEL // max(cell.height(), 0.1))))
            for row, name in enumerate(queries):
                if row == spot.query or (row % every == 0 and abs(row - spot.query) >= every):
                    rect = QRectF(frame.left(), cells.cell(row, 0).center().y() - 7, left - 4, 14)
                    _name(painter, look, rect, name, row == spot.query)
            every = max(1, int(-(-_LEAST_LABEL // max(cell.width(), 0.1)))) if not flat else 1
            for column, name in enumerate(keys):
                if column != spot.key and (column % every or abs(column - spot.key) < every):
                    continue
                middle = cells.cell(0, column).center().x()
                painter.save()
                if flat:
                    rect = QRectF(middle - cell.width() / 2, frame.top(), cell.width(), over - 2)
                    _name(painter, look, rect, name, column == spot.key, middle=True)
                else:
                    painter.translate(middle - 7, cells.rect.top() - 3)
                    painter.rotate(-90)
                    rect = QRectF(0, 0, over - 4, 14)
                    _name(painter, look, rect, name, column == spot.key, start=True)
                painter.restore()

        return Drawing(frame, draw)


def _muted(cells: Shares) -> list[Mark]:
    """In place of a small matrix: its head is muted."""
    assert cells.block is not None  # each has one here

    def draw(painter: QPainter, look: Look) -> None:
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.drawRect(cells.rect.adjusted(0.5, 0.5, -0.5, -0.5))

    words = tr("muted")
    told = f"{cells.block.node}, {head_words(cells.head)} {tr('(muted)')}"
    unit = Unit(cells.block.node, (cells.head,))
    middle = Qt.AlignmentFlag.AlignHCenter
    text = Words(
        cells.rect, words, ink="secondary", font="small", index=unit, told=told, align=middle
    )
    return [Drawing(cells.rect, draw), text]


def _name(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    name: str,
    chosen: bool,
    *,
    middle: bool = False,
    start: bool = False,
) -> None:
    painter.setPen(QColor(look.tokens.accent if chosen else look.tokens.secondary))
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(rect.width()))
    side = Qt.AlignmentFlag.AlignRight
    if middle or start:
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)
