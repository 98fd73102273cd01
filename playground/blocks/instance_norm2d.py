"""Instance normalisation of images."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("instance_norm2d", title="Instance Norm 2-D", group="Normalisation")
class InstanceNorm2d(Block):
    """Shift and scale each channel of each image so that its mean is 0 and its variance 1.

    What one image has more of than another, such as contrast, is lost; where it lies is kept. It
    never looks at other samples, so it works alike in training and afterwards.
    Shapes (batch axis implied): out = in = (C, H, W), with more than one pixel.
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = r"y_c = \gamma_c \frac{x_c - \mu_c}{\sqrt{\sigma_c^2 + \varepsilon}} + \beta_c"
    source = (
        "Ulyanov, Vedaldi & Lempitsky 2016, Instance normalization: the missing ingredient for "
        "fast stylization, arXiv:1607.08022"
    )

    eps: float = param(
        1e-5,
        title="eps",
        gt=0.0,
        le=1.0,
        log=True,
        advanced=True,
        help="Added to the variance, so that a constant channel does not divide by zero.",
    )
    affine: bool = param(
        False, advanced=True, help="Each channel learns a scale and a shift of its own afterwards."
    )

    def shapes(self, x: Shape) -> Shape:
        if x[1] * x[2] == 1:
            raise ShapeError(
                tr("One pixel a channel has no variance: nothing would be left of it."),
                hint=tr("Put it before the layer that leaves a single pixel, or use Layer Norm."),
            )
        return x

    def cost(self, x: Shape, y: Shape) -> Cost:
        """For n pixels a channel: mean n, difference n, variance 2n, root 2, division n."""
        n = x[1] * x[2]
        return Cost(
            parameters=2 * x[0] * self.affine,
            flops=x[0] * (5 * n + 2 + 2 * n * self.affine),
            activations=numel(y),
        )

    def call(self, x: Shape) -> Call:
        return call("InstanceNorm2d", x[0], **self.unless(eps=1e-5, affine=False))
