"""Saving the weights of a run while it goes on, wherever it runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from playground.errors import PlaygroundError
from playground.telemetry.probes.base import Bench, Probe


@dataclass(frozen=True, kw_only=True)
class SaveWeights(Probe):
    """Writes the weights between two steps, once: only there nobody changes them meanwhile.

    The array ``saved/<token>`` says that it is done: uint8, the UTF-8 of what went wrong, empty
    when nothing did. So the answer comes from another process like any other measurement.

    Parameters
    ----------
    path : Path
        The file; an older one is replaced.
    token : str
        Another one for each wish.
    """

    repeatable: ClassVar[bool] = False  # the present is what is wanted

    path: Path
    token: str

    @property
    def name(self) -> str:
        """First part of the name of its array."""
        return "saved"

    @property
    def array(self) -> str:
        """Name of the array that says it is done."""
        return f"{self.name}/{self.token}"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        """Write the file, unless an earlier snapshot did."""
        from playground.train.checkpoint import save_weights

        if self not in bench.memory:
            fault = ""
            try:
                save_weights(bench.models, self.path, bench.step)
            except PlaygroundError as error:
                fault = str(error)
            bench.memory[self] = np.frombuffer(fault.encode(), dtype=np.uint8)
        return {self.array: bench.memory[self]}
