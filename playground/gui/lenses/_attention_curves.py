"""Entropy of each head over training: how widely it looks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.theme import CLASSES
from playground.gui.truth import Reading, written
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.gaps import draw_line, points_of
from playground.gui.widgets.plot import Plot
from playground.i18n import tr
from playground.telemetry.history import History

BINS = 256  # of a curve: enough for the pixels of a view


class Entropies(QWidget):
    """A line a head of one block: 0 bits look at one step, 1 bit at two, 2 bits at four."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.history = History(BINS)
        self.node = ""
        self.lines: dict[str, pg.PlotDataItem] = {}  # "node/head" -> its line
        self.key = ColourKey(lines=True)
        self.plot = Plot()
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.plot.addItem(self.cross, ignoreBounds=True)
        self.cross.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.key)
        layout.addWidget(self.plot, 1)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.moved.connect(self.show_cursor)

    def gather(self, arrays: dict[str, np.ndarray]) -> None:
        """Keep what is new: one number a head."""
        for name, array in arrays.items():
            start, _, part = name.rpartition("/")
            at = arrays.get(f"{start}/at")
            if part != "entropy" or at is None:
                continue
            node = start.partition("/")[2]
            for head, bits in enumerate(array.tolist()):
                key, step = f"{node}/{head}", int(at)
                if key not in self.history or step > self.history.last_step(key):
                    self.history.append(step, {key: bits})

    def show_node(self, node: str) -> None:
        """Draw the curves of this block."""
        names = [name for name in self.history if name.rpartition("/")[0] == node]
        if names != list(self.lines):
            for line in self.lines.values():
                self.plot.removeItem(line)
            self.lines = {name: pg.PlotDataItem(connect="finite") for name in names}
            for line in self.lines.values():
                self.plot.addItem(line)
            self._paint()
            self.plot.set_range((0.0, 10.0), (0.0, 1.0))
        self.node = node
        for name, line in self.lines.items():
            x, y = self.history.curve(name)
            draw_line(line, x, y)
            self.plot.grow(x, y)
        self._say()

    def restart(self, parent_run: Any) -> None:
        """A new run begins; a branch keeps what lies before it."""
        old, self.history = self.history, History(BINS)
        for name in old if parent_run is not None else ():
            for step, value in zip(*(part.tolist() for part in old.curve(name)), strict=True):
                if step <= parent_run[1]:
                    self.history.append(int(step), {name: value})
        for line in self.lines.values():
            self.plot.removeItem(line)
        self.lines = {}

    def readings(self, view: str, arrays: dict[str, np.ndarray]) -> list[Reading]:
        """The points that came last."""
        at = arrays.get(f"attention/{self.node}/at")
        found = []
        for name, line in self.lines.items():
            x, y = points_of(line)
            if at is None or not len(x):
                continue
            place = int(np.abs(x - int(at)).argmin())
            head = name.rpartition("/")[2]
            if x[place] != int(at):
                continue  # another step was kept in its place
            tensor = f'float(t["attention/{self.node}/entropy"][{head}])'
            found.append(Reading(view=view, where=place, formula=tensor, value=float(y[place])))
        return found

    def retheme(self) -> None:
        """The colours changed."""
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.cross.setPen(pg.mkPen(tokens.secondary, style=Qt.PenStyle.DotLine))
        self._paint()

    def retranslate(self) -> None:
        """The language changed."""
        self.plot.name_axes(bottom=tr("step"), left=tr("bits"))
        self.plot.setToolTip(
            tr(
                "Entropy of each head, mean over the queries: 0 bits look at one step, 1 bit at "
                "two, 2 bits at four."
            )
        )
        self._say()

    def _paint(self) -> None:
        for number, line in enumerate(self.lines.values()):
            line.setPen(pg.mkPen(_colour(number), width=1.5))
            line.setSymbolBrush(QColor(_colour(number)))
            line.setSymbolPen(None)
            line.setSymbolSize(5)

    def _say(self) -> None:
        step = self.context.cursor.step
        entries = []
        for number, name in enumerate(self.lines):
            steps, values = self.history.curve(name)
            at = len(steps) - 1 if step is None else int(np.abs(steps - step).argmin())
            words = tr("head {n}", n=number + 1) + " " + written(float(values[at]), 2)
            entries.append(Entry(words, QColor(_colour(number))))
        self.key.set_entries(entries, tr("entropy, bits"))

    def show_cursor(self) -> None:
        """Point at the step that is pointed at elsewhere."""
        step = self.context.cursor.step
        self.cross.setVisible(step is not None and bool(self.lines))
        if step is not None:
            self.cross.setPos(step)
        if self.lines:
            self._say()

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        inside = view.sceneBoundingRect().contains(at) and bool(self.lines)
        self.context.cursor.set(view.mapSceneToView(at).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set(None)


def _colour(number: int) -> str:
    return CLASSES[number % len(CLASSES)]
