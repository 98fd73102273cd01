"""2-D average pooling."""

from __future__ import annotations

from playground.blocks._windows import check_pool_padding, slide
from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("avg_pool2d", title="Avg Pool 2-D", group="Pooling")
class AvgPool2d(Block):
    """Replace every window by the average of its numbers: a smaller, smoother image.

    Shapes (batch axis implied): in (C, H, W) -> out (C, H', W'), where
    H' = (H + 2*padding - kernel_size) // stride + 1, and W' likewise; with ceil_mode
    the division rounds up.
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = r"y_{c,i,j} = \frac{1}{k^2} \sum_{u,v} x_{c,\, s i + u,\, s j + v}"
    source = (
        "LeCun et al. 1998, Gradient-based learning applied to document recognition. "
        "Proceedings of the IEEE 86(11)"
    )

    kernel_size: int = param(
        2, ge=1, le=64, unit="px", help="Side of the square window whose numbers are averaged."
    )
    stride: int | None = param(
        None,
        ge=1,
        le=64,
        unit="px",
        help="Step between two windows; empty: the side of a window, so that none overlap.",
    )
    padding: int = param(
        0,
        ge=0,
        le=32,
        unit="px",
        help="Zeros on every side of the image; at most half the window.",
    )
    ceil_mode: bool = param(
        False, advanced=True, help="Keeps a last window that hangs over the edge of the image."
    )
    count_include_pad: bool = param(
        True, advanced=True, help="The zeros of the padding count as numbers of the average."
    )

    def shapes(self, x: Shape) -> Shape:
        check_pool_padding(self.kernel_size, self.padding)
        stride = self.stride or self.kernel_size
        return (x[0], *slide(x, self.kernel_size, stride, self.padding, ceil=self.ceil_mode))

    def cost(self, x: Shape, y: Shape) -> Cost:
        """The average of n numbers takes n - 1 additions and one division."""
        return Cost(flops=self.kernel_size**2 * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        options = self.unless(stride=None, padding=0, ceil_mode=False, count_include_pad=True)
        return call("AvgPool2d", self.kernel_size, **options)
