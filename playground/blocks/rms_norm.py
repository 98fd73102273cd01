"""Normalisation by the root of the mean square."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param


@block("rms_norm", title="RMS Norm", group="Normalisation")
class RmsNorm(Block):
    """Scale the numbers of each step so that their mean square is 1, without shifting them.

    A layer norm without the mean: cheaper, and as good in Transformers.
    Shapes (batch axis implied): out = in; the last axis is normalised.
    """

    inputs = (Port("in", axes="*F"),)
    outputs = (Port("out", axes="*F"),)
    formula = r"y_i = \gamma_i \frac{x_i}{\sqrt{\frac{1}{n} \sum_j x_j^2 + \varepsilon}}"
    source = "Zhang & Sennrich 2019, Root mean square layer normalization, arXiv:1910.07467"

    eps: float = param(
        1e-5,
        title="eps",
        gt=0.0,
        le=1.0,
        log=True,
        advanced=True,
        help="Added to the mean square, so that zeros do not divide by zero.",
    )
    elementwise_affine: bool = param(
        True, advanced=True, help="Each position learns a scale of its own afterwards."
    )

    def cost(self, x: Shape, y: Shape) -> Cost:
        """For n numbers: squares n, their mean n, eps and root 2, division n, scale n."""
        n = x[-1]
        return Cost(
            parameters=self.elementwise_affine * n,
            flops=(3 * n + 2 + self.elementwise_affine * n) * (numel(x) // n),
            activations=numel(y),
        )

    def call(self, x: Shape) -> Call:
        options = self.unless(elementwise_affine=True)
        return call("RMSNorm", x[-1:], eps=self.eps, **options)
