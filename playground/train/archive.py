"""The earlier states of the current run and of those before it, within one budget of memory."""

from __future__ import annotations

from collections.abc import Iterable
from threading import RLock

from playground.errors import TrainError
from playground.i18n import tr
from playground.telemetry.snapshot import Shelf
from playground.train.controls import Branch
from playground.train.past import Kept, Ledger, Past
from playground.train.state import RunState

MOST = 400  # states of a run; more ticks than that nobody can tell apart
MOST_RUNS = 12


class Archive:
    """Outlives sessions: what a run that failed, ended or was left had kept can still be seen.

    The current run may always take half of the memory; the others are thinned first while they
    have more than it. The data of the current run are its own and do not count.

    Parameters
    ----------
    budget : int
        Bytes at most.

    Attributes
    ----------
    lock : RLock
        Held by whoever changes something, or measures an earlier step outside of a session.
    current : int
        Number of the newest run.
    needs : int
        Bytes of the fewest states of the current run, where not even those fit, so none is kept.
    shelf : Shelf
        What there is; another object whenever it is another value.
    """

    def __init__(self, budget: int = 0) -> None:
        self.budget = budget
        self.lock = RLock()
        self.current = 0
        self.needs = 0
        self.shelf = Shelf()
        self._ledger = Ledger()
        self._pasts: dict[int, Past] = {}  # oldest run first

    @property
    def nbytes(self) -> int:
        """Bytes of everything that is kept for the past alone."""
        past = self._pasts.get(self.current)
        newest = past.newest if past is not None else None
        if newest is None or newest.version is None:
            return self._ledger.nbytes
        return self._ledger.nbytes - sum(tensor.nbytes for tensor in newest.version.data)

    def begin(self, run: int, branch: Branch | None = None) -> RunState | None:
        """A new run begins, which is the current one from now on.

        Parameters
        ----------
        run : int
            Its number. One that is known goes on with what is kept of it.
        branch : Branch or None
            Where it leaves an older run. What was before belongs to it, too.

        Returns
        -------
        RunState or None
            Where a branch begins.

        Raises
        ------
        TrainError
            The state to begin from is not kept any more.
        """
        with self.lock:
            past, state = self._pasts.pop(run, None) or Past(self._ledger), None
            if branch is not None:
                old = self._pasts.get(branch.run)
                kept = old.nearest(branch.step) if old is not None else None
                if old is None or kept is None or not branch.since <= kept.step <= branch.step:
                    raise TrainError(
                        tr("Step {n} is not kept any more.", n=f"{branch.step:,}"),
                        hint=tr("Go back to another step of the timeline, or start anew."),
                    )
                past, state = old.until(kept.step), kept.state
            self._pasts[run] = past
            self.current, self.needs = run, 0
            self.hold(None)
            self._forget_most()
            self._tell()
            return state

    def adopt(self, run: int, states: Iterable[RunState]) -> None:
        """Take over states of a run that were saved from a process that is gone."""
        with self.lock:
            past = self._pasts.setdefault(run, Past(self._ledger))
            for state in states:
                past.put(Kept(state, None))
            self._tell()

    def put(self, run: int, kept: Kept, *, pinned: bool = False) -> None:
        """Keep a state that is no older than the newest of its run."""
        with self.lock:
            past = self._pasts.get(run)
            if past is None:  # forgotten meanwhile
                return
            past.put(kept, pinned=pinned)
            while len(past) > MOST and past.thin() is not None:
                pass
            self._thin()
            self._tell()

    def drop_from(self, run: int, step: int) -> None:
        """Forget all states of a run from a step on."""
        with self.lock:
            if run in self._pasts:
                self._pasts[run].drop_from(step)
                self._tell()

    def nearest(self, run: int, step: int) -> Kept | None:
        """The newest state of a run that is no newer than a step, else its oldest."""
        with self.lock:
            past = self._pasts.get(run)
            return past.nearest(step) if past is not None else None

    def states(self, run: int) -> tuple[Kept, ...]:
        """Everything that is kept of a run, oldest first."""
        with self.lock:
            past = self._pasts.get(run)
            return tuple(past) if past is not None else ()

    def hold(self, run: int | None, step: int = 0) -> None:
        """Somebody looks at a step, which stays while they do; None: nobody does."""
        with self.lock:
            for number, past in self._pasts.items():
                past.held = step if number == run else None

    def set_budget(self, budget: int) -> None:
        """Have more or less memory from now on."""
        with self.lock:
            self.budget, self.needs = budget, 0
            self._thin()
            self._tell()

    def _thin(self) -> None:
        while self.nbytes > self.budget:
            own = self._pasts.get(self.current)
            others = [past for past in self._pasts.values() if past is not own and len(past)]
            largest = max(others, key=lambda past: past.size, default=None)
            size = own.size if own is not None else 0
            if largest is not None and sum(past.size for past in others) > size:
                if not self._thin_one(largest):
                    largest.drop_from(0)
            elif own is None:
                return
            elif not self._thin_one(own):
                if largest is None:
                    self.needs = self.nbytes
                (largest or own).drop_from(0)

    def _thin_one(self, past: Past) -> bool:
        """Give up one state, wherever it is shared; False where a run has but two."""
        gone = past.thin()
        if gone is None:
            return False
        for other in self._pasts.values():
            other.discard(gone)
        return True

    def _forget_most(self) -> None:
        for number in [n for n, past in self._pasts.items() if not len(past) and n != self.current]:
            del self._pasts[number]
        while len(self._pasts) > MOST_RUNS:
            oldest = next(iter(self._pasts))
            self._pasts.pop(oldest).drop_from(0)

    def _tell(self) -> None:
        steps = {number: past.steps for number, past in self._pasts.items() if past.steps}
        self.shelf = Shelf(steps, self.nbytes, self.needs)
