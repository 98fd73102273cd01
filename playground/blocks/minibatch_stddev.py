"""How much the samples of a batch differ, as one more feature or channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks.base import Block, Cost, Port, Shape, block, numel

if TYPE_CHECKING:
    from torch import Tensor


@block("minibatch_stddev", title="Minibatch Stddev", group="Generative")
class MinibatchStddev(Block):
    """Add one feature or channel that says how much the samples of the batch differ.

    In a discriminator: a generator that makes the same sample over and over is found out, because
    real batches differ more. Every sample of a batch gets the same number, so a verdict depends on
    the samples beside it; of a single sample it is next to 0.
    Shapes (batch axis implied): in (F,) -> out (F+1,); in (C, H, W) -> out (C+1, H, W).
    """

    inputs = (Port("in", axes="F|CHW"),)
    outputs = (Port("out", axes="F|CHW"),)
    formula = (
        r"y = \left[ x, s \right],\ "
        r"s = \frac{1}{F} \sum_{i} \sqrt{\frac{1}{N} \sum_{n} (x_{n,i} - \mu_i)^2 + 10^{-8}}"
    )
    source = (
        "Karras et al. 2018, Progressive growing of GANs for improved quality, stability, and "
        "variation, arXiv:1710.10196"
    )
    mixes_samples = True

    def shapes(self, x: Shape) -> Shape:
        return (x[0] + 1, *x[1:])

    def units(self, x: Shape) -> tuple[int | str, ...]:
        """What goes in, then the deviation."""
        return (*range(x[0]), "stddev")

    def cost(self, x: Shape, y: Shape) -> Cost:
        """For each number of a sample: mean 1, difference 1, square and mean 2; the rest is shared.

        Root and mean over the features come once a batch and count for nobody.
        """
        return Cost(flops=4 * numel(x), activations=numel(y))

    def apply(self, x: Tensor) -> Tensor:
        import torch

        spread = x.var(0, correction=0).add(1e-8).sqrt().mean()
        return torch.cat([x, spread.expand_as(x[:, :1])], dim=1)

    def code(self, *xs: Shape) -> str:
        return (
            "torch.cat([{0}, {0}.var(0, correction=0).add(1e-8).sqrt().mean()"
            ".expand_as({0}[:, :1])], dim=1)"
        )
