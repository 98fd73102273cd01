"""Measures earlier states again, on a copy of the networks that they belong to."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from playground.build.modules import build
from playground.telemetry.probes.base import Probe
from playground.telemetry.snapshot import Snapshot
from playground.train.archive import Archive
from playground.train.cadence import StepCadence
from playground.train.controls import Look, Steering
from playground.train.past import Kept, Version, version_of
from playground.train.run import Run
from playground.train.session import Session
from playground.train.state import restore


class Looker:
    """Answers the wishes of a steering, each once; a new set of probes is a new wish.

    Parameters
    ----------
    archive : Archive
    device : str
        Where to measure states of a process that is gone; others are measured where they were.
    """

    def __init__(self, archive: Archive, device: str = "auto") -> None:
        self._archive, self._device = archive, device
        self._look: Look | None = None  # the wish that has been answered
        self._probes: object = None  # what was measured for it
        self._shown: Kept | None = None
        self._shadow: _Shadow | None = None
        self._remade: dict[int, Version] = {}  # by identity of their documents
        self._found: Snapshot | None = None

    def has_a_wish(self, steering: Steering) -> bool:
        """Whether there is something that has not been answered; asked once a step."""
        return steering.look is not self._look or (
            self._look is not None and steering.probes is not self._probes
        )

    def take(self) -> Snapshot | None:
        """What was found since the last call."""
        found, self._found = self._found, None
        return found

    def see(self, steering: Steering) -> None:
        """Measure an earlier step as the views that are visible now would have seen it."""
        wish, archive = steering.look, self._archive
        again = wish is self._look
        self._look, self._probes = wish, steering.probes
        if wish is None:
            self._found = self._shown = None
            archive.hold(None)
            return
        if not again:
            self._shown = archive.nearest(wish.run, wish.step)
        if self._shown is None:
            return
        archive.hold(wish.run, self._shown.step)
        seen = self._measured(self._shown, wish.run, steering.probes)
        self._found = replace(seen, wish=wish.number)

    def _measured(self, kept: Kept, run: int, probes: Iterable[Probe]) -> Snapshot:
        """What the views see of a state; its numbers alone where it cannot be measured."""
        try:
            version = kept.version or self._remake(kept)
            if self._shadow is None or not self._shadow.is_of(version, run):
                self._shadow = _Shadow(version, run)
            return self._shadow.look(kept, probes)
        except Exception:  # weights without sense, a stranger's block: the training goes on
            logging.getLogger(__name__).exception("step %d cannot be measured again", kept.step)
            state = kept.state
            return Snapshot(run, state.step, state.seconds, state.scalars)

    def _remake(self, kept: Kept) -> Version:
        """Data and all that belongs to a document of a process that is gone."""
        document = kept.state.document
        if id(document) not in self._remade:
            self._remade = {id(document): version_of(Session(document, device=self._device))}
        return self._remade[id(document)]


class _Shadow:
    """The networks and data of a session a second time, to load earlier states into."""

    def __init__(self, version: Version, number: int) -> None:
        self._version, self._number = version, number
        self._steering = Steering()
        models = build(version.document, version.report)
        for model in models.values():
            model.to(version.device)
        self._run = Run(
            version.document,
            models=models,
            outputs=version.outputs,
            fields=version.fields,
            train=version.train,
            test=version.test,
            device=version.device,
            steering=self._steering,
            number=number,
            cadence=StepCadence(1),
        )
        self._run.looks.evaluate_with(version.experiment)

    def is_of(self, version: Version, number: int) -> bool:
        """Whether it can show states of this version of this run."""
        return self._version is version and self._number == number

    def look(self, kept: Kept, probes: Iterable[Probe]) -> Snapshot:
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
