"""Feature-wise linear modulation: one input sets how strongly the maps of another speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks.base import Block, Cost, Port, Shape, block, numel
from playground.errors import ShapeError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


@block("film", title="FiLM", group="Generative")
class Film(Block):
    """Scale and shift each channel by numbers that another part of the network gives.

    So a network that works on images is told something that is no image, such as the time of a
    diffusion process or a class. A condition of zeros leaves everything as it is.
    Shapes (batch axis implied): in (C, H, W), condition (2*C,): first what is added to a scale
    of 1, then the shifts -> out (C, H, W).
    """

    inputs = (Port("in", axes="CHW"), Port("condition", axes="F"))
    outputs = (Port("out", axes="CHW"),)
    formula = r"y_c = (1 + \gamma_c) \, x_c + \beta_c"
    source = (
        "Perez et al. 2018, FiLM: visual reasoning with a general conditioning layer, "
        "arXiv:1709.07871"
    )

    def shapes(self, x: Shape, condition: Shape) -> Shape:
        if condition != (2 * x[0],):
            raise ShapeError(
                tr(
                    "FiLM needs a scale and a shift for each of {channels} channels: {wanted} "
                    "numbers, but {n} arrive.",
                    channels=x[0],
                    wanted=2 * x[0],
                    n=condition[0],
                ),
                hint=tr(
                    "Put a Linear block with {wanted} outputs before its port condition.",
                    wanted=2 * x[0],
                ),
            )
        return x

    def cost(self, x: Shape, condition: Shape, y: Shape) -> Cost:
        """1 is added to each scale; each number is multiplied and shifted."""
        return Cost(flops=x[0] + 2 * numel(y), activations=numel(y))

    def apply(self, x: Tensor, condition: Tensor) -> Tensor:
        import torch

        # as an image of one pixel the condition stretches over any image
        parts = torch.unflatten(condition, 1, (2, -1, 1, 1))
        return x * (1 + parts[:, 0]) + parts[:, 1]

    def code(self, *xs: Shape) -> str:
        parts = "{1}.unflatten(1, (2, -1, 1, 1)).unbind(1)"
        return f"(lambda scale, shift: {{0}} * (1 + scale) + shift)(*{parts})"
