"""A spiral band in the plane: a classic test of generators."""

from __future__ import annotations

import numpy as np

from playground.data._points import COORDINATES, Points
from playground.data.base import Field, Samples, dataset, param

_FIRST, _LAST = 1.5 * np.pi, 4.5 * np.pi  # angles where the band begins and ends
_EDGE = 2.5  # its end lies this far from the centre


@dataset("swiss_roll", title="Swiss roll", group="Generative data")
class SwissRoll(Points):
    """A band rolled up like a cake: thin, curved, and empty between its turns.

    Fields: x (2,) from about -2.5 to 2.5 without unit; at the angle t from 1.5 pi to 4.5 pi the
    band is t / 4.5 pi * 2.5 from the centre, and t is drawn evenly.
    Source: Marsland 2009, Machine Learning: An Algorithmic Perspective; its plane cut is the test
    of Sohl-Dickstein et al. 2015, Deep unsupervised learning using nonequilibrium thermodynamics,
    arXiv:1503.03585.
    """

    source = "Sohl-Dickstein et al. 2015, arXiv:1503.03585"

    num_samples: int = param(4000, ge=20, le=100_000, log=True, help="Number of points drawn.")
    noise: float = param(
        0.05,
        ge=0.0,
        le=2.0,
        help="Standard deviation of the random error of each coordinate: how thick the band is.",
    )

    def fields(self) -> dict[str, Field]:
        return {"x": COORDINATES}

    def load(self, rng: np.random.Generator) -> Samples:
        angle = _FIRST + (_LAST - _FIRST) * rng.random(self.num_samples)
        band = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        points = self.jitter(_EDGE * (angle / _LAST)[:, None] * band, rng)
        return Samples({"x": points.astype(np.float32)})
