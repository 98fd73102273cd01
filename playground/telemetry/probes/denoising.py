"""How new samples come out of noise, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    from playground.telemetry.diffusion import Denoiser

GRID = 13  # places along each side at which the arrows of points begin
SHOWN = 1000  # training points that are shown
MARGIN = 1.25  # the picture reaches this much farther than the training points


@dataclass(frozen=True)
class Denoising(Probe):
    """Make samples from the same noise every time and keep what they look like on the way.

    Only for diffusion; nothing otherwise. Arrays, float32 unless said:

    - ``denoising/samples``: (moments, count, *shape), in the data's unit, from noise to samples;
      the last moment is what comes out.
    - ``denoising/times``: int64 (moments,), steps of noise that are left; 0 at the end.
    - ``denoising/steps``: int64 (), steps of noise in all.
    - ``denoising/real``: (at most SHOWN, *shape), training samples; read once.

    And only for points of the plane:

    - ``denoising/grid``: (GRID * GRID, 2), places in the data's unit.
    - ``denoising/arrows``: (moments, GRID * GRID, 2), minus the noise that the network sees in a
      point there, in deviations of the noise: the direction of the score, which is this over the
      deviation of the noise at that time. All 0 at the last moment, when no noise is left.

    Parameters
    ----------
    count : int
        How many samples.
    moments : int
        How many moments are kept, evenly over the steps.
    """

    count: int = 256
    moments: int = 21

    @property
    def name(self) -> str:
        return "denoising"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.registry import experiments
        from playground.telemetry.diffusion import Denoiser
        from playground.telemetry.probes import forward

        kind = experiments.get(bench.document.train.experiment)
        if "timesteps" not in kind.model_fields or not forward.num_samples(bench.train):
            return {}
        model = bench.models["main"]
        if self not in bench.memory:
            bench.memory[self] = Denoiser(bench.document, model, bench.train)
        denoiser: Denoiser = bench.memory[self]
        denoiser.model = model  # of an earlier step it may be another
        total = denoiser.process.timesteps
        moments = np.unique(np.linspace(0, total, min(self.moments, total + 1)).round())[::-1]
        left = [int(moment) for moment in moments]  # steps of noise that are left
        seen: dict[int, torch.Tensor] = {}

        def watch(t: int, x: torch.Tensor, _noise: torch.Tensor) -> None:
            if t + 1 in left:
                seen[t + 1] = denoiser.process.unscaled(x)

        generator = torch.Generator(denoiser.device).manual_seed(bench.seed)
        with forward.untouched(model):
            seen[0] = denoiser.sample(self.count, generator, watch)
            arrows = self._arrows(denoiser, left) if len(denoiser.shape) == 1 else {}
        return {
            "denoising/samples": to_host(torch.stack([seen[n] for n in left])),
            "denoising/times": np.array(left),
            "denoising/steps": np.array(total),
            "denoising/real": to_host(bench.train[denoiser.field][:SHOWN]),
            **arrows,
        }

    def _arrows(self, denoiser: Denoiser, left: list[int]) -> dict[str, np.ndarray]:
        import torch

        if tuple(denoiser.shape) != (2,):
            return {}
        edge = MARGIN * denoiser.reach
        along = torch.linspace(-edge, edge, GRID, device=denoiser.device)
        grid = torch.cartesian_prod(along, along)
        x = denoiser.process.scaled(grid)
        found = [-denoiser.noise_in(x, n - 1) if n else torch.zeros_like(x) for n in left]
        return {
            "denoising/grid": to_host(grid),
            "denoising/arrows": to_host(torch.stack(found)),
        }
