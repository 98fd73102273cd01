"""Sigmoid linear unit."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Shape, block, call, numel


@block("silu", title="SiLU", group="Activation")
class Silu(Block):
    """Multiply each number by its own sigmoid: a smooth ReLU that dips a little below 0.

    Shapes: out = in.
    """

    formula = r"y = x \, \sigma(x) = \frac{x}{1 + e^{-x}}"
    source = (
        "Elfwing, Uchibe & Doya 2017, Sigmoid-weighted linear units for neural network function "
        "approximation in reinforcement learning, arXiv:1702.03118"
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """A sigmoid (exp, + 1, division) and one multiplication a number."""
        return Cost(flops=4 * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("SiLU")
