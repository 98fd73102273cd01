"""Hyperbolic tangent."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Shape, block, call, numel


@block("tanh", title="Tanh", group="Activation")
class Tanh(Block):
    """Squeeze every number smoothly between -1 and 1; around 0 it changes almost nothing.

    Shapes: out = in.
    """

    formula = r"y = \tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}"
    source = "LeCun et al. 1998, Efficient BackProp. Neural Networks: Tricks of the Trade, Springer"

    def cost(self, x: Shape, y: Shape) -> Cost:
        """One elementary function a number."""
        return Cost(flops=numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("Tanh")
