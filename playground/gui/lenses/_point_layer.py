"""Points that are being drawn, over a plot of the plane, and the brush under the pointer."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsEllipseItem

from playground.gui.context import Context
from playground.gui.point_brush import REACH
from playground.gui.theme import class_colour
from playground.gui.widgets.dots import Dots
from playground.gui.widgets.point_plot import PointPlot

LIKE = "paint", "erase"  # tools that act on a disc


class PointLayer(QObject):
    """Hands the pointer to the window's brush, and shows what it has drawn until the run has it.

    Parameters
    ----------
    context : Context
    plot : PointPlot
    covered : list of items
        The points that the run trains on: hidden while newer ones are shown.
    """

    def __init__(
        self, context: Context, plot: PointPlot, covered: list[Dots], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.context, self.plot, self.covered = context, plot, covered
        self.limit = 1.0
        self.points = Dots()
        self.circle = QGraphicsEllipseItem()
        self.circle.hide()
        plot.addItem(self.points)
        plot.addItem(self.circle)
        brush = context.brush
        plot.pressed.connect(lambda x, y: brush.press((x, y)))
        plot.moved.connect(self._on_moved)
        plot.released.connect(brush.release)
        plot.left.connect(self.circle.hide)
        self._later = QTimer(self, singleShot=True, interval=30)  # a stroke draws all points anew
        self._later.timeout.connect(self.show_points)
        brush.drawn.connect(self._on_drawn)
        brush.changed.connect(self.follow)
        self.follow()

    @property
    def is_ahead(self) -> bool:
        """Whether the points shown are not yet those that the run trains on."""
        return bool(len(self.points.getData()[0]))

    def follow(self) -> None:
        """The brush was switched on or off."""
        self.plot.set_drawing(self.context.brush.active and self.context.brush.possible)
        if not self.plot.drawing:
            self.circle.hide()

    def arrived(self) -> None:
        """The run has points: show those, unless a stroke goes on."""
        if not self.context.brush.busy:
            self._later.stop()
            self.points.clear()
            for item in self.covered:
                item.setOpacity(1.0)

    def show_points(self) -> None:
        """Show all points as they are drawn now."""
        brush, theme = self.context.brush, self.context.theme
        if not brush.is_drawn:
            return
        cloud = brush.cloud
        if brush.classes:
            colours = [class_colour(int(label)) for label in cloud.y]
        else:
            colours = [QColor(*map(int, c)).name() for c in theme.diverging(cloud.y, self.limit)]
        self.points.set_dots(cloud.x[:, 0], cloud.x[:, 1], colours, ground=theme.tokens.panel)
        for item in self.covered:
            item.setOpacity(0.0)

    def _on_drawn(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _on_moved(self, x: float, y: float, down: bool) -> None:
        brush = self.context.brush
        if down:
            brush.move((x, y))
        radius = max(brush.radius, 0.05) if brush.tool in LIKE else REACH
        self.circle.setRect(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        colour = self.context.theme.tokens.ink
        if brush.tool == "paint" and brush.classes:
            colour = class_colour(int(brush.target))
        self.circle.setPen(pg.mkPen(colour, width=1.4))
        self.circle.show()
