"""One number of a block that mixes little: tanh(0.51) = 0.47, with the function drawn below."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.blocks.base import Block
from playground.explain import activation
from playground.explain.base import Derived, Ref
from playground.explain.pointwise import BLOCKS, statement
from playground.gui.cursor import Unit
from playground.gui.depth._around import sources
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Claim, Drawing, Mark, Words, figure
from playground.gui.depth._sheet_view import SheetView
from playground.gui.depth.base import Level, Probe, depth_view
from playground.gui.graph.style import Look
from playground.gui.widgets.strokes import pieces
from playground.i18n import tr

_MOST = 320.0  # px; the drawn function gets no larger
_LINE = 18.0
_LEFT = Qt.AlignmentFlag.AlignLeft


@depth_view("pointwise", levels=(Level.ARITHMETIC,))
class PointwiseView(SheetView):
    """The statement of one number; of an activation also its curve, and its slope there."""

    @classmethod
    def suits(cls, block: Block, level: Level) -> bool:
        """Blocks whose numbers come about in one line."""
        return type(block).key in BLOCKS

    def needs(self) -> tuple[str, ...]:
        return ("out", "in/0")

    def probes(self) -> Iterable[Probe]:
        return (self.inside(),)

    @property
    def kind(self) -> str:
        """Key of the block; "muted" for one that hands its input on."""
        found = self.report
        return "" if found is None else "muted" if found.node.muted else found.node.block

    @property
    def params(self) -> dict[str, object]:
        """Parameters of the block, those that are not written down too."""
        found = self.report
        return found.block.model_dump() if found is not None and found.block is not None else {}

    def draw(self) -> list[Mark]:
        room = QRectF(self.sheet.rect()).adjusted(6, 6, -6, -6)
        formula = Formula(room, self.sheet.look, self._claim, self._told, self._unit)
        pieces = statement(self.kind, self.params, self.values, self.place.cell)
        for place, piece in enumerate(pieces):
            if isinstance(piece, str):
                formula.sign(piece, "ink" if piece.isalpha() else "secondary")
            elif isinstance(piece, Derived):
                full = piece.formula.replace('t["', f't["inside/{self.node}/')
                formula.derived(piece.value, full)
            else:
                formula.number(piece, bold=place == len(pieces) - 1)
        rest = QRectF(room)
        rest.setTop(formula.bottom + 12)
        return [*formula.marks, *self._notes(rest)]

    def words(self) -> str:
        return " ".join(mark.text for mark in self.sheet.marks if isinstance(mark, Words))

    def _notes(self, rect: QRectF) -> list[Mark]:
        if self.kind in activation.FUNCTIONS:
            return self._curve(rect)
        passing = {
            "dropout": tr("While it is measured, Dropout lets every number through."),
            "flatten": tr("The same numbers in the same order: only the axes are gone."),
            "reshape": tr("The same numbers in the same order: only the axes are others."),
            "muted": tr("Muted: it passes its input through unchanged."),
        }
        said = passing.get(self.kind, "")
        place = QRectF(rect.left(), rect.top(), rect.width(), _LINE)
        return [Words(place, said, ink="secondary", told=said)] if said else []

    def _curve(self, rect: QRectF) -> list[Mark]:
        """The function around the number, the place it is at, and how steep it is there."""
        x, y = (
            float(self.values["in/0"][self.place.cell]),
            float(self.values["out"][self.place.cell]),
        )
        if not np.isfinite([x, y]).all():
            return []
        reach = max(4.0, 1.25 * abs(x))
        line = activation.curve(self.kind, self.params, -reach, reach)
        side = min(rect.width(), rect.height() - _LINE - 8, _MOST)
        if side < 60:
            return []
        slope = activation.slope(self.kind, self.params, x)
        said = Words(QRectF(rect.left(), rect.top(), 76, _LINE), tr("slope here"), ink="secondary")
        x_name, at = self.full("in/0"), ", ".join(map(str, self.place.cell))
        formula = f'slope("{self.kind}", {self.params!r}, float(t["{x_name}"][{at}]))'
        place = QRectF(rect.left() + 78, rect.top(), 70, _LINE)
        steep = figure(place, slope, Claim(formula=formula), align=_LEFT)
        note = QRectF(
            place.right() + 6, rect.top(), max(rect.right() - place.right() - 6, 10), _LINE
        )
        words = tr("that part of a gradient gets through")
        box = QRectF(rect.left(), rect.top() + _LINE + 8, 1.4 * side, side)
        box.setWidth(min(box.width(), rect.width()))
        return [
            said,
            steep,
            Words(note, words, ink="secondary", told=words),
            Drawing(box, _Plot(box, line, (x, y))),
        ]

    def _claim(self, ref: Ref) -> Claim:
        return Claim(self.full(ref.tensor), ref.index)

    def _told(self, ref: Ref) -> str:
        index = ", ".join(map(str, ref.index))
        if ref.tensor.startswith("in/"):
            return tr("output [{index}] of {id}", index=index, id=self._source(ref))
        name = ref.tensor.rpartition("/")[2]
        return f"{self.node}[{index}]" if name == "out" else f"{self.node}.{name}[{index}]"

    def _unit(self, ref: Ref) -> Unit | None:
        if ref.tensor.startswith("in/"):
            return Unit(self._source(ref), ref.index)
        return Unit(self.node, ref.index) if ref.tensor == "out" else None

    def _source(self, ref: Ref) -> str:
        found = sources(self.context.document.report, self.node)
        number = int(ref.tensor[3:])
        return found[number] if number < len(found) else ""


class _Plot:
    """Draws a function with one point on it."""

    def __init__(self, box: QRectF, line: np.ndarray, point: tuple[float, float]) -> None:
        self.box, self.line, self.point = box, line, point
        xs, ys = line[:, 0], line[:, 1]
        low, high = min(float(ys.min()), 0.0), max(float(ys.max()), 0.0)
        pad = 0.06 * (high - low or 1.0)
        self.x, self.y = (float(xs[0]), float(xs[-1])), (low - pad, high + pad)

    def spot(self, x: float, y: float) -> QPointF:
        """Where a point of the plane is drawn."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return QPointF(
            self.box.left() + across * self.box.width(), self.box.bottom() - up * self.box.height()
        )

    def __call__(self, painter: QPainter, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.drawRect(self.box)
        painter.drawLine(self.spot(self.x[0], 0), self.spot(self.x[1], 0))
        painter.drawLine(self.spot(0, self.y[0]), self.spot(0, self.y[1]))
        x, y = self.point
        painter.setPen(QPen(QColor(look.tokens.secondary), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self.spot(x, 0), self.spot(x, y))
        painter.drawLine(self.spot(0, y), self.spot(x, y))
        painter.setPen(QPen(QColor(look.tokens.accent), 2))
        spots = [self.spot(float(a), float(b)).toTuple() for a, b in self.line]
        painter.drawLines(pieces(np.array(spots)))
        painter.setBrush(QColor(look.tokens.accent))
        painter.drawEllipse(self.spot(x, y), 4.5, 4.5)
