"""The slider of the timeline: the steps of a run, those that are kept, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from playground.gui.theme import Theme
from playground.i18n import tr

EDGE = 12  # px left and right of the line
LINE = 19  # y of the line
MARK = 7  # y of what happened
REACH = 7  # px from a mark that still mean it
TICK_GAP = 5  # px between two ticks at least


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a step.

    Parameters
    ----------
    step : int
    text : str
        For the tool tip.
    kind : str
        "edit" (diamond), "finding" (triangle) or "branch" (ring).
    colour : str
        #rrggbb.
    """

    step: int
    text: str
    kind: str
    colour: str


class TimelineBar(QSlider):
    """A slider over the steps of the run. Its end is the present, which moves on by itself.

    Dragging and the arrow keys go from kept step to kept step, Home to the first, End to the
    present, Alt and an arrow from mark to mark.
    """

    chosen = Signal(object)  # a step, or None: the present
    pointed = Signal(object)  # the step under the pointer, or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.ticks: tuple[int, ...] = ()
        self.lost: tuple[int, ...] = ()  # were kept once
        self.marks: Sequence[Mark] = ()
        self.cursor_step: float | None = None
        self.past = False  # whether the handle stands at an earlier step
        self._theme = theme
        self.setObjectName("timelineBar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTracking(True)
        self.setMaximum(1)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(300, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 30)

    def show_steps(self, newest: int, at: int | None) -> None:
        """The run has come to a step; the handle stands at another, or at the present."""
        self.blockSignals(True)
        self.setMaximum(max(newest, 1))
        self.setValue(newest if at is None else at)
        self.blockSignals(False)
        self.past = at is not None
        self.update()

    def x_of(self, step: float) -> float:
        """Where a step lies."""
        return EDGE + (self.width() - 2 * EDGE) * step / max(self.maximum(), 1)

    def step_at(self, x: float) -> float:
        """Which step lies there."""
        share = (x - EDGE) / max(self.width() - 2 * EDGE, 1)
        return min(max(share, 0.0), 1.0) * self.maximum()

    def mark_at(self, x: float) -> Mark | None:
        """What happened at the pointer, if anything."""
        near = [mark for mark in self.marks if abs(self.x_of(mark.step) - x) <= REACH]
        return min(near, key=lambda mark: abs(self.x_of(mark.step) - x), default=None)

    def is_lost(self, x: float) -> bool:
        """Whether a step was kept there once, but none is now."""
        near = [any(abs(self.x_of(s) - x) <= REACH for s in of) for of in (self.lost, self.ticks)]
        return near == [True, False]

    def go(self, ticks: int) -> None:
        """To another kept step; beyond the last one lies the present."""
        self._go_among(self.ticks, ticks)

    def go_to_mark(self, marks: int) -> None:
        """To another mark; beyond the last one lies the present."""
        self._go_among(sorted({mark.step for mark in self.marks}), marks)

    def _go_among(self, steps: Sequence[int], ways: int) -> None:
        at = self.value() if self.past else self.maximum() + 1
        if ways < 0:
            before = [step for step in steps if step < at]
            if before:
                self.chosen.emit(before[max(len(before) + ways, 0)])
        else:
            after = [step for step in steps if step > at]
            self.chosen.emit(after[ways - 1] if len(after) >= ways else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageUp: -10,
            Qt.Key.Key_PageDown: 10,
        }
        if key in moves and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.go_to_mark(moves[key])
        elif key in moves:
            self.go(moves[key])
        elif key == Qt.Key.Key_Home:
            self.chosen.emit(0)
        elif key == Qt.Key.Key_End:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._choose(event.position())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.step_at(event.position().x()))
        if self.isSliderDown():
            self._choose(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._explain(event)
            return True
        return super().event(event)

    def _choose(self, at: QPointF) -> None:
        mark = self.mark_at(at.x()) if at.y() < LINE - REACH else None
        if mark is not None:
            self.chosen.emit(mark.step)
        elif at.x() >= self.width() - EDGE - 2:
            self.chosen.emit(None)
        else:
            self.chosen.emit(self.step_at(at.x()))

    def _explain(self, event: QHelpEvent) -> None:
        mark = self.mark_at(event.pos().x())
        if mark is not None:
            text = tr("Step {n}: {text}", n=f"{mark.step:,}", text=mark.text)
        else:
            step = self.step_at(event.pos().x())
            text = tr("Step {n}", n=f"{round(step):,}")
            if self.is_lost(event.pos().x()):
                text = tr(
                    "Step {n} cannot be shown any more: it went with the training process.",
                    n=f"{round(step):,}",
                )
        QToolTip.showText(event.globalPos(), text, self)

    # -- drawing ----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self._paint_line(painter)
        if self.cursor_step is not None and 0 <= self.cursor_step <= self.maximum():
            painter.setPen(QPen(QColor(self._theme.tokens.secondary), 1, Qt.PenStyle.DotLine))
            x = self.x_of(self.cursor_step)
            painter.drawLine(QPointF(x, 3), QPointF(x, self.height() - 3))
        for mark in self.marks:
            _paint_mark(painter, mark, self.x_of(mark.step))
        self._paint_handle(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        right = self.x_of(self.value())
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(QRectF(EDGE, LINE - 2, self.width() - 2 * EDGE, 4), 2, 2)
        painter.setBrush(QColor(tokens.warning if self.past else tokens.accent))
        painter.setOpacity(painter.opacity() * 0.55)
        painter.drawRoundedRect(QRectF(EDGE, LINE - 2, max(right - EDGE, 0), 4), 2, 2)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        colour = QColor(tokens.warning if self.past else tokens.accent)
        painter.setBrush(QColor(tokens.panel))
        painter.setPen(QPen(QColor(tokens.secondary), 1))
        self._paint_dots(painter, self.lost)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_dots(painter, self.ticks)

    def _paint_dots(self, painter: QPainter, steps: Sequence[int]) -> None:
        last = -1e9
        for step in steps:
            x = self.x_of(step)
            if x - last >= TICK_GAP:
                painter.drawEllipse(QPointF(x, LINE), 2.2, 2.2)
                last = x

    def _paint_handle(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        colour = QColor(tokens.warning if self.past else tokens.accent)
        filled = self.hasFocus() or self.isSliderDown()
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(colour if filled else QColor(tokens.panel))
        painter.drawEllipse(QPointF(self.x_of(self.value()), LINE), 6.5, 6.5)


def _paint_mark(painter: QPainter, mark: Mark, x: float) -> None:
    colour = QColor(mark.colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark.kind == "edit":
        shape = [(x, MARK - 4), (x + 4, MARK), (x, MARK + 4), (x - 4, MARK)]
    elif mark.kind == "finding":
        shape = [(x, MARK - 4), (x + 4.5, MARK + 4), (x - 4.5, MARK + 4)]
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(QPointF(x, MARK), 3.2, 3.2)
        painter.drawLine(QPointF(x, MARK + 3.2), QPointF(x, LINE - 2))
        return
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape]))
