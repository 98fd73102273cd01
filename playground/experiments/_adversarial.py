"""The tensor work of adversarial training; imports torch, so `gan` imports it when a run starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn.functional import softplus

from playground.blocks.base import Shape
from playground.experiments._players import is_condition, noise_shapes

if TYPE_CHECKING:
    from playground.train.run import Run


class Pair:
    """The two networks of a run, and what each of them is handed.

    A batch is a list of tensors (N, *field), one for each argument of the discriminator: the
    samples that it judges, and perhaps their labels, one-hot.

    Attributes
    ----------
    fields : tuple of str
        Fields that the discriminator reads, in the order of its arguments.
    field : str
        The one of them that is forged.
    """

    def __init__(self, run: Run) -> None:
        self.generator = run.models["generator"]
        self.discriminator = run.models["discriminator"]
        self.fields = run.inputs("discriminator")
        labels = {name for name in self.fields if is_condition(run.fields[name])}
        self.field = next((name for name in self.fields if name not in labels), self.fields[0])
        self._at = self.fields.index(self.field)
        self._told = run.inputs("generator")  # "" where it takes noise
        self._noise = noise_shapes(run.flat)

    def sample(self, batch: Sequence[Tensor], generator: torch.Generator) -> Tensor:
        """Forged samples (N, *shape), as many as real ones and for the same labels."""
        noise = iter(draw(self._noise, len(batch[0]), generator))
        told = (batch[self.fields.index(name)] if name else next(noise) for name in self._told)
        made: Tensor = self.generator(*told)
        return made

    def forge(self, batch: Sequence[Tensor], generator: torch.Generator) -> list[Tensor]:
        """The batch with forged samples instead of the real ones."""
        return self._with(batch, self.sample(batch, generator))

    def verdict(self, batch: Sequence[Tensor]) -> Tensor:
        """What the discriminator says of each sample (N, 1)."""
        said: Tensor = self.discriminator(*batch)
        return said

    def slope(
        self, real: Sequence[Tensor], fake: Sequence[Tensor], generator: torch.Generator
    ) -> Tensor:
        """Length (N,) of the gradient of the verdict, somewhere between each real and forged one.

        Verdict per unit of the samples; it can be differentiated again.
        """
        a, b = real[self._at], fake[self._at]
        share = torch.rand(
            len(a), *[1] * (a.ndim - 1), generator=generator, device=generator.device
        )
        between = (a + share * (b - a)).requires_grad_()
        said = self.verdict(self._with(real, between))
        (gradient,) = torch.autograd.grad(said.sum(), between, create_graph=True)
        length: Tensor = gradient.flatten(1).norm(dim=1)
        return length

    def _with(self, batch: Sequence[Tensor], samples: Tensor) -> list[Tensor]:
        return [samples if at == self._at else part for at, part in enumerate(batch)]


def judge(loss: str, on_real: Tensor, on_fake: Tensor, smoothing: float) -> Tensor:
    """Loss of the discriminator from its verdicts (N, 1), without the gradient penalty of wgan_gp.

    Parameters
    ----------
    loss : str
        "non_saturating": cross-entropy of logits, in nats. "least_squares": half the squared error
        to 1 for real and 0 for forged samples. "wgan_gp": mean score of forged minus that of real.
    on_real, on_fake : Tensor
    smoothing : float
        Real samples are to be called 1 minus this; wgan_gp has no such target.
    """
    if loss == "least_squares":
        return 0.5 * ((on_real - 1 + smoothing).square().mean() + on_fake.square().mean())
    if loss == "wgan_gp":
        return on_fake.mean() - on_real.mean()
    # softplus(-l) = -log sigmoid(l): the loss of calling a logit l "real"
    return (softplus(-on_real) + smoothing * on_real).mean() + softplus(on_fake).mean()


def fool(loss: str, on_fake: Tensor) -> Tensor:
    """Loss of the generator from the verdicts (N, 1) on its samples; units as those of `judge`."""
    if loss == "least_squares":
        return 0.5 * (on_fake - 1).square().mean()
    if loss == "wgan_gp":
        return -on_fake.mean()
    return softplus(-on_fake).mean()


def draw(shapes: Sequence[Shape], count: int, generator: torch.Generator) -> list[Tensor]:
    """Standard normal noise (count, *shape) for each shape, on the generator's device."""
    return [
        torch.randn(count, *shape, generator=generator, device=generator.device) for shape in shapes
    ]


def descend(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """One step of an optimiser down a loss, with gradients for its own parameters only.

    The networks play against each other: a loss of one flows through the other, whose gradients
    must stay those of its own loss. With all blocks frozen there is nothing to do.
    """
    parameters = [p for g in optimizer.param_groups for p in g["params"] if p.requires_grad]
    optimizer.zero_grad(set_to_none=True)
    if parameters:
        loss.backward(inputs=parameters)  # type: ignore[no-untyped-call]
        optimizer.step()


def energy_distance(a: Tensor, b: Tensor) -> float:
    """How far two sets of samples are from having the same distribution; about 0 when they have.

    Parameters
    ----------
    a, b : Tensor
        Samples (N, *shape) and (M, *shape).

    Returns
    -------
    float
        sqrt(2 E|A - B| - E|A - A'| - E|B - B'|) over all pairs, in the unit of the samples, >= 0.
        It grows when a generator misses some kinds of samples, and when it makes bad ones.

    Notes
    -----
    Source: Szekely and Rizzo 2013, Energy statistics, J. Statistical Planning and Inference 143(8).
    """
    a, b = a.flatten(1), b.flatten(1)
    across, within = torch.cdist(a, b).mean(), torch.cdist(a, a).mean() + torch.cdist(b, b).mean()
    return float((2 * across - within).clamp(min=0.0).sqrt())


def modes(samples: Tensor, centres: Tensor, reach: float) -> tuple[int, float]:
    """How many clouds a generator has found, and the share of its samples that lie in one.

    Parameters
    ----------
    samples : Tensor
        (N, D).
    centres : Tensor
        (M, D), in the unit of the samples.
    reach : float
        A sample this near to a centre belongs to its cloud, in the same unit.

    Returns
    -------
    tuple of int and float
        Clouds that hold at least 1 % of the samples, and the share of samples in any cloud.

    Notes
    -----
    Source: Metz et al. 2017, Unrolled generative adversarial networks, arXiv:1611.02163.
    """
    inside = torch.cdist(samples, centres) <= reach
    share = inside.float().mean(dim=0)
    return int((share >= 0.01).sum()), float(inside.any(dim=1).float().mean())
