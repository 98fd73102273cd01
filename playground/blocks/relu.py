"""Rectified linear unit."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Shape, block, call, numel


@block("relu", title="ReLU", group="Activation")
class Relu(Block):
    """Keep positive numbers and turn negative ones into 0: the standard bend between two layers.

    Shapes: out = in.
    """

    formula = r"y = \max(0, x)"
    source = (
        "Nair & Hinton 2010, Rectified linear units improve restricted Boltzmann machines. ICML"
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """One comparison a number."""
        return Cost(flops=numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("ReLU")
