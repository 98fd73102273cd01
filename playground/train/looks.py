"""Takes the snapshots of a run: losses, test metrics, and what the probes of visible views read."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any

from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.forward import untouched
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.cadence import Cadence
from playground.train.checkups import Checkups
from playground.train.controls import Steering
from playground.train.diagnose import non_finite
from playground.train.observer import Evaluator, Prober
from playground.train.ration import Ration

if TYPE_CHECKING:
    from playground.train.run import Run


class Looks:
    """What others see of a run.

    Attributes
    ----------
    last : Snapshot or None
        The newest.
    events : list of Event
        For the next one.
    next_step : list of callable
        What probes want to see right after the next step.
    """

    def __init__(self, run: Run, steering: Steering, cadence: Cadence) -> None:
        self.last: Snapshot | None = None
        self.events: list[Event] = []
        self.next_step: list[Callable[[], None]] = []
        self.ration = Ration(lambda: steering.controls.measuring) if cadence.budgeted else None
        self.evaluator = Evaluator(dict, self.ration)
        self._run, self._steering = run, steering
        self._prober = Prober(self.ration)
        self.checkups = Checkups(run.meters) if cadence.budgeted else None

    def evaluate_with(self, experiment: Any) -> None:
        """Take the test metrics from this experiment."""
        run = self._run

        def evaluate() -> dict[str, float]:
            with untouched(*run.models.values()):
                scalars: dict[str, float] = experiment.evaluate(run)
            return scalars

        self.evaluator = Evaluator(evaluate, self.ration)

    def follow(self) -> None:
        """A step is done: call what probes want to see after it."""
        calls, self.next_step = self.next_step, []
        for call in calls:
            call()

    def forget(self) -> None:
        """What was measured holds no longer."""
        self.evaluator.forget()
        self.next_step.clear()
        if self.checkups is not None:
            self.checkups.begin(self._run.step)

    @property
    def checkup_due(self) -> float:
        """The step at which the doctor wants to see the run; infinite where it sees all steps."""
        return self.checkups.due if self.checkups is not None else math.inf

    def check_up(self) -> None:
        """Measure for the doctor, where there is one."""
        run, checkups = self._run, self.checkups
        assert checkups is not None  # it was due
        sparing = [probe for probe in self._steering.probes if probe.sparing]
        seconds = run.clock.seconds
        if not sparing or not checkups.allowed(seconds):
            checkups.leave_out(run.step)
            return
        scalars = self.evaluator.scalars(run.step, forced=True, counts=True) or {}
        start = perf_counter()
        with untouched(*run.models.values()):
            arrays = self._prober.sparing(sparing, self._bench())
        end = perf_counter()
        checkups.add(run.number, run.step, seconds, scalars, arrays, end - start)
        if self.ration is not None:
            self.ration.aside(start, end)

    def take(self, forced: bool) -> Snapshot:
        """A snapshot of this very step; with all metrics and probes when `forced`."""
        run = self._run
        if run.step == 0 == self.checkup_due:
            self.check_up()
        scalars = self._scalars()
        metrics = self.evaluator.scalars(run.step, forced)
        scalars.update(metrics or {})
        arrays = self._measure(forced)
        seconds = run.clock.seconds
        if run.step:
            scalars["epoch"] = run.epoch
            scalars.update(self._rate(seconds))
        share = self._prober.share
        if share is not None:
            scalars["probe_share"] = share
        if self.ration is not None:
            scalars["measuring"] = self.ration.used(perf_counter())
        complete = metrics is not None and self._prober.complete
        events, self.events = tuple(self.events), []
        checkups = self.checkups.take() if self.checkups is not None else ()
        self.last = Snapshot(
            run.number,
            run.step,
            seconds,
            scalars,
            arrays,
            complete,
            events,
            checkups=checkups,
        )
        return self.last

    def _scalars(self) -> dict[str, float]:
        """Means since the last snapshot; those of the last one where no step lies between."""
        run, last = self._run, self.last
        bad = run.meters.unsound()
        if bad is not None:
            raise non_finite(run, bad, run.step - run.meters.age(bad))
        return run.meters.read(last.scalars if last and last.step == run.step else {})

    def _rate(self, seconds: float) -> dict[str, float]:
        last, step = self.last, self._run.step
        if last is None or last.step == step or seconds <= last.seconds:
            old = last.scalars.get("rate", math.nan) if last is not None else math.nan
            return {"rate": old} if math.isfinite(old) else {}
        return {"rate": (step - last.step) / (seconds - last.seconds)}

    def _measure(self, forced: bool) -> dict[str, Any]:
        probes = self._steering.probes
        if self.checkups is not None:
            probes = frozenset(probe for probe in probes if not probe.sparing)
        if not probes:
            self._prober.complete = True
            return {}
        with untouched(*self._run.models.values()):
            return self._prober.arrays(probes, self._bench(), forced, self._steering.calm)

    def _bench(self) -> Bench:
        run = self._run
        return Bench(
            document=run.flat,
            models=run.models,
            fields=run.fields,
            train=run.train,
            test=run.test,
            step=run.step,
            seed=run.document.train.seed,
            memory=run.memory,
            next_step=self.next_step,
            optimizers=self._optimizers,
        )

    def _optimizers(self) -> dict[str, Any]:
        from playground.train.state import optimizer_states  # which imports the run

        states: dict[str, Any] = optimizer_states(self._run)
        return states
