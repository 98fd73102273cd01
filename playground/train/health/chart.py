"""What the rules look at: the newest readings and the smoothed curves of a run, all frozen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import geometric_mean

import numpy as np
from numpy.typing import NDArray

from playground.check.report import Report
from playground.document import topology
from playground.telemetry.probes.vitals import BlockVitals

Floats = NDArray[np.float64]

SOLVED = 0.1  # of the loss of guessing
NORMALISATION = ("batch_norm1d", "batch_norm2d", "instance_norm2d", "layer_norm")


@dataclass(frozen=True, slots=True)
class Reading:
    """The vitals of all blocks at one step.

    Parameters
    ----------
    step : int
        Optimiser steps finished.
    blocks : mapping
        Block id -> its vitals.
    """

    step: int
    blocks: Mapping[str, BlockVitals]


@dataclass(frozen=True, slots=True)
class Series:
    """A smoothed curve: steps and values, oldest first, at most some hundred of them."""

    steps: Floats
    values: Floats

    def __len__(self) -> int:
        return len(self.steps)

    def since(self, step: float) -> Floats:
        """The values after a step."""
        return self.values[self.steps > step]


EMPTY = Series(np.empty(0), np.empty(0))


@dataclass(frozen=True)
class Chart:
    """A patient's chart.

    Parameters
    ----------
    report : Report
        Check of the document in training.
    step : int
        Optimiser steps finished.
    readings : tuple of Reading
        The newest ones, oldest first.
    curves : mapping
        Name of a scalar -> its smoothed curve.
    facts : mapping
        What the probes tell of the data: "targets/counts", "recall/train", ...
    since : int
        Step from which on this network and these settings train; an edit in between is a new start.
    """

    report: Report
    step: int = 0
    readings: tuple[Reading, ...] = ()
    curves: Mapping[str, Series] = field(default_factory=dict)
    facts: Mapping[str, np.ndarray] = field(default_factory=dict)
    since: int = 0

    @property
    def age(self) -> int:
        """Steps since the start, or since the last edit."""
        return self.step - self.since

    @cached_property
    def chains(self) -> Mapping[str, tuple[str, ...]]:
        """Role -> ids of the model's blocks, inputs first."""
        network = self.report.flat
        return {role: topology.subgraph(network, spec) for role, spec in self.report.models.items()}

    def layers(self, role: str) -> list[str]:
        """Blocks of a model that learn and are no normalisation, inputs first."""
        newest = self.newest
        return [
            id
            for id in self.chains[role]
            if id in newest
            and newest[id].parameters > 0
            and self.report.nodes[id].node.block not in NORMALISATION
        ]

    @property
    def newest(self) -> Mapping[str, BlockVitals]:
        """Block id -> its vitals in the newest reading."""
        return self.readings[-1].blocks if self.readings else {}

    def last(self, count: int) -> tuple[Reading, ...]:
        """The newest `count` readings, or fewer in the beginning."""
        return self.readings[-count:]

    def typical(self, node: str, name: str, count: int = 3) -> float:
        """Geometric mean of one number of a block over the newest readings; NaN where it lacks."""
        found = [
            getattr(reading.blocks[node], name)
            for reading in self.last(count)
            if node in reading.blocks
        ]
        known = [value for value in found if value == value]
        if not known:
            return math.nan
        return geometric_mean(known) if min(known) > 0 else 0.0

    def blocks(self) -> Iterator[tuple[str, str, BlockVitals]]:
        """Id, key and newest vitals of every block, inputs first."""
        for id, checked in self.report.nodes.items():
            if id in self.newest and not checked.node.muted:
                yield id, checked.node.block, self.newest[id]

    @property
    def outputs(self) -> frozenset[str]:
        """Ids of the blocks at which a model ends."""
        return frozenset(spec.output for spec in self.report.models.values())

    @property
    def baseline(self) -> float:
        """Loss of the best answer that does not look at the sample; NaN where it is not known."""
        found = self.facts.get("targets/baseline")
        return float(found[0]) if found is not None else math.nan

    def curve(self, name: str) -> Series:
        """A smoothed curve; empty when there is none of that name."""
        return self.curves.get(name, EMPTY)

    def recent(self, name: str, share: float = 0.25) -> float:
        """Mean of a curve over the newest part of the steps; NaN without a value."""
        values = self.curve(name).since(self.step - share * max(self.age, 1))
        return float(values.mean()) if len(values) else math.nan

    @property
    def solved(self) -> bool:
        """Whether so little of the loss is left that nothing that slows learning matters."""
        loss = self.recent("loss/train")
        return loss < SOLVED * self.baseline

    def setting(self, name: str) -> float:
        """A number among the parameters of the training; NaN where there is none of that name."""
        value = getattr(self.report.experiment, name, math.nan)
        return float(value) if isinstance(value, int | float) else math.nan


class Trend:
    """Collects one scalar; memory and cost stay the same however long the run.

    Rows are averaged in bins of equally many rows. When all bins are full, neighbours are merged.
    """

    CAPACITY = 128  # bins; even

    def __init__(self) -> None:
        self._steps: list[float] = []  # of a bin: its last step
        self._means: list[float] = []
        self._rows_per_bin, self._open_rows = 1, 0

    def append(self, step: int, value: float) -> None:
        """Add a row; steps ascend."""
        if self._open_rows:
            self._open_rows += 1
            self._means[-1] += (value - self._means[-1]) / self._open_rows
            self._steps[-1] = step
        else:
            self._steps.append(step)
            self._means.append(value)
            self._open_rows = 1
        if self._open_rows == self._rows_per_bin:
            self._open_rows = 0
            if len(self._steps) == self.CAPACITY:
                self._merge()

    def series(self) -> Series:
        """What has been collected so far."""
        return Series(np.array(self._steps), np.array(self._means))

    def _merge(self) -> None:
        pairs = zip(self._means[::2], self._means[1::2], strict=True)
        self._means = [(a + b) / 2 for a, b in pairs]
        self._steps = self._steps[1::2]
        self._rows_per_bin *= 2
