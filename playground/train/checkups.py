"""When the training doctor gets to see a run: on fixed steps, the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from playground.telemetry.snapshot import Snapshot
from playground.train.meter import Meters

FIRST, WIDEST = 20, 800  # steps from one check-up to the next, at least and at most
PART = 4  # else they are this part of the steps made so far apart
CREDIT_S = 0.5  # all check-ups together may take this long, and besides
SHARE = 0.01  # this part of the training time


def step_after(step: int) -> int:
    """The step of the check-up after the one at a step, or after any step between two.

    Their distance grows with the steps, for what comes late in a training also takes its time.
    """
    distance = min(max(1 << (max(step // PART // FIRST, 1).bit_length() - 1), 1) * FIRST, WIDEST)
    return (step // distance + 1) * distance


class Checkups:
    """Collects what the doctor needs, independent of who looks at the run and how often.

    Only where they would take too much of the time is one of them left out.

    Parameters
    ----------
    meters : Meters
        Of the run; their means are taken over the steps since the last check-up.

    Attributes
    ----------
    due : float
        The step of the next one.
    done : list of Snapshot
        Those that nobody has got yet.
    """

    def __init__(self, meters: Meters) -> None:
        self.due: float = 0
        self.done: list[Snapshot] = []
        self._meters = meters
        self._sums: Mapping[str, tuple[float, int]] = {}
        self._spent = 0.0

    def begin(self, step: int) -> None:
        """From here on the run trains something else, or stands at another step."""
        self._sums = self._meters.totals()
        self.due = step_after(step) if step else 0

    def allowed(self, seconds: float) -> bool:
        """Whether there is time for one, after so much training."""
        return self._spent <= CREDIT_S + SHARE * seconds

    def leave_out(self, step: int) -> None:
        """Nobody asked for it, or there was no time."""
        self.due = step_after(step)

    def add(
        self,
        run: int,
        step: int,
        seconds: float,
        scalars: Mapping[str, float],
        arrays: Mapping[str, np.ndarray],
        took: float,
    ) -> None:
        """One is done, in so many seconds without the test metrics, which others show as well."""
        now, before = self._meters.totals(), self._sums
        means = {}
        for name, (total, count) in now.items():
            old, known = before.get(name, (0.0, 0))
            if count > known:
                means[name] = (total - old) / (count - known)
        self._sums = now
        found = {**means, **self._meters.numbers, **scalars}
        self.done.append(Snapshot(run, step, seconds, found, arrays))
        self.due = step_after(step)
        self._spent += took

    def take(self) -> tuple[Snapshot, ...]:
        """Those that nobody has got yet."""
        done, self.done = tuple(self.done), []
        return done
