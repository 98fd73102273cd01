"""Saving and loading the weights of the current run, or all of the run, beside the document."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.errors import WeightsError
from playground.gui.context import Context
from playground.i18n import tr
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.saving import SaveWeights
from playground.train.tensor_file import read_tensors

SUFFIX = ".safetensors"
PATIENCE_S = 1.5  # of a window that closes while a file is being written


class WeightsFiles(QObject):
    """The entries of the File menu about weights and runs."""

    saved = Signal(object)  # Path
    settled = Signal()  # no file is on its way any more

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context, self.window = context, window
        self._wish: SaveWeights | None = None
        self._runs = 0  # that are being written
        context.run.measured.connect(self._on_snapshot)
        context.run.happened.connect(self._on_event)

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
        """Start a run from the weights of a file, where they fit; a bad file changes nothing."""
        if self._sound(path) is not None:
            self.context.run.start_from(path)

    def save_run(self, path: Path) -> None:
        """Ask the run to write all it needs to go on; a notice says when it did, or why not."""
        self._runs += 1
        self.context.run.save_to(path)

    @property
    def busy(self) -> bool:
        """Whether a training writes a file."""
        return self.context.run.attended and (self._wish is not None or self._runs > 0)

    def finish(self, seconds: float = PATIENCE_S) -> None:
        """Let a file that is on its way arrive before the training ends."""
        if self.busy:
            loop = QEventLoop()
            for end in (self.settled, self.context.run.ended):
                end.connect(loop.quit)
            QTimer.singleShot(round(1000 * seconds), loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def resume(self, path: Path) -> None:
        """Go on with the run of a file, as far as it fits; a bad file changes nothing."""
        metadata = self._sound(path)
        if metadata is None:
            return
        if "run" not in metadata:
            text = tr("{path} holds weights, but not the state of a run.", path=path.name)
            self.context.notices.post(text, "error")
            return
        step = metadata.get("step", "")
        self.context.run.resume(path, int(step) if step.isdecimal() and len(step) < 16 else 0)

    def ask_save_run(self) -> None:
        """Let the user choose where to save the run."""
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, tr("Save the run"), self._start("-run"), tr("Runs (*.safetensors)")
        )
        if chosen:
            self.save_run(Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(SUFFIX))

    def ask_resume(self) -> None:
        """Let the user choose a run to go on with."""
        chosen, _ = QFileDialog.getOpenFileName(
            self.window, tr("Resume a run"), self._start("-run"), tr("Runs (*.safetensors)")
        )
        if chosen:
            self.resume(Path(chosen))

    def _sound(self, path: Path) -> Mapping[str, str] | None:
        """The metadata of a file that fits somewhere; None, and a notice, for any other."""
        try:
            file = read_tensors(path)
        except WeightsError as error:
            self.context.notices.post(str(error), "error")
            return None
        ids = self.context.document.report.blocks
        if not any(name.rpartition(".")[0] in ids for name in file.arrays):
            text = tr("Nothing in {path} fits this network.", path=path.name)
            self.context.notices.post(text, "error")
            return None
        return file.metadata

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

    def _start(self, kind: str = "") -> str:
        path = self.context.document.path or Path.home() / "network"
        return str(path.with_name(f"{path.stem}{kind}{SUFFIX}"))

    def _on_event(self, event: Event) -> None:
        if event.kind in ("saved", "failed"):
            self.context.notices.post(event.text, "info" if event.kind == "saved" else "error")
            self._runs = max(0, self._runs - 1)
            self._settle()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._wish is None or self._wish.array not in snapshot.arrays:
            return
        wish, self._wish = self._wish, None
        fault = snapshot.arrays[wish.array].tobytes().decode()
        self.context.run.unwatch(self)
        if fault:
            self.context.notices.post(fault, "error")
        else:
            self.context.notices.post(tr("Saved {name}.", name=wish.path.name))
            self.saved.emit(wish.path)
        self._settle()

    def _settle(self) -> None:
        if not self.busy:
            self.settled.emit()
