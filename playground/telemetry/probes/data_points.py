"""The samples themselves, as the network gets them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class DataPoints(Probe):
    """Hand out the data: the dots on a decision surface, the pictures in a data panel.

    Arrays, in the fixed order of each split, read once and never changed:

    - ``data/train_x``, ``data/test_x``: float32 (N, *features), in units of the features as the
      network gets them (standardised where the data asks for it).
    - ``data/train_y``, ``data/test_y``: int64 (N,) class labels or float32 (N, D); where the data
      has a y.

    Parameters
    ----------
    limit : int
        Most samples of each split: the first ones.
    """

    limit: int = 2000

    @property
    def name(self) -> str:
        return "data"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        if self not in bench.memory:
            arrays = {
                f"data/{split}_{field}": to_host(values[: self.limit])
                for split, samples in (("train", bench.train), ("test", bench.test))
                for field, values in samples.items()
                if field in {"x", "y"}
            }
            for array in arrays.values():
                array.flags.writeable = False
            bench.memory[self] = arrays
        found: dict[str, np.ndarray] = bench.memory[self]
        return dict(found)
