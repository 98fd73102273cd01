"""What the blocks of attention share: head by head, who may look at whom, what it costs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from playground.blocks.base import Shape, format_shape
from playground.errors import ShapeError
from playground.i18n import mark, tr

if TYPE_CHECKING:
    from torch import Tensor

CAUSAL_HELP = mark("Each step sees itself and earlier steps only, never a later one.")


def check_heads(features: int, heads: int, name: str = "num_heads") -> None:
    """Raise a `ShapeError` where features cannot be dealt out to heads in equal parts."""
    if features % heads:
        below = max(n for n in range(1, min(heads, features) + 1) if features % n == 0)
        raise ShapeError(
            tr(
                "{features} features cannot be dealt out to {heads} heads in equal parts.",
                features=features,
                heads=heads,
            ),
            hint=tr(
                "Set {name} to {below}, or make the features a multiple of {heads}.",
                name=name,
                below=below,
                heads=heads,
            ),
        )


def check_pair(key: Shape, value: Shape) -> None:
    """Raise a `ShapeError` where not each key has a value."""
    if key[0] != value[0]:
        raise ShapeError(
            tr(
                "Each key needs a value, but {key} and {value} arrive: {n} keys and {m} values.",
                key=format_shape(key),
                value=format_shape(value),
                n=key[0],
                m=value[0],
            ),
            hint=tr("Take key and value from sequences of the same length, mostly from one block."),
        )


def check_causal(query: Shape, key: Shape) -> None:
    """Raise a `ShapeError` where "earlier" has no meaning: for sequences of different lengths."""
    if query[0] != key[0]:
        raise ShapeError(
            tr(
                "Causal attention compares steps of one sequence, but {t} queries and {s} keys "
                "arrive.",
                t=query[0],
                s=key[0],
            ),
            hint=tr("Switch causal off, or take both from sequences of the same length."),
        )


def later(x: Tensor) -> Tensor:
    """What is added to the scores (steps, steps): minus infinity where the key comes later, else 0.

    In the type of the numbers: torch would turn a mask of true and false into this at each step.
    """
    steps = x.shape[1]
    return x.new_full((steps, steps), -math.inf).triu(1)


def later_code(x: str) -> str:
    """The same as Python."""
    return f"{x}.new_full(({x}.shape[1], {x}.shape[1]), -torch.inf).triu(1)"


def attention_flops(queries: int, keys: int, width: int, mixed: int, heads: int) -> int:
    """Operations of softmax(q k / sqrt(d)) v, all heads together.

    For each pair of steps: width products and sums, a division a head, and mixed products and sums;
    a softmax of n scores takes 5n - 2. Later steps are masked, not left out. Grows with
    queries * keys, so with the square of the length of a sequence that attends to itself.
    """
    pairs = queries * keys
    softmax = heads * queries * (5 * keys - 2)
    return 2 * pairs * width + heads * pairs + softmax + 2 * pairs * mixed


def split(x: Any, heads: int) -> Any:
    """(batch, steps, features) -> (batch, heads, steps, features / heads)."""
    return x.unflatten(2, (heads, -1)).transpose(1, 2)


def split_code(x: str, heads: int) -> str:
    """The same as Python."""
    return f"{x}.unflatten(2, ({heads}, -1)).transpose(1, 2)"
