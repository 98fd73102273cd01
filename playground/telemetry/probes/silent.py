"""Which units are silent: 0 for how many of the samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.vitals import RECTIFIERS

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Silent(Probe):
    """For each unit of each ReLU, the share of some training samples for which it is exactly 0.

    Arrays ``silent/<node>``: float32 (units,), 0 to 1; a channel of an image is one unit, silent
    where all its pixels are 0, and so is a feature of a sequence. A unit with 1 passes no gradient
    back: nothing before it can learn through it. A unit that is NaN for a sample is NaN.

    Parameters
    ----------
    samples : int
        Training samples that are sent through the network, spread over all of them.
    """

    samples: int = 64

    @property
    def name(self) -> str:
        return "silent"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        some = forward.spread(bench, self.samples, self)
        blocks, arrays = bench.document.by_id, {}
        for role, model in bench.models.items():
            with forward.untouched(model):
                arguments = forward.inputs_of(bench, role, some, self)
                outputs = forward.Outputs(model).collect(*arguments)
            for node, output in outputs.items():
                if blocks[node].block in RECTIFIERS and not blocks[node].muted:
                    largest = _by_unit(output.abs())
                    share = (largest == 0).float().mean(0)
                    share[largest.isnan().any(0)] = float("nan")
                    arrays[f"silent/{node}"] = to_host(share)
        return arrays


def _by_unit(values: torch.Tensor) -> torch.Tensor:
    """The largest number of each unit: (N, units)."""
    if values.ndim == 3:  # steps and features
        return values.amax(1)
    return values.flatten(2).amax(2) if values.ndim > 3 else values
