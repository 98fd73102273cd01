"""Edits of a document while it trains: between two steps the session goes on with the new one.

Only reading data happens on a thread of its own. Networks are built between two steps: most of
their modules are there already, and the random numbers of fresh ones are torch's global ones, which
the training uses, too.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Thread
from typing import TYPE_CHECKING

import torch

from playground.build.modules import build
from playground.build.renames import renamed
from playground.build.transplant import Transplant, reusable, transplant
from playground.build.units import Network
from playground.check.check import check
from playground.check.report import Report
from playground.check.words import difference
from playground.data.prepare import Prepared, prepare
from playground.document.model import Document, Scope
from playground.errors import BuildError, PlaygroundError, TrainError
from playground.i18n import tr
from playground.registry import datasets, experiments
from playground.telemetry.snapshot import Event
from playground.train.attic import Attic
from playground.train.controls import Edit, Poke, Save
from playground.train.memory import refuse_exchange, refuse_too_large
from playground.train.optimizers import OptimizerState
from playground.train.restart import why_restart
from playground.train.run_file import save_run

if TYPE_CHECKING:
    from playground.train.session import Session


class LiveEdits:
    """What the user wants changed in a session, as far as it has not been done yet.

    Parameters
    ----------
    session : Session
    """

    def __init__(self, session: Session) -> None:
        self.edit: Edit | None = None  # the newest that was done, refused, or is being read
        self.pokes: tuple[Poke, ...] = ()
        self.save: Save | None = None
        self.reading: _Reading | None = None
        self.attic = Attic()
        self._session = session

    def act(self, wait: bool = False) -> None:
        """Do what is due between two steps; `wait` for data that is being read."""
        steering = self._session.steering
        if self.reading is not None and (wait or not self.reading.is_alive()):
            self.reading.join()
            reading, self.reading = self.reading, None
            self._finish(reading)
        if steering.edit is not None and steering.edit is not self.edit and self.reading is None:
            self.edit = steering.edit
            self._begin(self.edit)
            if wait and self.reading is not None:
                self.act(wait)
        if steering.pokes is not self.pokes:
            self._poke(steering.pokes)
        if steering.save is not None and steering.save is not self.save:
            self.save = steering.save
            self._write(self.save)

    def _begin(self, edit: Edit) -> None:
        if edit.document.data == self._session.document.data:
            self._try(edit, None)
        else:  # training goes on meanwhile
            self.reading = _Reading(edit, self._session.document.train.seed)
            self.reading.start()

    def _finish(self, reading: _Reading) -> None:
        if reading.error is not None:
            self._refuse(reading.edit, reading.error)
        else:
            self._try(reading.edit, reading.prepared)

    def _try(self, edit: Edit, prepared: Prepared | None) -> None:
        """Go on with the document of an edit, or as before."""
        try:
            done = swap(self._session, edit, prepared, self.attic)
        except PlaygroundError as error:
            self._refuse(edit, error)
        except Exception as error:  # a stranger's block may fail in any way; the run goes on
            logging.getLogger(__name__).exception("an edit could not be applied to the run")
            self._refuse(edit, BuildError(f"{type(error).__name__}: {error}"))
        else:
            self._session.run.looks.events.append(done)

    def _refuse(self, edit: Edit, error: PlaygroundError) -> None:
        text = tr("Training goes on as before: {reason}", reason=error)
        step = self._session.run.step
        event = Event("refused", step, text, error.node, number=edit.number)
        self._session.run.looks.events.append(event)

    def _write(self, wish: Save) -> None:
        session = self._session
        try:
            save_run(session.capture(), wish.path)
        except PlaygroundError as error:
            event = Event("failed", session.run.step, str(error), number=wish.number)
        else:
            text = tr("Saved {name}.", name=wish.path.name)
            event = Event("saved", session.run.step, text, number=wish.number)
        session.run.looks.events.append(event)

    def _poke(self, pokes: tuple[Poke, ...]) -> None:
        """Set weights by hand; what does not fit any more was meant for another network."""
        seen = self.pokes[-1].number if self.pokes else 0
        self.pokes = pokes
        with torch.no_grad():
            for poke in pokes:
                tensor = self._tensor(poke) if poke.number > seen else None
                if tensor is not None and _inside(poke, tensor):
                    tensor[poke.index] = poke.value
        self._session.run.looks.forget()

    def _tensor(self, poke: Poke) -> torch.Tensor | None:
        """Of a repeat with shared weights, the one that all of them have."""
        module = self._session.network.modules.get(poke.node)
        return module.state_dict().get(poke.name) if module is not None else None


def _inside(poke: Poke, tensor: torch.Tensor) -> bool:
    return len(poke.index) == tensor.ndim and all(
        0 <= i < size for i, size in zip(poke.index, tensor.shape, strict=True)
    )


class _Reading(Thread):
    """Prepares the data of an edit."""

    def __init__(self, edit: Edit, seed: int) -> None:
        super().__init__(name="data", daemon=True)
        self.edit, self._seed = edit, seed
        self.prepared: Prepared | None = None
        self.error: PlaygroundError | None = None

    def run(self) -> None:
        """Thread body."""
        spec = self.edit.document.data
        try:
            self.prepared = prepare(
                datasets.get(spec.dataset).make(spec.params, "data"), self._seed
            )
        except PlaygroundError as error:
            self.error = error
        except Exception as error:  # a stranger's dataset may fail in any way; the run goes on
            logging.getLogger(__name__).exception("the data of an edit could not be prepared")
            self.error = TrainError(f"{type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that a session needs to go on with another document, before anything changes."""

    document: Document
    report: Report
    network: Network
    transplant: Transplant | None  # None: the networks stay


