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
    least: float  # seconds from one reading to the next, at least
    weight: float  # of its claim against those of others
    cost: float | None = None  # seconds of the newest reading; None: not known yet
    begun: float = 0.0  # when that reading was due: what comes after is counted from here


class Ration:
    """Divides a share of the time among those who measure.

    All get as much as their weights say; who needs less leaves the rest to the others. After a
    reading its reader waits until the reading is within its part. So a slow measurement is made
    less often, and a quick one beside it stays as smooth as it was. Readings happen only with
    snapshots: one that comes a little late for that brings the next one forward.

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

    def admit(
        self, who: Hashable, cap: float = 1.0, least: float = 0.0, weight: float = 1.0
    ) -> None:
        """Let somebody measure, from now on on these terms.

        Parameters
        ----------
        who : hashable
        cap : float
            Most of the share that it may get, from 0 to 1.
        least : float
            Seconds from one of its readings to the next, at least.
        weight : float
            How much it gets beside one of weight 1, where there is too little for both.
        """
        reader = self._readers.get(who)
        if reader is None:
            reader = self._readers[who] = _Reader(cap, least, weight)
            self._divided = -1.0
        elif (reader.cap, reader.least, reader.weight) != (cap, least, weight):
            reader.cap, reader.least, reader.weight = cap, least, weight
            self._divided = -1.0

    def dismiss(self, but: Collection[Hashable]) -> None:
        """Forget all others: their part is for those who stay."""
        if self._readers.keys() - but:
            self._readers = {who: reader for who, reader in self._readers.items() if who in but}
            self._divided = -1.0

    def allows(self, who: Hashable, now: float) -> bool:
        """Whether it is time for a reading; `now` in seconds."""
        reader = self._readers[who]
        return reader.cost is None or now >= reader.begun + self._pause(who)

    def spent(self, who: Hashable, start: float, end: float, counts: bool = True) -> None:
        """Say how long a reading took.

        `counts` is False for one that kept nobody waiting: the training stood still.
        """
        reader = self._readers[who]
        due = start
        if counts and reader.cost is not None:
            due = min(max(reader.begun + self._pause(who), start - 1.0 / LOOKS_HZ), start)
        reader.cost, reader.begun = end - start, due
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

    def _pause(self, who: Hashable) -> float:
        """Seconds from the newest reading to the next, so that it is within its part."""
        reader, part = self._readers[who], self._part(who)
        assert reader.cost is not None  # there was one
        return max(reader.cost / part, reader.least) if part > 0.0 else float("inf")

    def _part(self, who: Hashable) -> float:
        share = self._share()
        if share != self._divided:
            self._parts, self._divided = self._divide(share), share
        return self._parts[who]

    def _divide(self, share: float) -> dict[Hashable, float]:
        """Those who need least for their weight first: what they leave is for the others."""
        readers = self._readers
        needs = {who: _need(reader, share) for who, reader in readers.items()}
        left, weights = share, sum(reader.weight for reader in readers.values())
        parts = {}
        for who in sorted(needs, key=lambda who: needs[who] / readers[who].weight):
            weight = readers[who].weight
            parts[who] = min(needs[who], left * weight / weights)
            left, weights = left - parts[who], weights - weight
        return parts


def _need(reader: _Reader, share: float) -> float:
    """Part of the time that a reader could use."""
    most = reader.cap * share
    if reader.cost is None:
        return most
    return min(reader.cost / max(reader.least, 1.0 / LOOKS_HZ), most)
