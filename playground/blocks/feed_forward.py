"""Two linear layers on each step."""

from __future__ import annotations

from typing import Literal

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param

_ACTIVATIONS = {"gelu": ("GELU", 5), "relu": ("ReLU", 1), "silu": ("SiLU", 4)}  # FLOPs a number


@block("feed_forward", title="Feed-forward", group="Attention")
class FeedForward(Block):
    """Widen each step, bend it with an activation and narrow it again: half of a Transformer.

    Each step by itself, with the same weights: only attention moves anything between steps.
    Shapes (batch axis implied): in (T, F) -> out (T, F); in (F,) -> out (F,).
    """

    inputs = (Port("in", axes="F|TF"),)
    outputs = (Port("out", axes="F|TF"),)
    formula = r"y = W_2 \, a(W_1 x + b_1) + b_2"
    source = "Vaswani et al. 2017, Attention is all you need, arXiv:1706.03762"

    hidden_features: int | None = param(
        None, ge=1, le=65536, help="Width in between; empty: four times the features that arrive."
    )
    activation: Literal["gelu", "relu", "silu"] = param(
        "gelu", help="What bends the numbers in between: without it both layers would be one."
    )
    dropout: float = param(
        0.0, ge=0.0, le=0.9, help="Share of the output that is silenced in training."
    )

    def width(self, x: Shape) -> int:
        """Numbers of a step between the two layers."""
        return self.hidden_features or 4 * x[-1]

    def cost(self, x: Shape, y: Shape) -> Cost:
        hidden, features, steps = self.width(x), x[-1], numel(x[:-1])
        weights, biases = 2 * features * hidden, hidden + features
        _, bends = _ACTIVATIONS[self.activation]
        return Cost(
            parameters=weights + biases,
            flops=(2 * weights + biases + bends * hidden) * steps,
            activations=numel(y),
            inner=2 * hidden * steps,
        )

    def call(self, x: Shape) -> Call:
        name, _ = _ACTIVATIONS[self.activation]
        layers = [
            call("Linear", x[-1], self.width(x)),
            call(name),
            call("Linear", self.width(x), x[-1]),
        ]
        return call("Sequential", *layers, *([call("Dropout", self.dropout)] * (self.dropout > 0)))
