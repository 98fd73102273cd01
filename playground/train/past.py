"""The earlier states of one run, thinned where memory is short; `archive` has all runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from playground.check.report import Report
from playground.data.base import Field
from playground.document.model import Document
from playground.train.optimizers import OptimizerState
from playground.train.state import RunState
from playground.train.thinning import victim

if TYPE_CHECKING:
    from playground.train.session import Session

_OVERHEAD = 4096  # bytes of a state beside its tensors, about
_TENSOR_OVERHEAD = 400


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """A document of a run with what belongs to it; states of one version share it.

    Parameters
    ----------
    document, report
        What was trained.
    experiment : Experiment
    device : torch.device
        Where it was trained.
    outputs, fields, train, test
        As `Run` has them; the tensors are the run's own.
    """

    document: Document
    report: Report
    experiment: Any
    device: torch.device
    outputs: Mapping[str, tuple[int, ...]]
    fields: Mapping[str, Field]
    train: Mapping[str, Tensor]
    test: Mapping[str, Tensor]

    @property
    def data(self) -> Iterator[Tensor]:
        """The tensors of its data."""
        yield from self.train.values()
        yield from self.test.values()


def version_of(session: Session) -> Version:
    """What a session trains now."""
    run = session.run
    return Version(
        run.document,
        session.report,
        session.experiment,
        session.device,
        run.outputs,
        run.fields,
        run.train,
        run.test,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A run at one of its steps.

    Parameters
    ----------
    state : RunState
    version : Version or None
        None where only the state was saved from a process that is gone: the rest can be made anew.
    gradients : mapping
        Parameter -> its gradient of the step before, for views that show it.
    """

    state: RunState
    version: Version | None
    gradients: Mapping[str, Tensor] = field(default_factory=dict)

    @property
    def step(self) -> int:
        """Optimiser steps finished."""
        return self.state.step

    def owned(self) -> Iterator[Tensor]:
        """All tensors that are there for its sake, its data included."""
        yield from self.state.tensors()
        yield from self.gradients.values()
        if self.version is not None:
            yield from self.version.data


class Ledger:
    """Counts the bytes of states; what several of them share, also of several runs, counts once."""

    def __init__(self) -> None:
        self.nbytes = 0
        self._uses: Counter[int] = Counter()  # id of a tensor -> how many states have it

    def add(self, kept: Kept) -> None:
        """A state is kept."""
        self.nbytes += _OVERHEAD
        for tensor in kept.owned():
            if not self._uses[id(tensor)]:
                self.nbytes += tensor.nbytes + _TENSOR_OVERHEAD
            self._uses[id(tensor)] += 1

    def remove(self, kept: Kept) -> None:
        """A state is not kept any more."""
        self.nbytes -= _OVERHEAD
        for tensor in kept.owned():
            self._uses[id(tensor)] -= 1
            if not self._uses[id(tensor)]:
                del self._uses[id(tensor)]
                self.nbytes -= tensor.nbytes + _TENSOR_OVERHEAD


class Past:
    """Earlier states of one run by step. The first, the newest and those of events go last.

    What did not change between two states is there once: the weights of frozen blocks, random
    numbers that nobody drew.

    Parameters
    ----------
    ledger : Ledger
        Counts the bytes.

    Attributes
    ----------
    steps : tuple of int
        What there is, ascending; another object whenever it is another value.
    held : int or None
        A step that somebody looks at; it stays.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.held: int | None = None
        self.steps: tuple[int, ...] = ()
        self._ledger = ledger
        self._entries: list[Kept] = []
        self._pinned: set[int] = set()

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Kept]:
        return iter(self._entries)

    @property
    def newest(self) -> Kept | None:
        """The last state, None where there is none."""
        return self._entries[-1] if self._entries else None

    @property
    def size(self) -> int:
        """About how many bytes its states would take if nothing were shared."""
        newest = self.newest
        return len(self) * (_OVERHEAD + newest.state.nbytes) if newest is not None else 0

    def put(self, kept: Kept, *, pinned: bool = False) -> None:
        """Keep a state that is no older than the newest; one of the same step gives way to it."""
        self._cut(kept.step)
        kept = _sharing(kept, self.newest)
        self._entries.append(kept)
        self._ledger.add(kept)
        if pinned:
            self._pinned.add(kept.step)
        self._number()

    def drop_from(self, step: int) -> None:
        """Forget all states from a step on."""
        self._cut(step)
        self._number()

    def nearest(self, step: int) -> Kept | None:
        """The newest state that is no newer than a step, else the oldest of all."""
        entries = self._entries
        if not entries:
            return None
        return entries[max(bisect_right(entries, step, key=lambda entry: entry.step) - 1, 0)]

    def until(self, step: int) -> Past:
        """The part up to a step, as a past of its own; the states are the same."""
        part = Past(self._ledger)
        part._entries = [entry for entry in self._entries if entry.step <= step]
        for entry in part._entries:
            self._ledger.add(entry)
        part._pinned = {pinned for pinned in self._pinned if pinned <= step}
        part._number()
        return part

    def thin(self) -> Kept | None:
        """Give up the state that is missed least; None when only the first and the newest stay."""
        stay = self._pinned if self.held is None else self._pinned | {self.held}
        index = victim(self.steps, stay)
        if index is None:
            return None
        gone = self._entries[index]
        self._remove(index)
        self._number()
        return gone

    def discard(self, kept: Kept) -> None:
        """Give up this very state, for another run has done so.

        Neither the first nor the newest, nor one that somebody looks at.
        """
        index = bisect_right(self.steps, kept.step) - 1
        if 0 < index < len(self) - 1 and self._entries[index] is kept and self.held != kept.step:
            self._remove(index)
            self._number()

    def _cut(self, step: int) -> None:
        while self._entries and self._entries[-1].step >= step:
            self._remove(len(self._entries) - 1)

    def _remove(self, index: int) -> None:
        kept = self._entries.pop(index)
        self._pinned.discard(kept.step)
        self._ledger.remove(kept)

    def _number(self) -> None:
        self.steps = tuple(entry.step for entry in self._entries)


def _sharing(kept: Kept, last: Kept | None) -> Kept:
    """The same with the tensors of the state before, wherever nothing changed."""
    if last is None:
        return kept
    old, new = last.state, kept.state
    optimizers = {}
    for role, found in new.optimizers.items():
        before = old.optimizers.get(role)
        slots = {
            name: _shared(tensors, before.slots.get(name, {}) if before is not None else {})
            for name, tensors in found.slots.items()
        }
        optimizers[role] = OptimizerState(found.kind, found.options, slots)
    orders = {}
    for name, order in new.orders.items():
        other = old.orders.get(name)
        same = other is not None and _equal(order.generator, other.generator)
        orders[name] = replace(order, generator=other.generator) if same and other else order
    state = replace(
        new,
        weights=_shared(new.weights, old.weights),
        optimizers=optimizers,
        orders=orders,
        generators=_shared(new.generators, old.generators),
    )
    return replace(kept, state=state, gradients=_shared(kept.gradients, last.gradients))


def _shared(new: Mapping[str, Tensor], old: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {
        name: old[name] if name in old and _equal(tensor, old[name]) else tensor
        for name, tensor in new.items()
    }


def _equal(a: Tensor, b: Tensor) -> bool:
    return a is b or (a.dtype == b.dtype and torch.equal(a, b))
