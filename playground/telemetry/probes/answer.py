"""What a network answers to a sample that the user has drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.own import Own


@dataclass(frozen=True)
class Answer(Probe):
    """Send one's own sample through the model "main"; nothing where it does not fit the data.

    Arrays:

    - ``answer/x``: float32, the sample as the network gets it.
    - ``answer/values``: float32 (C,). Probabilities of C classes for cross_entropy and
      bce_with_logits, else the C outputs in units of the target.
    - ``answer/number``: int64 (), number of the sample.

    Parameters
    ----------
    own : Own
    """

    own: Own

    @property
    def name(self) -> str:
        return "answer"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.own, 0)
        spec = bench.document.train.models.get("main")
        if not one or spec is None or "main" not in bench.models:
            return {}
        if [forward.field_read(bench.document, node) for node in spec.inputs] != ["x"]:
            return {}
        model = bench.models["main"]
        with forward.untouched(model):
            values = forward.meaning(model(one["x"]).flatten(1), forward.loss_of(bench.document))
        return {
            "answer/x": to_host(one["x"][0]),
            "answer/values": to_host(values[0]),
            "answer/number": np.array(self.own.number, dtype=np.int64),
        }
