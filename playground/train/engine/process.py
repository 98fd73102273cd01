"""The window's end of the engine: sessions and workers that live in a child process."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Event, Lock
from typing import Any

import numpy as np

from playground.document.model import Document
from playground.telemetry.mailbox import Mailbox
from playground.train.controls import Steering
from playground.train.engine.fate import ProcessLost
from playground.train.engine.life import Life
from playground.train.engine.messages import (
    Begin,
    Call,
    Drop,
    Employ,
    Kept,
    Logged,
    Over,
    Posted,
    Ready,
    Steer,
)
from playground.train.engine.rescue import PART, Rescue


class EngineProcess:
    """Keeps a child process warm, and makes steps and workers that live in it.

    A child that dies takes its sessions with it: their workers end with a `ProcessLost`. The next
    session gets a new child, which is told what could be saved of the earlier steps.

    Parameters
    ----------
    turbo : bool
        Whether sessions make several compiled steps at once where they can.
    """

    def __init__(self, *, turbo: bool = False) -> None:
        self.turbo = turbo
        self.devices: tuple[str, ...] = ()  # of this machine, once the child knows
        self.auto_device = ""  # the kind of device that "auto" means, once the child knows
        self._lock = Lock()
        self._life: Life | None = None
        self._warm = Event()
        self._numbers = itertools.count(1)
        self._workers: dict[int, RemoteWorker] = {}
        self.rescue = Rescue()

    @property
    def ready(self) -> bool:
        """Whether a session would begin at once, or never: then it says why."""
        return self._warm.is_set()

    @property
    def pid(self) -> int | None:
        """Process id of the child, None while there is none."""
        life = self._life
        return None if life is None or life.ended.is_set() else life.pid

    def warm_up(self) -> None:
        """Start the child and have it import everything; returns at once."""
        with self._lock:
            self._living()

    def make_steps(
        self, document: Document, steering: Steering, run: int, **options: Any
    ) -> RemoteSteps:
        """A session of a document; `options` are those of `Session`, and must be picklable.

        The option `state` is that of a `Kept`.
        """
        number = next(self._numbers)
        with self._lock:
            life = self._living()
        steps = RemoteSteps(self, life, number, run, steering)
        state = options.pop("state", b"")
        life.send(Begin(number, document, {"run": run, **options}, state, self.turbo))
        steering.follow(lambda name, value: life.send(_steer(number, name, value)))
        return steps

    def make_worker(self, steps: RemoteSteps, mailbox: Mailbox, **options: Any) -> RemoteWorker:
        """A worker with the options of `TrainWorker`, for steps of this engine."""
        return RemoteWorker(steps, mailbox, **options)

    def close(self, timeout: float = 2.0) -> bool:
        """End the child; a timeout of 0 only asks it to. False: it is still there."""
        life = self._life
        return life is None or life.close(timeout)

    def _living(self) -> Life:
        """The child that is there, else a new one."""
        if self._life is None or self._life.ended.is_set():
            self._warm.clear()
            self._life = Life(self._hear, self._on_end)
            for message in self.rescue.messages():
                self._life.send(message)
        return self._life

    def _employ(self, worker: RemoteWorker, steps: RemoteSteps, options: Mapping[str, Any]) -> int:
        number = next(self._numbers)
        self._workers[number] = worker
        steps.life.send(Employ(number, steps.number, options))
        return number

    def _hear(self, message: object) -> None:
        if isinstance(message, Posted):
            worker = self._workers.get(message.worker)
            if worker is not None:
                worker.on_posted(message)
        elif isinstance(message, Kept):
            worker = self._workers.get(message.worker)
            if worker is not None:
                worker.on_kept(message)
        elif isinstance(message, Over):
            worker = self._workers.pop(message.worker, None)
            if worker is not None:
                worker.on_over(message)
        elif isinstance(message, Ready):
            self.devices, self.auto_device = message.devices, message.device
            self._warm.set()
        elif isinstance(message, Logged):
            message.log()

    def _on_end(self, life: Life, reason: str) -> None:
        if self._life is life:
            self._warm.set()
        for number, worker in list(self._workers.items()):
            if worker.life is life:
                del self._workers[number]
                worker.on_lost(reason)


def _steer(number: int, name: str, value: Any) -> Steer:
    """A change of the steering, for the child; a part of the memory for the past is used here."""
    return Steer(number, name, value - value // PART if name == "memory" else value)


@dataclass(frozen=True, slots=True, eq=False)
class RemoteSteps:
    """Stands for the steps of a session in the child: a worker is made for it, nobody pulls it."""

    engine: EngineProcess
    life: Life
    number: int
    run: int
    steering: Steering

    def close(self) -> None:
        """The session is not needed any more."""
        self.life.send(Drop(self.number))


class RemoteWorker:
    """A `TrainWorker` in the child, with the same methods and attributes.

    Wishes are sent and fulfilled a moment later; the answers come on a thread of the engine.
    `step` is that of the newest snapshot until the end, and exact then.
    """

    def __init__(
        self,
        steps: RemoteSteps,
        mailbox: Mailbox,
        *,
        max_steps: int | None = None,
        cores: int = 1,
        steering: Steering | None = None,  # its copy is with the session
        done: int = 0,
    ) -> None:
        self.error: Exception | None = None
        self.finished = ""
        self.reason = ""
        self.max_steps, self.step = max_steps, done
        self.paused = False
        self.life = steps.life
        self.kept: Kept | None = None  # where a new session could go on if the child dies
        self._steps, self._mailbox = steps, mailbox
        self._started, self._over = False, Event()
        self._arrays: dict[str, np.ndarray] = {}  # the newest of each name
        options = {"max_steps": max_steps, "cores": cores, "done": done}
        options["burst"] = steps.engine.turbo
        self._number = steps.engine._employ(self, steps, options)

    def start(self) -> None:
        """Begin to train."""
        self._started = True
        self._call("start")
        if self.life.ended.is_set():
            self.on_lost(self.life.reason)  # it may have ended before it knew of this worker

    def is_alive(self) -> bool:
        """Whether it was started and has not ended."""
        return self._started and not self._over.is_set()

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end."""
        if self._started:
            self._over.wait(timeout)

    def pause(self) -> None:
        """Wait after the current step, and post a full snapshot of it."""
        self.paused = True
        self._call("pause")

    def resume(self) -> None:
        """Go on after a pause."""
        self.paused = False
        self._call("resume")

    def step_once(self) -> None:
        """One step, with a full snapshot; pauses first when the run is not paused."""
        self.paused = True
        self._call("step_once")

    def look(self) -> None:
        """Give a full snapshot while paused, for a view that has just opened."""
        self._call("look")

    def stop(self, timeout: float = 5.0) -> bool:
        """End after the current step. False: still busy after `timeout` seconds."""
        self._call("stop", 0.0)
        self.join(timeout)
        self._steps.close()
        return not self.is_alive()

    def on_posted(self, message: Posted) -> None:
        """A snapshot has come, with its arrays."""
        self.step = message.snapshot.step
        self._arrays = {**self._arrays, **message.arrays}
        names = (*message.arrays, *message.same)
        arrays = {name: self._arrays[name] for name in names}
        self._mailbox.post(replace(message.snapshot, arrays=arrays))

    def on_kept(self, message: Kept) -> None:
        """A state to go on from has come."""
        self.kept = message
        steps = self._steps
        steps.engine.rescue.add(steps.run, message, steps.steering.memory)

    def on_over(self, message: Over) -> None:
        """The worker in the child has ended."""
        self.step, self.reason, self.error = message.step, message.reason, message.error
        self.finished = message.finished
        if self.finished != "steps":
            self._steps.close()
        self._over.set()

    def on_lost(self, reason: str) -> None:
        """The child has gone; `reason` is "" where it was told to."""
        if self._over.is_set():
            return
        self.finished = "error" if reason else "stopped"
        if reason:
            self.error = ProcessLost(reason, self.kept, self._steps.engine.rescue.shelf)
        self._over.set()

    def _call(self, method: str, *args: Any) -> None:
        self.life.send(Call(self._number, method, args))
