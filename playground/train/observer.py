"""Looks at a run without leaving a trace in it: test metrics and the probes of visible views."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection
from time import perf_counter

import numpy as np

from playground.telemetry.probes.base import Bench, Probe
from playground.train.checkups import step_after
from playground.train.ration import Ration

SPARING_PART = 0.14  # of that share, at most, for each probe that is asked for all the time
SPARING_S = 0.1  # seconds between two readings of such a probe, at least
METRICS = "metrics"  # who measures the test metrics, beside the probes
# A view that somebody has opened gets so much as this many of those that stand beside it: test
# metrics, pictures on cards. These want less, too: numbers are read five times a second at most,
# cards are drawn fifteen times.
VIEW_WEIGHT = 8.0
METRICS_S, CALM_S = 0.2, 1.0 / 15.0  # seconds from one reading to the next, at least


class Evaluator:
    """Runs the test metrics, at most once a step, and as often as the ration allows.

    Parameters
    ----------
    evaluate : callable
        Gives the metrics.
    ration : Ration or None
        How much of the time there is for them, shared with the probes; None: they are run whenever
        they are asked for.
    """

    def __init__(
        self, evaluate: Callable[[], dict[str, float]], ration: Ration | None = None
    ) -> None:
        self._evaluate, self._ration = evaluate, ration
        self._step = -1
        self._newest: dict[str, float] = {}

    def scalars(
        self, step: int, forced: bool, counts: bool | None = None
    ) -> dict[str, float] | None:
        """The metrics of this step, or None when there is no time for them.

        `counts`: whether somebody waits for them although they are forced.
        """
        start = perf_counter()
        if step == self._step:
            return self._newest
        if self._ration is not None:
            self._ration.admit(METRICS, least=METRICS_S)
            if not forced and not self._ration.allows(METRICS, start):
                return None
        self._newest, self._step = self._evaluate(), step
        if self._ration is not None:
            counts = not forced if counts is None else counts
            self._ration.spent(METRICS, start, perf_counter(), counts=counts)
        return self._newest

    def forget(self) -> None:
        """What was measured holds no longer, although the step is the same."""
        self._step = -1


class Prober:
    """Reads the probes in turn, each as often as the ration allows.

    The sparing ones are read seldom: they get little, and without a ration are read on fixed steps.
    A snapshot without them is complete.

    A probe that fails is written to the log and never asked again: a broken view must not end a
    training.

    Parameters
    ----------
    ration : Ration or None
        How much of the time there is for them; None: all are read whenever they are asked for.
    """

    def __init__(self, ration: Ration | None = None) -> None:
        self.complete = True  # whether the last call read all probes but the sparing ones
        self._ration = ration
        self._steps: dict[Probe, int] = {}  # sparing probe -> step from which it is due again
        self._broken: set[Probe] = set()
        self._recent: deque[tuple[int, int]] = deque(
            maxlen=30
        )  # (read, asked) of the last snapshots

    def arrays(
        self,
        probes: Collection[Probe],
        bench: Bench,
        forced: bool,
        calm: Collection[Probe] = (),
    ) -> dict[str, np.ndarray]:
        """Array name -> array of the probes whose turn it is; all of them when `forced`.

        Those that are `calm` stand back behind the others.
        """
        asked = [probe for probe in probes if probe not in self._broken]
        self._admit(asked, calm)
        found: dict[str, np.ndarray] = {}
        sharers = sum(not probe.sparing for probe in asked)
        read = 0
        for probe in asked:
            start = perf_counter()
            if forced or self._is_due(probe, start, bench.step):
                found.update(self._read(probe, bench))
                self._note(probe, start, bench.step, forced)
                read += not probe.sparing
        self._recent.append((read, sharers))
        self.complete = read == sharers
        return found

    def sparing(self, probes: Collection[Probe], bench: Bench) -> dict[str, np.ndarray]:
        """Array name -> array of probes that have their own steps."""
        found: dict[str, np.ndarray] = {}
        for probe in probes:
            if probe not in self._broken:
                found.update(self._read(probe, bench))
        return found

    @property
    def share(self) -> float | None:
        """Part of the readings asked for that there was time for, over the last second or so."""
        asked = sum(n for _, n in self._recent)
        return sum(n for n, _ in self._recent) / asked if asked else None

    def _admit(self, asked: Collection[Probe], calm: Collection[Probe]) -> None:
        if self._ration is not None:
            for probe in asked:
                if probe.sparing:
                    self._ration.admit(probe, SPARING_PART, SPARING_S)
                elif probe in calm:
                    self._ration.admit(probe, least=CALM_S)
                else:
                    self._ration.admit(probe, weight=VIEW_WEIGHT)
            self._ration.dismiss(but={METRICS, *asked})

    def _is_due(self, probe: Probe, now: float, step: int) -> bool:
        if self._ration is not None:
            return self._ration.allows(probe, now)
        return not probe.sparing or not 0 <= step < self._steps.get(probe, 0)

    def _note(self, probe: Probe, start: float, step: int, forced: bool) -> None:
        if self._ration is not None:
            self._ration.spent(probe, start, perf_counter(), counts=not forced)
        self._steps[probe] = step_after(step)

    def _read(self, probe: Probe, bench: Bench) -> dict[str, np.ndarray]:
        try:
            return probe.measure(bench)
        except Exception:  # a view may ask anything of any network
            logging.getLogger(__name__).exception("the probe %r failed and is dropped", probe)
            self._broken.add(probe)
            return {}
