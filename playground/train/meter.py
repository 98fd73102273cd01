"""Collects the losses of all steps without waiting for the device."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

FOLD = 256  # kept loss tensors: more would fill memory, fewer would read back more often


class Meter:
    """Mean of one scalar over the steps since it was last read.

    Tensors of a GPU stay there until `read`, or until `FOLD` of them wait: each read-back would
    stop the training until the device has caught up.
    """

    def __init__(self) -> None:
        self.waiting: list[Tensor] = []
        self.bad: int | None = None  # values before the first that is not finite, since `read`
        self._sum, self._count = 0.0, 0
        self._read_sum, self._read_count = 0.0, 0  # what was read before

    def add(self, value: Tensor) -> bool:
        """Keep one value, a tensor of one number. True: it is time to `fold`."""
        if value.is_cpu:  # nothing to wait for, and cheaper than to keep the tensor
            number = value.item()
            self._sum += number
            self._count += 1
            if math.isfinite(number):
                return False
            self.bad = self._count - 1 if self.bad is None else self.bad
            return True
        self.waiting.append(value.detach())
        return len(self.waiting) >= FOLD

    def extend(self, numbers: Sequence[float]) -> bool:
        """Keep the values of several steps. False: one of them is NaN or infinite."""
        before = self.pending
        self._sum += math.fsum(numbers)
        self._count += len(numbers)
        if math.isfinite(self._sum):
            return self.bad is None
        bad = next((i for i, value in enumerate(numbers) if not math.isfinite(value)), None)
        if self.bad is None and bad is not None:
            self.bad = before + bad
        return self.bad is None

    def fold(self) -> bool:
        """Read the waiting tensors back. False: one of them is NaN or infinite."""
        if self.waiting:
            values = torch.stack(self.waiting).flatten().tolist()
            if self.bad is None:
                bad = next((i for i, v in enumerate(values) if not math.isfinite(v)), None)
                self.bad = None if bad is None else self._count + bad
            self._sum += math.fsum(values)
            self._count += len(values)
            self.waiting.clear()
        return self.bad is None

    @property
    def pending(self) -> int:
        """Values since the last `read`."""
        return self._count + len(self.waiting)

    def read(self) -> float:
        """The mean since the last `read`; starts anew. NaN when there was no value."""
        self.fold()
        mean = self._sum / self._count if self._count else math.nan
        self._read_sum += self._sum
        self._read_count += self._count
        self._sum, self._count = 0.0, 0
        return mean

    def total(self) -> tuple[float, int]:
        """Sum and number of all values, whoever has read them."""
        self.fold()
        return self._read_sum + self._sum, self._read_count + self._count

    def capture(self) -> tuple[float, int]:
        """Sum and number of the values since the last `read`."""
        self.fold()
        return self._sum, self._count

    def restore(self, state: tuple[float, int]) -> None:
        """Go on from there."""
        self.waiting.clear()
        self.bad = None
        self._sum, self._count = state


class Meters:
    """All scalars that an experiment reports, by name."""

    def __init__(self) -> None:
        self._meters: dict[str, Meter] = defaultdict(Meter)
        self.numbers: dict[str, float] = {}  # newest of the scalars given as plain numbers

    def add(self, scalars: Mapping[str, Tensor | float]) -> str | None:
        """Keep the scalars of one step. Returns the name of one that is NaN or infinite."""
        for name, value in scalars.items():
            if type(value) is float:  # isinstance of Tensor is slow for what is none
                self.numbers[name] = value
            elif isinstance(value, Tensor):
                meter = self._meters[name]
                if meter.add(value) and not meter.fold():
                    return name
            else:
                self.numbers[name] = float(value)
        return None

    def extend(self, name: str, numbers: Sequence[float]) -> bool:
        """Keep one scalar of several steps. False: one of them is NaN or infinite."""
        return self._meters[name].extend(numbers)

    def unsound(self) -> str | None:
        """Name of a scalar that is NaN or infinite; reads back what waits on a device."""
        return next((name for name, meter in self._meters.items() if not meter.fold()), None)

    def age(self, name: str) -> int:
        """How many steps ago the first value came that is not finite."""
        meter = self._meters[name]
        return meter.pending - (meter.bad or 0) - 1

    def read(self, old: Mapping[str, float]) -> dict[str, float]:
        """Means since the last reading, those of `old` where there is none, and newest numbers."""
        means = {name: m.read() if m.pending else old.get(name) for name, m in self._meters.items()}
        found = {name: mean for name, mean in means.items() if mean is not None}
        return {**found, **self.numbers}

    def totals(self) -> dict[str, tuple[float, int]]:
        """Name -> sum and number of all values, whoever has read them."""
        return {name: meter.total() for name, meter in self._meters.items()}

    def capture(self) -> dict[str, tuple[float, int]]:
        """Name -> sum and number of the values since the last reading."""
        return {name: meter.capture() for name, meter in self._meters.items()}

    def restore(self, state: Mapping[str, tuple[float, int]], numbers: Mapping[str, float]) -> None:
        """Go on from there; `numbers` are the newest plain ones."""
        self._meters.clear()
        self.numbers = dict(numbers)
        for name, values in state.items():
            self._meters[name].restore(values)
