"""Decides when a session makes its steps with the compiled function, and when not."""

from __future__ import annotations

from collections import deque
from statistics import median
from threading import Lock
from typing import TYPE_CHECKING

from playground.i18n import tr
from playground.telemetry.snapshot import Event
from playground.train.turbo.flight import Flight
from playground.train.turbo.helper import Compiled, Helper
from playground.train.turbo.plan import Plan, Refused, make_plan

if TYPE_CHECKING:
    from playground.train.session import Session

SETTLED = 100  # ordinary steps without a change, before anything is compiled
GAIN = 1.1  # times as fast as the ordinary step, or it stays on the ground


class Pilot:
    """Watches one session, on the thread that trains it.

    Parameters
    ----------
    session : Session
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._flight: Flight | None = None
        self._seen: tuple[object, ...] = ()  # what the plan or the flight depends on
        self._since = 0  # ordinary steps since it changed
        self._plan: Plan | None = None
        self._helper: Helper | None = None
        self._lock = Lock()
        self._answer: Compiled | Refused | None = None
        self._known: dict[str, Compiled | Refused] = {}
        self._times: deque[float] = deque(maxlen=64)  # seconds of ordinary steps
        self._told = ""

    @property
    def grounded(self) -> bool:
        """Whether it was refused, so that the ordinary step goes on until something changes."""
        return self._told != "" and self._flight is None and self._helper is None

    @property
    def flying(self) -> bool:
        """Whether steps are made with the compiled function."""
        return self._flight is not None

    def fly(self, room: int) -> int:
        """Make some steps, at most `room`; returns how many, 0: take the ordinary step."""
        flight = self._flight
        if flight is None or flight.steps > room:
            return 0
        if not self._is_same():
            self._flight = None
            return 0
        return flight.steps if flight.go() else 0

    def note(self, seconds: float) -> None:
        """An ordinary step has been made, in this time."""
        if self._flight is not None:
            return
        self._times.append(seconds)
        self._since = self._since + 1 if self._is_same() else 0
        if self._since == SETTLED:
            self._ask()
        elif self._answer is not None and self._since > SETTLED:
            self._land_or_fly()

    def close(self) -> None:
        """Nobody needs the answer any more."""
        if self._helper is not None:
            self._helper.close()
            self._helper = None

    def _is_same(self) -> bool:
        session = self._session
        run, controls = session.run, session.run.controls
        now = (session.experiment, run.optimizers.get("main"), run.train)
        choices = (session.document, controls.frozen, controls.batch_size)
        if (
            len(self._seen) == len(now) + len(choices)
            and all(a is b for a, b in zip(self._seen, now, strict=False))
            and all(a is b or a == b for a, b in zip(self._seen[3:], choices, strict=True))
        ):
            return True
        self._seen = (*now, *choices)
        self._since = 0
        return False

    def _ask(self) -> None:
        """Have the function compiled, unless it is known."""
        self.close()
        self._answer = self._plan = None
        try:
            plan = make_plan(self._session)
        except Refused as refusal:
            self._tell(str(refusal))
            return
        self._plan, key = plan, plan.key
        if key in self._known:
            self._answer = self._known[key]
            return

        def on_done(found: Compiled | Refused) -> None:
            with self._lock:
                self._known[key] = found
                if self._plan is plan:
                    self._answer = found

        self._helper = Helper(plan, on_done)

    def _land_or_fly(self) -> None:
        """Use what came, if it is faster than the ordinary step."""
        with self._lock:
            answer, self._answer, plan = self._answer, None, self._plan
        self._helper = None
        if isinstance(answer, Refused):
            self._tell(str(answer))
            return
        assert answer is not None  # `note` saw it
        assert plan is not None  # an answer belongs to a plan
        if not Flight.possible(self._session, plan):
            return
        flight, ordinary = Flight(self._session, plan, answer), median(self._times)
        gain = ordinary / flight.rehearse()
        if gain < GAIN:
            self._tell(tr("Turbo would not be faster here; the ordinary step goes on."))
            return
        self._flight = flight
        self._tell(
            tr(
                "Turbo: {n} steps at once, each about {times} times as fast.",
                n=flight.steps,
                times=f"{gain:.1f}",
            )
        )

    def _tell(self, text: str) -> None:
        if text != self._told:
            self._told = text
            run = self._session.run
            run.looks.events.append(Event("note", run.step, text))
