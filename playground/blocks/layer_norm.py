"""Layer normalisation."""

from __future__ import annotations

from playground.blocks.base import Block, Call, Cost, Port, Shape, block, call, numel, param
from playground.errors import ShapeError
from playground.i18n import tr


@block("layer_norm", title="Layer Norm", group="Normalisation")
class LayerNorm(Block):
    """Shift and scale the numbers of each sample so that their mean is 0 and their variance 1.

    Unlike batch norm it never looks at other samples, so it works alike in training and afterwards.
    Shapes (batch axis implied): out = in. The last num_axes axes are normalised together, as
    nn.LayerNorm(in[-num_axes:]) does.
    """

    inputs = (Port("in", axes="*F"),)
    outputs = (Port("out", axes="*F"),)
    formula = r"y_i = \gamma_i \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta_i"
    source = "Ba, Kiros & Hinton 2016, Layer normalization, arXiv:1607.06450"

    num_axes: int | None = param(
        None,
        ge=1,
        le=8,
        help="How many of the last axes are normalised together; empty: an image as a whole, "
        "otherwise the last axis.",
    )
    eps: float = param(
        1e-5,
        title="eps",
        gt=0.0,
        le=1.0,
        log=True,
        advanced=True,
        help="Added to the variance, so that constant numbers do not divide by zero.",
    )
    elementwise_affine: bool = param(
        True, advanced=True, help="Each position learns a scale of its own afterwards."
    )
    bias: bool = param(
        True, advanced=True, help="Each position learns a shift too, where it learns a scale."
    )

    def normalized_shape(self, x: Shape) -> Shape:
        """Sizes of the axes that are normalised together; `ShapeError` when there are too few."""
        count = self.num_axes or (3 if len(x) == 3 else 1)
        if count > len(x):
            raise ShapeError(
                tr(
                    "{count} axes are to be normalised, but only {rank} arrive.",
                    count=count,
                    rank=len(x),
                ),
                hint=tr("Use at most {rank}, or leave the number empty.", rank=len(x)),
            )
        return x[-count:]

    def shapes(self, x: Shape) -> Shape:
        self.normalized_shape(x)
        return x

    def cost(self, x: Shape, y: Shape) -> Cost:
        """For n numbers: mean n, difference n, variance 2n, root 2, division n, scale and shift."""
        n = numel(self.normalized_shape(x))
        learned = self.elementwise_affine * (1 + self.bias)
        return Cost(
            parameters=learned * n,
            flops=(5 * n + 2 + learned * n) * (numel(x) // n),
            activations=numel(y),
        )

    def call(self, x: Shape) -> Call:
        options = self.unless(eps=1e-5, elementwise_affine=True, bias=True)
        return call("LayerNorm", self.normalized_shape(x), **options)
