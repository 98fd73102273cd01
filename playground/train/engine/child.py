"""The child: runs sessions as the window's process tells it. No Qt in here."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import signal
import sys
import traceback
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from playground import i18n
from playground.document.whole_file import WRITING
from playground.surplus import keep_freed_memory
from playground.train.controls import Steering
from playground.train.engine import ring
from playground.train.engine.channel import Channel, unpack
from playground.train.engine.errors import portable
from playground.train.engine.messages import (
    Adopt,
    Begin,
    Call,
    Drop,
    Employ,
    Logged,
    Over,
    Ready,
    Speak,
    Steer,
    Stop,
    Train,
)
from playground.train.engine.outbox import Outbox

if TYPE_CHECKING:
    from playground.train.archive import Archive
    from playground.train.engine.whole_child import WholeTraining
    from playground.train.session import Session, Steps
    from playground.train.state import RunState
    from playground.train.worker import TrainWorker


LAST_S = 5.0  # for a file that is being written when the window closes


def main() -> None:
    """Serve the parent until its end of the pipe closes, however that comes about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the parent's
    faulthandler.enable()
    keep_freed_memory()
    channel = _open_channel()
    memory = ring.Memory(address=sys.argv[1])
    logging.getLogger().addHandler(_Forward(channel))
    host = Host(channel, ring.Writer(memory))
    status = 1
    try:
        host.warm_up()
        while True:
            host.hear(channel.receive())
    except EOFError:
        status = 0
    except Exception:  # noqa: BLE001 - a fault of ours: the parent hears of it by the exit status
        traceback.print_exc()
    WRITING.acquire(timeout=LAST_S)  # a file on its way is finished: nothing is left half done
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
        self._sessions: dict[int, Begun] = {}
        self._workers: dict[int, TrainWorker] = {}
        self._archive: Archive | None = None  # of earlier states, once torch is loaded
        self._whole: WholeTraining | None = None

    def warm_up(self) -> None:
        """Import everything that a session needs, and say so.

        Before the first message is read, for that alone imports: two threads that import one
        package from two sides can each find it half made. Meanwhile messages wait in the pipe.
        """
        import playground.train.engine.whole_child
        import playground.train.time_machine
        import playground.train.worker  # noqa: F401 - loaded, not used
        from playground.registry import blocks, datasets, experiments
        from playground.train.devices import available_devices, resolve_device

        for catalogue in (blocks, datasets, experiments):
            list(catalogue)
        self._channel.send(Ready(available_devices(), resolve_device("auto").type))

    @property
    def archive(self) -> Archive:
        """The earlier states of all runs of this process."""
        from playground.train.archive import Archive

        self._archive = self._archive or Archive()
        return self._archive

    @singledispatchmethod
    def hear(self, message: object) -> None:
        """Do what a message says; those to something that has ended mean nothing."""
        raise TypeError(f"no message: {message!r}")

    @hear.register
    def _(self, message: Begin) -> None:
        self._sessions[message.session] = Begun(message, self.archive)

    @hear.register
    def _(self, message: Adopt) -> None:
        try:
            self.archive.adopt(message.run, [unpack(state) for state in message.states])
        except Exception:  # a block of a plug-in that is gone: the training can do without
            logging.getLogger(__name__).exception("cannot take over run %d", message.run)

    @hear.register
    def _(self, message: Steer) -> None:
        if message.session not in self._sessions:
            return
        try:
            value = unpack(message.value)
        except Exception:  # a probe of a plug-in that cannot be imported here must not end training
            logging.getLogger(__name__).exception("cannot follow a change of %r", message.name)
            return
        setattr(self._sessions[message.session].steering, message.name, value)

    @hear.register
    def _(self, message: Drop) -> None:
        self._sessions.pop(message.session, None)

    @hear.register
    def _(self, message: Speak) -> None:
        i18n.set_language(message.language)

    @hear.register
    def _(self, message: Employ) -> None:
        from playground.train.worker import TrainWorker

        begun = self._sessions[message.session]
        worker = TrainWorker(
            begun.steps,
            Outbox(self._channel, self._writer, message.worker, begun.capture),
            steering=begun.steering,
            on_end=lambda worker: self._tell_end(message.worker, worker),
            **message.options,
        )
        self._workers[message.worker] = worker

    @hear.register
    def _(self, message: Call) -> None:
        worker = self._workers.get(message.worker)
        if worker is not None:
            getattr(worker, message.method)(*message.args)

    @hear.register
    def _(self, message: Train) -> None:
        from playground.train.engine.whole_child import WholeTraining

        self._whole = WholeTraining(self._channel, message)
        self._whole.start()

    @hear.register
    def _(self, _message: Stop) -> None:
        if self._whole is not None:
            self._whole.must_stop.set()

    def _tell_end(self, number: int, worker: TrainWorker) -> None:
        self._workers.pop(number, None)
        error = None if worker.error is None else portable(worker.error)
        self._channel.send(Over(number, worker.finished, worker.reason, worker.step, error))


class Begun:
    """A session of this process and what steers it.

    Parameters
    ----------
    message : Begin
    archive : Archive
        Keeps earlier states.
    """

    def __init__(self, message: Begin, archive: Archive) -> None:
        self.steering = Steering()
        self._archive = archive
        self.steps = self._steps(message)
        self._session: Session | None = None

    def capture(self) -> RunState | None:
        """Where the session stands between two steps; None within one, and before it is built."""
        ready = self._session is not None and not self._session.midway
        return self._session.capture() if ready and self._session is not None else None

    def _steps(self, message: Begin) -> Steps:
        """Builds the session with the first step, on the thread that asks for it."""
        from playground.train.session import session_class
        from playground.train.time_machine import TimeMachine, visit

        options = dict(message.options)
        if options.pop("visits", False):
            return (yield from visit(self._archive, self.steering, **options))
        if message.state:
            options["state"] = unpack(message.state)
        branch = options.pop("branch", None)
        state = self._archive.begin(options["run"], branch)
        document = message.document
        if state is not None:
            document, options["state"] = state.document, state
        self._session = session_class(message.turbo)(document, steering=self.steering, **options)
        return (yield from TimeMachine(self._session, self._archive).steps())


class _Forward(logging.Handler):
    """Sends what is logged to the parent, which has the log file."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(logging.WARNING)
        self._channel = channel

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError, ValueError):  # the parent has gone, the log with it
            self._channel.send(Logged(record.name, record.levelno, self.format(record)))
