"""Attention without weights of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks._attention import (
    CAUSAL_HELP,
    attention_flops,
    check_causal,
    check_heads,
    check_pair,
    split,
    split_code,
)
from playground.blocks.base import Block, Cost, Port, Shape, block, format_shape, numel, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("scaled_dot_product_attention", title="Dot-product attention", group="Attention")
class ScaledDotProductAttention(Block):
    """Mix values: each query takes most from the keys it is most alike. Nothing is learned here.

    Put Linear blocks before its three ports to build attention by hand.
    Shapes (batch axis implied): query (T, F), key (S, F), value (S, V) -> out (T, V).
    """

    inputs = (Port("query", axes="TF"), Port("key", axes="TF"), Port("value", axes="TF"))
    outputs = (Port("out", axes="TF"),)
    formula = r"y = \mathrm{softmax} \left( \frac{q k^T}{\sqrt{d}} \right) v"
    source = "Vaswani et al. 2017, Attention is all you need, arXiv:1706.03762"

    num_heads: int = param(
        1,
        title="Number of heads",
        ge=1,
        le=1024,
        help="Number of heads; the features are dealt out to them in equal parts.",
    )
    causal: bool = param(False, help=CAUSAL_HELP)

    def shapes(self, query: Shape, key: Shape, value: Shape) -> Shape:
        if query[1] != key[1]:
            raise ShapeError(
                tr(
                    "Queries and keys are compared number by number, but {query} and {key} arrive.",
                    query=format_shape(query),
                    key=format_shape(key),
                ),
                hint=tr("Give the blocks before them the same number of features."),
            )
        check_pair(key, value)
        for width in (query[1], value[1]):
            check_heads(width, self.num_heads)
        if self.causal:
            check_causal(query, key)
        return (query[0], value[1])

    def cost(self, query: Shape, key: Shape, value: Shape, y: Shape) -> Cost:
        """Grows with the product of the lengths."""
        flops = attention_flops(query[0], key[0], query[1], value[1], self.num_heads)
        return Cost(flops=flops, activations=numel(y))

    def apply(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        from torch.nn.functional import scaled_dot_product_attention

        if self.num_heads == 1:
            return scaled_dot_product_attention(query, key, value, is_causal=self.causal)
        q, k, v = (split(x, self.num_heads) for x in (query, key, value))
        mixed = scaled_dot_product_attention(q, k, v, is_causal=self.causal)
        return mixed.transpose(1, 2).flatten(2)

    def code(self, *xs: Shape) -> str:
        many = self.num_heads > 1
        names = [f"{{{i}}}" for i in range(3)]
        args = [split_code(x, self.num_heads) if many else x for x in names]
        if self.causal:
            args.append("is_causal=True")
        made = f"torch.nn.functional.scaled_dot_product_attention({', '.join(args)})"
        return f"{made}.transpose(1, 2).flatten(2)" if many else made
