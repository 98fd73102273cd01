"""Attention with several heads and learned projections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.blocks._attention import (
    CAUSAL_HELP,
    attention_flops,
    check_causal,
    check_heads,
    check_pair,
    later,
    later_code,
)
from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("multihead_attention", title="Multi-head attention", group="Attention")
class MultiheadAttention(Block):
    """Each step asks all steps, weighs their answers by how well they fit, and mixes them.

    Queries, keys and values are learned linear functions of what arrives; each head has its share
    of the features and weights of its own. For self-attention all three wires come from one block.
    Shapes (batch axis implied): query (T, F), key (S, K), value (S, V) -> out (T, F).
    """

    inputs = (Port("query", axes="TF"), Port("key", axes="TF"), Port("value", axes="TF"))
    outputs = (Port("out", axes="TF"),)
    formula = (
        r"y = W_o \left[ \mathrm{softmax} \left( \frac{q_h k_h^T}{\sqrt{d}} \right) v_h \right]_h"
    )
    source = "Vaswani et al. 2017, Attention is all you need, arXiv:1706.03762"

    num_heads: int = param(
        4,
        title="Number of heads",
        ge=1,
        le=1024,
        help="Number of heads; the features are dealt out to them in equal parts.",
    )
    dropout: float = param(
        0.0, ge=0.0, le=0.9, help="Share of the attention weights that are silenced in training."
    )
    bias: bool = param(True, help="The projections add learned numbers of their own.")
    causal: bool = param(False, help=CAUSAL_HELP)

    def shapes(self, query: Shape, key: Shape, value: Shape) -> Shape:
        check_heads(query[1], self.num_heads)
        check_pair(key, value)
        if self.causal:
            check_causal(query, key)
        return query

    def cost(self, query: Shape, key: Shape, value: Shape, y: Shape) -> Cost:
        """Four projections, and attention, which grows with the product of the lengths."""
        (t, width), s, biases = query, key[0], query[1] * self.bias
        read, asked = width * (key[1] + value[1]), width * width
        silenced = self.num_heads * t * s * (self.dropout > 0)  # else the kernel keeps no weights
        return Cost(
            parameters=read + 2 * asked + 4 * biases,
            flops=2 * t * (2 * asked + biases)
            + s * (2 * read + 2 * biases)
            + attention_flops(t, s, width, width, self.num_heads),
            activations=numel(y),
            inner=2 * t * width + 2 * s * width + silenced,
        )

    def call(self, query: Shape, key: Shape, value: Shape) -> Call:
        width = query[1]
        sizes = {"kdim": key[1], "vdim": value[1]} if {key[1], value[1]} != {width} else {}
        options = self.unless(dropout=0.0, bias=True)
        return call(
            "MultiheadAttention", width, self.num_heads, **options, **sizes, batch_first=True
        )

    def invoke(self, module: Callable[..., Any], *xs: Any) -> Any:
        mask = {"attn_mask": later(xs[0]), "is_causal": True} if self.causal else {}
        return module(*xs, need_weights=False, **mask)[0]

    def invoked(self, name: str, *xs: str) -> str:
        mask = f", attn_mask={later_code(xs[0])}, is_causal=True" if self.causal else ""
        return f"{name}({', '.join(xs)}, need_weights=False{mask})[0]"
