"""The worker of a run: made, started, sent on, and let go."""

from __future__ import annotations

import os

from playground.gui.run_base import RunBase
from playground.telemetry.mailbox import Mailbox


def num_cores() -> int:
    """Cores that training may use: all but one, which draws the window."""
    return max(1, (os.cpu_count() or 2) - 1)


class RunCrew(RunBase):
    """Has a run trained by a worker of its engine, one after the other where one ends."""

    def _let_go(self) -> None:
        self.past.end_visit()
        if self._worker is not None:
            self.dismiss(self._worker)
            self._worker = None
        self._ending = [worker for worker in self._ending if worker.is_alive()]

    def _start_worker(self) -> None:
        assert self.trained is not None  # reset() sets it before it starts the timer
        self.past.end_visit()
        self._mailbox = Mailbox()  # a late post of an older run goes nowhere
        self._hand_over_probes()
        state = self._kept.state if self._kept is not None else None
        wishes = {**self._source, "device": self.device, "state": state}
        start = {name: wish for name, wish in wishes.items() if wish not in (None, "auto")}
        self._steps = self.engine.make_steps(self.trained, self.steering, self._run, **start)
        self._pull(done=0)

    def _pull(self, done: int) -> None:
        """Start a paused worker: it builds and shows step 0, or waits where the last one ended."""
        assert self.trained is not None  # as above
        self._worker = self.engine.make_worker(
            self._steps,
            self._mailbox,
            max_steps=self._goal(done),
            cores=num_cores(),
            steering=self.steering,
            done=done,
        )
        self._worker.pause()
        self._worker.start()

    def _goal(self, done: int) -> int:
        """The last step of a worker: each Play trains for the steps that the document says."""
        assert self.trained is not None  # as above
        steps = self.trained.train.steps
        stood = done or (self._kept.step if self._kept is not None else self._stood)
        return done + steps if done else (stood // steps + 1) * steps

    def _resume(self) -> None:
        if self._worker is not None and self.state in ("ready", "paused", "ended"):
            self._worker.resume()
            self._set_state("running")
