"""A sequence unrolled: a column a step, and arcs from the step whose loss it is to earlier ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from playground.gui.depth._marks import Cells, Drawing, Index, Mark, Ramp
from playground.gui.graph.style import Look
from playground.gui.lenses._logs import log10
from playground.gui.lenses._memory_lines import Reach
from playground.gui.lenses._pictures import Scale
from playground.gui.theme import Theme
from playground.gui.truth import Reading, written
from playground.i18n import tr

SPAN = 6  # powers of ten between the thickest arc and none
_THIN, _THICK = 0.6, 9.0  # px
_LINE, _ROW = 15.0, 20.0  # px of a line of words, and of a row of numbers
_LEAST = 3.0  # px of a column; steps are left out before it gets smaller


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """What is unrolled: the gradient of one state, and what was read at each step."""

    reach: Reach
    labels: tuple[str, ...]  # tokens; () where the sample has none
    x: np.ndarray | None = None  # (T, F), where it has numbers

    @property
    def end(self) -> int:
        """The step from which the arcs go."""
        return int(self.reach.steps[0])

    @property
    def decades(self) -> tuple[float, float]:
        """Powers of ten between which arcs get thicker: no arc below, the thickest above."""
        logs = log10(self.reach.values)
        finite = logs[np.isfinite(logs)]
        high = float(np.ceil(finite.max())) if len(finite) else 0.0
        return high - SPAN, high

    def shares(self) -> np.ndarray:
        """How thick each arc is, by lag: 0 to 1 on a logarithmic scale; NaN for no number."""
        low, high = self.decades
        values = self.reach.values
        logs = np.where(values == 0, low, log10(values))  # of 0 no logarithm, but surely no arc
        found: np.ndarray = np.clip((logs - low) / (high - low), 0.0, 1.0)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Arcs(Mark):
    """One arc a step, as thick as the logarithm of the gradient."""

    rect: QRectF
    sequence: Sequence
    columns: dict[int, float]  # step -> middle of its column in px
    lit: int | None = None  # the step whose arc stands out

    def widths(self) -> dict[int, float]:
        """Lag -> share of the full thickness, of what is drawn."""
        shares, steps = self.sequence.shares(), self.sequence.reach.steps
        return {
            lag: float(share)
            for lag, (share, step) in enumerate(zip(shares, steps, strict=True))
            if lag and int(step) in self.columns and np.isfinite(share)
        }

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        if not self.rect.intersects(clip):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = QPointF(self.columns[self.sequence.end], self.rect.bottom())
        widths = self.widths()
        farthest = max(abs(x - start.x()) for x in self.columns.values()) or 1.0
        for lag, share in sorted(widths.items(), key=lambda item: item[1]):
            step = int(self.sequence.reach.steps[lag])
            if share <= 0:
                continue
            end = QPointF(self.columns[step], self.rect.bottom())
            tall = (self.rect.height() - _THICK) * (
                0.15 + 0.85 * abs(end.x() - start.x()) / farthest
            )
            path = QPainterPath(start)
            up = self.rect.bottom() - tall * 4 / 3  # a cubic reaches three quarters of its handles
            path.cubicTo(QPointF(start.x(), up), QPointF(end.x(), up), end)
            colour = QColor(look.tokens.warning if step == self.lit else look.tokens.accent)
            colour.setAlphaF(1.0 if step == self.lit else 0.45)
            painter.setPen(QPen(colour, _THIN + share * (_THICK - _THIN), c=Qt.PenCapStyle.FlatCap))
            painter.drawPath(path)
        painter.restore()

    def readings(self, view: str, theme: Theme, look: Look) -> list[Reading]:
        low, high = self.sequence.decades
        found = []
        for lag, share in self.widths().items():
            value = f"{self.sequence.reach.formula(lag)}.astype(float)"
            formula = f"np.clip((np.log10(max({value}, 1e-300)) - {low}) / {high - low}, 0.0, 1.0)"
            found.append(Reading(view=view, where=lag, formula=formula, value=share))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Columns(Mark):
    """Where the pointer is in which column; it paints nothing."""

    rect: QRectF
    steps: tuple[int, ...]

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        pass

    def hit(self, at: QPointF) -> Index | None:
        if not self.rect.contains(at):
            return None
        share = (at.x() - self.rect.left()) / self.rect.width()
        return (self.steps[min(int(share * len(self.steps)), len(self.steps) - 1)],)


class ArcBoard:
    """Sets the marks into a rectangle.

    Attributes
    ----------
    marks : list of Mark
    steps : tuple of int
        Those that are shown.
    arcs : Arcs
        What is drawn above the columns.
    """

    def __init__(self, rect: QRectF, look: Look, sequence: Sequence, lit: int | None) -> None:
        self.sequence, self.lit = sequence, lit
        total = len(sequence.labels) or int(sequence.reach.steps.max()) + 1
        total = max(total, int(sequence.reach.steps.max()) + 1)
        every = max(1, int(np.ceil(total * _LEAST / max(rect.width(), 1.0))))
        self.every = every
        # the step whose loss it is, is never left out
        self.steps = tuple(range(sequence.end % every, total, every))
        self.wide = max(rect.width() / len(self.steps), 1.0)
        rows = [self._gradients, *([self._inputs] if sequence.x is not None else [])]
        heights = [_LINE + _ROW, *([self._tall_inputs()] if sequence.x is not None else [])]
        floor = rect.bottom() - sum(heights) - _LINE
        area = QRectF(rect.left(), rect.top(), rect.width(), max(floor - rect.top(), 20.0))
        columns = {s: rect.left() + (n + 0.5) * self.wide for n, s in enumerate(self.steps)}
        self.arcs = Arcs(area, sequence, columns, lit)
        self.marks: list[Mark] = [Columns(QRectF(rect), self.steps), self.arcs]
        self.marks.append(self._names(QRectF(rect.left(), floor, rect.width(), _LINE)))
        top = floor + _LINE
        for row, tall in zip(rows, heights, strict=True):
            self.marks += row(QRectF(rect.left(), top, rect.width(), tall))
            top += tall

    def column(self, step: int) -> QRectF | None:
        """The place of a step in the row of numbers; None where it is left out."""
        cells = self.marks[-1] if self.sequence.x is None else self.marks[-3]
        assert isinstance(cells, Cells)
        return cells.cell(0, self.steps.index(step)) if step in self.steps else None

    def _tall_inputs(self) -> float:
        assert self.sequence.x is not None
        return _LINE + 8.0 * min(self.sequence.x.shape[1], 4)

    def _gradients(self, rect: QRectF) -> list[Mark]:
        """The numbers behind the arcs, one a step; later steps than the loss's have none."""
        reach = self.sequence.reach
        by_step = dict(zip(reach.steps.tolist(), reach.values.tolist(), strict=True))
        values = np.array([[by_step.get(s, 0.0) for s in self.steps]])
        scale = Scale(0.0, Scale.of(np.abs(values)).high)
        name = tr("|d loss / d {name}| at step", name=reach.words)
        title = QRectF(rect.left(), rect.top(), rect.width(), _LINE)
        place = QRectF(rect.left(), rect.top() + _LINE, self.wide * len(self.steps), _ROW - 4)
        layer, way, _ = reach.index(0)
        cells = Cells(
            place,
            values,
            scale,
            reach.tensor,
            lambda _row, column: (layer, way, self.steps[column]),
            reach.words,
        )
        return [Ramp(title, scale, name), cells]

    def _inputs(self, rect: QRectF) -> list[Mark]:
        x = self.sequence.x
        assert x is not None
        features = min(x.shape[1], 4)
        values = np.ascontiguousarray(x[list(self.steps), :features].T)
        name = tr("input x") if features == x.shape[1] else tr("input x, first {n}", n=features)
        title = QRectF(rect.left(), rect.top(), rect.width(), _LINE)
        tall = 8.0 * features
        place = QRectF(rect.left(), rect.top() + _LINE, self.wide * len(self.steps), tall)
        scale = Scale.signed(values)
        cells = Cells(
            place, values, scale, "arcs/x", lambda row, column: (self.steps[column], row), "x"
        )
        return [Ramp(title, scale, name), cells]

    def _names(self, rect: QRectF) -> Drawing:
        """Tokens or numbers of the steps, as many as can be read."""
        labels = self.sequence.labels
        names = [labels[s] if s < len(labels) else str(s) for s in self.steps]
        chosen = [self.steps.index(s) for s in (self.sequence.end, self.lit) if s in self.steps]

        def draw(painter: QPainter, look: Look) -> None:
            painter.setFont(look.small)
            wide = [painter.fontMetrics().horizontalAdvance(name) + 2.0 for name in names]
            every = max(1, int(np.ceil((max(wide) + 4) / self.wide)))
            for column, name in enumerate(names):
                near = any(0 < abs(column - c) < every for c in chosen)
                if column not in chosen and (column % every or near):
                    continue
                left = rect.left() + (column + 0.5) * self.wide - wide[column] / 2
                left = max(min(left, rect.right() - wide[column]), rect.left())
                ink = look.tokens.accent if column in chosen else look.tokens.secondary
                painter.setPen(QColor(ink))
                place = QRectF(left, rect.top(), wide[column], rect.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

        return Drawing(rect, draw)


def scale_words(sequence: Sequence) -> str:
    """How thick an arc is, in words."""
    low, high = (written(10.0**power, 2) for power in sequence.decades)
    return tr(
        "thickness: log |d loss / d state|, none at {low} and below, full at {high}",
        low=low,
        high=high,
    )
