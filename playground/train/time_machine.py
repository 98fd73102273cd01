"""Keeps earlier states of a session while it trains, and answers looks at them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import torch

from playground.telemetry.probes.landscape import CHECKPOINTS
from playground.telemetry.snapshot import Shelf, Snapshot
from playground.train.archive import Archive
from playground.train.cadence import Budget
from playground.train.controls import Steering
from playground.train.looker import Looker
from playground.train.past import Kept, Version, version_of
from playground.train.session import Session, Steps

SHARE = 0.015  # of the training time, for keeping states
LEAST_S = 0.02  # between two states: closer ones nobody can choose


class TimeMachine:
    """Stands between a session and its driver: keeps states, and answers looks at them.

    The session itself does not know of it, and goes on to the bit as it would without.

    Parameters
    ----------
    session : Session
    archive : Archive
        Gets the states; its current run is that of the session.
    """

    def __init__(self, session: Session, archive: Archive) -> None:
        self._archive, self._session, self._number = archive, session, session.run.number
        self._budget = Budget(SHARE)
        self._version: Version | None = None
        self._newest = -1  # step of the newest state
        self._told: Shelf | None = None  # what the driver knows
        self._looker = Looker(archive)
        self._fresh = True  # whether the gradients are those of the last step

    def steps(self) -> Steps:
        """Those of the session; every snapshot also bears what there is to tell of the past."""
        session, steps = self._session, self._session.steps()
        steering, run, archive, looker = session.steering, session.run, self._archive, self._looker
        came = next(steps)
        try:
            while True:
                if steering.memory != archive.budget:
                    archive.set_budget(steering.memory)
                run.memory.setdefault(CHECKPOINTS, self._checkpoints)
                self._keep(run.step, forced=type(came) is Snapshot and self._newest < 0)
                if type(came) is Snapshot:
                    came = self._tell(came)
                sent = yield came
                before, document = run.step, session.document
                try:
                    came = steps.send(sent)
                except StopIteration as end:
                    return end.value or ""
                if sent is not True:
                    self._fresh = type(came) is not int  # compiled steps leave none behind
                if session.document is not document:
                    archive.drop_from(self._number, before)  # of the same step, but another network
                    self._keep(run.step, forced=True)
                elif sent is True:
                    self._keep(run.step, forced=True)  # it stands there: to be found again
                if looker.has_a_wish(steering):
                    looker.see(steering)
        finally:
            steps.close()

    def _checkpoints(self) -> tuple[tuple[int, Mapping[str, torch.Tensor]], ...]:
        """Step and weights of all states of this run, for probes that show its way."""
        kept = self._archive.states(self._number)
        return tuple((state.step, state.state.weights) for state in kept)

    def _tell(self, snapshot: Snapshot) -> Snapshot:
        found, shelf = self._looker.take(), self._archive.shelf
        news = None if shelf is self._told else shelf
        self._told = shelf
        if found is None and news is None:
            return snapshot
        return replace(snapshot, past=found, shelf=news)

    def _keep(self, step: int, forced: bool) -> None:
        """Keep where the run stands when it is time for it."""
        now = time.perf_counter()
        if step == self._newest or not (forced or self._budget.allows(now)):
            return
        if self._session.midway:
            return
        archive = self._archive
        if not archive.budget or archive.needs:
            return
        state = self._session.capture()
        edited = self._version is not None and state.document is not self._version.document
        if self._version is None or edited:
            self._version = version_of(self._session)
        gradients = _gradients(self._session) if self._fresh else {}
        kept = Kept(state, self._version, gradients)
        archive.put(self._number, kept, pinned=edited)
        self._newest = step
        self._budget.spent(now, time.perf_counter(), least=LEAST_S)


def _gradients(session: Session) -> dict[str, torch.Tensor]:
    return {
        name: parameter.grad.detach().to("cpu", copy=True)
        for model in session.run.models.values()
        for name, parameter in model.named_parameters()
        if parameter.grad is not None
    }


def visit(archive: Archive, steering: Steering, run: int, device: str = "auto") -> Steps:
    """Steps that make none: looks at what is kept, after the session of the newest run is over.

    Each snapshot is empty but for what there is to tell of the past.

    Parameters
    ----------
    archive : Archive
    steering : Steering
        Says what to look at, and how much memory there is.
    run : int
        Number of that run. When another one has begun, nothing is measured any more: that draws
        from random numbers that the new session uses.
    device : str
        For what was saved from a process that is gone.
    """
    looker = Looker(archive, device)
    yield Snapshot(run, 0, 0.0, {})
    while True:
        with archive.lock:
            if archive.current in (run, 0):
                if archive.budget != steering.memory:
                    archive.set_budget(steering.memory)
                if looker.has_a_wish(steering):
                    looker.see(steering)
        yield Snapshot(run, 0, 0.0, {}, past=looker.take(), shelf=archive.shelf)
