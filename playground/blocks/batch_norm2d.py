"""Batch normalisation of images."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("batch_norm2d", title="Batch Norm 2-D", group="Normalisation")
class BatchNorm2d(Block):
    """Shift and scale each channel so that over batch and pixels its mean is 0 and its variance 1.

    While training the mean and variance come from the batch, which needs at least 2 samples;
    afterwards from running averages.
    Shapes (batch axis implied): out = in = (C, H, W).
    """

    inputs = (Port("in", axes="CHW"),)
    outputs = (Port("out", axes="CHW"),)
    formula = r"y_c = \gamma_c \frac{x_c - \mu_c}{\sqrt{\sigma_c^2 + \varepsilon}} + \beta_c"
    source = (
        "Ioffe & Szegedy 2015, Batch normalization: accelerating deep network training by reducing "
        "internal covariate shift, arXiv:1502.03167"
    )

    momentum: float = param(
        0.1,
        ge=0.0,
        le=1.0,
        help="How fast the running averages follow: share of the newest batch.",
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
        True, advanced=True, help="Each channel learns a scale and a shift of its own afterwards."
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """With fixed averages everything folds into one factor and one summand a channel."""
        return Cost(parameters=2 * x[0] * self.affine, flops=2 * numel(y), activations=numel(y))

    def call(self, x: Shape) -> Call:
        return call("BatchNorm2d", x[0], **self.unless(eps=1e-5, momentum=0.1, affine=True))
