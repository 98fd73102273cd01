"""Looks at a run without leaving a trace in it: test metrics and the probes of visible views."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection
from time import perf_counter

import numpy as np

from playground.telemetry.probes.base import Bench, Probe
from playground.train.cadence import Budget

PROBE_SHARE = 0.05  # of the training time, for all probes together
EVALUATION_SHARE = 0.05


class Evaluator:
    """Runs the test metrics, at most once a step, and as often as their budget allows."""

    def __init__(self, evaluate: Callable[[], dict[str, float]], budgeted: bool) -> None:
        self._evaluate, self._budgeted = evaluate, budgeted
        self._budget = Budget(EVALUATION_SHARE)
        self._step = -1
        self._newest: dict[str, float] = {}

    def scalars(self, step: int, forced: bool) -> dict[str, float] | None:
        """The metrics of this step, or None when there is no time for them."""
        start = perf_counter()
        if step == self._step:
            return self._newest
        if self._budgeted and not forced and not self._budget.allows(start):
            return None
        self._newest, self._step = self._evaluate(), step
        self._budget.spent(start, perf_counter())
        return self._newest

    def forget(self) -> None:
        """What was measured holds no longer, although the step is the same."""
        self._step = -1


class Prober:
    """Reads the probes in turn, each as often as its share of the budget allows.

    A probe that fails is written to the log and never asked again: a broken view must not end a
    training.
    """

    def __init__(self, budgeted: bool) -> None:
        self.complete = True  # whether the last call read all probes
        self._budgeted = budgeted
        self._budgets: dict[Probe, Budget] = {}
        self._broken: set[Probe] = set()
        self._recent: deque[tuple[int, int]] = deque(
            maxlen=30
        )  # (read, asked) of the last snapshots

    def arrays(
        self, probes: Collection[Probe], bench: Bench, forced: bool
    ) -> dict[str, np.ndarray]:
        """Array name -> array of the probes whose turn it is; all of them when `forced`."""
        asked = [probe for probe in probes if probe not in self._broken]
        self._budgets = {p: self._budgets.get(p) or Budget(PROBE_SHARE) for p in asked}
        found: dict[str, np.ndarray] = {}
        read = 0
        for probe in asked:
            start = perf_counter()
            if forced or not self._budgeted or self._budgets[probe].allows(start):
                found.update(self._read(probe, bench))
                self._budgets[probe].spent(start, perf_counter(), sharers=len(asked))
                read += 1
        self._recent.append((read, len(asked)))
        self.complete = read == len(asked)
        return found

    @property
    def share(self) -> float | None:
        """Part of the readings asked for that there was time for, over the last second or so."""
        asked = sum(n for _, n in self._recent)
        return sum(n for n, _ in self._recent) / asked if asked else None

    def _read(self, probe: Probe, bench: Bench) -> dict[str, np.ndarray]:
        try:
            return probe.measure(bench)
        except Exception:  # a view may ask anything of any network
            logging.getLogger(__name__).exception("the probe %r failed and is dropped", probe)
            self._broken.add(probe)
            return {}
