"""Lens: how strongly each block is pulled at, from the input to the output."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from playground.explain.slopes import Slope, slope_of
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.lenses._logs import decades, log10, log_plot, set_decades
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import short
from playground.i18n import mark, tr
from playground.telemetry.probes.flow import BlockFlow, Flow

VANISHES, EXPLODES = 0.5, 2.0  # factor from a block to the one before it
WIDE = 1.5  # powers of ten between the ends: less is neither
LEVEL = 0.3  # so little that one may say that it stays


@lens("gradient_depth", title=mark("Gradient by depth"))
class GradientDepthLens(Lens):
    """A dot a block with weights: the root mean square of its gradients, on a logarithmic axis.

    Where each block takes away the same share, the dots lie on a straight line: a gradient that
    vanishes towards the input is a slope, and the words say how steep.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.blocks: tuple[str, ...] = ()  # in the order of the dots, all models
        self.values = np.empty(0)  # root mean square of the gradients
        self.slope: Slope | None = None  # of the first model
        self.words = QLabel(wordWrap=True)
        self.words.setObjectName("lensLegend")
        self.plot = log_plot()
        self.line = pg.PlotDataItem(connect="finite")
        self.fit = pg.PlotCurveItem()
        self.dots = pg.ScatterPlotItem(size=8, pxMode=True)
        for item in (self.fit, self.line, self.dots):
            self.plot.addItem(item)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.words)
        layout.addWidget(self.plot, 1)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse)
        context.cursor.unit_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        return (Flow(),)

    def waits_for(self) -> str:
        return tr("Press Play: the first step shows how strongly each block is pulled at.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        found = {
            name.partition("/")[2]: BlockFlow.from_array(array)
            for name, array in snapshot.arrays.items()
            if name.startswith("flow/")
        }
        ordered = sorted(found.items(), key=lambda item: (item[1].model, item[1].place))
        values = np.array([flow.gradient for _, flow in ordered])
        if not len(values) or np.isnan(values).all():
            return False
        blocks = tuple(block for block, _ in ordered)
        self.values = values
        first = np.array([flow.model == ordered[0][1].model for _, flow in ordered])
        self.slope = slope_of(np.flatnonzero(first), values[first])
        if blocks != self.blocks:
            self.blocks = blocks
            self.plot.set_range((-0.5, len(blocks) - 0.5), self.plot.y_range)
            self._name_blocks()
        self._draw_dots([flow.model for _, flow in ordered])
        return True

    def _draw_dots(self, models: list[float]) -> None:
        logs = log10(self.values)
        y = decades(self.plot.y_range, logs)
        if y != self.plot.y_range:
            set_decades(self.plot, self.plot.x_range, y)
        x = np.arange(len(logs), dtype=float)
        good = np.isfinite(logs)
        self.dots.setData(x=x[good], y=logs[good])
        ends = np.flatnonzero(np.diff(models))  # a gap between two models
        self.line.setData(np.insert(x, ends + 1, np.nan), np.insert(logs, ends + 1, np.nan))
        if self.slope is None:
            self.fit.setData([], [])
        else:
            last = float(models.count(models[0]) - 1)
            ends_y = [self.slope.at_first, self.slope.at_first + last * self.slope.per_place]
            self.fit.setData([0.0, last], ends_y)
        self.words.setText(self._say())
        self._light()

    def readings(self) -> list[Reading]:
        x, y = self.dots.getData()
        return [
            Reading(
                view=self.key,
                where=round(place),
                formula=f'np.log10(t["flow/{self.blocks[round(place)]}"][3])',
                value=float(value),
            )
            for place, value in zip(x, y, strict=True)
            if self.blocks
        ]

    def _say(self) -> str:
        unsound = int((~np.isfinite(self.values)).sum())
        if unsound:
            return tr("{n} blocks have a gradient that is no finite number.", n=unsound)
        none = int((self.values == 0).sum())
        if none:
            return tr("{n} blocks have a gradient of exactly 0: they do not learn.", n=none)
        if self.slope is None:
            return tr("Only one block has weights: there is no depth to compare.")
        factor, places = self.slope.backwards, self.slope.count
        facts = tr(
            "On average ×{factor} a block towards the input ({n} blocks, R² {r2:.2f}).",
            factor=short(factor),
            n=places,
            r2=self.slope.r2,
        )
        wide = abs(self.slope.per_place) * (self.slope.count - 1) >= WIDE
        if wide and factor < VANISHES:
            return facts + " " + tr("It vanishes towards the input.")
        if wide and factor > EXPLODES:
            return facts + " " + tr("It explodes towards the input.")
        if abs(self.slope.per_place) * (self.slope.count - 1) < LEVEL:
            return facts + " " + tr("It keeps its size.")
        return facts + " " + tr("It neither vanishes nor explodes.")

    def _name_blocks(self) -> None:
        """As many names as there is room for, each shortened to its room."""
        axis = self.plot.getAxis("bottom")
        metrics = QFontMetricsF(self.font())
        room = max(self.plot.width() - 50, 50) / max(len(self.blocks), 1)
        every = max(1, int(np.ceil(36 / room)))
        middle = Qt.TextElideMode.ElideMiddle
        names = [
            (i, metrics.elidedText(block, middle, max(room * every * 0.95, 30.0)))
            for i, block in enumerate(self.blocks)
            if i % every == 0
        ]
        axis.setTicks([names])

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        set_decades(self.plot, self.plot.x_range, self.plot.y_range)
        self._name_blocks()

    def _on_mouse(self, at: QPointF) -> None:
        view = self.plot.getViewBox()
        index = round(view.mapSceneToView(at).x())
        inside = view.sceneBoundingRect().contains(at) and 0 <= index < len(self.blocks)
        self.context.cursor.set_unit(Unit(self.blocks[index]) if inside else None)
        if inside:
            value = short(float(self.values[index]))
            self.plot.setToolTip(
                tr("{id}: root mean square {value}", id=self.blocks[index], value=value)
            )

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)
        self.context.cursor.set_unit(None)

    def _light(self) -> None:
        """The block that is pointed at is a larger dot."""
        unit = self.context.cursor.unit
        good = np.isfinite(log10(self.values))
        drawn = [block for block, there in zip(self.blocks, good, strict=True) if there]
        if drawn:
            sizes = [12 if unit is not None and block == unit.node else 8 for block in drawn]
            self.dots.setSize(sizes)

    def on_restarted(self) -> None:
        self.blocks, self.values, self.slope = (), np.empty(0), None

    def retheme(self) -> None:
        tokens = self.context.theme.tokens
        self.plot.retheme(tokens)
        self.dots.setBrush(pg.mkBrush(tokens.accent))
        self.dots.setPen(pg.mkPen(tokens.panel, width=1))
        self.line.setPen(pg.mkPen(tokens.accent, width=1.2))
        self.fit.setPen(pg.mkPen(tokens.warning, width=1.2, style=Qt.PenStyle.DashLine))

    def retranslate(self) -> None:
        self.plot.name_axes(bottom=tr("input → output"), left=tr("gradient, RMS"))
        self.plot.setToolTip(
            tr(
                "Root mean square of the loss's derivatives by a block's parameters. Dashed: the "
                "straight line that fits best."
            )
        )
        if len(self.values):
            self.words.setText(self._say())
