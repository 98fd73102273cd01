"""How often pictures are drawn while a training shares Python with the window."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, thread_time

SHARE = 0.08  # of the time that the window's thread may work, where it has a choice
LONGEST_S = 0.2  # between two pictures: slower cannot be called live


class PicturePace:
    """The next pictures are due when the window's thread has rested long enough.

    Whatever it has worked since the last ones counts: drawing them, and what went on beside. So
    costly views are drawn less often, cheap ones at each tick, and the training gets its time.

    Parameters
    ----------
    clock, work : callable
        Seconds that have passed, and seconds that the calling thread has worked.
    """

    def __init__(
        self,
        clock: Callable[[], float] = perf_counter,
        work: Callable[[], float] = thread_time,
    ) -> None:
        self._clock, self._work = clock, work
        self._drawn, self._worked = clock(), work()

    def due(self) -> bool:
        """Whether to draw now; if so, it counts as drawn."""
        now, worked = self._clock(), self._work()
        passed = now - self._drawn
        if passed < LONGEST_S and worked - self._worked > SHARE * passed:
            return False
        self._drawn, self._worked = now, worked
        return True
