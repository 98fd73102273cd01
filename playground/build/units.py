"""Which unit of a network feeds which weight: the same unit bears the same label before and after.

A unit is a feature or a channel: one step of the first axis of a tensor, of a sequence (steps,
features) of the last. Labels come into being in
blocks with weights (and in inputs), and flow on through all others: an activation keeps them, a
flatten spreads them over pixels, a concat puts them side by side, an add mixes them. When a network
is edited, equal labels say which columns of a weight belong together, wherever they moved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import fx, nn

from playground.blocks.base import Shape, numel
from playground.build.copies import (
    Numbers,
    averages_units,
    bent,
    equal_parts,
    keeps_parts,
    shares_units,
    times,
    uneven,
)
from playground.build.modules import known_shapes, ordered_sources
from playground.build.places import first_of_each, moved, of_one_place, width
from playground.check.report import NodeReport, Report
from playground.document.model import Wire

Labels = NDArray[np.uint64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Network:
    """The flat networks of a checked document, all roles together, by the ids of their blocks.

    Parameters
    ----------
    nodes : mapping
        Id -> checked block; inputs before outputs, muted ones too.
    incoming : mapping
        Id -> wires that arrive there.
    entries, ends : frozenset of str
        Blocks in which the networks begin and end.
    modules : mapping
        Id -> module, of those that have one.
    names : mapping
        Id -> under which name the networks have that module; repeats with shared weights all have
        the name of the first.
    models : mapping
        Role -> network.
    """

    nodes: Mapping[str, NodeReport]
    incoming: Mapping[str, tuple[Wire, ...]]
    entries: frozenset[str]
    ends: frozenset[str]
    modules: Mapping[str, nn.Module]
    names: Mapping[str, str]
    models: Mapping[str, fx.GraphModule]

    @classmethod
    def of(cls, report: Report, models: Mapping[str, fx.GraphModule]) -> Network:
        """The networks that were built from a report."""
        flat = report.inner or report
        inside = {id for model in models.values() for id in model.meta["outputs"]}
        names = {i: n for model in models.values() for i, n in model.meta["modules"].items()}
        owner = {n: model for model in models.values() for n in model.meta["modules"].values()}
        return cls(
            nodes={id: found for id, found in flat.nodes.items() if id in inside},
            incoming=flat.incoming,
            entries=frozenset(id for spec in flat.models.values() for id in spec.inputs),
            ends=frozenset(spec.output for spec in flat.models.values()),
            modules={id: owner[name].get_submodule(name) for id, name in names.items()},
            names=names,
            models=models,
        )

    def blocks(self) -> list[str]:
        """Ids of all blocks that do something, inputs before outputs."""
        nodes = self.nodes
        return [id for id in nodes if id not in self.entries and not nodes[id].node.muted]

    def own(self, id: str) -> nn.Module | None:
        """The module of a block, if it has one that it does not borrow from another repeat."""
        return self.modules[id] if self.names.get(id) == id else None

    def sources(self, id: str) -> list[str]:
        """Ids of the blocks that feed a block, by port and in the order of their wires."""
        block = self.nodes[id].block
        assert block is not None  # a network has been built from it
        return ordered_sources(block, self.incoming.get(id, ()))

    def called(self, names: Mapping[str, str]) -> Network:
        """The same with other ids: old -> new. Its models keep theirs."""
        if not names:
            return self

        def name(id: str) -> str:
            return names.get(id, id)

        return replace(
            self,
            nodes={name(id): found for id, found in self.nodes.items()},
            incoming={
                name(id): tuple(
                    w.model_copy(update={"source": name(w.source), "target": name(w.target)})
                    for w in wires
                )
                for id, wires in self.incoming.items()
            },
            entries=frozenset(map(name, self.entries)),
            ends=frozenset(map(name, self.ends)),
            modules={name(id): module for id, module in self.modules.items()},
            names={name(id): name(owner) for id, owner in self.names.items()},
        )


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one tensor.

    Parameters
    ----------
    labels : np.ndarray
        uint64 (units,); equal labels mean the same unit.
    makers : np.ndarray
        int64 (units,); number of the block with weights that made the unit, see `Flow.makers`.
    numbers : np.ndarray
        int64 (units,); which of its units.
    parts : np.ndarray
        float64 (units,); into how many parts a softmax has split the unit, so that this is one.
    """

    labels: Labels
    makers: Ints
    numbers: Ints
    parts: Numbers

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, rows: Ints) -> Units:
        """Some of them, in another order."""
        return Units(self.labels[rows], self.makers[rows], self.numbers[rows], self.parts[rows])


