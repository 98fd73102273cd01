"""What a generator makes of fixed noise, beside real samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class Samples(Probe):
    """Let the generator forge from the same noise every time, so that one sees it change its mind.

    Only for models "generator" and "discriminator"; nothing otherwise. Arrays, float32:

    - ``samples/fake``: (count, *shape), the generator's output for noise fixed by the document's
      seed; where it is told labels, those of the real samples in the same place.
    - ``samples/real``: (at most count, *shape), the first training samples, in the same unit; read
      once.

    Parameters
    ----------
    count : int
        Samples of each kind.
    """

    count: int = 64

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
        return {"samples/real": real, "samples/fake": to_host(fake)}
