"""The adding problem."""

from __future__ import annotations

import numpy as np

from playground.data._series import Drawn
from playground.data.base import Field, Samples, dataset, param
from playground.i18n import mark


@dataset("adding_problem", title="Adding problem", group="Sequences")
class AddingProblem(Drawn):
    """Add the two marked numbers of a long sequence: the classic test of a long memory.

    Each step brings a random number from 0 to 1 and a mark, which is 1 at one step of the first
    half and one step of the second half, else 0. Whoever always answers 1 has a mean squared error
    of 1/6 = 0.167.
    Fields: x (length, 2), number and mark; y (1,), the sum of the two marked numbers. A sequence of
    one step has one mark, and y is its number.
    Source: Hochreiter & Schmidhuber 1997, experiment 4; with numbers from 0 to 1 as in Le, Jaitly
    and Hinton 2015, arXiv:1504.00941.
    """

    source = "Hochreiter & Schmidhuber 1997, Long short-term memory. Neural Computation 9(8)"

    num_samples: int = param(10_000, ge=20, le=200_000, log=True, help="Number of sequences drawn.")
    length: int = param(100, ge=1, le=2000, help="Steps of each sequence.")

    def fields(self) -> dict[str, Field]:
        names = (mark("number"), mark("mark"))
        return {"x": Field((self.length, 2), names=names), "y": Field((1,), names=(mark("sum"),))}

    def load(self, rng: np.random.Generator) -> Samples:
        count, half = self.num_samples, self.length // 2
        x = np.zeros((count, self.length, 2), np.float32)
        x[:, :, 0] = rng.random((count, self.length), np.float32)
        rows = np.arange(count)
        if half:
            x[rows, rng.integers(0, half, count), 1] = 1
        x[rows, rng.integers(half, self.length, count), 1] = 1
        return Samples({"x": x, "y": (x[:, :, 0] * x[:, :, 1]).sum(axis=1, keepdims=True)})
