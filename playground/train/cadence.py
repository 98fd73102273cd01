"""When somebody gets to see a run: on which steps a snapshot is due."""

from __future__ import annotations

from time import perf_counter


class Cadence:
    """Decides after each step whether a snapshot is due; it must be quick."""

    budgeted = False  # whether test metrics and probes may be left out to save time

    def due(self, step: int) -> bool:
        """Whether `step` (steps finished, from 1) is worth a snapshot."""
        raise NotImplementedError

    def unseen(self, step: int) -> int:
        """How many steps after `step` may be made before the next that is due; 0 when unknown."""
        return 0


class TimeCadence(Cadence):
    """At most `hz` snapshots a second: for a window that looks 30 times a second.

    A little more often than that: else the two would beat, and now and then a look would find
    nothing new. Test metrics and probes are measured as often as their share of the time allows.
    """

    budgeted = True

    def __init__(self, hz: float = 40.0) -> None:
        self._interval, self._next = 1.0 / hz, 0.0

    def due(self, step: int) -> bool:
        """Whether `1 / hz` seconds have passed, or it is the first step."""
        now = perf_counter()
        if now < self._next:
            return False
        self._next = now + self._interval
        return True

    def unseen(self, step: int) -> int:
        """0 when it is time already; else any number, as steps are short."""
        return 0 if perf_counter() >= self._next else 1 << 30


class StepCadence(Cadence):
    """The first step and each `every`-th: the same rows on every machine, for the command line."""

    def __init__(self, every: int = 1) -> None:
        self.every = every

    def due(self, step: int) -> bool:
        """Whether the step is the first or a multiple of `every`."""
        return step == 1 or step % self.every == 0

    def unseen(self, step: int) -> int:
        """Those between two multiples of `every`."""
        return self.every - step % self.every - 1 if step else 0


class Budget:
    """Keeps a kind of work within its share of the time, by waiting longer after longer work.

    Parameters
    ----------
    share : float
        Part of the time, between 0 and 1, that the work may take.
    """

    def __init__(self, share: float) -> None:
        self.share, self._next = share, 0.0

    def allows(self, now: float) -> bool:
        """Whether it is time for the work; `now` in seconds of training time."""
        return now >= self._next

    def spent(self, start: float, end: float, sharers: int = 1, least: float = 0.0) -> None:
        """Say how long the work took; `sharers` kinds of work share the budget.

        The next work waits at least `least` seconds.
        """
        share = self.share / sharers
        self._next = end + max((end - start) * (1.0 - share) / share, least)