def swap(session: Session, edit: Edit, prepared: Prepared | None, attic: Attic) -> Event:
    """Go on with another document, between two steps. Nothing changes if it raises.

    Parameters
    ----------
    session : Session
    edit : Edit
    prepared : Prepared or None
        The data, where they are other ones.
    attic : Attic
        Gets what the edit takes away, and gives back what it brings back.
    """
    old = session.document
    document, report = _checked(session, edit.document)
    experiment = experiments.get(document.train.experiment).make(
        document.train.params, "train.params"
    )
    session.leave()
    plan = _plan(session, edit, document, report, attic)
    run = session.run
    if plan.transplant is not None:
        plan.transplant.apply(plan.network)
        attic.put(plan.transplant.left)
        run.carried = {
            role: OptimizerState(state.kind, state.options, plan.transplant.slots.get(role, {}))
            for role, state in run.carried.items()
        }
    session.adopt(plan.document, report, plan.network, experiment, prepared)
    text = ", ".join(difference(old, document))
    words = _words(plan.transplant)
    return Event(
        "edited",
        run.step,
        " · ".join(part for part in (text, words) if part),
        document=document,
        number=edit.number,
    )


def _checked(session: Session, document: Document) -> tuple[Document, Report]:
    """The document with its models named, and its report; raises what keeps it from training."""
    report = check(document, session.report)
    for problem in report.problems:
        if problem.severity == "error":
            raise BuildError(problem.message, problem.hint, problem.node or problem.place)
    reason = why_restart(session.document, document, session.report.fields, report.fields)
    if reason:
        raise BuildError(tr("A reset is needed for {reason}.", reason=reason))
    refuse_too_large(report, session.device)
    refuse_exchange(session.report, report, session.device)
    models = dict(report.models)
    if models != document.train.models:
        document = document.with_(train=document.train.with_(models=models))
        report = replace(report, document=document)
    return document, report


def _plan(session: Session, edit: Edit, document: Document, report: Report, attic: Attic) -> _Plan:
    old = session.network
    if _same_network(session.report, report):
        return _Plan(document, report, old, None)
    before = session.report.inner or session.report
    names = renamed(old, report)
    attic.rename(names)
    old = old.called(names)
    models = build(document, report, reusable(old, report))
    for model in models.values():
        if next(model.parameters(), None) is None:
            raise BuildError(tr("There are no weights to train."))
        model.to(session.device)
    new = Network.of(report, models)
    slots = {role: _called(state.slots, names) for role, state in session.run.carried.items()}
    done = transplant(
        old,
        new,
        slots,
        seed=document.train.seed,
        remembered=attic.take(old, new, before.nodes, edit.back),
        identity=edit.identity,
    )
    return _Plan(document, report, new, done)


def _called(
    slots: Mapping[str, Mapping[str, torch.Tensor]], names: Mapping[str, str]
) -> dict[str, Mapping[str, torch.Tensor]]:
    """What an optimiser remembers, by the new names of the blocks."""

    def name(weight: str) -> str:
        block, _, part = weight.rpartition(".")
        return f"{names.get(block, block)}.{part}"

    return {name(weight): found for weight, found in slots.items()}


def _same_network(old: Report, new: Report) -> bool:
    """Whether the networks of two documents have the same modules, wired in the same way."""
    before, after = old.inner or old, new.inner or new
    if before.incoming != after.incoming or dict(before.models) != dict(after.models):
        return False
    if _sharing(old) != _sharing(new):
        return False
    return before.nodes.keys() == after.nodes.keys() and all(
        (a.block, a.inputs, a.node.block, a.node.muted)
        == (
            after.nodes[id].block,
            after.nodes[id].inputs,
            after.nodes[id].node.block,
            after.nodes[id].node.muted,
        )
        for id, a in before.nodes.items()
    )


def _sharing(report: Report) -> Mapping[str, str]:
    """Which blocks use the weights of which others."""
    flat = report.flat
    return flat.shared if isinstance(flat, Scope) else {}


def _words(done: Transplant | None) -> str:
    if done is None:
        return ""
    parts = [
        tr("kept {n}", n=len(done.kept)),
        *([tr("resized {n}", n=len(done.resized))] if done.resized else []),
        *([tr("new {n}", n=len(done.new))] if done.new else []),
        *([tr("removed {n}", n=len(done.removed))] if done.removed else []),
    ]
    words = tr(", ").join(parts)
    if done.reasons:
        reasons = tr("; ").join(done.reasons)
        return tr("{words} · not preserved: {reasons}", words=words, reasons=reasons)
    return words
