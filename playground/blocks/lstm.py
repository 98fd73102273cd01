"""Long short-term memory."""

from __future__ import annotations

from typing import Any

from playground.blocks._recurrent import Recurrent
from playground.blocks.base import block


@block("lstm", title="LSTM", group="Sequence")
class Lstm(Recurrent):
    """Read a sequence step by step with a memory that gates write, keep and show.

    The memory c is kept by multiplying, not by weighing: where the forget gate f is near 1, what
    was written stays, and so does its gradient, over hundreds of steps.
    Shapes (batch axis implied): in (steps, features) -> out (steps, hidden_size * directions), or
    with output="last" the final state h (hidden_size * directions,), without the memory.
    """

    module = "LSTM"
    gates = 4
    extra = 15  # three sigmoids of 3, two tanh, f c + i g (3), o tanh(c) (1)
    kept = 6  # four gates, memory and output
    state = "[1][0]"
    formula = r"c_t = f_t \odot c_{t-1} + i_t \odot g_t, \quad h_t = o_t \odot \tanh(c_t)"
    source = (
        "Hochreiter & Schmidhuber 1997, Long short-term memory. Neural Computation 9(8); forget "
        "gate: Gers, Schmidhuber & Cummins 2000"
    )

    def _states(self, made: Any) -> Any:
        return made[1][0]
