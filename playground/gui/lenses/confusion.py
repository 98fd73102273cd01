"""Lens: which classes are taken for which."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.theme import Theme
from playground.i18n import mark, tr
from playground.telemetry.probes.predictions import Predictions


def confusion_matrix(targets: np.ndarray, predicted: np.ndarray, num_classes: int) -> np.ndarray:
    """Counts of (true class, predicted class), int64 (C, C)."""
    cells = targets.astype(np.int64) * num_classes + predicted
    return np.bincount(cells, minlength=num_classes**2).reshape(num_classes, num_classes)


class Matrix(QWidget):
    """Paints a confusion matrix: hits on the diagonal, mistakes beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.counts = np.zeros((0, 0), dtype=np.int64)
        self.classes: tuple[str, ...] = ()
        self.setMinimumSize(120, 120)

    def set_counts(self, counts: np.ndarray, classes: tuple[str, ...]) -> None:
        """Show these counts, (true, predicted)."""
        self.counts, self.classes = counts, classes
        self.update()

    def area(self) -> QRectF:
        """The square in which the cells lie."""
        left, bottom = self.label_width() + 4, 30.0
        side = max(min(self.width() - left - 4, self.height() - bottom - 4), 10.0)
        return QRectF(left, 2, side, side)

    def label_width(self) -> float:
        """Px for the names of the true classes: as much as they need, within reason."""
        metrics = QFontMetricsF(self.small_font())
        widest = max((metrics.horizontalAdvance(name) for name in self.classes), default=0.0)
        return min(max(widest + 2, 26.0), 0.28 * self.width())

    def small_font(self) -> QFont:
        """The font of names and counts."""
        font = QFont(self.font())
        font.setPixelSize(10)
        return font

    def colour(self, row: int, column: int) -> QColor:
        """Hits from page to navy, mistakes from page to red, by share of the true class."""
        total = max(int(self.counts[row].sum()), 1)
        share = self.counts[row, column] / total
        if row == column:
            return QColor(*(int(v) for v in self.theme.sequential(np.array(share), 1.0)))
        colour = QColor(self.theme.tokens.bad)
        colour.setAlphaF(0.0 if share == 0 else min(0.15 + 1.2 * share, 1.0))
        return colour

    def paintEvent(self, _event: QPaintEvent) -> None:
        n = len(self.counts)
        if not n:
            return
        painter, area = QPainter(self), self.area()
        side = area.width() / n
        font = self.small_font()
        if side <= 12:
            font.setPixelSize(8)
        painter.setFont(font)
        ground = QColor(self.theme.tokens.field)
        for row in range(n):
            for column in range(n):
                cell = QRectF(area.left() + column * side, area.top() + row * side, side, side)
                inner = cell.adjusted(0.5, 0.5, -0.5, -0.5) if side > 4 else cell
                painter.fillRect(inner, ground)
                painter.fillRect(inner, self.colour(row, column))
                count = int(self.counts[row, column])
                if side >= 20 and count:
                    dark = row == column and count * 2 > self.counts[row].sum()
                    ink = self.theme.tokens.panel if dark else self.theme.tokens.ink
                    painter.setPen(QColor(ink))
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count))
        self._paint_labels(painter, area, side)
        painter.end()

    def _paint_labels(self, painter: QPainter, area: QRectF, side: float) -> None:
        painter.setPen(QColor(self.theme.tokens.secondary))
        metrics = painter.fontMetrics()
        every = max(1, round(12 / side))
        for index in range(0, len(self.counts), every):
            name = self.classes[index] if index < len(self.classes) else str(index)
            room = self.label_width()
            left = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room))
            below = metrics.elidedText(
                name, Qt.TextElideMode.ElideRight, int(max(side * every, 10))
            )
            y, x = area.top() + index * side, area.left() + index * side
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y, room, side), right, left)
            painter.drawText(
                QRectF(x, area.bottom() + 1, side * every, 13), Qt.AlignmentFlag.AlignHCenter, below
            )
        painter.setFont(self.small_font())
        words = tr("predicted (rows: true class)")
        wide = max(QFontMetricsF(painter.font()).horizontalAdvance(words) + 2, area.width())
        start = max(0.0, min(area.center().x() - wide / 2, self.width() - wide))
        across = QRectF(start, area.bottom() + 14, wide, 14)
        painter.drawText(across, Qt.AlignmentFlag.AlignHCenter, words)

    def cell_at(self, at: QPointF) -> tuple[int, int] | None:
        """Row and column under a point."""
        area, n = self.area(), len(self.counts)
        if not n or not area.contains(at):
            return None
        side = area.width() / n
        row, column = int((at.y() - area.top()) / side), int((at.x() - area.left()) / side)
        return min(row, n - 1), min(column, n - 1)

    def event(self, event: QHelpEvent) -> bool:
        if event.type() == QHelpEvent.Type.ToolTip:
            cell = self.cell_at(QPointF(event.pos()))
            if cell is None:
                QToolTip.hideText()
            else:
                true, predicted = (
                    self.classes[i] if i < len(self.classes) else str(i) for i in cell
                )
                text = tr(
                    "{count} of {total} samples of class {true} are taken for {predicted}.",
                    count=int(self.counts[cell]),
                    total=int(self.counts[cell[0]].sum()),
                    true=true,
                    predicted=predicted,
                )
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)


@lens("confusion", title=mark("Confusion"))
class ConfusionLens(Lens):
    """Counts of test samples by true and predicted class."""

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.matrix = Matrix(context.theme)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.matrix)

    def probes(self) -> tuple[Probe, ...]:
        return (Predictions(),)

    def waits_for(self) -> str:
        return tr(
            "This view compares predicted with true classes: "
            "it needs a classifier and test samples."
        )

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        probabilities = snapshot.arrays.get("predictions/probabilities")
        targets = snapshot.arrays.get("predictions/targets")
        if probabilities is None or targets is None:
            return False
        if targets.ndim > 1:  # one-hot
            targets = targets.argmax(1)
        count = probabilities.shape[1]
        field = self.context.document.report.fields.get("y")
        classes = field.classes if field else ()
        self.matrix.set_counts(confusion_matrix(targets, probabilities.argmax(1), count), classes)
        return True

    def retheme(self) -> None:
        self.matrix.update()

    def retranslate(self) -> None:
        self.matrix.update()