Source = Callable[[str, int, Sequence[Units]], Ints | None]
# block with weights, units it makes, what it takes -> which of its old units each one is (negative:
# none), or None where it hands on the units that it takes


class Flow:
    """The units of every tensor of a network.

    Parameters
    ----------
    network : Network
    source : callable, optional
        Which old unit each unit of a block with weights is; each itself unless given.
    level : callable, optional
        Asked where copies of different numbers meet in a softmax: its id, how often each unit is
        there -> whether scores are set off against that. They are not unless given.

    Attributes
    ----------
    reasons : dict
        Id -> why what a block gives is not what it gave, in the user's language.
    """

    def __init__(
        self,
        network: Network,
        source: Source | None = None,
        level: Callable[[str, Ints], bool] | None = None,
    ) -> None:
        self.network = network
        self.makers: list[str] = []  # ids of the blocks in which units come into being
        self.inputs: dict[str, list[Units]] = {}  # block -> what it takes
        self.outputs: dict[str, Units] = {}
        self.reasons: dict[str, str] = {}
        self._source = source or (lambda id, count, taken: np.arange(count))
        self._level = level or (lambda id, counts: False)

    def trace(self) -> Flow:
        """Follow all units from the inputs to the ends; returns itself."""
        for id, checked in self.network.nodes.items():
            self._enter(id) if id in self.network.entries else self._pass(id, checked)
        return self

    def _enter(self, id: str) -> None:
        self.outputs[id] = self._made(id, np.arange(width(self.network.nodes[id].output)))

    def _pass(self, id: str, checked: NodeReport) -> None:
        taken = [self.outputs[source] for source in self.network.sources(id)]
        self.inputs[id] = taken
        if checked.node.muted:
            self.outputs[id] = taken[0]
            return
        count = width(checked.output)
        module = self.network.modules.get(id)
        if isinstance(module, nn.modules.batchnorm._BatchNorm) and len(checked.output or ()) == 2:
            self.inputs[id] = [self._steps(id, module.num_features)]
        if module is not None and makes_units(module):
            source = self._source(id, count, taken)
            self.outputs[id] = taken[0] if source is None else self._made(id, source)
        elif checked.block is not None and (named := checked.block.units(*known_shapes(checked))):
            self.outputs[id] = self._named(id, named, taken[0])
        elif all(len(units) == count for units in taken):
            self.outputs[id] = self._on(id, module, taken)
        else:
            rows = _rearranged(checked, module, taken)
            self.outputs[id] = self._made(id, np.arange(count)) if rows is None else rows

    def _on(self, id: str, module: nn.Module | None, taken: Sequence[Units]) -> Units:
        """Of a block that hands units on; how many copies there are may matter to it."""
        units, rank = _mixed(taken), len(self.network.nodes[id].output or ())
        counts = times(units.labels)
        if shares_units(module, rank):
            if len(set(counts)) > 1 and not self._level(id, counts):
                self.reasons[id] = uneven(id, len(units), len(set(units.labels)))
                return units
            return replace(units, parts=counts.astype(np.float64))
        if averages_units(module, rank) and len(set(counts)) > 1:
            self.reasons[id] = uneven(id, len(units), len(set(units.labels)))
        split = any((u.parts != 1).any() for u in taken)
        if split and not (keeps_parts(module) and equal_parts([u.parts for u in taken])):
            self.reasons[id] = bent(id)
            return replace(units, parts=np.ones(len(units)))
        return units

    def _named(self, id: str, names: Sequence[int | str], taken: Units) -> Units:
        """Of a block that says itself which units it makes; a number is a unit it has taken."""
        own = self._made(id, np.arange(len(names)))
        for place, name in enumerate(names):
            if isinstance(name, int):
                for values, old in zip(
                    (own.labels, own.makers, own.numbers, own.parts),
                    (taken.labels, taken.makers, taken.numbers, taken.parts),
                    strict=True,
                ):
                    values[place] = old[name]
            else:  # whatever the block is called: the same function of the same units
                kinds = np.unique(taken.labels)
                own.labels[place] = mix(kinds, np.full(len(kinds), label_of(name))).sum()
                if len(set(times(taken.labels))) > 1:  # a mean over all of them shifts
                    self.reasons[id] = uneven(id, len(taken), len(kinds))
        return own

    def _steps(self, id: str, count: int) -> Units:
        """What a batch normalisation of a line of channels has weights for: its first axis."""
        labels = mix(np.full(count, label_of(id)), np.arange(count).astype(np.uint64))
        return Units(labels, np.full(count, -1), np.arange(count), np.ones(count))

    def _made(self, id: str, source: Ints) -> Units:
        self.makers.append(id)
        number = len(self.makers) - 1
        labels = mix(np.full(len(source), label_of(id)), source.astype(np.uint64))
        places = np.arange(len(source))
        return Units(labels, np.full(len(source), number), places, np.ones(len(source)))


