"""Tensors side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks.base import Block, Port, Shape, block, format_shape, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("concat", title="Concat", group="Shape")
class Concat(Block):
    """Put tensors side by side along one axis, so that the next block sees all of them.

    Shapes (batch axis implied): any number of wires whose sizes agree on every axis but dim -> the
    same sizes, with their sum along dim. As in torch, dim counts the batch as axis 0, so 1 means
    features or channels.
    """

    inputs = (Port("in", axes="*F", many=True),)
    outputs = (Port("out", axes="*F"),)
    formula = r"y = \left[ x_1, x_2, \ldots, x_n \right]"
    source = "Huang et al. 2016, Densely connected convolutional networks, arXiv:1608.06993"

    dim: int = param(
        1,
        ge=-8,
        le=8,
        help="Axis along which they are joined: 1 = channels or features, -1 = the last axis.",
    )

    def shapes(self, *xs: Shape) -> Shape:
        first = xs[0]
        rank = len(first) + 1  # torch counts the batch as axis 0
        axis = self.dim if self.dim >= 0 else rank + self.dim
        if not 1 <= axis < rank:
            raise ShapeError(
                tr(
                    "There is no axis {dim} to join along: {shape} has the axes 1 to {last}, and "
                    "axis 0 is the batch.",
                    dim=self.dim,
                    shape=format_shape(first),
                    last=rank - 1,
                ),
                hint=tr("Use 1 for channels or features."),
            )

        def rest(x: Shape) -> Shape:
            return (len(x), *x[: axis - 1], *x[axis:])

        other = next((x for x in xs if rest(x) != rest(first)), None)
        if other is not None:
            raise ShapeError(
                tr(
                    "Concat along axis {axis} needs all other axes equal, but {first} and {second} "
                    "arrive.",
                    axis=axis,
                    first=format_shape(first),
                    second=format_shape(other),
                ),
                hint=tr("Make the other axes equal, or put a Flatten block on both wires."),
            )
        return (*first[: axis - 1], sum(x[axis - 1] for x in xs), *first[axis:])

    def apply(self, *xs: Tensor) -> Tensor:
        import torch

        return torch.cat(xs, dim=self.dim)

    def code(self, *xs: Shape) -> str:
        places = ", ".join(f"{{{i}}}" for i in range(len(xs)))
        return f"torch.cat([{places}], dim={self.dim})"
