"""The last step of a sequence."""

from __future__ import annotations

from typing import Any

from playground.blocks.base import Block, Port, Shape, block


@block("last_step", title="Last Step", group="Sequence")
class LastStep(Block):
    """Take the last step of a sequence and leave out all others.

    Behind a network that reads forwards it is what was made of the whole sequence. One that reads
    backwards has seen only the last step there: use output="last" of such a block instead.
    Shapes (batch axis implied): in (steps, features) -> out (features,).
    """

    inputs = (Port("in", axes="TF"),)
    outputs = (Port("out", axes="F"),)
    formula = r"y = x_T"
    source = "PyTorch documentation: indexing of torch.Tensor"

    def shapes(self, x: Shape) -> Shape:
        return x[1:]

    def apply(self, x: Any) -> Any:
        return x[:, -1]

    def code(self, *xs: Shape) -> str:
        return "{0}[:, -1]"
