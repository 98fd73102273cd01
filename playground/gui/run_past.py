"""The earlier steps of the runs of this window: which there are, and which one it shows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from playground.document.model import Document
from playground.gui.past_memory import too_small
from playground.telemetry.history import History
from playground.telemetry.last_good import last_good
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.snapshot import Event, Shelf, Snapshot
from playground.train.controls import Branch, Look
from playground.train.engine.base import Worker

if TYPE_CHECKING:
    from playground.gui.run_base import RunBase

MEMORY = 256  # MB for earlier states, unless the settings say otherwise
POLL_MS = 16  # how often the answer of a visitor is asked for


@dataclass(slots=True, eq=False)
class Trail:
    """What the window knows of the steps of one run.

    Parameters
    ----------
    run : int
        Its number.
    documents : list
        From which step on which document was trained, oldest first.
    edits : list
        (step, text) of each edit that the run took over, oldest first.
    kept : tuple of int
        Steps that can be gone back to, ascending.
    lost : tuple of int
        Steps that were kept in a process that is gone.
    newest : int
        The last step that is known of it.
    """

    run: int
    documents: list[tuple[int, Document]]
    edits: list[tuple[int, str]] = field(default_factory=list)
    kept: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    newest: int = 0

    def until(self, step: int, run: int) -> Trail:
        """The part up to a step, which a branch takes with it."""
        return Trail(
            run,
            [found for found in self.documents if found[0] <= step],
            [found for found in self.edits if found[0] <= step],
            tuple(kept for kept in self.kept if kept <= step),
            (),
            step,
        )


class RunPast(QObject):
    """Asks for a look at an earlier step and keeps the answer; never waits for it.

    Wishes are coalesced: only the newest one counts, and the next is asked for when the last has
    been answered. Training does not notice. Where no run is there to answer, because it failed or
    ended, a visitor is sent to its engine, who only looks.

    Attributes
    ----------
    chosen : int
        Number of the run on the timeline: the current one, or one before it.
    wanted : int or None
        The kept step that the window looks at, or will in a moment; None is the present.
    shown : Snapshot or None
        What was measured there, once it has come.
    nbytes : int
        Memory that all kept steps take.
    needs : int
        Memory that the fewest steps of the current run take, where not even those may be kept.
    """

    changed = Signal()

    def __init__(self, run: RunBase) -> None:
        super().__init__(run)
        self.chosen = 0
        self.wanted: int | None = None
        self.shown: Snapshot | None = None
        self.nbytes = 0
        self.needs = 0
        self._current = Trail(0, [])
        self._trails: dict[int, Trail] = {}
        self._run = run
        self._number = 0  # of the newest wish
        self._waiting = False  # nobody has answered yet
        self._visitor: Worker | None = None
        self._box = Mailbox()  # of the visitor
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @property
    def trail(self) -> Trail:
        """Of the run on the timeline."""
        return self._trails.get(self.chosen, self._current)

    @property
    def kept(self) -> tuple[int, ...]:
        """Its steps that can be gone back to, ascending."""
        return self.trail.kept

    @property
    def num_kept(self) -> int:
        """How many steps are kept of all runs."""
        return sum(len(trail.kept) for trail in self._trails.values())

    @property
    def edits(self) -> list[tuple[int, str]]:
        """What was done to the current run."""
        return self._current.edits

    @property
    def is_current(self) -> bool:
        """Whether the current run is on the timeline."""
        return self.trail is self._current

    def runs(self) -> list[int]:
        """Numbers of the runs of which something is kept, and of the current one; oldest first."""
        return list(self._trails)

    def begin(self, run: int, document: Document, branch: Branch | None = None) -> None:
        """A new run of a document; a branch takes with it what was before."""
        self.end_visit()
        source = self._trails.get(branch.run) if branch is not None else None
        if branch is not None and source is not None:
            self._current = source.until(branch.step, run)
        else:
            self._current = Trail(run, [(0, document)])
        self._trails = {old: trail for old, trail in self._trails.items() if trail.kept}
        self._trails[run] = self._current
        self.chosen = run
        self._forget()
        self.changed.emit()

    def edited(self, event: Event, document: Document) -> None:
        """From this event on the current run trains another document."""
        self._current.documents.append((event.step, document))
        if event.text:
            self._current.edits.append((event.step, event.text))
        self.changed.emit()

    def nearest(self, step: float) -> int | None:
        """The newest kept step that is no newer than this one, else the oldest; None if none."""
        kept = self.kept
        return kept[max(bisect_right(kept, step) - 1, 0)] if kept else None

    def good_before(self, step: int, history: History) -> int | None:
        """The newest kept step of the current run to train on from, if `step` gave no numbers."""
        return last_good(history, self._current.kept, step)

    def branch_at(self, step: int) -> tuple[Branch, Document] | None:
        """How a new run leaves the chosen one at a step, and with which document."""
        at = self.nearest(step)
        if at is None:
            return None
        documents = self.trail.documents
        index = bisect_right(documents, at, key=lambda found: found[0]) - 1
        since, document = documents[max(index, 0)]
        return Branch(self.trail.run, at, since), document

    def choose(self, run: int) -> None:
        """Put a run on the timeline; of one before the current one, its last kept step is shown."""
        if run not in self._trails or run == self.chosen:
            return
        if run == self._current.run:
            self.back_to_now()
            return
        self.chosen, self.wanted = run, None
        self.look(self.trail.kept[-1])

    def look(self, step: float) -> None:
        """Show the nearest kept step before this one in all views."""
        at = self.nearest(step)
        if at is None or at == self.wanted:
            return
        self.wanted = at
        self._wish()
        self.changed.emit()

    def look_again(self) -> None:
        """Ask anew: whoever was asked is not there any more."""
        if self.wanted is not None:
            self._waiting = False
            self._wish()

    def back_to_now(self) -> None:
        """Show the present again."""
        if self.wanted is None:
            return
        self.chosen = self._current.run
        self._forget()
        self._run.steering.look = None
        if self._run.newest is not None:
            self._run.snapshot.emit(self._run.newest)
        self._run.look()  # views that opened meanwhile have seen nothing of the present
        self.changed.emit()

    def lose(self, saved: Shelf) -> None:
        """What was kept has gone with its process, but for what was saved."""
        for trail in self._trails.values():
            still = saved.steps.get(trail.run, ())
            trail.lost = tuple(sorted({*trail.lost, *trail.kept} - {*still}))
        self._take_shelf(saved)
        self.changed.emit()

    def take(self, newest: Snapshot) -> Snapshot | None:
        """What a snapshot of the run tells; gives what the views should draw, if anything."""
        self._current.newest = newest.step
        came = self._hear(newest)
        return newest if self.wanted is None else came

    # -- where no run is there to answer ----------------------------------------------------------

    def visit(self, anyway: bool = False) -> None:
        """Have a visitor measure what is wished for; called where nobody else can.

        `anyway`: even if nothing is; then it tells what is kept.
        """
        if self.wanted is None and not (anyway and self.num_kept):
            return
        if self._visitor is None or not self._visitor.is_alive():
            self._box = Mailbox()
            self._visitor = self._run.send_visitor(self._box)
        self._visitor.look()
        self._poll.start()

    def end_visit(self) -> None:
        """A run is there, or none will be any more."""
        self._poll.stop()
        if self._visitor is not None:
            self._run.dismiss(self._visitor)
            self._visitor = None

    def _on_poll(self) -> None:
        visitor = self._visitor
        over = visitor is None or not visitor.is_alive()
        _, newest = self._box.take()
        came = self._hear(newest) if newest is not None else None
        if came is not None:
            self._run.snapshot.emit(came)
        if over:
            self._poll.stop()
            if visitor is not None and (saved := getattr(visitor.error, "shelf", None)) is not None:
                self.lose(saved)
            self._waiting = False
        elif not self._waiting and newest is not None and newest.shelf is not None:
            self._poll.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _wish(self) -> None:
        assert self.wanted is not None  # both callers have seen to it
        self._number += 1
        self._run.steering.look = Look(self._number, self.trail.run, self.wanted)
        if not self._waiting:
            self._waiting = True
            self._run.look(urgent=True)

    def _hear(self, newest: Snapshot) -> Snapshot | None:
        """Take note of what is kept, and of an earlier step that was measured."""
        if newest.shelf is not None:
            self._take_shelf(newest.shelf)
        came = newest.past if self.wanted is not None else None
        if came is not None:
            self.shown = came
            if came.wish == self._number:
                self._waiting = False
            else:
                self._run.look(urgent=True)  # the hand has moved on meanwhile
        if newest.shelf is not None or came is not None:
            self.changed.emit()
        return came

    def _take_shelf(self, shelf: Shelf) -> None:
        self.nbytes = shelf.nbytes
        if shelf.needs and not self.needs and self._run.memory:
            text = too_small(shelf.needs, self._run.memory >> 20)
            self._run.happened.emit(Event("note", self._run.step_count, text))
        self.needs = shelf.needs
        for trail in self._trails.values():
            trail.kept = shelf.steps.get(trail.run, ())
        self._trails = {
            run: trail
            for run, trail in self._trails.items()
            if trail.kept or trail is self._current
        }
        if self.wanted is None:
            return
        if not self.kept or self.chosen not in self._trails:
            self.back_to_now()  # nothing of it is left

    def _forget(self) -> None:
        self.wanted, self.shown, self._waiting = None, None, False
