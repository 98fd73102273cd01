"""The child: runs sessions as the window's process tells it. No Qt in here."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import pickle
import signal
import sys
import time
import traceback
from dataclasses import replace
from functools import singledispatchmethod
from threading import Thread
from typing import TYPE_CHECKING

import numpy as np

from playground import i18n
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.snapshot import Snapshot
from playground.train.controls import Steering
from playground.train.engine import ring
from playground.train.engine.channel import Channel
from playground.train.engine.errors import portable
from playground.train.engine.messages import (
    Begin,
    Call,
    Drop,
    Employ,
    Logged,
    Over,
    Posted,
    Ready,
    Speak,
    Steer,
)
from playground.train.engine.thread import session_steps

if TYPE_CHECKING:
    from playground.train.session import Steps
    from playground.train.worker import TrainWorker

FULL_WAIT_S = 1.0  # for a slot, when the snapshot is one that stays on the screen


def main() -> None:
    """Serve the parent until its end of the pipe closes, however that comes about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the parent's
    faulthandler.enable()
    channel = _open_channel()
    memory = ring.Memory(address=sys.argv[1])
    logging.getLogger().addHandler(_Forward(channel))
    host = Host(channel, ring.Writer(memory))
    Thread(target=host.warm_up, name="warm-up", daemon=True).start()
    status = 1
    try:
        while True:
            host.hear(channel.receive())
    except EOFError:
        status = 0
    except Exception:  # noqa: BLE001 - a fault of ours: the parent hears of it by the exit status
        traceback.print_exc()
    # sessions in native code, threads in the middle of an import: nothing of it is worth a wait
    os._exit(status)


def _open_channel() -> Channel:
    """The pipes that the parent put in place of standard input and output.

    What anything else prints goes to standard error, so that it cannot garble the messages.
    """
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Channel(reader, writer)


class Host:
    """The sessions and workers of this process, by the numbers that the parent gave them."""

    def __init__(self, channel: Channel, writer: ring.Writer) -> None:
        self._channel, self._writer = channel, writer
        self._sessions: dict[int, tuple[Steps, Steering]] = {}
        self._workers: dict[int, TrainWorker] = {}

    def warm_up(self) -> None:
        """Import everything that a session needs, and say so."""
        import playground.train.session
        import playground.train.worker  # noqa: F401 - loaded, not used
        from playground.registry import blocks, datasets, experiments
        from playground.train.devices import available_devices, resolve_device

        for catalogue in (blocks, datasets, experiments):
            list(catalogue)
        self._channel.send(Ready(available_devices(), resolve_device("auto").type))

    @singledispatchmethod
    def hear(self, message: object) -> None:
        """Do what a message says; those to something that has ended mean nothing."""
        raise TypeError(f"no message: {message!r}")

    @hear.register
    def _(self, message: Begin) -> None:
        steering = Steering()
        steps = session_steps(message.document, steering, **message.options)
        self._sessions[message.session] = steps, steering

    @hear.register
    def _(self, message: Steer) -> None:
        if message.session not in self._sessions:
            return
        try:
            value = pickle.loads(message.value)
        except Exception:  # a probe of a plug-in that cannot be imported here must not end training
            logging.getLogger(__name__).exception("cannot follow a change of %r", message.name)
            return
        setattr(self._sessions[message.session][1], message.name, value)

    @hear.register
    def _(self, message: Drop) -> None:
        self._sessions.pop(message.session, None)

    @hear.register
    def _(self, message: Speak) -> None:
        i18n.set_language(message.language)

    @hear.register
    def _(self, message: Employ) -> None:
        from playground.train.worker import TrainWorker

        steps, steering = self._sessions[message.session]
        box = Outbox(self._channel, self._writer, message.worker)
        worker = TrainWorker(
            steps,
            box,
            steering=steering,
            on_end=lambda worker: self._tell_end(message.worker, worker),
            **message.options,
        )
        self._workers[message.worker] = worker

    @hear.register
    def _(self, message: Call) -> None:
        worker = self._workers.get(message.worker)
        if worker is not None:
            getattr(worker, message.method)(*message.args)

    def _tell_end(self, number: int, worker: TrainWorker) -> None:
        self._workers.pop(number, None)
        error = None if worker.error is None else portable(worker.error)
        self._channel.send(Over(number, worker.finished, worker.reason, worker.step, error))


class Outbox(Mailbox):
    """Stands for the window's mailbox: takes every snapshot there.

    Arrays that found no free slot wait here for the next snapshot, the newest of each name; so a
    window that is slow for a moment misses pictures and no scalar.
    """

    def __init__(self, channel: Channel, writer: ring.Writer, worker: int) -> None:
        super().__init__()
        self._channel, self._writer, self._worker = channel, writer, worker
        self._waiting: dict[str, np.ndarray] = {}

    def post(self, snapshot: Snapshot) -> None:
        """Send a snapshot; waits only while the window's process does not read at all."""
        self._waiting.update(snapshot.arrays)
        fits = self._writer.fits(self._waiting)
        placed = self._writer.put(self._waiting) if self._waiting and fits else None
        if self._waiting and fits and placed is None and snapshot.complete:
            placed = self._insist()  # this may be the last snapshot for a long time
        through_pipe = {}
        if placed is None and (snapshot.complete or not fits):  # slow, but sure
            through_pipe = self._waiting
        head = replace(snapshot, arrays={})
        self._channel.send(Posted(self._worker, head, placed, through_pipe))
        if placed is not None or through_pipe:
            self._waiting = {}

    def _insist(self) -> ring.Placed | None:
        """Wait a moment for a slot."""
        end = time.perf_counter() + FULL_WAIT_S
        while (placed := self._writer.put(self._waiting)) is None and time.perf_counter() < end:
            time.sleep(0.001)
        return placed


class _Forward(logging.Handler):
    """Sends what is logged to the parent, which has the log file."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(logging.WARNING)
        self._channel = channel

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError, ValueError):  # the parent has gone, the log with it
            self._channel.send(Logged(record.name, record.levelno, self.format(record)))
