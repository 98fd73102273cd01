"""While cards are dragged out of their chain: which wires go, and which close the gap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.gui.graph import placing
from playground.gui.graph.wire import WireItem, curve

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_FADED = 0.25  # opacity of a wire that goes


class Lift:
    """Shows what `placing.lift_out` would do; the document stays as it is."""

    def __init__(self, view: Stage, ids: Iterable[str]) -> None:
        self.view, self._ids = view, frozenset(ids)
        self._going: list[WireItem] = []
        cards = view.canvas.cards
        closing = placing.gap_wires(view.context.document.document, self._ids)
        self._paths = [
            curve(
                cards[wire.source].port_place(f"out:{wire.source_port}"),
                cards[wire.target].port_place(f"in:{wire.target_port}"),
                down=view.canvas.look.down,
            )
            for wire in closing
        ]

    def show(self) -> None:
        """The drag has begun."""
        for item in self.view.canvas.wires():
            ends = {item.wire.source, item.wire.target}
            if ends & self._ids and not ends <= self._ids:
                item.setOpacity(_FADED)
                self._going.append(item)
        self._redraw()

    def hide(self) -> None:
        """The drag is over."""
        for item in self._going:
            item.setOpacity(1.0)
        self._going.clear()
        self._redraw()

    def paint(self, painter: QPainter) -> None:
        """Draw the wires that close the gap."""
        pen = QPen(QColor(self.view.context.theme.tokens.accent), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path in self._paths:
            painter.drawPath(path)

    def _redraw(self) -> None:
        area = QRectF()
        for path in self._paths:
            area = area.united(path.boundingRect().adjusted(-1, -1, 1, 1))
        if not area.isEmpty():
            self.view.redraw(area)
