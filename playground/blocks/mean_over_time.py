"""The average of the steps of a sequence."""

from __future__ import annotations

from typing import Any

from playground.blocks.base import Block, Cost, Port, Shape, block, numel


@block("mean_over_time", title="Mean over Time", group="Sequence")
class MeanOverTime(Block):
    """Average each feature over all steps of a sequence: how much of it there was, not when.

    Shapes (batch axis implied): in (steps, features) -> out (features,).
    """

    inputs = (Port("in", axes="TF"),)
    outputs = (Port("out", axes="F"),)
    formula = r"y_i = \frac{1}{T} \sum_{t=1}^{T} x_{t,i}"
    source = (
        "Iyyer et al. 2015, Deep unordered composition rivals syntactic methods for text "
        "classification. ACL 2015"
    )

    def shapes(self, x: Shape) -> Shape:
        return x[1:]

    def cost(self, x: Shape, y: Shape) -> Cost:
        """The average of n numbers takes n - 1 additions and one division."""
        return Cost(flops=numel(x), activations=numel(y))

    def apply(self, x: Any) -> Any:
        return x.mean(1)

    def code(self, *xs: Shape) -> str:
        return "{0}.mean(1)"
