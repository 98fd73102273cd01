"""A training session: document in, steps out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from playground.build.modules import build
from playground.build.units import Network
from playground.check.check import check
from playground.check.report import Report
from playground.data.prepare import Prepared, prepare
from playground.document.model import Document
from playground.errors import WeightsError
from playground.i18n import tr
from playground.registry import datasets, experiments
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.cadence import Cadence, TimeCadence
from playground.train.checkpoint import LoadReport, load_weights
from playground.train.controls import Controls, Steering
from playground.train.devices import resolve_device
from playground.train.dice import draws
from playground.train.live import LiveEdits
from playground.train.memory import refuse_too_large
from playground.train.run import Run
from playground.train.run_file import fit, read_run
from playground.train.slow_motion import SlowMotion
from playground.train.state import RunState, capture, restore

LOOK = True  # sent into the steps: give a full snapshot of where you are, without another step

Steps = Generator[Snapshot | int | None, int | None, str]


class Session:
    """One training of one document: its data, its networks and its steps.

    Everything depends on the document and its seed only: not on who looks, how often, or on pauses.
    On a CPU, two sessions of one document give the same weights to the last bit.

    Parameters
    ----------
    document : Document
    device : str
        "auto", "cpu", "cuda" or "mps".
    steering : Steering, optional
        Through which the user changes the run.
    run : int
        Number of the run, for its snapshots.
    cadence : Cadence, optional
        On which steps a snapshot is due; as often as a window can show them unless given.
    weights : Path, optional
        A file of weights to start from.
    state : RunState, optional
        Where a run of this document stood: the session goes on from there, to the bit.
    resume : Path, optional
        A file that holds such a state, see `run_file`. Of another network, it gives what fits.
    partial : bool
        Of `weights` of another network, too, take what fits; else they are refused.

    Raises
    ------
    PlaygroundError
        The document cannot be built, its data not be loaded, the weights do not fit, or the device
        is not there.
    """

    def __init__(
        self,
        document: Document,
        *,
        device: str = "auto",
        steering: Steering | None = None,
        run: int = 1,
        cadence: Cadence | None = None,
        weights: Path | None = None,
        state: RunState | None = None,
        resume: Path | None = None,
        partial: bool = False,
    ) -> None:
        self.device = resolve_device(device)
        self.steering = steering or Steering()
        self.report = report = check(document)
        # where the file leaves them out, the models are the obvious ones: probes want to know, too
        named = document.train.with_(models=dict(report.models))
        self.document = document = document.with_(train=named)
        self.max_steps = document.train.steps
        if report.ok:
            refuse_too_large(report, self.device)
        self.models = build(document, report)
        loaded = LoadReport()
        if weights is not None:
            loaded = load_weights(self.models, weights, strict=not partial)
            _refuse_nothing(loaded, weights)
        for model in self.models.values():
            model.to(self.device)
        self.network = Network.of(report, self.models)
        train = document.train
        self.experiment = experiments.get(train.experiment).make(train.params, "train.params")
        self.notes: tuple[str, ...] = ()
        self.run = self._make_run(run, cadence or TimeCadence())
        self._applied: Controls | None = None
        self._steps: Steps | None = None  # the experiment's generator, once it has begun
        self._slow = SlowMotion(self.run, lambda: next(cast(Steps, self._steps)))
        self._is_slow = False  # makes steps by the operation
        self._draws = True  # a step may draw from torch's global random numbers
        self._live = LiveEdits(self)
        self.room = 1  # steps that the driver allows at once
        self._tell(loaded)
        if state is not None:
            self.restore(state)
        if resume is not None:
            self._resume(resume)

    def _make_run(self, number: int, cadence: Cadence) -> Run:
        """Read the data, and bring everything together."""
        spec, document = self.document.data, self.document
        dataset = datasets.get(spec.dataset).make(spec.params, "data")
        prepared = prepare(dataset, document.train.seed)
        self.notes = prepared.notes
        run = Run(
            document,
            models=self.models,
            outputs=_outputs(self.report),
            fields=prepared.fields,
            train=self._tensors(prepared.train.arrays),
            test=self._tensors(prepared.test.arrays),
            device=self.device,
            steering=self.steering,
            number=number,
            cadence=cadence,
        )
        run.looks.evaluate_with(self.experiment)
        return run

    def steps(self) -> Steps:
        """Train: first a snapshot of step 0, then one `Snapshot` or None an optimiser step.

        The generator trains until the experiment itself finds an end (early stopping), and then
        returns the reason as a sentence; in general the driver ends it. Sending `LOOK` gives a full
        snapshot of where it stands, without a step. Sending a number allows as many steps at once;
        what yields it then is how many were made, when there is no snapshot. In slow motion
        (`Controls.slow`) every yield is a snapshot after one operation more.
        """
        run, steering, live = self.run, self.steering, self._live
        snapshot: Snapshot | int | None = run.look()
        try:
            while True:
                if snapshot is None or type(snapshot) is int:
                    wish = yield snapshot
                else:  # a driver that waits has asked for one: the clock stands still meanwhile
                    run.clock.pause()
                    wish = yield snapshot
                    run.clock.go_on()
                look, self.room = wish is LOOK, wish or 1
                wishes = (
                    steering.edit is not live.edit
                    or steering.pokes is not live.pokes
                    or steering.save is not live.save
                )
                if wishes or live.reading is not None:
                    self.finish_step()
                    self.act(wait=bool(look))
                if look:
                    snapshot = self._slow.mark(run.look())
                    continue
                if steering.controls is not self._applied and not self.midway:
                    self._apply(steering.controls)
                try:
                    snapshot = self._step()
                except StopIteration as end:
                    reason = end.value or ""
                    break
            if not isinstance(snapshot, Snapshot) or not snapshot.complete:
                yield run.look()
            return reason
        finally:
            self.leave()

    @property
    def midway(self) -> bool:
        """Whether a step is under way: it has to be finished before anything is changed or kept."""
        return self._slow.midway

    def finish_step(self) -> None:
        """Make the rest of a step that slow motion has halted, if there is one."""
        if self.midway:
            try:
                self._roll(self._slow.finish)
            except StopIteration as end:
                self._steps = _ended(end.value or "")

    def act(self, wait: bool = False) -> None:
        """Do what the user wants changed, between two steps; `wait` for data that is read."""
        self._live.act(wait)

    def adopt(
        self,
        document: Document,
        report: Report,
        network: Network,
        experiment: Any,
        prepared: Prepared | None,
    ) -> None:
        """Go on with another document; its experiment starts anew where the last one was left.

        Parameters
        ----------
        document, report, network
            To be trained; the weights are there.
        experiment : Experiment
        prepared : Prepared or None
            Its data, where they are other ones.
        """
        run = self.run
        run.go_on_with(
            document,
            models=network.models,
            outputs=_outputs(report),
            fields=prepared.fields if prepared else run.fields,
            train=self._tensors(prepared.train.arrays) if prepared else run.train,
            test=self._tensors(prepared.test.arrays) if prepared else run.test,
        )
        self.document, self.report, self.network = document, report, network
        self.models, self.experiment = dict(network.models), experiment
        self.max_steps = document.train.steps
        self.notes = prepared.notes if prepared else self.notes
        run.looks.evaluate_with(experiment)
        self._applied = None  # other blocks may be frozen

    def capture(self) -> RunState:
        """Where the run stands, as a copy. Between two steps, on the thread that makes them."""
        return capture(self.run)

    def restore(self, state: RunState) -> None:
        """Go on from a state of this document, to the bit. Between two steps, on their thread.

        Raises
        ------
        WeightsError
            The state belongs to another network; the run is unchanged then.
        """
        self.leave()
        restore(self.run, state)
        self._applied = None  # blocks of another state may have been frozen

    def _resume(self, path: Path) -> None:
        state, report = fit(read_run(path), self.run)
        _refuse_nothing(report, path)
        self.restore(state)
        self._tell(report)

    def _tell(self, report: LoadReport) -> None:
        if str(report):
            self.run.looks.events.append(Event("note", self.run.step, str(report)))

    def _step(self) -> Snapshot | int | None:
        """One step of the experiment, which starts anew where it has been left."""
        if self._steps is None:
            self._steps = cast(Steps, self.experiment.train(self.run))
            ours = type(self.experiment).__module__.startswith("playground.")
            self._draws = not ours or draws(self.models)  # our experiments draw from `generator`
        if self._is_slow:
            goes_on = self.steering.controls.slow
            return self._roll(self._slow.advance if goes_on else self._slow.finish)
        return self._roll(self._steps.__next__) if self._draws else next(self._steps)

    def _roll(self, go_on: Callable[[], Snapshot | int | None]) -> Snapshot | int | None:
        """Have the experiment go on, with random numbers of the session's own."""
        if not self._draws:
            return go_on()
        dice = self.run.dice
        dice.shake()
        try:
            return go_on()
        finally:
            dice.rest()

    def leave(self) -> None:
        """Close the experiment's generator; its optimisers stay with the run."""
        try:
            self.finish_step()
        except Exception:  # the run ends, or goes back to a state: this step does not count
            logging.getLogger(__name__).debug("the last step was not finished", exc_info=True)
        if self._steps is not None:
            self._steps.close()
            self._steps = None
            self.run.leave()

    def _apply(self, controls: Controls) -> None:
        """Keep the weights of frozen blocks: no gradient, so no optimiser touches them."""
        self._applied = controls
        self._is_slow = controls.slow
        if not self._is_slow:
            self._slow.forget()
        frozen = controls.frozen
        if frozen is None:
            frozen = frozenset(id for id, found in self.report.nodes.items() if found.node.frozen)
        for model in self.models.values():
            for name in model.meta["outputs"]:
                module = self.network.modules.get(name)
                parameters = list(module.parameters()) if module is not None else []
                if module is None or not parameters:
                    continue
                module.train(name not in frozen)  # the statistics of a frozen batch norm stay, too
                for parameter in parameters:
                    parameter.requires_grad_(name not in frozen)
                    if name in frozen:
                        parameter.grad = None

    def _tensors(self, arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
        return {name: torch.from_numpy(a).to(self.device) for name, a in arrays.items()}


def _ended(reason: str) -> Steps:
    """An experiment that has found its end."""
    return reason
    yield


def _outputs(report: Report) -> dict[str, tuple[int, ...]]:
    """Role -> shape of what its network gives for one sample."""
    return {role: report.shape(spec.output) or () for role, spec in report.models.items()}


def _refuse_nothing(report: LoadReport, path: Path) -> None:
    if not report.loaded:
        raise WeightsError(
            tr("Nothing in {path} fits this network.", path=path.name),
            hint=tr("Blocks are found by their ids: take the network it was saved with."),
        )


def session_class(turbo: bool) -> type[Session]:
    """The class of sessions that may make several compiled steps at once, or the plain one."""
    if not turbo:
        return Session
    from playground.train.turbo.session import TurboSession

    return TurboSession
