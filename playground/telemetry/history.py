"""Everything the curves of a run remember: constant memory, constant drawing time, no peak lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from playground.telemetry.mailbox import Row

Floats = NDArray[np.float64]

_FIELDS = 5  # of a bin: last step, step and value of its lowest row, step and value of its highest
_LAST, _LOW_STEP, _LOW, _HIGH_STEP, _HIGH = range(_FIELDS)


class Curve:
    """One scalar over the steps of a run.

    Rows are gathered in bins of equally many rows. A bin keeps its lowest and its highest row; when
    all bins are full, neighbours are merged in pairs and every bin from then on takes twice as many
    rows. So memory and drawing time stay the same however long the run, and every point drawn is a
    row that really happened.

    Parameters
    ----------
    capacity : int
        Most bins kept; an even number. Between half of it and all of it are in use in a long run.
    """

    def __init__(self, capacity: int = 1024) -> None:
        if capacity < 2 or capacity % 2:
            raise ValueError(f"capacity is {capacity}; it must be even and at least 2")
        self.capacity = capacity
        self.rows = 0  # appended so far
        self.rows_per_bin = 1
        self.last: tuple[int, float] | None = None  # newest row
        self._bins: Floats = np.empty((capacity, _FIELDS))
        self._full = 0  # closed bins
        self._open: list[float] | None = None  # the bin that still takes rows
        self._open_rows = 0

    def append(self, step: int, value: float) -> None:
        """Add a row; steps ascend. NaN leaves a gap only where a whole bin is NaN."""
        self.rows += 1
        self.last = (step, value)
        if self._open is None:
            self._open, self._open_rows = [step, step, value, step, value], 1
        else:
            self._widen(self._open, step, value)
            self._open_rows += 1
        if self._open_rows == self.rows_per_bin:
            self._bins[self._full] = self._open
            self._full += 1
            self._open = None
            if self._full == self.capacity:
                self._merge()

    def points(self) -> tuple[Floats, Floats]:
        """Steps and values of a line that shows every peak; at most 2 capacity + 1 points.

        Exact while there is one row a bin; after that each bin gives its lowest and highest row in
        the order in which they came. The newest row is always the last point.
        """
        bins = self._all()
        low_first = bins[:, _LOW_STEP] <= bins[:, _HIGH_STEP]
        first = np.where(low_first[:, None], bins[:, _LOW_STEP:_HIGH_STEP], bins[:, _HIGH_STEP:])
        second = np.where(low_first[:, None], bins[:, _HIGH_STEP:], bins[:, _LOW_STEP:_HIGH_STEP])
        pairs = np.stack([first, second], axis=1).reshape(-1, 2)
        keep = np.ones(len(pairs), dtype=bool)
        keep[1::2] = first[:, 0] != second[:, 0]  # one row is both lowest and highest
        pairs = pairs[keep]
        if self.last is not None and pairs[-1, 0] != self.last[0]:
            pairs = np.concatenate([pairs, [self.last]])
        return pairs[:, 0].copy(), pairs[:, 1].copy()

    def band(self) -> tuple[Floats, Floats, Floats]:
        """Last step, lowest and highest value of each bin: the edges of a shaded band."""
        bins = self._all()
        return bins[:, _LAST].copy(), bins[:, _LOW].copy(), bins[:, _HIGH].copy()

    def _all(self) -> Floats:
        closed = self._bins[: self._full]
        return closed if self._open is None else np.concatenate([closed, [self._open]])

    @staticmethod
    def _widen(bin_: list[float], step: int, value: float) -> None:
        bin_[_LAST] = step
        if value < bin_[_LOW] or bin_[_LOW] != bin_[_LOW]:  # x != x: NaN gives way to any number
            bin_[_LOW_STEP], bin_[_LOW] = step, value
        if value > bin_[_HIGH] or bin_[_HIGH] != bin_[_HIGH]:
            bin_[_HIGH_STEP], bin_[_HIGH] = step, value

    def _merge(self) -> None:
        left, right = self._bins[0::2], self._bins[1::2]
        merged = right.copy()
        lower = (left[:, _LOW] <= right[:, _LOW]) | np.isnan(right[:, _LOW])
        higher = (left[:, _HIGH] >= right[:, _HIGH]) | np.isnan(right[:, _HIGH])
        merged[lower, _LOW_STEP : _LOW + 1] = left[lower, _LOW_STEP : _LOW + 1]
        merged[higher, _HIGH_STEP:] = left[higher, _HIGH_STEP:]
        self._full = self.capacity // 2
        self._bins[: self._full] = merged
        self.rows_per_bin *= 2


class History:
    """The curves of the current run, by name. Belongs to one thread: the one that draws.

    Parameters
    ----------
    capacity : int
        Most bins a curve keeps, see `Curve`.
    """

    def __init__(self, capacity: int = 1024) -> None:
        self.capacity = capacity
        self._curves: dict[str, Curve] = {}

    def append(self, step: int, scalars: Mapping[str, float]) -> None:
        """Add one row; a name may be missing in it or appear late."""
        for name, value in scalars.items():
            curve = self._curves.get(name)
            if curve is None:
                curve = self._curves[name] = Curve(self.capacity)
            curve.append(step, value)

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows as a mailbox hands them out, oldest first."""
        for step, scalars in rows:
            self.append(step, scalars)

    def curve(self, name: str) -> tuple[Floats, Floats]:
        """Steps and values of a line that shows every peak; empty for a name that never came."""
        found = self._curves.get(name)
        return found.points() if found else (np.empty(0), np.empty(0))

    def band(self, name: str) -> tuple[Floats, Floats, Floats]:
        """Steps, lowest and highest values by bin; empty for a name that never came."""
        found = self._curves.get(name)
        return found.band() if found else (np.empty(0), np.empty(0), np.empty(0))

    def last(self, name: str) -> float | None:
        """Newest value, or None for a name that never came."""
        found = self._curves.get(name)
        return found.last[1] if found and found.last else None

    def last_step(self, name: str) -> int:
        """Step of the newest row, 0 for a name that never came."""
        found = self._curves.get(name)
        return found.last[0] if found and found.last else 0

    def clear(self) -> None:
        """Forget everything, before a new run."""
        self._curves.clear()

    def __contains__(self, name: object) -> bool:
        return name in self._curves

    def __iter__(self) -> Iterator[str]:
        """Names in the order in which they first came."""
        return iter(self._curves)

    def __len__(self) -> int:
        return len(self._curves)
