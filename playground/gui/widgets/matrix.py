"""A confusion matrix that can be pointed at and clicked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.gui.theme import Theme
from playground.gui.widgets.tiles import to_image
from playground.i18n import tr

Cell = tuple[int, int]
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Matrix(QWidget):
    """Hits on the diagonal, mistakes beside it; coloured by share of the true class.

    Rows and columns are places in `shown`, the classes that there is room for.
    """

    pointed = Signal(object)  # cell (row, column), None when the pointer leaves
    clicked = Signal(int, int)  # row, column

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.counts = np.zeros((0, 0), dtype=np.int64)
        self.totals = np.zeros(0, dtype=np.int64)
        self.classes: tuple[str, ...] = ()
        self.current: Cell | None = None  # that the keys move
        self.picked: Cell | None = None  # -1 for any
        self.lit: int | None = None  # row and column of a class that is pointed at
        self.lit_cell: Cell | None = None  # of a sample that is pointed at
        self._rgba = np.zeros((0, 0, 4), dtype=np.uint8)
        self.setMinimumSize(120, 120)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_counts(
        self, counts: np.ndarray, classes: tuple[str, ...], totals: np.ndarray | None = None
    ) -> None:
        """Show these counts, (true, predicted).

        `totals` are the samples of each true class, where not all predicted classes are columns.
        """
        self.counts, self.classes = counts, classes
        self.totals = counts.sum(1) if totals is None else totals
        self._rgba = self.colours()
        self.update()

    def retheme(self) -> None:
        """The colours of the theme have changed."""
        self._rgba = self.colours()
        self.update()

    def colours(self) -> np.ndarray:
        """RGBA (rows, columns, 4): hits from page to navy, mistakes from field to red."""
        share = self.counts / np.maximum(self.totals, 1)[:, None]
        tokens = self.theme.tokens
        ground, bad = (np.array(QColor(c).getRgb()[:3]) for c in (tokens.field, tokens.bad))
        strength = np.where(share > 0, 0.15 + 0.85 * share, 0.0)[..., None]
        rgba = np.full((*share.shape, 4), 255.0)
        rgba[..., :3] = ground + strength * (bad - ground)
        hits = np.arange(len(share))
        rgba[hits, hits] = self.theme.sequential(share[hits, hits], 1.0)
        return np.rint(rgba).astype(np.uint8)

    def mistake_ramp(self) -> np.ndarray:
        """64 colours of mistakes, for a share from just above 0 to 1."""
        tokens = self.theme.tokens
        ground, bad = (np.array(QColor(c).getRgb()[:3]) for c in (tokens.field, tokens.bad))
        rgb = ground + np.linspace(0.15, 1.0, 64)[:, None] * (bad - ground)
        return np.rint(np.concatenate([rgb, np.full((64, 1), 255.0)], 1)).astype(np.uint8)

    # -- where things are -----------------------------------------------------------------------

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

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is painted."""
        area = self.area()
        side = area.width() / max(len(self.counts), 1)
        return QRectF(area.left() + column * side, area.top() + row * side, side, side)

    def cell_at(self, at: QPointF) -> Cell | None:
        """Row and column under a point."""
        area, n = self.area(), len(self.counts)
        if not n or not area.contains(at):
            return None
        side = area.width() / n
        row, column = int((at.y() - area.top()) / side), int((at.x() - area.left()) / side)
        return min(row, n - 1), min(column, n - 1)

    def name(self, index: int) -> str:
        """Name of the class of a row or column."""
        return self.classes[index] if index < len(self.classes) else str(index)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        n = len(self.counts)
        if not n:
            return
        painter, area = QPainter(self), self.area()
        side = area.width() / n
        painter.drawImage(area, to_image(self._rgba))
        if side > 4:  # gaps between cells
            painter.setPen(QPen(QColor(self.theme.tokens.panel), 1))
            for i in range(n + 1):
                x, y = area.left() + i * side, area.top() + i * side
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setFont(self.small_font())
        if side >= 20:
            self._paint_counts(painter)
        self._paint_marks(painter)
        self._paint_labels(painter, area, side)
        painter.end()

    def _paint_counts(self, painter: QPainter) -> None:
        tokens = self.theme.tokens
        for row, column in np.argwhere(self.counts).tolist():
            count = int(self.counts[row, column])
            dark = row == column and count * 2 > self.totals[row]
            painter.setPen(QColor(tokens.panel if dark else tokens.ink))
            painter.drawText(self.cell_rect(row, column), Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_marks(self, painter: QPainter) -> None:
        tokens, n = self.theme.tokens, len(self.counts)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.lit is not None and self.lit < n:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            area, i = self.area(), self.lit
            first, last = self.cell_rect(i, 0), self.cell_rect(i, n - 1)
            painter.drawRect(first.united(last))
            painter.drawRect(self.cell_rect(0, i).united(self.cell_rect(n - 1, i)) & area)
        marks = ((self.lit_cell, tokens.accent), (self.current, tokens.secondary))
        for cell, colour in marks:
            if cell is not None and max(cell) < n and (cell is not self.current or self.hasFocus()):
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawRect(self.cell_rect(*cell))
        if self.picked is not None and max(self.picked) < n:
            painter.setPen(QPen(QColor(tokens.ink), 2.4))
            row, column = self.picked
            rows = (0, n - 1) if row < 0 else (row, row)
            columns = (0, n - 1) if column < 0 else (column, column)
            corners = (self.cell_rect(rows[i], columns[i]) for i in (0, 1))
            painter.drawRect(next(corners).united(next(corners)))

    def _paint_labels(self, painter: QPainter, area: QRectF, side: float) -> None:
        painter.setPen(QColor(self.theme.tokens.secondary))
        metrics = painter.fontMetrics()
        every = max(1, round(12 / side))
        room = self.label_width()
        for index in range(0, len(self.counts), every):
            name, elide = self.name(index), Qt.TextElideMode.ElideRight
            left = metrics.elidedText(name, elide, int(room))
            below = metrics.elidedText(name, elide, int(max(side * every, 10)))
            y, x = area.top() + index * side, area.left() + index * side
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y, room, max(side, 10.0)), right, left)
            under = QRectF(x, area.bottom() + 1, side * every, 13)
            painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, below)
        words = tr("predicted (rows: true class)")
        wide = max(QFontMetricsF(painter.font()).horizontalAdvance(words) + 2, area.width())
        start = max(0.0, min(area.center().x() - wide / 2, self.width() - wide))
        across = QRectF(start, area.bottom() + 14, wide, 14)
        painter.drawText(across, Qt.AlignmentFlag.AlignHCenter, words)

    # -- pointer and keys -----------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.current = cell
            self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        n = len(self.counts)
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None and n:
            row, column = self.current or (0, 0)
            step = move if self.current is not None else (0, 0)
            self.current = (min(max(row + step[0], 0), n - 1), min(max(column + step[1], 0), n - 1))
            self.pointed.emit(self.current)
            self.setAccessibleDescription(self.words(self.current))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.clicked.emit(*self.current)
        else:
            super().keyPressEvent(event)

    def words(self, cell: Cell) -> str:
        """What a cell says."""
        return tr(
            "{count} of {total} samples of class {true} are taken for {predicted}.",
            count=int(self.counts[cell]),
            total=int(self.totals[cell[0]]),
            true=self.name(cell[0]),
            predicted=self.name(cell[1]),
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(QPointF(event.pos()))
            if cell is None:
                QToolTip.hideText()
            else:
                text = self.words(cell) + " " + tr("Click to see them among the test predictions.")
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
