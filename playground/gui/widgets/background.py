"""Work off the GUI thread whose late answers cannot arrive at the wrong question."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal


class _Relay(QObject):
    """Tells an answer to the GUI thread. The thread keeps it: Qt cannot delete it as it speaks."""

    done = Signal(int, object, object)


class Background(QObject):
    """Runs one function at a time on a thread; only the answer to the newest question is told.

    While a question is being answered, newer ones replace each other: at most one waits.
    """

    answered = Signal(object)  # what the newest function returned
    failed = Signal(object)  # the exception it raised

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = 0
        self._waiting: Callable[[], Any] | None = None
        self._thread: Thread | None = None
        self._relay = _Relay()  # no child of this, which may go at any moment with its window
        self._relay.done.connect(self._on_done)

    def ask(self, function: Callable[[], Any]) -> None:
        """Run `function` on a thread; the answer arrives as a signal on this object's thread."""
        self._question += 1
        self._waiting = function
        if self._thread is None:
            self._start()

    def _start(self) -> None:
        function, self._waiting = self._waiting, None
        assert function is not None  # both callers have set it
        self._thread = Thread(
            target=_work,
            args=(self._relay, self._question, function),
            name="background",
            daemon=True,
        )
        self._thread.start()

    def _on_done(self, question: int, answer: object, error: Exception | None) -> None:
        self._thread = None
        if self._waiting is not None:
            self._start()
        elif question == self._question and error is not None:
            self.failed.emit(error)
        elif question == self._question:
            self.answered.emit(answer)


def _work(relay: _Relay, question: int, function: Callable[[], Any]) -> None:
    """Runs on the thread; knows nothing of the `Background`, which may be gone when it ends."""
    answer, error = None, None
    try:
        answer = function()
    except Exception as caught:  # noqa: BLE001 - outermost frame of the thread
        error = caught
    try:
        relay.done.emit(question, answer, error)
    except RuntimeError:  # the program ends: nobody waits for the answer
        logging.getLogger(__name__).debug("an answer came too late")
