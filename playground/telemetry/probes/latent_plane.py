"""The plane of codes of two numbers: what lies where, and what is read from each place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

REACH = 3.0  # codes have a deviation of about 1: beyond there is hardly any


@dataclass(frozen=True)
class LatentPlane(Probe):
    """Decode a grid of codes, and encode test samples (training ones without a split).

    Only for models "encoder" and "decoder" with codes of two numbers; nothing otherwise. Arrays:

    - ``latent/pictures``: float32 (side, side, *shape), what the decoder gives at each code of the
      grid, the first axis from the top down (second number of the code), the second from left to
      right (first number); probabilities where the loss is bce_with_logits.
    - ``latent/grid``: float32 (side,), first number of the codes from left to right; without unit.
    - ``latent/codes``: float32 (N, 2), mean of the codes of each sample.
    - ``latent/targets``: int64 (N,), labels; only where the data has a field y of classes.
    - ``latent/split``: int64 (), 1 for test samples, 0 for training samples.

    Parameters
    ----------
    side : int
        Codes along each side of the grid.
    limit : int
        Most samples.
    """

    side: int = 15
    limit: int = 400

    @property
    def name(self) -> str:
        return "latent"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        if not {"encoder", "decoder"} <= set(bench.models):
            return {}
        if self not in bench.memory:
            bench.memory[self] = self._prepare(bench)
        x, codes, fixed = bench.memory[self]
        if x is None:
            return {}
        with forward.untouched(*bench.models.values()):
            mean, _ = bench.models["encoder"](x).chunk(2, dim=1)
            read = bench.models["decoder"](codes)
        if forward.loss_of(bench.document) == "bce_with_logits":
            read = read.sigmoid()
        pictures = torch.unflatten(read, 0, (self.side, self.side))
        return {"latent/pictures": to_host(pictures), "latent/codes": to_host(mean), **fixed}

    def _prepare(self, bench: Bench) -> tuple[object, object, dict[str, np.ndarray]]:
        """Samples, codes of the grid, and what never changes; None for another kind of code."""
        import torch

        from playground.telemetry.probes import forward

        models, document = bench.document.train.models, bench.document
        split = bench.test if forward.num_samples(bench.test) else bench.train
        field = forward.field_read(document, models["encoder"].inputs[0])
        start = document.by_id[models["decoder"].inputs[0]]
        code = forward.latents(bench, start.id, 1, (self, "size")).shape[1:]
        if field is None or tuple(code) != (2,) or not forward.num_samples(split):
            return None, None, {}
        x = split[field][: self.limit]
        along = torch.linspace(-REACH, REACH, self.side, device=x.device)
        down, right = torch.meshgrid(along.flip(0), along, indexing="ij")
        fixed = {
            "latent/grid": to_host(along),
            "latent/split": np.array(int(split is bench.test)),
        }
        target = bench.fields.get("y")
        if target is not None and target.classes:
            labels = to_host(split["y"][: self.limit])
            fixed["latent/targets"] = labels.argmax(1) if labels.ndim == 2 else labels
        for array in fixed.values():
            array.flags.writeable = False
        return x, torch.stack([right.flatten(), down.flatten()], dim=1), fixed
