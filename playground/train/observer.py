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
SPARING_SHARE = 0.007  # of the training time, for each that is asked for all the time
SPARING_S = 0.1  # seconds between two readings of such a probe, at least
# Where nobody waits they are read on fixed steps, the same on every machine: often in the
# beginning, then ever half as far ahead as the run has come, at most this many.
SPARING_STEPS = 400
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

    The sparing ones are read seldom: within a budget of their own, and without a budget on fixed
    steps. A snapshot without them is complete.

    A probe that fails is written to the log and never asked again: a broken view must not end a
    training.
    """

    def __init__(self, budgeted: bool) -> None:
        self.complete = True  # whether the last call read all probes but the sparing ones
        self._budgeted = budgeted
        self._budgets: dict[Probe, Budget] = {}
        self._steps: dict[Probe, int] = {}  # sparing probe -> step from which it is due again
        self._broken: set[Probe] = set()
        self._recent: deque[tuple[int, int]] = deque(
            maxlen=30
        )  # (read, asked) of the last snapshots

    def arrays(
        self, probes: Collection[Probe], bench: Bench, forced: bool
    ) -> dict[str, np.ndarray]:
        """Array name -> array of the probes whose turn it is; all of them when `forced`."""
        asked = [probe for probe in probes if probe not in self._broken]
        self._budgets = {p: self._budgets.get(p) or Budget(_share(p)) for p in asked}
        found: dict[str, np.ndarray] = {}
        sharers = sum(not probe.sparing for probe in asked)
        read = 0
        for probe in asked:
            start = perf_counter()
            if forced or self._is_due(probe, start, bench.step):
                found.update(self._read(probe, bench))
                # the sparing ones are few, and all but one cost next to nothing
                self._note(probe, start, bench.step, 1 if probe.sparing else sharers)
                read += not probe.sparing
        self._recent.append((read, sharers))
        self.complete = read == sharers
        return found

    @property
    def share(self) -> float | None:
        """Part of the readings asked for that there was time for, over the last second or so."""
        asked = sum(n for _, n in self._recent)
        return sum(n for n, _ in self._recent) / asked if asked else None

    def _is_due(self, probe: Probe, now: float, step: int) -> bool:
        if self._budgeted:
            return self._budgets[probe].allows(now)
        return not probe.sparing or not 0 <= step < self._steps.get(probe, 0)

    def _note(self, probe: Probe, start: float, step: int, sharers: int) -> None:
        now = perf_counter()
        least = SPARING_S if probe.sparing else 0.0
        self._budgets[probe].spent(start, now, sharers, least)
        self._steps[probe] = step + min(max(step // 2, 10), SPARING_STEPS)

    def _read(self, probe: Probe, bench: Bench) -> dict[str, np.ndarray]:
        try:
            return probe.measure(bench)
        except Exception:  # a view may ask anything of any network
            logging.getLogger(__name__).exception("the probe %r failed and is dropped", probe)
            self._broken.add(probe)
            return {}


def _share(probe: Probe) -> float:
    return SPARING_SHARE if probe.sparing else PROBE_SHARE
