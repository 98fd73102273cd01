"""2-D convolution."""

from __future__ import annotations

from playground.blocks._windows import check_groups, slide
from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("conv2d", title="Conv 2-D", group="Convolution")
class Conv2d(Block):
    """Slide small learned windows over an image; each makes one map of where its pattern occurs.

    Shapes (batch axis implied): in (C, H, W) -> out (out_channels, H', W'), where
    H' = (H + 2*padding - dilation*(kernel_size - 1) - 1) // stride + 1, and W' likewise.
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = r"y_{o,i,j} = b_o + \sum_{c,u,v} w_{o,c,u,v} \, x_{c,\, s i + u,\, s j + v}"
    source = (
        "LeCun et al. 1989, Backpropagation applied to handwritten zip code recognition. Neural "
        "Computation 1(4); Dumoulin & Visin 2016, arXiv:1603.07285"
    )

    out_channels: int = param(
        16, ge=1, le=4096, help="Number of kernels = number of maps that come out."
    )
    kernel_size: int = param(
        3, ge=1, le=31, unit="px", help="Side of each window: 3 sees a pixel and its 8 neighbours."
    )
    stride: int = param(
        1, ge=1, le=16, unit="px", help="Step between two windows: 2 halves height and width."
    )
    padding: int = param(
        1,
        ge=0,
        le=31,
        unit="px",
        help="Zeros around the image: 1 keeps the size with a 3 px kernel.",
    )
    dilation: int = param(
        1,
        ge=1,
        le=16,
        unit="px",
        advanced=True,
        help="Step between the pixels of a window: 2 looks at every other pixel and sees farther.",
    )
    groups: int = param(
        1,
        ge=1,
        le=4096,
        advanced=True,
        help="Cuts the channels into groups that do not mix; one for each channel is depthwise.",
    )
    bias: bool = param(True, help="Each kernel adds a number of its own to its whole map.")

    def shapes(self, x: Shape) -> Shape:
        check_groups(self.groups, x[0], self.out_channels)
        size = slide(x, self.kernel_size, self.stride, self.padding, self.dilation)
        return (self.out_channels, *size)

    def cost(self, x: Shape, y: Shape) -> Cost:
        """Each output number is a sum over one window in the channels of its group."""
        weights = y[0] * (x[0] // self.groups) * self.kernel_size**2
        biases = y[0] * self.bias
        flops = (2 * weights + biases) * y[1] * y[2]
        return Cost(weights + biases, flops, activations=numel(y))

    def call(self, x: Shape) -> Call:
        options = self.unless(stride=1, padding=0, dilation=1, groups=1, bias=True)
        return call("Conv2d", x[0], self.out_channels, self.kernel_size, **options)
