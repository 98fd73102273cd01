"""Random numbers from which a generator makes its samples."""

from __future__ import annotations

from playground.blocks.base import Block, Port, Shape, block, param


@block("noise", title="Noise", group="Generative")
class Noise(Block):
    """Fresh random numbers for each sample; a generator learns to turn them into data.

    The experiment draws them from a standard normal distribution and hands them to the model as its
    input z, so that the same seed gives the same samples.
    Shapes (batch axis implied): out (features,).
    """

    inputs = ()
    outputs = (Port("out", axes="F"),)
    formula = r"z \sim \mathcal{N}(0, I)"
    source = "Goodfellow et al. 2014, Generative adversarial networks, arXiv:1406.2661"

    features: int = param(
        16, ge=1, le=4096, help="How many random numbers a sample is made from (latent size)."
    )

    def shapes(self) -> Shape:
        return (self.features,)
