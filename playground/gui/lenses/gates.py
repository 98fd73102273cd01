"""Lens: the gates and states of a recurrent layer over time, as heat strips."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._sheet import Sheet
from playground.gui.inspector.fields import QuietCombo
from playground.gui.lenses._attention_state import labels_of
from playground.gui.lenses._block_lens import Following
from playground.gui.lenses._gates_answer import Answer, answer_in
from playground.gui.lenses._gates_board import Board, cell_of, ring_around
from playground.gui.lenses._gates_held import HeldBar
from playground.gui.lenses._gates_state import Cell, Layer, layer_in, layer_words, shares_of
from playground.gui.lenses.base import Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.registry import experiments
from playground.telemetry.probes.gates import Gates
from playground.telemetry.probes.unrolled import KINDS


@lens("gates", title=mark("Gates"))
class GatesLens(Following):
    """A strip a gate, then memory and state; a column a step, a row a unit; below, what is read.

    Shares (input, forget, output, reset, update) go from 0 to 1, all others are symmetric around 0.
    The pointer tells a number; a click says below how it comes about. Gates can be held at 0 or 1:
    states and answer are then shown as they would be, beside what they are.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        self.layer: Layer | None = None
        self.cell: Cell | None = None
        self.board: Board | None = None
        self.tokens: np.ndarray | None = None
        self.answer: Answer | None = None  # in a what-if
        self.bar = HeldBar()
        super().__init__(context, node, parent)
        self.note, self.choice, self.sheet = ElidedLabel(), QuietCombo(), Sheet(context)
        self.note.setObjectName("lensLegend")
        self.choice.setMinimumContentsLength(16)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.choice)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.sheet, 1)
        self.choice.activated.connect(self._on_choice)
        self.bar.changed.connect(self.refresh_probes)
        self.sheet.hovered.connect(self._on_hovered)
        self.sheet.clicked.connect(self._on_clicked)
        self.sheet.resized.connect(self._redraw)
        context.selection.sample_changed.connect(self.refresh_probes)
        context.cursor.unit_moved.connect(self._light)
        context.cursor.place_moved.connect(self._light)
        context.document.report_changed.connect(self._fill_choice)
        self.retranslate()

    def probes(self) -> tuple[Probe, ...]:
        if not self.shown:
            return ()
        number, reverse = self.asked
        sample = self.context.selection.sample
        at = {"sample": sample.number, "split": sample.split}
        return (Gates(self.shown, number, reverse, **at, held=self.bar.held),)

    def waits_for(self) -> str:
        if not any(map(self.fits, self.context.document.report.nodes)):
            return tr("Put a recurrent block (RNN, LSTM, GRU) into the network to see its gates.")
        return super().waits_for()

    def fits(self, node: str) -> bool:
        found = self.context.document.report.nodes.get(node)
        return found is not None and found.node.block in KINDS and not found.node.muted

    def forget(self) -> None:
        self.layer = self.cell = None
        self.bar.let_go()
        self._fill_choice()

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        layer = layer_in(snapshot.arrays, self.shown, self._option("nonlinearity", "tanh"))
        if layer is None:
            return False
        self.layer, self.tokens = layer, snapshot.arrays.get("gates/tokens")
        self.cell = layer.fitting(self.cell)
        self.answer = None
        if layer.held:
            self.answer = answer_in(snapshot.arrays, self.shown, self._names())
        self._redraw()
        return True

    def _names(self) -> tuple[str, ...]:
        """What the numbers of an answer are called."""
        document, fields = self.context.document.document, self.context.document.report.fields
        experiment = experiments.get(document.train.experiment).make(document.train.params)
        target = fields.get(getattr(experiment, "target", ""))
        if target is None:
            return ()
        words = target.vocabulary
        return target.classes or (
            labels_of(np.arange(len(words)), words, len(words)) if words else ()
        )

    def readings(self) -> list[Reading]:
        return [] if self.layer is None else self.sheet.readings(self, self.key)

    @property
    def asked(self) -> tuple[int, bool]:
        """Which layer, from 0, and whether backwards."""
        both = bool(self._option("bidirectional", False))
        number = max(self.choice.currentIndex(), 0)
        return (number // 2, bool(number % 2)) if both else (number, False)

    def _option(self, name: str, default: object) -> object:
        """A parameter of the block that is shown."""
        found = self.context.document.report.nodes.get(self.shown)
        return getattr(found.block, name, default) if found is not None else default

    def _fill_choice(self, *_: object) -> None:
        layers = int(self._option("num_layers", 1))
        both = bool(self._option("bidirectional", False))
        names = [
            layer_words(layer, reverse, layers)
            for layer in range(layers)
            for reverse in ((False, True) if both else (False,))
        ]
        if [self.choice.itemText(i) for i in range(self.choice.count())] != names:
            chosen = self.choice.currentIndex()
            self.choice.clear()
            self.choice.addItems(names)
            self.choice.setCurrentIndex(chosen if 0 <= chosen < len(names) else 0)
            self.refresh_probes()
        self.choice.setVisible(len(names) > 1)
        found = self.context.document.report.nodes.get(self.shown)
        kind = found.node.block if found is not None else ""
        self.bar.set_gates(shares_of(kind) if kind in KINDS else ())

    def _on_choice(self, _index: int) -> None:
        self.cell = None
        self.refresh_probes()

    def _redraw(self) -> None:
        layer = self.layer
        if layer is None or self.cell is None:
            return
        room = QRectF(self.sheet.rect()).adjusted(4, 2, -6, -2)
        field = self.context.document.report.fields.get("x")
        vocabulary = field.vocabulary if field is not None else ()
        steps, units = layer.unrolled.h_th.shape
        labels = labels_of(self.tokens, vocabulary, steps)
        self.board = Board(room, self.sheet.look, layer, self.cell, labels, self.answer)
        self.sheet.set_marks(self.board.marks)
        words = tr("{id}: {t} steps (columns) × {h} units (rows)", id=layer.node, t=steps, h=units)
        if self.board.every_unit > 1:
            words += ", " + tr("1 in {n} units is shown", n=self.board.every_unit)
        if self.board.every_step > 1:
            words += ", " + tr("1 in {n} steps is shown", n=self.board.every_step)
        if layer.held:
            held = ", ".join(f"{gate} = {value:.0f}" for gate, value in layer.held.items())
            words = (
                tr("What if {held}: the network itself stays as it is", held=held) + "; " + words
            )
        self.note.setText(words)
        self._light()

    def _light(self) -> None:
        """Ring the chosen cell, and the state or the step that another view points at."""
        if self.board is None or self.layer is None:
            return
        rings = list(self.board.rings)
        unit = self.context.cursor.unit
        if unit is not None and unit.node == self.layer.node and len(unit.index) in (1, 2):
            place = self.board.where(self._state_of(unit))
            if place is not None:
                rings.append(ring_around(place))
        elif unit is None:
            rings += self.board.column(self.context.cursor.place)
        self.sheet.ring(rings)

    def _is_top(self) -> bool:
        return self.layer is not None and self.layer.number == self._option("num_layers", 1) - 1

    def _state_of(self, unit: Unit) -> Cell:
        """The number of the state that a number of the block's output is."""
        assert self.layer is not None  # asked with one only
        steps, width = self.layer.unrolled.h_th.shape
        number = unit.index[-1] - width * self.layer.unrolled.reverse
        last = 0 if self.layer.unrolled.reverse else steps - 1
        step = unit.index[0] if len(unit.index) == 2 else last
        return Cell("h", step if self._is_top() else -1, number)

    def _on_hovered(self, found: object) -> None:
        cell = cell_of(found)
        self.context.cursor.set_place(cell.step if cell is not None else None)
        if cell is None or self.layer is None:
            self.context.cursor.set_unit(None)
            return
        index: tuple[int, ...] = ()
        if cell.strip != "x" and self._is_top():
            width = self.layer.unrolled.h_th.shape[1]
            index = (cell.unit + width * self.layer.unrolled.reverse,)
            if self._option("output", "sequence") == "sequence":
                index = (cell.step, *index)
        self.context.cursor.set_unit(Unit(self.layer.node, index))

    def _on_clicked(self, found: object) -> None:
        cell = cell_of(found)
        if cell is not None:
            self.cell = cell
            self._redraw()

    def on_restarted(self) -> None:
        self.layer = self.board = None

    def retheme(self) -> None:
        self._redraw()

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.choice.setAccessibleName(tr("Which layer and direction"))
        self.sheet.setAccessibleName(tr("Gates and states over the steps"))
        self._fill_choice()
        self._redraw()
