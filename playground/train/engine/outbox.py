"""Where the child's training thread leaves snapshots, and states to go on from."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.mailbox import Mailbox
from playground.telemetry.snapshot import Snapshot
from playground.train.cadence import Budget
from playground.train.engine import ring
from playground.train.engine.channel import Channel, pack
from playground.train.engine.messages import Kept, Posted

if TYPE_CHECKING:
    from playground.train.state import RunState

FULL_WAIT_S = 1.0  # for a slot, when the snapshot is one that stays on the screen
KEPT_SHARE = 0.01  # of the training time, for states to go on from
KEPT_EVERY_S = 2.0  # at least; in the beginning sooner, for much changes then
KEPT_FIRST_S = 0.25
KEPT_BYTES = 256 << 20  # larger states are not kept: the window's process would hold them, too


class Outbox(Mailbox):
    """Stands for the window's mailbox: takes every snapshot there.

    Arrays that found no free slot wait here for the next snapshot, the newest of each name; so a
    window that is slow for a moment misses pictures and no scalar.

    Parameters
    ----------
    channel : Channel
    writer : ring.Writer
    worker : int
        Number of the worker that posts.
    capture : callable
        Gives where the session stands, or None.
    """

    def __init__(
        self,
        channel: Channel,
        writer: ring.Writer,
        worker: int,
        capture: Callable[[], RunState | None],
    ) -> None:
        super().__init__()
        self._channel, self._writer, self._worker = channel, writer, worker
        self._capture = capture
        self._waiting: dict[str, np.ndarray] = {}
        self._sent: dict[str, np.ndarray] = {}  # the newest of each name that the window has
        self._budget = Budget(KEPT_SHARE)
        self._kept_s, self._kept_step = time.perf_counter(), 0
        self._begun_s = self._kept_s

    def post(self, snapshot: Snapshot) -> None:
        """Send a snapshot; waits only while the window's process does not read at all."""
        same = self._sort(snapshot.arrays)
        fits = self._writer.fits(self._waiting)
        placed = self._writer.put(self._waiting) if self._waiting and fits else None
        if self._waiting and fits and placed is None and snapshot.complete:
            placed = self._insist()  # this may be the last snapshot for a long time
        through_pipe = {}
        if placed is None and (snapshot.complete or not fits):  # slow, but sure
            through_pipe = self._waiting
        head = replace(snapshot, arrays={})
        self._channel.send(Posted(self._worker, head, placed, through_pipe, same))
        if placed is not None or through_pipe:
            self._sent.update(self._waiting)
            self._waiting = {}
        self._keep(snapshot.step)

    def _sort(self, arrays: Mapping[str, np.ndarray]) -> tuple[str, ...]:
        """Have the new arrays wait; the names of those that the window has already.

        Views draw what is another object than last time, so this saves them as much as the pipe.
        """
        same = tuple(name for name, array in arrays.items() if array is self._sent.get(name))
        for name, array in arrays.items():
            self._waiting[name] = array
        for name in same:
            del self._waiting[name]
        return same

    def _insist(self) -> ring.Placed | None:
        """Wait a moment for a slot."""
        end = time.perf_counter() + FULL_WAIT_S
        while (placed := self._writer.put(self._waiting)) is None and time.perf_counter() < end:
            time.sleep(0.001)
        return placed

    def _keep(self, step: int) -> None:
        """Send where the session stands, now and then; it is posted between two steps."""
        now = time.perf_counter()
        pause = min(max(KEPT_FIRST_S, (now - self._begun_s) / 4), KEPT_EVERY_S)
        if step == self._kept_step or now < self._kept_s + pause:
            return
        if not self._budget.allows(now):
            return
        state = self._capture()
        if state is not None and state.nbytes <= KEPT_BYTES:
            kept = Kept(self._worker, state.step, state.document, pack(state))
            self._channel.send(kept)
        self._kept_s, self._kept_step = time.perf_counter(), step
        self._budget.spent(now, self._kept_s)
