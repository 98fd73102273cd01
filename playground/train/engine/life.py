"""One child process from its start to its end."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, cast

from playground import i18n
from playground.i18n import reason_of, tr
from playground.train.engine import ring
from playground.train.engine.channel import Channel, pack
from playground.train.engine.fate import OutOfMemory, describe
from playground.train.engine.messages import Speak, Steer

GRACE_S = 0.3  # that a child gets to end by itself
LANGUAGE_S = 1.0  # how often the language is compared


class Life:
    """Starts a child, sends and hears messages, and says how it ended.

    Two threads do it: one writes, so that nobody who has a wish ever waits for the pipe, and one
    reads. The child is started on the first of them.

    Parameters
    ----------
    on_message : callable
        Called on the reading thread with each message.
    on_end : callable
        Called once on the reading thread, with the reason as a sentence; "" when `close` did it.
    """

    def __init__(
        self, on_message: Callable[[Any], None], on_end: Callable[[Life, str], None]
    ) -> None:
        self.ended = Event()
        self.reason = ""  # why it ended, as `on_end` gets it
        self.pid: int | None = None
        self._on_message, self._on_end = on_message, on_end
        self._queue: SimpleQueue[object] = SimpleQueue()
        self._closing = False
        self._process: subprocess.Popen[bytes] | None = None
        self._writer = Thread(target=self._write, name="engine-write", daemon=True)
        self._writer.start()

    def send(self, message: object) -> None:
        """Send a message some time soon, in order; one to a child that has ended goes nowhere."""
        self._queue.put(message)

    def ask_to_end(self) -> None:
        """Have the child end; returns at once."""
        self._closing = True
        self._queue.put(None)

    def close(self, timeout: float) -> bool:
        """End the child, with force if it does not listen. False: it is still there."""
        self.ask_to_end()
        if not self.ended.wait(min(GRACE_S, timeout)) and timeout > 0:
            self.kill()
        return self.ended.wait(timeout)

    def kill(self) -> None:
        """End the child at once."""
        if self._process is not None:
            with contextlib.suppress(OSError):
                self._process.kill()

    def _write(self) -> None:
        """Body of the writing thread."""
        try:
            with contextlib.ExitStack() as on_failure:
                memory = ring.Memory()
                on_failure.callback(memory.close)
                channel = self._start(memory)
                on_failure.pop_all()
        except OSError as error:
            self._end(
                tr("The training process cannot be started: {reason}.", reason=reason_of(error))
            )
            return
        Thread(target=self._read, args=(channel, memory), name="engine-read", daemon=True).start()
        language = ""
        while True:
            message: object = None
            with contextlib.suppress(Empty):
                message = self._queue.get(timeout=LANGUAGE_S)
                if message is None:
                    break
            if language != i18n.language():
                language = i18n.language()
                _try_to_send(channel, Speak(language))
            if message is not None:
                _try_to_send(channel, message)
            if self.ended.is_set():
                break
        channel.close_writer()

    def _start(self, memory: ring.Memory) -> Channel:
        root = str(Path(__file__).resolve().parents[3])
        path = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        try:
            self._process = process = subprocess.Popen(
                [sys.executable, "-m", __package__, memory.address],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=memory.fds if os.name == "posix" else (),
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
            )
        finally:
            memory.let_go()
        self.pid = process.pid
        assert process.stdin is not None  # both were asked for
        assert process.stdout is not None
        return Channel(cast(Any, process.stdout), cast(Any, process.stdin))

    def _read(self, channel: Channel, memory: ring.Memory) -> None:
        """Body of the reading thread."""
        watch, reader = OutOfMemory(), ring.Reader(memory)
        with contextlib.suppress(EOFError):
            while True:
                self._hear(channel.receive(), reader)
        process = self._process
        assert process is not None  # this thread was started after it
        try:
            status = process.wait(GRACE_S)
        except subprocess.TimeoutExpired:  # its pipe is closed, so it will hear nothing any more
            process.kill()
            status = process.wait()
        self._end("" if self._closing else describe(status, watch.happened()))
        self._queue.put(None)
        self._writer.join()
        channel.close()
        reader.close()
        memory.close()

    def _hear(self, message: Any, reader: ring.Reader) -> None:
        if getattr(message, "placed", None) is not None:
            message = replace(message, placed=None, arrays=reader.take(message.placed))
        try:
            self._on_message(message)
        except Exception:  # outermost frame of the thread, which has to go on reading
            logging.getLogger(__name__).exception("cannot handle %r", type(message))

    def _end(self, reason: str) -> None:
        self.reason = reason
        self.ended.set()
        self._on_end(self, reason)


def _try_to_send(channel: Channel, message: object) -> None:
    """Send; a child that has gone is the reading thread's affair."""
    try:
        if isinstance(message, Steer):
            message = replace(message, value=pack(message.value))
        channel.send(message)
    except (OSError, ValueError):
        logging.getLogger(__name__).debug("the child has gone", exc_info=True)
    except Exception:  # what cannot be pickled; everything else has to get through
        logging.getLogger(__name__).exception("cannot send %r", type(message))
