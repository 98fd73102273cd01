"""The time of a diffusion process, in a form that a network can work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.blocks.base import Block, Port, Shape, block, param

if TYPE_CHECKING:
    from torch import Tensor

LONGEST = 10000.0  # the slowest wave turns by one radian in about so many steps


@block("time_embedding", title="Time embedding", group="Generative")
class TimeEmbedding(Block):
    """Waves of many lengths that say how noisy a sample is; the network has to know how far to go.

    The experiment knows the time t of each sample, a whole number of noise steps, and hands its
    waves to the model as an input: first the sines, then the cosines.
    Shapes (batch axis implied): out (features,).
    """

    inputs = ()
    outputs = (Port("out", axes="F"),)
    formula = (
        r"y_i = \sin(\omega_i t), \; y_{n/2+i} = \cos(\omega_i t), \; \omega_i = 10000^{-2i/n}"
    )
    source = (
        "Vaswani et al. 2017, arXiv:1706.03762; "
        "Ho, Jain & Abbeel 2020, Denoising diffusion probabilistic models, arXiv:2006.11239"
    )

    features: int = param(
        32, ge=2, le=1024, help="How many waves: half of them sines, half of them cosines."
    )

    def shapes(self) -> Shape:
        return (self.features,)

    def embed(self, t: Tensor) -> Tensor:
        """The waves (N, features) at times t (N,), counted in noise steps."""
        import torch

        half = (self.features + 1) // 2
        number = torch.arange(half, device=t.device, dtype=torch.float32)
        angles = t.to(torch.float32)[:, None] * LONGEST ** (-2 * number / self.features)
        return torch.cat([angles.sin(), angles.cos()], dim=1)[:, : self.features]
