"""What an autoencoder makes of samples, beside the samples themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch

KINDS = ("autoencoder", "vae")  # experiments whose networks give their input back


@dataclass(frozen=True)
class Reconstructions(Probe):
    """Give the first test samples back (training samples where no test samples are kept aside).

    Only for autoencoders; nothing otherwise. A variational one reads each sample back from the mean
    of its codes, without noise. Arrays:

    - ``reconstructions/input``: float32 (at most count, *shape); read once.
    - ``reconstructions/output``: float32, the same shape and unit; probabilities where the loss is
      bce_with_logits.
    - ``reconstructions/split``: int64 (), 1 for test samples, 0 for training samples.

    Parameters
    ----------
    count : int
        Most samples.
    """

    count: int = 16

    @property
    def name(self) -> str:
        return "reconstructions"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        if bench.document.train.experiment not in KINDS:
            return {}
        if self not in bench.memory:
            split = bench.test if forward.num_samples(bench.test) else bench.train
            first = bench.document.train.models["main" if "main" in bench.models else "encoder"]
            field = forward.field_read(bench.document, first.inputs[0])
            if field is None or not forward.num_samples(split):
                return {}
            x = split[field][: self.count]
            shown = to_host(x)
            shown.flags.writeable = False
            bench.memory[self] = x, shown, np.array(int(split is bench.test))
        x, shown, where = bench.memory[self]
        with forward.untouched(*bench.models.values()):
            back = self._back(bench, x)
        return {
            "reconstructions/input": shown,
            "reconstructions/output": to_host(back),
            "reconstructions/split": where,
        }

    def _back(self, bench: Bench, x: torch.Tensor) -> torch.Tensor:
        from playground.telemetry.probes import forward

        if "main" in bench.models:
            back = bench.models["main"](x)
        else:
            mean, _ = bench.models["encoder"](x).chunk(2, dim=1)
            back = bench.models["decoder"](mean)
        logits = forward.loss_of(bench.document) == "bce_with_logits"
        found: torch.Tensor = back.sigmoid() if logits else back
        return found
