"""What everybody may know of the current run and wish of it, without how it is driven."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from playground.document.model import Document
from playground.gui.document_model import DocumentModel
from playground.gui.run_past import MEMORY, RunPast
from playground.telemetry.history import History
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.probes.base import Probe
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.controls import Steering
from playground.train.engine.base import Engine, Worker, make_engine
from playground.train.engine.messages import Kept
from playground.train.engine.thread import ThreadEngine

State = Literal["broken", "loading", "ready", "running", "paused", "ended", "failed"]
Steps = Generator[Snapshot | None, Any, Any]
MakeSteps = Callable[
    ..., Steps
]  # document, steering, number of the run, weights=file to start from, device=name


class RunBase(QObject):
    """State and signals of the run, and the wishes that are only handed on; see `RunModel`."""

    rows = Signal(object)  # list of (step, scalars), oldest first
    snapshot = Signal(object)  # what views show: the newest Snapshot, at most one a tick, with the
    # last array of every probe asked for (an array is news when it is not the object of last time);
    # or that of an earlier step, once, while the user looks at one
    measured = Signal(object)  # the newest Snapshot, whatever views show
    state_changed = Signal(str)
    stale_changed = Signal(bool)
    ended = Signal(object)  # None, or the exception that ended the run
    restarted = Signal(int)  # number of the new run: curves start anew
    happened = Signal(object)  # Event: an edit was taken over, or refused
    stuck = Signal()  # Play was pressed after a failure that leaves a choice

    def __init__(
        self,
        model: DocumentModel,
        make_steps: MakeSteps | None,
        engine: str,
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self.steering = Steering()
        self.history = History()
        self.newest: Snapshot | None = None
        self.state: State = "broken"
        self.stale = False
        self.failure: Exception | None = None  # what ended the run, while it is "failed"
        self.reason = ""  # why the experiment itself ended the run, in the user's language
        self.trained: Document | None = None  # the document the current network was built from
        self.device = "auto"  # one of `train.devices.DEVICES`; `set_device` changes it
        self._trained_on = "auto"
        self.engine_name = engine  # a key of `ENGINES`; `set_engine` changes it
        self.engine_in_use = engine  # by the current run
        self.engine: Engine = (
            make_engine(engine) if make_steps is None else ThreadEngine(make_steps)
        )
        self._model = model
        self.memory = MEMORY << 20  # bytes for the earlier steps of a run
        self.parent_run: tuple[int, int] | None = None  # run and step that this one branched off
        self.past = RunPast(self)
        self._watched: dict[Hashable, frozenset[Probe]] = {}
        self._calm: set[Hashable] = set()  # who of them leaves the time to the others
        self._worker: Worker | None = None
        self._ending: list[Worker] = []  # told to end, still in their last step
        self._steps: Any = None
        self._mailbox = Mailbox()
        self._run = 0
        self._source: dict[str, Any] = {}  # file that the current run starts from
        self._stood = 0  # its step, when it goes on from there
        self._kept: Kept | None = None  # where a lost process stood: the current run goes on there
        self._known = -1  # newest step in the curves when it was lost
        self._wants_play = False

    @property
    def shown(self) -> Snapshot | None:
        """What views show: the newest snapshot, or that of the earlier step looked at."""
        return self.past.shown or self.newest

    @property
    def last_good(self) -> int | None:
        """After NaN or infinity: the newest kept step from which the run can go on."""
        step = getattr(self.failure, "step", None)
        return self.past.good_before(step, self.history) if isinstance(step, int) else None

    @property
    def attended(self) -> bool:
        """Whether there is a worker, and so a network that can be changed."""
        return self._worker is not None

    @property
    def step_count(self) -> int:
        """Optimiser steps of the current run, as far as the window knows."""
        return self.newest.step if self.newest else 0

    def toggle(self) -> None:
        """Play or pause."""
        if self.state == "running" or self._wants_play:
            self.pause()
        else:
            self.play()

    def start_from(self, weights: Path) -> None:
        """Like `reset`, but the network starts with the weights of a file."""
        self.reset()
        self._source = {"weights": weights, "partial": True}

    def resume(self, path: Path, step: int) -> None:
        """Like `reset`, but the run goes on from a file of a run, which stood at `step`."""
        self.reset()
        self._source, self._stood = {"resume": path}, step

    def save_to(self, path: Path) -> None:
        """Write the state of the run into a file; `happened` tells when that is done."""
        self.steering.save_to(path)
        self.look()

    def look(self, urgent: bool = False) -> None:
        """Have a run that stands still measure again what is to be seen now.

        `urgent`: also one that only waits for its next step.
        """
        if self._worker is None:
            self.past.visit()
        elif urgent or self.state != "running":
            self._worker.look()

    def send_visitor(self, mailbox: Mailbox) -> Worker:
        """A worker that makes no steps: it answers looks at what is kept in the engine."""
        where = {} if self.device == "auto" else {"device": self.device}
        steps = self.engine.make_steps(
            self._model.document, self.steering, self._run, visits=True, **where
        )
        visitor = self.engine.make_worker(steps, mailbox, steering=self.steering)
        visitor.pause()
        visitor.start()
        return visitor

    def dismiss(self, worker: Worker) -> None:
        """End a worker some time soon: nobody waits for its step."""
        worker.stop(timeout=0)
        self._ending.append(worker)

    def set_memory(self, megabytes: int) -> None:
        """Keep earlier steps in this much memory."""
        self.memory = megabytes << 20
        self.steering.memory = self.memory
        if self._worker is None:
            self.past.visit(anyway=True)
        self.look()

    def change(self, **controls: Any) -> None:
        """Change controls of the running session: lr, batch_size, speed, frozen."""
        self.steering.change(**controls)

    def set_device(self, name: str) -> None:
        """Train there: at once when nothing is trained yet, else from the next reset on."""
        self.device = name
        self._adopt()

    def set_engine(self, name: str) -> None:
        """Train with it: at once when nothing is trained yet, else from the next reset on."""
        self.engine_name = name
        if self.step_count == 0 and self.state not in ("running", "broken"):
            self.reset()

    def watch(self, owner: Hashable, probes: Iterable[Probe], calm: bool = False) -> None:
        """A visible view asks for measurements; replaces what it asked for before.

        `calm`: it stands beside others that somebody has opened to look at, and leaves them more.
        """
        self._watched[owner] = frozenset(probes)
        (self._calm.add if calm else self._calm.discard)(owner)
        self._hand_over_probes()
        self.look()  # if nothing moves: the new view wants to see

    def unwatch(self, owner: Hashable) -> None:
        """The view is hidden: it costs nothing from now on."""
        self._calm.discard(owner)
        if self._watched.pop(owner, None) is not None:
            self._hand_over_probes()

    def _hand_over_probes(self) -> None:
        opened = [p for owner, p in self._watched.items() if owner not in self._calm]
        probes = frozenset().union(*self._watched.values())
        calm = probes.difference(*opened)
        if calm != self.steering.calm:
            self.steering.calm = calm
        self.steering.probes = probes

    def set_weight(self, node: str, name: str, index: tuple[int, ...], value: float) -> None:
        """Set one number of a block's tensor by hand, before the next step."""
        self.steering.set_weight(node, name, index, value)
        self.look()

    def remark(self, text: str, node: str = "") -> None:
        """Note on the timeline, and to the user, what was done to the network just now."""
        assert self.trained is not None  # there is a network
        event = Event("note", self.step_count, text, node)
        self.past.edited(event, self.trained)
        self.happened.emit(event)

    def _whole(self, newest: Snapshot) -> Snapshot:
        """With the last arrays of the probes that were left out this time to save time."""
        if self.newest is None or self.newest.run != newest.run:
            return newest
        asked = {probe.name for probe in self.steering.probes}
        kept = {
            name: array
            for name, array in self.newest.arrays.items()
            if name.partition("/")[0] in asked
        }
        return replace(newest, arrays={**kept, **newest.arrays})

    def _set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_stale(self, stale: bool) -> None:
        if stale != self.stale:
            self.stale = stale
            self.stale_changed.emit(stale)

    def _change_engine(self) -> None:
        if self.engine_name != self.engine_in_use:
            self.engine.close(timeout=0)
            self.engine = make_engine(self.engine_name)
            self.engine_in_use = self.engine_name
            self.engine.warm_up()

    def play(self) -> None:
        """Train from here."""
        raise NotImplementedError

    def pause(self) -> None:
        """Stop after the current step."""
        raise NotImplementedError

    def reset(self) -> None:
        """Drop the run, and begin anew."""
        raise NotImplementedError

    def _adopt(self) -> None:
        """Go on with the document as it is now."""
        raise NotImplementedError
