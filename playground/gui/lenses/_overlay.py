"""The curves of other runs behind those of the current one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from playground.gui.runs import Runs
from playground.gui.theme import run_colour
from playground.gui.widgets.plot import Plot
from playground.gui.widgets.plot_items import Line
from playground.telemetry.history import History
from playground.telemetry.runs import RunRecord

Points = tuple[np.ndarray, np.ndarray]


class RunOverlay:
    """One thin line a curve of each run that is shown beside the current one, in the run's colour.

    The training part is dotted, as it is the less telling one. Drawn only when a run, its colour or
    the axis changes: runs that are over do not grow.
    """

    def __init__(self, plot: Plot, runs: Runs) -> None:
        self.plot, self.runs = plot, runs
        self.items: dict[tuple[int, str], Line] = {}
        self.points: list[Points] = []  # what is drawn, so that the axes make room for it

    def draw(self, is_mine: Callable[[str], bool], ready: Callable[[History, str], Points]) -> None:
        """Show the curves whose names are mine; `ready` gives the points of one."""
        self.clear()
        for record in self.runs.shown():
            for name in filter(is_mine, record.curves):
                points = ready(record.curves, name)
                item = Line(self._pen(record, name))
                item.setZValue(-1)  # behind the current run
                self.plot.addItem(item)
                item.setData(*points)
                self.items[record.number, name] = item
                self.points.append(points)

    def clear(self) -> None:
        """Take all lines away."""
        for item in self.items.values():
            self.plot.removeItem(item)
        self.items, self.points = {}, []

    def drawn(self) -> list[RunRecord]:
        """The runs with at least one line."""
        numbers = {number for number, _ in self.items}
        return [record for record in self.runs.others if record.number in numbers]

    @staticmethod
    def _pen(record: RunRecord, name: str) -> QPen:
        dotted = name.partition("/")[2] in ("train", "generator")
        style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine
        return pg.mkPen(QColor(run_colour(record.colour)), width=1.0, style=style)
