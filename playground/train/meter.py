"""Collects the losses of all steps without waiting for the device."""

from __future__ import annotations

import math

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
        self._sum, self._count = 0.0, 0
        return mean
