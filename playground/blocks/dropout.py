"""Dropout."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Shape, block, call, param


@block("dropout", title="Dropout", group="Normalisation")
class Dropout(Block):
    """Silence random numbers while training, so that no neuron can rely on a single other one.

    What remains is scaled up by 1 / (1 - p), so the expected value stays. After training nothing is
    silenced, and it costs nothing.
    Shapes: out = in.
    """

    formula = r"y_i = \frac{m_i}{1 - p} x_i, \quad m_i \in \{0, 1\}, \quad P(m_i = 0) = p"
    source = (
        "Srivastava et al. 2014, Dropout: a simple way to prevent neural networks from "
        "overfitting. JMLR 15(56)"
    )

    p: float = param(
        0.5,
        title="p",
        ge=0.0,
        le=1.0,
        help="Share of the numbers that are silenced: 0.1 to 0.5 is usual.",
    )

    def call(self, x: Shape) -> Call:
        return call("Dropout", self.p)
