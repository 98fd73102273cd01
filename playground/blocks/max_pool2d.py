"""2-D max pooling."""

from __future__ import annotations

from playground.blocks._windows import check_pool_padding, slide
from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("max_pool2d", title="Max Pool 2-D", group="Pooling")
class MaxPool2d(Block):
    """Keep only the largest number of every window, which says whether a pattern was near.

    Shapes (batch axis implied): in (C, H, W) -> out (C, H', W'), where
    H' = (H + 2*padding - dilation*(kernel_size - 1) - 1) // stride + 1, and W' likewise; with
    ceil_mode the division rounds up.
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = r"y_{c,i,j} = \max_{u,v} \, x_{c,\, s i + u,\, s j + v}"
    source = (
        "Riesenhuber & Poggio 1999, Hierarchical models of object recognition in cortex. "
        "Nature Neuroscience 2(11)"
    )

    kernel_size: int = param(
        2,
        ge=1,
        le=64,
        unit="px",
        help="Side of the square window in which the largest number wins.",
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
        help="Border on every side that never wins; at most half the window.",
    )
    dilation: int = param(
        1,
        ge=1,
        le=16,
        unit="px",
        advanced=True,
        help="Step between the pixels of a window: 2 looks at every other pixel.",
    )
    ceil_mode: bool = param(
        False, advanced=True, help="Keeps a last window that hangs over the edge of the image."
    )

    def shapes(self, x: Shape) -> Shape:
        check_pool_padding(self.kernel_size, self.padding)
        stride = self.stride or self.kernel_size
        size = slide(x, self.kernel_size, stride, self.padding, self.dilation, self.ceil_mode)
        self._check_every_window_sees_a_pixel(x, stride, size)
        return (x[0], *size)

    def _check_every_window_sees_a_pixel(
        self, x: Shape, stride: int, size: tuple[int, int]
    ) -> None:
        # Torch answers -inf for a window that sees only padding, and its backward pass then writes
        # outside the image. With a dilation wider than the image, windows that start in the
        # padding can step over all of it.
        for n, windows in zip(x[1:], size, strict=True):
            starts = range(-self.padding, 0, stride)[:windows]
            if any(start % self.dilation >= n for start in starts):
                raise ShapeError(
                    tr(
                        "With a dilation of {dilation} px and {padding} px of padding some windows "
                        "see no pixel of an image of {h} × {w} px.",
                        dilation=self.dilation,
                        padding=self.padding,
                        h=x[1],
                        w=x[2],
                    ),
                    hint=tr("Make the dilation smaller, or the padding 0."),
                )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """The largest of n numbers takes n - 1 comparisons."""
        return Cost(flops=(self.kernel_size**2 - 1) * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        options = self.unless(stride=None, padding=0, dilation=1, ceil_mode=False)
        return call("MaxPool2d", self.kernel_size, **options)
