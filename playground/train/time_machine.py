"""Keeps earlier states of a session while it trains, and looks at them again on a shadow of it."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import Any

import torch

from playground.build.modules import build
from playground.errors import TrainError
from playground.i18n import tr
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import Budget, StepCadence
from playground.train.controls import Branch, Look, Steering
from playground.train.past import Kept, Past, Version
from playground.train.run import Run
from playground.train.session import Session, Steps
from playground.train.state import RunState, restore

SHARE = 0.015  # of the training time, for keeping states
LEAST_S = 0.02  # between two states: closer ones nobody can choose


def begin_past(
    pasts: dict[int, Past], steering: Steering, run: int, branch: Branch | None
) -> tuple[Past, RunState | None]:
    """The past of a new run, and where the run begins if it is a branch of the last one.

    Parameters
    ----------
    pasts : dict
        Number of the last run -> its past; holds that of the new run afterwards. So it outlives a
        session that failed.
    steering : Steering
        Says how much memory there is.
    run : int
        Number of the new run.
    branch : Branch or None
        Of that last run.

    Raises
    ------
    TrainError
        The state to begin from is not kept any more.
    """
    past, state = Past(steering.memory), None
    if branch is not None:
        old = pasts.get(branch.run)
        kept = old.nearest(branch.step) if old is not None else None
        if old is None or kept is None or not branch.since <= kept.step <= branch.step:
            raise TrainError(
                tr("Step {n} is not kept any more.", n=f"{branch.step:,}"),
                hint=tr("Go back to another step of the timeline, or start anew."),
            )
        past, state = old.until(kept.step), kept.state
    pasts.clear()
    pasts[run] = past
    return past, state


class TimeMachine:
    """Stands between a session and its driver: keeps states, and answers looks at them.

    The session itself does not know of it, and goes on to the bit as it would without.

    Parameters
    ----------
    session : Session
    past : Past
        Gets the states.
    """

    def __init__(self, session: Session, past: Past) -> None:
        self.past = past
        self._session = session
        self._budget = Budget(SHARE)
        self._version: Version | None = None
        self._newest = -1  # step of the newest state
        self._told: tuple[int, ...] | None = None  # the kept steps that the driver knows
        self._look: Look | None = None  # the wish that has been answered
        self._probes: object = None  # what was measured for it
        self._shown: Kept | None = None
        self._shadow: _Shadow | None = None
        self._found: Snapshot | None = None  # an answer that waits for the next snapshot

    def steps(self) -> Steps:
        """Those of the session; every snapshot also bears what there is to tell of the past."""
        session, steps = self._session, self._session.steps()
        steering, run = session.steering, session.run
        came = next(steps)
        try:
            while True:
                self._keep(run.step, forced=type(came) is Snapshot and self._newest < 0)
                if type(came) is Snapshot:
                    came = self._tell(came)
                sent = yield came
                before, document = run.step, session.document
                try:
                    came = steps.send(sent)
                except StopIteration as end:
                    return end.value or ""
                if session.document is not document:
                    self.past.drop_from(before)  # of the same step, but of another document
                    self._keep(run.step, forced=True)
                elif sent is True:
                    self._keep(run.step, forced=True)  # it stands there: to be found again
                if steering.look is not self._look or (
                    self._look is not None and steering.probes is not self._probes
                ):
                    self._see(steering.look)
        finally:
            steps.close()

    def _tell(self, snapshot: Snapshot) -> Snapshot:
        found, self._found = self._found, None
        kept = self.past.steps
        news = None if kept is self._told else kept
        self._told = kept
        if found is None and news is None:
            return snapshot
        return replace(snapshot, past=found, kept=news)

    def _keep(self, step: int, forced: bool) -> None:
        """Keep where the run stands when it is time for it."""
        now = time.perf_counter()
        if step == self._newest or not (forced or self._budget.allows(now)):
            return
        past, memory = self.past, self._session.steering.memory
        if memory != past.budget:
            past.set_budget(memory)
        if not memory or past.too_large:
            return
        state = self._session.capture()
        edited = self._version is not None and state.document is not self._version.document
        if self._version is None or edited:
            self._version = _version(self._session)
        past.put(Kept(state, self._version, _gradients(self._session)), pinned=edited)
        self._newest = step
        self._budget.spent(now, time.perf_counter(), least=LEAST_S)

    def _see(self, wish: Look | None) -> None:
        """Measure an earlier step as the views that are visible now would have seen it."""
        again = wish is self._look
        self._look, self._probes = wish, self._session.steering.probes
        if wish is None:
            self.past.held = self._found = self._shown = None
            return
        if not again:
            self._shown = self.past.nearest(wish.step)
        if self._shown is None:
            return
        self.past.held = self._shown.step
        self._found = replace(self._measured(self._shown), wish=wish.number)

    def _measured(self, kept: Kept) -> Snapshot:
        """What the views see of a state; its numbers alone where it cannot be measured."""
        try:
            if self._shadow is None or self._shadow.version is not kept.version:
                self._shadow = _Shadow(self._session, kept.version)
            return self._shadow.look(kept, self._probes)
        except Exception:  # weights without sense, a stranger's block: the training goes on
            logging.getLogger(__name__).exception("step %d cannot be measured again", kept.step)
            state = kept.state
            return Snapshot(self._session.run.number, state.step, state.seconds, state.scalars)


class _Shadow:
    """A session's networks and data a second time, to load earlier states into."""

    def __init__(self, session: Session, version: Version) -> None:
        self.version = version
        self._steering = Steering()
        models = build(version.document, version.report)
        for model in models.values():
            model.to(session.device)
        self._run = Run(
            version.document,
            models=models,
            outputs=version.outputs,
            fields=version.fields,
            train=version.train,
            test=version.test,
            device=session.device,
            steering=self._steering,
            number=session.run.number,
            cadence=StepCadence(1),
        )
        self._run.looks.evaluate_with(version.experiment)

    def look(self, kept: Kept, probes: Any) -> Snapshot:
        """A full snapshot of a state; what needs a further step to be seen is left out."""
        run = self._run
        restore(run, kept.state)
        for model in run.models.values():
            for name, parameter in model.named_parameters():
                gradient = kept.gradients.get(name)
                parameter.grad = None if gradient is None else gradient.to(run.device)
        self._steering.probes = frozenset(  # the sparing ones are no views': they watch the present
            probe for probe in probes if probe.repeatable and not probe.sparing
        )
        return run.look()


def _version(session: Session) -> Version:
    run = session.run
    return Version(
        run.document,
        session.report,
        session.experiment,
        run.outputs,
        run.fields,
        run.train,
        run.test,
    )


def _gradients(session: Session) -> dict[str, torch.Tensor]:
    return {
        name: parameter.grad.detach().to("cpu", copy=True)
        for model in session.run.models.values()
        for name, parameter in model.named_parameters()
        if parameter.grad is not None
    }
