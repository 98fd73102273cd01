"""Noise that is added to samples step by step, and the way back.

Shape suffixes: n samples, T noise steps. Times t are whole numbers, 0 after the first step of noise
and T - 1 after the last one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from playground.document.model import Document
from playground.registry import blocks, experiments

_OFFSET = 0.008  # s of the cosine schedule: the first steps are not too small
_MOST = 0.999  # variance that one step adds, at most


def kept_share(timesteps: int, schedule: str) -> Tensor:
    """Share of its variance that a sample keeps after each step of noise: (T,), falling to 0.

    Parameters
    ----------
    timesteps : int
        T.
    schedule : str
        "cosine" (Nichol & Dhariwal 2021, arXiv:2102.09672), or "linear" (Ho et al. 2020,
        arXiv:2006.11239), whose steps are larger where there are fewer than its 1,000.
    """
    if schedule == "cosine":
        at = torch.arange(timesteps + 1, dtype=torch.float64) / timesteps
        left = ((at + _OFFSET) / (1 + _OFFSET) * math.pi / 2).cos().square()
        added = 1 - left[1:] / left[:-1]
    else:
        added = torch.linspace(1e-4, 0.02, timesteps, dtype=torch.float64) * 1000 / timesteps
    return (1 - added.clamp(max=_MOST)).cumprod(0)


@dataclass(frozen=True, slots=True, eq=False)
class Process:
    """Noise on samples of a scale that the noise has, too.

    Parameters
    ----------
    kept_T : Tensor
        float64, see `kept_share`.
    mean, scale : float
        Of all numbers of the training samples; the process works on (x - mean) / scale.
    low, high : float
        Smallest and largest of these numbers, scaled: guesses of a sample are kept between them.
    """

    kept_T: Tensor
    mean: float
    scale: float
    low: float
    high: float

    @classmethod
    def of(cls, timesteps: int, schedule: str, x: Tensor) -> Process:
        """The process for training samples (N, *shape)."""
        mean, scale = float(x.mean()), float(x.std(correction=0)) or 1.0
        low, high = ((float(edge) - mean) / scale for edge in (x.min(), x.max()))
        return cls(kept_share(timesteps, schedule), mean, scale, low, high)

    @property
    def timesteps(self) -> int:
        """T."""
        return len(self.kept_T)

    def scaled(self, x: Tensor) -> Tensor:
        """Samples on the scale of the noise."""
        return (x - self.mean) / self.scale

    def unscaled(self, x: Tensor) -> Tensor:
        """Back in the unit of the data."""
        return x * self.scale + self.mean

    def noised(self, x: Tensor, t_n: Tensor, noise: Tensor) -> Tensor:
        """Samples (N, *shape) of the data with as much noise as they have at times t, scaled."""
        kept = self.kept_T.to(x.device, x.dtype)[t_n].reshape(-1, *[1] * (x.ndim - 1))
        return kept.sqrt() * self.scaled(x) + (1 - kept).sqrt() * noise

    def guess(self, x: Tensor, t: int, noise: Tensor) -> Tensor:
        """The samples without the noise that a network sees in them at a time t, scaled."""
        kept = float(self.kept_T[t])
        found = (x - math.sqrt(1 - kept) * noise) / math.sqrt(kept)
        return found.clamp(self.low, self.high)

    def step_back(self, x: Tensor, t: int, noise: Tensor, fresh: Tensor) -> Tensor:
        """Samples a step less noisy, given the noise that is seen in them and fresh noise.

        Source: Ho et al. 2020, arXiv:2006.11239, equations 6 and 7 with the posterior's variance.
        """
        kept = float(self.kept_T[t])
        before = float(self.kept_T[t - 1]) if t else 1.0
        added = 1 - kept / before
        mean = (
            math.sqrt(before) * added * self.guess(x, t, noise)
            + math.sqrt(1 - added) * (1 - before) * x
        ) / (1 - kept)
        return mean + math.sqrt((1 - before) / (1 - kept) * added) * fresh


class Denoiser:
    """A network that tells the noise in a sample, with the process that put it there.

    Parameters
    ----------
    document : Document
        Without composites; its model "main" reads one field and starts at time embeddings besides.
    model : callable
        The network.
    train : mapping
        Field -> training samples.

    Attributes
    ----------
    field : str
        The field that is noised.
    reach : float
        Largest size of a training number, in the data's unit.
    """

    def __init__(
        self, document: Document, model: Callable[..., Tensor], train: Mapping[str, Tensor]
    ) -> None:
        self.model = model
        self._starts = starts_of(document)
        self.field = next(str(getattr(b, "field", "")) for b in self._starts if b.reads)
        experiment: Any = experiments.get(document.train.experiment).make(document.train.params)
        x = train[self.field]
        self.shape, self.device, self.reach = x.shape[1:], x.device, float(x.abs().max())
        self.process = Process.of(experiment.timesteps, experiment.noise_schedule, x)

    def arguments(self, x: Tensor, t_n: Tensor) -> list[Tensor]:
        """What the network takes: samples (N, *shape) as they are at times t (N,), and these."""
        return [b.embed(t_n) if hasattr(b, "embed") else x for b in self._starts]

    def noise_in(self, x: Tensor, t: int) -> Tensor:
        """The noise that the network sees in samples at a time t."""
        return self.model(*self.arguments(x, torch.full((len(x),), t, device=x.device)))

    def sample(
        self,
        count: int,
        generator: torch.Generator,
        watch: Callable[[int, Tensor, Tensor], None] | None = None,
    ) -> Tensor:
        """New samples (count, *shape) in the data's unit, from noise, step by step.

        `watch` sees each time t, the scaled samples there and the noise that the network sees.
        """

        def draw() -> Tensor:
            return torch.randn(count, *self.shape, generator=generator, device=self.device)

        x = draw()
        for t in reversed(range(self.process.timesteps)):
            noise = self.noise_in(x, t)
            if watch is not None:
                watch(t, x, noise)
            x = self.process.step_back(x, t, noise, draw() if t else torch.zeros_like(x))
        return self.process.unscaled(x)


def starts_of(document: Document) -> list[Any]:
    """The blocks at which the model "main" starts, in the order of its arguments."""
    nodes = [document.by_id[id] for id in document.train.models["main"].inputs]
    return [blocks.get(node.block).make(node.params, node.id) for node in nodes]
