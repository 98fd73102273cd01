"""Lens: how far back the loss reaches, as its gradient by the state of every earlier step."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.inspector.fields import QuietCombo
from playground.gui.lenses._logs import decades, log10, log_plot, set_decades
from playground.gui.lenses._memory_columns import Columns
from playground.gui.lenses._memory_lines import Reach, reaches_in
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.theme import class_colour
from playground.gui.truth import Reading, written
from playground.gui.widgets.colour_key import ColourKey, Entry
from playground.gui.widgets.gaps import draw_line, points_of
from playground.i18n import mark, tr
from playground.telemetry.probes.arcs import Arcs
from playground.telemetry.probes.memory import EXPERIMENTS, LAST, Memory
from playground.telemetry.probes.unrolled import KINDS

MOST = 4  # lines that are put into words; the key names all


@lens("memory", title=mark("Memory X-ray"))
class MemoryLens(Lens):
    """A line a state: the length of the loss's gradient by it, on a logarithmic axis, by the lag.

    Where each step back takes away the same share, the line is straight: falling, the gradient
    vanishes, and what was read so long ago is not learned; rising, it explodes. The words say by
    which factor. Where each step has an answer, one can choose whose loss it is. By the step: the
    columns of one sample, with an arc from the step whose loss it is to each earlier one.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.reaches: list[Reach] = []
        self.lines: list[pg.PlotDataItem] = []
        self.lag: int | None = None  # that is pointed at
        self.count = 0  # samples
        self.step = LAST  # whose loss is asked for
        self.words, self.key_row = QLabel(wordWrap=True), ColourKey(lines=True)
        self.words.setObjectName("lensLegend")
        self.asked, self.answer = QLabel(), QSpinBox()
        self.mode, self.stack = QuietCombo(), QStackedWidget()
        self.columns = Columns(context)
        self.plot = log_plot()
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.plot.addItem(self.cross, ignoreBounds=True)
        self.cross.hide()
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.asked)
        head.addWidget(self.answer)
        head.addWidget(self.mode)
        lags = QWidget()
        for parent, parts in ((lags, (self.key_row, self.plot)), (self.body, (self.stack,))):
            layout = QVBoxLayout(parent)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2)
            if parent is self.body:
                layout.addLayout(head)
            for part in parts:
                layout.addWidget(part, part is not self.key_row)
        self.stack.addWidget(lags)
        self.stack.addWidget(self.columns)
        for _ in range(self.stack.count()):
            self.mode.addItem("")
        self.mode.setMinimumContentsLength(10)
        self.mode.activated.connect(self._on_mode)
        self.columns.pointed.connect(self._on_pointed)
        context.selection.sample_changed.connect(self.refresh_probes)
        self.answer.valueChanged.connect(self._on_answer)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        self.plot.getViewBox().sigResized.connect(self._on_resized)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        if not self.by_step:
            return (Memory(step=self.step),)
        sample = self.context.selection.sample
        return (Arcs(self.step, sample.number, sample.split),)

    @property
    def by_step(self) -> bool:
        """Whether the columns of a sample are shown, not the lags."""
        return self.stack.currentWidget() is self.columns

    def waits_for(self) -> str:
        report = self.context.document.report
        there = (n.node for n in report.nodes.values())
        if not any(node.block in KINDS and not node.muted for node in there):
            return tr("Put a recurrent block (RNN, LSTM, GRU) into the network to see its memory.")
        if self.context.document.document.train.experiment not in EXPERIMENTS:
            return tr("This view needs a network that predicts: supervised, or a language model.")
        return super().waits_for()

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        if self.by_step:
            if not self.columns.set_arrays(snapshot.arrays):
                return False
            self._say_answer(snapshot.arrays["arcs/answer"])
            self.words.setText(self.columns.scale_words())
            return True
        reaches = reaches_in(snapshot.arrays)
        if not reaches:
            return False
        self.reaches = reaches
        self.count = int(snapshot.arrays[f"memory/{reaches[0].node}/at"][3])
        self._say_answer(snapshot.arrays["memory/answer"])
        self._draw_lines()
        return True

    def _say_answer(self, told: np.ndarray) -> None:
        answer, steps = (int(n) for n in told)
        for widget in (self.asked, self.answer):
            widget.setVisible(steps > 1)
        if steps > 1:
            self.answer.blockSignals(True)
            self.answer.setRange(0, steps - 1)
            if self.step == LAST:
                self.answer.setValue(answer)
            self.answer.blockSignals(False)

    def readings(self) -> list[Reading]:
        """Every point of every line, or every arc and what stands below it."""
        if self.by_step:
            return self.columns.readings(self, self.key)
        found = []
        for reach, line in zip(self.reaches, self.lines, strict=True):
            for lag, value in zip(*points_of(line), strict=True):
                formula = f"np.log10({reach.formula(int(lag))}.astype(float))"
                found.append(
                    Reading(view=self.key, where=int(lag), formula=formula, value=float(value))
                )
        return found

    def on_restarted(self) -> None:
        self.reaches, self.lag = [], None
        self.columns.forget()
        self._fit_lines()

    def _fit_lines(self) -> None:
        """As many lines as there are states."""
        for line in self.lines:
            self.plot.removeItem(line)
        self.lines = [pg.PlotDataItem(connect="finite") for _ in self.reaches]
        for line in self.lines:
            self.plot.addItem(line)
        self._paint()

    def _draw_lines(self) -> None:
        if len(self.lines) != len(self.reaches):
            self._fit_lines()
        logs = [log10(reach.values) for reach in self.reaches]
        for line, values in zip(self.lines, logs, strict=True):
            draw_line(line, np.arange(len(values), dtype=float), values)
        longest = max(len(values) for values in logs)
        x, y = (0.0, max(longest - 1.0, 1.0)), decades(self.plot.y_range, np.concatenate(logs))
        if (x, y) != (self.plot.x_range, self.plot.y_range):
            set_decades(self.plot, x, y)
        self._paint()
        self._say()

    def _say(self) -> None:
        told = ";  ".join(reach.verdict() for reach in self.reaches[:MOST])
        self.words.setText(told)
        lag = self.lag
        entries = []
        for reach, colour in zip(self.reaches, self._colours(), strict=True):
            words = reach.words
            if lag is not None and lag < len(reach.values):
                words += f" {written(float(reach.values[lag]), 3)}"
            entries.append(Entry(words, QColor(colour)))
        where = tr("mean of {n} test samples", n=self.count)
        if lag is not None and self.reaches and lag < len(self.reaches[0].steps):
            where = tr("lag {n} (step {step})", n=lag, step=int(self.reaches[0].steps[lag]))
        self.key_row.set_entries(entries, where)
        self.cross.setVisible(lag is not None)
        if lag is not None:
            self.cross.setPos(lag)

    def _colours(self) -> list[str]:
        """A colour a block, layer and direction; state and memory of an LSTM share theirs."""
        owners: list[tuple[str, int, bool]] = []
        for reach in self.reaches:
            owner = (reach.node, reach.layer, reach.reverse)
            if owner not in owners:
                owners.append(owner)
        return [class_colour(owners.index((r.node, r.layer, r.reverse))) for r in self.reaches]

    def _paint(self) -> None:
        for reach, line, colour in zip(self.reaches, self.lines, self._colours(), strict=False):
            dashed = Qt.PenStyle.DashLine if reach.state == "c" else Qt.PenStyle.SolidLine
            line.setPen(pg.mkPen(colour, width=1.8, style=dashed))
            line.setSymbolBrush(QColor(colour))
            line.setSymbolPen(None)
            line.setSymbolSize(6)

    def _on_answer(self, step: int) -> None:
        self.step = step
        self.refresh_probes()

    def _on_mode(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.say(self.waits_for())
        self.refresh_probes()
        if self.isVisible() and self.context.run.shown is not None:
            self._on_snapshot(self.context.run.shown)

    def _on_pointed(self, step: int) -> None:
        """Whose loss it is, where each step has one."""
        if not self.answer.isHidden():
            self.answer.setValue(step)

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        lag = round(view.mapSceneToView(at).x())
        inside = view.sceneBoundingRect().contains(at) and bool(self.reaches)
        self.lag = lag if inside and 0 <= lag <= self.plot.x_range[1] else None
        self._say()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.lag = None
        self._say()

    def _on_resized(self, *_: object) -> None:
        """More or less room for the powers of ten, also where the words above got longer."""
        set_decades(self.plot, self.plot.x_range, self.plot.y_range)

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.cross.setPen(pg.mkPen(tokens.secondary, style=Qt.PenStyle.DotLine))
        self.columns.redraw()
        self._paint()

    def retranslate(self) -> None:
        self.plot.name_axes(bottom=tr("lag, steps back"), left=tr("|d loss / d state|"))
        self.plot.setToolTip(
            tr(
                "Length of the loss's gradient by the state of each earlier step; solid: h, "
                "dashed: the memory c of an LSTM. A straight falling line is vanishing, a rising "
                "one exploding."
            )
        )
        for index, words in enumerate((tr("by the lag"), tr("by the step"))):
            self.mode.setItemText(index, words)
        self.mode.setAccessibleName(tr("By the lag or by the step"))
        self.columns.retranslate()
        self.asked.setText(tr("loss of step"))
        self.answer.setAccessibleName(tr("Whose loss it is"))
        if self.reaches:
            self._draw_lines()
