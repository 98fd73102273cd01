"""A session that makes several steps at once where it can."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import Cadence, TimeCadence
from playground.train.session import Session, Steps
from playground.train.turbo.pilot import Pilot


class TurboSession(Session):
    """Like its base; between two snapshots, steps may come from a compiled function.

    Every step that makes a snapshot is an ordinary one, so that gradients and everything else that
    may be measured are those of that very step.
    """

    def __init__(self, *args: Any, cadence: Cadence | None = None, **options: Any) -> None:
        self._cadence = cadence or TimeCadence()
        super().__init__(*args, cadence=self._cadence, **options)
        self.pilot = Pilot(self)

    def steps(self) -> Steps:
        """As `Session.steps`; what compiles ends with them."""
        try:
            return (yield from super().steps())
        finally:
            self.pilot.close()

    def _step(self) -> Snapshot | int | None:
        if self.room > 1 and self.pilot.flying and not self.run.looks.next_step:
            made = self.pilot.fly(min(self.room - 1, self.run.unseen))
            if made:
                return made
        start = perf_counter()
        snapshot = super()._step()
        if snapshot is None:
            self.pilot.note(perf_counter() - start)
        return snapshot
