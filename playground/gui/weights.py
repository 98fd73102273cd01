"""Saving and loading the weights of the current run, beside the document."""

from __future__ import annotations

import uuid
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.gui.context import Context
from playground.i18n import tr
from playground.telemetry.snapshot import Snapshot
from playground.train.saving import SaveWeights

SUFFIX = ".safetensors"


class WeightsFiles(QObject):
    """The two weights entries of the File menu."""

    saved = Signal(object)  # Path

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context, self.window = context, window
        self._wish: SaveWeights | None = None
        context.run.snapshot.connect(self._on_snapshot)

    def can_save(self) -> bool:
        """Whether there is a network with weights."""
        return self.context.run.state in ("ready", "running", "paused", "ended")

    def can_load(self) -> bool:
        """Whether a network can be built that could take weights."""
        return self.context.document.report.ok

    def save(self, path: Path) -> None:
        """Ask the run to write its weights; a notice says when it did, or why not."""
        self._wish = SaveWeights(path=path, token=uuid.uuid4().hex)
        self.context.run.watch(self, [self._wish])

    def load(self, path: Path) -> None:
        """Start a run from the weights of a file; the run ends with a notice if they do not fit."""
        self.context.run.start_from(path)

    def ask_save(self) -> None:
        """Let the user choose where to save the weights."""
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, tr("Save the weights"), self._start(), tr("Weights (*.safetensors)")
        )
        if chosen:
            self.save(Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(SUFFIX))

    def ask_load(self) -> None:
        """Let the user choose weights to start from."""
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, tr("Load weights"), self._start(), tr("Weights (*.safetensors)")
        )
        if chosen:
            self.load(Path(chosen))

    def _start(self) -> str:
        path = self.context.document.path
        return str(path.with_suffix(SUFFIX)) if path else str(Path.home() / f"network{SUFFIX}")

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._wish is None or self._wish.array not in snapshot.arrays:
            return
        wish, self._wish = self._wish, None
        fault = snapshot.arrays[wish.array].tobytes().decode()
        self.context.run.unwatch(self)
        if fault:
            self.context.notices.post(fault, "error")
            return
        self.context.notices.post(tr("Saved {name}.", name=wish.path.name))
        self.saved.emit(wish.path)
