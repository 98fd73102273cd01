"""Lens: the chain rule on one sample, one operation at a time."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.explain.chain_rule import Move, Record, Rule, moves_of
from playground.gui.context import Context
from playground.gui.lenses import _chain_steps as steps
from playground.gui.lenses._chain_controls import Controls
from playground.gui.lenses._chain_stage import WIDE, Stage
from playground.gui.lenses._judged import of_tokens, target_field
from playground.gui.lenses.base import Lens, Probe, Snapshot, lens
from playground.gui.truth import Reading
from playground.gui.widgets.texts import ElidedLabel
from playground.i18n import mark, tr
from playground.telemetry.probes.backprop import Backprop
from playground.telemetry.probes.own import name_of

LIVE_S = 0.2  # between two pictures while it follows the training
LEAST = 420  # px of width: a graph, a formula and all buttons


@lens("backprop", title=mark("Chain rule"))
class BackpropLens(Lens):
    """Follows the training until Next is pressed; then it stays with that sample and step.

    Attributes
    ----------
    record : Record or None
        The reading that is shown.
    moves : tuple of Move
        What can be gone through in it.
    position : int or None
        How many of them are shown; None: it follows the training, and all are.
    """

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, node, parent)
        self.record: Record | None = None
        self.moves: tuple[Move, ...] = ()
        self.position: int | None = None
        self._came: Snapshot | None = None
        self._drawn = 0.0
        self._past = (context.run.past.chosen, context.run.past.wanted)
        self._later = QTimer(self, singleShot=True, interval=int(LIVE_S * 1000))
        self._later.timeout.connect(lambda: self._guard(self._read))
        self.note, self.stage, self.controls = ElidedLabel(), Stage(context), Controls()
        self.note.setObjectName("lensLegend")
        self.quiz = self.stage.quiz
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.note)
        column.addWidget(self.stage, 1)
        column.addWidget(self.controls)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(LEAST)
        self._connect()

    def _connect(self) -> None:
        controls, context = self.controls, self.context
        controls.next_wanted.connect(self.next)
        controls.back_wanted.connect(self.back)
        controls.block_wanted.connect(self.next_block)
        controls.follow_wanted.connect(self.follow)
        controls.moved.connect(self.go)
        controls.ask.toggled.connect(self._on_ask)
        self.stage.box_clicked.connect(self._on_box)
        self.quiz.answered.connect(lambda: self.go((self.position or 0) + 1))
        context.selection.sample_changed.connect(self._let_go)
        context.run.past.changed.connect(self._on_past)

    # -- what the user does -----------------------------------------------------------------------

    @property
    def move_shown(self) -> Move | None:
        """The move whose formula is shown."""
        return self.moves[self.position - 1] if self.position else None

    def next(self) -> None:
        """Show the next number, or ask for it; the first time, stay with what is shown now."""
        at = self.position or 0
        if self.record is None or at >= len(self.moves):
            return
        if self.controls.ask.isChecked() and not self.quiz.waits:
            self.go(at)
            self.quiz.ask(self.moves[at])
            self._show()
        else:  # asked, and not answered: shown without a verdict
            self.go(at + 1)

    def back(self) -> None:
        """Take the last number away again."""
        if self.position:
            self.go(self.position - 1)

    def next_block(self) -> None:
        """Go through all that belongs together with the next number: a block, forward or back."""
        self.go(steps.next_block(self.moves, self.position or 0))

    def go(self, position: int) -> None:
        """Show so many moves, and stay with this sample and step."""
        if self.record is None:
            return
        began, self.position = self.position is None, min(max(position, 0), len(self.moves))
        self.quiz.drop()
        if began:
            self.refresh_probes()  # nothing is measured any more
        self._guard(self._show)
        self.stage.reveal()

    def follow(self) -> None:
        """Show what the training does now, and go with it."""
        if self.position is not None:
            self._let_go()
            self._guard(self._show)
            self.context.run.look()

    # -- the base ---------------------------------------------------------------------------------

    def probes(self) -> tuple[Probe, ...]:
        if self.position is not None:
            return ()
        sample = self.context.selection.sample
        return (Backprop(sample=sample.number, split=sample.split),)

    def waits_for(self) -> str:
        field = target_field(self.context)
        if field is not None and field.kind == "token":
            return of_tokens()
        return tr("This view follows one sample to its loss and back: it needs data with answers.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        if self.position is not None or "backprop/graph" not in snapshot.arrays:
            return self.record is not None
        self._came = snapshot
        if self.record is None or time.perf_counter() - self._drawn >= LIVE_S:
            return bool(self._read())
        self._later.start()
        return True

    def on_restarted(self) -> None:
        self.record, self.moves, self._came = None, (), None
        self.stage.set_record(None, ())
        self._let_go()

    def readings(self) -> list[Reading]:
        return self.stage.readings(self, self.key)

    def retheme(self) -> None:
        self._show()

    def retranslate(self) -> None:
        self._show()

    # -- inside -----------------------------------------------------------------------------------

    def _read(self) -> bool:
        """Take over the newest snapshot, unless it is of another sample."""
        if self._came is None or self.position is not None:
            return self.record is not None
        record, sample = Record.read(self._came.arrays), self.context.selection.sample
        if record is None or (record.split, record.sample) != (
            name_of(sample.split),
            sample.number,
        ):
            return self.record is not None
        self._drawn = time.perf_counter()
        self.record = record
        self.moves = moves_of(record, Rule.of(record.rule, self._came.scalars.get("lr")))
        self.stage.set_record(record, self.moves)
        self._show()
        return True

    def _show(self) -> None:
        """Draw everything as it is now."""
        self.controls.show_state(self.position, len(self.moves))
        self.stage.show_position(self.position, self.controls.ask.isChecked())
        record = self.record
        if record is None:
            return
        words = {"step": record.step, "number": record.sample}
        title = (
            tr("Step {step:,}, training sample {number}, alone as a batch", **words)
            if record.split == "train"
            else tr("Step {step:,}, the sample that you have drawn, alone as a batch", **words)
            if record.split == "own"
            else tr("Step {step:,}, test sample {number}, alone as a batch", **words)
        )
        kinds = {operation.block for operation in record.operations}
        if any(kind.startswith("batch_norm") for kind in kinds):
            title += tr("; batch norm uses its running statistics")
        if any("dropout" in kind for kind in kinds):
            title += tr("; dropout is off")
        self.note.setText(title)

    def _let_go(self) -> None:
        """Follow what views show from now on."""
        self.position = None
        self.quiz.forget()
        self.refresh_probes()

    def _on_past(self) -> None:
        """Another step is looked at in all views: in this one too."""
        past = (self.context.run.past.chosen, self.context.run.past.wanted)
        if past != self._past:
            self._past = past
            if self.position is not None:
                self._let_go()

    def _on_ask(self, _on: bool) -> None:
        self.quiz.forget()
        self._guard(self._show)

    def _on_box(self, box: str) -> None:
        """Go to the move that a box has its number from, or its gradient."""
        move = self.move_shown
        found = steps.of_box(self.moves, box, move is not None and move.phase != "forward")
        if found is not None:
            self.go(found + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Right: self.next,
            Qt.Key.Key_Space: self.next,
            Qt.Key.Key_Left: self.back,
            Qt.Key.Key_PageDown: self.next_block,
            Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(len(self.moves)),
            Qt.Key.Key_Escape: self.follow,
        }
        action = keys.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._guard(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.controls.set_wide(event.size().width() >= WIDE)
        super().resizeEvent(event)
