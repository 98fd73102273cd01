"""A wire: the way of a tensor from one card to another."""

from __future__ import annotations

import itertools
import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from playground.blocks.base import Shape, format_shape, numel
from playground.document.layout.base import Route
from playground.document.model import Wire
from playground.gui.graph.corners import fits, longest_level, rounded
from playground.gui.graph.style import FULL_DETAIL, TILE_DETAIL, Look
from playground.i18n import tr

_REACH = 12.0  # px; width of the band around a wire that counts as a hit
_PILL_HEIGHT = 16.0
_LIFT = 15.0  # px above the wire, where the gap is too short for a pill on it
_TURN = 24.0  # px; how far a wire runs straight on before it turns
_SPREAD = 10.0  # px between the levels of a short and a long wire that go back

_MIRRORED = QTransform(0, 1, 1, 0, 0, 0)  # x and y change places


def curve(
    start: QPointF, end: QPointF, level: float | None = None, *, down: bool = False
) -> QPainterPath:
    """A smooth way from an output (leaves to the right) to an input (arrives from the left).

    Parameters
    ----------
    start, end : QPointF
        Places of the two ports in the scene.
    level : float, optional
        Height at which a wire runs that has to go back to the left, free of cards.
    down : bool
        The same, mirrored: it leaves downwards and arrives from above.
    """
    if down:
        return _MIRRORED.map(curve(_MIRRORED.map(start), _MIRRORED.map(end), level))
    path = QPainterPath(start)
    across = end.x() - start.x()
    if across < 0:
        return _around(path, start, end, level)
    pull = max(_TURN, across / 2)
    path.cubicTo(start + QPointF(pull, 0), end - QPointF(pull, 0), end)
    return path


def _around(path: QPainterPath, start: QPointF, end: QPointF, level: float | None) -> QPainterPath:
    """Back to the left: out, along the level between the two rows, and in again."""
    if level is None:
        level = (start.y() + end.y()) / 2
    # wires of different lengths run at different levels, so that they do not hide each other
    level += min(_SPREAD, max(-_SPREAD, (start.x() - end.x() - 700.0) / 40))
    first = 1.0 if level > start.y() else -1.0
    second = 1.0 if end.y() > level else -1.0
    r = min(_TURN, abs(level - start.y()) / 2, abs(end.y() - level) / 2)
    right, left = start.x() + r, end.x() - r
    path.quadTo(QPointF(right + r, start.y()), QPointF(right + r, start.y() + first * r))
    path.lineTo(right + r, level - first * r)
    path.quadTo(QPointF(right + r, level), QPointF(right, level))
    path.lineTo(left, level)
    path.quadTo(QPointF(left - r, level), QPointF(left - r, level + second * r))
    path.lineTo(left - r, end.y() - second * r)
    path.quadTo(QPointF(left - r, end.y()), QPointF(left, end.y()))
    path.lineTo(end)
    return path


def thickness(shape: Shape | None) -> float:
    """Width of a wire in px: grows with the logarithm of the numbers that flow through it."""
    return 1.6 if shape is None else min(6.0, 1.6 + 0.33 * math.log2(max(1, numel(shape))))


