"""Product of two matrices that both arrive on wires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks.base import Block, Cost, Port, Shape, block, format_shape, numel, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("matmul", title="Matrix product", group="Attention")
class Matmul(Block):
    """Multiply two tensors as matrices: rows of the first with columns of the second.

    Attention step by step is such a product of queries and keys, a softmax, and another product.
    Shapes (batch axis implied): in (T, F), other (F, V) -> out (T, V); with transpose_other other
    is (S, F) -> out (T, S). Heads come first: (H, T, F).
    """

    inputs = (Port("in", axes="TF|HTF"), Port("other", axes="TF|HTF"))
    outputs = (Port("out", axes="TF|HTF"),)
    formula = r"y_{ts} = \sum_i a_{ti} b_{is}"
    source = "Vaswani et al. 2017, Attention is all you need, arXiv:1706.03762"

    transpose_other: bool = param(
        False, help="Rows with rows: each query with each key, where keys are rows."
    )
    scale: bool = param(
        False, help="Divide by the square root of the numbers in a row, as attention does."
    )

    def shapes(self, x: Shape, other: Shape) -> Shape:
        right = (*other[:-2], other[-1], other[-2]) if self.transpose_other else other
        if x[:-2] != right[:-2] or x[-1] != right[-2]:
            raise ShapeError(
                tr(
                    "{first} and {second} cannot be multiplied: each row has {n} numbers, and "
                    "{m} are needed.",
                    first=format_shape(x),
                    second=format_shape(other),
                    n=x[-1],
                    m=right[-2],
                )
                if x[:-2] == right[:-2]
                else tr(
                    "{first} and {second} cannot be multiplied: they need as many heads each.",
                    first=format_shape(x),
                    second=format_shape(other),
                ),
                hint=tr(
                    "Change the features of a block before it, or switch transpose of the second."
                ),
            )
        return (*x[:-1], right[-1])

    def cost(self, x: Shape, other: Shape, y: Shape) -> Cost:
        """A product and an addition for each number of a row, and maybe a division."""
        return Cost(flops=(2 * x[-1] + self.scale) * numel(y), activations=numel(y))

    def apply(self, x: Tensor, other: Tensor) -> Tensor:
        product = x @ (other.transpose(-2, -1) if self.transpose_other else other)
        return product / x.shape[-1] ** 0.5 if self.scale else product

    def code(self, *xs: Shape) -> str:
        product = "{0} @ {1}.transpose(-2, -1)" if self.transpose_other else "{0} @ {1}"
        return f"{product} / {xs[0][-1]} ** 0.5" if self.scale else product
