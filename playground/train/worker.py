"""Runs a training session on a background thread. No Qt: tests and terminals use it, too."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator
from threading import Event, Lock, Thread
from typing import Any, Literal

import torch

from playground.telemetry.mailbox import Mailbox
from playground.telemetry.snapshot import Snapshot
from playground.train.controls import Steering
from playground.train.session import LOOK

Finished = Literal["", "steps", "ended", "stopped", "error"]


class TrainWorker(Thread):
    """Pulls steps out of a session (a generator, one step per yield) until it ends or must.

    Parameters
    ----------
    session_steps : Generator
        Yields a `Snapshot` or None a step; sent `LOOK`, it yields a snapshot without a step.
    mailbox : Mailbox
        Gets the snapshots.
    max_steps : int, optional
        Ends after this step. The generator is then left as it stands: raise `max_steps` before the
        end, or hand the same generator and `done=worker.step` to a new worker, to train on.
    cores : int
        Cores that torch may use for one operation.
    steering : Steering, optional
        Its `controls.speed` limits the steps a second.
    on_end : callable, optional
        Called with the worker on its own thread as the last thing it does.
    burst : bool
        Whether to tell the generator how many steps it may make at once, see `Session.steps`.
    done : int
        Steps the generator has made already. A new generator makes its first step, which builds the
        network and shows step 0, even while paused; one that goes on waits at once.

    Attributes
    ----------
    error : Exception or None
        What ended the run; read it once the thread has ended.
    finished : str
        Why it ended: "steps" (all done), "ended" (the experiment found an end), "stopped", "error";
        "" while it runs.
    reason : str
        The experiment's own words for "ended", in the user's language.
    step : int
        Steps done.
    """

    def __init__(
        self,
        session_steps: Generator[Snapshot | int | None, Any, Any],
        mailbox: Mailbox,
        *,
        max_steps: int | None = None,
        cores: int = 1,
        steering: Steering | None = None,
        done: int = 0,
        burst: bool = False,
        on_end: Callable[[TrainWorker], None] | None = None,
    ) -> None:
        super().__init__(name="train", daemon=True)
        self.error: Exception | None = None
        self.finished: Finished = ""
        self.reason = ""
        self.max_steps, self.step = max_steps, done
        self._steps, self._mailbox = session_steps, mailbox
        self._cores, self._steering, self._on_end = cores, steering, on_end
        self._burst = burst
        self._must_end, self._paused = Event(), Event()
        self._wake = Event()  # set whenever a wait has to look around
        self._wishes = Lock()
        self._single, self._looks = 0, 0  # steps and looks asked for while paused
        self._next_step = 0.0  # seconds of the clock, when the speed is limited

    @property
    def paused(self) -> bool:
        """Whether the user has paused the run. It may still be busy with its last step."""
        return self._paused.is_set()

    def pause(self) -> None:
        """Wait after the current step, and post a full snapshot of it."""
        self._paused.set()
        self._wake.set()

    def resume(self) -> None:
        """Go on after a pause."""
        self._paused.clear()
        self._wake.set()

    def step_once(self) -> None:
        """One step, with a full snapshot; pauses first when the run is not paused."""
        with self._wishes:
            self._single += 1
        self.pause()

    def look(self) -> None:
        """Give a full snapshot while paused or while the next step is not due yet.

        Several such wishes that nobody has seen are one.
        """
        with self._wishes:
            self._looks = 1
        self._wake.set()

    def stop(self, timeout: float = 5.0) -> bool:
        """End after the current step. False: still busy after `timeout` seconds."""
        self._must_end.set()
        self._wake.set()  # a paused thread has to wake up to notice
        if self.is_alive():
            self.join(timeout)
        if self.is_alive():
            return False
        self._steps.close()  # after "steps", the generator was left open to train on
        return True

    def run(self) -> None:
        """Thread body. Do not call it; call `start`."""
        torch.set_num_threads(self._cores)  # a per-thread setting: only works from in here
        try:
            self._pull()
            if self.finished != "steps":
                self._steps.close()  # an early end still runs the experiment's `finally`
        except Exception as error:  # outermost frame of the thread: keep it for the window
            logging.getLogger(__name__).exception("training failed")
            self.error, self.finished = error, "error"
        if self._on_end is not None:
            self._on_end(self)

    def _pull(self) -> None:
        if (
            self.step and not self._may_go()
        ):  # a generator that goes on needs no step to show itself
            self.finished = "stopped"
            return
        begun = self._burst and self.step > 0
        while True:
            try:
                came = self._steps.send(self._room() if begun else None)
            except StopIteration as end:
                self.finished, self.reason = "ended", end.value or ""
                return
            begun = self._burst
            snapshot: Snapshot | None = None
            if came is None:
                self.step += 1
            elif isinstance(came, Snapshot):
                snapshot = came
                self.step = came.step
                self._post(came)
            else:
                self.step += came
            if self._must_end.is_set():
                self.finished = "stopped"
                return
            if self.max_steps is not None and self.step >= self.max_steps:
                self._see(snapshot)
                self.finished = "steps"
                return
            if self._paused.is_set():
                self._see(snapshot)
            elif self._steering is None or self._steering.controls.speed is None:
                continue  # the usual way, kept short: it is taken once a step
            if not self._may_go():
                self.finished = "stopped"
                return

    def _room(self) -> int:
        """Steps that may be made at once: one when the user wants to see each, or wants it slow."""
        speed = self._steering.controls.speed if self._steering is not None else None
        if speed is not None or self._paused.is_set():
            return 1
        return self.max_steps - self.step if self.max_steps is not None else 1 << 30

    def _may_go(self) -> bool:
        """Wait while paused or too fast. False: the run has to end."""
        while not self._must_end.is_set():
            self._wake.clear()
            if self._must_end.is_set():  # `stop` may have set both before the line above
                return False
            if self._take("_looks"):
                self._look()
                continue
            if self._paused.is_set():
                if self._take("_single"):
                    return True
                self._wake.wait()
                continue
            wait = self._wait_s()
            if wait <= 0.0:
                return True
            self._wake.wait(wait)
        return False

    def _wait_s(self) -> float:
        """Seconds until the next step is due at the wished speed."""
        speed = self._steering.controls.speed if self._steering is not None else None
        if not speed:
            return 0.0
        now = time.perf_counter()
        if now < self._next_step <= now + 1.0 / speed:
            return self._next_step - now
        late = (
            now - self._next_step
        )  # keep the beat after a small delay, start anew after a long one
        self._next_step = (self._next_step if 0.0 <= late < 0.1 else now) + 1.0 / speed
        return 0.0

    def _take(self, wish: str) -> bool:
        with self._wishes:
            wanted: int = getattr(self, wish)
            setattr(self, wish, max(0, wanted - 1))
            return wanted > 0

    def _see(self, snapshot: Snapshot | None) -> None:
        """Post where the run stands, unless the last step did so already.

        To look at a step keeps it for later, which is news even where its numbers are not.
        """
        known = snapshot is not None and snapshot.complete
        if snapshot is None or snapshot.operation is None or not known:
            self._look(only_news=known)

    def _look(self, only_news: bool = False) -> None:
        snapshot = self._steps.send(LOOK)
        if isinstance(snapshot, Snapshot):
            news = snapshot.shelf is not None or snapshot.past is not None or snapshot.events
            if news or not only_news:
                self._post(snapshot)

    def _post(self, snapshot: Snapshot) -> None:
        self._mailbox.post(snapshot)
        time.sleep(0)  # lets the window's thread in: it has something to draw now
