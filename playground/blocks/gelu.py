"""Gaussian error linear unit."""

from __future__ import annotations

from typing import Literal

from playground.blocks.base import Block, Call, Cost, Shape, block, call, numel, param


@block("gelu", title="GELU", group="Activation")
class Gelu(Block):
    """Weigh each number by the chance that a normal random one is smaller: a ReLU with a soft bend.

    Shapes: out = in.
    """

    formula = r"y = x \, \Phi(x) = \frac{x}{2} \left( 1 + \mathrm{erf} \frac{x}{\sqrt{2}} \right)"
    source = "Hendrycks & Gimpel 2016, Gaussian error linear units (GELUs), arXiv:1606.08415"

    approximate: Literal["none", "tanh"] = param(
        "none",
        advanced=True,
        help="none is exact; tanh is the approximation that GPT-2 was trained with.",
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """x/√2, erf, + 1, x/2 and their product: 5; the tanh form has a cubic inside: 9."""
        each = 9 if self.approximate == "tanh" else 5
        return Cost(flops=each * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("GELU", **self.unless(approximate="none"))
