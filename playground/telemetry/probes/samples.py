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
      seed.
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

        from playground.telemetry.probes.forward import (
            field_read,
            inputs_of,
            num_samples,
            untouched,
        )

        if not {"generator", "discriminator"} <= set(bench.models) or not num_samples(bench.train):
            return {}
        if self not in bench.memory:
            judged = bench.document.train.models["discriminator"].inputs[0]
            real = to_host(bench.train[field_read(bench.document, judged) or "x"][: self.count])
            real.flags.writeable = False
            around = torch.arange(self.count) % num_samples(bench.train)
            some = {field: values[around] for field, values in bench.train.items()}
            bench.memory[self] = inputs_of(bench, "generator", some, (self, "latents")), real
        arguments, real = bench.memory[self]
        generator = bench.models["generator"]
        with untouched(generator):
            fake = generator(*arguments)
        return {"samples/real": real, "samples/fake": to_host(fake)}
