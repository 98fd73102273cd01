"""How long a run has trained, pauses excluded."""

from __future__ import annotations

from time import perf_counter


class Clock:
    """A stopwatch that runs from the start."""

    def __init__(self) -> None:
        self._before = 0.0  # up to the last time it was started
        self._started: float | None = perf_counter()  # None: it stands still

    @property
    def seconds(self) -> float:
        """Training time so far."""
        if self._started is None:
            return self._before
        return self._before + perf_counter() - self._started

    def pause(self) -> None:
        """Stop: the driver has the word."""
        self._before, self._started = self.seconds, None

    def go_on(self) -> None:
        """Run again after `pause`."""
        self._started = perf_counter()

    def set(self, seconds: float) -> None:
        """Go on from this much training time."""
        self._before = seconds
        if self._started is not None:
            self._started = perf_counter()
