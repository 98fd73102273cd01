"""What a generator makes of one place of its noise, and what in the data is most like it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch

AMONG = 5000  # training samples that one is compared with, at most
CLOUD = 400  # of them that are shown where samples are points


@dataclass(frozen=True)
class LatentPad(Probe):
    """Forge one sample from noise of which two numbers are chosen and all others fixed by the seed.

    Only for models "generator" and "discriminator"; nothing otherwise. Networks are in eval mode.
    Arrays, float32 unless said otherwise:

    - ``latent_pad/made``: (1, *shape), the sample; ``latent_pad/noise``: (F,), what it is made of:
      the numbers of all noise blocks, one after the other.
    - ``latent_pad/chosen``: int64 (1 or 2,), which of these numbers were chosen.
    - ``latent_pad/nearest``: int64 (), number of the nearest training sample, in Euclidean
      distance; ``latent_pad/beside``: (1, *shape), that sample; ``latent_pad/distance``: ().
    - ``latent_pad/among``: int64 (), with how many training samples it was compared: the first
      ones, of the class that is looked at where the generator is told one.
    - ``latent_pad/cloud``: (N, 2), the first training samples; only where they are points.

    Parameters
    ----------
    columns : tuple of int
        Which two numbers of the noise are chosen; where they are the same, the first counts.
    at : tuple of float
        What they are, without unit: noise has a standard deviation of 1.
    label : int
        Class that is looked at, where both networks read a label.
    """

    columns: tuple[int, int] = (0, 1)
    at: tuple[float, float] = (0.0, 0.0)
    label: int = 0

    @property
    def name(self) -> str:
        return "latent_pad"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward
        from playground.telemetry.probes.gan_plane import nearest_of

        if not {"generator", "discriminator"} <= set(bench.models):
            return {}
        if not forward.num_samples(bench.train):
            return {}
        # one place for all points: each is looked at for a moment only
        key = ("latent_pad", self.label)
        if key not in bench.memory:
            bench.memory[key] = _Scene(bench, self.label, key)
        scene: _Scene = bench.memory[key]
        if not len(scene.among) or not scene.size:
            return {}
        noise = scene.noise.clone()
        chosen = sorted({min(max(c, 0), scene.size - 1) for c in self.columns})
        for column, value in reversed(list(zip(self.columns, self.at, strict=True))):
            if column < scene.size:
                noise[column] = value
        generator = bench.models["generator"]
        with forward.untouched(generator):
            made = generator(*scene.arguments(noise))
            away, which = nearest_of(made.flatten(1), scene.train.flatten(1), scene.among)
        found = {
            "made": to_host(made),
            "noise": to_host(noise),
            "chosen": np.array(chosen, dtype=np.int64),
            "nearest": to_host(which[0]),
            "beside": to_host(scene.train[which]),
            "distance": to_host(away[0]),
            "among": np.array(len(scene.among)),
        }
        if made.shape[1:] == torch.Size([2]):
            found["cloud"] = scene.cloud
        return {f"latent_pad/{name}": array for name, array in found.items()}


class _Scene:
    """What stays the same wherever the point is."""

    def __init__(self, bench: Bench, label: int, key: Hashable) -> None:
        import torch

        from playground.telemetry.probes import forward
        from playground.telemetry.probes.gan_plane import label_of, rows_of

        document = bench.document
        self.train = bench.train[forward.field_judged(bench)]
        self.among = rows_of(bench, label)[:AMONG]
        self.cloud = to_host(self.train[self.among[:CLOUD]])
        told = label_of(bench, label)
        self.parts: list[torch.Tensor | int] = []  # labels, or how many numbers of the noise
        drawn = []
        for node in document.train.models["generator"].inputs:
            field = forward.field_read(document, node)
            if field is not None:
                self.parts.append(told.get(field, bench.train[field][:1]))
                continue
            given = forward.latents(bench, node, 1, (key, node))
            drawn.append(given.flatten())
            self.parts.append(given.numel())
        self.noise = torch.cat(drawn) if drawn else torch.zeros(0)
        self.size = len(self.noise)

    def arguments(self, noise: torch.Tensor) -> list[torch.Tensor]:
        """Those of the generator for all numbers of the noise (F,)."""
        found, rest = [], noise
        for part in self.parts:
            if isinstance(part, int):
                found.append(rest[:part][None])
                rest = rest[part:]
            else:
                found.append(part)
        return found
