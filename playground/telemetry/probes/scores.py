"""What a discriminator says of real and of forged samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Scores(Probe):
    """Let the discriminator judge training samples and as many forged ones, each time the same.

    Only for models "generator" and "discriminator"; nothing otherwise. Networks are in eval mode.
    Arrays:

    - ``scores/real``, ``scores/fake``: float32 (N,), the discriminator's output as it is: logits
      under the loss non_saturating. The forged samples come from noise fixed by the document's
      seed; where the generator is told labels, those of the real ones.
    - ``scores/rows``: int64 (N,), numbers of the real ones among the training samples, over which
      they are spread.
    - ``scores/batch``: int64 (), how many samples are judged together, all of one kind. It matters
      where the discriminator compares the samples of a batch: they are then as many as in the
      training, elsewhere all.

    Parameters
    ----------
    count : int
        Most samples of each kind.
    """

    count: int = 512

    @property
    def name(self) -> str:
        return "scores"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        if not {"generator", "discriminator"} <= set(bench.models):
            return {}
        if self not in bench.memory:
            bench.memory[self] = self._prepare(bench)
        noise, judged, rows, batch = bench.memory[self]
        if not len(rows):
            return {}
        generator, discriminator = (bench.models[r] for r in ("generator", "discriminator"))

        def verdicts(arguments: list[torch.Tensor]) -> np.ndarray:
            parts = zip(*(torch.split(a, batch) for a in arguments), strict=True)
            return to_host(torch.cat([discriminator(*part).flatten() for part in parts]))

        at = [name for name, _ in judged].index(forward.field_judged(bench))
        real = [values for _, values in judged]
        with forward.untouched(generator, discriminator):
            fake = [*real[:at], generator(*noise), *real[at + 1 :]]
            found = {"scores/real": verdicts(real), "scores/fake": verdicts(fake)}
        return {**found, "scores/rows": rows, "scores/batch": np.array(batch)}

    def _prepare(
        self, bench: Bench
    ) -> tuple[
        list[torch.Tensor], list[tuple[str | None, torch.Tensor]], np.ndarray, int
    ]:  # what the generator gets, what the discriminator does by field, rows, batch
        import torch

        from playground.registry import experiments
        from playground.telemetry.probes import forward
        from playground.telemetry.probes.gan_plane import compares_samples

        document, total = bench.document, forward.num_samples(bench.train)
        count = batch = min(self.count, total)
        if compares_samples(bench):
            played = experiments.get(document.train.experiment).make(document.train.params)
            batch = max(1, min(count, int(getattr(played, "batch_size", count))))
            count -= count % batch  # a smaller last one would be judged by another measure
        if not count:
            return [], [], np.empty(0, dtype=np.int64), 1
        rows = torch.linspace(0, total - 1, count).long()
        some = {field: v[rows.to(v.device)] for field, v in bench.train.items()}
        nodes = document.train.models["discriminator"].inputs
        fields = [forward.field_read(document, node) for node in nodes]
        judged = forward.inputs_of(bench, "discriminator", some, (self, "judged"))
        noise = forward.inputs_of(bench, "generator", some, (self, "latents"))
        numbers = to_host(rows)
        numbers.flags.writeable = False
        return noise, list(zip(fields, judged, strict=True)), numbers, batch
