"""A sheet: a widget that paints marks, and knows what is under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from playground.gui.context import Context
from playground.gui.depth._marks import Index, Mark
from playground.gui.graph.style import Look
from playground.gui.truth import Reading


class Sheet(QWidget):
    """Paints marks in their order; emits the unit that the pointer is on, or that is clicked."""

    hovered = Signal(object)  # index of a unit, or None
    chosen = Signal(object)  # index of a unit: a double click goes deeper
    clicked = Signal(object)
    pointed = Signal(object)  # QPointF under the pointer, or None: for what is no unit
    resized = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.look = Look(context.theme.tokens)
        self._painted: tuple[Mark, ...] = ()
        self._pieces: tuple[Mark, ...] | None = ()  # of these, once somebody asks
        self.ringed: tuple[QRectF, ...] = ()  # what is lit up
        self._pointed: Index | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(120, 80)
        context.theme.changed.connect(self.relook)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is shown, piece by piece."""
        if self._pieces is None:
            self._pieces = tuple(part for mark in self._painted for part in mark.pieces())
        return self._pieces

    def set_marks(self, marks: Sequence[Mark], ringed: Sequence[QRectF] = ()) -> None:
        """Show these from now on."""
        self._painted, self._pieces, self.ringed = tuple(marks), None, tuple(ringed)
        self.update()

    def ring(self, rects: Sequence[QRectF]) -> None:
        """Light up these places."""
        if tuple(rects) != self.ringed:
            self.ringed = tuple(rects)
            self.update()

    def relook(self) -> None:
        """The colours or fonts changed."""
        self.look.refresh(self.context.theme.tokens)
        self.update()

    def readings(self, view: QWidget, key: str) -> list[Reading]:
        """What all marks claim, in px of the view; without colours that another mark covers."""
        shift = self.mapTo(view, self.rect().topLeft())
        covered = [rect for mark in self.marks for rect in mark.covers()]
        found = []
        for mark in self.marks:
            for reading in mark.readings(key, self.context.theme, self.look):
                where = reading.where
                if isinstance(where, int):
                    found.append(reading)
                elif reading.colour is None or not self._is_hidden(where, covered):
                    found.append(replace(reading, where=where.translated(shift)))
        return found

    def _is_hidden(self, where: QRect, covered: Sequence[QRectF]) -> bool:
        """Whether something lies over the middle of a place: another mark, or a ring."""
        spot = QRectF(where).center()
        on_ring = (
            rect.adjusted(-4, -4, 4, 4).contains(spot)
            and not rect.adjusted(3, 3, -3, -3).contains(spot)
            for rect in self.ringed
        )
        return any(rect.contains(spot) for rect in covered) or any(on_ring)

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        clip = QRectF(event.rect())
        for mark in self._painted:
            mark.paint(painter, self.look, self.context.theme, clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self.ringed:
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._point(self._hit(at))
        self.pointed.emit(at)
        self._tell(at, event.globalPosition().toPoint())

    def event(self, event: QEvent) -> bool:
        """Qt asks for a tip again when the pointer rests; else that of the card below came up."""
        if event.type() == QEvent.Type.ToolTip:
            help = cast(QHelpEvent, event)
            self._tell(QPointF(help.pos()), help.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPointF, spot: QPoint) -> None:
        tip = next((t for mark in reversed(self.marks) if (t := mark.tip(at))), "")
        if tip:
            QToolTip.showText(spot, tip, self)
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.relook()

    def _hit(self, at: QPointF) -> Index | None:
        found = (mark.hit(at) for mark in reversed(self.marks))
        return next((index for index in found if index is not None), None)

    def _point(self, index: Index | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self.hovered.emit(index)
