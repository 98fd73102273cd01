"""Larger images by copying or interpolating pixels."""

from __future__ import annotations

from typing import Literal

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("upsample", title="Upsample", group="Shape")
class Upsample(Block):
    """Enlarge an image by a whole factor: copy every pixel, or blend between neighbours.

    Nothing is learned. Followed by a convolution it grows images without checkerboard patterns.
    Shapes (batch axis implied): in (C, H, W) -> out (C, H*scale_factor, W*scale_factor).
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = (
        r"y_{c,i,j} = x_{c,\, \left\lfloor i / s \right\rfloor,\, \left\lfloor j / s \right\rfloor}"
    )
    source = "Odena, Dumoulin & Olah 2016, Deconvolution and checkerboard artifacts. Distill"

    scale_factor: int = param(2, ge=1, le=16, help="How many times as high and wide it becomes.")
    mode: Literal["nearest", "bilinear"] = param(
        "nearest", help="nearest copies each pixel; bilinear blends the four around it."
    )

    def shapes(self, x: Shape) -> Shape:
        return (x[0], x[1] * self.scale_factor, x[2] * self.scale_factor)

    def cost(self, x: Shape, y: Shape) -> Cost:
        """A copy is free; a blend of 4 pixels takes 4 multiplications and 3 additions."""
        flops = 7 * numel(y) if self.mode == "bilinear" else 0
        return Cost(flops=flops, activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("Upsample", scale_factor=self.scale_factor, **self.unless(mode="nearest"))
