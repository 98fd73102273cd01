"""2-D transposed convolution."""

from __future__ import annotations

from playground.blocks._windows import check_groups
from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("conv_transpose2d", title="Conv Transpose 2-D", group="Convolution")
class ConvTranspose2d(Block):
    """Paint a learned pattern for every pixel of a small image, side by side, to make a larger one.

    Shapes (batch axis implied): in (C, H, W) -> out (out_channels, H', W'), where
    H' = (H - 1)*stride - 2*padding + dilation*(kernel_size - 1) + output_padding + 1; W' likewise.
    The defaults double height and width.
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = (
        r"y_{o,p,q} = b_o + \sum_c \sum_{s i + u = p} \sum_{s j + v = q} w_{c,o,u,v} \, x_{c,i,j}"
    )
    source = (
        "Zeiler et al. 2010, Deconvolutional networks. CVPR; "
        "Dumoulin & Visin 2016, A guide to convolution arithmetic, arXiv:1603.07285"
    )

    out_channels: int = param(
        16, ge=1, le=4096, help="Number of patterns an input pixel paints = number of maps."
    )
    kernel_size: int = param(
        4,
        ge=1,
        le=31,
        unit="px",
        help="Side of each pattern; a multiple of the stride is smoothest.",
    )
    stride: int = param(
        2, ge=1, le=16, unit="px", help="Step between two patterns: 2 doubles height and width."
    )
    padding: int = param(
        1, ge=0, le=31, unit="px", help="Pixels cut off at every side of the painted image."
    )
    output_padding: int = param(
        0,
        ge=0,
        le=15,
        unit="px",
        advanced=True,
        help="Rows and columns added at the bottom and the right, to reach an exact size.",
    )
    dilation: int = param(
        1,
        ge=1,
        le=16,
        unit="px",
        advanced=True,
        help="Step between the pixels of a pattern: 2 spreads it over twice the width.",
    )
    groups: int = param(
        1,
        ge=1,
        le=4096,
        advanced=True,
        help="Cuts the channels into groups that do not mix.",
    )
    bias: bool = param(True, help="Each map adds a number of its own to all its pixels.")

    def shapes(self, x: Shape) -> Shape:
        check_groups(self.groups, x[0], self.out_channels)
        most = max(self.stride, self.dilation) - 1
        if self.output_padding > most:
            raise ShapeError(
                tr(
                    "An output padding of {padding} px is too large: with this stride and dilation "
                    "it is at most {most} px.",
                    padding=self.output_padding,
                    most=most,
                ),
                hint=tr("Make the output padding smaller or the stride larger."),
            )
        span = self.dilation * (self.kernel_size - 1) + 1 + self.output_padding
        down, across = ((n - 1) * self.stride - 2 * self.padding + span for n in x[1:])
        if min(down, across) < 1:
            raise ShapeError(
                tr(
                    "A padding of {padding} px cuts everything off an image of {h} × {w} px.",
                    padding=self.padding,
                    h=down + 2 * self.padding,
                    w=across + 2 * self.padding,
                ),
                hint=tr("Make the padding smaller or the kernel larger."),
            )
        return (self.out_channels, down, across)

    def cost(self, x: Shape, y: Shape) -> Cost:
        """Each input pixel times one pattern for every map of its group, added to the output."""
        weights = x[0] * (y[0] // self.groups) * self.kernel_size**2
        biases = y[0] * self.bias
        flops = 2 * weights * x[1] * x[2] + biases * y[1] * y[2]
        return Cost(weights + biases, flops, activations=numel(y))

    def call(self, x: Shape) -> Call:
        options = self.unless(
            stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1
        )
        return call("ConvTranspose2d", x[0], self.out_channels, self.kernel_size, **options)
