"""Lens: how far each block moves in a step, beside how large it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.lenses._logs import decades, log10, log_plot, set_decades
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.colour_key import ColourKey, Entry, small_font
from playground.gui.widgets.gaps import points_of
from playground.gui.widgets.plot_items import Line
from playground.gui.widgets.scale_bar import short
from playground.i18n import mark, tr
from playground.telemetry.history import History
from playground.telemetry.probes.flow import BlockFlow, Flow

GUIDE = 1e-3  # a healthy ratio, as a rule of thumb: Karpathy 2015, CS231n notes
BINS = 256  # of a curve: enough for the pixels of a view
DOT = 6.0  # px of a curve of one reading


@lens("updates", title=mark("Update to weight ratio"))
class UpdatesLens(Lens):
    """A line a block: the length of a step's change of its weights by the length of the weights.

    Pale lines are near the input, strong ones near the output. About one in a thousand (the dotted
    line) is healthy: far above it learning jumps about, far below it hardly moves.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.history = History(BINS)
        self.lines: dict[str, Line] = {}
        self._told: dict[str, np.ndarray] = {}  # block -> what came last
        self._places: dict[str, tuple[float, float]] = {}  # block -> model and place in it
        self.note = ColourKey(lines=True)  # a block's colour, its name and its ratio
        self.plot = log_plot(smooth=True)
        self.guide = pg.InfiniteLine(pos=float(np.log10(GUIDE)), angle=0, movable=False)
        self.guide_words = pg.InfLineLabel(self.guide, "", position=0.02, anchors=[(0, 1), (0, 1)])
        self.guide_words.setFont(small_font(self))
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.seen = pg.InfiniteLine(angle=90, movable=False)
        for item in (self.guide, self.cross, self.seen):
            self.plot.addItem(item, ignoreBounds=True)
        self.cross.hide()
        self.seen.hide()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.note)
        layout.addWidget(self.plot, 1)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.moved.connect(self._show_cursor)
        context.run.measured.connect(self._on_measured)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Flow(),)

    def waits_for(self) -> str:
        return tr("Press Play: after two steps this view shows how far each block moves.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        if self.context.run.past.wanted is None:
            self._gather(snapshot)
        self._told = {
            n.partition("/")[2]: a for n, a in snapshot.arrays.items() if n[:5] == "flow/"
        }
        self._mark_seen(snapshot)
        return self._draw_lines()

    def readings(self) -> list[Reading]:
        """The points that came last: step and logarithm of the ratio."""
        found: list[Reading] = []
        for block, array in self._told.items():
            flow = BlockFlow.from_array(array)
            moved, drawn = flow.moved, np.isfinite(flow.update) and flow.update > 0
            if block not in self.lines or moved != moved or not drawn:
                continue
            x, y = points_of(self.lines[block])
            at = int(np.abs(x - moved).argmin())
            name = f't["flow/{block}"]'
            found += [
                Reading(view=self.key, where=at, formula=f"{name}[4]", value=float(x[at])),
                Reading(
                    view=self.key, where=at, formula=f"np.log10({name}[5])", value=float(y[at])
                ),
            ]
        return found

    def _on_measured(self, snapshot: Snapshot) -> None:
        if self.isVisible() and self.context.run.past.wanted is not None:
            self._guard(lambda: self._gather(snapshot))

    def _gather(self, snapshot: Snapshot) -> None:
        """Keep what is new: a row a block, at the step in which it moved."""
        for name, array in snapshot.arrays.items():
            probe, _, block = name.partition("/")
            if probe != "flow":
                continue
            flow = BlockFlow.from_array(array)
            self._places[block] = (flow.model, flow.place)
            last = self.history.last_step(block) if block in self.history else -1
            if flow.moved == flow.moved and flow.moved > last:
                self.history.append(int(flow.moved), {block: flow.update})

    def _draw_lines(self) -> bool:
        blocks = sorted(self.history, key=lambda block: self._places[block])
        if not blocks:
            return False
        if blocks != list(self.lines):
            self._make_lines(blocks)
        steps, logs = [], []
        for block, line in self.lines.items():
            x, values = self.history.curve(block)
            y = log10(values)
            line.setData(x, y)
            steps.append(x)
            logs.append(y)
        every = np.concatenate([*logs, [float(np.log10(GUIDE))]])
        y_range = decades(self.plot.y_range, every)
        if y_range != self.plot.y_range:
            set_decades(self.plot, self.plot.x_range, y_range)
        x = np.concatenate(steps)
        last = float(x.max())
        low = self.plot.x_range[0]
        if last > self.plot.x_range[1] or float(x.min()) < low:
            first = float(x.min())  # opened late in a run, it has nothing of the beginning
            low = first if first > 0.5 * last else 0.0
            set_decades(self.plot, (low, max(low + 1.5 * (last - low), low + 10.0)), y_range)
        self._say_values()
        return True

    def _make_lines(self, blocks: list[str]) -> None:
        for line in self.lines.values():
            self.plot.removeItem(line)
        self.lines = {block: Line(pg.mkPen("#808080"), alone=DOT) for block in blocks}
        for line in self.lines.values():
            self.plot.addItem(line, ignoreBounds=True)
        self._paint_lines()

    def colour(self, block: str) -> QColor:
        """Pale near the input, strong near the output."""
        blocks = list(self.lines)
        share = (blocks.index(block) + 1) / len(blocks)
        rgba = self.context.theme.sequential(np.array(0.25 + 0.75 * share), 1.0)
        return QColor(*(int(v) for v in rgba))

    def _paint_lines(self) -> None:
        for block, line in self.lines.items():
            line.setPen(pg.mkPen(self.colour(block), width=1.6))
        if self.lines:
            self._say_values()

    def _mark_seen(self, snapshot: Snapshot) -> None:
        back = self.context.run.past.wanted is not None
        self.seen.setVisible(back)
        self.seen.setPos(snapshot.step)

    def values_at(self, step: float | None) -> dict[str, tuple[float, float]]:
        """Block -> step and ratio of its reading nearest to a step; None is the newest."""
        found = {}
        for block in self.lines:
            if step is None:
                newest = self.history.last(block)
                assert newest is not None  # a line has readings
                found[block] = (float(self.history.last_step(block)), newest)
                continue
            steps, values = self.history.curve(block)
            at = int(np.abs(steps - step).argmin())
            found[block] = (float(steps[at]), float(values[at]))
        return found

    def _say_values(self) -> None:
        step = self.context.cursor.step
        if step is None and self.seen.isVisible():
            step = float(self.seen.value())
        entries = [
            Entry(tr("{id} {ratio}", id=id, ratio=short(ratio)), self.colour(id))
            for id, (_, ratio) in self.values_at(step).items()
        ]
        words = tr("step {step}", step=round(step)) if step is not None else ""
        self.note.set_entries(entries, words)

    def _show_cursor(self) -> None:
        step = self.context.cursor.step
        self.cross.setVisible(step is not None and bool(self.lines))
        if step is not None:
            self.cross.setPos(step)
        if self.lines:
            self._say_values()

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        inside = view.sceneBoundingRect().contains(at) and bool(self.lines)
        self.context.cursor.set(view.mapSceneToView(at).x() if inside else None)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        set_decades(self.plot, self.plot.x_range, self.plot.y_range)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.context.cursor.set(None)

    def on_restarted(self) -> None:
        self.history = _until(self.history, self.context.run.parent_run)
        for line in self.lines.values():
            self.plot.removeItem(line)
        self.lines = {}
        set_decades(self.plot, (0.0, 1.0), (-4.0, -2.0))

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        dots = Qt.PenStyle.DotLine
        self.guide.setPen(pg.mkPen(tokens.good, width=1.4, style=dots))
        self.guide_words.setColor(tokens.good)
        self.cross.setPen(pg.mkPen(tokens.secondary, style=dots))
        self.seen.setPen(pg.mkPen(tokens.warning, width=1.4))
        self._paint_lines()

    def retranslate(self) -> None:
        self.plot.name_axes(bottom=tr("step"), left=tr("|update| / |weights|"))
        self.guide_words.setFormat(tr("healthy: about 0.001"))
        self.plot.setToolTip(
            tr("Dotted line: 0.001, a healthy ratio as a rule of thumb. Pale: near the input.")
        )
        if self.lines:
            self._say_values()


def _until(history: History, branch: Any) -> History:
    """What a branch takes with it of the curves of its run; nothing where it is no branch."""
    kept = History(BINS)
    if branch is not None:
        for name in history:
            steps, values = history.curve(name)
            for step, value in zip(steps.tolist(), values.tolist(), strict=True):
                if step <= branch[1]:
                    kept.append(int(step), {name: value})
    return kept
