"""Long work on a thread that shows how far it is and can be cancelled."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Event, Thread
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

TELL_S = 0.1  # between two results: more nobody sees


class Stepwise(QObject):
    """Pulls results out of an iterator on a thread, tells the newest now and then, and the last.

    Only the newest work is told of; starting another cancels it.
    """

    came = Signal(object)  # a result
    ended = Signal()  # the last one has come
    _told = Signal(int, object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._stop = Event()
        self._thread: Thread | None = None
        self._told.connect(self._on_told)
        self.destroyed.connect(self._stop.set)

    @property
    def busy(self) -> bool:
        """Whether something is being worked on."""
        return self._thread is not None

    def start(self, work: Iterator[Any]) -> None:
        """Work on this from now on."""
        self.cancel()
        self._stop = Event()
        self.destroyed.connect(self._stop.set)
        self._thread = Thread(
            target=self._work, args=(self._number, work, self._stop), name="stepwise", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Stop at the next result; nothing of it is told any more."""
        self._stop.set()
        self._number += 1
        self._thread = None

    def _work(self, number: int, work: Iterator[Any], stop: Event) -> None:
        last, result = perf_counter(), None
        try:
            for result in work:
                if stop.is_set():
                    return
                if perf_counter() - last >= TELL_S:
                    last = perf_counter()
                    self._told.emit(number, result, False)
            self._told.emit(number, result, True)
        except RuntimeError:  # the view is gone: nobody waits for the answer
            logging.getLogger(__name__).debug("work ended after its view")
        except Exception:  # outermost frame of the thread
            logging.getLogger(__name__).exception("work on a thread failed")

    def _on_told(self, number: int, result: object, last: bool) -> None:
        if number != self._number:
            return
        if last:
            self._thread = None
        if result is not None:
            self.came.emit(result)
        if last:
            self.ended.emit()
