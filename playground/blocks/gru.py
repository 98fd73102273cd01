"""Gated recurrent unit."""

from __future__ import annotations

from playground.blocks._recurrent import Recurrent
from playground.blocks.base import block


@block("gru", title="GRU", group="Sequence")
class Gru(Recurrent):
    """Read a sequence step by step; a gate says how much of the state stays as it was.

    A simpler relative of the LSTM: state and memory are one, with two gates (update z, reset r)
    instead of three.
    Shapes (batch axis implied): in (steps, features) -> out (steps, hidden_size * directions), or
    with output="last" the final state (hidden_size * directions,).
    """

    module = "GRU"
    gates = 3
    extra = 13  # two sigmoids of 3, r times its sum and the addition, tanh, (1 - z) n + z h (4)
    kept = 5  # three gates, the part that r scales, and the state
    formula = r"h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}"
    source = (
        "Cho et al. 2014, Learning phrase representations using RNN encoder-decoder for "
        "statistical machine translation, arXiv:1406.1078"
    )