class WireItem(QGraphicsRectItem):
    """Draws one wire with its label. Its path is made anew only when an end has moved.

    The rectangle is what it draws in, as that of a card.
    """

    def __init__(self, wire: Wire, look: Look) -> None:
        super().__init__()
        self.setPen(Qt.PenStyle.NoPen)
        self.wire, self.look = wire, look
        self.tensor: Shape | None = None
        self.faulty = False
        self.selected = False
        self.marked = False  # a dragged block would be inserted here, or a cut goes through
        self._start, self._end = QPointF(), QPointF()
        self._level: float | None = None
        self._route: Route = ()
        self._path = QPainterPath()
        self._shape: QPainterPath | None = None  # made when it is asked for
        self.lines: list[QLineF] = []  # the way as it is seen from far away
        self._pill: QRectF | None = None
        self._label = QStaticText()
        self.setZValue(0)

    def set_ends(
        self, start: QPointF, end: QPointF, level: float | None = None, route: Route = ()
    ) -> None:
        """Lead from one place of the scene to another; `level` as for `curve`.

        Along `route`, unless an end has left it.
        """
        self.prepareGeometryChange()  # the way can change without its bounds
        self._start, self._end, self._level = start, end, level
        self._route = route if fits(route, start, end) else ()
        self._path = (
            rounded(route) if self._route else curve(start, end, level, down=self.look.down)
        )
        self._shape = None
        self.lines = [QLineF(start, end)]
        if self._route:
            points = [QPointF(*point) for point in route]
            self.lines = [QLineF(*ends) for ends in itertools.pairwise(points)]
        self._place_pill(start, end)
        bounds = self._path.boundingRect().adjusted(-8, -8, 8, 8)
        self.setRect(bounds if self._pill is None else bounds.united(self._pill))

    def set_tensor(self, tensor: Shape | None, faulty: bool) -> None:
        """Show which shape flows here, and whether the block it reaches cannot take it."""
        if (tensor, faulty) == (self.tensor, self.faulty) and self._label.text():
            return
        self.tensor, self.faulty = tensor, faulty
        self.relook()

    def relook(self) -> None:
        """Theme, fonts or language changed."""
        text = format_shape(self.tensor) if self.tensor is not None else ""
        self._label = QStaticText(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.prepare(font=self.look.small_number)
        names = f"{self.wire}"
        about = tr("Shape of one sample: {shape}", shape=text) if text else tr("Shape not known")
        self.setToolTip(f"{names}\n{about}")
        if not self._path.isEmpty():
            self.set_ends(self._start, self._end, self._level, self._route)
        self.update()

    def set_state(self, *, selected: bool | None = None, marked: bool | None = None) -> None:
        """Draw it selected, or marked as the target of a gesture."""
        self.selected = self.selected if selected is None else selected
        self.marked = self.marked if marked is None else marked
        self.update()

    def path(self) -> QPainterPath:
        """The curve in the scene."""
        return self._path

    def shape(self) -> QPainterPath:
        if self._shape is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_REACH)
            self._shape = stroker.createStroke(self._path)
        return self._shape

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < TILE_DETAIL:
            return  # `far.paint` draws all wires at once
        colour = self.look.bad if self.faulty else self.look.wire
        if self.selected or self.marked:
            colour = self.look.accent
        width = thickness(self.tensor) + (2.0 if self.marked else 0.8 if self.selected else 0.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPath(self._path)
        if self._pill is not None and detail >= FULL_DETAIL:
            self._paint_pill(painter, self._pill)

    def _paint_pill(self, painter: QPainter, pill: QRectF) -> None:
        tokens = self.look.tokens
        painter.setPen(QPen(QColor(tokens.bad if self.faulty else tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setPen(QColor(tokens.bad if self.faulty else tokens.secondary))
        painter.setFont(self.look.small_number)
        size = self._label.size()
        corner = pill.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawStaticText(corner, self._label)

    def _place_pill(self, start: QPointF, end: QPointF) -> None:
        """In the middle: on a long wire, above a short one, nowhere if cards are too near."""
        width = self._label.size().width() + 8
        gap = end.x() - start.x()
        middle = self._path.pointAtPercent(0.5)
        self._pill = None
        if self.look.down:
            room, gap = _PILL_HEIGHT + 8, end.y() - start.y()
            if self._route:
                middle, gap = longest_level([(y, x) for x, y in self._route])
                middle = _MIRRORED.map(middle)
            if self._label.text() and not 0 < gap < room:
                self._pill = QRectF(0, 0, width, _PILL_HEIGHT)
                self._pill.moveCenter(middle)
            return
        if self._route:
            middle, gap = longest_level(self._route)
        if not self._label.text() or 0 < gap < width + 2:
            return
        lift = _LIFT if 0 < gap < width + 40 else 0.0
        self._pill = QRectF(0, 0, width, _PILL_HEIGHT)
        self._pill.moveCenter(middle - QPointF(0, lift))
