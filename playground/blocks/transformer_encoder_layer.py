"""A whole layer of a Transformer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from playground.blocks._attention import (
    CAUSAL_HELP,
    attention_flops,
    check_heads,
    later,
    later_code,
)
from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("transformer_encoder_layer", title="Transformer layer", group="Attention")
class TransformerEncoderLayer(Block):
    """Attention between steps, then a small network on each step; both add to what was there.

    One block for what the ready composite "Transformer block" shows part by part. With causal it is
    a layer of a language model such as GPT.
    Shapes (batch axis implied): in (T, F) -> out (T, F).
    """

    inputs = (Port("in", axes="TF"),)
    outputs = (Port("out", axes="TF"),)
    formula = r"z = x + \mathrm{Att}(\mathrm{LN}(x)), \quad y = z + W_2 \, a(W_1 \, \mathrm{LN}(z))"
    source = (
        "Vaswani et al. 2017, arXiv:1706.03762; norm first: Xiong et al. 2020, On layer "
        "normalization in the Transformer architecture, arXiv:2002.04745"
    )

    nhead: int = param(
        4,
        title="Number of heads",
        ge=1,
        le=1024,
        help="Number of heads; the features are dealt out to them in equal parts.",
    )
    dim_feedforward: int = param(
        128, ge=1, le=65536, help="Width of the network on each step, in its middle."
    )
    dropout: float = param(
        0.1, ge=0.0, le=0.9, help="Share of the numbers that are silenced in training, all over it."
    )
    activation: Literal["relu", "gelu"] = param(
        "relu", help="What bends the numbers in the middle of the network on each step."
    )
    norm_first: bool = param(
        True, help="Normalise before attention and network, which trains well without a warm-up."
    )
    causal: bool = param(False, help=CAUSAL_HELP)

    @property
    def num_heads(self) -> int:
        """What other blocks of attention call it."""
        return self.nhead

    def shapes(self, x: Shape) -> Shape:
        check_heads(x[1], self.nhead, "nhead")
        return x

    def cost(self, x: Shape, y: Shape) -> Cost:
        """Attention, two linear layers, two normalisations (7n + 2 a step) and two additions."""
        (t, n), hidden = x, self.dim_feedforward
        bends = 5 if self.activation == "gelu" else 1
        dense = 2 * n * hidden
        flops = (
            t * (2 * 4 * n * n + 4 * n)
            + attention_flops(t, t, n, n, self.nhead)
            + t * (2 * dense + hidden + n + bends * hidden)
            + 2 * t * (7 * n + 2)
            + 2 * t * n
        )
        parameters = 4 * n * n + 4 * n + dense + hidden + n + 4 * n
        inner = 4 * t * n + 2 * t * hidden + 4 * t * n  # q, k, v, mix; the network; norms and sums
        inner += self.nhead * t * t * (self.dropout > 0)  # else the kernel keeps no weights
        return Cost(parameters=parameters, flops=flops, activations=numel(y), inner=inner)

    def call(self, x: Shape) -> Call:
        sizes, options = (x[1], self.nhead, self.dim_feedforward), self.unless(dropout=0.1)
        return call(
            "TransformerEncoderLayer",
            *sizes,
            **options,
            activation=self.activation,
            batch_first=True,
            norm_first=self.norm_first,
        )

    def invoke(self, module: Callable[..., Any], *xs: Any) -> Any:
        (x,) = xs
        return module(x, src_mask=later(x), is_causal=True) if self.causal else module(x)

    def invoked(self, name: str, *xs: str) -> str:
        mask = f", src_mask={later_code(xs[0])}, is_causal=True" if self.causal else ""
        return f"{name}({xs[0]}{mask})"
