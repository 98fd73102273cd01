"""Logistic sigmoid."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Shape, block, call, numel


@block("sigmoid", title="Sigmoid", group="Activation")
class Sigmoid(Block):
    """Squeeze every number between 0 and 1, so that it can be read as a probability.

    Not needed before the loss bce_with_logits, which does it itself.
    Shapes: out = in.
    """

    formula = r"y = \sigma(x) = \frac{1}{1 + e^{-x}}"
    source = (
        "Rumelhart, Hinton & Williams 1986, Learning representations by back-propagating errors. "
        "Nature 323"
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """exp, + 1 and a division a number."""
        return Cost(flops=3 * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("Sigmoid")
