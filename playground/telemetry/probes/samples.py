"""What a generator makes of fixed noise, beside real samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Samples(Probe):
    """Let the generator forge from the same noise every time, so that one sees it change its mind.

    Only for models "generator" and "discriminator"; nothing otherwise. Arrays, float32:

    - ``samples/fake``: (count, *shape), the generator's output for noise fixed by the document's
      seed; where it is told labels, those of the real samples in the same place.
    - ``samples/real``: (at most count, *shape), the first training samples, in the same unit; read
      once.

    And where training samples are compared with:

    - ``samples/nearest``: int64 (count,), for each forged sample the number of the training sample
      that is nearest in Euclidean distance; ``samples/distance``: (count,), ``samples/beside``:
      (count, *shape), that training sample.
    - ``samples/among``: int64 (), with how many they were compared.

    Parameters
    ----------
    count : int
        Samples of each kind.
    among : int
        With how many of the first training samples each forged one is compared; 0 compares none.
    """

    count: int = 64
    among: int = 0

    @property
    def name(self) -> str:
        return "samples"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        if not {"generator", "discriminator"} <= set(bench.models):
            return {}
        if self not in bench.memory:
            total = forward.num_samples(bench.train)
            if not total:
                return {}
            around = torch.arange(self.count) % total
            some = {field: values[around] for field, values in bench.train.items()}
            real = to_host(some[forward.field_judged(bench)][:total])
            real.flags.writeable = False
            arguments = forward.inputs_of(bench, "generator", some, (self, "latents"))
            bench.memory[self] = arguments, real
        arguments, real = bench.memory[self]
        generator = bench.models["generator"]
        with forward.untouched(generator):
            fake = generator(*arguments)
        found = {"samples/real": real, "samples/fake": to_host(fake)}
        return found | (self._nearest(bench, fake) if self.among else {})

    def _nearest(self, bench: Bench, fake: torch.Tensor) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward
        from playground.telemetry.probes.gan_plane import nearest_of

        train = bench.train[forward.field_judged(bench)][: self.among]
        rows = torch.arange(len(train), device=train.device)
        away, which = nearest_of(fake.flatten(1), train.flatten(1), rows)
        return {
            "samples/nearest": to_host(which),
            "samples/distance": to_host(away),
            "samples/beside": to_host(train[which]),
            "samples/among": np.array(len(train)),
        }
