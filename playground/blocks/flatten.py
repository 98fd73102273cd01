"""All axes in one."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("flatten", title="Flatten", group="Shape")
class Flatten(Block):
    """Write all numbers of an image one after the other in one line, row by row.

    Needed between convolutions, which make images, and linear layers, which take a list of numbers.
    Shapes (batch axis implied): in (C, H, W) -> out (C*H*W,); start_dim and end_dim can leave the
    first and the last axes as they are.
    """

    inputs = (Port("in", axes="*F"),)
    outputs = (Port("out", axes="*F"),)
    formula = r"y_{(c H + i) W + j} = x_{c,i,j}"
    source = "PyTorch documentation, torch.nn.Flatten"

    start_dim: int = param(
        1, ge=1, le=8, advanced=True, help="First axis to join; axis 0 is the batch and stays."
    )
    end_dim: int = param(
        -1, ge=-8, le=8, advanced=True, help="Last axis to join; -1 is the last one there is."
    )

    def shapes(self, x: Shape) -> Shape:
        rank = len(x) + 1  # torch counts the batch as axis 0
        first = self.start_dim
        last = self.end_dim if self.end_dim >= 0 else rank + self.end_dim
        if not first <= last < rank:
            raise ShapeError(
                tr(
                    "Axes {start} to {end} cannot be joined: the tensor has the axes 1 to {last}.",
                    start=self.start_dim,
                    end=self.end_dim,
                    last=rank - 1,
                ),
                hint=tr("Use a start dim of 1 and an end dim of -1 to join all axes."),
            )
        return (*x[: first - 1], numel(x[first - 1 : last]), *x[last:])

    def call(self, x: Shape) -> Call:
        return call("Flatten", **self.unless(start_dim=1, end_dim=-1))
