"""What every block puts out for one sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, numbers, to_host
from playground.telemetry.probes.own import Split


@dataclass(frozen=True)
class Activations(Probe):
    """Follow one sample through the network and look at what each block makes of it.

    Arrays, without a batch axis:

    - ``activations/<node>``: float32, the shape of the block's output, for every block of every
      model, input blocks too; tokens by their numbers. Noise blocks show one fixed vector of noise.
    - ``activations/target``: what is to be predicted, int64 () for a class, (T,) for tokens, or
      float32 (D,); where there is such a field, and no block is called target.

    Nothing while the split has no sample of that number.

    Parameters
    ----------
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "activations"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        if not one:
            return {}
        arrays = {}
        target = forward.target_of(bench.document)
        if target in one:
            arrays["activations/target"] = to_host(one[target][0])
        elif target:  # said: a view must not keep that of another sample
            arrays["activations/target"] = np.zeros(0, np.float32)
        with forward.untouched(*bench.models.values()):
            for role, model in bench.models.items():
                found = forward.Outputs(model).collect(*forward.inputs_of(bench, role, one, self))
                for node, output in found.items():
                    arrays[f"activations/{node}"] = numbers(output[0])
        return arrays
