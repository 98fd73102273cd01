"""Saving and loading the weights of the current run, beside the document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.i18n import tr
from playground.telemetry.probes.base import Bench, Probe

SUFFIX = ".safetensors"


class Receipt:
    """What the training thread did with a request; compares by identity."""

    def __init__(self) -> None:
        self.done = False
        self.error: PlaygroundError | None = None


@dataclass(frozen=True, kw_only=True)
class SaveWeights(Probe):
    """Writes the weights between two steps, once: only there nobody changes them meanwhile."""

    path: Path
    receipt: Receipt

    @property
    def name(self) -> str:
        """It measures nothing, so no array bears this name."""
        return "saved"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        """Write the file, unless an earlier snapshot did."""
        from playground.train.checkpoint import save_weights

        if not self.receipt.done:
            try:
                save_weights(bench.models, self.path, bench.step)
            except PlaygroundError as error:
                self.receipt.error = error
            self.receipt.done = True
        return {}


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
        self._wish = SaveWeights(path=path, receipt=Receipt())
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

    def _on_snapshot(self, _snapshot: object) -> None:
        if self._wish is None or not self._wish.receipt.done:
            return
        wish, self._wish = self._wish, None
        self.context.run.unwatch(self)
        if wish.receipt.error is not None:
            self.context.notices.post(str(wish.receipt.error), "error")
            return
        self.context.notices.post(tr("Saved {name}.", name=wish.path.name))
        self.saved.emit(wish.path)
