"""The earlier steps of the current run: which there are, and which one the window shows."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from playground.document.model import Document
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.controls import Look

if TYPE_CHECKING:
    from playground.gui.run_model import RunModel

MEMORY = 256  # MB for earlier states, unless the settings say otherwise


class RunPast(QObject):
    """Asks the run for a look at an earlier step and keeps the answer; never waits for it.

    Wishes are coalesced: only the newest one counts, and the next is asked for when the run has
    answered the last. Training does not notice.

    Attributes
    ----------
    kept : tuple of int
        Steps that can be gone back to, ascending.
    wanted : int or None
        The kept step that the window looks at, or will in a moment; None is the present.
    shown : Snapshot or None
        What was measured there, once it has come.
    edits : list
        (step, text) of each edit that the run took over, oldest first.
    """

    changed = Signal()

    def __init__(self, run: RunModel) -> None:
        super().__init__(run)
        self.kept: tuple[int, ...] = ()
        self.wanted: int | None = None
        self.shown: Snapshot | None = None
        self.edits: list[tuple[int, str]] = []
        self._documents: list[tuple[int, Document]] = []  # from which step on which was trained
        self._run = run
        self._number = 0  # of the newest wish
        self._waiting = False  # the run has not answered yet

    def begin(self, document: Document, at: int | None = None) -> None:
        """A new run of a document; a branch takes with it what was before step `at`."""
        if at is None:
            self.kept, self.edits, self._documents = (), [], []
        else:
            self.kept = tuple(step for step in self.kept if step <= at)
            self.edits = [edit for edit in self.edits if edit[0] <= at]
            self._documents = [found for found in self._documents if found[0] <= at]
        if not self._documents:
            self._documents = [(0, document)]
        self._forget()
        self.changed.emit()

    def edited(self, event: Event, document: Document) -> None:
        """From this event on the run trains another document."""
        self._documents.append((event.step, document))
        if event.text:
            self.edits.append((event.step, event.text))
        self.changed.emit()

    def nearest(self, step: float) -> int | None:
        """The newest kept step that is no newer than this one, else the oldest; None if none."""
        if not self.kept:
            return None
        return self.kept[max(bisect_right(self.kept, step) - 1, 0)]

    def document_of(self, step: int) -> tuple[int, Document]:
        """What was trained at a step, and from which step on."""
        index = bisect_right(self._documents, step, key=lambda found: found[0]) - 1
        return self._documents[max(index, 0)]

    def look(self, step: float) -> None:
        """Show the nearest kept step before this one in all views."""
        at = self.nearest(step)
        if at is None or at == self.wanted or not self._run.attended:
            return
        self.wanted = at
        self._number += 1
        self._run.steering.look = Look(self._number, at)
        if not self._waiting:
            self._waiting = True
            self._run.look()
        self.changed.emit()

    def back_to_now(self) -> None:
        """Show the present again."""
        if self.wanted is None:
            return
        self._forget()
        self._run.steering.look = None
        if self._run.newest is not None:
            self._run.snapshot.emit(self._run.newest)
        self._run.look()  # views that opened meanwhile have seen nothing of the present
        self.changed.emit()

    def lose(self) -> None:
        """What was kept has gone with its process."""
        self.kept = ()
        self.leave()

    def leave(self) -> None:
        """Nobody is there any more to measure an earlier step."""
        if self.wanted is not None:
            self.back_to_now()
        self.changed.emit()

    def take(self, newest: Snapshot) -> Snapshot | None:
        """What a snapshot of the run tells; gives what the views should draw, if anything."""
        news = newest.kept is not None and newest.kept != self.kept
        if newest.kept is not None:
            self.kept = newest.kept
        came = newest.past
        if self.wanted is None:
            came = None
        elif came is not None:
            self.shown = came
            if came.wish == self._number:
                self._waiting = False
            else:
                self._run.look()  # the hand has moved on meanwhile
        if news or came is not None:
            self.changed.emit()
        return newest if self.wanted is None else came

    def _forget(self) -> None:
        self.wanted, self.shown, self._waiting = None, None, False
