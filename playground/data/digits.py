"""Handwritten digits, 8 by 8 pixels."""

from __future__ import annotations

import numpy as np

from playground.data._bundled import bundled
from playground.data._parts import Images, Labelled
from playground.data.base import Field, Samples, dataset

GREY_LEVELS = 16  # the file counts ink from 0 to 16


@dataset("digits", title="Handwritten digits", group="Real data")
class Digits(Images, Labelled):
    """Read digits that 43 people wrote by hand, as tiny pictures of 8 by 8 pixels.

    Fields: x (1, 8, 8), ink from 0 to 1; y the digit. 1,797 pictures.
    Source: Alpaydin and Kaynak 1998, Optical recognition of handwritten digits, UCI.
    """

    levels = GREY_LEVELS
    source = "Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits. UCI"

    def fields(self) -> dict[str, Field]:
        return {"x": Field((1, 8, 8)), "y": self.label([str(digit) for digit in range(10)])}

    def count(self) -> int:
        return 1797

    def load(self, rng: np.random.Generator) -> Samples:
        x, y = bundled("digits", (1797, 64))
        pictures = (x / GREY_LEVELS).reshape(-1, 1, 8, 8)
        return Samples({"x": pictures.astype(np.float32), "y": y.astype(np.int64)})
