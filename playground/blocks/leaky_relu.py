"""Leaky rectified linear unit."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Shape, block, call, numel, param


@block("leaky_relu", title="Leaky ReLU", group="Activation")
class LeakyRelu(Block):
    """Keep positive numbers and shrink negative ones, so that a neuron never stops learning.

    Shapes: out = in.
    """

    formula = r"y = \max(0, x) + a \, \min(0, x)"
    source = (
        "Maas, Hannun & Ng 2013, Rectifier nonlinearities improve neural network acoustic models. "
        "ICML workshop on deep learning for audio, speech and language processing"
    )

    negative_slope: float = param(
        0.01,
        ge=0.0,
        le=1.0,
        help="What negative numbers are multiplied by; 0 makes it a plain ReLU.",
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """One comparison and one multiplication a number."""
        return Cost(flops=2 * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("LeakyReLU", **self.unless(negative_slope=0.01))