def makes_units(module: nn.Module) -> bool:
    """Whether other units come out than go in: of all with weights but normalisations."""
    normal = isinstance(module, nn.LayerNorm | nn.RMSNorm | nn.modules.batchnorm._NormBase)
    return not normal and any(True for _ in module.parameters())


def match(new: Labels, old: Labels) -> Ints:
    """For each new label, where it stands among the old ones; -1 where it is not among them."""
    if np.array_equal(new, old):
        return np.arange(len(new))
    if not len(old):
        return np.full(len(new), -1)
    order = np.argsort(old, kind="stable")
    places = np.minimum(np.searchsorted(old[order], new), len(old) - 1)
    found: Ints = np.where(old[order][places] == new, order[places], -1)
    return found


def label_of(text: str) -> np.uint64:
    """A label for a name, the same in every process."""
    return np.uint64(int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little"))


def mix(a: Labels, b: Labels) -> Labels:
    """One label from two, by the finisher of splitmix64; a collision is as likely as 1 in 2^64.

    Source: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators.
    """
    with np.errstate(over="ignore"):
        z = a * np.uint64(0x9E3779B97F4A7C15) + b + np.uint64(0x632BE59BD9B4E019)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed: Labels = z ^ (z >> np.uint64(31))
    return mixed


def _mixed(taken: Sequence[Units]) -> Units:
    """Of a block that works unit by unit: one input hands its units on, several are mixed."""
    first = taken[0]
    if len(taken) == 1:
        return first
    with np.errstate(over="ignore"):
        total = sum((mix(units.labels, units.labels) for units in taken), np.uint64(0))
    return replace(first, labels=np.asarray(total, np.uint64))


def _rearranged(
    checked: NodeReport, module: nn.Module | None, taken: Sequence[Units]
) -> Units | None:
    """Of a block that only moves numbers: found by sending it the numbers of their places.

    First with images of one pixel, which is enough where whole channels move (concat); then in full
    (flatten, reshape). None: it does something else.
    """
    block, wanted = checked.block, checked.output or ()
    assert block is not None
    shapes = [shape or () for shape in checked.inputs]
    run = module if module is not None else partial(_apply, block)
    small = [of_one_place(len(units), len(shape)) for units, shape in zip(taken, shapes)]  # noqa: B905
    rows = moved(run, small)
    if rows is not None and rows.ndim == len(wanted) and width(rows.shape) == width(wanted):
        return _joined(list(taken)).take(first_of_each(rows))
    rows = moved(run, shapes)
    if rows is None or rows.shape != wanted:
        return None
    spread = _joined([_spread(units, shape) for units, shape in zip(taken, shapes)])  # noqa: B905
    return spread.take(first_of_each(rows))


def _apply(block: Any, *tensors: torch.Tensor) -> Any:
    return block.apply(*tensors)


def _spread(units: Units, shape: Shape) -> Units:
    """Each unit over its pixels, which are counted from the middle: images that grow keep it.

    Steps of a sequence are counted from the first.
    """
    rest = shape[1:]
    if not rest:
        return units
    if len(shape) == 2:
        steps = np.repeat(np.arange(shape[0]), shape[1])
        spread = units.take(np.tile(np.arange(shape[1]), shape[0]))
        return replace(spread, labels=mix(spread.labels, steps.astype(np.uint64)))
    labels = units.labels
    for size in rest:
        places = (np.arange(size) - size // 2).astype(np.uint64)
        labels = mix(np.repeat(labels, size), np.tile(places, len(labels)))
    pixels = numel(rest)
    return Units(
        labels,
        np.repeat(units.makers, pixels),
        np.repeat(units.numbers, pixels),
        np.repeat(units.parts, pixels),
    )


def _joined(parts: Sequence[Units]) -> Units:
    return Units(
        np.concatenate([p.labels for p in parts]),
        np.concatenate([p.makers for p in parts]),
        np.concatenate([p.numbers for p in parts]),
        np.concatenate([p.parts for p in parts]),
    )
