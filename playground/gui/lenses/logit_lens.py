"""Lens: what a residual network would say if it ended after each of its layers."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.check.report import Report
from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.lenses._attention_state import labels_of
from playground.gui.lenses._logit_board import SHARES, Board, Names, Read, read_in
from playground.gui.lenses._target_names import target_names
from playground.gui.lenses._walked_sheet import WalkedSheet
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.scale_bar import ScaleBar
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.logit_lens import LogitLens, stack_of
from playground.telemetry.probes.said import predicts_shares


@lens("logit_lens", title=mark("Logit lens"))
class LogitLensView(Lens):
    """A row a layer, a column a step: the likeliest token or class, its share as colour.

    The last blocks of the network (final norm and output layer) read the stream after each layer.
    A click lists the likeliest of a cell; arrows go from cell to cell.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.read: Read | None = None
        self.board: Board | None = None
        self.spot: tuple[int, int] | None = None  # layer and step
        self._report: Report | None = None  # the one that was looked through
        self._is_fit = False
        self.note, self.sheet, self.scale_bar = ElidedLabel(), WalkedSheet(context), ScaleBar()
        self.note.setObjectName("lensLegend")
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.note)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.scale_bar)
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.clicked.connect(self._choose)
        self.sheet.walked.connect(self._walk)
        self.sheet.resized.connect(self._redraw)
        context.selection.sample_changed.connect(self.refresh_probes)
        context.document.report_changed.connect(self._on_report)
        context.cursor.unit_moved.connect(self._light)
        self.retheme()
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        if not self._fits():
            return ()
        sample = self.context.selection.sample
        return (LogitLens(sample=sample.number, split=sample.split),)

    def waits_for(self) -> str:
        if self._fits():
            return super().waits_for()
        return tr(
            "This view is for networks that predict tokens or classes from a residual stack: "
            "Transformer layers, or additions to what was there, with an output layer behind them."
        )

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        read = read_in(snapshot.arrays)
        if read is None or not self._fits():
            return False
        self.read = read
        layers, steps = read.top.shape[:2]
        if self.spot is None:
            self.spot = (layers - 1, steps - 1)
        self.spot = (min(self.spot[0], layers - 1), min(self.spot[1], steps - 1))
        self._redraw()
        return True

    def readings(self) -> list[Reading]:
        return self.sheet.readings(self, self.key) if self.read is not None else []

    def _fits(self) -> bool:
        report = self.context.document.report
        if report is not self._report:  # a long stack is not looked through at every snapshot
            self._report = report
            self._is_fit = (
                report.ok
                and stack_of(report.flat) is not None
                and predicts_shares(report.flat, report.fields)
            )
        return self._is_fit

    def _on_report(self, *_: object) -> None:
        self.refresh_probes()
        if not self.is_filled:
            self._wait()

    def _names(self, read: Read) -> Names:
        field = self.context.document.report.fields.get("x")
        vocabulary = field.vocabulary if field is not None else ()
        steps = labels_of(read.tokens, vocabulary, read.top.shape[1])
        return Names(target_names(self.context), steps)

    def _redraw(self) -> None:
        read, spot = self.read, self.spot
        if read is None or spot is None:
            return
        room = QRectF(self.sheet.rect()).adjusted(4, 2, -6, -2)
        self.board = Board(room, self.sheet.look, read, spot, self._names(read))
        self.sheet.set_marks(self.board.marks)
        words = tr(
            "{head} read the stream after each layer; the last row is what the network says",
            head=" → ".join(read.head),
        )
        if read.left_out:
            left_out = ", ".join(read.left_out)
            words += "; " + tr("left out, as their output has another shape: {ids}", ids=left_out)
        self.note.setText(words)
        self._light()

    def _light(self) -> None:
        """Ring the chosen cell, and the layer that is pointed at, or its step."""
        if self.board is None or self.read is None or self.spot is None:
            return
        cells, unit = self.board.cells, self.context.cursor.unit
        rings = [cells.cell(*self.spot)]
        if unit is not None and unit.node in self.read.layers:
            row = list(self.read.layers).index(unit.node)
            whole = cells.cell(row, 0).united(cells.cell(row, self.read.top.shape[1] - 1))
            step = unit.index[0] if len(unit.index) == 2 and self.read.each else -1
            rings.append(cells.cell(row, step) if 0 <= step < self.read.top.shape[1] else whole)
        self.sheet.ring(rings)

    def _on_hovered(self, found: object) -> None:
        cell = isinstance(found, tuple) and self.read is not None
        unit = Unit(self.read.layers[found[0]]) if cell else None
        self.context.cursor.set_unit(unit)

    def _choose(self, found: object) -> None:
        if isinstance(found, tuple) and self.read is not None:
            self.spot = found
            self._redraw()

    def _walk(self, down: int, right: int) -> None:
        if self.read is not None and self.spot is not None:
            moved = zip(self.spot, (down, right), self.read.top.shape, strict=False)
            row, column = (min(max(at + by, 0), size - 1) for at, by, size in moved)
            self._choose((row, column))

    def on_restarted(self) -> None:
        self.read = self.board = None

    def retheme(self) -> None:
        self.scale_bar.set_range(0.0, 1.0, SHARES.ramp(self.context.theme))
        self._redraw()

    def retranslate(self) -> None:
        self.scale_bar.set_name(tr("share of the likeliest"))
        self.sheet.setAccessibleName(tr("What each layer would say at each step"))
        self._redraw()
