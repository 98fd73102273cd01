"""Where the training thread leaves snapshots and the window finds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from threading import Lock

import numpy as np

from playground.telemetry.snapshot import Snapshot

Row = tuple[int, Mapping[str, float]]  # step, scalars

_OF_OPERATIONS = ("forward/", "backward/")


class Mailbox:
    """Delivers all scalars and events but only the newest arrays: a slow view causes no backlog."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rows: list[Row] = []
        self._newest: Snapshot | None = None

    def post(self, snapshot: Snapshot) -> None:
        """Training thread: leave a snapshot. Never waits for the reader's work."""
        with self._lock:
            if self._newest is not None:
                waiting = self._newest
                snapshot = replace(
                    snapshot,
                    arrays={**_lasting(waiting), **snapshot.arrays},
                    events=waiting.events + snapshot.events,
                    checkups=waiting.checkups + snapshot.checkups,
                    past=snapshot.past or waiting.past,
                    shelf=waiting.shelf if snapshot.shelf is None else snapshot.shelf,
                )
            self._rows.append((snapshot.step, snapshot.scalars))
            self._newest = snapshot

    def take(self) -> tuple[list[Row], Snapshot | None]:
        """GUI thread, about 30 times a second: all new scalar rows and the newest snapshot."""
        with self._lock:
            rows, newest = self._rows, self._newest
            self._rows, self._newest = [], None
        return rows, newest


def _lasting(waiting: Snapshot) -> Mapping[str, np.ndarray]:
    """Its arrays without those that belong to its operation alone."""
    if waiting.operation is None:
        return waiting.arrays
    return {n: a for n, a in waiting.arrays.items() if not n.startswith(_OF_OPERATIONS)}
