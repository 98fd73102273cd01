"""The runs of this window side by side: the current one and those that are over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from playground.errors import PlaygroundError
from playground.gui.document_model import DocumentModel
from playground.gui.run_model import RunModel
from playground.telemetry.runs import NUM_COLOURS, RunRecord, kept_path, read_runs, write_runs
from playground.telemetry.snapshot import Event

MAX_RUNS = 50  # beyond it the oldest goes: each holds its curves
MAX_EVENTS = 1000  # of one run
GROWN_MS = 250  # numbers change at most five times a second


class Runs(QObject):
    """Keeps a record of every run that made a step. The last one is the current run.

    They outlive a change of the document, so that two networks can be compared; those on other data
    are only hidden. With `keep`, they are saved beside the document whenever it is saved.
    """

    changed = Signal()  # runs came or went, a name, a colour or what is visible
    refused = Signal(str)  # why the runs kept with a document could not be read
    grown = Signal()  # numbers of the current run, at most every `GROWN_MS`

    def __init__(self, run: RunModel, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: list[RunRecord] = []
        self.kept = False  # saved with the document
        self._count = 0  # runs that made a step, and the current one
        self._run, self._model = run, model
        self._later = QTimer(self, singleShot=True, interval=GROWN_MS)
        self._later.timeout.connect(self.grown)
        run.restarted.connect(self._on_restarted)
        run.rows.connect(self._on_rows)
        run.happened.connect(self._on_happened)
        model.loaded.connect(self._on_loaded)

    @property
    def current(self) -> RunRecord | None:
        """The record of the run that goes on now; None before the first network."""
        return self.records[-1] if self.records else None

    @property
    def others(self) -> list[RunRecord]:
        """The runs that are over, oldest first."""
        return self.records[:-1]

    def shown(self) -> list[RunRecord]:
        """The runs that plots show beside the current one."""
        return [record for record in self.others if record.visible]

    def find(self, number: int) -> RunRecord | None:
        """The run of that number, or None."""
        return next((r for r in self.records if r.number == number), None)

    def rename(self, record: RunRecord, name: str) -> None:
        """Give a run another name; "" is its number."""
        record.name = name.strip()[:200]
        self.changed.emit()

    def show(self, record: RunRecord, visible: bool) -> None:
        """Show a run in the plots, or hide it."""
        record.visible = visible
        self.changed.emit()

    def recolour(self, record: RunRecord, colour: int) -> None:
        """Give a run another colour of the palette."""
        record.colour = colour % NUM_COLOURS
        self.changed.emit()

    def remove(self, record: RunRecord) -> None:
        """Forget a run that is over."""
        if record in self.others:
            self.records.remove(record)
            self.changed.emit()

    def clear(self) -> None:
        """Forget all runs but the current one."""
        if self.others:
            del self.records[:-1]
            self.changed.emit()

    def comparable(self) -> list[RunRecord]:
        """All runs with at least one step, oldest first."""
        return [record for record in self.records if record.steps]

    def save_beside(self, path: Path) -> None:
        """Write the runs beside the document in `path`. Raises `SaveError`."""
        write_runs(kept_path(path), self.comparable())

    def load_beside(self, path: Path) -> None:
        """Take the runs kept with the document in `path`, if any. Raises `FormatError`."""
        kept = kept_path(path)
        if not kept.is_file():
            return
        came = read_runs(kept)
        self.kept = True
        known = {record.number for record in self.records}
        for index, record in enumerate(came):
            record.name = record.title  # the number may be another run's here
            record.number = min([0, *known]) - 1 - index
        self.records[:-1] = [*came, *self.others][-MAX_RUNS:]
        self.changed.emit()

    def set_kept(self, kept: bool) -> None:
        """Save the runs with the document from now on, or no longer; an old file stays."""
        self.kept = kept
        self.changed.emit()

    def _on_restarted(self, number: int) -> None:
        last = self.current
        if last is not None and not last.steps:
            self.records.pop()  # nothing happened in it: the next one takes its place
            self._count -= 1
        document = self._run.trained or self._model.document
        colour = (self.records[-1].colour + 1) % NUM_COLOURS if self.records else 0
        record = RunRecord(number, document, self._run.history, colour=colour)
        record.parent = self._run.parent_run
        self._count += 1
        record.place = self._count
        self.records.append(record)
        del self.records[:-MAX_RUNS]
        self.changed.emit()

    def _on_rows(self, _rows: object) -> None:
        current, newest = self.current, self._run.newest
        if current is None or newest is None:
            return
        current.seconds = newest.seconds
        current.document = self._run.trained or current.document
        if not self._later.isActive():
            self._later.start()

    def note(self, step: int, text: str) -> None:
        """Remember what happened to the current run."""
        if self.current is not None and text:
            self.current.events = [*self.current.events, (step, text)][-MAX_EVENTS:]

    def _on_happened(self, event: Event) -> None:
        if event.kind == "edited":
            self.note(event.step, event.text)

    def _on_loaded(self) -> None:
        """Another document: what was trained on other data cannot be compared at a glance."""
        self.kept = False
        data = self._model.document.data.dataset
        for record in self.records:
            record.visible = record.visible and record.document.data.dataset == data
        if self._model.path is not None:
            try:
                self.load_beside(self._model.path)
            except PlaygroundError as error:  # it is not kept, so the damaged file stays as it is
                self.refused.emit(str(error))
        self.changed.emit()
