"""The one place where the training thread meets Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from playground.document.model import Document
from playground.gui.document_model import DocumentModel
from playground.gui.picture_pace import PicturePace
from playground.gui.run_base import MakeSteps
from playground.gui.run_crew import RunCrew
from playground.gui.run_edits import RunEdits, training_part
from playground.i18n import tr
from playground.telemetry.history import History
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.controls import Branch, Controls, Steering
from playground.train.engine.fate import ProcessLost
from playground.train.engine.messages import Kept

TICK_MS = 33  # views need no more than 30 Hz
REBUILD_MS = 200  # an edit before the first step rebuilds the network this much later


class RunModel(RunCrew):
    """Owns the current run and polls it; every signal fires on the GUI thread.

    States: "broken" (the document has errors), "loading", "ready" (step 0), "running", "paused",
    "ended" (all steps done), "failed". An edit before the first step rebuilds the network by
    itself; after it the run goes on with the new document between two steps. Only where it cannot,
    `stale` says so, and `edits.reason` why: nothing resets unless asked.
    """

    def __init__(
        self,
        model: DocumentModel,
        make_steps: MakeSteps | None = None,
        parent: QObject | None = None,
        *,
        engine: str = "thread",
    ) -> None:
        super().__init__(model, make_steps, engine, parent)
        self.edits = RunEdits(model, self)
        self._pace = PicturePace()
        self._unshown = False  # whether the newest snapshot has yet to be shown
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.setInterval(REBUILD_MS)
        self._rebuild.timeout.connect(self._build_anew)
        model.changed.connect(self._on_document)
        model.data_read.connect(self._adopt)
        model.loaded.connect(self.reset)

    def begin(self) -> None:
        """Load torch in the background, then build the first network; call it once shown."""
        self.engine.warm_up()
        wants_play = self._wants_play  # pressed before there was anything to play
        self.reset()
        self._wants_play = wants_play

    def play(self) -> None:
        """Train from here. A run that did all its steps trains on.

        One whose numbers broke stays, so that nothing is lost: `stuck` asks how it shall go on. Any
        other that failed starts anew.
        """
        if self.state == "failed" and self.last_good is not None:
            self.stuck.emit()
            return
        if self.state == "failed" or (self.state == "ended" and self._worker is None):
            self.reset()
        self._wants_play = True
        self._resume()

    def pause(self) -> None:
        """Stop after the current step; `play` goes on."""
        self._wants_play = False
        if self._worker is not None and self.state == "running":
            self._worker.pause()
            if self.past.wanted is not None:
                self._worker.look()  # a wish that the last step has not seen
            self._set_state("paused")

    def step(self) -> None:
        """One optimiser step, then pause."""
        self.pause()
        if self._worker is not None and self.state in ("ready", "paused", "ended"):
            self._worker.step_once()
            self._set_state("paused")

    def start_anew(self) -> None:
        """Drop a run that failed, and train from step 0."""
        self.reset()
        self._wants_play = True

    def go_back(self) -> None:
        """Train on from the last good step of a run that failed; its curves stay."""
        step = self.last_good
        if step is not None:
            self.past.back_to_now()
            self.go_on_from(step)
            self._wants_play = True

    def reset(self) -> None:
        """Drop the run and build the network of the current document, at step 0."""
        self._let_go()
        self._change_engine()
        self._begin_run(None)

    def go_on_from(self, step: int) -> None:
        """Branch: a new run goes on from the nearest kept step, with the document it had there.

        It takes the place of this one, whose curves stay, and trains on if this one did.
        """
        found = self.past.branch_at(step)
        if found is None:
            return
        branch, document = found
        controls, trains = self.steering.controls, self.state == "running"
        self._let_go()
        self.trained = None  # nothing takes the edit over: the new run begins with it
        if training_part(document) != training_part(self._model.document):
            title = tr("Go back to the network of step {n}", n=f"{branch.step:,}")
            self._model.push(title, lambda _document: document)
        self._begin_run(branch)
        self.steering.controls = controls
        self._wants_play = trains

    def _begin_run(self, branch: Branch | None) -> None:
        self._rebuild.stop()
        self._wants_play = False
        self.failure = None
        self._run += 1
        self._source, self._stood, self._kept, self._known = {}, 0, None, -1
        self.parent_run = None
        if branch is not None:
            self._source, self._stood = {"branch": branch}, branch.step
            self.parent_run = branch.run, branch.step
        self.history, self.newest, self.trained = History(), None, self._model.document
        self._trained_on = self.device
        self.edits.begin()
        self.past.begin(self._run, self.trained, branch)
        old = self.steering.controls
        self.steering = Steering(Controls(speed=old.speed, slow=old.slow, measuring=old.measuring))
        self.steering.memory = self.memory
        self._set_stale(False)
        self.restarted.emit(self._run)
        ready = self._model.report.ok or branch is not None  # which has been trained before
        self._set_state("loading" if ready else "broken")
        if self.state == "loading":
            self._timer.start()

    def go_on(self, kept: Kept) -> None:
        """Train on in a new process where the lost one was known to stand; the curves stay."""
        if self.state == "failed":
            self.trained, self._kept, self._known = kept.document, kept, self.step_count
            self._source, self.failure = {}, None
            self._wants_play = True
            self._set_state("loading")
            self._timer.start()

    def close(self, timeout: float = 2.0) -> bool:
        """End the run for good; False when something is still busy after `timeout` seconds."""
        self._timer.stop()
        self._rebuild.stop()
        self._let_go()
        loaded = self.engine.close(timeout)
        for worker in self._ending:
            worker.stop(timeout)
        self._ending = [worker for worker in self._ending if worker.is_alive()]
        return loaded and not self._ending

    def _on_document(self, old: Document, new: Document) -> None:
        if not self._model.loading and training_part(old) != training_part(new):
            self._adopt()

    def _adopt(self) -> None:
        """Build anew what is not trained yet; a run that has begun goes on with the edit."""
        if self.newest is None and "branch" in self._source:
            return  # it begins with what it was trained on; `_deliver` looks again
        if self.step_count == 0 and self.state != "running":
            self._rebuild.start()
        elif self.trained is not None:
            was_broken = self.edits.broken
            self.edits.offer(self.steering, self.trained)
            if self.edits.broken and not was_broken and self._worker is not None:
                text = tr("The graph has a problem: the last good network stays in training.")
                self.happened.emit(Event("note", self.step_count, text))
            self._show_stale()
            self.look()  # it takes the edit over with it

    def _build_anew(self) -> None:
        """A while after an edit before the first step; meanwhile somebody may have pressed Play."""
        if self.step_count or self.state == "running":
            self._adopt()
        else:
            wants_play = self._wants_play
            self.reset()
            self._wants_play = wants_play

    def _hear(self, events: Iterable[Event]) -> None:
        for event in events:
            document = self.edits.answer(event)
            if document is not None:
                self.past.edited(event, document)
                self._train_on_with(document)
            self._show_stale()
            self.happened.emit(event)

    def _train_on_with(self, document: Document) -> None:
        old, self.trained = self.trained, document
        if self._worker is not None and self._worker.max_steps is not None and old is not None:
            self._worker.max_steps += document.train.steps - old.train.steps

    def _show_stale(self) -> None:
        failed = self._worker is None and self.trained is not None
        edited = failed and training_part(self.trained) != training_part(self._model.document)
        self._set_stale(bool(self.edits.reason) or edited or self._trained_on != self.device)

    def _tick(self) -> None:
        if self._worker is None:
            if self.state == "loading" and self.engine.ready:
                self._start_worker()
            return
        over = not self._worker.is_alive()  # ask before take(), or the last rows get lost
        rows, newest = self._mailbox.take()
        if newest is not None:
            self._deliver(rows, newest)
        elif self._unshown and self.newest is not None and self.past.wanted is None:
            self._show(self.newest)
        if over:
            self._on_over()

    def _deliver(self, rows: list[Any], newest: Snapshot) -> None:
        newest = self.newest = self._whole(newest)
        rows = [row for row in rows if row[0] > self._known]  # a run that goes on repeats some
        for step, scalars in rows:
            self.history.append(step, scalars)
        if rows:
            self.history.append(newest.step, {"seconds": newest.seconds})
        if self.state == "loading":
            self._set_state("ready")
            if self._wants_play:
                self._resume()
            if "branch" in self._source:
                self._adopt()  # what was edited while it began
        self._hear(newest.events)
        self.rows.emit(rows)
        self.measured.emit(newest)
        shown = self.past.take(newest)
        if shown is not None:
            self._show(shown)

    def _show(self, shown: Snapshot) -> None:
        """Hand it to the views; later, where drawing would take the training its time."""
        shares = self.state == "running" and self.engine_in_use == "thread"
        self._unshown = shown is self.newest and shares and not self._pace.due()
        if not self._unshown:
            self.snapshot.emit(shown)

    def _on_over(self) -> None:
        assert self._worker is not None  # _tick saw it
        worker, self._worker, self._wants_play = self._worker, None, False
        self.reason = worker.reason
        if worker.finished == "steps":
            self._pull(done=worker.step)  # so that it can be looked at and trained on
        else:
            self._timer.stop()
        if isinstance(worker.error, ProcessLost):
            self.past.lose(worker.error.shelf)
        self.failure = worker.error
        self._set_state("ended" if worker.error is None else "failed")
        self.past.look_again()
        if self.failure is not None and not isinstance(self.failure, ProcessLost):
            self.past.visit(anyway=True)  # what was kept after the last snapshot is known, too
        self.ended.emit(worker.error)
