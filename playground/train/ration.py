"""How often each measurement may be made, so that all of them together keep within a share."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass

LOOKS_HZ = 40.0  # nothing is measured more often than snapshots are taken
WINDOW_S = 2.0  # of what was spent lately


@dataclass(slots=True)
class _Reader:
    """Somebody who measures: a probe, or the test metrics."""

    cap: float  # most of the whole share that it may get, from 0 to 1
    least: float  # seconds between two readings, at least
    cost: float | None = None  # seconds of the newest reading; None: not known yet
    end: float = 0.0


class Ration:
    """Divides a share of the time among those who measure.

    All get equally much; who needs less leaves the rest to the others. After a reading its reader
    waits until the reading is within its part. So a slow measurement is made less often, and a
    quick one beside it stays as smooth as it was.

    Parameters
    ----------
    share : callable
        Part of the time that all readings may take, between 0 and 1; asked again at any time.
    """

    def __init__(self, share: Callable[[], float]) -> None:
        self._share = share
        self._readers: dict[Hashable, _Reader] = {}
        self._parts: dict[Hashable, float] = {}
        self._divided = -1.0  # the share that `_parts` divides
        self._recent: deque[tuple[float, float]] = deque()  # end and length of each reading
        self._begun: float | None = None

    def admit(self, who: Hashable, cap: float = 1.0, least: float = 0.0) -> None:
        """Let somebody measure.

        Parameters
        ----------
        who : hashable
        cap : float
            Most of the share that it may get, from 0 to 1.
        least : float
            Seconds between two of its readings, at least.
        """
        if who not in self._readers:
            self._readers[who] = _Reader(cap, least)
            self._divided = -1.0

    def dismiss(self, but: Collection[Hashable]) -> None:
        """Forget all others: their part is for those who stay."""
        if self._readers.keys() - but:
            self._readers = {who: reader for who, reader in self._readers.items() if who in but}
            self._divided = -1.0

    def allows(self, who: Hashable, now: float) -> bool:
        """Whether it is time for a reading; `now` in seconds."""
        reader = self._readers[who]
        if reader.cost is None:
            return True
        part = self._part(who)
        wait = reader.cost * (1.0 - part) / part if part > 0.0 else float("inf")
        return now >= reader.end + max(wait, reader.least)

    def spent(self, who: Hashable, start: float, end: float, counts: bool = True) -> None:
        """Say how long a reading took.

        `counts` is False for one that kept nobody waiting: the training stood still.
        """
        reader = self._readers[who]
        reader.cost, reader.end = end - start, end
        self._divided = -1.0
        if counts:
            self._recent.append((end, end - start))

    def aside(self, start: float, end: float) -> None:
        """Something was measured that has its own share; it counts for what is used."""
        self._recent.append((end, end - start))

    def used(self, now: float) -> float:
        """Part of the time that readings took, over the last seconds."""
        if self._begun is None:
            self._begun = now
        while self._recent and self._recent[0][0] < now - WINDOW_S:
            self._recent.popleft()
        since = min(now - self._begun, WINDOW_S)
        return min(sum(cost for _, cost in self._recent) / since, 1.0) if since > 0.0 else 0.0

    def _part(self, who: Hashable) -> float:
        share = self._share()
        if share != self._divided:
            self._parts, self._divided = self._divide(share), share
        return self._parts[who]

    def _divide(self, share: float) -> dict[Hashable, float]:
        """Those who need least first: what they leave is divided among the others."""
        needs = {who: _need(reader, share) for who, reader in self._readers.items()}
        parts, left = {}, share
        for number, who in enumerate(sorted(needs, key=lambda who: needs[who])):
            parts[who] = min(needs[who], left / (len(needs) - number))
            left -= parts[who]
        return parts


def _need(reader: _Reader, share: float) -> float:
    """Part of the time that a reader could use."""
    most = reader.cap * share
    if reader.cost is None:
        return most
    interval = max(reader.least, 1.0 / LOOKS_HZ)
    return min(reader.cost / (reader.cost + interval), most)
