"""In which order the training samples come, and where a run stands in it."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class OrderState:
    """Where a run stands in its data.

    Parameters
    ----------
    generator : Tensor
        uint8; the state of the random numbers from which the order of this epoch was drawn.
    epoch : int
        Epochs finished.
    taken : int
        Samples of this epoch that have been shown.
    """

    generator: Tensor
    epoch: int = 0
    taken: int = 0


class Order:
    """The samples in another random order each epoch; it depends on the seed only.

    It can be left and taken up again at any batch, also with another number of samples: the epoch
    goes on with a new order as far as the new samples reach.
    """

    def __init__(self, seed: int, device: torch.device) -> None:
        self.epoch, self.taken = 0, 0
        self._device = device
        self._generator = torch.Generator().manual_seed(seed)  # on the CPU: the same everywhere
        self._start = self._generator.get_state()  # from which the rows below were drawn
        self._rows: Tensor | None = None

    def take(self, total: int, size: int) -> Tensor:
        """Row numbers int64 (batch,) of the next batch, on the device.

        The last batch of an epoch is smaller where the sizes do not divide; a last batch of one
        sample is left out, because batch normalisation cannot take it.
        """
        rows = self._rows
        if rows is None or len(rows) != total:
            rows = self._draw(total)
        while True:
            if self.taken >= total:
                self.epoch, self.taken = self.epoch + 1, 0
                self._start = self._generator.get_state()
                rows = self._draw(total)
            start, self.taken = self.taken, min(self.taken + size, total)
            if self.taken - start > 1 or size == 1 or total == 1:
                return rows[start : self.taken]

    def capture(self) -> OrderState:
        """Where it stands."""
        return OrderState(self._start, self.epoch, self.taken)

    def restore(self, state: OrderState) -> None:
        """Go on from there."""
        self._start, self.epoch, self.taken = state.generator, state.epoch, state.taken
        self._rows = None

    def _draw(self, total: int) -> Tensor:
        self._generator.set_state(self._start)
        rows = self._rows = torch.randperm(total, generator=self._generator).to(self._device)
        return rows
