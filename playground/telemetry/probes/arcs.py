"""How far back the loss of one sample at one step reaches, and what was read at each step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.memory import LAST, reach
from playground.telemetry.probes.own import Split, code_of


@dataclass(frozen=True)
class Arcs(Probe):
    """Differentiate the loss of one sample by the states of all recurrent blocks.

    As `Memory`, whose arrays it gives for one sample instead of the mean over several, under
    ``arcs/`` instead of ``memory/``. And:

    - ``arcs/sample``: int64 (2,): 0 for train, 1 for test or 2 for one's own, and its number.
    - ``arcs/tokens``: int64 (T,), or ``arcs/x``: float32 (T, F), what the sample is, where its
      field x is a sequence.

    Nothing for a sample that is not there or of which nobody knows the answer.

    Parameters
    ----------
    step : int
        Of the answer, where there is one at each step; `LAST` for the last one that counts.
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    step: int = LAST
    sample: int = 0
    split: Split = "test"

    @property
    def name(self) -> str:
        return "arcs"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        arrays = reach(bench, self, one, self.step)
        if not arrays:
            return {}
        arrays["arcs/sample"] = np.array([code_of(self.split), self.sample], np.int64)
        field = bench.fields.get("x")
        if field is not None and "x" in one and field.kind == "token":
            arrays["arcs/tokens"] = to_host(one["x"][0])
        elif field is not None and "x" in one and one["x"].ndim == 3:
            arrays["arcs/x"] = to_host(one["x"][0])
        return arrays
