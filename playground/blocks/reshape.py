"""The same numbers in another shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import field_validator

from playground.blocks.base import Block, Port, Shape, block, format_shape, numel, param
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("reshape", title="Reshape", group="Shape")
class Reshape(Block):
    """Arrange the same numbers in another shape, such as 64 features as an image of 8 × 8 pixels.

    Shapes (batch axis implied): in (any) -> out (shape), with as many numbers as arrive.
    """

    inputs = (Port("in", axes="*F"),)
    outputs = (Port("out", axes="*F"),)
    formula = r"y_{c,i,j} = x_{(c H + i) W + j}"
    source = "Harris et al. 2020, Array programming with NumPy. Nature 585"

    shape: tuple[int, ...] = param(
        (1, 8, 8),
        help="Sizes of one sample, e.g. 1, 8, 8: channels, height, width; one -1 is worked out.",
    )

    @field_validator("shape", mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        """Forms and the command line hand over text: `1, 8, 8` or `1x8x8`."""
        if not isinstance(value, str):
            return value
        words = [word for word in re.split(r"[\s,;x×*()\[\]]+", value) if word]
        if not words or not all(re.fullmatch(r"-?[0-9]{1,10}", word) for word in words):
            raise ValueError(tr("a shape is whole numbers with commas, such as 1, 8, 8"))
        return tuple(int(word) for word in words)

    @field_validator("shape")
    @classmethod
    def _sizes(cls, value: Shape) -> Shape:
        if not 1 <= len(value) <= 8:
            raise ValueError(tr("a shape has 1 to 8 sizes"))
        if any(not (n == -1 or 1 <= n < 2**31) for n in value):
            raise ValueError(tr("each size is at least 1, or -1 to be worked out"))
        if value.count(-1) > 1:
            raise ValueError(tr("only one size can be -1"))
        return value

    def shapes(self, x: Shape) -> Shape:
        have, known = numel(x), numel(tuple(n for n in self.shape if n != -1))
        if -1 in self.shape and have % known == 0:
            return tuple(have // known if n == -1 else n for n in self.shape)
        if have != known or -1 in self.shape:
            raise ShapeError(
                tr(
                    "{have} numbers ({shape}) cannot be arranged as {wanted}.",
                    have=have,
                    shape=format_shape(x),
                    wanted=format_shape(self.shape),
                ),
                hint=tr("Choose sizes whose product is {have}; one of them can be -1.", have=have),
            )
        return self.shape

    def apply(self, x: Tensor) -> Tensor:
        import torch

        return torch.unflatten(x.flatten(1), 1, self.shape)

    def code(self, *xs: Shape) -> str:
        return f"torch.unflatten({{0}}.flatten(1), 1, {self.shape})"
