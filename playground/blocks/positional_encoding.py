"""Where a step stands, for networks that would not notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("positional_encoding", title="Positional encoding", group="Attention")
class PositionalEncoding(Block):
    """Mark each step with its place: attention alone would not tell one order from another.

    sine adds waves of many lengths, learned adds a learned row for each place, rotary turns pairs
    of features by an angle that grows with the place (put it on queries and keys: their products
    then depend on how far apart they are).
    Shapes (batch axis implied): in (T, F) -> out (T, F). Shorter sequences are fine later, longer
    ones with sine and rotary only.
    """

    inputs = (Port("in", axes="TF"),)
    outputs = (Port("out", axes="TF"),)
    formula = (
        r"y_{t,2i} = x_{t,2i} + \sin \frac{t}{10000^{2i/n}}, \quad "
        r"y_{t,2i+1} = x_{t,2i+1} + \cos \frac{t}{10000^{2i/n}}"
    )
    source = (
        "Vaswani et al. 2017, arXiv:1706.03762; rotary: Su et al. 2021, RoFormer, arXiv:2104.09864"
    )

    kind: Literal["sine", "learned", "rotary"] = param(
        "sine", help="Waves that are added, learned rows that are added, or pairs that are turned."
    )
    num_heads: int = param(
        1,
        title="Number of heads",
        ge=1,
        le=1024,
        help="For rotary: heads of the attention behind it; each is turned alike.",
    )
    base: float = param(
        10000.0,
        ge=2.0,
        le=1e6,
        log=True,
        advanced=True,
        help="For sine and rotary: the longest wave is this times as long as the shortest, almost.",
    )

    def shapes(self, x: Shape) -> Shape:
        if self.kind == "rotary" and x[1] % (2 * self.num_heads):
            raise ShapeError(
                tr(
                    "Rotary turns pairs: {features} features are no multiple of 2 for each of "
                    "{heads} heads.",
                    features=x[1],
                    heads=self.num_heads,
                ),
                hint=tr(
                    "Make the features a multiple of {n}, or take fewer heads.",
                    n=2 * self.num_heads,
                ),
            )
        return x

    def cost(self, x: Shape, y: Shape) -> Cost:
        """Sine: an angle, sin and cos a pair and an addition a number. Rotary: 6 more a pair."""
        (steps, features), n = x, numel(x)
        if self.kind == "learned":
            return Cost(parameters=n, flops=n, activations=n)
        waves = (features + 1) // 2 if self.kind == "sine" else features // self.num_heads // 2
        tables = 2 * waves + steps * waves * 3  # exponent and power a wave; angle, sin and cos
        work = n if self.kind == "sine" else 3 * n
        return Cost(flops=tables + work, activations=n)

    def call(self, x: Shape) -> Call | None:
        return call("Embedding", *x) if self.kind == "learned" else None

    def invoke(self, module: Callable[..., Any], *xs: Any) -> Any:
        import torch

        (x,) = xs
        return x + module(x.new_ones(x.shape[1], dtype=torch.int64).cumsum(0) - 1)

    def invoked(self, name: str, *xs: str) -> str:
        return f"{xs[0]} + {name}(torch.arange({xs[0]}.shape[1], device={xs[0]}.device))"

    def apply(self, x: Tensor) -> Tensor:
        import torch

        if self.kind == "sine":
            angles = self._angles(x, x.shape[2])
            waves = torch.stack([angles.sin(), angles.cos()], -1).flatten(1)
            return x + waves[:, : x.shape[2]]
        pairs = torch.unflatten(x, 2, (self.num_heads, -1, 2))
        angles = self._angles(x, x.shape[2] // self.num_heads).unsqueeze(1)
        sin, cos, a, b = angles.sin(), angles.cos(), pairs[..., 0], pairs[..., 1]
        return torch.stack([a * cos - b * sin, a * sin + b * cos], -1).flatten(2)

    def _angles(self, x: Tensor, features: int) -> Tensor:
        """Place times frequency: (steps, pairs of features)."""
        import torch

        places = x.new_ones(x.shape[1]).cumsum(0) - 1
        pairs = x.new_ones(x.shape[2])[:features:2].cumsum(0) - 1
        return torch.outer(places, self.base ** (pairs * 2 / -features))

    def code(self, *xs: Shape) -> str:
        (x,) = xs
        if self.kind == "learned":
            return super().code(x)
        n = x[1] // self.num_heads if self.kind == "rotary" else x[1]
        count = (n + 1) // 2
        device = "device={0}.device"
        angles = (
            f"torch.outer(torch.arange({{0}}.shape[1], {device}), "
            f"{self.base} ** (torch.arange({count}, {device}) * 2 / {-n}))"
        )
        if self.kind == "sine":
            waves = "torch.stack([angles.sin(), angles.cos()], -1).flatten(1)"
            cut = f"[:, :{n}]" if n % 2 else ""
            return f"{{0}} + (lambda angles: {waves}{cut})({angles})"
        turned = "torch.stack([a * cos - b * sin, a * sin + b * cos], -1).flatten(2)"
        return (
            f"(lambda a, b, sin, cos: {turned})(*{{0}}.unflatten(2, ({self.num_heads}, -1, 2))"
            f".unbind(-1), *(lambda angles: (angles.sin(), angles.cos()))({angles}.unsqueeze(1)))"
        )
