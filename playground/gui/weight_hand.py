"""One weight in the user's hand: changed while it is dragged or typed, told once, taken back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from playground.gui.document_model import DocumentModel
from playground.gui.run_model import RunModel
from playground.gui.widgets.numbers import plain
from playground.i18n import tr

REMEMBERED = 100  # changes that can be taken back


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number of the network lies.

    Parameters
    ----------
    node : str
        Id of the block; of one inside a composite, its path.
    name : str
        Of its tensor: "weight", "bias".
    index : tuple of int
        Which of its numbers.
    """

    node: str
    name: str
    index: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.node}.{self.name}[{', '.join(map(str, self.index))}]"


@dataclass(frozen=True, slots=True)
class Change:
    """A number before and after it was in the hand."""

    place: Place
    before: float
    after: float


class WeightHand(QObject):
    """Hands single weights to the run, and remembers what they were.

    While a weight is held it stays where the user has it: training would move it on, so it is set
    anew with every look at the run. What came of it is one note on the timeline. Undo brings a
    weight back as long as nothing else was done: the document knows no weights, so this is no step
    of its history, and an edit of the document, or a new run, makes the hand forget.
    """

    changed = Signal()  # what is held
    remembered = Signal()  # what can be undone or done again

    def __init__(self, document: DocumentModel, run: RunModel) -> None:
        super().__init__()
        self.place: Place | None = None  # what is held
        self.value = 0.0
        self._run = run
        self._before = 0.0
        self._waiting = False  # for a look that shows the last value
        self._sent: float | None = None
        self._done: list[Change] = []
        self._undone: list[Change] = []
        document.changed.connect(self._forget)
        run.restarted.connect(self._forget)
        run.measured.connect(self._on_measured)
        run.state_changed.connect(self._on_state)

    def why_not(self) -> str:
        """Why no weight can be changed now, in the user's language; "" when it can."""
        run = self._run
        if run.past.wanted is not None:
            return tr("This is an earlier step. Go back to now, or continue from here, first.")
        if run.state == "loading":
            return tr("The network is still being made.")
        if not run.attended or run.state in ("broken", "failed"):
            return tr("No network is in training. Reset makes one.")
        return ""

    def take(self, place: Place, value: float) -> str:
        """Hold a weight, which has this value; says why not, or ""."""
        self.let_go()
        reason = self.why_not()
        if not reason:
            self.place, self.value = place, value
            self._before, self._sent, self._waiting = value, None, False
            self.changed.emit()
        return reason

    def move(self, value: float) -> None:
        """Give what is held another value."""
        if self.place is not None and math.isfinite(value):
            self.value = value
            self._send()
            self.changed.emit()

    def let_go(self) -> None:
        """The weight stays where it is now: one note, one change that can be undone."""
        if self.place is None:
            return
        change = Change(self.place, self._before, self.value)
        if self._sent is not None and change.after != self._sent:
            self._set(change.place, change.after)
        self.place = None
        if change.after != change.before:
            self._done = [*self._done[1 - REMEMBERED :], change]
            self._undone = []
            self._tell(change)
            self.remembered.emit()
        self.changed.emit()

    def give_back(self) -> None:
        """The weight gets back what it had before it was held, as if nothing had happened."""
        if self.place is None:
            return
        place, self.place = self.place, None
        if self._sent is not None:
            self._set(place, self._before)
        self.changed.emit()

    def set(self, place: Place, before: float, value: float) -> str:
        """Give a weight a value at once; says why not, or ""."""
        reason = self.take(place, before)
        if not reason:
            self.move(value)
            self.let_go()
        return reason

    def undo_text(self) -> str:
        """What `undo` would take back; "" for nothing."""
        return str(self._done[-1].place) if self._done else ""

    def redo_text(self) -> str:
        """What `redo` would do again; "" for nothing."""
        return str(self._undone[-1].place) if self._undone else ""

    def undo(self) -> str:
        """Give the last weight back what it had before; says why not, or ""."""
        self.let_go()
        reason = self.why_not()
        if not reason and self._done:
            change = self._done.pop()
            self._undone.append(change)
            self._do(Change(change.place, change.after, change.before))
        return reason

    def redo(self) -> str:
        """Do the change again that was undone last; says why not, or ""."""
        self.let_go()
        reason = self.why_not()
        if not reason and self._undone:
            change = self._undone.pop()
            self._done.append(change)
            self._do(change)
        return reason

    def _do(self, change: Change) -> None:
        self._set(change.place, change.after)
        self._tell(change)
        self.remembered.emit()

    def _tell(self, change: Change) -> None:
        numbers = {"before": plain(_short(change.before)), "after": plain(_short(change.after))}
        text = tr("{weight} set by hand: {before} → {after}", weight=change.place, **numbers)
        self._run.remark(text, change.place.node)

    def _send(self) -> None:
        """Hand the value over; while the run stands, not before it has shown the last one."""
        if self._waiting or self.place is None:
            return
        self._waiting = self._run.state != "running"
        self._sent = self.value
        self._set(self.place, self.value)

    def _set(self, place: Place, value: float) -> None:
        self._run.set_weight(place.node, place.name, place.index, value)

    def _on_measured(self, _snapshot: object) -> None:
        self._waiting = False
        if self.place is None or self._sent is None:
            return
        if self._run.state == "running" or self.value != self._sent:
            self._send()

    def _on_state(self, _state: str) -> None:
        self._waiting = False
        if self.place is not None and self.why_not():
            self.place = None
            self.changed.emit()

    def _forget(self, *_: object) -> None:
        if self.place is not None:
            self.place = None
            self.changed.emit()
        if self._done or self._undone:
            self._done, self._undone = [], []
            self.remembered.emit()


def _short(value: float) -> float:
    """With as many digits as a hand can mean."""
    return float(f"{value:.4g}")
