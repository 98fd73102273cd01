"""Sum of tensors: skip connections."""

from __future__ import annotations

import operator
from functools import reduce
from typing import TYPE_CHECKING

from playground.blocks.base import Block, Cost, Port, Shape, block, format_shape, numel
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("add", title="Add", group="Shape")
class Add(Block):
    """Add tensors of the same shape, number by number: the shortcut of a residual network.

    Shapes: any number of wires of one shape -> that shape.
    """

    inputs = (Port("in", many=True),)
    formula = r"y = x_1 + x_2 + \cdots + x_n"
    source = "He et al. 2015, Deep residual learning for image recognition, arXiv:1512.03385"

    def shapes(self, *xs: Shape) -> Shape:
        # torch would stretch axes of size 1; two networks that meet by accident should not
        other = next((x for x in xs if x != xs[0]), None)
        if other is not None:
            raise ShapeError(
                tr(
                    "Add needs equal shapes, but {first} and {second} arrive.",
                    first=format_shape(xs[0]),
                    second=format_shape(other),
                ),
                hint=tr(
                    "Change a block before it so that both are {first}: the number of neurons or "
                    "channels, the stride or the padding. To put them side by side use Concat.",
                    first=format_shape(xs[0]),
                ),
            )
        return xs[0]

    def cost(self, *shapes: Shape) -> Cost:
        """Adding n tensors takes n - 1 additions a number; the last shape is the output's."""
        *xs, y = shapes
        return Cost(flops=(len(xs) - 1) * numel(y), activations=numel(y))

    def apply(self, *xs: Tensor) -> Tensor:
        return reduce(operator.add, xs)

    def code(self, *xs: Shape) -> str:
        return " + ".join(f"{{{i}}}" for i in range(len(xs)))
