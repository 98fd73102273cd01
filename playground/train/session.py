"""A training session: document in, steps out."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor

from playground.build.modules import build
from playground.check.check import check
from playground.data.prepare import prepare
from playground.document.model import Document
from playground.registry import datasets, experiments
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import Cadence, TimeCadence
from playground.train.checkpoint import load_weights
from playground.train.controls import Controls, Steering
from playground.train.devices import resolve_device
from playground.train.run import Run
from playground.train.state import RunState, capture, restore

LOOK = True  # sent into the steps: give a full snapshot of where you are, without another step

Steps = Generator[Snapshot | None, bool | None, str]


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
    ) -> None:
        self.device = resolve_device(device)
        self.steering = steering or Steering()
        report = check(document)
        # where the file leaves them out, the models are the obvious ones: probes want to know, too
        named = document.train.with_(models=dict(report.models))
        self.document = document = document.with_(train=named)
        self.max_steps = document.train.steps
        self.models = build(document, report)
        if weights is not None:
            load_weights(self.models, weights)
        for model in self.models.values():
            model.to(self.device)
        spec, seed = document.data, document.train.seed
        prepared = prepare(datasets.get(spec.dataset).make(spec.params, "data"), seed)
        self.notes: tuple[str, ...] = prepared.notes
        train = document.train
        self.experiment = experiments.get(train.experiment).make(train.params, "train.params")
        self.run = Run(
            document,
            models=self.models,
            outputs={r: report.shape(m.output) or () for r, m in train.models.items()},
            fields=prepared.fields,
            train=self._tensors(prepared.train.arrays),
            test=self._tensors(prepared.test.arrays),
            device=self.device,
            steering=self.steering,
            number=run,
            cadence=cadence or TimeCadence(),
        )
        self.run.evaluate_with(self.experiment)
        self._applied: Controls | None = None
        self._steps: Steps | None = None  # the experiment's generator, once it has begun
        if state is not None:
            self.restore(state)

    def steps(self) -> Steps:
        """Train: first a snapshot of step 0, then one `Snapshot` or None an optimiser step.

        The generator trains until the experiment itself finds an end (early stopping), and then
        returns the reason as a sentence; in general the driver ends it. Sending `LOOK` gives a full
        snapshot of where it stands, without a step.
        """
        run = self.run
        snapshot: Snapshot | None = run.look()
        try:
            while True:
                if snapshot is None:
                    look = yield None
                else:  # a driver that waits has asked for one: the clock stands still meanwhile
                    run.pause()
                    look = yield snapshot
                    run.go_on()
                if look:
                    snapshot = run.look()
                    continue
                if self.steering.controls is not self._applied:
                    self._apply(self.steering.controls)
                try:
                    snapshot = self._step()
                except StopIteration as end:
                    reason = end.value or ""
                    break
            if snapshot is None or not snapshot.complete:
                yield run.look()
            return reason
        finally:
            self._leave()

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
        self._leave()
        restore(self.run, state)
        self._applied = None  # blocks of another state may have been frozen

    def _step(self) -> Snapshot | None:
        """One step of the experiment, which starts anew where it has been left."""
        if self._steps is None:
            self._steps = cast(Steps, self.experiment.train(self.run))
        dice = self.run.dice
        dice.shake()
        try:
            return next(self._steps)
        finally:
            dice.rest()

    def _leave(self) -> None:
        """Close the experiment's generator; its optimisers stay with the run."""
        if self._steps is not None:
            self._steps.close()
            self._steps = None
            self.run.leave()

    def _apply(self, controls: Controls) -> None:
        """Keep the weights of frozen blocks: no gradient, so no optimiser touches them."""
        self._applied = controls
        frozen = controls.frozen
        if frozen is None:
            frozen = frozenset(node.id for node in self.document.nodes if node.frozen)
        for model in self.models.values():
            for name, module in model.named_children():
                parameters = list(module.parameters())
                if not parameters:
                    continue
                module.train(name not in frozen)  # the statistics of a frozen batch norm stay, too
                for parameter in parameters:
                    parameter.requires_grad_(name not in frozen)
                    if name in frozen:
                        parameter.grad = None

    def _tensors(self, arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
        return {name: torch.from_numpy(a).to(self.device) for name, a in arrays.items()}
