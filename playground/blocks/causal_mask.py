"""Hides later steps from earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks.base import Block, Port, Shape, block, format_shape, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor

HIDDEN = -1e9  # e to this power is exactly 0, and unlike minus infinity it stays a number


@block("causal_mask", title="Causal mask", group="Attention")
class CausalMask(Block):
    """Hide later steps: their scores become -1e9, of which a softmax makes exactly 0.

    A row in which everything would be hidden, as the first with a diagonal of -1, keeps the step's
    own score: its softmax is 1 there, never NaN, and nothing of the future gets in.
    Shapes (batch axis implied): scores (T, T) or (heads, T, T) -> the same.
    """

    inputs = (Port("in", axes="TT|HTT"),)
    outputs = (Port("out", axes="TT|HTT"),)
    formula = r"y_{ts} = x_{ts} \;\mathrm{if}\; s \leq t, \quad -10^9 \;\mathrm{otherwise}"
    source = "Vaswani et al. 2017, Attention is all you need, arXiv:1706.03762"

    diagonal: int = param(
        0,
        ge=-1024,
        le=1024,
        advanced=True,
        help="Last step that is seen: 0 the step itself, -1 the one before it, 1 the one after it.",
    )

    def shapes(self, x: Shape) -> Shape:
        if x[-1] != x[-2]:
            raise ShapeError(
                tr(
                    "A causal mask is for the scores of a sequence with itself, but {shape} "
                    "arrives.",
                    shape=format_shape(x),
                ),
                hint=tr("Take queries and keys from the same sequence, or delete the mask."),
            )
        return x

    def apply(self, x: Tensor) -> Tensor:
        import torch

        ones = x.new_ones(x.shape[-2], x.shape[-1], dtype=torch.bool)
        hidden = ones.triu(self.diagonal + 1)
        if self.diagonal < 0:  # the first rows would see nothing: they keep their own step
            hidden = hidden & ~(ones.triu().tril() & (ones.cumsum(0) <= -self.diagonal))
        return x.masked_fill(hidden, HIDDEN)

    def code(self, *xs: Shape) -> str:
        steps = xs[0][-1]
        ones = f"torch.ones({steps}, {steps}, dtype=torch.bool, device={{0}}.device)"
        hidden = f"{ones}.triu({self.diagonal + 1})"
        if self.diagonal < 0:
            own = f"torch.eye({steps}, dtype=torch.bool, device={{0}}.device)"
            hidden += f" & ~({own} & ({ones}.cumsum(0) <= {-self.diagonal}))"
        return f"{{0}}.masked_fill({hidden}, {HIDDEN})"
