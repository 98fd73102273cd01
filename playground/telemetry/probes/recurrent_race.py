"""RNN, LSTM and GRU on the same task, beside the run."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

import numpy as np

from playground.telemetry.probes.base import Bench, Probe

if TYPE_CHECKING:
    from playground.telemetry.recurrent_race import Race

HELD: Final = "recurrent_race"  # key of the race in `Bench.memory`
FAILED: Final = 2  # the state of a race that cannot go on

Kind = Literal["adding_problem", "delayed_recall"]


@dataclass(frozen=True)
class RecurrentRace(Probe):
    """Let three small recurrent networks of torch learn a task of long memory; a thread does it.

    Their networks, data and random numbers are their own: the run is any one, and never touched.
    All have 16 units, the same batches, the same seed (the document's) and Adam. Arrays, where K is
    "rnn", "lstm" or "gru":

    - ``recurrent_race/state``: float64 (7,): state (0 racing, 1 paused, 2 failed), steps done, step
      at which gradients were measured, lag, number of the task, the loss of who always answers the
      mean, ticket.
    - ``recurrent_race/loss/K``: float64 (2, P): steps, and the mean loss of the batches of the last
      20 steps there. In a long race some steps of it only.
    - ``recurrent_race/gradient/K/h``: float64 (lag + 1,): the length of d loss / d h by the lag,
      mean over 16 sequences, the loss that of the last step. ``.../lstm/c``: likewise of the memory
      of the LSTM, all ways to the loss together.
    - ``recurrent_race/speed``: float64 (3,): steps a second, of each alone.

    Parameters
    ----------
    ticket : int
        Another one begins anew.
    task : str
        "adding_problem" or "delayed_recall".
    lag : int
        Steps between the first step of a sequence and its last one.
    rate : float
        Learning rate of all three; it may change on the way.
    going : bool
        False pauses.
    """

    ticket: int = 0
    task: Kind = "adding_problem"
    lag: int = 30
    rate: float = 0.005
    going: bool = True

    repeatable: ClassVar[bool] = False  # it has steps of its own

    @property
    def name(self) -> str:
        return "recurrent_race"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.recurrent_race import REST, Race

        key = (self.ticket, self.task, self.lag)
        holder: _Holder | None = bench.memory.get(HELD)
        if holder is None or holder.key != key:
            if holder is not None:
                holder.race.end()
            holder = bench.memory[HELD] = _Holder(key, Race(self.task, self.lag, bench.seed))
        rest = REST if bench.step != holder.step else 0.0  # only a training needs the room
        holder.race.ask(rate=self.rate, going=self.going, rest=rest)
        holder.step = bench.step
        return holder.arrays(self.ticket)


class _Holder:
    """Keeps a race in the memory of a run; where that is forgotten, the thread ends."""

    def __init__(self, key: object, race: Race) -> None:
        self.key, self.race = key, race
        self.step = -1  # of the run, when somebody asked last
        self._told: dict[str, np.ndarray] = {}
        self._arrays: dict[str, np.ndarray] = {}
        weakref.finalize(self, race.end)

    def arrays(self, ticket: int) -> dict[str, np.ndarray]:
        """What it says; the very same arrays where there is nothing new."""
        told = self.race.told
        if told is not self._told:
            state = told["recurrent_race/state"]
            self._told = told
            self._arrays = {**told, "recurrent_race/state": np.append(state, ticket)}
        return dict(self._arrays)
