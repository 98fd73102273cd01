"""The earlier states of a run, within a budget of memory."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch import Tensor

from playground.check.report import Report
from playground.data.base import Field
from playground.document.model import Document
from playground.train.optimizers import OptimizerState
from playground.train.state import RunState
from playground.train.thinning import victim

MOST = 400  # states; more ticks than that nobody can tell apart
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
    outputs, fields, train, test
        As `Run` has them; the tensors are the run's own.
    """

    document: Document
    report: Report
    experiment: Any
    outputs: Mapping[str, tuple[int, ...]]
    fields: Mapping[str, Field]
    train: Mapping[str, Tensor]
    test: Mapping[str, Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A run at one of its steps.

    Parameters
    ----------
    state : RunState
    version : Version
    gradients : mapping
        Parameter -> its gradient of the step before, for views that show it.
    """

    state: RunState
    version: Version
    gradients: Mapping[str, Tensor] = field(default_factory=dict)

    @property
    def step(self) -> int:
        """Optimiser steps finished."""
        return self.state.step

    def tensors(self) -> Iterator[Tensor]:
        """All of them."""
        yield from self.state.tensors()
        yield from self.gradients.values()


class Past:
    """Earlier states by step. The first, the newest and those of events go last.

    What did not change between two states is there once: the weights of frozen blocks, random
    numbers that nobody drew.

    Parameters
    ----------
    budget : int
        Bytes at most, tensors of data that only earlier documents had included.

    Attributes
    ----------
    held : int or None
        A step that somebody looks at; it stays.
    too_large : bool
        Not even two states fit, so nothing is kept.
    steps : tuple of int
        What there is, ascending; another object whenever it is another value.
    """

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.held: int | None = None
        self.too_large = False
        self.steps: tuple[int, ...] = ()
        self._entries: list[Kept] = []
        self._pinned: set[int] = set()
        self._uses: Counter[int] = Counter()  # id of a tensor -> how many states have it
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def nbytes(self) -> int:
        """Bytes of everything that is kept for the past alone."""
        return self._bytes + self._data_bytes()

    def put(self, kept: Kept, *, pinned: bool = False) -> None:
        """Keep a state that is no older than the newest; one of the same step gives way to it."""
        if self._entries and self._entries[-1].step >= kept.step:
            self.drop_from(kept.step)
        self._add(_sharing(kept, self._entries[-1] if self._entries else None))
        if pinned:
            self._pinned.add(kept.step)
        self._thin()
        self.steps = tuple(entry.step for entry in self._entries)

    def drop_from(self, step: int) -> None:
        """Forget all states from a step on."""
        while self._entries and self._entries[-1].step >= step:
            self._remove(len(self._entries) - 1)
        self.steps = tuple(entry.step for entry in self._entries)

    def nearest(self, step: int) -> Kept | None:
        """The newest state that is no newer than a step, else the oldest of all."""
        entries = self._entries
        if not entries:
            return None
        return entries[max(bisect_right(entries, step, key=lambda entry: entry.step) - 1, 0)]

    def until(self, step: int) -> Past:
        """The part up to a step, as a past of its own; the tensors are the same."""
        part = Past(self.budget)
        for entry in list(self._entries):
            if entry.step <= step:
                part._add(entry)
        part._pinned = {pinned for pinned in self._pinned if pinned <= step}
        part.steps = tuple(entry.step for entry in part._entries)
        return part

    def set_budget(self, budget: int) -> None:
        """Have more or less memory from now on."""
        self.budget, self.too_large = budget, False
        self._thin()
        self.steps = tuple(entry.step for entry in self._entries)

    def _thin(self) -> None:
        while self._entries and (self.nbytes > self.budget or len(self) > MOST):
            stay = self._pinned if self.held is None else self._pinned | {self.held}
            index = victim([entry.step for entry in self._entries], stay)
            if index is None:
                self.too_large = True
                self.drop_from(0)
                return
            self._remove(index)

    def _add(self, kept: Kept) -> None:
        self._entries.append(kept)
        self._bytes += _OVERHEAD
        for tensor in kept.tensors():
            if not self._uses[id(tensor)]:
                self._bytes += tensor.nbytes + _TENSOR_OVERHEAD
            self._uses[id(tensor)] += 1

    def _remove(self, index: int) -> None:
        kept = self._entries.pop(index)
        self._pinned.discard(kept.step)
        self._bytes -= _OVERHEAD
        for tensor in kept.tensors():
            self._uses[id(tensor)] -= 1
            if not self._uses[id(tensor)]:
                del self._uses[id(tensor)]
                self._bytes -= tensor.nbytes + _TENSOR_OVERHEAD

    def _data_bytes(self) -> int:
        """Of the data of earlier documents: those of the newest are the run's own."""
        versions = {id(entry.version): entry.version for entry in self._entries}
        if len(versions) < 2:
            return 0
        newest = self._entries[-1].version
        own = {id(t) for t in (*newest.train.values(), *newest.test.values())}
        found = {
            id(t): t.nbytes
            for version in versions.values()
            for t in (*version.train.values(), *version.test.values())
        }
        return sum(size for key, size in found.items() if key not in own)


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
