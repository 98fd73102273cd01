"""A class that is shown once."""

from __future__ import annotations

import numpy as np

from playground.data._parts import Labelled, even_sizes
from playground.data._series import Drawn
from playground.data.base import Field, Samples, dataset, param
from playground.i18n import mark

NAMES = tuple("ABCDEFGH")


@dataset("delayed_recall", title="Delayed recall", group="Sequences")
class DelayedRecall(Drawn, Labelled):
    """Say which letter was shown at the first step, after a while of nothing but noise.

    Fields: x (lag + 1, letters + 1): at the first step 1 for the letter, then noise, and at the
    last one 1 in the feature "cue"; y the letter. Guessing is right once in `num_classes`.
    Source: Hochreiter & Schmidhuber 1997, experiments 2 and 3.
    """

    source = "Hochreiter & Schmidhuber 1997, Long short-term memory. Neural Computation 9(8)"

    num_samples: int = param(2000, ge=20, le=200_000, log=True, help="Number of sequences drawn.")
    lag: int = param(20, ge=0, le=2000, help="Steps from the letter to the answer.")
    num_classes: int = param(4, ge=2, le=8, help="Number of letters.")
    noise: float = param(
        0.1, ge=0.0, le=3.0, help="Standard deviation of the noise in the steps between."
    )

    def class_sizes(self) -> tuple[int, ...]:
        return even_sizes(self.num_samples, self.num_classes)

    def fields(self) -> dict[str, Field]:
        names = NAMES[: self.num_classes]
        shape = (self.lag + 1, self.num_classes + 1)
        return {"x": Field(shape, names=(*names, mark("cue"))), "y": self.label(names)}

    def load(self, rng: np.random.Generator) -> Samples:
        letters = np.arange(self.num_samples, dtype=np.int64) % self.num_classes
        x = np.zeros((self.num_samples, self.lag + 1, self.num_classes + 1), np.float32)
        x[:, 1:-1, :-1] = self.noise * rng.standard_normal(x[:, 1:-1, :-1].shape)
        x[np.arange(self.num_samples), 0, letters] = 1
        x[:, -1, -1] = 1
        return Samples({"x": x, "y": letters})
