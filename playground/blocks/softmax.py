"""Softmax."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("softmax", title="Softmax", group="Activation")
class Softmax(Block):
    """Turn scores into probabilities: all positive, and together they make 1.

    Not needed before the loss cross_entropy, which does it itself.
    Shapes: out = in. As in torch, dim counts the batch as axis 0.
    """

    inputs = (Port("in", axes="*F"),)
    outputs = (Port("out", axes="*F"),)
    formula = r"y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"
    source = (
        "Bridle 1990, Probabilistic interpretation of feedforward classification network outputs. "
        "Neurocomputing, NATO ASI Series F68, Springer"
    )

    dim: int = param(
        -1,
        ge=-8,
        le=8,
        help="Axis along which the probabilities make 1: -1 = the last, 1 = channels or features.",
    )

    def _axis(self, x: Shape) -> int:
        return self.dim if self.dim >= 0 else len(x) + 1 + self.dim

    def shapes(self, x: Shape) -> Shape:
        if not 1 <= self._axis(x) <= len(x):
            raise ShapeError(
                tr(
                    "There is no axis {dim} to sum along: the tensor has the axes 1 to {last}, "
                    "and axis 0 is the batch, whose samples must not mix.",
                    dim=self.dim,
                    last=len(x),
                ),
                hint=tr("Use -1 for the last axis."),
            )
        return x

    def cost(self, x: Shape, y: Shape) -> Cost:
        """For n scores: largest n - 1, difference n, exp n, sum n - 1, division n."""
        n = x[self._axis(x) - 1]
        return Cost(flops=(5 * n - 2) * (numel(x) // n), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("Softmax", dim=self.dim)
