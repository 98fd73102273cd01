"""The plain recurrent network."""

from __future__ import annotations

from typing import Any, Literal

from playground.blocks._recurrent import Recurrent
from playground.blocks.base import block, param


@block("rnn", title="RNN", group="Sequence")
class Rnn(Recurrent):
    """Read a sequence step by step; the state mixes what arrives with what was there before.

    Simple and quick, but gradients shrink or grow with every step they go back: what happened long
    ago is hardly learned (Bengio, Simard & Frasconi 1994).
    Shapes (batch axis implied): in (steps, features) -> out (steps, hidden_size * directions), or
    with output="last" the final state (hidden_size * directions,).
    """

    module = "RNN"
    extra = 1  # tanh, or the comparison of relu
    kept = 1
    formula = r"h_t = \tanh(W x_t + b + U h_{t-1} + c)"
    source = "Elman 1990, Finding structure in time. Cognitive Science 14(2)"

    nonlinearity: Literal["tanh", "relu"] = param(
        "tanh",
        help="Function of the weighted sum: tanh keeps states small, relu lets them grow.",
    )

    def _special(self) -> dict[str, Any]:
        return self.unless(nonlinearity="tanh")
